"""A headline's tense: what "has agreed" by the time of writing, "had been shut", or is told by "having passed a bill",
a timeline tells as "agreed", "was shut", "passed a bill": its date is that of what happened.
"""

from collections.abc import Sequence

from ...frozen import replace
from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import BESIDE, Trigger
from ..grammar.clauses import Clause
from ..grammar.predicates import Predicate
from ..grammar.subjects import is_plural
from ..grammar.tokens import Token
from .parts import Parts

_SEVERAL = ("they", "we", "you")


def in_past(
    tokens: Sequence[Token], parts: Parts, trigger: Trigger, lexicon: EventLexicon
) -> tuple[Sequence[Token], Parts]:
    """Tokens and parts of a headline with the verb in the simple past, where it stands in the perfect."""
    verb = trigger.predicate
    if verb is None or not verb.finite or verb.negated or lexicon.verb_second or verb.first not in parts.verb:
        return tokens, parts
    if verb.first == verb.head and tokens[verb.head].lower.endswith("ing") and verb.tense == "past":
        return _told_as(tokens, verb.head, lexicon.pasts[verb.lemma]), parts
    if verb.passive and verb.tense == "past" and parts.verb == (verb.head,):
        several = bool(trigger.clause.subject) and is_plural(tokens[slice(*trigger.clause.subject or (0, 0))], lexicon)
        return _told_as(tokens, verb.head, f"{'were' if several else 'was'} {tokens[verb.head].lower}"), parts
    helper, after = tokens[verb.first], _next(tokens, verb.first, verb.last)
    if helper.lower not in lexicon.words["have"] or after is None or _goes_on(tokens, verb, parts):
        return tokens, parts
    subject = trigger.clause.subject
    word = _past(tokens[after], helper, tokens[slice(*subject)] if subject else (), lexicon)
    if word is None:
        return tokens, parts
    told = _told_as(tokens, after, word)
    return told, Parts(parts.subject, tuple(n for n in parts.verb if n != verb.first), parts.rest)


def _told_as(tokens: Sequence[Token], n: int, word: str) -> list[Token]:
    return [*tokens[:n], replace(tokens[n], text=word), *tokens[n + 1 :]]


def of_its_doer(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> Trigger:
    """A gerund as what its doer did: "Ada Lund was jailed, having sold the mill in May" tells that Ada Lund sold it."""
    verb, clause = trigger.predicate, trigger.clause
    if verb is None or verb.finite or trigger.noun or verb.negated or lexicon.verb_second:
        return trigger
    if verb.passive:
        return _of_whom_it_befell(trigger, clauses)
    if verb.form != "gerund":
        return trigger
    opens = verb.first == clause.first and clause.kind == "phrase"
    beside = verb.first > 0 and tokens[verb.first - 1].lower in BESIDE
    if not (opens or beside) or (verb.lemma not in lexicon.pasts and verb.first == verb.head):
        return trigger
    doers = (c.subject for c in reversed(clauses) if c.first <= verb.first and c.subject and c.kind != "relative")
    doer = next((d for d in doers if d[1] <= verb.first), None)
    if doer is None:
        return trigger
    told = replace(verb, first=verb.head, form="finite", tense="past")
    return Trigger(replace(clause, predicates=(told, *_behind(clause, verb)), subject=doer), told, None)


def _of_whom_it_befell(trigger: Trigger, clauses: Sequence[Clause]) -> Trigger:
    """A participle that opens a sentence as what befell its subject: "Born in Zenda in 1931, Ada Lund sang"."""
    verb, clause = trigger.predicate, trigger.clause
    after = next((c for c in clauses if c.first == clause.past + 1 and c.finite and not c.quoted), None)
    if verb is None or verb.first != clause.first or clause.first or after is None or after.subject is None:
        return trigger
    if after.subject[0] != after.first:
        return trigger
    told = replace(verb, form="finite", tense="past")
    return Trigger(replace(clause, predicates=(told, *_behind(clause, verb)), subject=after.subject), told, None)


def _behind(clause: Clause, verb: Predicate) -> tuple[Predicate, ...]:
    return tuple(p for p in clause.predicates if p.first > verb.last)


def _goes_on(tokens: Sequence[Token], verb: Predicate, parts: Parts) -> bool:
    """Does it last until now ("has been falling", "have met five times since the vote")?"""
    since = any(tokens[n].lower == "since" for n in parts.rest)
    return since or tokens[verb.first].lower == "having" or tokens[verb.head].lower.endswith("ing")


def _next(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The verb or helper behind the first helper; None where anything but adverbs comes between."""
    n = first + 1
    while n <= last and tokens[n].tag == "adv":
        n += 1
    return n if n <= last and tokens[n].tag in ("aux", "verb") else None


def _past(token: Token, helper: Token, subject: Sequence[Token], lexicon: EventLexicon) -> str | None:
    if token.lower == "been":
        several = helper.lower in ("have", "'ve") or (
            helper.lower == "had" and bool(subject) and (subject[0].lower in _SEVERAL or is_plural(subject, lexicon))
        )
        return "were" if several else "was"
    if token.lower in lexicon.words["have"]:
        return "had"
    form = lexicon.verbs.get(token.lower)
    if form is None:
        return token.text if token.lower.endswith("ed") else None
    if "n" not in form.tenses:
        return None
    return token.text if "p" in form.tenses else lexicon.pasts.get(form.lemma)

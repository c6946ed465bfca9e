"""A headline's tense: what "has agreed" or "had been shut" by the time of writing, a timeline tells as "agreed", "was
shut": its date is that of what happened.
"""

from collections.abc import Sequence

from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.clauses import is_plural
from ..grammar.predicates import Predicate
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
    helper, after = tokens[verb.first], _next(tokens, verb.first, verb.last)
    if helper.lower not in lexicon.words["have"] or after is None or _goes_on(tokens, verb, parts):
        return tokens, parts
    subject = trigger.clause.subject
    word = _past(tokens[after], helper, tokens[slice(*subject)] if subject else (), lexicon)
    if word is None:
        return tokens, parts
    told = [*tokens]
    told[after] = tokens[after]._replace(text=word)
    return told, Parts(parts.subject, tuple(n for n in parts.verb if n != verb.first), parts.rest)


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
            helper.lower == "had" and bool(subject) and (subject[0].lower in _SEVERAL or is_plural(subject))
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

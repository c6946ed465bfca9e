"""What happens in a sentence: the events that its time expressions date, and those that it tells without a date."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...algebra.terms import Offset, Prior, size
from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ...model import TimeExpression
from ..grammar.attachment import Trigger, content, tells_which, trigger_of, verb_trigger
from ..grammar.clauses import Clause
from ..grammar.nouns import EventNoun, is_definite
from ..grammar.parsing import Sentence
from ..grammar.pronouns import POSSESSIVE
from ..grammar.tokens import Token
from .relations import dates, is_imprint, is_of_no_day, relation_of, says, starts_later, the_last

#: Relation of an event without a day to the day on which somebody told of it, which is an entry already.
TOLD = "told then"
_BEFORE_NOW = ("earlier", "previous", "original")
_LEAD = 3  # sentences that an article opens with: what they tell is its news, however it is put
_THROUGH = ("during", "throughout")
#: Relation of an event to the date of the last of its kind: what then happened is told elsewhere, if anywhere.
SINCE = "first since"
_COMMA = 2  # tokens from one time to the next behind a comma
_FROM_EVENT = re.compile(r"\b(?:after|before)\b.* .*[a-z]")


class Found(Frozen):
    """A trigger with the number of the expression that dates it. relation: the preposition between
    them, or "reported"; "vague" where words about time are there, but none that dates it. phrase: first token and the
    one past the last, where less than the sentence tells it.
    """

    trigger: Trigger
    expression: int | None
    relation: str
    phrase: tuple[int, int] | None = None


def triggers(
    parsed: Iterable[Sentence], expressions: Sequence[TimeExpression], lexicon: EventLexicon
) -> Iterator[tuple[Sentence, list[Found]]]:
    """Sentences with what they tell. "On Monday it happened." dates what the next sentence tells."""
    pending, number = None, 0
    for sentence in parsed:
        found = _in_sentence(sentence, expressions, number < _LEAD and not sentence.caption, lexicon)
        if sentence.caption:
            yield sentence, [f for f in found if f.expression is not None and not _pictured(f.trigger, lexicon)]
            continue
        number += 1
        if pending is not None:
            found = _given(found, pending)
        pending = _left_to_tell(sentence, found)
        yield sentence, [] if pending is not None else found


def _pictured(trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Does a caption speak of the picture itself ("Ada Lund is seen in May 2019"), or only label it?"""
    told = trigger.predicate
    return told is None or told.form in ("gerund", "infinitive") or told.lemma in lexicon.words["pictured"]


def _in_sentence(
    sentence: Sentence, expressions: Sequence[TimeExpression], leads: bool, lexicon: EventLexicon
) -> list[Found]:
    """Each trigger of a sentence once, in order. leads: it is one of those that an article opens with."""
    if _about_the_text(sentence.tokens, sentence.clauses, lexicon):
        return []
    found, lasts = _dated(sentence, expressions, lexicon)
    spoken = {
        t.time
        for n, t in enumerate(sentence.tokens)
        if t.time is not None
        and expressions[t.time].type in ("DATE", "TIME")
        and not tells_which(sentence.tokens, n, lexicon)
    }
    vague = bool(spoken - {f.expression for f in (*found.values(), *lasts)})
    for other in _undated(sentence, tuple(found.values()), vague, leads, lexicon):
        found.setdefault(other.trigger.tokens, other)
    told = (f for f in (*found.values(), *lasts) if not _tells_nothing(sentence.tokens, f.trigger, lexicon))
    return sorted(told, key=lambda f: (f.trigger.tokens, f.relation == SINCE))


def _dated(
    sentence: Sentence, expressions: Sequence[TimeExpression], lexicon: EventLexicon
) -> tuple[dict[tuple[int, int], Found], list[Found]]:
    """What the time expressions of a sentence date, by its tokens; and what happened for the last time then."""
    tokens, nouns = sentence.tokens, sentence.nouns
    found: dict[tuple[int, int], Found] = {}
    lasts: list[Found] = []
    for n, token in enumerate(tokens):
        if token.time is None or token.time in sentence.stamps or not dates(expressions[token.time]):
            continue
        if is_imprint(tokens, n, lexicon) or _says_it_again(tokens, n, expressions):
            continue
        relation = relation_of(tokens, n, expressions[token.time])
        trigger = trigger_of(tokens, sentence.clauses, nouns, n, lexicon)
        if relation == "since" and (last := the_last(tokens, n, trigger, nouns, lexicon)) is not None:
            lasts.append(Found(last, token.time, SINCE))
        elif trigger is not None and not (
            is_of_no_day(tokens, trigger, relation, lexicon) or starts_later(tokens, n, trigger, lexicon)
        ):
            trigger, relation = _reported(trigger, sentence.clauses, nouns, lexicon, relation)
            this, other = Found(trigger, token.time, relation), found.get(trigger.tokens)
            found[trigger.tokens] = this if other is None else _telling_when(tokens, expressions, other, this)
    return found, lasts


def _undated(
    sentence: Sentence, dated: Sequence[Found], vague: bool, leads: bool, lexicon: EventLexicon
) -> Iterator[Found]:
    """What the clauses of a sentence tell that date nothing."""
    tokens, clauses, nouns = sentence.tokens, sentence.clauses, sentence.nouns
    said_then = any(says(f.trigger, lexicon) for f in dated)
    told_then = any(_is_told(f) for f in dated)
    for clause in clauses:
        if clause.finite is None or clause.quoted or _only_tells(tokens, clause, clauses, lexicon):
            continue
        trigger = verb_trigger(clause, content(clause, clause.finite, lexicon), nouns, lexicon)
        trigger = _with_any_noun(trigger, nouns) if leads else trigger
        if clause.kind == "coordinate" and said_then and says(trigger, lexicon):
            continue  # "said on Monday that it had sunk, and warned that …": one statement
        if any(f.trigger.clause is clause for f in dated) or not (_tells(tokens, trigger) or (leads and trigger.noun)):
            continue
        told = TOLD if told_then or (dated and says(trigger, lexicon)) else ""
        yield Found(trigger, None, "vague" if vague or _at_another_time(tokens, clause) else told)


def _is_told(found: Found) -> bool:
    """Does a sentence tell it itself, and not beside something else?"""
    verb, kind = found.trigger.predicate, found.trigger.clause.kind
    return verb is not None and verb.finite and kind not in ("relative", "subordinate") and found.relation != SINCE


def _only_tells(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], lexicon: EventLexicon) -> bool:
    """Does it say no more than who tells what stands before it ("…, the Courier reported")?"""
    verb = clause.finite
    says = verb is not None and lexicon.group(verb.event_class or "") == "statement"
    after = [t.tag for t in tokens[verb.last + 1 : clause.past]] if verb else []
    if not says or (after and not {"time"} <= set(after) <= {"time", "prep"}):
        return False
    return any(c.finite and c.past == clause.first - 1 and not c.quoted and c.kind != "relative" for c in clauses)


def _at_another_time(tokens: Sequence[Token], clause: Clause) -> bool:
    """Is it told when it was, by what came after ("died shortly before the show was to open") or what it was part of
    ("came to court during the trial")?
    """
    words = tokens[clause.first : clause.past]
    if any(a.lower in _THROUGH and b.tag == "det" for a, b in pairwise(words)):
        return True
    return clause.past < len(tokens) and tokens[clause.past].lower == "before" and tokens[clause.past - 1].tag == "adv"


def _tells_nothing(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it a question, a comparison ("compared with a loss a year before"), the date of a paper, or a name ("a ship
    named Medusa")?
    """
    told = trigger.predicate
    compares = told is not None and told.lemma == "compare" and told.first == trigger.clause.first
    if told is not None and told.lemma == "date":  # "a letter dated 3 May"
        return True
    hangs = told is not None and (told.form == "participle" or (trigger.clause.kind == "phrase" and not told.passive))
    naming = told is not None and told.lemma in lexicon.words["naming"] and _before_a_name(tokens, told.last)
    return compares or (hangs and naming) or _asked(tokens, trigger, lexicon)


def _before_a_name(tokens: Sequence[Token], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].tag in ("name", "quote")


def _about_the_text(tokens: Sequence[Token], clauses: Sequence[Clause], lexicon: EventLexicon) -> bool:
    """ "An earlier version of this article said on Monday …"."""
    for clause in (c for c in clauses if c.subject is not None):
        words = [t.lower for t in tokens[slice(*(clause.subject or (0, 0)))]]
        this_text = any(a == "this" and b in lexicon.words["texts"] for a, b in pairwise(words))
        if this_text or any(a in _BEFORE_NOW and b == "version" for a, b in pairwise(words)):
            return True
    return False


def _asked(tokens: Sequence[Token], trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it a question, which tells nothing ("Did the mayor resign?", "what happened on Monday is not clear")?"""
    clause = trigger.clause
    itself = trigger.predicate is not None and trigger.predicate in (clause.finite, clause.predicates[0])
    if itself and clause.kind != "relative" and tokens[clause.first].lower in lexicon.words["asking"]:
        return True
    mark = next((t for t in tokens[clause.past - 1 :] if t.tag == "stop"), None)
    return mark is not None and mark.text == "?"


def _telling_when(tokens: Sequence[Token], expressions: Sequence[TimeExpression], a: Found, b: Found) -> Found:
    """Of two expressions that could date one trigger, that of its clause; of two there the one that says more exactly
    when ("Yesterday, at this year's fair, …"), else the nearer; the first where both are as good.

    In "a year after the mill burnt down on 4 May" the fire is of the day that the year is counted from.
    """

    def rank(f: Found) -> tuple[bool, bool, int, int]:
        at = next(n for n, t in enumerate(tokens) if t.time == f.expression)
        first, last = f.trigger.tokens
        term = expressions[f.expression or 0].term
        counted = at < first and isinstance(term, Offset) and isinstance(term.base, Prior)
        beside = not f.trigger.clause.first <= at < f.trigger.clause.past
        return counted, beside, size(term), max(first - at, at - last)

    return min(a, b, key=rank)


def _says_it_again(tokens: Sequence[Token], n: int, expressions: Sequence[TimeExpression]) -> bool:
    """Is it the day just named, counted from another ("on Tuesday, three days after the dam broke and …")?"""
    if n < _COMMA or tokens[n - 1].tag != "comma" or tokens[n - 2].time is None:
        return False
    return isinstance(expressions[tokens[n].time or 0].term, Offset) and bool(_FROM_EVENT.search(tokens[n].lower))


def _reported(
    trigger: Trigger, clauses: Sequence[Clause], nouns: Sequence[EventNoun], lexicon: EventLexicon, relation: str
) -> tuple[Trigger, str]:
    """ "The bridge has reopened, the city said Thursday": the text gives no day but that of the saying."""
    predicate, clause = trigger.predicate, trigger.clause
    if predicate is None or lexicon.group(predicate.event_class or "") != "statement" or clause.kind != "phrase":
        return trigger, relation
    if predicate.form == "gerund" and predicate.tense == "perfect":  # "…, having admitted in May that it had sunk"
        return trigger, relation
    earlier = [c for c in clauses if c.past <= clause.first and c.subject and not c.quoted]
    main = next((c for c in earlier if c.kind == "main" or (c.kind == "phrase" and c is earlier[0])), None)
    if main is None or main.finite is None or main.finite.lemma == "be" or main.finite.tense in ("future", "modal"):
        return trigger, relation
    told = verb_trigger(main, content(main, main.finite, lexicon), nouns, lexicon)
    return (told, "reported") if told.event_class else (trigger, relation)


def _tells(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Without a date, does it tell of an event: by its verb, or as more about a known one ("The strike lasted …")?"""
    assert trigger.predicate is not None
    if trigger.noun is None:
        return trigger.predicate.event_class is not None
    if trigger.noun.first > trigger.predicate.head:  # "is sweetening its offer"
        return tokens[trigger.noun.first - 1].lower in POSSESSIVE
    subject = trigger.clause.subject
    return is_definite(tokens, trigger.noun) and subject is not None and subject[0] <= trigger.noun.first < subject[1]


def _with_any_noun(trigger: Trigger, nouns: Sequence[EventNoun]) -> Trigger:
    """An opening that says little by its verb ("are champions after a win over …") tells by its noun."""
    if trigger.event_class:
        return trigger
    inside = [n for n in nouns if trigger.clause.first <= n.first < trigger.clause.past]
    return Trigger(trigger.clause, trigger.predicate, inside[-1]) if inside else trigger


def _left_to_tell(sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """The date of a sentence that says no more than that it happened."""
    if len(found) != 1 or found[0].expression is None or found[0].trigger.event_class != "happen":
        return None
    subject = found[0].trigger.clause.subject
    alone = (
        subject is not None
        and subject[1] - subject[0] == 1
        and sentence.tokens[subject[0]].lower in ("it", "that", "this")
    )
    return found[0] if alone else None


def _given(found: list[Found], pending: Found) -> list[Found]:
    """Let the first undated trigger have the date that was left over."""
    first = next((i for i, f in enumerate(found) if f.expression is None), None)
    if first is None:
        return [*found]
    dated = Found(found[first].trigger, pending.expression, pending.relation)
    return [dated if i == first else f for i, f in enumerate(found)]

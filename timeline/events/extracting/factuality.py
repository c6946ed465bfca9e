"""Whether what a clause tells has happened, is planned, denied, conditional or wanted; and who says so."""

from collections.abc import Sequence
from itertools import pairwise

from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause
from ..grammar.predicates import Predicate
from ..grammar.tokens import Token

_BE_TO_DO = 3  # words


def factuality(
    tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], direction: int, lexicon: EventLexicon
) -> str:
    """ "happened" "planned" "denied" "conditional" or "wanted". direction: of the time words, -1 past, +1 future."""
    predicate = trigger.predicate
    if predicate is None:
        return _of_noun(tokens, trigger, direction, lexicon)
    if trigger.clause.opener in lexicon.words["conditional"] or _under_condition(
        tokens, trigger.clause, clauses, lexicon
    ):
        return "conditional"
    if _is_rumoured(tokens, trigger.clause, lexicon):
        return "conditional"
    if predicate.negated or _of_nobody(tokens, trigger.clause, lexicon):
        return "denied"
    if (state := _to_be(tokens, predicate)) is not None:
        return state
    if predicate.lemma == "be" and _after(tokens, predicate) in lexicon.words["uncertain"]:
        return "conditional"
    if predicate.form == "gerund" and _is_ahead(trigger.clause, predicate):
        return "planned"
    if predicate.form == "infinitive":
        return _of_infinitive(tokens, trigger.clause, predicate, lexicon)
    if predicate.tense == "future" or predicate.cue in lexicon.words["planned"]:
        return "planned"
    if _is_due(tokens, trigger.clause, predicate, lexicon):
        return "planned"
    if predicate.cue == "would" and trigger.clause.kind == "complement":
        return "planned"
    if predicate.tense == "modal" or predicate.cue in lexicon.words["possible"]:
        return "conditional"
    if predicate.lemma in lexicon.words["wishing"]:
        return "wanted"
    return "happened"


def _after(tokens: Sequence[Token], predicate: Predicate) -> str:
    return tokens[predicate.last + 1].lower if predicate.last + 1 < len(tokens) else ""


def _of_noun(tokens: Sequence[Token], trigger: Trigger, direction: int, lexicon: EventLexicon) -> str:
    assert trigger.noun is not None
    first = trigger.noun.first
    near = [t.lower for t in tokens[max(0, first - 4) : first]]
    if direction > 0 or not lexicon.words["ahead"].isdisjoint(near):
        return "planned"
    calling, called_for = lexicon.words["wanted"], lexicon.words["calling_for"]
    called = any(a in calling and b in called_for for a, b in pairwise(near))
    return "wanted" if called else "happened"


def _under_condition(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], lexicon: EventLexicon) -> bool:
    """Is it the consequence of an "if" in the same sentence ("would close if …")?"""
    conditional = any(c.opener in lexicon.words["conditional"] and c.kind == "subordinate" for c in clauses)
    if not conditional or clause.finite is None:
        return False
    return clause.finite.tense == "modal" or tokens[clause.finite.first].lower in lexicon.words["planned"]


def _is_rumoured(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """ "Reports that he had fled", "the claim that it sank": what is only said is not told."""
    at = clause.first
    told = clause.kind == "complement" and at > 0 and tokens[at].tag == "that"
    return told and tokens[at - 1].lower in lexicon.words["rumours"]


def _of_nobody(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """ "Nobody was hurt", "no ship has left": denied by the subject."""
    return clause.subject is not None and tokens[clause.subject[0]].lower in lexicon.words["negations"]


def _is_ahead(clause: Clause, predicate: Predicate) -> bool:
    """Does it hang on what will be done ("will resume hearing the case")?"""
    governor = next((p for p in reversed(clause.predicates) if p.last < predicate.first), None)
    return governor is not None and governor.tense == "future"


def _to_be(tokens: Sequence[Token], predicate: Predicate) -> str | None:
    """What "is to open" and "was to have opened" say; None for another verb."""
    inside = [t for t in tokens[predicate.first : predicate.head + 1] if t.tag != "adv"]
    if predicate.cue != "be" or len(inside) < _BE_TO_DO or inside[1].tag != "to":  # "was unable to open"
        return None
    return "conditional" if inside[2].lower == "have" else "planned"


def _is_due(tokens: Sequence[Token], clause: Clause, predicate: Predicate, lexicon: EventLexicon) -> bool:
    """ "is due to start", "was scheduled for": a planning word right after the helper."""
    span = tokens[predicate.first : predicate.last + 2]
    own = predicate.event_class is not None and " " in predicate.lemma  # "was set up to run the weir": it was set up
    planned = not own and any(t.lower in lexicon.words["planned"] and t.tag != "aux" for t in span[1:])
    return planned and span[0].tag == "aux" and span[0].lower in lexicon.words["be"]


def _of_infinitive(tokens: Sequence[Token], clause: Clause, predicate: Predicate, lexicon: EventLexicon) -> str:
    governor = next((p for p in reversed(clause.predicates) if p.last < predicate.first), None)
    if governor is None:
        return "planned"
    near = {t.lower for t in tokens[governor.first : predicate.first]}
    if near & lexicon.words["wanted"]:
        return "wanted"
    return "planned"


def attribution(
    tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], lexicon: EventLexicon
) -> tuple[int, int] | None:
    """Tokens that name who says what a clause tells: "officials said …", "according to the ministry"."""
    for other in clauses:
        finite = other.finite
        if (
            finite is None
            or other is clause
            or lexicon.group(finite.event_class or "") != "statement"
            or not other.subject
        ):
            continue
        introduces = other.past <= clause.first and clause.kind in ("complement", "quote", "coordinate")
        closes = other.first >= clause.past and other.kind in ("phrase", "main")
        if introduces or closes:
            return other.subject
    for n in range(len(tokens) - 2):
        if tokens[n].lower == "according" and tokens[n + 1].lower == "to":
            end = next(
                (i for i in range(n + 2, len(tokens)) if tokens[i].tag in ("comma", "stop", "quote")), len(tokens)
            )
            return n + 2, end
    return None

"""What a verb or a noun of saying says: the words behind it or before it that belong into its headline."""

from collections.abc import Sequence

from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause
from ..grammar.predicates import Predicate
from ..grammar.tokens import Token


def says(clause: Clause, predicate: Predicate, lexicon: EventLexicon) -> bool:
    """Does a verb say something ("said", "declined to say")?"""
    last = clause.predicates[-1]
    told = last if last.form == "infinitive" else predicate
    return not told.passive and lexicon.group(told.event_class or "") == "statement"


def said(
    tokens: Sequence[Token],
    rest: tuple[int, ...],
    clause: Clause,
    clauses: Sequence[Clause],
    lexicon: EventLexicon,
) -> tuple[int, ...]:
    """With what is said: the complements that follow, or what stands before ("The bridge is safe, Ada Lund said")."""
    for c in clauses:  # "said the boy, who fell, is well"
        if c.kind == "complement" and c.subject and c.first > clause.past == c.subject[1]:
            return (*rest, *range(c.first, c.past))
    begun = next((c.first for c in clauses if c.first >= clause.past and _is_content(tokens, c, lexicon)), None)
    between = [c for c in clauses if begun is not None and clause.past <= c.first < begun]
    joined = next((c for c in clauses if c.first == clause.past and c.kind == "coordinate" and c.subject), None)
    if (
        joined and joined.subject and joined.subject[0] == joined.first + 1
    ):  # "data of Zendan and Strelsau users leaked"
        return (*rest, *range(joined.first, joined.past))
    end = begun if begun is not None and not any(c.finite for c in between) else clause.past
    for other in (c for c in clauses if c.first >= end):
        if other.first != end or not _is_content(tokens, other, lexicon):
            break
        end = other.past
        if not other.finite:  # an insertion parts it: "said that the ship, an old one, would sail"
            goes_on = next((c for c in clauses if c.first >= end and c.finite and c.kind != "relative"), None)
            after = range(goes_on.first, goes_on.past) if goes_on else ()
            return (*rest, *range(begun if begun is not None else other.first, other.past), *after)
    if end > clause.past:
        first = begun if begun is not None else clause.past
        return (*rest, *range(first, end))
    behind = next((c for c in clauses if c.first == clause.past + 1), None)
    if lexicon.verb_second and behind and behind.finite and tokens[clause.past].tag == "comma":
        return (*rest, *range(clause.past, behind.past))  # "sagte, die Schule werde geschlossen"
    before = next((c for c in reversed(clauses) if c.past < clause.first), None)
    whom = _whom(tokens, rest, clause, lexicon)
    if before is None or not before.finite or before.quoted or before.kind == "relative" or whom is None:
        return rest
    begins = max((n + 1 for n in range(before.past) if tokens[n].tag in ("stop", "quote")), default=0)
    return (*whom, *range(begins, before.past))


def _whom(
    tokens: Sequence[Token], rest: tuple[int, ...], clause: Clause, lexicon: EventLexicon
) -> tuple[int, ...] | None:
    """Who is told what stands before ("…, she told reporters in a call"); None where something else is said."""
    place = next((i for i, n in enumerate(rest) if tokens[n].tag in ("time", "prep")), len(rest))
    told = clause.finite is not None and clause.finite.lemma in lexicon.words["told_to"]
    return rest[:place] if told or not place else None


def _is_content(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """Is it what somebody says ("that …", "whether …")?"""
    asked = clause.kind == "subordinate" and clause.opener in lexicon.words["conditional"] | lexicon.words["asking"]
    return clause.kind == "complement" or asked or (clause.kind == "phrase" and tokens[clause.first].tag == "that")


def said_by_it(
    tokens: Sequence[Token], trigger: Trigger, past: int, clauses: Sequence[Clause], lexicon: EventLexicon
) -> range:
    """What a noun for words says ("its announcement last month [that the mill would close]")."""
    says = trigger.noun is not None and lexicon.group(trigger.noun.event_class) == "statement"
    clause = next((c for c in clauses if c.first == past and tokens[past].tag == "that" and c.finite), None)
    return range(clause.first, clause.past) if says and clause is not None else range(0)

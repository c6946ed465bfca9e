"""Words about time in a document → terms. No date is computed here; what needs one is left for `resolve`."""

from collections.abc import Sequence
from functools import lru_cache

from ..algebra.terms import (
    Cycle,
    Duration,
    Fields,
    Modified,
    NamedDay,
    Nth,
    Numeric,
    Occurrence,
    Offset,
    Term,
    TimeOfDay,
    Within,
    timex_type,
)
from ..frozen import replace
from ..language.context import Context, context
from ..language.grammar import REFUSED, Match
from ..language.grammars import grammar, primary
from ..language.tense import cue_for
from ..model import Block, Decisions, Document, Reading, TimeExpression
from .recognising.composed import day_shared, with_its_day
from .recognising.evened import Evened, evened
from .recognising.two_calendars import in_two_calendars

#: Blocks that are not the article's own words: a date in them is no evidence and no event.
_SKIPPED_ROLES = frozenset({"prompt", "link", "copyright"})
_ROUGH_ROLES = frozenset({"around"})
_OPENING_ROLES = frozenset({"until", "through"})


_NONE = Decisions()


def recognise(
    document: Document, decisions: Decisions = _NONE, explain: bool = False
) -> tuple[TimeExpression, ...]:
    """All time expressions of a document, in order of place. Takes the decisions `not-a-date` and `date`."""
    evenly, language = evened(document.text), primary(document.meta.language)
    is_even = evenly.text == document.text
    text, blocks = evenly.text, document.blocks if is_even else [_evened_block(b, evenly) for b in document.blocks]
    lower = lower_same_length(text)
    book, around = grammar(language), context(language)
    out: list[TimeExpression] = []
    for n, block in enumerate(blocks):
        if block.role in _SKIPPED_ROLES:
            continue
        for match in book.find(text, lower, block.start, block.end, explain):
            if match.term is REFUSED:
                continue
            pair = len(out) - 1 if match.ranged and out else None
            x = _expression(text, lower, match, n, block, language, around, pair)
            joined = with_its_day(out[-1], x, text, lower, around) if out and pair is None else None
            if joined is None:
                out.append(x)
            else:
                out[-1] = joined
    shared = in_two_calendars(_share_parts(out, text, around), text, lower, around)
    if not is_even:
        shared = [_as_written(x, document.text, evenly) for x in shared]
    if document.meta.calendar == "julian":
        shared = [_in_old_style(x) for x in shared]
    return _decided(shared, document, decisions) if decisions.all else tuple(shared)


def is_counted(term: Duration) -> bool:
    """A number of days or more."""
    return all(n is not None and unit not in ("hour", "minute", "second") for n, unit in term.amounts)


def _evened_block(block: Block, evenly: Evened) -> Block:
    start, end = evenly.there(block.start), evenly.there(block.end)
    return block if (start, end) == (block.start, block.end) else replace(block, start=start, end=end)


def _as_written(x: TimeExpression, text: str, evenly: Evened) -> TimeExpression:
    """The expression with its offsets and words in the text as it is written."""
    start, end = evenly.back(x.start), evenly.back(x.end - 1) + 1
    return replace(x, start=start, end=end, text=text[start:end])


def lower_same_length(text: str) -> str:
    """Lower case, character by character where a letter would grow ("İ")."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _expression(
    text: str, lower: str, m: Match, n: int, block: Block, language: str, around: Context, pair: int | None
) -> TimeExpression:
    near = max(block.start, m.start - 24)
    role, term, start = around.role_before(lower, near, m.start), m.term, m.start
    if role in _ROUGH_ROLES and _is_rough(term) and lower[m.end : m.end + 2] not in ("'s", "’s"):
        since = around.near_since(lower, near, m.start)  # not "to get around Monday's ruling", "a film about 1968"
        start = since if since is not None and isinstance(term, Fields) else start
        term = term if since is None else Modified(term, "APPROX")
    elif role and role not in _ROUGH_ROLES and isinstance(term, Fields):
        rough = around.rough.search(lower, near, m.start)  # "in about 1710"
        term, start = (Modified(term, "APPROX"), rough.start()) if rough is not None else (term, start)
    direction, why = 0, ""
    if needs_direction(m.term):
        direction, why = _direction(text, lower, m, role, block, language)
    if role == "in" and isinstance(term, Duration) and is_counted(term) and _is_alone(lower, m, block, around):
        direction, why = _direction(text, lower, m, role, block, language)
        term = Offset(term.amounts, 1) if direction > 0 else term  # "reopens in two weeks"
        direction = 0
    return TimeExpression(
        start, m.end, text[start : m.end], timex_type(term), term, m.rule.name, n, direction, role, why,
        local=bool(around.local_time.match(lower, m.end)),
        rivals=_rivals(text, m.rivals) if m.rivals else (),
        quoted=_is_quoted(text, block.start, m.start, around.quotes),
        pair=pair,
    )  # fmt: skip


def _is_rough(term: Term) -> bool:
    """Is it a date that "around" before it belongs to: "around 3 May", "circa 1840"?"""
    return timex_type(term) == "DATE" and not isinstance(term, Modified)


def _rivals(text: str, beaten: Sequence[Match]) -> tuple[Reading, ...]:
    return tuple(Reading(text[r.start : r.end], r.rule.name, repr(r.term), "shorter") for r in beaten)


def _is_alone(lower: str, m: Match, block: Block, around: Context) -> bool:
    """Does a length of time stand for itself, as it does not in "in two weeks' time" and "the best in two weeks"?"""
    definite = lower.startswith("the ", max(0, m.start - 4)) or lower.startswith("the ", m.start)
    if definite or lower[m.end : m.end + 1] in ("'", "’", "-"):
        return False
    return around.rated.search(lower, max(block.start, m.start - 60), m.start) is None


#: How far back an opening quotation mark is looked for, in characters.
_QUOTE_REACH = 1200


def _is_quoted(text: str, first: int, at: int, quotes: tuple[str, ...]) -> bool:
    """Does a quotation that began before hold this place? Of a paragraph, as far as its marks tell."""
    first = max(first, at - _QUOTE_REACH)
    for pair in quotes:
        opened = text.rfind(pair[0], first, at)
        if opened >= 0:
            return text.find(pair[1], opened, at) < 0
    return text.count('"', first, at) % 2 == 1


#: Prepositions that say no more than "then": behind others a verb right beside tells less, least of "a law of May" and
#: of what "was moved from 6 May".
_PLAIN_ROLES, _WEAK_ROLES = frozenset({"on", "in", "at", ""}), frozenset({"of", "from"})
_CERTAIN = 3


def _direction(text: str, lower: str, m: Match, role: str, block: Block, language: str) -> tuple[int, str]:
    if role == "since":
        return -1, "“since” looks back"
    cue = cue_for(text, lower, m.start, m.end, block.start, block.end, language)
    counted = context(language).counted.search(lower, max(block.start, m.start - 24), m.start)
    opening = role in _OPENING_ROLES and not counted
    if cue is None or cue.direction == 0 or (opening and cue.direction < 0 and not cue.lasting):
        return (1, f"“{role}” looks ahead") if opening else (0, "")
    most = _CERTAIN if role in _PLAIN_ROLES else 1 if role in _WEAK_ROLES else 2
    direction = max(-most, min(most, cue.direction))
    return direction, f"“{cue.word}” looks {'back' if cue.direction < 0 else 'ahead'}"


@lru_cache(maxsize=4096)
def needs_direction(term: Term) -> bool:
    """Has the term a part that only the tense of its clause can fill?"""
    match term:
        case Fields():
            return term.year is None and term.decade is None and term.century is None
        case Numeric():
            return term.year is None
        case NamedDay():
            return term.year is None
        case TimeOfDay():
            return needs_direction(term.day)
        case Modified():
            return needs_direction(term.term)
        case Within() | Nth():
            return needs_direction(term.whole)
        case Offset():
            return needs_direction(term.base)
        case Occurrence():
            return term.n == 0
        case Cycle():
            return term.unit in ("weekend", "week", "quarter") and needs_direction(term.base)
        case _:
            return False


# ------------------------------------------------------------------ parts that two ends share
def _share_parts(found: list[TimeExpression], text: str, around: Context) -> list[TimeExpression]:
    """ "between March and June 2022": the first takes the second's year; "from Monday to Thursday" is one stretch."""
    for n in range(1, len(found)):
        a, b = found[n - 1], found[n]
        gap = b.start - a.end
        if gap > 12 or gap < 1 or a.block != b.block or not around.joint.fullmatch(text[a.end : b.start].lower()):
            continue
        ranged = a.role in ("from", "between") or bool(around.range_joint.match(text[a.end : b.start].lower()))
        first, second = plain_fields(a.term), plain_fields(b.term)
        if first and second:
            whole, other = _completed(first, second, ranged)
            if whole != first:
                found[n - 1] = a = replace(a, term=with_fields(a.term, whole), direction=0)
            if other != second:
                found[n] = b = replace(b, term=with_fields(b.term, other), direction=0)
        if not ranged and a.rule == b.rule and first and second and first.month == second.month is not None:
            found[n] = b = replace(b, direction=a.direction, why_direction=a.why_direction)  # "June 24 and 25"
        if ranged and a.type in ("DATE", "TIME") and b.type in ("DATE", "TIME"):
            joined = b.role in _OPENING_ROLES and needs_direction(a.term)  # its "until" is the joint, and looks nowhere
            shared_day = day_shared(a.term, b.term)
            if shared_day is not None:  # "from 9 a.m. to 5 p.m. on Friday"
                found[n - 1] = a = replace(a, term=shared_day, direction=b.direction, why_direction=b.why_direction)
            if a.direction != b.direction and (a.direction or joined):
                b = replace(b, direction=a.direction, why_direction=a.why_direction)
            found[n] = replace(b, pair=n - 1)
    return found


def _in_old_style(x: TimeExpression) -> TimeExpression:
    """An expression of a source that counts by the Julian calendar: a day of a month is of that."""
    fields = plain_fields(x.term)
    if fields is None or not (fields.month and fields.day):
        return x
    return replace(x, term=with_fields(x.term, replace(fields, julian=True)))


def _completed(first: Fields, second: Fields, ranged: bool) -> tuple[Fields, Fields]:
    """Two that are joined, each with what it takes from the other: its month, or its year."""
    if first.day and not first.month and second.month and second.day:  # "the 4th to the 5th of May 1911"
        month = second.month if first.day <= second.day or not ranged else (second.month - 2) % 12 + 1
        earlier = second.year is not None and month > second.month
        return replace(first, month=month, year=second.year - 1 if earlier and second.year else second.year), second
    if second.year is not None and first.year is None and first.short_year is None:
        year = second.year - 1 if ranged and (first.month or 0) > (second.month or 12) else second.year
        return (replace(first, year=year) if first.month or first.season or first.quarter else first), second
    if first.year is not None and second.year is None and second.month:
        if ranged:
            year = first.year + 1 if first.month and second.month < first.month else first.year
            return first, replace(second, year=year)
        if first.month and not (first.day or second.day) and second.month > first.month:  # "June 2026 or July"
            return first, replace(second, year=first.year)
    return first, second


def plain_fields(term: Term) -> Fields | None:
    """The Fields of a term, through its modifiers; None where it has none."""
    return term if type(term) is Fields else _inner_fields(term)


@lru_cache(maxsize=4096)
def _inner_fields(term: Term) -> Fields | None:
    while not isinstance(term, Fields):
        if isinstance(term, Modified):
            term = term.term
        elif isinstance(term, TimeOfDay):
            term = term.day
        else:
            return None
    return term


def with_fields(term: Term, fields: Fields) -> Term:
    """The same term around other Fields."""
    if isinstance(term, Modified):
        return replace(term, term=with_fields(term.term, fields))
    if isinstance(term, TimeOfDay):
        return replace(term, day=with_fields(term.day, fields))
    return fields


# ------------------------------------------------------------------ decisions
def _decided(found: list[TimeExpression], document: Document, decisions: Decisions) -> tuple[TimeExpression, ...]:
    """Apply `not-a-date` (no expression there) and `date` (this is one, also where none was recognised)."""
    refused = [d.span for d in decisions.of("not-a-date", document.id) if d.span]
    dated = [d for d in decisions.of("date", document.id) if d.span]
    kept = [x for x in found if not any(s < x.end and x.start < e for s, e in refused)]
    for decision in dated:
        start, end = decision.span or (0, 0)
        inside = [x for x in kept if start < x.end and x.start < end]
        if any(x.set_by for x in inside):
            continue  # told as a decision that another stands in the way of
        if len(inside) == 1:
            kept = [replace(x, set_by=decision) if x is inside[0] else x for x in kept]
        else:  # words that were not recognised, or several expressions that are one
            kept = [x for x in kept if x not in inside]
            block = next(n for n, b in enumerate(document.blocks) if b.start <= start < max(b.end, b.start + 1))
            kept.append(
                TimeExpression(
                    start, end, document.text[start:end], "DATE", Fields(), "set by a person", block, set_by=decision
                )
            )
    ordered = sorted(kept, key=lambda x: x.start)
    place = {id(x): n for n, x in enumerate(ordered)}
    return tuple(replace(x, pair=_moved(x, found, ordered, place)) if x.pair is not None else x for x in ordered)


def _moved(
    x: TimeExpression, found: list[TimeExpression], ordered: list[TimeExpression], place: dict[int, int]
) -> int | None:
    """Where the other end of a range went."""
    other = found[x.pair] if x.pair is not None else None
    return next((n for n, y in enumerate(ordered) if other is not None and y.start == other.start), None)

"""Days counted from the day of writing: "yesterday", and what stands beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ...algebra import calendar
from ...algebra.terms import Cycle, Duration, Fields, Modified, Offset, Publication, Term, TimeOfDay
from ...language.context import context
from ...language.countdowns import is_left
from ...language.grammars import primary
from ...model import Document, TimeExpression
from ..recognise import lower_same_length, plain_fields
from .bylines import stated_day
from .clues import Pointer, Told
from .pasts import OPEN_END

#: Two expressions that only marks and blanks part name one day: "yesterday, Sunday, 10 December".
_APPOSED = re.compile(r"[\s,(–—-]{1,4}")
SENTENCE_END = re.compile(r"[.!?:;][\"”’)]*\s")
_DAYS = {"day": 1, "week": 7}


def shift_of(term: Term) -> int | None:
    """How many days from the day of writing a term points; None where it is not counted from it in whole days."""
    while isinstance(term, Modified | TimeOfDay):
        term = term.term if isinstance(term, Modified) else term.day
    match term:
        case Cycle(unit, n, Publication()) if unit in ("day", "night"):
            return n
        case Offset(((float() | int() as n, unit),), sign, Publication()) if unit in ("day", "night"):
            return sign * round(n)
    return None


def pointers(
    document: Document, expressions: Sequence[TimeExpression], evident: Sequence[int], told: Mapping[int, Told]
) -> Iterator[Pointer]:
    """What is counted from the day of writing, of the expressions that are evidence. told: what is known of some."""
    for n in evident:
        x = expressions[n]
        shift = shift_of(x.term)
        if shift == 0 and _is_a_memory(document, x):
            continue
        if shift is None:
            yield from _years_ago_today(document, expressions, evident, n)
            continue
        beside = next((k for k in (n - 1, n + 1) if k in evident and _apposed(document, expressions, n, k)), None)
        known = told.get(n)
        day = known.day if known and (known.happened or shift > 0) else None
        if day is None and beside is not None:
            day = stated_day(plain_fields(expressions[beside].term))
        near = frozenset(k for k in evident if abs(k - n) <= 2 and in_one_sentence(document, x, expressions[k]))
        yield Pointer(x.text, shift, beside, near, day, known, not _is_to_come(x), x.role in OPEN_END)


def _is_a_memory(document: Document, x: TimeExpression) -> bool:
    """ "On this day, 8 June 1972, …": that is no day of writing."""
    said = lower_same_length(document.text[document.blocks[x.block].start : x.end])
    return context(primary(document.meta.language)).memory.search(said) is not None


def _is_to_come(x: TimeExpression) -> bool:
    """ "will be signed today", "goes to the queen later today"."""
    return x.direction > 0 or (isinstance(x.term, Modified) and x.term.mod == "LATER")


def _years_ago_today(
    document: Document, expressions: Sequence[TimeExpression], evident: Sequence[int], n: int
) -> Iterator[Pointer]:
    """ "Fifty years ago today, on 3 July 1974": the day of writing is that day, fifty years on."""
    x = expressions[n]
    match x.term:
        case Offset(((float() | int() as years, "year"),), -1, Publication(), True):
            for k in (n - 1, n + 1):
                day = stated_day(plain_fields(expressions[k].term)) if k in evident else None
                if day is not None and touch(document, expressions, n, k):
                    yield Pointer(x.text, 0, None, frozenset(), calendar.add_months(day, 12 * round(years)))


def days_left(document: Document, expressions: Sequence[TimeExpression], evident: Sequence[int]) -> Iterator[Pointer]:
    """ "With ten days to go until polling day on Sunday, 3 November": written ten days before it."""
    for n, x in enumerate(expressions):
        term = x.term
        if not isinstance(term, Duration) or len(term.amounts) != 1 or term.amounts[0][1] not in _DAYS or x.quoted:
            continue
        count, unit = term.amounts[0]
        if count is None or not is_left(document.text, x.end, primary(document.meta.language)):
            continue
        for k in (n + 1, n - 1):
            fields = plain_fields(expressions[k].term) if k in evident else None
            if fields and fields.month and fields.day and in_one_sentence(document, x, expressions[k]):
                words, shift = f"{x.text} to {expressions[k].text}", round(count) * _DAYS[unit]
                yield Pointer(words, shift, beside=k, day=stated_day(fields))
                break


def told_year(
    document: Document, expressions: Sequence[TimeExpression], evident: Sequence[int]
) -> tuple[int | None, str]:
    """ "So far this year, 2023", "in 2018, last year": the year of writing, and the words that tell it."""
    for n in evident:
        term = expressions[n].term
        while isinstance(term, Modified):
            term = term.term
        if not isinstance(term, Cycle) or term.unit != "year" or not isinstance(term.base, Publication):
            continue
        for k in (n - 1, n + 1):
            fields = plain_fields(expressions[k].term) if k in evident else None
            if fields is not None and fields == Fields(year=fields.year) and touch(document, expressions, n, k):
                first, last = sorted((n, k))
                return (fields.year or 0) - term.n, document.text[expressions[first].start : expressions[last].end]
    return None, ""


def in_one_sentence(document: Document, a: TimeExpression, b: TimeExpression) -> bool:
    """Does no sentence end between two expressions?"""
    return a.block == b.block and not ends_between(document.text, a.start, a.end, b.start, b.end)


def ends_between(text: str, start: int, end: int, other_start: int, other_end: int) -> bool:
    """Does a sentence end between two stretches of text?"""
    return SENTENCE_END.search(text[min(end, other_end) : max(start, other_start)]) is not None


def _apposed(document: Document, expressions: Sequence[TimeExpression], n: int, k: int) -> bool:
    fields = plain_fields(expressions[k].term)
    named = fields is not None and bool(fields.day or fields.weekday)
    return named and touch(document, expressions, n, k)


def touch(document: Document, expressions: Sequence[TimeExpression], n: int, k: int) -> bool:
    """Do only marks and blanks stand between two expressions?"""
    first, second = (expressions[i] for i in sorted((n, k)))
    between = lower_same_length(document.text[first.end : second.start])
    return _APPOSED.fullmatch(context(primary(document.meta.language)).unruled(between)) is not None

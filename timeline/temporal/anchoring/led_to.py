"""Days that an article itself leads to, from a date that it tells with its year.

"On Saturday, a hundred years to the day after the abbot was buried on 4 May 1924"; "the tenth anniversary of the flood
of 3 June 2013 was marked on Monday". They are known where a weekday of the same sentence is the weekday of that day, or
where the sentence says that it is today.
"""

from collections.abc import Iterator, Sequence

from ...algebra import calendar
from ...algebra.terms import Fields, Modified, Offset, Term
from ...language.countdowns import anniversaries
from ...language.grammars import primary
from ...model import Analysis, DocumentTime
from ..recognise import plain_fields
from ..resolve import Resolver
from ..wording import say_day, say_day_of_year
from .bylines import stated_day
from .clues import Told
from .pointers import ends_between, in_one_sentence, shift_of, touch

_LEAP = 2000


def days_led_to(analysis: Analysis, evident: Sequence[int]) -> dict[int, Told]:
    """What is known so of expressions, by their index."""
    return {n: told for find in (_counted, _beside, _anniversaries) for n, told in find(analysis, evident)}


def _counted(analysis: Analysis, evident: Sequence[int]) -> Iterator[tuple[int, Told]]:
    """A weekday beside a day that is counted from another: month and day are known, and the year where that is told."""
    xs = analysis.expressions
    for n in evident:
        fields = plain_fields(xs[n].term)
        if fields is None or fields != Fields(weekday=fields.weekday):
            continue
        for k in (n - 1, n + 1):
            base = _base(analysis, k) if k in evident and touch(analysis.document, xs, n, k) else None
            if base is None or base == n:
                continue
            named = plain_fields(xs[base].term)
            whole, found = _day(xs[k].term, named), _day_of_year(xs[k].term, named)
            if whole is not None and calendar.weekday(whole) == fields.weekday:
                yield n, Told(fields, whole, f"“{xs[k].text}” leads to {say_day(whole)}")
                break
            if found is not None:
                words = f"“{xs[k].text}” is {say_day_of_year(*found)}"
                yield n, Told(Fields(month=found[0], day=found[1], weekday=fields.weekday), None, words, happened=True)
                break


def _base(analysis: Analysis, k: int) -> int | None:
    """What a day is counted from: the date of an event that is named, or that in the clause that tells it.

    "on Friday, five weeks after it had missed a payment on 10 July".
    """
    xs = analysis.expressions
    binding = next((b for b in analysis.bindings if b.expression == k), None)
    if binding is None or not binding.same:
        return binding.antecedent if binding is not None else None
    if k + 1 == len(xs) or not in_one_sentence(analysis.document, xs[k], xs[k + 1]):
        return None
    between = analysis.document.text[xs[k].end : xs[k + 1].start]
    return k + 1 if xs[k + 1].role == "on" and "," not in between else None


def _day(term: Term, base: Fields | None) -> int | None:
    """What is counted in days, weeks or months from a whole date."""
    day, counted = stated_day(base), _count(term)
    if day is None or counted is None:
        return None
    count, unit = counted
    return calendar.add_months(day, count) if unit == "month" else day + count * (7 if unit == "week" else 1)


def _day_of_year(term: Term, base: Fields | None) -> tuple[int, int] | None:
    """Month and day of what is counted in days from a day of the year; None where a leap year makes a difference."""
    counted = _count(term)
    if base is None or base.year is not None or not base.month or not base.day or counted is None:
        return None
    count, unit = counted
    ends = {
        calendar.civil(calendar.ordinal(year, base.month, base.day) + count)[1:]
        for year in (_LEAP, _LEAP + 1)
        if calendar.is_date(year, base.month, base.day)
    }
    return ends.pop() if len(ends) == 1 and unit == "day" else None


def _count(term: Term) -> tuple[int, str] | None:
    """By how many units a term counts, and which."""
    while isinstance(term, Modified):
        term = term.term
    match term:
        case Offset(((float() | int() as count, "day" | "week" | "month" as unit),), sign):
            return sign * round(count), unit
    return None


def _beside(analysis: Analysis, evident: Sequence[int]) -> Iterator[tuple[int, Told]]:
    """A weekday beside a day that is counted from another, or in one sentence with a day that is counted exactly."""
    xs = analysis.expressions
    resolver = Resolver(analysis, DocumentTime(), trace=False)
    for n in evident:
        fields = plain_fields(xs[n].term)
        if fields is None or fields != Fields(weekday=fields.weekday):
            continue
        for k in (n - 1, n + 1, n - 2, n + 2):
            if k not in evident or plain_fields(xs[k].term) is not None:
                continue
            exact = _is_exact(xs[k].term, analysis, k) and in_one_sentence(analysis.document, xs[n], xs[k])
            if not exact and not (abs(n - k) == 1 and touch(analysis.document, xs, n, k)):
                continue
            span = resolver.at(k, None).interval
            if span is not None and span.days == 1 and calendar.weekday(span.first) == fields.weekday:
                yield n, Told(fields, span.first, f"“{xs[k].text}” leads to {say_day(span.first)}")
                break


def _is_exact(term: Term, analysis: Analysis, k: int) -> bool:
    """Is it counted on from another day, to the day or in days or weeks? Then a weekday that fits is of that day."""
    while isinstance(term, Modified):
        term = term.term
    if not isinstance(term, Offset) or term.sign < 0:
        return False
    counted = _count(term)
    base = _base(analysis, k) if counted is not None and counted[1] != "month" else None
    return term.exact or (base is not None and stated_day(plain_fields(analysis.expressions[base].term)) is not None)


def _anniversaries(analysis: Analysis, evident: Sequence[int]) -> Iterator[tuple[int, Told]]:
    document, xs = analysis.document, analysis.expressions
    for named in anniversaries(document.text, primary(document.meta.language)):
        sentence = [n for n in evident if _is_with(analysis, n, named.start, named.end)]
        whole = [(n, day) for n in sentence if (day := stated_day(plain_fields(xs[n].term))) is not None]
        if len(whole) != 1:
            continue
        day = calendar.add_months(whole[0][1], 12 * named.years) + named.days
        words = f"“{document.text[named.start : named.end]}” from {say_day(whole[0][1])} is {say_day(day)}"
        for n in sentence:
            fields = plain_fields(xs[n].term)
            weekday = fields is not None and fields == Fields(weekday=calendar.weekday(day))
            if weekday and xs[n].direction <= 0:
                yield n, Told(fields or Fields(), day, words, happened=True)
            elif fields is None and shift_of(xs[n].term) in (-1, 0, 1):
                yield n, Told(Fields(), day, words, happened=True)


def _is_with(analysis: Analysis, n: int, start: int, end: int) -> bool:
    """Does no sentence end between an expression and other words?"""
    x = analysis.expressions[n]
    block = analysis.document.blocks[x.block]
    return block.start <= start < block.end and not ends_between(analysis.document.text, x.start, x.end, start, end)

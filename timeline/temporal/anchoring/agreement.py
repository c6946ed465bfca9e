"""Days of the month that agree: "the 8th" and "the 10th" here, 8 and 10 December in a sister article.

One day of the month that two articles of a story both name may be chance: it is one in thirty. Two of them in one
month, or one with its weekday, are not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from ...algebra import calendar
from ...algebra.terms import Fields, Modified, Occasion, Offset
from ...model import Analysis
from ..recognise import plain_fields

_ENOUGH = 2  # a weekday that fits counts like a second day
_SHORTEST_MONTH = 28


def days_of_month(analysis: Analysis) -> dict[int, Fields]:
    """The expressions of an article that name a day of the month and no month."""
    terms = ((x, plain_fields(e.term)) for x, e in enumerate(analysis.expressions))
    return {x: f for x, f in terms if f is not None and f.day and not f.month and f.year is None}


def counted_days(analysis: Analysis, named: Mapping[int, Fields]) -> frozenset[int]:
    """Days of the same month that are counted from one that is named: "the 28th … two days earlier"."""
    out = set()
    for binding in analysis.bindings:
        own = named.get(binding.antecedent) if binding.antecedent is not None else None
        term = analysis.expressions[binding.expression].term
        while isinstance(term, Modified):
            term = term.term
        if own is None or not own.day or not isinstance(term, Offset) or len(term.amounts) != 1:
            continue
        count, unit = term.amounts[0]
        after_it = isinstance(term.base, Occasion)  # "the 28th, two days after the putsch"
        if count is not None and unit == "day":
            out.add(own.day + (-term.sign if after_it else term.sign) * round(count))
    return frozenset(day for day in out if 1 <= day <= _SHORTEST_MONTH)


def agreeing(
    own: Mapping[int, Fields], days: Collection[int], counted: Collection[int] = frozenset()
) -> dict[int, int]:
    """Expressions that name only a day of the month, with the days of a sister article that they mean.

    own: their parts by index; counted: other days of the same month that the article tells by counting from them.
    Empty where too few agree, or where those of several months do.
    """
    others: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    by_month: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for day in sorted(days):
        year, month, day_of_month = calendar.civil(day)
        if day_of_month in counted:
            others[year, month].add(day_of_month)
        for n, fields in own.items():
            if fields.day == day_of_month and fields.weekday in (None, calendar.weekday(day)):
                by_month[year, month][n] = day
    enough = [found for month, found in by_month.items() if _weight(found, own, others[month]) >= _ENOUGH]
    return enough[0] if len(enough) == 1 else {}


def _weight(found: Mapping[int, int], own: Mapping[int, Fields], others: Collection[int]) -> int:
    days = {day: any(own[n].weekday for n, d in found.items() if d == day) for day in found.values()}
    return len(days) + sum(days.values()) + len(set(others) - {own[n].day for n in found})

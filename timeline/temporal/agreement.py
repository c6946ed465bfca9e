"""Days of the month that agree: "the 8th" and "the 10th" here, 8 and 10 December in a sister article.

One day of the month that two articles of a story both name may be chance: it is one in thirty. Two of them in one
month, or one with its weekday, are not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from ..algebra import calendar
from ..algebra.terms import Fields

_ENOUGH = 2  # a weekday that fits counts like a second day


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

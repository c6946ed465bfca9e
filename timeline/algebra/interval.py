"""Half-open intervals of days, each with the grain in which it was told."""

from ..frozen import Frozen
from . import calendar

#: From fine to coarse; the position orders precision. "part" is a part of a day, "point" a clock time.
GRAINS = (
    "point",
    "part",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
    "span",
)
ORDER = {grain: n for n, grain in enumerate(GRAINS)}


class Interval(Frozen):
    """Days `first` ≤ d < `past` (day numbers of `calendar`). A `span` is a stretch between two ends, of no unit."""

    first: int
    past: int
    grain: str

    @property
    def last(self) -> int:
        """The last day in it."""
        return self.past - 1

    @property
    def days(self) -> int:
        """Its length in days."""
        return self.past - self.first

    def meets(self, other: "Interval") -> bool:
        """Do they share a day?"""
        return self.first < other.past and other.first < self.past

    def holds(self, other: "Interval") -> bool:
        """Does it contain the other?"""
        return self.first <= other.first and other.past <= self.past


def day(n: int) -> Interval:
    """One day."""
    return Interval(n, n + 1, "day")


def month(year: int, m: int) -> Interval:
    """A calendar month."""
    first = calendar.ordinal(year, m)
    return Interval(first, first + calendar.month_length(year, m), "month")


def months(year: int, m: int, count: int, grain: str) -> Interval:
    """Some months from one on; `m` may pass 12."""
    year, m = year + (m - 1) // 12, (m - 1) % 12 + 1
    end_year, end_month = divmod(year * 12 + m - 1 + count, 12)
    return Interval(calendar.ordinal(year, m), calendar.ordinal(end_year, end_month + 1), grain)


def year(y: int) -> Interval:
    """A calendar year."""
    return Interval(calendar.ordinal(y), calendar.ordinal(y + 1), "year")


def years(first: int, count: int, grain: str) -> Interval:
    """Some years from the first on."""
    return Interval(calendar.ordinal(first), calendar.ordinal(first + count), grain)


def week(y: int, w: int) -> Interval:
    """An ISO week, Monday to Sunday."""
    first = calendar.week_start(y, w)
    return Interval(first, first + 7, "week")


def containing(n: int, grain: str) -> Interval:
    """The calendar unit of that grain around a day.  "season" is meteorological, named by its first month."""
    y, m, _ = calendar.civil(n)
    if grain == "month":
        return month(y, m)
    if grain == "year":
        return year(y)
    if grain == "week":
        first = n - calendar.weekday(n) + 1
        return Interval(first, first + 7, "week")
    if grain == "weekend":
        first = n - calendar.weekday(n) + 6
        return Interval(first, first + 2, "weekend")
    if grain == "quarter":
        return months(y, (m - 1) // 3 * 3 + 1, 3, "quarter")
    if grain == "half":
        return months(y, 1 if m < 7 else 7, 6, "half")
    if grain == "season":
        start = y * 12 + m - 1 - m % 3
        return months(start // 12, start % 12 + 1, 3, "season")
    if grain == "decade":
        return years(y // 10 * 10, 10, "decade")
    if grain == "century":
        return years(y // 100 * 100, 100, "century")
    if grain == "millennium":
        return years(y // 1000 * 1000, 1000, "millennium")
    return day(n)

"""Proleptic Gregorian arithmetic on day numbers, without the year limits of `datetime`.

A day is an integer: the ordinal of `datetime.date` (1 = 1 January of year 1), carried on below 1 for the years before.
Years are astronomical: 0 is 1 BC, -499 is 500 BC (ISO 8601-2, EDTF).
"""

from datetime import date
from functools import lru_cache

_CUMULATIVE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Has the year 29 February?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTH[month]


def is_date(year: int, month: int, day: int) -> bool:
    """Does the calendar have this day?"""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """Number of a day."""
    before = year - 1
    leap = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _CUMULATIVE[month] + leap + day


@lru_cache(maxsize=8192)
def civil(day: int) -> tuple[int, int, int]:
    """(year, month, day of month) of a day number."""
    if 1 <= day <= 3652059:
        d = date.fromordinal(day)
        return d.year, d.month, d.day
    # 400 Gregorian years are 146,097 days: move into the first cycle, and the years back.
    cycles, rest = divmod(day - 1, 146097)
    d = date.fromordinal(rest + 1)
    return d.year + 400 * cycles, d.month, d.day


def iso(day: int) -> str:
    """A day number as an ISO 8601 date; years before 1 and after 9999 with as many digits and the sign they need."""
    y, m, d = civil(day)
    return f"{'-' if y < 0 else ''}{abs(y):04}-{m:02}-{d:02}"


def weekday(day: int) -> int:
    """ISO weekday: 1 is Monday, 7 Sunday."""
    return (day - 1) % 7 + 1


def iso_week(day: int) -> tuple[int, int]:
    """(ISO year, ISO week)."""
    thursday = day + 4 - weekday(day)
    year = civil(thursday)[0]
    return year, (thursday - ordinal(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """Monday of an ISO week."""
    fourth = ordinal(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)


def add_months(day: int, months: int) -> int:
    """The same day of the month some months on; the last day of a shorter month."""
    y, m, d = civil(day)
    y, m = divmod(y * 12 + m - 1 + months, 12)
    return ordinal(y, m + 1, min(d, month_length(y, m + 1)))


def julian_lag(year: int) -> int:
    """Days by which the Julian calendar is behind the Gregorian after February of a year: 11 in 1750, 13 in 1950."""
    return year // 100 - year // 400 - 2


def easter(year: int) -> int:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weeks = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weeks) // 451
    month, day = divmod(h + weeks - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)

"""Dates written in digits alone, the same in all languages."""

import re

from ...algebra.calendar import is_date
from ...algebra.terms import Fields, Numeric, Term, TimeOfDay
from ...kept import pattern

_ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?)?")


def iso_date(text: str) -> Term | None:
    """`2023-12-10`; None where no calendar has it."""
    y, m, d = (int(x) for x in text.split("-"))
    return Fields(year=y, month=m, day=d) if is_date(y, m, d) else None


def iso_time(text: str) -> Term | None:
    """`2023-12-10T09:30:00+01:00`; None where no calendar has it."""
    m = _ISO.fullmatch(text)
    if not m or not is_date(int(m[1]), int(m[2]), int(m[3])) or int(m[4]) > 24 or int(m[5]) > 59:
        return None
    zone = m[7].upper() if m[7] else None
    day = Fields(year=int(m[1]), month=int(m[2]), day=int(m[3]))
    return TimeOfDay(day, int(m[4]), int(m[5]), int(m[6]) if m[6] else None, zone)


def date(text: str, weekday: int | None = None) -> Term | None:
    """`17.08.2022`, `03/04/23`, `2023/12/10`: day and month stay open where both orders are possible."""
    first, second, third = (int(x) for x in re.split(r"[/.-]", text))
    if len(re.split(r"[/.-]", text)[0]) == 4:
        return Fields(year=first, month=second, day=third, weekday=weekday) if is_date(first, second, third) else None
    full = len(re.split(r"[/.-]", text)[2]) == 4
    return _ordered(first, second, third if full else None, None if full else third, weekday, "." in text)


def day_and_month(text: str) -> Term | None:
    """`12/10`, which stays open where both orders are possible; None where no calendar has it."""
    first, second = (int(x) for x in text.split("/"))
    return _ordered(first, second, None, None, None, False)


def _ordered(
    first: int, second: int, year: int | None, short: int | None, weekday: int | None, dotted: bool
) -> Term | None:
    check = year if year is not None else 2000
    day_first, month_first = is_date(check, second, first), is_date(check, first, second)
    if dotted:
        month_first = month_first and not day_first  # with full stops the day comes first
    if not day_first and not month_first:
        return None
    if day_first and month_first and first != second:
        return Numeric(first, second, year, short)
    day, month = (first, second) if day_first else (second, first)
    return Fields(year=year, month=month, day=day, short_year=short, weekday=weekday)

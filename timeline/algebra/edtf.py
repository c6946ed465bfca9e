"""EDTF (ISO 8601-2, levels 0 to 2) ↔ intervals of days: the notation in which people and files state a date.

Understood: years (`2023`, `-0499`, `Y12023`), months, days, date-times with or without a zone, seasons (`2023-21` to
`-32`), quarters (`2023-33`), halves (`2023-40`), decades (`199X`), centuries (`19XX`), unspecified parts (`2004-XX`),
the qualifiers `?` `~` `%`, and intervals `a/b`, open (`a/..`) or of unknown end (`a/`). Sets (`[a,b]`) are not.
"""

import re
from functools import lru_cache

from . import calendar, interval
from .interval import Interval

#: Day numbers that stand for the open end of an interval: before and after any date that a text can name.
OPEN_FIRST = calendar.ordinal(-1_000_000)
OPEN_PAST = calendar.ordinal(1_000_000)

#: Code in the place of the month → (first month, months, grain). 21-28 are northern seasons, 29-32 southern ones.
_PARTS = {
    **{code: (3 * (code - 20), 3, "season") for code in range(21, 25)},
    **{code: (3 * (code - 24), 3, "season") for code in range(25, 29)},
    29: (9, 3, "season"),
    30: (12, 3, "season"),
    31: (3, 3, "season"),
    32: (6, 3, "season"),
    **{code: (3 * (code - 33) + 1, 3, "quarter") for code in range(33, 37)},
    **{code: (4 * (code - 37) + 1, 4, "span") for code in range(37, 40)},
    **{code: (6 * (code - 40) + 1, 6, "half") for code in range(40, 42)},
}
_SEASON_CODE = {3: 21, 6: 22, 9: 23, 12: 24}
_SOUTHERN_CODE = {9: 29, 12: 30, 3: 31, 6: 32}

_DATE = re.compile(
    r"[?~%]?(?P<year>-?[0-9X]{4}|Y-?[1-9][0-9]{4,5})[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?"
)
_CLOCK = re.compile(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
)
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


def is_edtf(text: str) -> bool:
    """Is it a date in this notation, if need be one without a place in the calendar (`XXXX-XX-10`)?"""
    if "/" in text:
        return interval_of(text) is not None
    parts = _parts(text)
    return parts is not None and (_is_unspecified(parts) or _single(parts) is not None)


@lru_cache(maxsize=4096)
def interval_of(edtf: str) -> Interval | None:
    """The days that an EDTF string covers; None where it is no EDTF, or names no days (`XXXX-10-07`).

    A date-time has grain "point" and covers its day as written: its zone is not applied. An interval has grain "span";
    its open or unknown end becomes `OPEN_FIRST` or `OPEN_PAST`. An unspecified last part gives the part around it:
    `2004-XX`, some month of 2004, covers the year.
    """
    if "/" in edtf:
        return _stretch(edtf)
    parts = _parts(edtf)
    return _single(parts) if parts else None


def edtf_of(span: Interval, approx: bool = False, southern: bool = False) -> str:
    """An interval in EDTF, as coarse as it was told; `~` where it is approximate, southern seasons where asked for.

    A stretch between two ends is written in years or months where its ends are theirs, else in days. Beyond four digits
    the notation has years alone.
    """
    mark = "~" if approx else ""
    single = _written(span, southern)
    if single is not None:
        return single + mark
    first, past = span.first, span.past
    start, end = calendar.civil(first), calendar.civil(past)
    if all(at in (OPEN_FIRST, OPEN_PAST) or d[1:] == (1, 1) for at, d in ((first, start), (past, end))):
        ends = _year(start[0]), _year(end[0] - 1)
    elif all(at in (OPEN_FIRST, OPEN_PAST) or d[2] == 1 for at, d in ((first, start), (past, end))):
        ends = _month(first), _month(past - 1)
    else:
        ends = _day(first), _day(past - 1)
    return "/".join((".." if first == OPEN_FIRST else ends[0] + mark, ".." if past == OPEN_PAST else ends[1] + mark))


# ---------------------------------------------------------------- reading
_Parts = tuple[str, str | None, str | None, bool]  # year, month, day, has a clock time


def _parts(text: str) -> _Parts | None:
    """The written parts of a single date; None where the form is wrong."""
    written, has_clock, clock = text.partition("T")
    if has_clock and not (_CLOCK.fullmatch(clock) and re.fullmatch(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", written)):
        return None
    m = _DATE.fullmatch(written)
    if m is None or m["year"] == "-0000" or (m["year"][0] == "Y" and m["month"]):
        return None
    return m["year"], m["month"], m["day"], bool(has_clock)


def _is_unspecified(parts: _Parts) -> bool:
    """Does it name no days, though each of its known parts is possible?"""
    year, month, day, _ = parts
    leap = 2000 if "X" in year else int(year.lstrip("Y"))
    if not any("X" in part for part in (year, month or "", day or "")):
        return False
    if month is None or "X" in month:
        return all(digits in _possible(31) for digits in (day,) if digits)
    if int(month) in _PARTS:
        return day is None
    return 1 <= int(month) <= 12 and (day is None or day in _possible(calendar.month_length(leap, int(month))))


def _possible(last: int) -> set[str]:
    """Ways to write a day of a month, with digits left open or not."""
    days = [f"{n:02}" for n in range(1, last + 1)]
    return {*days, "XX", *(d[0] + "X" for d in days), *("X" + d[1] for d in days)}


def _single(parts: _Parts) -> Interval | None:
    year, month, day, has_clock = parts
    if "X" in year:
        return _open_years(year) if month is None else None
    y = int(year.lstrip("Y"))
    if month is None or (month == "XX" and day in (None, "XX")):
        return interval.year(y)
    if "X" in month:
        return None
    m = int(month)
    if m in _PARTS:
        return interval.months(y, *_PARTS[m]) if day is None else None
    if not 1 <= m <= 12:
        return None
    if day is None or day == "XX":
        return interval.month(y, m)
    if "X" in day or not calendar.is_date(y, m, int(day)):
        return None
    found = interval.day(calendar.ordinal(y, m, int(day)))
    return Interval(found.first, found.past, "point") if has_clock else found


def _open_years(year: str) -> Interval | None:
    """`199X`, `19XX`, `1XXX`: the years that begin so."""
    known = year.rstrip("X")
    if "X" in known or not known.strip("-"):
        return None
    count = 10 ** (len(year) - len(known))
    grain = next(grain for grain, years in _YEARS.items() if years == count)
    first = int(known) * count
    return interval.years(first - count + 1 if known[0] == "-" else first, count, grain)


def _stretch(edtf: str) -> Interval | None:
    ends = edtf.split("/")
    if len(ends) != 2 or all(end in ("", "..") for end in ends):
        return None
    start, end = (None if e in ("", "..") else interval_of(e) for e in ends)
    if (start is None and ends[0] not in ("", "..")) or (end is None and ends[1] not in ("", "..")):
        return None
    first = OPEN_FIRST if start is None else start.first
    past = OPEN_PAST if end is None else end.past
    backwards = start is not None and end is not None and end.first < start.first
    return None if backwards or first >= past else Interval(first, past, "span")


# ---------------------------------------------------------------- writing
def _written(span: Interval, southern: bool) -> str | None:
    """The interval as one date; None where it needs two."""
    y, m, _ = calendar.civil(span.first)
    match span.grain:
        case "point" | "part" | "day" if span.days == 1:
            return _day(span.first)
        case "month":
            return _month(span.first)
        case "quarter":
            return f"{_year(y)}-{33 + (m - 1) // 3}"
        case "half":
            return f"{_year(y)}-{40 + (m - 1) // 6}"
        case "season" if m in _SEASON_CODE:
            return f"{_year(y)}-{(_SOUTHERN_CODE if southern else _SEASON_CODE)[m]}"
        case "year":
            return _year(y)
        case "decade" | "century" | "millennium" if y >= 0 and y % _YEARS[span.grain] == 0:
            open_digits = len(str(_YEARS[span.grain])) - 1
            return _year(y)[:-open_digits] + "X" * open_digits
    return None


def _year(y: int) -> str:
    if abs(y) > 9999:
        return f"Y{y}"
    return f"-{-y:04}" if y < 0 else f"{y:04}"


def _month(day: int) -> str:
    y, m, _ = calendar.civil(day)
    return _year(y) + (f"-{m:02}" if abs(y) <= 9999 else "")


def _day(day: int) -> str:
    y, m, d = calendar.civil(day)
    return _year(y) + (f"-{m:02}-{d:02}" if abs(y) <= 9999 else "")

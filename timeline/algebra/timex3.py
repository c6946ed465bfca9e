"""Days → TIMEX3 values as TempEval-3 writes them, and underspecified values for terms with no place in the calendar."""

from collections.abc import Iterable

from . import calendar
from .interval import Interval
from .terms import (
    Alike,
    Cycle,
    Duration,
    Fields,
    Modified,
    NamedDay,
    Nth,
    Numeric,
    Occasion,
    Occurrence,
    Offset,
    Prior,
    Publication,
    Recurrence,
    Span,
    Stretch,
    Term,
    TimeOfDay,
    Vague,
    Within,
)

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NORTHERN = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SOUTHERN = {9: "SP", 12: "SU", 3: "FA", 6: "WI"}

_CODES = {
    "second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "night": ("", "D"),
    "weekend": ("", "WE"), "week": ("", "W"), "fortnight": ("", "W"), "month": ("", "M"), "quarter": ("", "Q"),
    "season": ("", "M"), "year": ("", "Y"), "decade": ("", "DE"), "century": ("", "CE"), "millennium": ("", "ML"),
    "while": ("", "X"),
}  # fmt: skip
_BLANKS = {
    "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


_WEEK = 7


def year_text(year: int) -> str:
    """2023, or BC0500 for 500 BC."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def value(span: Interval, southern: bool = False) -> str:
    """The TIMEX3 value of an interval; one of no unit has the value of its first day."""
    y, m, d = calendar.civil(span.first)
    grain = span.grain
    if grain == "span" and span.days == _WEEK:  # "the third week of May": that of the calendar which holds most of it
        iso_year, week = calendar.iso_week(span.first + _WEEK // 2)
        return f"{year_text(iso_year)}-W{week:02d}"
    if grain in ("day", "point", "part", "span"):
        return f"{year_text(y)}-{m:02d}-{d:02d}"
    if grain == "month":
        return f"{year_text(y)}-{m:02d}"
    if grain == "year":
        return year_text(y)
    if grain in ("week", "weekend"):
        iso_year, week = calendar.iso_week(span.first)
        return f"{year_text(iso_year)}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "quarter":
        return f"{year_text(y)}-Q{(m + 2) // 3}"
    if grain == "half":
        return f"{year_text(y)}-H{1 if m < 7 else 2}"
    if grain == "season":
        return f"{year_text(y)}-{(_SOUTHERN if southern else _NORTHERN)[m]}"
    if grain in ("decade", "century", "millennium"):
        digits = {"decade": 1, "century": 2, "millennium": 3}[grain]
        return year_text(y if y > 0 else y + 10**digits - 1)[:-digits]
    return year_text(y)


def duration(amounts: Iterable[tuple[float | None, str]]) -> str:
    """`P2W`, `PT50M`, `P2Y6M`, `PXD` ("days"), `PXX` ("a while")."""
    date_part, time_part = "", ""
    for n, unit in amounts:
        if unit == "quarter" and n is not None and n > 1:
            n, unit = n * 3, "month"
        zone, code = _CODES[unit]
        number = "X" if n is None else f"{n * (2 if unit == 'fortnight' else 1):g}"
        if zone:
            time_part += number + code
        else:
            date_part += number + code
    return "P" + date_part + ("T" + time_part if time_part else "")


def clock(hour: int | None, minute: int | None, second: int | None, part: str | None) -> str:
    """`T14:00`, `TEV`, or nothing."""
    if hour is None:
        return f"T{part}" if part else ""
    return f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second is not None else "")


def underspecified(term: Term) -> str:
    """The value of a term that has no place in the calendar: what is said, the rest as X."""
    match term:
        case Fields():
            return _fields(term)
        case Numeric():
            return _fields(term.ordered(day_first=True))
        case Modified():
            return underspecified(term.term)
        case TimeOfDay():
            day = underspecified(term.day)
            if day.endswith("_REF") or day in ("XXXX", "XXXX-XX", "XXXX-WXX"):
                day = "XXXX-XX-XX"
            return day + clock(term.hour, term.minute, term.second, term.part)
        case Duration() | Stretch():
            return duration(term.amounts)
        case Recurrence():
            return underspecified(term.of)
        case Vague():
            return term.ref
        case Cycle():
            return _BLANKS.get(term.unit, "XXXX-XX-XX")
        case Occurrence():
            return underspecified(term.fields)
        case Within():
            return underspecified(term.part)
        case Alike():
            return underspecified(term.whole)
        case Nth():
            whole = underspecified(term.whole)
            if term.weekday:
                return f"{whole if whole.count('-') == 1 and 'W' not in whole else 'XXXX-XX'}-WXX-{term.weekday}"
            return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(term.unit, whole)
        case Offset():
            if any(n is None for n, _ in term.amounts):
                return "PAST_REF" if term.sign < 0 else "FUTURE_REF"
            unit = term.amounts[-1][1]
            return _BLANKS.get(unit, "XXXX-XX-XX")
        case Prior() | Publication() | Occasion():
            return _BLANKS.get(getattr(term, "grain", None) or "day", "XXXX-XX-XX")
        case NamedDay():
            return "XXXX-XX-XX"
        case Span():
            return underspecified(term.start or term.end or Vague("PRESENT_REF"))


def _fields(f: Fields) -> str:
    if f.decade is not None:
        return f"{f.decade}" if f.decade > 0 else f"BC{-f.decade:03d}"
    if f.century is not None:
        return f"{f.century:02d}"
    if f.short_decade is not None:
        return f"XX{f.short_decade}"
    year = year_text(f.year) if f.year is not None else "XXXX"
    if f.short_year is not None:
        year = f"XX{f.short_year:02d}"
    if f.day is not None or (f.month is not None and f.weekday is not None):
        month = f"{f.month:02d}" if f.month else "XX"
        return f"{year}-{month}-{f.day:02d}" if f.day else f"{year}-{month}"
    if f.month is not None:
        return f"{year}-{f.month:02d}"
    if f.weekday is not None:
        return f"{year}-WXX-{f.weekday}"
    if f.quarter is not None:
        return f"{year}-Q{f.quarter}"
    if f.half is not None:
        return f"{year}-H{f.half}"
    if f.season is not None:
        return f"{year}-{f.season}"
    if f.week is not None:
        return f"{year}-W{f.week:02d}"
    return f"{year}-WXX-WE" if f.weekend else year

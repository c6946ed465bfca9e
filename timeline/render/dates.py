"""Dates for people and for `<time datetime>`: EDTF and intervals in words, TIMEX3 as a valid HTML value or none."""

import re

from ..algebra import calendar
from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..algebra.interval import Interval

MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("", "first", "second", "third", "fourth")
_QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
#: EDTF's numbers for parts of a year that are not months (ISO 8601-2, 4.8).
_PARTS = {
    **{n: name for base in (20, 24, 28) for n, name in enumerate(("spring", "summer", "autumn", "winter"), base + 1)},
    **{32 + n: f"the {_ORDINALS[n]} quarter of" for n in range(1, 5)},
    **{36 + n: f"the {_ORDINALS[n]} third of" for n in range(1, 4)},
    **{39 + n: f"the {_ORDINALS[n]} half of" for n in range(1, 3)},
}
_DATE = re.compile(
    r"(?P<year>Y?-?[\dX]+)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?(?P<qualifier>[~?%])?"
)

#: year, month, day and clock of one date in words; the parts that are not told are empty.
Parts = tuple[str, str, str, str]


def words(edtf: str) -> str:
    """An EDTF date or interval in words; what this small reader does not know is given back as it is."""
    first, slash, last = edtf.partition("/")
    is_interval = slash and any((first, last)) and all(map(_is_end, (first, last)))
    return _stretch(first, last) if is_interval else _single(edtf)


def in_words(edtf: str | None, interval: Interval | None) -> str | None:
    """The words for a value, by its calendar unit where that says more than its two ends."""
    if interval is not None and interval.grain in ("week", "weekend") and not (edtf or "").endswith(tuple(_QUALIFIERS)):
        if interval.grain == "weekend":
            return f"the weekend of {span(interval, 'and')}"
        return f"the week from {span(interval, 'to')}"
    if edtf:
        return words(edtf)
    return span(interval, "to") if interval else None


def span(interval: Interval, link: str) -> str:
    """Both ends of an interval, told as shortly as they allow: "10 and 16 December 2023"."""
    return _pair(_civil(interval.first), _civil(interval.last), link)


def within(bounds: Interval) -> str:
    """Where a day that is not known must lie: "between 10 and 16 December 2023", "not after 7 October 2023"."""
    if bounds.first <= OPEN_FIRST:
        return f"not after {day(bounds.last)}"
    if bounds.past >= OPEN_PAST:
        return f"not before {day(bounds.first)}"
    return f"between {span(bounds, 'and')}" if bounds.days > 1 else f"on {day(bounds.first)}"


def closed(interval: Interval) -> Interval:
    """An interval with an open end as the day at its other end; any other as it is."""
    if interval.first <= OPEN_FIRST:
        return Interval(interval.last, interval.past, "day")
    if interval.past >= OPEN_PAST:
        return Interval(interval.first, interval.first + 1, "day")
    return interval


def between(first: int, last: int) -> str:
    """From one day to another: "7 October to 10 December 2023"."""
    return _pair(_civil(first), _civil(last), "to")


def day(number: int) -> str:
    """One day, without its weekday."""
    return _join(_civil(number))


def title(stretch: Interval) -> str:
    """A stretch of the calendar as a heading: "10 December 2023", "December 2023", "2023", "1900 to 1999"."""
    y, m, _ = calendar.civil(stretch.first)
    if stretch.days == 1:
        return day(stretch.first)
    if stretch.grain == "month":
        return f"{MONTHS[m]} {year(y)}"
    if stretch.grain == "year":
        return year(y)
    if stretch.grain in ("decade", "century", "millennium"):
        return f"{year(y)} to {year(calendar.civil(stretch.last)[0])}"
    return span(stretch, "to")


def year(number: int) -> str:
    """An astronomical year as people write it: 2023, AD 79, 500 BC."""
    if number < 1:
        return f"{1 - number} BC"
    return f"AD {number}" if number < 1000 else str(number)


def iso(number: int) -> str:
    """A day number as an ISO 8601 date."""
    y, m, d = calendar.civil(number)
    return f"{'-' if y < 0 else ''}{abs(y):04}-{m:02}-{d:02}"


def weekday(number: int) -> str:
    """The name of its weekday."""
    return WEEKDAYS[calendar.weekday(number)]


def gap(earlier: Interval, later: Interval) -> str | None:
    """How long after: "9 days later". None where the two touch or cannot be told apart."""
    days = later.first - earlier.last
    if days < 1:
        return None
    if days == 1:
        return "the next day" if earlier.grain == later.grain == "day" else None
    if days < 61:
        return f"{days} days later"
    if days < 700:
        return f"about {round(days / 30.44)} months later"
    return f"about {round(days / 365.25):,} years later"


def _stretch(first: str, last: str) -> str:
    """An EDTF interval; an open or unknown end is said."""
    if first in ("", ".."):
        return f"until {_single(last)}"
    if last in ("", ".."):
        return f"from {_single(first)} on"
    a, b = _DATE.fullmatch(first), _DATE.fullmatch(last)
    if a and b and not a["qualifier"] and not b["qualifier"]:
        return _pair(_parts(a), _parts(b), "to")
    return f"from {_single(first)} to {_single(last)}"


def _is_end(edtf: str) -> bool:
    """Can it be an end of an interval, open or told?"""
    return edtf in ("", "..") or _DATE.fullmatch(edtf) is not None


def _single(edtf: str) -> str:
    """One EDTF date."""
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    return _QUALIFIERS.get(match["qualifier"], "") + _join(_parts(match))


def _parts(match: re.Match[str]) -> Parts:
    """A matched date as words for its parts."""
    month, day_ = match["month"], match["day"]
    name = ""
    if month == "XX":
        name = "some month of"
    elif month:
        number = int(month)
        name = MONTHS[number] if 1 <= number <= 12 else _PARTS.get(number, month)
    number_of_day = "a day in" if day_ == "XX" else str(int(day_)) if day_ else ""
    return _year(match["year"]), name, number_of_day, _clock(match["clock"], match["zone"])


def _clock(clock: str | None, zone: str | None) -> str:
    """A time of day with its zone."""
    return "" if clock is None else clock if zone is None else f"{clock} {'UTC' if zone == 'Z' else 'UTC' + zone}"


def _year(written: str) -> str:
    """A year, decade or century; years before the first are counted BC."""
    digits = written.removeprefix("Y")
    if digits.endswith("XX") and digits[:-2].isdigit():
        return f"the years {digits[:-2]}00 to {digits[:-2]}99"
    if digits.endswith("X") and digits[:-1].isdigit():
        return f"the {digits[:-1]}0s"
    if "X" in digits:
        return "an unknown year"
    return year(int(digits))


def _civil(number: int) -> Parts:
    """A day number as words for its parts."""
    y, m, d = calendar.civil(number)
    return year(y), MONTHS[m], str(d), ""


def _join(parts: Parts) -> str:
    """Day, month, year; then the clock."""
    year, month, day_, clock = parts
    return " ".join(filter(None, (day_, month, year))) + (f", {clock}" if clock else "")


def _pair(first: Parts, last: Parts, link: str) -> str:
    """Two dates, without repeating in the first what the second says."""
    if first == last:
        return _join(first)
    year, month, day_, clock = first
    if not (clock or last[3]) and bool(day_) == bool(last[2]) and bool(month) == bool(last[1]) and year == last[0]:
        if month and not day_:
            return f"{month} {link} {_join(last)}"
        if day_ and month == last[1]:
            return f"{day_} {link} {_join(last)}"
        if day_:
            return f"{day_} {month} {link} {_join(last)}"
    return f"{_join(first)} {link} {_join(last)}"


# ---------------------------------------------------------------- for machines
_HTML_DATE = re.compile(r"(\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_HTML_WEEK = re.compile(r"\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])")
_HTML_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?")
_HTML_DURATION = re.compile(r"P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?")


def html_datetime(value: str) -> str | None:
    """A TIMEX3 or EDTF value as HTML's `datetime` attribute takes it, or None where HTML has no form for it.

    A part of a day ("2023-12-10TNI") is given as its day, weeks of duration as days, "XXXX-10-07" as the yearless date.
    """
    value = value.rstrip("~?%")
    if weeks := re.fullmatch(r"P(\d+)W", value):
        return f"P{int(weeks[1]) * 7}D"
    if yearless := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value):
        return f"{yearless[1]}-{yearless[2]}" if calendar.is_date(4, int(yearless[1]), int(yearless[2])) else None
    if _HTML_WEEK.fullmatch(value) or _HTML_DURATION.fullmatch(value):
        return value
    date, _, clock = value.partition("T")
    if not _is_html_date(date):
        return None
    return f"{date}T{clock}" if len(date) >= 10 and _HTML_TIME.fullmatch(clock) else date


def _is_html_date(value: str) -> bool:
    """A year from 1 on, a month or a day that the calendar has."""
    match = _HTML_DATE.fullmatch(value)
    if not match or int(match[1]) < 1:
        return False
    return calendar.is_date(int(match[1]), int(match[2] or 1), int(match[3] or 1))

"""Dates for `<time datetime>`: TIMEX3 and EDTF as a valid HTML value, or none."""

import re

from ..algebra import calendar

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

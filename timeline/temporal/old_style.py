"""Sources that count by the Julian calendar (`calendar: julian`): their days are turned into those of ours.

What names a day of a month is of their calendar (`recognise` says so of the term), and so is their day of publication.
What is counted from there – “on Monday”, “yesterday” – is not touched: the days themselves are the same, only their
numbers differ. A month by itself begins some days later than ours of that name; a doubt says so.
"""

from collections.abc import Iterable

from ..algebra import calendar
from ..algebra.edtf import interval_of
from ..frozen import replace
from ..kept import pattern
from ..model import Analysis, Document, TimeExpression, Timex3
from .recognise import plain_fields

_MONTH = "a month of the Julian calendar, which begins some days later than ours of that name"
_DAY = pattern(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")


def is_old_style(document: Document) -> bool:
    """Does somebody say that this source counts by the Julian calendar?"""
    return document.meta.calendar == "julian"


def published(document: Document) -> str | None:
    """When a source was published, by our calendar: a day exactly, a month as the days that it had."""
    written = document.meta.published
    if written is None or not is_old_style(document):
        return written
    if m := _DAY.fullmatch(written):
        year, month, day = int(m[1]), int(m[2]), int(m[3])
        return calendar.iso(_ordinal(year, month, day)) + (m[4] or "")
    span = interval_of(written)
    if span is None or span.grain not in ("month", "year"):
        return written
    first, last = calendar.civil(span.first), calendar.civil(span.last)
    return f"{calendar.iso(_ordinal(*first))}/{calendar.iso(_ordinal(*last))}"


def doubted(analysis: Analysis, timexes: Iterable[Timex3]) -> tuple[Timex3, ...]:
    """Dated expressions, those of a source that counts so with a doubt where they name a month without a day."""
    if not is_old_style(analysis.document):
        return tuple(timexes)
    return tuple(_doubted(x, analysis.expressions[x.expression]) for x in timexes)


def _doubted(timex: Timex3, expression: TimeExpression) -> Timex3:
    fields = plain_fields(expression.term)
    by_itself = fields is not None and fields.month is not None and fields.day is None
    return replace(timex, doubt=timex.doubt or _MONTH) if by_itself and timex.interval else timex


def _ordinal(year: int, month: int, day: int) -> int:
    """Our number of a day of the Julian calendar: it falls behind at the end of February."""
    lag = calendar.julian_lag(year if month > 2 else year - 1)
    if (month, day) == (2, 29) and not calendar.is_leap(year):  # a day that only the Julian calendar has
        return calendar.ordinal(year, 2, 28) + 1 + lag
    return calendar.ordinal(year, month, day) + lag

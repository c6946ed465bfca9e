"""One day by two calendars: "14 May (26 May, New Style) 1896", "26 May [O.S. 14 May] 1896", "14 (26) May 1896".

Until 1918 papers of eastern Europe, and histories of it since, name a day by the Julian calendar and by ours. Both are
the same day. A pair is read so where one of the two is called old or new style, or where the two are as many days apart
as the calendars were in that year; the year may stand behind the bracket and is then that of both.
"""

from ... import kept
from ...algebra import calendar
from ...algebra.terms import Fields
from ...frozen import replace
from ...kept import pattern
from ...language.context import Context
from ...model import TimeExpression

_OPEN, _CLOSE = r"\s?[(\[]\s?", r"\s?[)\]]"
#: Two days of one month before it.
_TWO_NUMBERS = pattern(r"\b(\d\d?)\s?[(\[](\d\d?)[)\]]\s$")
#: The Julian calendar falls behind by so many days, from the reform of 1582 to our century.
_LAGS = range(10, 14)
_LONGEST = 24


def in_two_calendars(found: list[TimeExpression], text: str, lower: str, around: Context) -> list[TimeExpression]:
    """The expressions, those that name one day twice with its year and their calendars."""
    out = list(found)
    for n, x in enumerate(found):
        fields = x.term if isinstance(x.term, Fields) else None
        if fields is None or not fields.month:
            continue
        if fields.day is None and fields.year is not None:
            out[n] = _two_numbers(x, fields, text)
        elif n + 1 < len(found) and fields.day is not None and fields.weekday is None:
            _pair(out, n, fields, lower, around)
    return out


def _two_numbers(x: TimeExpression, fields: Fields, text: str) -> TimeExpression:
    """ "14 (26) May 1896": told by the second number, which is ours."""
    m = _TWO_NUMBERS.search(text, max(0, x.start - _LONGEST), x.start)
    if m is None or fields.year is None or fields.month is None:
        return x
    old, new = int(m[1]), int(m[2])
    if new - old != _lag(fields.year, fields.month) or not calendar.is_date(fields.year, fields.month, new):
        return x
    return replace(x, start=m.start(), text=text[m.start() : x.end], term=replace(fields, day=new))


def _pair(out: list[TimeExpression], n: int, first: Fields, lower: str, around: Context) -> None:
    """Give both of a pair the year and the calendar, in place."""
    a, b = out[n], out[n + 1]
    second = b.term if isinstance(b.term, Fields) else None
    if second is None or not (second.month and second.day) or second.weekday or b.start - a.end > _LONGEST:
        return
    opening = kept.fullmatch(rf"{_OPEN}(?:{around.style},?:?\s)?", lower[a.end : b.start])
    closing = kept.match(rf"(?:,?\s{around.style})?{_CLOSE},?\s?", lower[b.end : b.end + _LONGEST])
    if opening is None or closing is None:
        return
    behind = out[n + 2] if n + 2 < len(out) and out[n + 2].start == b.end + closing.end() else None
    year = first.year or second.year
    if year is None and behind is not None and isinstance(behind.term, Fields):
        year = behind.term.year if behind.term == Fields(year=behind.term.year) else None
    said = any(m[style] for m in (opening, closing) for style in ("old", "new"))
    days = _apart(first, second, year)
    days = days if days in _LAGS else _apart(second, first, year)
    if days not in _LAGS or not (said or (year is not None and days == _lag(year, first.month or 1))):
        if first.year is None and second.year is None and year is not None:  # two days of the year behind them
            out[n], out[n + 1] = (replace(x, term=replace(f, year=year)) for x, f in ((a, first), (b, second)))
        return
    early, late = (n, n + 1) if days == _apart(first, second, year) else (n + 1, n)
    parts = {n: first, n + 1: second}
    own = ours = year
    if year is not None and (parts[early].month or 0) > (parts[late].month or 0):  # 20 December, 1 January by ours
        whose = n if first.year is not None else n + 1 if second.year is not None else late
        own, ours = (year - 1, year) if whose == late else (year, year + 1)
    out[early] = replace(out[early], term=replace(parts[early], year=own, julian=True))
    out[late] = replace(out[late], term=replace(parts[late], year=ours))


def _lag(year: int, month: int) -> int:
    return calendar.julian_lag(year if month > 2 else year - 1)


def _apart(first: Fields, second: Fields, year: int | None) -> int:
    """Days from one day of the year to the other, the second in the next year where that is nearer."""
    year = _ANY_YEAR if year is None else year
    days = calendar.ordinal(year, second.month or 1, second.day or 1) - calendar.ordinal(
        year, first.month or 1, first.day or 1
    )
    return days + (calendar.ordinal(year + 1, 1, 1) - calendar.ordinal(year, 1, 1) if days < -_HALF_A_YEAR else 0)


_HALF_A_YEAR, _ANY_YEAR = 183, 1900

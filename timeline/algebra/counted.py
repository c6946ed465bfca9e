"""Counted terms → days: the unit before, the next such month, so many weeks ago, the third of a unit in a whole."""

import math

from ..frozen import replace
from . import calendar, edtf, timex3
from .derivation import Derivation
from .fields import part_of
from .interval import ORDER, Interval, containing, day, year
from .terms import Alike, Cycle, Fields, Nth, Occurrence, Offset, Prior, Publication, Span, Stretch

_MOMENTS = (((None, "minute"),), ((None, "second"),))
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_SHARE_OF_DAY = {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
#: A stretch of more days than this is told in years, a shorter one in months.
_YEARS_LONG = 700
_UNIT_MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}


def of_prior(work: Derivation, term: Prior) -> Interval | None:
    """The date named before, in the grain that is asked for."""
    grain = term.grain
    prior = work.anchor.prior
    if prior is None or grain is None or prior.grain == grain:
        return prior
    if ORDER.get(grain, 0) > ORDER[prior.grain]:
        return containing(prior.first, grain)
    return prior if prior.days <= 1 or grain != "day" else None


def of_cycle(work: Derivation, term: Cycle) -> Interval | None:
    """ "last week", "next year", "today": whole units of the calendar, counted from the base's own."""
    base = work.interval(term.base)
    if base is None:
        return None
    if term.unit == "weekend" and term.n == 1 and term.base == Publication():
        around = timex3.value(_shifted(base, "weekend", 0))
        if calendar.weekday(base.first) < 6:
            work.near.append((around, "“next” can also be the weekend that comes first"))
    return _shifted(base, term.unit, term.n)


def _shifted(start: Interval, unit: str, n: int) -> Interval:
    if unit in ("day", "night"):
        return day(start.first + n)
    if unit == "fortnight":
        first = containing(start.first, "week").first + 14 * n
        return Interval(first, first + 14, "span")
    base = containing(start.first, unit)
    if unit in _UNIT_DAYS:
        return Interval(base.first + 7 * n, base.past + 7 * n, base.grain)
    return containing(calendar.add_months(base.first, _UNIT_MONTHS[unit] * n), unit)


def of_occurrence(work: Derivation, term: Occurrence) -> Interval | None:
    """ "last August": the latest that is over; "next": the first that begins later; "this": the one around."""
    base = work.interval(term.base)
    if base is None:
        return None
    here = work.counted_from(replace(work.anchor, day=base.first, direction=0, carry=False))
    y = calendar.civil(base.first)[0]
    if isinstance(term.fields, Fields) and term.fields.weekday and not term.fields.month and not term.fields.day:
        return _counted_weekday(work, term, term.fields.weekday, base.first)
    inner = term.fields.fields if isinstance(term.fields, Occurrence) else term.fields
    reach = abs(term.n) + 2
    found_all = [c for k in range(y - reach, y + reach + 1) if (c := part_of(here, inner, year(k))) is not None]
    found_all.sort(key=lambda c: c.first)
    if term.n < 0:
        over = [c for c in found_all if c.past <= base.first]
        return over[term.n] if len(over) >= -term.n else None
    if term.n > 0:
        later = [c for c in found_all if c.first > base.last]
        return later[term.n - 1] if len(later) >= term.n else None
    around = [c for c in found_all if c.first <= base.first < c.past]
    if around and base.grain != "year":  # "in 1941 … that winter" is that which began in the year
        return around[0]
    same = next((c for c in found_all if calendar.civil(c.first)[0] == y), None)
    if same is not None and work.anchor.direction > 0 and same.past <= base.first:
        return next((c for c in found_all if c.first > base.first), same)
    return same


def _counted_weekday(work: Derivation, term: Occurrence, wanted: int, base: int) -> Interval:
    """The n-th such weekday before or behind a day; for n = 0 that of the week around it."""
    now = calendar.weekday(base)
    if term.n < 0:
        found = base - ((now - wanted - 1) % 7 + 1) + 7 * (term.n + 1)
        if term.n == -1 and now > wanted and term.base == Publication():
            # said on Wednesday, "last Tuesday" can be a week earlier
            work.near.append((timex3.value(day(found - 7)), "“last” can also pass over this week's"))
        return day(found)
    if term.n > 0:
        found = base + (wanted - now - 1) % 7 + 1 + 7 * (term.n - 1)
        if term.n == 1 and wanted > now and term.base == Publication():
            work.near.append((timex3.value(day(found + 7)), "“next” can also pass over this week's"))
        return day(found)
    same_week = base - now + wanted
    if wanted > now and work.anchor.direction < 0:
        return day(same_week - 7)
    return day(same_week + 7 if wanted < now and work.anchor.direction > 0 else same_week)


def of_offset(work: Derivation, term: Offset) -> Interval | None:
    """A distance from the base, as precise as the words: "two years ago" is a year, "two days ago" a day."""
    known = len(work.near)
    base = work.interval(term.base)
    found = _distant(work, term, base)
    if base is not None and found is not None and found.days == 1:  # where the base can be another day, so can this
        work.near[known:] = [(_moved(value, found.first - base.first), why) for value, why in work.near[known:]]
    return found


def _moved(value: str, days: int) -> str:
    """A value that is a day, by so many days; others as they are."""
    span = edtf.interval_of(value)
    return calendar.iso(span.first + days) if span is not None and span.days == 1 else value


def _distant(work: Derivation, term: Offset, base: Interval | None) -> Interval | None:
    if base is not None and base.days <= 1 and term.amounts in _MOMENTS and isinstance(term.base, Prior):
        return base  # "minutes later": on the same day
    if base is None or any(n is None for n, _ in term.amounts):
        return None
    amounts = [(n or 0.0, unit) for n, unit in term.amounts]
    unit = amounts[-1][1]
    if unit == "year" and amounts[-1][0] % 1:
        unit = "month"  # "a year and a half ago"
    if unit in ("hour", "minute", "second"):
        return _clock_offset(work, amounts, term, base)
    from_day = base.days <= 1
    at = base.first if from_day or term.sign < 0 or unit in _UNIT_MONTHS else base.last
    for n, u in amounts:
        if u in _UNIT_DAYS:
            at += term.sign * round(_UNIT_DAYS[u] * n)
        else:
            at = calendar.add_months(at, term.sign * round(_UNIT_MONTHS[u] * n))
    if (
        term.exact
        or unit in ("day", "night")
        or (unit in ("week", "fortnight") and from_day and not (isinstance(term.base, Publication) and term.sign < 0))
    ):
        return day(at)
    if unit in ("decade", "century") and base.grain in ("day", "month"):
        return containing(at, "year")
    grain = "week" if unit in ("week", "fortnight") else unit
    if ORDER[base.grain] > ORDER["day"] and ORDER[base.grain] < ORDER.get(grain, 0):
        return containing(at, base.grain)  # "a year earlier", said of a June: the June before
    return containing(at, "month" if grain == "weekend" else grain)


def _clock_offset(work: Derivation, amounts: list[tuple[float, str]], term: Offset, base: Interval) -> Interval | None:
    minutes = sum(n * {"hour": 60, "minute": 1, "second": 1 / 60}.get(u, 1440) for n, u in amounts)
    if work.anchor.clock is None or not isinstance(term.base, Publication):
        return base if minutes < 720 else day(base.first + term.sign * round(minutes / 1440))
    hour, minute = work.anchor.clock
    total = base.first * 1440 + hour * 60 + minute + term.sign * round(minutes)
    at, rest = divmod(total, 1440)
    work.stamp = f"T{rest // 60:02d}:{rest % 60:02d}"
    return day(at)


def of_nth(work: Derivation, term: Nth) -> Interval | None:
    """The n-th weekday or unit of a whole; counted from its end where n is negative."""
    whole = work.interval(term.whole)
    if whole is None:
        return None
    if term.weekday:
        if term.n > 0:
            first = whole.first + (term.weekday - calendar.weekday(whole.first)) % 7 + 7 * (term.n - 1)
        else:
            first = whole.last - (calendar.weekday(whole.last) - term.weekday) % 7 + 7 * (term.n + 1)
        return day(first) if whole.first <= first < whole.past else None
    if term.unit in ("day", "week", "weekend", "fortnight"):
        size = _UNIT_DAYS[term.unit]
        length = size * term.count
        first = whole.first + size * (term.n - 1) if term.n > 0 else whole.past - length + size * (term.n + 1)
        if term.count == 1 and term.unit == "weekend":
            saturday = whole.first + (6 - calendar.weekday(whole.first)) % 7 + 7 * (term.n - 1)
            return Interval(saturday, saturday + 2, "weekend")
        grain = "day" if length == 1 else "week" if length == 7 and calendar.weekday(first) == 1 else "span"
        return Interval(first, first + length, grain)
    step = _UNIT_MONTHS[term.unit]
    first = (
        calendar.add_months(whole.first, step * (term.n - 1))
        if term.n > 0
        else calendar.add_months(whole.past, step * (term.n + 1 - term.count))
    )
    past = calendar.add_months(first, step * term.count)
    return containing(first, term.unit) if term.count == 1 else Interval(first, past, "span")


def of_alike(work: Derivation, term: Alike) -> Interval | None:
    """The base's months in another year; the whole, where the base is no part of a year."""
    whole, base = work.interval(term.whole), work.interval(term.base)
    if whole is None or base is None or base.grain not in ("month", "quarter", "half"):
        return whole
    return containing(calendar.ordinal(calendar.civil(whole.first)[0], calendar.civil(base.first)[1]), base.grain)


def of_stretch(work: Derivation, term: Stretch) -> Interval | None:
    """So much time up to the base, or from it on; its ends are as coarse as its unit."""
    base = work.interval(term.base)
    if base is None or any(n is None for n, _ in term.amounts):
        return None
    at = base.first if term.sign < 0 else base.last
    far = at
    for n, unit in term.amounts:
        if unit in _UNIT_MONTHS:
            far = calendar.add_months(far, term.sign * round(_UNIT_MONTHS[unit] * (n or 0)))
        else:
            far += term.sign * math.ceil(_UNIT_DAYS.get(unit, _SHARE_OF_DAY.get(unit, 1)) * (n or 0))
    shorter = term.amounts[0][1] in _UNIT_DAYS or term.amounts[0][1] in _SHARE_OF_DAY
    grain = "day" if shorter else "month" if abs(far - at) < _YEARS_LONG else "year"
    return Interval(containing(min(at, far), grain).first, containing(max(at, far), grain).past, "span")


def of_span(work: Derivation, term: Span) -> Interval | None:
    """From the first day of one term to the last of another."""
    start = work.interval(term.start) if term.start else None
    end = work.interval(term.end) if term.end else None
    if (term.start and start is None) or (term.end and end is None):
        return None
    first = start.first if start else edtf.OPEN_FIRST
    past = end.past if end else edtf.OPEN_PAST
    return Interval(first, past, "span") if first < past else None

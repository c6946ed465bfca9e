"""Parts of a date that the words name → days: the missing parts filled in, or sought inside a whole."""

from collections.abc import Callable

from ..frozen import replace
from . import calendar, timex3
from .candidates import choose, nearest
from .derivation import Derivation
from .interval import Interval, containing, day, month, months, week, year, years
from .terms import Cycle, Fields, NamedDay, Term, Within

#: So many years apart are days of leap years only.
_APART = 8
_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def of_fields(work: Derivation, f: Fields) -> Interval | None:
    """The date, month, … that has the parts named; what is not named is filled in from the reference."""
    if f.julian and f.short_year is None:
        work.steps.append("a day of the Julian calendar (Old Style), by ours")
    if f.decade is not None:
        return years(f.decade * 10 - (8 if f.decade < 0 else 0), 10, "decade")  # 479 to 470 BC are the 470s
    if f.century is not None:
        return years(f.century * 100 + (f.century < 0), 100, "century")  # 500 to 401 BC is the fifth before
    if f.short_decade is not None:
        return _short_decade(work, f.short_decade)
    if f.short_year is not None:
        filled = _short_year(work, f.short_year)
        return None if filled is None else of_fields(work, replace(f, short_year=None, year=filled))
    if f.year is not None:
        return in_year(work, f, f.year)
    if f.month is not None:
        return _pick(work, f, "year", lambda y: in_year(work, f, y))
    if f.day is not None:
        return _pick_month(work, f)
    if f.weekday is not None:
        return _weekday(work, f.weekday)
    if f.weekend:
        return work.interval(Cycle("weekend", 0 if work.anchor.direction >= 0 else -1))
    if f.quarter or f.half or f.season or f.week:
        return _pick(work, f, "year", lambda y: in_year(work, f, y))
    return None


def in_year(work: Derivation, f: Fields, y: int) -> Interval | None:
    """The parts named, in a given year; None for a day that the year does not have."""
    if f.month and f.day:
        if not calendar.is_date(y, f.month, f.day):
            return None
        shift = calendar.julian_lag(y if f.month > 2 else y - 1) if f.julian else 0
        found = day(calendar.ordinal(y, f.month, f.day) + shift)
        if f.weekday and f.year is not None and calendar.weekday(found.first) != f.weekday:
            work.conflict = f"{f.day}/{f.month}/{y} was no {_WEEKDAYS[f.weekday]}"
        return found
    if f.month:
        return month(y, f.month)
    if f.quarter:
        return months(y, 3 * f.quarter - 2, 3, "quarter")
    if f.half:
        return months(y, 6 * f.half - 5, 6, "half")
    if f.season:
        first = timex3.SEASON_MONTH[f.season]
        return months(y, (first + 5) % 12 + 1 if work.anchor.southern else first, 3, "season")
    if f.week:
        return week(y, f.week)
    if f.year_span:
        return years(y, f.year_span - y + 1, "span")
    return year(y)


def _short_year(work: Derivation, two: int) -> int | None:
    base = work.reference
    if base is None:
        return None
    now = calendar.civil(base)[0]
    work.implied.append("century")
    return max((c for c in (now // 100 * 100 + two + k for k in (-100, 0, 100)) if c <= now + 15), default=now)


def _short_decade(work: Derivation, digit: int) -> Interval:
    now = 1999 if work.reference is None else calendar.civil(work.reference)[0]
    first = now // 100 * 100 + digit * 10
    work.implied.append("century")
    return years(first - 100 if first > now else first, 10, "decade")


def _pick(work: Derivation, f: Fields, part: str, at: Callable[[int], Interval | None]) -> Interval | None:
    """The year in which a part of the calendar is meant: by direction, else the nearest."""
    base = work.reference
    if base is None:
        return None
    now = calendar.civil(base)[0]
    reach = 30 if f.weekday or (f.month == 2 and f.day == 29) else 2
    found = [
        c for y in range(now - reach, now + min(reach, 12) + 1) if (c := at(y)) is not None and _weekday_fits(f, c)
    ]
    if f.weekday and f.day:
        return nearest(work, found, base, part)
    return choose(work, found, base, part)


def _pick_month(work: Derivation, f: Fields) -> Interval | None:
    """ "The 10th": of which month."""
    base = work.reference
    if base is None or f.day is None:
        return None
    y, m, _ = calendar.civil(base)
    reach = 14 if f.weekday else 2
    found = []
    for k in range(-reach, reach + 1):
        cy, cm = divmod(y * 12 + m - 1 + k, 12)
        if calendar.is_date(cy, cm + 1, f.day):
            c = day(calendar.ordinal(cy, cm + 1, f.day))
            if _weekday_fits(f, c):
                found.append(c)
    chosen = choose(work, found, base, "month")
    if chosen and calendar.civil(chosen.first)[0] != y:
        work.implied.append("year")
    return chosen


def _weekday_fits(f: Fields, c: Interval) -> bool:
    return not (f.weekday and c.grain == "day") or calendar.weekday(c.first) == f.weekday


def _weekday(work: Derivation, wanted: int) -> Interval | None:
    base = work.reference
    if base is None:
        return None
    past = base - (calendar.weekday(base) - wanted) % 7
    future = base + (wanted - calendar.weekday(base)) % 7
    return choose(work, [day(n) for n in sorted({past - 7, past, future, future + 7})], base, "week")


def of_named(work: Derivation, term: NamedDay) -> Interval | None:
    """A named day: in the year said, else in that which direction and nearness choose."""

    def at(y: int) -> Interval | None:
        found = work.anchor.named(term.key, y)
        return None if found is None else day(found)

    if term.year is not None:
        return at(term.year)
    fixed = work.anchor.named(term.key, 0)  # one event, not a day of every year ("9/11")
    if fixed is not None and fixed > 0:
        return day(fixed)
    base = work.reference
    if base is None:
        return None
    now = calendar.civil(base)[0]
    if work.anchor.prior is not None and work.anchor.prior.grain == "year" and work.anchor.carry:
        return at(calendar.civil(work.anchor.prior.first)[0])
    found = [c for y in range(now - 1, now + 2) if (c := at(y)) is not None]
    if len(found) < 3:  # a day of some years only
        found = [c for y in range(now - _APART, now + _APART + 1) if (c := at(y)) is not None]
    return choose(work, found, base, "year")


def part_of(work: Derivation, part: Term, whole: Interval) -> Interval | None:
    """A part of the calendar inside a whole: April in a year, the 8th in a month, Thursday in a week."""
    if not isinstance(part, Fields):
        inside = replace(work.anchor, day=whole.first, prior=whole, carry=True)
        return work.counted_from(inside).interval(part)
    y, m, _ = calendar.civil(whole.first)
    if part.month or part.quarter or part.half or part.season or part.week:
        return in_year(work, replace(part, year=None), y)
    if part.day:
        return day(calendar.ordinal(y, m, part.day)) if calendar.is_date(y, m, part.day) else None
    if part.weekday:
        start = (
            containing(whole.first, "week").first
            if whole.days <= 7
            else whole.first + (part.weekday - calendar.weekday(whole.first)) % 7
        )
        return day(start + part.weekday - 1) if whole.days <= 7 else day(start)
    if part.weekend:
        return containing(whole.first, "weekend")
    return whole


def of_within(work: Derivation, term: Within) -> Interval | None:
    """A part of the calendar inside what another term says."""
    whole = work.interval(term.whole)
    return None if whole is None else part_of(work, term.part, whole)

"""From a term and an anchor to days. Pure calendar arithmetic; what it fills in is kept apart from what was said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from . import calendar, edtf, timex3
from .interval import ORDER, Interval, containing, day, month, months, week, year, years
from .terms import (
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
    Term,
    TimeOfDay,
    Vague,
    Within,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a term is counted from.

    day: the day of writing, None where it is not known. prior: the date named before, or what an occasion was bound to.
    direction: -1 past, +1 future, 0 not told. southern: seasons of the southern hemisphere. clock: (hour, minute) of
    writing. carry: the text carries the year (narratives), so that `prior` outranks `day` for missing parts.
    named: the day of a named day in a year, None where it is not known.
    """

    day: int | None
    prior: Interval | None = None
    direction: int = 0
    southern: bool = False
    clock: tuple[int, int] | None = None
    carry: bool = False
    named: Callable[[str, int], int | None] = lambda key, year: None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out.

    interval: None where the term has no calendar value here (vague, a duration, nothing to count from). value: TIMEX3.
    edtf: None likewise. implied: names of parts that were filled in ("year", "month"). near: second readings that are
    about as good, as (value, reason). steps: the derivation in words. conflict: what the words contradict, if they do.
    """

    interval: Interval | None
    value: str
    edtf: str | None = None
    mod: str | None = None
    implied: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    conflict: str | None = None


def evaluate(term: Term, anchor: Anchor) -> Outcome:
    """Compute a term's days from an anchor. Never raises for a term that a rule can make."""
    found = _Evaluation(anchor)
    mod, inner = None, term
    while isinstance(inner, Modified):
        mod, inner = mod or inner.mod, inner.term
    time = inner if isinstance(inner, TimeOfDay) else None
    try:
        interval = found.interval(time.day if time else inner)
        if interval is not None and not -9999 <= calendar.civil(interval.first)[0] <= 9999:
            interval = None
    except (ValueError, OverflowError):  # a day that no calendar has ("the 31st" in a fixed June)
        interval = None
    if interval is None:
        return Outcome(
            None,
            timex3.underspecified(inner),
            None,
            _CUT.get(mod or "", mod),
            (),
            (),
            tuple(found.steps),
            found.conflict,
        )
    stamp = found.stamp or (timex3.clock(time.hour, time.minute, time.second, time.part) if time else "")
    value = timex3.value(interval, anchor.southern)
    if mod in _CUT:
        interval, mod = _cut(interval, mod, anchor.day), _CUT[mod]
    written = _edtf(interval, mod == "APPROX", anchor.southern)
    if stamp:
        value += stamp
        if time and time.part and interval.days <= 1:
            interval = Interval(interval.first, interval.past, "part")
        if stamp[1:2].isdigit() and interval.days == 1:
            interval = Interval(interval.first, interval.past, "point")
            hour, minute, second = stamp[1:3], stamp[4:6], stamp[7:9] or "00"
            zone = time.zone if time and time.zone == "Z" else ""
            if hour != "24":
                written = f"{written.removesuffix('~')}T{hour}:{minute}:{second}{zone}"
    return Outcome(
        interval, value, written, mod, tuple(found.implied), tuple(found.near), tuple(found.steps), found.conflict
    )


#: Parts of a period up to or from the day of writing, and the TIMEX3 mod that they are told by.
_CUT = {"EARLIER": "START", "LATER": "END"}


def _cut(span: Interval, mod: str, today: int | None) -> Interval:
    """ "earlier this year" is over when it is written, "later this year" still to come."""
    if today is None or not span.first <= today < span.past or span.days <= 1:
        return span
    return Interval(span.first, today + 1, "span") if mod == "EARLIER" else Interval(today, span.past, "span")


def _edtf(span: Interval, approx: bool, southern: bool) -> str:
    if span.grain == "day":  # the common case, without the general machinery
        y, m, d = calendar.civil(span.first)
        if y > 0:
            return f"{y:04d}-{m:02d}-{d:02d}" + ("~" if approx else "")
    if span.grain == "season" and (southern or timex3.value(span).endswith("WI")):
        span = replace(span, grain="span")  # codes 21-24 leave open which winter, and which half of the world
    if span.grain in ("point", "part"):
        span = replace(span, grain="day")
    return edtf.edtf_of(span, approx)


_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
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


class _Evaluation:
    """One evaluation: the anchor, and what is noted down on the way."""

    __slots__ = ("anchor", "conflict", "implied", "near", "reference", "stamp", "steps")

    def __init__(self, anchor: Anchor) -> None:
        self.anchor = anchor
        self.implied: list[str] = []
        self.near: list[tuple[str, str]] = []
        self.steps: list[str] = []
        self.conflict: str | None = None
        self.stamp = ""
        carried = anchor.carry and anchor.prior is not None
        self.reference = anchor.prior.first if carried and anchor.prior else anchor.day

    def interval(self, term: Term) -> Interval | None:
        """The days of a term, or None."""
        match term:
            case Fields():
                return self._fields(term)
            case Numeric():
                return self._fields(term.ordered(day_first=True))
            case Publication():
                return None if self.anchor.day is None else day(self.anchor.day)
            case Prior():
                return self._prior(term.grain)
            case Occasion():
                return self.anchor.prior
            case Cycle():
                return self._cycle(term)
            case Occurrence():
                return self._occurrence(term)
            case Offset():
                return self._offset(term)
            case Within():
                whole = self.interval(term.whole)
                return None if whole is None else self._part(term.part, whole)
            case Nth():
                whole = self.interval(term.whole)
                return None if whole is None else self._nth(term, whole)
            case NamedDay():
                return self._named(term)
            case Modified():
                return self.interval(term.term)
            case TimeOfDay():
                return self.interval(term.day)
            case Span():
                return self._span(term)
            case Vague() | Duration() | Recurrence():
                return None

    # ---------------------------------------------------------- parts of a date
    def _fields(self, f: Fields) -> Interval | None:
        if f.decade is not None:
            return years(f.decade * 10, 10, "decade")
        if f.century is not None:
            return years(f.century * 100 + (f.century < 0), 100, "century")  # 500 to 401 BC is the fifth before
        if f.short_decade is not None:
            return self._short_decade(f.short_decade)
        if f.short_year is not None:
            filled = self._short_year(f.short_year)
            return None if filled is None else self._fields(replace(f, short_year=None, year=filled))
        if f.year is not None:
            return self._in_year(f, f.year)
        if f.month is not None:
            return self._pick(f, "year", lambda y: self._in_year(f, y))
        if f.day is not None:
            return self._pick_month(f)
        if f.weekday is not None:
            return self._weekday(f.weekday)
        if f.weekend:
            return self._cycle(Cycle("weekend", 0 if self.anchor.direction >= 0 else -1))
        if f.quarter or f.half or f.season or f.week:
            return self._pick(f, "year", lambda y: self._in_year(f, y))
        return None

    def _in_year(self, f: Fields, y: int) -> Interval | None:
        if f.month and f.day:
            if not calendar.is_date(y, f.month, f.day):
                return None
            shift = calendar.julian_lag(y) if f.julian else 0
            found = day(calendar.ordinal(y, f.month, f.day) + shift)
            if f.weekday and f.year is not None and calendar.weekday(found.first) != f.weekday:
                self.conflict = f"{f.day}/{f.month}/{y} was no {_WEEKDAYS[f.weekday]}"
            return found
        if f.month:
            return month(y, f.month)
        if f.quarter:
            return months(y, 3 * f.quarter - 2, 3, "quarter")
        if f.half:
            return months(y, 6 * f.half - 5, 6, "half")
        if f.season:
            first = timex3.SEASON_MONTH[f.season]
            return months(y, (first + 5) % 12 + 1 if self.anchor.southern else first, 3, "season")
        if f.week:
            return week(y, f.week)
        if f.year_span:
            return years(y, f.year_span - y + 1, "span")
        return year(y)

    def _short_year(self, two: int) -> int | None:
        base = self.reference
        if base is None:
            return None
        now = calendar.civil(base)[0]
        self.implied.append("century")
        return max((c for c in (now // 100 * 100 + two + k for k in (-100, 0, 100)) if c <= now + 15), default=now)

    def _short_decade(self, digit: int) -> Interval:
        now = 1999 if self.reference is None else calendar.civil(self.reference)[0]
        first = now // 100 * 100 + digit * 10
        self.implied.append("century")
        return years(first - 100 if first > now else first, 10, "decade")

    def _pick(self, f: Fields, part: str, at: Callable[[int], Interval | None]) -> Interval | None:
        """The year in which a part of the calendar is meant: by direction, else the nearest."""
        base = self.reference
        if base is None:
            return None
        now = calendar.civil(base)[0]
        reach = 30 if f.weekday or (f.month == 2 and f.day == 29) else 2
        found = [
            c
            for y in range(now - reach, now + min(reach, 12) + 1)
            if (c := at(y)) is not None and self._weekday_fits(f, c)
        ]
        if f.weekday and f.day:
            return self._nearest(found, base, part)
        return self._choose(found, base, part)

    def _nearest(self, found: list[Interval], base: int, part: str) -> Interval | None:
        """Weekday and day fit only every five to eleven years: the nearest fit is meant, whatever the tense."""
        self.implied.append(part)
        self.steps.append("the year nearest to publication in which the weekday fits")
        return min(found, key=lambda c: abs(c.first - base), default=None)

    @staticmethod
    def _weekday_fits(f: Fields, c: Interval) -> bool:
        return not (f.weekday and c.grain == "day") or calendar.weekday(c.first) == f.weekday

    def _pick_month(self, f: Fields) -> Interval | None:
        """ "The 10th": of which month."""
        base = self.reference
        if base is None or f.day is None:
            return None
        y, m, _ = calendar.civil(base)
        reach = 14 if f.weekday else 2
        found = []
        for k in range(-reach, reach + 1):
            cy, cm = divmod(y * 12 + m - 1 + k, 12)
            if calendar.is_date(cy, cm + 1, f.day):
                c = day(calendar.ordinal(cy, cm + 1, f.day))
                if self._weekday_fits(f, c):
                    found.append(c)
        chosen = self._choose(found, base, "month")
        if chosen and calendar.civil(chosen.first)[0] != y:
            self.implied.append("year")
        return chosen

    def _weekday(self, wanted: int) -> Interval | None:
        base = self.reference
        if base is None:
            return None
        past = base - (calendar.weekday(base) - wanted) % 7
        future = base + (wanted - calendar.weekday(base)) % 7
        return self._choose([day(n) for n in sorted({past - 7, past, future, future + 7})], base, "week")

    def _choose(self, found: Iterable[Interval], base: int, part: str) -> Interval | None:
        """Of candidates in order of time: the latest that has begun, the next to come, or the nearest.

        A tense told from afar (direction 1 rather than 2) yields to a candidate that is nearer by far.
        """
        candidates = list(found)
        self.implied.append(part)
        begun = [c for c in candidates if c.first <= base]
        to_come = [c for c in candidates if c.last >= base]
        direction = self.anchor.direction
        if self.anchor.carry and self.anchor.prior is not None:
            self.steps.append("carried on from the date told before")
            told = self.anchor.prior
            return min(candidates, key=lambda c: _carried(c, told), default=None)
        back = min((base - c.last for c in begun[-1:]), default=None)
        ahead = min((c.first - base for c in to_come[:1]), default=None)
        if direction and abs(direction) < _CERTAIN and part != "week" and back is not None and ahead is not None:
            wrong, right = (ahead, back) if direction < 0 else (back, ahead)
            far = _FAR["quarter" if candidates[0].grain == "quarter" else abs(direction)]
            if max(wrong, 0) * far < right - 31:
                direction = -direction
        if direction < 0:
            chosen = begun[-1] if begun else None
            self.steps.append("the latest up to publication")
        elif direction > 0:
            chosen = to_come[0] if to_come else None
            self.steps.append("the next from publication on")
        else:
            if back is not None and (ahead is None or back <= 2 * max(ahead, 0) or ahead > 45):
                chosen = begun[-1]
                other = to_come[0] if to_come else None
            else:
                chosen = to_come[0] if to_come else None
                other = begun[-1] if begun else None
            self.steps.append("the nearest to publication")
            if other is not None and other != chosen:
                self.near.append((timex3.value(other, self.anchor.southern), "no tense tells past from future here"))
        return chosen

    # ---------------------------------------------------------- counted units
    def _prior(self, grain: str | None) -> Interval | None:
        prior = self.anchor.prior
        if prior is None or grain is None or prior.grain == grain:
            return prior
        if ORDER.get(grain, 0) > ORDER[prior.grain]:
            return containing(prior.first, grain)
        return prior if prior.days <= 1 or grain != "day" else None

    def _shifted(self, start: Interval, unit: str, n: int) -> Interval:
        if unit in ("day", "night"):
            return day(start.first + n)
        if unit == "fortnight":
            first = containing(start.first, "week").first + 14 * n
            return Interval(first, first + 14, "span")
        base = containing(start.first, unit)
        if unit in _UNIT_DAYS:
            return Interval(base.first + 7 * n, base.past + 7 * n, base.grain)
        return containing(calendar.add_months(base.first, _UNIT_MONTHS[unit] * n), unit)

    def _cycle(self, term: Cycle) -> Interval | None:
        base = self.interval(term.base)
        if base is None:
            return None
        return self._shifted(base, term.unit, term.n)

    def _occurrence(self, term: Occurrence) -> Interval | None:
        """ "last August": the latest that is over; "next": the first that begins later; "this": the one around."""
        base = self.interval(term.base)
        if base is None:
            return None
        here = _Evaluation(replace(self.anchor, day=base.first, direction=0, carry=False))
        y = calendar.civil(base.first)[0]
        if isinstance(term.fields, Fields) and term.fields.weekday and not term.fields.month and not term.fields.day:
            wanted, now = term.fields.weekday, calendar.weekday(base.first)
            if term.n < 0:
                found = day(base.first - ((now - wanted - 1) % 7 + 1))
                if (
                    now > wanted and term.base == Publication()
                ):  # said on Wednesday, "last Tuesday" can be a week earlier
                    self.near.append((timex3.value(day(found.first - 7)), "“last” can also pass over this week's"))
                return found
            if term.n > 0:
                ahead = (wanted - now - 1) % 7 + 1
                if wanted > now and term.base == Publication():
                    self.near.append(
                        (timex3.value(day(base.first + ahead + 7)), "“next” can also pass over this week's")
                    )
                return day(base.first + ahead)
            monday = base.first - now + 1
            return day(monday + wanted - 1 if self.anchor.direction >= 0 or wanted <= now else monday + wanted - 8)
        inner = term.fields.fields if isinstance(term.fields, Occurrence) else term.fields
        found_all = [c for k in range(y - 2, y + 3) if (c := here._part(inner, year(k))) is not None]
        found_all.sort(key=lambda c: c.first)
        if term.n < 0:
            over = [c for c in found_all if c.past <= base.first]
            return over[-1] if over else None
        if term.n > 0:
            later = [c for c in found_all if c.first > base.last]
            return later[0] if later else None
        around = [c for c in found_all if c.first <= base.first < c.past]
        if around:
            return around[0]
        same = next((c for c in found_all if calendar.civil(c.first)[0] == y), None)
        if same is not None and self.anchor.direction > 0 and same.past <= base.first:
            return next((c for c in found_all if c.first > base.first), same)
        return same

    def _offset(self, term: Offset) -> Interval | None:
        base = self.interval(term.base)
        if base is None or any(n is None for n, _ in term.amounts):
            return None
        amounts = [(n or 0.0, unit) for n, unit in term.amounts]
        unit = amounts[-1][1]
        if unit in ("hour", "minute", "second"):
            return self._clock_offset(amounts, term, base)
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
            or (
                unit in ("week", "fortnight")
                and from_day
                and not (isinstance(term.base, Publication) and term.sign < 0)
            )
        ):
            return day(at)
        if unit in ("decade", "century") and base.grain in ("day", "month"):
            return containing(at, "year")
        grain = "week" if unit in ("week", "fortnight") else unit
        if ORDER[base.grain] > ORDER["day"] and ORDER[base.grain] < ORDER.get(grain, 0):
            return containing(at, base.grain)  # "a year earlier", said of a June: the June before
        return containing(at, "month" if grain == "weekend" else grain)

    def _clock_offset(self, amounts: list[tuple[float, str]], term: Offset, base: Interval) -> Interval | None:
        minutes = sum(n * {"hour": 60, "minute": 1, "second": 1 / 60}.get(u, 1440) for n, u in amounts)
        if self.anchor.clock is None or not isinstance(term.base, Publication):
            return base if minutes < 720 else day(base.first + term.sign * round(minutes / 1440))
        hour, minute = self.anchor.clock
        total = base.first * 1440 + hour * 60 + minute + term.sign * round(minutes)
        at, rest = divmod(total, 1440)
        self.stamp = f"T{rest // 60:02d}:{rest % 60:02d}"
        return day(at)

    # ---------------------------------------------------------- parts of a whole
    def _part(self, part: Term, whole: Interval) -> Interval | None:
        """A part of the calendar inside a whole: April in a year, the 8th in a month, Thursday in a week."""
        if not isinstance(part, Fields):
            return _Evaluation(replace(self.anchor, day=whole.first, prior=whole, carry=True)).interval(part)
        y, m, _ = calendar.civil(whole.first)
        if part.month or part.quarter or part.half or part.season or part.week:
            return self._in_year(replace(part, year=None), y)
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

    def _nth(self, term: Nth, whole: Interval) -> Interval | None:
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

    def _named(self, term: NamedDay) -> Interval | None:
        def at(y: int) -> Interval | None:
            found = self.anchor.named(term.key, y)
            return None if found is None else day(found)

        if term.year is not None:
            return at(term.year)
        fixed = self.anchor.named(term.key, 0)  # one event, not a day of every year ("9/11")
        if fixed is not None and fixed > 0:
            return day(fixed)
        base = self.reference
        if base is None:
            return None
        now = calendar.civil(base)[0]
        if self.anchor.prior is not None and self.anchor.prior.grain == "year" and self.anchor.carry:
            return at(calendar.civil(self.anchor.prior.first)[0])
        found = [c for y in range(now - 1, now + 2) if (c := at(y)) is not None]
        return self._choose(found, base, "year")

    def _span(self, term: Span) -> Interval | None:
        start = self.interval(term.start) if term.start else None
        end = self.interval(term.end) if term.end else None
        if (term.start and start is None) or (term.end and end is None):
            return None
        first = start.first if start else edtf.OPEN_FIRST
        past = end.past if end else edtf.OPEN_PAST
        return Interval(first, past, "span") if first < past else None


#: A direction told by the verb right before the preposition is not weighed against nearness.
_CERTAIN = 3
#: How many times nearer a date against the tense must be, to be meant all the same.
_FAR: dict[int | str, int] = {1: 6, 2: 12, "quarter": 3}


def _carried(c: Interval, told: Interval) -> float:
    """How far a candidate lies from the date that the text is at: narratives run forward, so back costs more."""
    if told.meets(c):
        return 0.0
    return float(c.first - told.last) if c.first > told.last else 1.3 * (told.first - c.last)

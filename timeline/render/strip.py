"""The overview strip: one line from the first day to the last, a mark where something happened.

Along the line all is in per cent of its length, so that it is as wide as the page; upwards and for columns in pixels.

A story of some weeks often tells one thing of a century ago. On one scale nothing could be seen of the weeks; so the
few that lie far away stand at the ends of the line, behind a break in it.
"""

from collections.abc import Iterable, Iterator, Sequence

from ..algebra import calendar
from ..algebra.interval import Interval
from ..frozen import Frozen
from ..locale import Locale
from .dates import Dates

HEIGHT, BASE = 72, 46  # pixels: of the drawing, and from its top to the line
_BAR, _STEP, _LONG = 8, 12, 5  # pixels: width of a column, its height for each event, height of a long bar
_COLUMN, _MARGIN = 1.0, 2.5  # per cent: what shares a column, what stays free at either end
_END, _BREAK = 0.4, 1.5  # per cent from either end: a column of what lies far away, and the break before it
_MOST_LONG = 40  # bars; more would hide one another, and what lasts is then drawn where it begins
_TICKS = 8  # at most about so many labels on the axis
_LEAST, _FAR = 5, 0.1  # entries from which on some may stand apart, and at most which share of them (one at least)
_CROWDED = 4  # of the whole line at most a quarter is left to the others: only then do they


class Dated(Frozen):
    """What is drawn of an event: when, in words, and where it is found."""

    interval: Interval
    words: str
    page: str
    anchor: str = ""


class Bar(Frozen):
    """A column for what begins at one place of the line, or a low bar for something that lasts as long as `length`."""

    x: float
    y: float
    height: float
    words: str
    page: str
    anchor: str = ""
    length: float | None = None


class Tick(Frozen):
    """A labelled place on the axis."""

    x: float
    label: str


class Scale(Frozen):
    """From day numbers to places on the line, from `first` to `last`."""

    first: int
    last: int

    @property
    def unit(self) -> float:
        """Length of a day."""
        return (100 - 2 * _MARGIN) / (self.last - self.first)

    def x(self, day: float) -> float:
        """Where a day is; what is before or after the scale is at its end of the line."""
        if day < self.first:
            return _END
        return 100 - _END if day > self.last else round(_MARGIN + (day - self.first) * self.unit, 2)

    def band(self, stretch: Interval) -> tuple[float, float]:
        """Where a stretch begins, and how long it is, no shorter than can be seen."""
        begin = self.x(stretch.first if stretch.last < self.first else max(stretch.first, self.first))
        return begin, max(_COLUMN, round(self.x(min(stretch.last, self.last)) - begin, 2))


class Strip(Frozen):
    """The drawing, and the sentence that says what it shows. breaks: where the line is broken off."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    words: str
    scale: Scale
    breaks: tuple[float, ...] = ()
    height: int = HEIGHT
    base: int = BASE
    column: int = _BAR


def strip(events: Iterable[Dated], dates: Dates) -> Strip | None:
    """Draw the dated events. None where there are fewer than two days to be told apart."""
    dated = sorted(events, key=lambda e: (e.interval.first, e.interval.past))
    if not dated or dated[0].interval.first == dated[-1].interval.first:
        return None
    scale = _scale([e.interval for e in dated])
    within = [e for e in dated if scale.first <= e.interval.first <= scale.last]
    long = [e for e in within if (e.interval.days - 1) * scale.unit > 2 * _COLUMN]
    long = long if len(long) <= _MOST_LONG else []
    columns: dict[int, list[Dated]] = {}
    for event in (e for e in dated if e not in long):
        columns.setdefault(int(scale.x(event.interval.first) / _COLUMN), []).append(event)
    step = min(_STEP, (BASE - 4) / max(map(len, columns.values()), default=1))
    bars = (*(_stretch(e, scale) for e in long), *(_column(c, scale, step, dates.locale) for c in columns.values()))
    told = dates.locale.ngettext(
        "%(n)s dated entry, from %(first)s to %(last)s", "%(n)s dated entries, from %(first)s to %(last)s", len(dated)
    )
    first, last = dates.ends([e.interval for e in dated])
    words = told % {"n": dates.locale.number(len(dated)), "first": first, "last": last}
    ticks = tuple(Tick(scale.x(n), label) for n, label in _marks(scale.first, scale.last, dates))
    before, after = dated[0].interval.first < scale.first, dated[-1].interval.first > scale.last
    breaks = tuple(x for x, is_broken in ((_BREAK, before), (100 - _BREAK, after)) if is_broken)
    return Strip(tuple(sorted(bars, key=lambda b: b.x)), ticks, words, scale, breaks)


def _scale(told: Sequence[Interval]) -> Scale:
    """From the first day to the last, but for a few entries that lie far from all the others. They are in order."""
    whole = Scale(told[0].first, max(i.last for i in told))
    most = max(1, int(len(told) * _FAR)) if len(told) >= _LEAST else 0
    kept = len(told) - most
    start = min(range(most + 1), key=lambda n: told[n + kept - 1].first - told[n].first)
    first, last = told[start].first, max(i.last for i in told[start:start + kept])
    near = (last - first) // _CROWDED  # what lies no further away belongs to them
    inside = [i for i in told if first - near <= i.first <= last + near]
    core = Scale(inside[0].first, max(i.last for i in inside))
    crowded = core.first < core.last and (core.last - core.first) * _CROWDED <= whole.last - whole.first
    return core if crowded else whole


def _stretch(event: Dated, scale: Scale) -> Bar:
    """A low bar as wide as the event is long."""
    x = scale.x(event.interval.first)
    length = round(scale.x(min(event.interval.last, scale.last)) - x, 2)
    return Bar(x, BASE - _LONG, _LONG, event.words, event.page, event.anchor, length)


def _column(events: Sequence[Dated], scale: Scale, step: float, locale: Locale) -> Bar:
    """One column, as high as there are events in it."""
    height = round(step * len(events) + 2, 1)
    first, words = events[0], events[0].words
    if len(events) > 1:
        told = locale.ngettext("%(n)s entry from %(first)s", "%(n)s entries from %(first)s", len(events))
        words = told % {"n": locale.number(len(events)), "first": words}
    return Bar(scale.x(first.interval.first), round(BASE - height, 1), height, words, first.page, first.anchor)


# ---------------------------------------------------------------- the axis
def _marks(first: int, last: int, dates: Dates) -> list[tuple[int, str]]:
    """Days, months or years at round places, whichever gives a handful."""
    length = last - first
    step = _days if length < 75 else _months if length < 900 else _years
    return step(first, last, dates)


def _days(first: int, last: int, dates: Dates) -> list[tuple[int, str]]:
    """Every so many days: "7 Oct"."""
    step = max(1, -(-(last - first) // _TICKS))
    return [(n, dates.tick(n, "MMMd")) for n in range(first, last + 1, step)]


def _months(first: int, last: int, dates: Dates) -> list[tuple[int, str]]:
    """First days of months: "Oct", with the year at the first and where one begins."""
    y, m, d = calendar.civil(first)
    start = y * 12 + m - 1 + (d > 1)
    past = calendar.civil(last)[0] * 12 + calendar.civil(last)[1]
    step = max(1, -(-(past - start) // _TICKS))
    marks = []
    for n in range(start, past, step):
        year, m = n // 12, n % 12 + 1
        day, has_year = calendar.ordinal(year, m), m <= step or n == start
        marks.append((day, dates.tick(day, "yMMM") if has_year else dates.locale.month(m, "abbreviated")))
    return marks


def _years(first: int, last: int, dates: Dates) -> list[tuple[int, str]]:
    """First days of round years as people count them: 100 BC, 50 BC, AD 1, AD 50."""
    start, end = calendar.civil(first)[0] + 1, calendar.civil(last)[0]
    step = next(s for s in _round_numbers() if (end - start) / s <= _TICKS)
    counted = range(-(-(start - 1) // step) * step, end + 1, step)
    years = dict.fromkeys(y if y > 0 else y + 1 for y in counted)  # 1 BC is the year 0, and no year 0 is counted
    return [(calendar.ordinal(y), dates.year(y)) for y in years if start <= y <= end]


def _round_numbers() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, …"""
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10

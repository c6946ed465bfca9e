"""How entries stand on a page: days with the gaps between, under headings, the less important ones folded."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..algebra import interval as intervals
from ..algebra.interval import Interval
from ..frozen import replace
from ..model import Event
from .dates import Dates, closed
from .views import Day, Entry, Fold, Section, When

LEADING = 12  # entries that the index shows where the others have pages of their own
_SHARE = 4  # one in so many entries leads where the others are folded
_WORTH_FOLDING = 3  # entries in a row
_FEW = 12  # headings that are never too many

#: An entry with the interval at whose beginning it stands.
Placed = tuple[Entry, Interval]


def leading(events: Sequence[Event]) -> tuple[Event, ...]:
    """The most important of the dated events, in order of time."""
    dated = [e for e in events if e.interval]
    chosen = {e.id for e in sorted(dated, key=lambda e: -e.importance)[:LEADING]}
    return tuple(e for e in dated if e.id in chosen)


def sections(
    events: Iterable[Event], entries: Mapping[str, Entry], dates: Dates, headed: bool, folded: bool
) -> tuple[Section, ...]:
    """The dated events as sections. headed: under headings; folded: runs of less important entries behind one line."""
    dated = sorted(((e, closed(e.interval)) for e in events if e.interval), key=lambda d: d[1].first)
    if not dated:
        return ()
    floor = _floor([e.importance for e, _ in dated]) if folded else 0.0
    minor = {e.id for e, _ in dated if e.importance < floor}
    placed = [(entries[e.id], when) for e, when in dated]
    if not headed:
        return (_section("", placed, None, minor, dates),)
    level = _level([when for _, when in placed])
    made: list[Section] = []
    before: Interval | None = None
    for title, group in groupby(placed, key=lambda p: dates.title(_heading(p[1], level))):
        inside = list(group)
        made.append(_section(title, inside, before, minor, dates))
        before = _latest([before, *(when for _, when in inside)])
    return tuple(made)


def _section(
    title: str, placed: Sequence[Placed], before: Interval | None, minor: set[str], dates: Dates
) -> Section:
    """A section of entries in order."""
    days = _days(placed, before, dates)
    folds: list[Fold] = []
    for is_minor, run in groupby(days, key=lambda d: all(e.id in minor for e in d[0].entries)):
        inside = list(run)
        count = sum(len(day.entries) for day, _ in inside)
        told = dates.locale.ngettext("%(n)s more, %(dates)s", "%(n)s more, %(dates)s", count)
        words = told % {"n": dates.locale.number(count), "dates": dates.reach([when for _, when in inside])}
        words = words if is_minor and count >= _WORTH_FOLDING else ""
        folds.append(Fold(tuple(day for day, _ in inside), words))
    return Section(f"m-{placed[0][0].id}", title, tuple(folds))


def _days(placed: Iterable[Placed], before: Interval | None, dates: Dates) -> list[tuple[Day, Interval]]:
    """Neighbouring entries of one date under one heading, with the gaps between. before: the latest of those above."""
    days = []
    for _, group in groupby(placed, key=_date):
        entries, (when, *_) = zip(*group, strict=True)
        gap = dates.gap(before, when) if before else None
        days.append((Day(f"d-{entries[0].id}", _heading_of(entries[0].when), _by_clock(entries), gap), when))
        before = _latest([before, when])
    return days


def _date(placed: Placed) -> object:
    """What entries under one heading have in common: the day, at whatever time, or the words for a longer stretch."""
    entry, interval = placed
    return interval.first if entry.when.shape == "day" else entry.when.words


def _heading_of(when: When) -> When:
    """The date without a time of day."""
    return replace(when, datetime=when.datetime.partition("T")[0]) if when.shape == "day" and when.datetime else when


def _by_clock(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those of which the time is known, in its order, before the others."""
    return tuple(sorted(entries, key=lambda e: (not e.clock, e.clock or "")))


def _latest(told: Iterable[Interval | None]) -> Interval | None:
    """The one that ends last; the earlier of two that end together."""
    return max((i for i in told if i), key=lambda i: i.past, default=None)


def _floor(importances: Sequence[float]) -> float:
    """The importance from which on an entry leads."""
    return sorted(importances, reverse=True)[(len(importances) - 1) // _SHARE]


def _level(told: Sequence[Interval]) -> str:
    """The stretches to head by: months, or longer ones where months would hold hardly anything."""
    most = max(_FEW, len(told) // _SHARE)
    levels = ("month", "year", "decade")
    return next((g for g in levels if len({intervals.containing(i.first, g) for i in told}) <= most), "century")


def _heading(told: Interval, level: str) -> Interval:
    """The stretch of a level in which an entry begins, or its own date where that is a larger unit of the calendar."""
    stretch = intervals.containing(told.first, level)
    return stretch if told.grain == "span" or stretch.holds(told) else told

"""The year: how the days that an article names lie around its day of writing, and in which years they can lie so.

Month and day without a year are points on a circle. The day of writing is the place on it from which all of them lie
closest: the past ones behind, those to come ahead ("the latest past event is close to publication"). Weekdays and days
that are known from elsewhere then say which years fit.
"""

from collections.abc import Sequence

from ...algebra import calendar
from ...frozen import Frozen
from .clues import Evidence, Mark

#: Weekdays repeat after 28 years at the latest (but for 1900 and 2100): no year further back need be tried.
_YEARS_BACK = 28
_CIRCLE = 366
#: The tense around a date can be that of another clause ("… would act as it did on 7 October"). So many days nearer it
#: has to lie on the other side to be taken against it; the past is seldom mistaken.
_AGAINST_FUTURE, _AGAINST_PAST = 60, 240


class Frame(Frozen):
    """Where the marks lie in one year. days: of a mark's expression.

    past: the latest that is told as past; ahead: the first that is told as to come.
    """

    year: int
    days: dict[int, int]
    past: int | None
    ahead: int | None


class _Point(Frozen):
    """A mark on the circle, and how many years later than the year of the frame it lies."""

    mark: Mark
    month: int
    day: int
    later: int = 0
    behind: bool = True

    @property
    def position(self) -> int:
        return calendar.ordinal(2000, self.month, self.day) - calendar.ordinal(2000)


def frames(evidence: Evidence) -> tuple[Frame, ...]:
    """The years that fit, the latest first; none where the text has no day of the year. Do they pin? Not told."""
    points = _arranged([p for m in evidence.marks if (p := _point(m)) is not None])
    if not points:
        return ()
    last = calendar.civil(evidence.ceiling)[0] + 1
    known = [calendar.civil(p.mark.day)[0] - p.later for p in points if p.mark.day is not None]
    years = sorted(set(known), reverse=True) if known else range(last, last - _YEARS_BACK - 1, -1)
    found = (_placed(points, year) for year in years)
    return tuple(f for f in found if f is not None and _possible(f, evidence.floor, evidence.ceiling))


def pins(evidence: Evidence) -> tuple[Mark, ...]:
    """The marks that tell years apart: month and day with their weekday, and days that are known."""
    return tuple(m for m in evidence.marks if m.day is not None or (m.fields.weekday and _point(m) is not None))


def _point(mark: Mark) -> _Point | None:
    if mark.day is not None:
        _, month, day = calendar.civil(mark.day)
        return _Point(mark, month, day)
    f = mark.fields
    if f.month and f.day and f.year is None and calendar.is_date(2000, f.month, f.day):
        return _Point(mark, f.month, f.day)
    return None


def _arranged(points: Sequence[_Point]) -> tuple[_Point, ...]:
    """Seen from the place that all lie closest to: which lie behind it and which ahead, and in which year."""
    surest = {p.position: p for p in sorted(points, key=lambda p: -p.mark.direction)}  # told twice, it counts once
    here = min(surest, key=lambda at: (sum(_distance(p, at) for p in surest.values()), -at), default=0)
    return tuple(_seen(p, here) for p in points)


def _distance(point: _Point, here: int) -> int:
    return min(_back_and_ahead(point, here))


def _back_and_ahead(point: _Point, here: int) -> tuple[int, int]:
    """How far a point lies behind a place and ahead of it; against its tense it lies further."""
    back, ahead = (here - point.position) % _CIRCLE, (point.position - here) % _CIRCLE
    return back + _AGAINST_FUTURE * (point.mark.direction > 0), ahead + _AGAINST_PAST * (point.mark.direction < 0)


def _seen(point: _Point, here: int) -> _Point:
    back, ahead = _back_and_ahead(point, here)
    behind = back <= ahead
    later = (-1 if point.position > here else 0) if behind else (1 if point.position < here else 0)
    return _Point(point.mark, point.month, point.day, later, behind)


def _placed(points: Sequence[_Point], year: int) -> Frame | None:
    """The points in one year; None where a weekday or a known day says that it is another."""
    days = {}
    for p in points:
        if not calendar.is_date(year + p.later, p.month, p.day):
            return None
        day = calendar.ordinal(year + p.later, p.month, p.day)
        if p.mark.day not in (None, day) or p.mark.fields.weekday not in (None, calendar.weekday(day)):
            return None
        days[p.mark.expression] = day
    past = [days[p.mark.expression] for p in points if p.behind and p.mark.direction]
    ahead = [days[p.mark.expression] for p in points if not p.behind and p.mark.direction]
    return Frame(year, days, max(past, default=None), min(ahead, default=None))


def _possible(frame: Frame, floor: int | None, ceiling: int) -> bool:
    """Is there a day after what is past and what the floor says, before what is to come and before the ceiling?"""
    earliest = max((d for d in (frame.past, floor) if d is not None), default=None)
    latest = min(d for d in (frame.ahead, ceiling) if d is not None)
    within_a_year = frame.past is None or floor is None or floor < frame.past + _CIRCLE
    return within_a_year and (earliest is None or earliest <= latest)

"""A clock time and its day that stand side by side, read as one: "2300 hours on 4 June", "noon on Christmas Eve"."""

import re

from ...algebra.terms import Modified, Prior, Recurrence, Term, TimeOfDay, is_day, timex_type
from ...frozen import replace
from ...kept import pattern
from ...language.context import Context
from ...model import TimeExpression

#: So many characters stand between the two at most.
_LONGEST = 16
_LATE = frozenset({"AF", "EV", "NI"})
_HALF_SAID = pattern(r"\d\s?[ap]\.?\s?m\b", re.I)


def with_its_day(
    a: TimeExpression, b: TimeExpression, text: str, lower: str, around: Context
) -> TimeExpression | None:
    """Both as one expression, where one is a clock time of no day and the other a day; else None."""
    gap = b.start - a.end
    if a.block != b.block or not 0 < gap <= _LONGEST or "TIME" not in (a.type, b.type):
        return None
    if not around.clock_joint.fullmatch(lower, a.end, b.start):
        return None
    for clock, day in ((a, b), (b, a)):
        time = _dayless(clock.term)
        if time is None or (time.part and clock is b):
            continue
        term = _composed(time, day.term, bool(_HALF_SAID.search(clock.text)))
        if term is not None:
            term = Modified(term, clock.term.mod) if isinstance(clock.term, Modified) else term
            return replace(
                clock, start=a.start, end=b.end, text=text[a.start : b.end], type=timex_type(term), term=term,
                role=a.role, direction=day.direction, why_direction=day.why_direction, rivals=(*a.rivals, *b.rivals),
            )  # fmt: skip
    return None


def day_shared(start: Term, end: Term) -> Term | None:
    """The clock time that begins a stretch, on the day that is told at its end; None where it has its own."""
    time = _dayless(start)
    while isinstance(end, Modified):
        end = end.term
    if time is None or not isinstance(end, TimeOfDay) or end.day == Prior("day"):
        return None
    return replace(time, day=end.day)


def _dayless(term: Term) -> TimeOfDay | None:
    while isinstance(term, Modified):
        term = term.term
    return term if isinstance(term, TimeOfDay) and term.day == Prior("day") else None


def _composed(time: TimeOfDay, day: Term, half_said: bool) -> Term | None:
    """The clock time on that day; on a recurring day it recurs. None where the other is no day."""
    match day:
        case Recurrence():
            inner = _composed(time, day.of, half_said)
            return None if inner is None else replace(day, of=inner)
        case TimeOfDay(hour=None, part=part) if time.hour is not None and part is not None and day.day != Prior("day"):
            late = part in _LATE and not half_said and 1 <= time.hour < 12 and (part != "NI" or time.hour > 5)
            return replace(time, day=day.day, hour=time.hour + 12 if late else time.hour)
        case _:
            return replace(time, day=day) if is_day(day) else None

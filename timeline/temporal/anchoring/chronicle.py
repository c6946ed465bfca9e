"""A chronicle tells its year once: "July 26, 2023: … July 28: … July 30: …"."""

from collections.abc import Sequence

from ...algebra import calendar
from ...algebra.terms import Fields
from ...frozen import replace
from ...model import TimeExpression
from .clues import Mark

#: No longer pause, in days, is left between two entries of a chronicle that tells its year once.
_STEP = 92


def chronicled(marks: Sequence[Mark], expressions: Sequence[TimeExpression]) -> tuple[Mark, ...]:
    """A chronicle tells the year once: "July 26, 2023: … July 28: … July 30: …".

    Two dates without a year that follow one with its year in the same paragraph, each later than the one before, go on
    from it. Elsewhere a whole date is what an article looks back on: it bounds its day and says no more.
    """
    days = {m.expression: m.day for m in marks if m.told is not None or m.day is None}
    for at, mark in enumerate(marks):
        if mark.expression not in days and mark.day is not None:
            days |= _chain(mark, marks[at + 1 :], expressions)
    return tuple(
        m if days[m.expression] == m.day else replace(m, day=days[m.expression], direction=-1)
        for m in marks
        if m.expression in days
    )


def _chain(first: Mark, following: Sequence[Mark], expressions: Sequence[TimeExpression]) -> dict[int, int | None]:
    block, chain = expressions[first.expression].block, {first.expression: first.day}
    day = first.day or 0
    for mark in following:
        if expressions[mark.expression].block != block or not (mark.own.month and mark.own.day):
            break
        following_day = _next(day, mark.own) if mark.day is None else mark.day
        if following_day is None or not day < following_day <= day + _STEP:
            break
        chain[mark.expression] = day = following_day
    return dict(chain) if len(chain) >= 3 else {}


def _next(day: int, fields: Fields) -> int | None:
    """The first such day of the calendar after a day."""
    year = calendar.civil(day)[0]
    days = (
        calendar.ordinal(y, fields.month, fields.day)
        for y in (year, year + 1)
        if fields.month and fields.day and calendar.is_date(y, fields.month, fields.day)
    )
    return next((d for d in days if d > day), None)

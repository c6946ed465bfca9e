"""When was an article written? A search over the days that its evidence leaves, and the words for what was found.

A best day is a claim. It is made only where the year is pinned (a weekday with a month and day, a known day, or bounds
that leave one year) and the article's own words hold for a few days only: a bare weekday for a week, "the 10th" for a
month, "yesterday" for a day. Otherwise what is left is a window, or nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..algebra import calendar
from .evidence import Evidence, Mark, Pointer
from .frame import Frame, frames, pins
from .resolve import say_day

#: A bare past weekday is said up to six days later; on the seventh it would mean another day.
_WEEKDAY_HOLDS = 6
#: The latest past event is close to publication: days are tried up to so many after it (or before what is to come).
_CLOSE = 13
#: Bare weekdays are for the last days. One that came before a day told by its date weighs like a week more.
_OUT_OF_ORDER = 7
#: Words of one sentence or two stand no further apart, in characters.
_NEARBY = 160
_ALTERNATIVES = 3
_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Solution:
    """The days that are left, the best of them where the evidence favours one, and why, in words."""

    earliest: int | None
    latest: int | None
    best: int | None = None
    alternatives: tuple[int, ...] = ()
    year_policy: str | None = None
    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Days:
    """Days that are left for one frame. exact: words pin one day; narrow: they hold for a few days only."""

    earliest: int | None
    latest: int
    best: int | None = None
    words: list[str] = field(default_factory=list)


def search(evidence: Evidence, ceiling: int) -> Solution:
    """The day of writing. `ceiling` is the last possible one: the day of retrieval, or today."""
    found = frames(evidence, ceiling)
    pinning = pins(evidence)
    if not found or not (pinning or (evidence.floor is not None and len(found) == 1)):
        return Solution(evidence.floor, ceiling, words=tuple(_bounds(evidence)))
    days = [_days(evidence, frame, ceiling) for frame in found]
    chosen, frame = days[0], found[0]
    others = found[1:]
    words = [*_year_words(evidence, pinning, frame, others), *chosen.words]
    alternatives = tuple(d.best for d in days[1 : _ALTERNATIVES + 1] if d.best is not None and chosen.best is not None)
    policy = _policy(pinning, frame, others) if others else None
    told = (m.told for m in evidence.marks if m.told is not None and m.expression in frame.days)
    pairs = tuple(sorted({t.pair for t in told if t.pair is not None}))
    return Solution(chosen.earliest, chosen.latest, chosen.best, alternatives, policy, tuple(words), pairs)


# ---------------------------------------------------------------- the days of one year
def _days(evidence: Evidence, frame: Frame, ceiling: int) -> _Days:
    """The window in one frame, and its best day where the words are narrow enough."""
    earliest = max((d for d in (frame.past, evidence.floor) if d is not None), default=None)
    latest = ceiling if frame.ahead is None else min(ceiling, frame.ahead - 1)
    out = _Days(earliest, latest)
    exact = _exact(evidence, frame)
    if exact is not None and (earliest is None or earliest <= exact[0]) and exact[0] <= ceiling:
        return _Days(exact[0], exact[0], exact[0], [exact[1]])
    tried = range(max(earliest or 0, latest - _CLOSE), latest + 1) if frame.past is None else range(
        earliest or 0, min(latest, frame.past + _CLOSE) + 1
    )
    weekdays = [m for m in evidence.marks if m.by_weekday and m.direction < 0]
    held = [h for m in evidence.marks if (h := _held(m, frame)) is not None]
    possible = [d for d in tried if all(first <= d <= last for first, last in held)]
    if not possible or not (weekdays or held):
        return out
    best = min(possible, key=lambda d: (_cost(d, weekdays, frame), d))
    meant = [_latest(m.fields.weekday or 0, best) for m in weekdays]
    out.earliest = max([*meant, *(first for first, _ in held), *([earliest] if earliest is not None else [])])
    out.latest = min([*(d + _WEEKDAY_HOLDS for d in meant), *(last for _, last in held), latest])
    out.best = min(max(best, _after_pointers(evidence, meant, best)), out.latest)
    out.words = list(_weekday_words(weekdays, frame, best, out))
    return out


def _exact(evidence: Evidence, frame: Frame) -> tuple[int, str] | None:
    """A day that "yesterday" and the like pin, beside a date or in the same breath as the latest one."""
    latest = [m for m in evidence.marks if frame.days.get(m.expression) == frame.past and frame.past is not None]
    for pointer in evidence.pointers:
        day = pointer.day if pointer.beside is None else frame.days.get(pointer.beside, pointer.day)
        if day is not None:
            source = f" ({pointer.told.source})" if pointer.told else ""
            return day - pointer.shift, f"“{pointer.words}” is {say_day(day)}{source}"
        near = next((m for m in latest if pointer.shift == -1 and _nearby(pointer, m)), None)
        if near is not None and frame.past is not None:
            return frame.past + 1, f"“{pointer.words}” is told together with {say_day(frame.past)}"
    return None


def _nearby(pointer: Pointer, mark: Mark) -> bool:
    return abs(pointer.place - mark.place) <= _NEARBY and bool(mark.own.month)


def _held(mark: Mark, frame: Frame) -> tuple[int, int] | None:
    """The days on which the mark's own words mean the day that it is known to lie on."""
    day = frame.days.get(mark.expression)
    if day is None or mark.own.month or mark.direction > 0:
        return None
    if mark.by_weekday:
        return day, day + _WEEKDAY_HOLDS
    return day, calendar.add_months(day, 1) - 1


def _cost(day: int, weekdays: Sequence[Mark], frame: Frame) -> int:
    """How far all that is told as past lies from a day; a bare weekday before a day told by its date costs more."""
    total = day - frame.past if frame.past is not None else (frame.ahead or day) - day
    for mark in weekdays:
        meant = frame.days.get(mark.expression, _latest(mark.fields.weekday or 0, day))
        total += day - meant
        if frame.past is not None and meant < frame.past:
            total += _OUT_OF_ORDER
    return total


def _latest(weekday: int, day: int) -> int:
    """The latest such weekday up to a day."""
    return day - (calendar.weekday(day) - weekday) % 7


def _after_pointers(evidence: Evidence, meant: Sequence[int], best: int) -> int:
    """What is told as "yesterday" or "today" is not what is told by its weekday: that came a day before."""
    aside = any(p.beside is None and p.shift in (0, -1) for p in evidence.pointers)
    return max(meant) + 1 if aside and meant else best


# ---------------------------------------------------------------- in words
def _bounds(evidence: Evidence) -> Iterator[str]:
    if evidence.floor is not None:
        yield f"“{evidence.floor_words}” is told as past: not before {say_day(evidence.floor)}"


def _year_words(evidence: Evidence, pinning: Sequence[Mark], frame: Frame, others: Sequence[Frame]) -> Iterator[str]:
    for mark in pinning:
        if mark.told is not None and mark.told.source:
            yield f"“{mark.words}”: {mark.told.source}"
        elif mark.day is not None:
            yield f"“{mark.words}” is {say_day(frame.days[mark.expression])}"
    plain = next((m for m in pinning if m.day is None), None)
    if plain is not None:
        years = f" (and {others[0].year}) and no year between" if others else ""
        yield f"“{plain.words}” fits {calendar.civil(frame.days[plain.expression])[0]}{years}"
    if not pinning:
        yield f"“{evidence.floor_words}” is past, and only {frame.year} fits between"
    elif evidence.floor is not None:
        yield from _bounds(evidence)
    if frame.past is not None:
        last = next(m for m in evidence.marks if frame.days.get(m.expression) == frame.past)
        yield f"the latest day told by its date is “{last.words}”, {say_day(frame.past)}"
    if frame.ahead is not None:
        coming = next(m for m in evidence.marks if frame.days.get(m.expression) == frame.ahead)
        yield f"“{coming.words}”, {say_day(frame.ahead)}, is still to come"


def _policy(pinning: Sequence[Mark], frame: Frame, others: Sequence[Frame]) -> str:
    mark = next(m for m in pinning if m.day is None)
    day = frame.days[mark.expression]
    year, date = calendar.civil(day)[0], say_day(day).rpartition(" ")[0]
    fit = " and ".join(str(year - frame.year + f.year) for f in others[:2])
    weekday = _WEEKDAYS[mark.fields.weekday or calendar.weekday(day)]
    verb = "fits" if len(others) == 1 else "fit"
    return f"the year is the latest in which {date} is a {weekday}; {fit} {verb} as well"


def _weekday_words(weekdays: Sequence[Mark], frame: Frame, best: int, days: _Days) -> Iterator[str]:
    for mark in weekdays[:3]:
        day = _latest(mark.fields.weekday or 0, best)
        name = _WEEKDAYS[mark.fields.weekday or 0]
        if frame.past is not None and day > frame.past:
            yield f"“{mark.words}” is the {name} after {say_day(frame.past)}: {say_day(day)}"
        elif frame.ahead is not None and frame.past is None:
            yield f"“{mark.words}” is the {name} before {say_day(frame.ahead)}: {say_day(day)}"
        else:
            yield f"“{mark.words}” is {say_day(day)}"
    if weekdays and days.earliest is not None:
        window = f"between {say_day(days.earliest)} and {say_day(days.latest)}"
        yield f"a bare weekday holds for six days: published {window}"

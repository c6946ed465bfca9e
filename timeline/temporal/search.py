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
from .wording import say_day

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


def search(evidence: Evidence) -> Solution:
    """The day of writing, or what is left of it."""
    found = frames(evidence)
    pinning = pins(evidence)
    if not found or not (pinning or (evidence.floor is not None and len(found) == 1)):
        return Solution(evidence.floor, evidence.ceiling, words=tuple(_bounds(evidence)))
    days = [_days(evidence, frame) for frame in found]
    chosen, frame = days[0], found[0]
    others = found[1:]
    words = [*_year_words(evidence, pinning, frame, others), *chosen.words]
    alternatives = tuple(d.best for d in days[1 : _ALTERNATIVES + 1] if d.best is not None and chosen.best is not None)
    policy = _policy(pinning, frame, others) if others else None
    told = (m.told for m in evidence.marks if m.told is not None and m.expression in frame.days)
    pairs = tuple(sorted({t.pair for t in told if t.pair is not None}))
    return Solution(chosen.earliest, chosen.latest, chosen.best, alternatives, policy, tuple(words), pairs)


# ---------------------------------------------------------------- the days of one year
def _days(evidence: Evidence, frame: Frame) -> _Days:
    """The window in one frame, and its best day where the words are narrow enough."""
    earliest = max((d for d in (frame.past, evidence.floor) if d is not None), default=None)
    latest = evidence.ceiling if frame.ahead is None else min(evidence.ceiling, frame.ahead - 1)
    out = _Days(earliest, latest)
    exact = _exact(evidence, frame)
    if exact is not None and (earliest is None or earliest <= exact[0]) and exact[0] <= evidence.ceiling:
        return _Days(exact[0], exact[0], exact[0], [exact[1]])
    tried = range(max(earliest or 0, latest - _CLOSE), latest + 1) if frame.past is None else range(
        earliest or 0, min(latest, frame.past + _CLOSE) + 1
    )
    loose = [m for m in evidence.marks if m.direction < 0 and m.expression not in frame.days and not m.own.month]
    weekdays = [m for m in loose if m.by_weekday]
    held = [h for m in evidence.marks if (h := _held(m, frame)) is not None]
    possible = [d for d in tried if all(first <= d <= last for first, last in held)]
    if not possible or not (held or (weekdays and _is_close(evidence, frame))):
        return out
    best = min(possible, key=lambda d: (_cost(d, loose, frame), d))
    meant = [_meant(m, best) for m in loose]
    out.earliest = max([*meant, *(first for first, _ in held), *([earliest] if earliest is not None else [])])
    lasts = [_lasts(m, day) for m, day in zip(loose, meant, strict=True)]
    out.latest = min([*lasts, *(last for _, last in held), latest])
    weekday_last = max((day for m, day in zip(loose, meant, strict=True) if m.by_weekday), default=None)
    out.best = min(max(best, _after_pointers(evidence, weekday_last, best)), out.latest)
    out.words = list(_weekday_words(weekdays, frame, best, out))
    return out


def _is_close(evidence: Evidence, frame: Frame) -> bool:
    """Does the text itself say how its dates lie? Where only a sister article tells the year, they may be long past."""
    return any(m.day is None and m.expression in frame.days for m in pins(evidence)) or any(
        m.day is not None and m.told is None for m in evidence.marks
    )


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
    return day, _lasts(mark, day)


def _lasts(mark: Mark, day: int) -> int:
    """The last day on which "Sunday", or "the 10th", still means a day."""
    return day + _WEEKDAY_HOLDS if mark.by_weekday else calendar.add_months(day, 1) - 1


def _cost(day: int, loose: Sequence[Mark], frame: Frame) -> int:
    """How far all that is told as past lies from a day; a bare weekday before a day told by its date costs more."""
    total = day - frame.past if frame.past is not None else (frame.ahead or day) - day
    for mark in loose:
        meant = _meant(mark, day)
        total += day - meant
        if frame.past is not None and meant < frame.past:
            total += _OUT_OF_ORDER
    return total


def _meant(mark: Mark, day: int) -> int:
    """What "Sunday", or "the 10th", means when it is told as past on a day: the latest up to it."""
    if mark.own.day is None:
        return day - (calendar.weekday(day) - (mark.own.weekday or 0)) % 7
    start = day - calendar.civil(day)[2] + 1
    for back in range(14):
        first = calendar.add_months(start, -back)
        year, month, _ = calendar.civil(first)
        if calendar.is_date(year, month, mark.own.day):
            found = first + mark.own.day - 1
            if found <= day and mark.own.weekday in (None, calendar.weekday(found)):
                return found
    return day - 400


def _after_pointers(evidence: Evidence, weekday: int | None, best: int) -> int:
    """What is told as "yesterday" or "today" is not what is told by its weekday: that came a day before."""
    aside = any(p.beside is None and p.shift in (0, -1) for p in evidence.pointers)
    return weekday + 1 if aside and weekday is not None else best


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
        day = _meant(mark, best)
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

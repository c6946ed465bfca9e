"""Evidence in words: why an article is thought to have been written when it was."""

from collections.abc import Iterator, Sequence

from ...algebra import calendar
from ..wording import say_day
from .clues import Evidence, Mark, Pointer
from .frame import Frame

_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: So many weekdays are explained; more would say the same again.
_EXPLAINED = 3


def of_bounds(evidence: Evidence) -> Iterator[str]:
    """What keeps the article from being older, or younger."""
    if evidence.floor is not None:
        yield f"“{evidence.floor_words}” is told as past: not before {say_day(evidence.floor)}"
    if evidence.ceiling_words:
        yield f"{evidence.ceiling_words}: not after {say_day(evidence.ceiling)}"


def of_year(evidence: Evidence, pinning: Sequence[Mark], found: Sequence[Frame]) -> Iterator[str]:
    """What tells the year, and between which days of it the article stands. The first frame is the one taken."""
    if not found:
        if len(pinning) > 1:
            yield f"no year fits all of {', '.join(f'“{m.words}”' for m in pinning)}"
        yield from of_bounds(evidence)
        return
    frame, others = found[0], found[1:]
    for mark in pinning:
        if mark.told is not None and mark.told.source:
            yield f"“{mark.words}”: {mark.told.source}"
        elif mark.day is not None:
            yield f"“{mark.words}” is {say_day(frame.days[mark.expression])}"
    by_weekday = next((m for m in pinning if m.day is None), None)
    if by_weekday is not None:
        years = [calendar.civil(f.days[by_weekday.expression])[0] for f in found]
        more = f" (and {years[1]}) and no year between" if others else ""
        yield f"“{by_weekday.words}” fits {years[0]}{more}"
    yield from of_bounds(evidence)
    if not pinning:
        yield f"no other year lies between that and {say_day(evidence.ceiling)}"
    for day, says in ((frame.past, "is the latest past day told by its date"), (frame.ahead, "is still to come")):
        named = next((m for m in evidence.marks if day is not None and frame.days.get(m.expression) == day), None)
        if named is not None and day is not None:
            yield f"“{named.words}”, {say_day(day)}, {says}"


def year_policy(pinning: Sequence[Mark], found: Sequence[Frame]) -> str:
    """The policy by which the year was taken, where others fit as well."""
    mark = next(m for m in pinning if m.day is None)
    day, *others = (f.days[mark.expression] for f in found)
    weekday = _WEEKDAYS[calendar.weekday(day)]
    fit = " and ".join(str(calendar.civil(d)[0]) for d in others[:2])
    date = say_day(day).rpartition(" ")[0]
    verb = "fits" if len(others) == 1 else "fit"
    return f"the year is the latest in which {date} is a {weekday}; {fit} {verb} as well"


def of_pointer(pointer: Pointer, day: int) -> str:
    """Why "yesterday" pins the day."""
    return f"“{pointer.words}” is {say_day(day)}" + (f": {pointer.told.source}" if pointer.told else "")


def of_days(meant: Sequence[tuple[Mark, int]], frame: Frame, earliest: int, latest: int) -> Iterator[str]:
    """What bare weekdays and days of the month mean, and the window that is left."""
    for mark, day in meant[:_EXPLAINED]:
        name = _WEEKDAYS[calendar.weekday(day)]
        if frame.past is not None and day > frame.past and mark.by_weekday:
            yield f"“{mark.words}” is the {name} after {say_day(frame.past)}: {say_day(day)}"
        elif frame.past is None and frame.ahead is not None and mark.by_weekday:
            yield f"“{mark.words}” is the {name} before {say_day(frame.ahead)}: {say_day(day)}"
        else:
            yield f"“{mark.words}” is {say_day(day)}"
    if earliest == latest:
        yield f"so it was published on {say_day(earliest)}"
    else:
        why = "a bare weekday holds for six days: " if any(m.by_weekday for m, _ in meant) else ""
        yield f"{why}published between {say_day(earliest)} and {say_day(latest)}"

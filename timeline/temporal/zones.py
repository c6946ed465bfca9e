"""Where the clocks of an article stand, and what day it is elsewhere: a day that differs is said, not shifted silently.

The zone is that of `timezone`, which a person states; else it is a guess from the place, the publisher or the dateline
of the article. A stated zone decides which day a moment is; a guess only says that it may be another.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..algebra import calendar
from ..algebra.terms import Modified, Term, TimeOfDay
from ..frozen import Frozen, replace
from ..kept import pattern
from ..language.common.places import LETTERS, zone_of
from ..model import Document, DocumentTime, TimeExpression
from .wording import say_day

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DATELINE = pattern(r"([^\W\d_a-z][^\n.()]{2,40}?),?\s*(?:\([\w /-]+\)\s*)?[-–—]\s")
#: Hours between two zones from which on an event of the evening in one is told by the next day in the other.
_FAR_APART = 5


class Zone(Frozen):
    """A zone of the IANA database and who tells it, in words. stated: a person does."""

    name: str
    told_by: str
    stated: bool = False


def zone_of_document(document: Document) -> Zone | None:
    """The zone of an article's publisher; None where nothing tells it."""
    meta = document.meta
    if meta.timezone is not None:
        return Zone(meta.timezone, "its time zone", stated=True) if _info(meta.timezone) else None
    opening = next((b for b in document.blocks if b.role in ("dateline", "body")), None)
    line = _DATELINE.match(document.text, opening.start) if opening else None
    places = (("its place", meta.place), ("its publisher", meta.publisher), ("its dateline", line and line[1]))
    for what, words in places:
        found = zone_of(words) if words else None
        if found is not None:
            return Zone(found[0], f"the zone of {what}, “{found[1]}”")
    return None


def day_in_guess(document: Document, stated: str | None) -> tuple[Zone, int] | None:
    """The zone that is guessed of an article, and the day that a stated moment was there; None where none is told."""
    zone = zone_of_document(document)
    there = _moment(stated, zone.name) if stated and zone and not zone.stated else None
    return (zone, there.date().toordinal()) if zone and there else None


def localised(time: DocumentTime, stated: str, zone: Zone | None) -> DocumentTime:
    """A stated moment in the zone of its article: its day there, where a person states the zone; else what is said."""
    there = _moment(stated, zone.name) if zone else None
    if zone is None or there is None or time.best is None:
        return time
    day = there.date().toordinal()
    if day == time.best and not zone.stated:
        return time
    clock = f"T{there:%H:%M}{there:%z}"
    words = f"in {zone.name}, {zone.told_by}, that is {clock[1:6]} on {say_day(day)}"
    if not zone.stated:
        return replace(time, evidence=(*time.evidence, f"{words}: if it was published there, set its `timezone`"))
    told = () if day == time.best else (words,)
    return replace(time, earliest=day, latest=day, best=day, clock=clock, evidence=(*time.evidence, *told))


def days_apart(here: Zone | None, there: Zone | None, day: int) -> tuple[int, ...]:
    """By how many days words from here can differ from a day told there, for one event: by one, in one direction."""
    hours = _hours(here, day), _hours(there, day)
    if hours[0] is None or hours[1] is None:
        return ()
    ahead = hours[0] - hours[1]
    return (1,) if ahead >= _FAR_APART else (-1,) if ahead <= -_FAR_APART else ()


def said_of_zones(x: TimeExpression, day: int | None, document: Document) -> Iterator[str]:
    """What is to be said, in words, of an expression that came to a day: told in local time, or by another's clock."""
    zone = zone_of_document(document) if x.local or _zone_letters(x.term) else None
    if x.local:
        yield "in local time: the day of the place it tells of" + (
            f", not of {zone.name}, {zone.told_by}" if zone else ""
        )
    there = _on_the_clock(x.term, day, zone.name) if zone and day is not None else None
    if zone and there is not None and there.date().toordinal() != day:
        yield f"in {zone.name}, {zone.told_by}, it was {there:%H:%M} on {say_day(there.date().toordinal())}"


def _zone_letters(term: Term) -> str | None:
    while isinstance(term, Modified):
        term = term.term
    return term.zone if isinstance(term, TimeOfDay) else None


def _on_the_clock(term: Term, day: int, zone: str) -> datetime | None:
    """A clock time that is told with its zone, as the clocks of another zone showed it."""
    while isinstance(term, Modified):
        term = term.term
    year, month, day_of_month = calendar.civil(day)
    if not isinstance(term, TimeOfDay) or not term.zone or term.hour is None or term.hour > 23 or not 1 < year < 9999:
        return None
    written = f"{year:04}-{month:02}-{day_of_month:02}T{term.hour:02}:{term.minute or 0:02}"
    named = _info(LETTERS[term.zone]) if term.zone in LETTERS else None
    return _moment(written if named else f"{written}{term.zone}", zone, named)


def _moment(stated: str, zone: str, told_in: "ZoneInfo | None" = None) -> datetime | None:
    """A moment with its offset, or told in a zone, as the clocks of another zone show it; None where it has neither."""
    try:
        moment = datetime.fromisoformat(stated.strip())
        moment = moment.replace(tzinfo=told_in) if told_in else moment
        return None if moment.tzinfo is None else moment.astimezone(_info(zone))
    except (ValueError, OverflowError):
        return None


def _hours(zone: Zone | None, day: int) -> float | None:
    """How far a zone is ahead of UTC at noon of a day."""
    info = _info(zone.name) if zone else None
    if info is None or not 366 < day < date.max.toordinal():
        return None
    noon = datetime.combine(date.fromordinal(day), datetime.min.time(), info) + timedelta(hours=12)
    offset = noon.utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else None


@lru_cache(maxsize=1024)
def _info(name: str) -> "ZoneInfo | None":
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # few texts have a zone, and it takes long to load

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None

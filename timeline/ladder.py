"""The ladder: how many pages the entries are spread over, decided by how many there are.

Up to `OPEN` entries stand on one page with their quotations open; up to `ONE_PAGE` on one page, by months; above, the
calendar is split into parts, years as a rule, and whatever holds more than `FULL` entries is split again, down to days.
Up to `OWN_PAGES` each entry has a page of its own besides; above, the place on its part's page is its address. The
search has an index for every `SEARCHED` pages.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from . import urls
from .algebra import calendar, interval
from .algebra.edtf import OPEN_FIRST
from .algebra.interval import Interval
from .frozen import Frozen
from .model import Event

OPEN, ONE_PAGE, OWN_PAGES = 40, 400, 5_000
FULL = 300  # entries on a page that is one of many
SEARCHED = 4_000  # pages in one index of the search; Pagefind needs some 230 kB of memory for each
_SPARSE = 25  # entries that a part of the top level holds on average, at least, where there are many parts
_FEW = 12  # parts that are never too many

#: Stretches of the calendar that a page can be made for, with the years of those that have several.
LEVELS = ("millennium", "century", "decade", "year", "month", "day")
_YEARS = {"millennium": 1000, "century": 100, "decade": 10}

T = TypeVar("T")


class Part(Frozen):
    """A stretch of the calendar with a page of its own.

    name: in its address. events: those on this page. parts: smaller stretches, on pages of their own. number: of the
    page, where the events of a stretch that cannot be split need several.
    """

    name: str
    stretch: Interval
    events: tuple[Event, ...]
    parts: tuple["Part", ...] = ()
    number: int = 1

    def pages(self) -> Iterator["Part"]:
        """This part and all within it, in order of time."""
        yield self
        for part in self.parts:
            yield from part.pages()

    @property
    def count(self) -> int:
        """How many events it holds with all its parts."""
        return len(self.events) + sum(part.count for part in self.parts)


def parts(events: Sequence[Event]) -> tuple[Part, ...]:
    """The parts of the top level, in order of time; none where one page holds all. Events are in order of time."""
    if len(events) <= ONE_PAGE:
        return ()
    dated = sorted((e for e in events if e.interval), key=_begin)
    most = max(_FEW, len(dated) // _SPARSE)
    top = next((level for level in ("year", "decade", "century") if _count(dated, level) <= most), "millennium")
    return tuple(_split(dated, top))


def addresses(events: Sequence[Event]) -> dict[str, tuple[str, str]]:
    """Where each event is found for good, by its id: page, and place on it ("" where it has the page for itself)."""
    if len(events) <= OWN_PAGES:
        return {e.id: (urls.event(e.id), "") for e in events}
    return {i: (page, urls.anchor(i)) for i, page in lists(events).items()}


def lists(events: Sequence[Event]) -> dict[str, str]:
    """The page on which each event stands among others, by its id."""
    if len(events) <= ONE_PAGE:
        return {e.id: urls.INDEX for e in events}
    in_parts = {e.id: urls.part(page.name) for part in parts(events) for page in part.pages() for e in page.events}
    undated = chunks([e.id for e in events if not e.interval])
    return in_parts | {i: urls.numbered(urls.UNDATED, n) for n, ids in enumerate(undated, 1) for i in ids}


def indexes(articles: int, events: int) -> int:
    """How many indexes hold the pages that are searched: those of articles and, where they have any, of entries."""
    pages = articles + (events if events <= OWN_PAGES else 0)
    return max(1, -(-pages // SEARCHED))


def chunks(items: Sequence[T]) -> list[Sequence[T]]:
    """As many to a page as it holds."""
    return [items[i:i + FULL] for i in range(0, len(items), FULL)]


def _split(events: Iterable[Event], level: str) -> Iterator[Part]:
    """Events by the stretches of a level, and what is too much for a page by those of the next."""
    for stretch, group in groupby(events, key=lambda e: _stretch(e, level)):
        inside = tuple(group)
        if len(inside) <= FULL or level == LEVELS[-1]:
            yield from _numbered(stretch, inside, ())
            continue
        below = LEVELS[LEVELS.index(level) + 1]
        wide = tuple(e for e in inside if _is_wider(e, below))
        yield from _numbered(stretch, wide, tuple(_split((e for e in inside if not _is_wider(e, below)), below)))


def _numbered(stretch: Interval, events: tuple[Event, ...], within: tuple[Part, ...]) -> Iterator[Part]:
    """One part; where its own events do not fit a page, several pages, the smaller parts on the first."""
    name = _name(stretch)
    for number, chunk in enumerate(chunks(events) or [()], 1):
        first = number == 1
        yield Part(name if first else f"{name}_{number}", stretch, tuple(chunk), within if first else (), number)


def _stretch(event: Event, level: str) -> Interval:
    """The stretch of a level in which an event begins."""
    return interval.containing(_begin(event), level)


def _begin(event: Event) -> int:
    """The day on which an event begins; where that is open, on which it ends. ValueError where it has no date."""
    if event.interval is None:
        raise ValueError(f"{event.id} has no date")
    return event.interval.last if event.interval.first <= OPEN_FIRST else event.interval.first


def _is_wider(event: Event, level: str) -> bool:
    """Is its date a larger unit of the calendar than the stretch? What lasts from day to day stands where it begins."""
    told = event.interval
    return told is not None and told.grain != "span" and not _stretch(event, level).holds(told)


def _count(events: Iterable[Event], level: str) -> int:
    """How many stretches of a level have events."""
    return len({_stretch(e, level).first for e in events})


def _name(stretch: Interval) -> str:
    """2023, 2023-12, 2023-12-10; a decade and longer by its first and last year."""
    y, m, d = calendar.civil(stretch.first)
    year = _year(y)
    if stretch.grain in _YEARS:
        return f"{year}-to-{_year(y + _YEARS[stretch.grain] - 1)}"
    return year + {"month": f"-{m:02}", "day": f"-{m:02}-{d:02}"}.get(stretch.grain, "")


def _year(year: int) -> str:
    """At least four digits; before the year 0 with a minus."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"

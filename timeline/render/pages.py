"""The site map's other half: what each family of pages in `templates/pages/` is made for.

A family makes as many pages as there are things of its kind, none at all if there are none. A template that is no
family makes one page of its own name from what every page shares.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from .. import ladder, urls
from ..ladder import Part
from ..locale import Locale
from ..model import Gone, Timeline
from ..record import public_log, titles
from . import facets, jsonld, layout, links
from .article_page import article_page
from .cite import Work
from .dates import Dates, closed
from .facets import Shared
from .present import Presenter
from .strip import Dated, Strip, strip
from .views import (
    Changed,
    Entry,
    EventPage,
    Facet,
    Link,
    ListPage,
    PartLink,
    PartPage,
    Redirect,
    SearchPage,
    Site,
    Vacant,
)

#: A page: where it stands, and what its template sees as `page`.
Page = tuple[str, object]


def families(
    timeline: Timeline, site: Site, present: Presenter, entries: dict[str, Entry], parts: tuple[Part, ...], search: bool
) -> dict[str, Iterable[Page]]:
    """The pages of each family, by the name of its template."""
    undated = [entries[e.id] for e in timeline.events if not e.interval] if parts else []
    lists = partial(_lists, present.dates.locale)
    shared = [*present.names.values(), *present.tags.values()]
    return {
        "index": [(urls.INDEX, None)],
        "event": _event_pages(timeline, site, entries),
        "article": (
            (source.page, article_page(present.articles[i], source, present, entries))
            for i, source in present.sources.items()
        ),
        "part": list(_part_pages(parts, site, present.dates, entries)),
        "undated": list(lists(urls.UNDATED, undated)),
        "sources": list(lists(urls.SOURCES, site.sources)) or [(urls.SOURCES, ListPage(()))],
        "names": list(lists(urls.NAMES, facets.in_order(present.names.values()))),
        "tags": list(lists(urls.TAGS, facets.in_order(present.tags.values()))),
        "facet": list(chain.from_iterable(_facet_pages(s, entries, lists) for s in shared)),
        "changes": list(lists(urls.CHANGES, _changes(timeline, entries, present.dates.locale))),
        "search": [(urls.SEARCH, SearchPage(_further(timeline)))] if search else [],
        "redirect": list(_redirects(timeline, present, entries)),
        "gone": [(_address(g), Vacant(g.sort, g.status, g.reason, g.on)) for g in timeline.gone if not _leads_on(g)],
    }


def part_link(part: Part, dates: Dates) -> PartLink:
    """A part with those within it."""
    return PartLink(
        _title(part, dates), urls.part(part.name), part.count, tuple(part_link(p, dates) for p in part.parts)
    )


def _further(timeline: Timeline) -> tuple[str, ...]:
    """Where the indexes of the search are beside the first."""
    return tuple(urls.index(n) for n in range(2, ladder.indexes(len(timeline.articles), len(timeline.events)) + 1))


def _event_pages(timeline: Timeline, site: Site, entries: Mapping[str, Entry]) -> Iterator[Page]:
    """One page an event, with those before and after it; none where there are too many for that."""
    around = [None, *timeline.events, None]
    for before, event, after in zip(around, around[1:], around[2:], strict=False):
        if event is None or entries[event.id].anchor:
            continue
        entry = entries[event.id]
        address = links.absolute(site.url, entry.page)
        yield entry.page, EventPage(
            entry, entries[before.id] if before else None, entries[after.id] if after else None,
            Work(entry.id, entry.title, site.title, site.authors, address), jsonld.linked_data(event, entry, address),
        )


def _part_pages(
    parts: Iterable[Part], site: Site, dates: Dates, entries: Mapping[str, Entry]
) -> Iterator[Page]:
    """One page a part, each with its neighbours in time and the part that it is within."""
    above = {inside.name: part for top in parts for part in top.pages() for inside in part.parts}
    around = [None, *(part for top in parts for part in top.pages()), None]
    for before, part, after in zip(around, around[1:], around[2:], strict=False):
        if part is None:
            continue
        up = above.get(part.name)
        yield urls.part(part.name), PartPage(
            title=_title(part, dates), count=part.count,
            sections=layout.sections(part.events, entries, dates, headed=part.stretch.days > 31, folded=True),
            parts=tuple(part_link(p, dates) for p in part.parts), up=_link(up, dates), before=_link(before, dates),
            after=_link(after, dates),
            band=site.strip.scale.band(part.stretch) if site.strip else None,
            strip=_own_strip(part, entries, dates) if site.together else None,
        )


def _own_strip(part: Part, entries: Mapping[str, Entry], dates: Dates) -> Strip | None:
    """The entries of a part alone; None where they are all of one day."""
    inside = (e for page in part.pages() for e in page.events)
    dated = (
        Dated(closed(e.interval), entries[e.id].when.words, entries[e.id].listed, urls.anchor(e.id))
        for e in inside if e.interval
    )
    return strip(dated, dates)


def _facet_pages(
    shared: Shared, entries: Mapping[str, Entry], lists: Callable[..., Iterator[Page]]
) -> Iterator[Page]:
    """The entries of one name or tag."""
    return lists(shared.facet.page, [entries[i] for i in shared.events], shared.facet)


def _lists(locale: Locale, page: str, items: Sequence[Any], facet: Facet | None = None) -> Iterator[Page]:
    """A list on as many pages as it needs."""
    pages = ladder.chunks(items)

    def link(number: int) -> Link | None:
        text = locale.gettext("Page %(n)s") % {"n": locale.number(number)}
        return Link(text, urls.numbered(page, number)) if 1 <= number <= len(pages) else None

    for number, chunk in enumerate(pages, 1):
        yield urls.numbered(page, number), ListPage(
            tuple(chunk), number, len(pages), link(number - 1), link(number + 1), facet
        )


def _redirects(timeline: Timeline, present: Presenter, entries: Mapping[str, Entry]) -> Iterator[Page]:
    """A page at each former address of an event or an article, which leads on."""
    moved = {("event", alias): event.id for event in timeline.events for alias in event.aliases}
    moved |= {(gone.sort, gone.id): gone.into for gone in timeline.gone if gone.into}
    for (sort, old), new in moved.items():
        if sort == "event" and new in entries:
            yield urls.event(old), Redirect(entries[new].title, entries[new].page, entries[new].anchor)
        elif sort == "article" and new in present.sources:
            yield urls.article(old), Redirect(present.sources[new].title, present.sources[new].page, "")


def _changes(timeline: Timeline, entries: Mapping[str, Entry], locale: Locale) -> list[Changed]:
    """The public change log and what people have corrected, the newest first; entries by what they are called."""
    called, unnamed = titles(timeline), locale.gettext("An entry that is not shown any more")
    return [
        Changed(
            entries.get(c.event), called.get(c.event, unnamed), c.what, called.get(c.before or "", c.before),
            called.get(c.after or "", c.after), c.on or None, c.by, c.reason,
        )
        for c in public_log(timeline)
    ]


def _leads_on(gone: Gone) -> bool:
    """Is there something in its place?"""
    return gone.into is not None


def _address(gone: Gone) -> str:
    """Where it was found."""
    return urls.event(gone.id) if gone.sort == "event" else urls.article(gone.id)


def _link(part: Part | None, dates: Dates) -> Link | None:
    """A part as its neighbours name it."""
    return Link(_title(part, dates), urls.part(part.name)) if part else None


def _title(part: Part, dates: Dates) -> str:
    """Its stretch of the calendar in words, and which page of it."""
    told, locale = dates.title(part.stretch), dates.locale
    if part.number == 1:
        return told
    return locale.gettext("%(dates)s, page %(n)s") % {"dates": told, "n": locale.number(part.number)}

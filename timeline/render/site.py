"""All pages of the site: what each family of pages is made of, and how they are rendered."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from .. import __version__, urls
from ..algebra.interval import Interval
from ..config import Config
from ..model import Timeline
from . import dates, links
from .article_page import article_page
from .cite import Work
from .present import Presenter, presenter
from .strip import Dated, strip
from .theme import Theme
from .views import Day, Entry, EventPage, Figures, Site

OPEN_UP_TO = 40  # events; above, quotations are folded

#: A page: where it stands, and what its template sees as `page` (None for one that is made of `site` alone).
Page = tuple[str, object]


def render(timeline: Timeline, config: Config, project_templates: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file of the site's pages and assets, as (path, content). `timeline` holds only what may be published."""
    theme = Theme(project_templates)
    present = presenter(timeline, config)
    entries = {e.id: present.entry(e) for e in timeline.events}
    site = _site(timeline, config, present, entries)
    families = _families(timeline, site, present, entries)
    for template in theme.pages():
        name = template.removesuffix(".html")
        for path, page in families[name]() if name in families else [(template, None)]:
            yield path, theme.render(f"pages/{template}", path, site, page).encode()
    for article in timeline.articles:
        if present.sources[article.document.id].level == "full":
            yield urls.article_text(article.document.id), article.document.text.encode()
    yield from theme.assets()


def _families(
    timeline: Timeline, site: Site, present: Presenter, entries: dict[str, Entry]
) -> dict[str, Callable[[], Iterable[Page]]]:
    """Templates of `templates/pages/` that make many pages. Every other one there makes one page of its own name."""
    return {
        "event": lambda: _event_pages(site),
        "article": lambda: (
            (source.page, article_page(present.articles[i], source, timeline, entries))
            for i, source in present.sources.items()
        ),
    }


def _event_pages(site: Site) -> Iterator[Page]:
    """One page an event, with those before and after it."""
    around = [None, *site.entries, None]
    for before, entry, after in zip(around, around[1:], around[2:], strict=False):
        if entry is not None:
            work = Work(entry.id, entry.title, site.title, site.authors, links.absolute(site.url, entry.page))
            yield entry.page, EventPage(entry, before, after, work)


def _site(timeline: Timeline, config: Config, present: Presenter, entries: dict[str, Entry]) -> Site:
    """What every page shares."""
    dated = [(e.id, dates.closed(e.interval)) for e in timeline.events if e.interval]
    folded = len(timeline.events) > OPEN_UP_TO
    drawn = strip(Dated(interval, entries[i].when.words, f"#{links.event_id(i)}") for i, interval in dated)
    return Site(
        title=timeline.title, description=config.description, language=config.language, authors=config.authors,
        licence=config.licence, repository=links.safe(config.repository), url=links.safe(config.base_url),
        days=_days(dated, entries), undated=tuple(entries[e.id] for e in timeline.events if not e.interval),
        sources=tuple(present.sources.values()), range=_range(dated), strip=drawn, figures=_figures(timeline),
        open=not folded, version=__version__,
    )


def _range(dated: Iterable[tuple[str, Interval]]) -> str | None:
    """From the first day to the last, in words."""
    intervals = [interval for _, interval in dated]
    if not intervals:
        return None
    return dates.between(min(i.first for i in intervals), max(i.last for i in intervals))


def _days(dated: Iterable[tuple[str, Interval]], entries: dict[str, Entry]) -> tuple[Day, ...]:
    """Neighbouring events of one date under one heading, with the gaps between."""
    days: list[Day] = []
    before: Interval | None = None  # of those so far, the one that ends last
    for _, group in groupby(dated, key=lambda e: entries[e[0]].when.words):
        ids, (interval, *_) = zip(*group, strict=True)
        gap = dates.gap(before, interval) if before else None
        days.append(Day(f"d-{ids[0]}", entries[ids[0]].when, tuple(entries[i] for i in ids), gap))
        before = interval if before is None or interval.past > before.past else before
    return tuple(days)


def _figures(timeline: Timeline) -> Figures:
    """Count how the dates were found."""
    bases = [a.time.basis for a in timeline.articles]
    set_by = [*(x.set_by for a in timeline.articles for x in a.timexes), *(a.time.set_by for a in timeline.articles)]
    timexes = [x for a in timeline.articles for x in a.timexes if x.type in ("DATE", "TIME")]
    return Figures(
        given=bases.count("given"), inferred=bases.count("inferred"), unknown=bases.count("unknown"),
        expressions=len(timexes), resolved=sum(x.edtf is not None for x in timexes),
        doubtful=sum(x.doubt is not None for x in timexes),
        corrected=sum(s is not None for s in set_by),
        accepted=sum(e.status != "found" for e in timeline.events),
    )

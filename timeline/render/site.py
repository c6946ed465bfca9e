"""All files of the site that templates make: what every page shares, and each page rendered."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from .. import __version__, ladder, resources, urls
from ..config import Config
from ..frozen import replace
from ..ladder import Part
from ..locale import Locale, marked
from ..model import Event, Timeline
from . import layout, links, pages
from .dates import Dates, closed
from .figures import figures
from .present import Presenter, presenter
from .strip import Dated, Strip, strip
from .theme import Edition, Theme
from .views import Card, Download, Entry, Link, Section, Site

#: Where a project's corrections are, in its repository.
OVERRIDES = "content/overrides.yaml"


def render(
    timeline: Timeline, config: Config, project_templates: Path | None = None, search: bool = False,
    downloads: Iterable[tuple[str, str, str]] = (), overrides: str = OVERRIDES,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site's pages and assets, as (path, content). `timeline` holds only what may be published.

    search: there will be an index for the search page. downloads: (path, media type, name) of its other forms.
    overrides: file or folder of the project's repository where corrections are written.
    """
    theme = Theme(project_templates, config)
    return ((path, made()) for path, made in to_render(timeline, config, theme, search, downloads, overrides))


def to_render(
    timeline: Timeline, config: Config, theme: Theme, search: bool = False,
    downloads: Iterable[tuple[str, str, str]] = (), overrides: str = OVERRIDES,
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The same, each file as its path and what makes it when it is wanted."""
    present = presenter(timeline, config, theme.locale)
    entries = {e.id: present.entry(e) for e in timeline.events}
    parts = ladder.parts(timeline.events)
    site = _site(timeline, config, present, entries, parts, overrides)
    offered = tuple(Download(path, media, theme.locale.gettext(name)) for path, media, name in downloads)
    families = pages.families(timeline, site, present, entries, parts, search)
    site = replace(site, nav=_nav(families, theme.locale), downloads=offered)
    edition = theme.edition(site)
    for template in sorted(theme.pages(), key=lambda name: name != urls.INDEX):  # the index is wanted first
        name = template.removesuffix(".html")
        for path, page in families.get(name, [(template, None)]):
            yield path, partial(_page, edition, template, path, page)
    for article in timeline.articles:
        if present.sources[article.document.id].level == "full":
            yield urls.article_text(article.document.id), article.document.text.encode
    if site.card:
        yield site.card.page, partial(_drawn, site, theme.locale)
    for path, content in theme.assets():  # the last word: a theme may bring a picture of its own
        yield path, partial(bytes, content)


def _page(edition: Edition, template: str, path: str, page: object) -> bytes:
    return edition.render(f"pages/{template}", path, page).encode()


def _drawn(site: Site, locale: Locale) -> bytes:
    """The picture of a site. Pillow is loaded only where there is something to draw."""
    from . import card

    told = " · ".join(filter(None, (locale.count("%(n)s entry", "%(n)s entries", site.count), site.range)))
    return card.draw(site.title, told, site.strip, card.ACCENTS[site.palette], resources.templates() / "fonts")


def _nav(families: Mapping[str, Iterable[pages.Page]], locale: Locale) -> tuple[Link, ...]:
    """Where every page leads: those of the pages that there are."""
    wanted = (
        (marked("Timeline"), urls.INDEX), (marked("Undated"), urls.UNDATED), (marked("Names"), urls.NAMES),
        (marked("Tags"), urls.TAGS), (marked("Sources"), urls.SOURCES), (marked("Changes"), urls.CHANGES),
        (marked("Method"), urls.METHOD), (marked("Search"), urls.SEARCH),
    )
    absent = {f"{name}.html" for name, made in families.items() if not made}
    return tuple(Link(locale.gettext(text), page) for text, page in wanted if page not in absent)


def _site(
    timeline: Timeline, config: Config, present: Presenter, entries: dict[str, Entry], parts: tuple[Part, ...],
    overrides: str,
) -> Site:
    """What every page shares."""
    events = timeline.events
    dates = present.dates
    is_open = len(events) <= ladder.OPEN
    if parts:
        sections = layout.sections(layout.leading(events), entries, dates, headed=False, folded=False)
    else:
        sections = layout.sections(events, entries, dates, headed=not is_open, folded=not is_open)
    repository = links.safe(config.repository)
    return Site(
        title=timeline.title, description=config.description, language=dates.locale.code,
        direction=dates.locale.direction, authors=config.authors, licence=config.licence, palette=config.palette,
        repository=repository, edit=links.in_repository(repository, overrides), url=links.safe(config.base_url),
        nav=(), downloads=(),
        count=len(events), sections=sections, parts=tuple(pages.part_link(p, dates) for p in parts),
        undated=tuple(entries[e.id] for e in events if not e.interval) if not parts else (),
        sources=tuple(present.sources.values()), range=_range(events, dates),
        strip=_strip(events, entries, sections, parts, dates), figures=figures(timeline), open=is_open,
        together=len(events) > ladder.OWN_PAGES,
        card=Card(urls.CARD, timeline.title) if links.safe(config.base_url) else None, version=__version__,
    )


def _range(events: Iterable[Event], dates: Dates) -> str | None:
    """From the first entry to the last, in words."""
    told = [closed(e.interval) for e in events if e.interval]
    return dates.reach(told) if told else None


def _strip(
    events: Iterable[Event], entries: Mapping[str, Entry], sections: Iterable[Section], parts: tuple[Part, ...],
    dates: Dates,
) -> Strip | None:
    """The overview: marks lead to the entries where they stand open, to their heading where some are folded."""
    heading = {} if parts else {
        e.id: s.id for s in sections if s.title for fold in s.folds for day in fold.days for e in day.entries
    }
    return strip(
        (
            Dated(
                closed(e.interval), entries[e.id].when.words, entries[e.id].listed,
                heading.get(e.id) or urls.anchor(e.id),
            )
            for e in events if e.interval
        ),
        dates,
    )

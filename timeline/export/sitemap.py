"""`sitemap.xml`: the pages that search engines should know (sitemaps.org), in several files where there are many."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from .. import ladder, urls
from ..config import Config
from ..model import Timeline
from . import records

NEEDS_BASE_URL = True
INDEX = "sitemap.xml"
MOST = 50_000  # addresses in a file
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """One file, or an index of several."""
    pages = [records.address(config.base_url, page) for page in _pages(timeline)]
    if len(pages) <= MOST:
        return [(INDEX, _listed("urlset", "url", pages))]
    chunks = [pages[i:i + MOST] for i in range(0, len(pages), MOST)]
    parts = [(f"sitemap_{n}.xml", _listed("urlset", "url", chunk)) for n, chunk in enumerate(chunks, 1)]
    files_of_pages = [records.address(config.base_url, path) for path, _ in parts]
    return [(INDEX, _listed("sitemapindex", "sitemap", files_of_pages)), *parts]


def _pages(timeline: Timeline) -> list[str]:
    """Index, parts of the calendar, entries and articles; lists of names and tags are found from there."""
    parts = [urls.part(page.name) for part in ladder.parts(timeline.events) for page in part.pages()]
    entries = [page for page, anchor in ladder.addresses(timeline.events).values() if not anchor]
    articles = [urls.article(a.document.id) for a in timeline.articles]
    return [urls.INDEX, urls.SOURCES, urls.METHOD, *parts, *entries, *articles]


def _listed(name: str, each: str, addresses: Iterable[str]) -> bytes:
    """Addresses as the format lists them."""
    root = Element(name, xmlns=_NAMESPACE)
    for address in addresses:
        SubElement(SubElement(root, each), "loc").text = address
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"

"""`entries.atom` and `changes.atom`: the newest entries, and the public record of changes, as Atom feeds (RFC 4287)."""

import hashlib
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .. import urls
from ..config import Config
from ..frozen import Frozen
from ..locale import marked
from ..model import Change, Timeline
from ..record import in_words, public_log, titles
from . import records

NEEDS_BASE_URL = True
DOWNLOAD = ("entries.atom", "application/atom+xml", marked("Feed of new entries"))
CHANGES = "changes.atom"
MOST = 100  # entries in a feed
_NAMESPACE = "http://www.w3.org/2005/Atom"


class _Item(Frozen):
    """What a feed says of an entry. updated: ISO date."""

    id: str
    title: str
    link: str
    updated: str
    summary: str


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """Both feeds, the newest first."""
    articles = {a.document.id: a for a in timeline.articles}
    links = records.addresses(timeline, config)
    entries = [
        _Item(links[e.id], e.title, links[e.id], records.changed(e, articles), records.told(e)) for e in timeline.events
    ]
    called = titles(timeline)
    changes = [_change(c, called, links, config) for c in public_log(timeline) if c.on]
    return [
        (DOWNLOAD[0], _feed(timeline.title, DOWNLOAD[0], entries, config)),
        (CHANGES, _feed(f"{timeline.title}: changes", CHANGES, changes, config)),
    ]


def _feed(title: str, path: str, items: Iterable[_Item], config: Config) -> bytes:
    """A feed of the newest items."""
    newest = sorted(items, key=lambda i: (i.updated, i.id), reverse=True)[:MOST]
    feed = Element("feed", xmlns=_NAMESPACE)
    address = records.address(config.base_url, path)
    _say(feed, "id", address)
    _say(feed, "title", title)
    _say(feed, "updated", _time(newest[0].updated if newest else "1970-01-01"))
    SubElement(feed, "link", rel="self", href=address)
    SubElement(feed, "link", rel="alternate", href=config.base_url or "")
    for name in config.authors or (title,):
        _say(SubElement(feed, "author"), "name", name)
    for item in newest:
        entry = SubElement(feed, "entry")
        _say(entry, "id", item.id)
        _say(entry, "title", item.title)
        _say(entry, "updated", _time(item.updated))
        SubElement(entry, "link", rel="alternate", href=item.link)
        _say(entry, "summary", item.summary)
    indent(feed, " ")
    content: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _change(change: Change, called: Mapping[str, str], links: Mapping[str, str], config: Config) -> _Item:
    """A change as an item: its id is of what it says, so that it stays as the record grows."""
    said = "\x1f".join(filter(None, (change.what, change.before, change.after, change.on, change.by, change.reason)))
    link = links.get(change.event) or records.address(config.base_url, urls.event(change.event))
    name = hashlib.sha256(f"{change.event}\x1f{said}".encode()).hexdigest()[:16]
    title = called.get(change.event) or f"An entry that is not shown any more ({change.event})"
    return _Item(f"{link}#change-{name}" if "#" not in link else f"{link}-change-{name}", title, link, change.on,
                 in_words(change))  # fmt: skip


def _say(parent: Element, name: str, text: str) -> None:
    """An element with text; characters that XML does not allow are left out."""
    SubElement(parent, name).text = "".join(c for c in text if c in "\t\n\r" or ord(c) >= 32)


def _time(day: str) -> str:
    """The beginning of an ISO date, as feeds tell time."""
    return f"{day}T00:00:00Z"

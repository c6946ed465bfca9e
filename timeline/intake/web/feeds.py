"""An RSS or Atom feed: the pages that it leads to, and the days on which it says they were published."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO

from ...authored.forms import BadValueError, web_address
from ...diagnostics import InputError, error
from ...frozen import Frozen
from ..outside import reading
from ..page.dates import Clue, statement

#: Endings of files that hold one.
SUFFIXES = frozenset((".rss", ".atom", ".xml"))


class Entry(Frozen):
    """A page that a feed leads to. published: when, as the feed has it; None where it does not say."""

    url: str
    title: str | None = None
    published: Clue | None = None


def entries(data: bytes, path: str) -> tuple[Entry, ...]:
    """The pages of a feed, in its order, each once. Raises `InputError` for what is no feed, and for an empty one."""
    with reading(path, "a feed"):
        import feedparser

        feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=True)
    if not feed.version:
        hint = "name a page, a document, or the address of a feed"
        raise InputError([error(path, 0, 0, "no-feed", "this is no RSS or Atom feed", hint)])
    told = tuple(_entries(feed.entries))
    found = tuple({entry.url: next(e for e in told if e.url == entry.url) for entry in told}.values())
    if not found:
        raise InputError([error(path, 0, 0, "empty", "this feed leads to no page", "name the pages themselves")])
    return found


def _entries(items: list[dict[str, object]]) -> Iterator[Entry]:
    for item in items:
        written = item.get("published")
        try:
            url = web_address(str(item.get("link") or item.get("id") or ""))
        except BadValueError:
            continue
        yield Entry(url, str(item.get("title") or "") or None, _day(item, written))


def _day(item: dict[str, object], written: object) -> Clue | None:
    """The day as written, with its clock and zone; feeds write it in two ways, one of them in words."""
    moment = item.get("published_parsed")
    if not isinstance(written, str) or not isinstance(moment, tuple):
        return None
    try:
        iso = written if written[:4].isdecimal() else parsedate_to_datetime(written).isoformat()
    except ValueError:
        return None
    return statement(iso, "feed")

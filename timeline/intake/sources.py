"""What a person names – files, folders, addresses, lists, feeds, bibliographies – one article at a time."""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from ..authored import files
from ..diagnostics import InputError, error
from ..frozen import Frozen, replace
from . import bibliography, reader
from .arrival import Arrival, told
from .encodings import decode_page
from .formats import html
from .outside import reading
from .page.dates import by_authority, settled
from .web import feeds
from .web.answer import Fetched, Get

# What browsers put beside a page that they save complete: its pictures and frames.
_PARTS_OF_A_PAGE = ("_files", "-files", ".files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_bestanden")
_ADDRESS = re.compile(r"https?://\S+", re.I)
_FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<\?xml-stylesheet[^>]*>\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.S,
)
_LISTS = frozenset((".txt", ".text", ".urls", ".list", ""))
_SNIFFED = 4096  # bytes at the beginning that tell what something is


class Item(Frozen):
    """One thing to be read: a file, or an address. entry: what a feed says of it."""

    file: Path | None = None
    url: str = ""
    entry: feeds.Entry | None = None

    @property
    def shown(self) -> str:
        """How a person is told of it."""
        return str(self.file) if self.file else self.url


class Found(Frozen):
    """What became of an item: an article and the SHA-256 of its bytes, or why there is none.

    fetched: it came over the network just now. done, of: how many items are behind us, and how many there are.
    """

    source: str
    arrival: Arrival | None = None
    refused: InputError | None = None
    sha256: str = ""
    fetched: bool = False
    done: int = 0
    of: int = 0


def items(sources: Iterable[str], root: Path) -> Iterator[Item]:
    """The files and addresses that these words name. Folders are looked through, the project itself left out."""
    for source in sources:
        if _ADDRESS.fullmatch(source):
            yield Item(url=source)
        else:
            yield from (Item(file) for file in _files(Path(source), root))


def read(sources: Iterable[str], root: Path, get: Get) -> Iterator[Found]:
    """Everything there is to read, in order; feeds and lists lead to more."""
    waiting = deque(items(sources, root))
    done = 0
    while waiting:
        item = waiting.popleft()
        done += 1
        try:
            more, arrivals, digest = _opened(item, get)
        except InputError as refused:
            yield Found(item.shown, refused=refused, done=done, of=done + len(waiting))
            continue
        waiting.extendleft(reversed(more))
        for arrival in arrivals:
            yield Found(item.shown, arrival, None, digest, item.file is None, done, done + len(waiting))


def _opened(item: Item, get: Get) -> tuple[tuple[Item, ...], tuple[Arrival, ...], str]:
    """What an item leads to, the articles that it holds, and the hash of its bytes. Raises `InputError`."""
    if item.file is None:
        answer = get(item.url)
        data, shown, suffix = answer.data, item.url, reader.MEDIA_TYPES.get(answer.media, "")
        _refuse_unknown(answer, item.url, item.entry)
    else:
        answer, shown, suffix = None, str(item.file), item.file.suffix.lower()
        data = files.read_bytes(item.file, shown)
    if item.entry is None and _is_feed(data, suffix):  # what a feed leads to leads no further
        return tuple(Item(url=e.url, entry=e) for e in feeds.entries(data, shown)), (), ""
    if item.file and suffix in _LISTS and (addresses := _addresses(data, shown)):
        return tuple(Item(url=address) for address in addresses), (), ""
    if suffix in bibliography.SUFFIXES:
        return (), bibliography.arrivals(data, shown), ""
    arrival = _fetched(answer, item.url) if answer else reader.read(data, shown)
    return (), (_with_entry(arrival, item.entry),), sha256(data).hexdigest()


def _fetched(answer: Fetched, url: str) -> Arrival:
    suffix = reader.MEDIA_TYPES[answer.media]
    if suffix == ".html":
        return html.page(decode_page(answer.data, url, answer.charset), url, answer.url)
    data = decode_page(answer.data, url, answer.charset).encode() if suffix in (".txt", ".md") else answer.data
    arrival = reader.read(data, url, suffix)
    return arrival if "url" in arrival.keys else told(arrival, url=answer.url)


def _refuse_unknown(answer: Fetched, url: str, entry: feeds.Entry | None) -> None:
    if answer.media not in reader.MEDIA_TYPES and (entry is not None or not _is_feed(answer.data, "")):
        message = f"this is {answer.media}, no page and no document"
        raise InputError([error(url, 0, 0, "unknown-form", message, "name the page on which the article stands")])


def _with_entry(arrival: Arrival, entry: feeds.Entry | None) -> Arrival:
    """The article with the day that the feed tells, which counts like one of the page itself."""
    if entry is None or entry.published is None or "published" in arrival.keys:
        return arrival
    clues = by_authority((*arrival.clues, entry.published))
    taken = settled(clues)
    known = {"published": taken.edtf, "published_source": taken.source} if taken else {}
    bare = told(arrival, published=None, published_source=None)
    return replace(told(bare, **known), clues=clues)


def politely() -> Get:
    """A client of the web, made when the first address is asked: only then its packages are needed."""
    clients: list[Get] = []

    def get(url: str) -> Fetched:
        if not clients:
            with reading(url, "pages of the web"):
                from .web.fetch import Client

                clients.append(Client().get)
        return clients[0](url)

    return get


# ---------------------------------------------------------------- what it is
def _is_feed(data: bytes, suffix: str) -> bool:
    return suffix in feeds.SUFFIXES or _FEED.match(data[:_SNIFFED]) is not None


def _addresses(data: bytes, shown: str) -> tuple[str, ...]:
    """The addresses of a list: nothing else stands in it but empty lines and remarks after #. None of another text.

    Raises `InputError` for a list in which some lines are none: nobody wants it for an article.
    """
    if not re.search(rb"https?://", data[:_SNIFFED], re.I):
        return ()
    lines = enumerate(map(str.strip, data.decode("utf-8-sig", "replace").splitlines()), 1)
    named = {number: line for number, line in lines if line and not line.startswith("#")}
    other = [number for number, line in named.items() if not _ADDRESS.fullmatch(line)]
    if not other:
        return tuple(dict.fromkeys(named.values()))
    if 2 * len(other) < len(named):
        what, hint = "this is no web address", "write it whole, beginning with https://, or put # before a remark"
        raise InputError(error(shown, number, 1, "no-address", what, hint) for number in other)
    return ()


# ---------------------------------------------------------------- folders
def _files(source: Path, root: Path) -> Iterator[Path]:
    """The source itself, or the files of a folder that can be read, those below it too, in order.

    Hidden ones, the parts of saved pages and the project itself are left out. A folder without any stands for itself
    and is refused like any source that is none.
    """
    found = tuple(_below(source, root)) if source.is_dir() else ()
    yield from found or (source,)


def _below(folder: Path, root: Path) -> Iterator[Path]:
    known = (reader.suffixes() | _LISTS | feeds.SUFFIXES) - {".list"}
    for where, folders, names in os.walk(folder):
        if Path(where).resolve() == root:
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _belongs_to_a_page(f, names))
        found = (Path(where, name) for name in sorted(names) if not name.startswith("."))
        yield from (file for file in found if file.suffix.lower() in known)


def _belongs_to_a_page(folder: str, beside: Iterable[str]) -> bool:
    """Are these the parts of a page that was saved complete? Browsers name them after the page, in their language."""
    if folder.endswith(_PARTS_OF_A_PAGE):
        return True
    stems = {Path(name).stem for name in beside if name.lower().endswith((".html", ".htm"))}
    return any(folder.startswith(stem) and folder[len(stem) :][:1] in ("_", "-", ".") for stem in stems if stem)

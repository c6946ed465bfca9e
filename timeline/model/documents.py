"""An article as text: its blocks and runs with offsets, and what its front matter says."""

from bisect import bisect_right
from datetime import date

from ..frozen import Frozen, field

Span = tuple[int, int]


class Place(Frozen):
    """Where something stands in a file of the person's: path as shown to them, line and column from 1 (0: the file)."""

    path: str
    line: int = 0
    column: int = 0


class Run(Frozen):
    """A stretch of one inline style. styles: "strong", "emphasis", "code", "strike", outermost first; href: safe."""

    start: int
    end: int
    styles: tuple[str, ...] = ()
    href: str | None = None


class Block(Frozen):
    """A paragraph, heading, list item, quotation or code block.

    role: "body", or what kind of page furniture it is: "headline", "byline", "dateline", "caption", "link" ("Source
    link"), "prompt" ("Leave a Reply"), "biography", "origin" ("Source: Donga"), "sidebar", "copyright". Only "body" and
    "headline" are evidence, and only "body" is cited.
    """

    start: int
    end: int
    kind: str = "paragraph"  # "paragraph" "heading" "item" "quote" "code"
    role: str = "body"
    level: int = 0
    runs: tuple[Run, ...] = ()
    sentences: tuple[Span, ...] = ()
    line: int = 0  # in the file, from 1


class Places(dict[str, Place]):
    """Where each key of front matter stands. That is no part of what it says: articles are alike whatever it is."""

    def __eq__(self, other: object) -> bool:
        """Yes, of any others."""
        return isinstance(other, Places)

    def __hash__(self) -> int:  # type: ignore[override]
        """The same of all."""
        return 0


class Meta(Frozen):
    """Front matter, checked. `published` stays as written (EDTF or ISO date-time); `places`: where each key stands."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: date | None = None
    language: str = "en"
    timezone: str | None = None
    place: str | None = None
    archived: str | None = None
    rights: str | None = None
    licence: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    publish_text: str | None = None  # "full" "excerpt" "none"
    genre: str | None = None  # "news" "narrative"
    collection: str | None = None
    container: str | None = None  # print: newspaper or book, volume, page, calendar of its dates
    volume: str | None = None
    page: str | None = None
    calendar: str | None = None  # "gregorian" "julian"
    type: str | None = None  # one of SOURCE_TYPES
    archive: str | None = None  # where the one copy lies, and its shelfmark there
    shelfmark: str | None = None
    picture: str | None = None  # address of the picture that the page shows as its own, and whose it is
    picture_rights: str | None = None
    sha256: str | None = None  # of the bytes that it was read from
    published_source: str | None = None  # where the page that was read states `published`: a key of PUBLISHED_SOURCES
    places: Places = field(default_factory=Places)


# What a source can be, by the names of the Citation Style Language (CSL 1.0.2).
SOURCE_TYPES = (
    "webpage", "article-newspaper", "article-magazine", "article-journal", "post-weblog", "post", "book", "chapter",
    "report", "thesis", "manuscript", "personal_communication", "interview", "speech", "hearing", "broadcast",
    "motion_picture", "song", "map", "graphic", "pamphlet", "legal_case", "legislation", "treaty", "document",
)  # fmt: skip
# Where a page or a message states when it was published, the most authoritative first, and how a person is told of it.
PUBLISHED_SOURCES = {
    "json-ld": "the page's JSON-LD",
    "open-graph": "the page's Open Graph data",
    "meta": "a <meta> element of the page",
    "time": "a <time> element of the page",
    "line": "a line above or below the text of the page",
    "text": "a line of the text",
    "feed": "the feed that leads to the page",
    "bibliography": "the bibliography that it was imported from",
    "person": "somebody who was asked when it was added",
    "url": "the address of the page",
    "htmldate": "the head of the page, as htmldate reads it",
    "mail": "the head of the message",
}


class Document(Frozen):
    """One article as text: blocks joined by a blank line, no markup, the title not part of it."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    path: str = ""
    origin: str | None = None  # whom "Source: …" names
    pages: tuple[tuple[int, str], ...] = ()  # where the pages of a printed source begin, and what they are called

    def line_at(self, offset: int) -> int:
        """The line of its file on which the block of a place begins; 0 where it has none."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[index].line if index >= 0 else 0

    def page_at(self, offset: int) -> str | None:
        """The page on which a place of the text stands; of a source whose pages are not told apart, its page."""
        return next((page for start, page in reversed(self.pages) if start <= offset), self.meta.page)

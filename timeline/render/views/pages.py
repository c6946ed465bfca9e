"""Pages of entries, of an article, of an event, and what leads to another."""

from typing import Any

from ...frozen import Frozen
from ...model import Correction
from ..cite import Work
from ..runs import Stretch
from ..strip import Strip
from .entries import Derivation, Entry
from .sources import Link, Source, When


class Day(Frozen):
    """Neighbouring entries under one heading. gap: how long after the one before, in words."""

    id: str
    when: When
    entries: tuple[Entry, ...]
    gap: str | None = None


class Fold(Frozen):
    """Neighbouring days, either open or folded under the words that say what is there ("" where open)."""

    days: tuple[Day, ...]
    words: str = ""


class Section(Frozen):
    """The days of a month or another stretch under one heading; title is "" where there is only one section."""

    id: str
    title: str
    folds: tuple[Fold, ...]


class Note(Frozen):
    """A time expression of an article in its margin. entries: what it dates."""

    id: str
    back: str
    derivation: Derivation
    entries: tuple[Entry, ...] = ()


class Paragraph(Frozen):
    """A block of an article. kind: of `Block`; level: of its heading; label: what furniture it is, "" for the text.

    notes: the time expressions in it. quoted: the entries that quote it. omitted: text before it is not published.
    """

    kind: str
    level: int
    label: str
    text: tuple[Stretch, ...]
    notes: tuple[Note, ...] = ()
    quoted: tuple[Entry, ...] = ()
    omitted: bool = False


class ArticlePage(Frozen):
    """An article with its text. plain: address of its plain text where published. omitted: the end is left out."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    plain: str | None = None
    omitted: bool = False
    corrections: tuple[Correction, ...] = ()


class LinkedData(Frozen):
    """JSON-LD that may stand in a page as it is. digest: of the text, for the content security policy."""

    text: str
    digest: str


class EventPage(Frozen):
    """An entry with its neighbours in time, how to cite it, and what it says as JSON-LD."""

    entry: Entry
    before: Entry | None
    after: Entry | None
    work: Work
    linked_data: LinkedData


class PartLink(Frozen):
    """A part of the calendar as others name it. count: of its entries, those of the parts within it included."""

    title: str
    page: str
    count: int
    parts: tuple["PartLink", ...] = ()


class PartPage(Frozen):
    """A part of the calendar. up: the larger one; parts: the smaller ones; band: where it is on the site's strip.

    strip: one of its own, where the site's is too coarse to show anything of it.
    """

    title: str
    count: int
    sections: tuple[Section, ...]
    parts: tuple[PartLink, ...] = ()
    up: Link | None = None
    before: Link | None = None
    after: Link | None = None
    band: tuple[float, float] | None = None
    strip: Strip | None = None


class Facet(Frozen):
    """Somebody, something, a place or a tag, and how many entries have it. kind: "name" "place" "tag"."""

    kind: str
    text: str
    page: str
    count: int


class ListPage(Frozen):
    """A long list, or one page of it. number: of the page, from 1; before, after: its neighbours.

    facet: what all items have in common, if the list is about that.
    """

    items: tuple[Any, ...]
    number: int = 1
    of: int = 1
    before: Link | None = None
    after: Link | None = None
    facet: Facet | None = None


class Changed(Frozen):
    """A line of the public change log. entry: what it is about, None where that is not shown any more."""

    entry: Entry | None
    title: str
    what: str
    before: str | None = None
    after: str | None = None
    on: str | None = None
    by: str | None = None
    reason: str | None = None


class Download(Frozen):
    """The timeline in another form. media: its type, as in HTTP."""

    page: str
    media: str
    text: str


class SearchPage(Frozen):
    """The page that searches. further: folders of the indexes beside the first, where there are many pages."""

    further: tuple[str, ...] = ()


class Redirect(Frozen):
    """A page that has moved."""

    title: str
    page: str
    anchor: str


class Vacant(Frozen):
    """A page where something was. sort: "event" "article". status: "hidden" "held" "deleted" "withdrawn"."""

    sort: str
    status: str
    reason: str | None = None
    on: str | None = None

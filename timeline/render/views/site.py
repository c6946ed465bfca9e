"""What every page knows of the site."""

from typing import ClassVar

from ...frozen import Frozen
from ..strip import Strip
from .entries import Entry
from .pages import Download, PartLink, Section
from .sources import Link, Source


class Figures(Frozen):
    """How the dates of this timeline were found, counted. Numbers of articles, expressions and entries.

    days, longer, undated: entries of which the day is known, a longer stretch only, nothing.
    """

    given: int
    inferred: int
    unknown: int
    expressions: int
    resolved: int
    doubtful: int
    corrected: int
    accepted: int
    days: int
    longer: int
    undated: int


class Card(Frozen):
    """The picture that other sites show with a link to this one. words: its alternative. width, height: in pixels."""

    page: str
    words: str
    width: ClassVar[int] = 1200
    height: ClassVar[int] = 630


class Site(Frozen):
    """All that a page may draw on. url: where the site stands, None if unknown.

    language, direction: of its own texts, "ltr" or "rtl". open: quotations are shown at once. together: entries have no
    pages of their own, only places on those of their parts. parts: of the calendar, where one page does not hold all
    entries; the index then shows the leading ones in `sections`. nav: the pages that every page leads to. count: of all
    entries. downloads: the timeline as data and feeds. edit: where corrections are edited on the web, None if unknown.
    card: the picture for links to it, None where the site does not know its address.
    """

    title: str
    description: str
    language: str
    direction: str
    authors: tuple[str, ...]
    licence: str | None
    palette: str
    repository: str | None
    edit: str | None
    url: str | None
    nav: tuple[Link, ...]
    downloads: tuple[Download, ...]
    count: int
    sections: tuple[Section, ...]
    undated: tuple[Entry, ...]
    parts: tuple[PartLink, ...]
    sources: tuple[Source, ...]
    range: str | None
    strip: Strip | None
    card: Card | None
    figures: Figures
    open: bool
    together: bool
    version: str

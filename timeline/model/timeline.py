"""Entries with their sources, and the timeline that they make."""

from ..algebra.interval import Interval
from ..frozen import Frozen
from .decided import Change, Decision
from .documents import Block, Document, Place, Span
from .times import DocumentTime, Timex3


class Citation(Frozen):
    """What one article says of an event: an exact substring of its text, and the date that its words give.

    role: "report" (tells the event), "mention" (as background), "detail" (tells more, carries no date of its own).
    """

    article: str
    quote: str
    start: int
    end: int
    mention: str
    role: str = "report"
    timex: Timex3 | None = None
    page: str | None = None  # of a source in print, where somebody has noted it


class Correction(Frozen):
    """What a person changed, for the page: before → after.

    what: "title", "date", "kind", "publication date", "language", "timezone", "no date", "no event". article, words,
    span: what it is about, where that is an article or words of it.
    """

    what: str
    before: str | None
    after: str | None
    reason: str | None = None
    by: str | None = None
    on: str | None = None
    place: Place = Place("")
    article: str | None = None
    words: str | None = None
    span: Span | None = None


class Note(Frozen):
    """What a person has to say about an event, as text with its blocks."""

    text: str
    blocks: tuple[Block, ...]
    by: str | None = None


class Image(Frozen):
    """A picture of an event: its path below `content/images/`, and what must be said about it."""

    file: str
    alt: str
    rights: str
    source: str | None = None


class Event(Frozen):
    """One entry of the timeline."""

    id: str
    title: str
    edtf: str | None
    interval: Interval | None
    kind: str
    importance: float
    citations: tuple[Citation, ...]
    date_rule: str = ""  # which rule chose the date among the sources' claims, in words
    clock: str | None = None
    bounds: Interval | None = None  # for the undated section
    disagreement: bool = False
    origins: int = 1  # independent ones
    merge_evidence: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    near: tuple[str, float] | None = None  # a mention of another event, and how probably it is of this one
    summary: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    status: str = "found"  # "found" by machine, "accepted" by a person, "by hand"
    members: tuple[str, ...] = ()  # ids of its mentions
    notes: tuple[Note, ...] = ()
    images: tuple[Image, ...] = ()
    published: bool = False  # the record knows it
    frozen: bool = False  # it is accepted, and shown as it was accepted
    withheld: tuple[Change, ...] = ()  # what this build would change, had nobody accepted the event as it is


class Article(Frozen):
    """A source as the timeline shows it."""

    document: Document
    time: DocumentTime
    timexes: tuple[Timex3, ...]
    corrections: tuple[Correction, ...] = ()


class Gone(Frozen):
    """An address that was public and answers without its entry or article.

    sort: "event" or "article". status: "merged" and "renamed" lead to `into`; "hidden", "held", "deleted", "withdrawn".
    by: the person who has decided it, None where it is the program's.
    """

    sort: str
    id: str
    status: str
    into: str | None = None
    reason: str | None = None
    on: str | None = None
    by: str | None = None


class Timeline(Frozen):
    """All that is rendered. Events in order of time, undated ones last between the bounds they have.

    gone: addresses that still answer. changes: the public change log, the newest first. named: every id that a decision
    may name, those of entries that are not shown too. idle: decisions that change nothing, each with the reason.
    """

    title: str
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    gone: tuple[Gone, ...] = ()
    changes: tuple[Change, ...] = ()
    named: frozenset[str] = frozenset()
    idle: tuple[tuple[Decision, str], ...] = ()

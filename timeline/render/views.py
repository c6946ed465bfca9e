"""What templates may see: plain values, ready to be printed. Nothing here knows HTML; no template computes."""

from typing import Any, ClassVar

from ..frozen import Frozen
from ..model import Correction
from .cite import Work
from .references import Reference
from .runs import Stretch
from .strip import Strip


class When(Frozen):
    """A date in words and in shape.

    words: whole ("Sunday 10 December 2023"). weekday, numeral, rest: the same in parts, for the rail. datetime: for
    `<time>`, None where HTML has no form for it. shape: "day" known, "part" of the calendar larger than a day, "range"
    between two ends, "none". inferred: it rests on a publication date that was inferred, or is marked with a doubt.
    """

    words: str
    weekday: str = ""
    numeral: str = ""
    rest: str = ""
    datetime: str | None = None
    shape: str = "none"
    inferred: bool = False


class Published(Frozen):
    """When a source was published, and how that is known.

    words: "10 December 2023", "between 10 and 16 December 2023", "not known". basis: "given" "inferred" "unknown".
    alternatives: other days that fit as well, in words. correction: YAML that sets it.
    """

    words: str
    basis: str
    evidence: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    datetime: str | None = None
    by_person: bool = False
    reason: str | None = None
    correction: str = ""


class Link(Frozen):
    """Something to be named, with the page that tells more where there is one."""

    text: str
    page: str | None = None


class Source(Frozen):
    """An article as it is named beside a quotation. page: our copy; original, archived: elsewhere, None if not told.

    siblings: other articles of the same origin; together they are one witness.
    """

    id: str
    title: str
    page: str
    published: Published
    reference: Reference
    publisher: str | None = None
    author: str | None = None
    origin: str | None = None
    original: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    licence: str | None = None
    language: str = "en"
    tags: tuple[str, ...] = ()
    cited: int = 0
    level: str = "full"
    siblings: tuple[Link, ...] = ()
    where: str = ""


class Derivation(Frozen):
    """The way from words to a date: "Sunday" → steps → result. value: TIMEX3. dated: it led to a calendar date.

    doubt: why it may be wrong. correction: YAML that sets it.
    """

    words: str
    steps: tuple[str, ...]
    result: str
    value: str
    dated: bool
    datetime: str | None = None
    doubt: str | None = None
    alternatives: tuple[tuple[str, str], ...] = ()
    by_person: bool = False
    reason: str | None = None
    correction: str = ""


class Offer(Frozen):
    """Lines that decide something, to be copied. kind: of decision."""

    kind: str
    lines: str


class Claim(Frozen):
    """What one source says of an event. role: "report" "mention" "detail". agrees: its date is the event's.

    quotation: id of the quotation on the source's page. reference: the source, cited for the page of these words.
    where: its volume and page, archive and shelfmark. offers: what can be decided of its words.
    """

    id: str
    source: Source
    quote: tuple[Stretch, ...]
    quotation: str
    reference: Reference
    where: str = ""
    role: str = "report"
    original: str | None = None
    derivation: Derivation | None = None
    agrees: bool = True
    offers: tuple[Offer, ...] = ()


class Reading(Frozen):
    """A date that some of the sources of an entry give. chosen: it is the entry's. sources: their names."""

    when: When
    sources: tuple[str, ...]
    chosen: bool = False


class Remark(Frozen):
    """A note of a person about an entry, as paragraphs."""

    paragraphs: tuple[tuple[Stretch, ...], ...]
    by: str | None = None


class Picture(Frozen):
    """A picture of an entry. page: its file on the site."""

    page: str
    alt: str
    rights: str
    source: str | None = None


class Entry(Frozen):
    """An event as a page shows it. weight: "lead" "plain" "minor". agreement: "agree" "differ", "" with one date.

    page, anchor: its address; anchor is "" where it has the page for itself. listed: the page that has it among others.
    doubt: one that all its dated claims share; it is then not repeated at each. readings: its dates where they differ.
    offers: what can be decided of it.
    """

    id: str
    title: str
    page: str
    anchor: str
    listed: str
    when: When
    kind: str
    weight: str
    status: str
    claims: tuple[Claim, ...]
    details: tuple[Claim, ...]
    sources: int
    origins: int
    agreement: str
    date_rule: str = ""
    readings: tuple[Reading, ...] = ()
    clock: str | None = None
    between: str | None = None
    summary: tuple[str, ...] = ()
    named: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
    merge_evidence: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    doubt: str | None = None
    notes: tuple[Remark, ...] = ()
    images: tuple[Picture, ...] = ()
    offers: tuple[Offer, ...] = ()


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

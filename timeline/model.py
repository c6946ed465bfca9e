"""The plain data that flows between the stages. Frozen, no behaviour beyond look-ups, in the order of the pipeline.

Offsets count Unicode code points of `Document.text` and are half-open. A `Span` is (start, end).
"""

from datetime import date

from .algebra.interval import Interval
from .algebra.terms import Term
from .frozen import Frozen, field

Span = tuple[int, int]


# ---------------------------------------------------------------- read
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

    def page_at(self, offset: int) -> str | None:
        """The page on which a place of the text stands; of a source whose pages are not told apart, its page."""
        return next((page for start, page in reversed(self.pages) if start <= offset), self.meta.page)


# ---------------------------------------------------------------- people's decisions
class Decision(Frozen):
    """One thing that a person has decided, attached to the text it is about.

    kind: the override's ("date", "published", "not-a-date", "merge", …). span: the one place in the article's text that
    its quote names, None where the kind has no target. value: checked and normalised by the kind's own module. more:
    further keys of the kind with their values, one pair for each value of a list. cites: places in articles
    that it quotes.
    """

    kind: str
    article: str | None = None
    span: Span | None = None
    events: tuple[str, ...] = ()
    value: str | None = None
    reason: str | None = None
    by: str | None = None
    on: str | None = None
    place: Place = Place("")
    more: tuple[tuple[str, str], ...] = ()
    cites: tuple[tuple[str, Span], ...] = ()

    def told(self, key: str) -> tuple[str, ...]:
        """The values of a further key."""
        return tuple(value for name, value in self.more if name == key)


class Cited(Frozen):
    """Words that a published event cites (W3C Web Annotation: TextQuoteSelector), and what was made of them.

    mention, role, edtf: of the citation when it was published. span: where the words stand now, None where that is not
    one place; article: what their article is called now.
    """

    article: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    mention: str = ""
    role: str = "report"
    edtf: str | None = None
    span: Span | None = None


class Change(Frozen):
    """One entry of the public change log: what readers see otherwise than before.

    what: "published", "title", "date", "kind", "tags", "citation", "merged", "hidden", "held", "deleted", "restored",
    "accepted". by: the person who has decided it, None where it is the program's. on: ISO date, "" as long as it is not
    published.
    """

    event: str
    what: str
    before: str | None = None
    after: str | None = None
    on: str = ""
    by: str | None = None
    reason: str | None = None


class Published(Frozen):
    """What the public has been shown of an event: the file `content/ids/<id>.yaml`.

    status: "public", "merged" (into the event `into`), "hidden", "held", "deleted". accepted: which acceptance has
    frozen it, None where none has. changes: its change log, the oldest first.
    """

    id: str
    title: str
    edtf: str | None
    kind: str = "event"
    status: str = "public"
    citations: tuple[Cited, ...] = ()
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    into: str | None = None
    reason: str | None = None
    accepted: str | None = None
    changes: tuple[Change, ...] = ()


class Decisions(Frozen):
    """All of them, in file order, and the record of what was published. A stage asks for its slice.

    record: the events. accepted: entries as somebody has accepted them. articles: ids under which articles have been
    public. reopened: ids of accepted entries that are told as they would be, had nobody accepted them.
    """

    all: tuple[Decision, ...] = ()
    record: tuple[Published, ...] = ()
    articles: tuple[str, ...] = ()
    accepted: tuple[Published, ...] = ()
    reopened: frozenset[str] = frozenset()

    def of(self, kind: str, article: str | None = None) -> tuple[Decision, ...]:
        """Those of a kind, and of one article where that is named."""
        return tuple(d for d in self.all if d.kind == kind and (article is None or d.article == article))

    def acceptances(self) -> dict[str, Decision]:
        """By each id that people have accepted, the last acceptance of it."""
        return {i: d for d in sorted(self.of("accept"), key=lambda d: d.on or "") for i in d.events}

    def known(self) -> tuple[Published, ...]:
        """The record, and the entries that are accepted and were never public."""
        public, named = {e.id for e in self.record}, self.acceptances().keys()
        return (*self.record, *(e for e in self.accepted if e.id not in public and named & {e.id, *e.aliases}))


# ---------------------------------------------------------------- recognise
class Reading(Frozen):
    """A reading that was weighed and lost, or one that is near: which rule made it and why it was not taken."""

    text: str
    rule: str
    term: str
    reason: str


class TimeExpression(Frozen):
    """Words about time in a document and what they say. No date in it.

    direction: negative past, positive future, 0 not told, as the words around tell; 2 where they stand right beside,
    else 1. role: "" or the preposition that rules it (
    "since", "until", "by", "from", "on"). local: "(local time)" is said. block: index of its block.
    """

    start: int
    end: int
    text: str
    type: str  # "DATE" "TIME" "DURATION" "SET"
    term: Term
    rule: str
    block: int = 0
    direction: int = 0
    role: str = ""
    why_direction: str = ""
    local: bool = False
    quoted: bool = False
    rivals: tuple[Reading, ...] = ()
    pair: int | None = None  # index of the expression that is the other end of the range "from … to …"
    set_by: Decision | None = None

    @property
    def span(self) -> Span:
        """(start, end)."""
        return self.start, self.end


# ---------------------------------------------------------------- bind
class Binding(Frozen):
    """What an expression leans on: the index of an earlier expression of the same document, and why that one."""

    expression: int
    antecedent: int | None
    reason: str = ""
    named: bool = True  # the antecedent is what the words name, not just the date before
    same: bool = False  # said in apposition: it is the antecedent's day, not counted from it


# ---------------------------------------------------------------- extract
class Participant(Frozen):
    """Somebody or something that takes part. `key` joins its names and is comparable between articles."""

    key: str
    name: str
    span: Span
    role: str = ""  # "subject" "object" "place" …


class Quantity(Frozen):
    """A number with what it counts: (50, "minute"), (1200, "people")."""

    value: float
    unit: str
    span: Span


class EventMention(Frozen):
    """What one clause says happened.

    id: ten base32 characters, a hash of article, quote and which trigger in it. quote: the sentence or clause to cite.
    expression: index of the time expression that dates it. relation: how ("on", "since", "until", "by", "about").
    kind: "event", "statement" (somebody says), "state". factuality: "happened" "planned" "denied" "conditional"
    "wanted". reported: the text reports it, rather than mentioning it as known. detail_of: id of the mention that it
    tells more about.
    """

    id: str
    article: str
    quote: Span
    clause: Span
    trigger: Span
    lemma: str
    event_class: str
    expression: int | None
    relation: str = "on"
    participants: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    words: frozenset[str] = frozenset()  # content lemmas, for likeness
    attribution: str | None = None
    factuality: str = "happened"
    kind: str = "event"
    reported: bool = True
    ordinal: int | None = None  # "the second call"
    further: bool = False  # "also called": beside what was told before
    detail_of: str | None = None
    title: str = ""  # candidate headline from this clause
    told: frozenset[str] = frozenset()  # base forms of the words of the clause that tells it
    title_flaws: int = 0  # how much is wrong with it as a headline; 0 for nothing
    definite: bool = False  # "the call": one that is known already
    quoted: tuple[str, ...] = ()  # of a statement: what it quotes, passage for passage, in small letters
    central: float = 0.0  # 0 to 1: how much of it the article's headline and first sentence share


# ---------------------------------------------------------------- link
class Link(Frozen):
    """Two mentions that may be one event. score 0 to 1; strong: no rival at either end, good enough to date with."""

    a: str
    b: str
    score: float
    strong: bool
    evidence: tuple[str, ...] = ()


# ---------------------------------------------------------------- anchor
class DocumentTime(Frozen):
    """When a document was written (TIMEX3: document creation time). Day numbers of `calendar`; both ends included.

    best: the day that is claimed. basis "given" (by a person, the page), "inferred" (claimed from evidence), "unknown".
    clock: ISO time with zone where one is given. links: ids of mention pairs that it rests on. against: days that
    contradict a stated date (None: no day is named), with words that tell why; the evidence has these, too.
    """

    earliest: int | None = None
    latest: int | None = None
    best: int | None = None
    basis: str = "unknown"
    evidence: tuple[str, ...] = ()
    alternatives: tuple[int, ...] = ()
    clock: str | None = None
    narrative: bool = False
    year_policy: str | None = None  # named policy where the year was chosen, not told
    links: tuple[tuple[str, str], ...] = ()
    set_by: Decision | None = None
    against: tuple[tuple[int | None, str], ...] = ()


# ---------------------------------------------------------------- resolve
class Timex3(Frozen):
    """A time expression with its value. `trace` is the derivation in words, one step a line."""

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    interval: Interval | None = None
    bounds: Interval | None = None  # what an unresolved one can still be
    doubt: str | None = None
    implied: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()  # (value, reason)
    trace: tuple[str, ...] = ()
    rule: str = ""
    expression: int = 0  # index in the document's expressions
    set_by: Decision | None = None
    read_as: str | None = None  # what the words would be taken for, had nobody set a date (EDTF, else TIMEX3)


class Analysis(Frozen):
    """What the per-document stages found in one document."""

    document: Document
    expressions: tuple[TimeExpression, ...] = ()
    bindings: tuple[Binding, ...] = ()
    mentions: tuple[EventMention, ...] = ()


# ---------------------------------------------------------------- corefer
class EventCluster(Frozen):
    """Mentions that are one event, the links that say so, and the nearest one left apart with the reason.

    near: the id of that one, and 0 to 1 how probably it is of this event all the same.
    """

    mentions: tuple[EventMention, ...]
    links: tuple[Link, ...] = ()
    apart: tuple[str, ...] = ()
    near: tuple[str, float] | None = None
    merged_by: Decision | None = None


# ---------------------------------------------------------------- assemble, identify
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

"""An entry: what each source says, how its date came about, what people have said of it."""

from ...frozen import Frozen
from ...model import Correction
from ..references import Reference
from ..runs import Stretch
from .sources import Link, Source, When


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

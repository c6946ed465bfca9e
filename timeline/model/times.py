"""Words about time: what they say, what they lean on, when their article was written, and the date that comes of it."""

from ..algebra.interval import Interval
from ..algebra.terms import Term
from ..frozen import Frozen
from .decided import Decision
from .documents import Span


class Reading(Frozen):
    """A reading that was weighed and lost, or one that is near: which rule made it and why it was not taken."""

    text: str
    rule: str
    term: str
    reason: str


class TimeExpression(Frozen):
    """Words about time in a document and what they say. No date in it.

    direction: negative past, positive future, 0 not told, as the words around tell; 2 where they stand right beside,
    else 1. role: "" or the preposition that rules it ("since", "until", "by", "from", "on"). local: "(local time)" is
    said. block: index of its block.
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


class Binding(Frozen):
    """What an expression leans on: the index of an earlier expression of the same document, and why that one."""

    expression: int
    antecedent: int | None
    reason: str = ""
    named: bool = True  # the antecedent is what the words name, not just the date before
    same: bool = False  # said in apposition: it is the antecedent's day, not counted from it


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

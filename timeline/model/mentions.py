"""What a clause says happened, which mentions may be one event, and all that is found in one article."""

from ..frozen import Frozen
from .decided import Decision
from .documents import Document, Span
from .times import Binding, TimeExpression


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
    told: tuple[str, ...] = ()  # base forms of the words of the clause that tells it
    title_flaws: int = 0  # how much is wrong with it as a headline; 0 for nothing
    definite: bool = False  # "the call": one that is known already
    quoted: tuple[str, ...] = ()  # of a statement: what it quotes, passage for passage, in small letters
    central: float = 0.0  # 0 to 1: how much of it the article's headline and first sentence share


class Link(Frozen):
    """Two mentions that may be one event. score 0 to 1; strong: no rival at either end, good enough to date with.

    near: how surely their articles tell one story, 0 to 1.
    """

    a: str
    b: str
    score: float
    strong: bool
    evidence: tuple[str, ...] = ()
    near: float = 1.0


class Analysis(Frozen):
    """What the per-document stages found in one document."""

    document: Document
    expressions: tuple[TimeExpression, ...] = ()
    bindings: tuple[Binding, ...] = ()
    mentions: tuple[EventMention, ...] = ()


class EventCluster(Frozen):
    """Mentions that are one event, the links that say so, and the nearest one left apart with the reason.

    near: the id of that one, and 0 to 1 how probably it is of this event all the same.
    """

    mentions: tuple[EventMention, ...]
    links: tuple[Link, ...] = ()
    apart: tuple[str, ...] = ()
    near: tuple[str, float] | None = None
    merged_by: Decision | None = None

"""What people have decided, and what of it the public has seen."""

from ..frozen import Frozen
from .documents import Place, Span


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

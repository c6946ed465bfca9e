"""What the templates of a review may see: plain values, ready to be printed."""

from ..frozen import Frozen


class Mark(Frozen):
    """Words of an article.

    state: "now" (the item is about them), "dated", "open" (no date), "person" (somebody has decided), "doubt". label:
    what to type to go there. opens: the item that is then shown. says: its date in words. start: where it stands.
    """

    state: str
    label: str = ""
    opens: str = ""
    says: str = ""
    start: int = -1


class Passage(Frozen):
    """A block of an article as text and marked words. near: it holds what the item is about."""

    kind: str
    near: bool
    pieces: tuple[tuple[str, Mark | None], ...]


class Choice(Frozen):
    """A date to choose, by a number key. words: the date in words; value: EDTF."""

    key: str
    action: str
    value: str
    words: str
    why: tuple[str, ...]
    now: bool


class Reply(Frozen):
    """Something to answer, by a letter. panel: name of the field or list that asks for more first, "" for none."""

    key: str
    action: str
    words: str
    panel: str = ""


class Card(Frozen):
    """An entry, short. key, value: to choose it, where it is to be chosen. quotes: (source, words)."""

    title: str
    when: str
    quotes: tuple[tuple[str, str], ...] = ()
    key: str = ""
    value: str = ""
    opens: str = ""
    status: str = ""


class Sheet(Frozen):
    """What a calendar needs. start: where it opens; marks: (day, label); first, last: bounds. Days as in ISO 8601."""

    action: str
    start: str
    marks: tuple[tuple[str, str], ...]
    first: str = ""
    last: str = ""


class Source(Frozen):
    """The article of an item. line: where its words stand in the file."""

    id: str
    title: str
    publisher: str | None
    published: str
    basis: str
    place: str


class Shown(Frozen):
    """An item on the page."""

    id: str
    kind: str
    heading: str
    message: str
    effect: str
    source: Source | None
    passages: tuple[Passage, ...]
    choices: tuple[Choice, ...]
    replies: tuple[Reply, ...]
    sheet: Sheet | None
    cards: tuple[Card, ...]
    others: tuple[Card, ...]
    changes: tuple[tuple[str, str, str], ...]  # what, before, after
    typing: str  # action that a typed date is for, "" where none is asked
    whole: bool
    exact: str
    start: int
    events: tuple[str, ...]
    back: str  # the item to go back to, "" for the queue
    queued: bool  # it waits for an answer


class Progress(Frozen):
    """How far a sitting is. kinds: (what, how many are left)."""

    left: int
    decided: int
    kinds: tuple[tuple[str, int], ...]


class Listed(Frozen):
    """An article in the list of all. fresh: entries of it that nobody has looked at."""

    label: str
    opens: str
    title: str
    publisher: str | None
    published: str
    fresh: int
    waiting: int

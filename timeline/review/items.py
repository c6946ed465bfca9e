"""What a review is made of, as plain data."""

from ..frozen import Frozen
from ..model import Place, Span

#: Kinds of items, those that matter most first; how a person is told of each.
KINDS = {
    "publication": "When was this published?",
    "order": "Day or month first?",
    "date": "Is this date right?",
    "differ": "The sources differ on the date",
    "near": "Are these one event?",
    "accepted": "Accepted, and now told otherwise",
    "lost": "Where do these words stand now?",
    "finding": "Something to mend in a file",
    "article": "Read it through",
    "entry": "An entry",
    "words": "Words that are a date",
}


_NOWHERE = Place("")


class Candidate(Frozen):
    """A date that may be meant, in EDTF. why: how it comes about, a step a line. now: it is what the page says now."""

    value: str
    why: tuple[str, ...] = ()
    now: bool = False


class Item(Frozen):
    """One thing for a person to settle.

    id: stays the same while the words, entries and article it is about do. spans: the words, in the text of `article`;
    the first are what a decision is about. exact, before, after: those first words and what stands around them, to find
    them again in an edited text. events: ids of the entries it is about. settles: how many expressions and entries hang
    on it. effect: the same in words. answers: the names of the actions that apply, see `actions`.
    """

    id: str
    kind: str
    message: str
    article: str | None = None
    spans: tuple[Span, ...] = ()
    exact: str = ""
    before: str = ""
    after: str = ""
    events: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    settles: int = 0
    effect: str = ""
    answers: tuple[str, ...] = ()
    place: Place = _NOWHERE
    fingerprint: str = ""  # what a person has seen who puts it aside; another one brings it back


class Answer(Frozen):
    """What a person says to an item.

    action: a name of `actions`. value: a date, a title, words or the id of an entry, where one is needed. reason: why,
    which readers are shown. by: who. on: the day, as in 2023-12-10.
    """

    action: str
    value: str = ""
    reason: str | None = None
    by: str | None = None
    on: str = ""

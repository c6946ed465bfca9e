"""Days of publication weighed against what else is known: when the article was got, and what its own text says."""

from datetime import date

from ..frozen import replace
from ..model import Document
from ..temporal.anchoring.bylines import stamps
from ..temporal.recognise import recognise
from .arrival import Arrival, told
from .page.dates import Clue, by_authority, settled


def believable(arrival: Arrival, got: str) -> Arrival:
    """The article without a day of publication that is later than the day on which somebody had it.

    got: that day, or a moment of it, in ISO 8601. One day is left for the zones.
    """
    last = date.fromisoformat((arrival.fact("retrieved") or got)[:10]).toordinal() + 1
    if all(clue.day <= last for clue in arrival.clues):
        return arrival
    doubt = "it is later than the day on which you had it"
    clues = by_authority(replace(c, doubt=c.doubt or doubt) if c.day > last else c for c in arrival.clues)
    taken = settled(clues)
    known = {"published": taken.edtf, "published_source": taken.source} if taken else {}
    bare = told(arrival, published=None, published_source=None) if arrival.fact("published") else arrival
    return replace(told(bare, **known), clues=clues)


def with_stamps(arrival: Arrival, document: Document) -> Arrival:
    """The article with the days that its text is stamped with, for somebody who is asked and has no better clue.

    They are not written into its front matter unasked, since a build reads them in the text itself.
    """
    if arrival.clues or arrival.fact("published") or "published" in arrival.keys:
        return arrival
    doubt = "it stands in the text, where a build finds it too"
    found = (
        Clue(date.fromordinal(stamp.day).isoformat(), "text", stamp.words, doubt)
        for stamp in stamps(document, recognise(document))
        if not stamp.changed and 0 < stamp.day <= date.max.toordinal()
    )
    return replace(arrival, clues=tuple(found))

"""The news that two articles open with: reports of one event that name it by the same weekday mean the same day.

What an article reports may stand in another clause than its weekday ("the ministry said on Thursday that the bridge was
open again"), so that no link joins the words themselves. Here the openings are compared as a whole.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..algebra.terms import Fields
from ..model import Analysis, EventMention, Link
from .recognise import plain_fields

#: How alike openings are that tell the same news; or how much of headline and first sentence two mentions share, and
#: how good the link between them is. Of reports so alike that name one weekday first, nine in ten mean the same day, as
#: reports with blanked dates showed: a sister is believed like a good link.
_SAME_NEWS, _CENTRAL, _LINKED = 0.3, 0.5, 0.8
SAME_NEWS_ODDS = 2.0
#: Paragraphs in which a report names its news and the day.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """How an article begins. weekday: index of the first bare weekday that is not told as to come; words: what is told,
    and of whom.
    """

    weekday: int
    fields: Fields
    words: frozenset[str]


def opening(analysis: Analysis) -> Opening | None:
    """The opening of an article that names a weekday there; None of any other."""
    blocks = analysis.document.blocks
    body = [n for n, block in enumerate(blocks) if block.role == "body"][:_OPENING]
    for n, x in enumerate(analysis.expressions):
        fields = plain_fields(x.term)
        bare = fields is not None and fields.weekday is not None and fields == Fields(weekday=fields.weekday)
        if fields is not None and bare and x.block in body and x.direction <= 0 and not x.quoted:
            return Opening(n, fields, _words(analysis, blocks[body[-1]].end))
    return None


def _words(analysis: Analysis, end: int) -> frozenset[str]:
    told = [m for m in analysis.mentions if m.quote[0] < end]
    names = (word for m in told for p in m.participants for word in p.key.split())
    return frozenset((*names, *(word for m in told for word in m.words)))


def same_news(
    openings: Mapping[int, Opening],
    neighbours: Mapping[int, set[int]],
    analyses: Sequence[Analysis],
    links: Sequence[Link],
) -> dict[int, Sequence[int]]:
    """The neighbours of each article that open with the same news, told by the same weekday; by their numbers."""
    linked = set(_linked(analyses, links))

    def is_same(n: int, k: int) -> bool:
        one, other = openings[n], openings[k]
        return one.fields == other.fields and ((n, k) in linked or _are_alike(one.words, other.words))

    return {n: [k for k in sorted(neighbours.get(n, ())) if k in openings and is_same(n, k)] for n in openings}


def _are_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) > _SAME_NEWS * math.sqrt(len(a) * len(b))


def _linked(analyses: Sequence[Analysis], links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """Articles whose news is linked, by their numbers, both ways."""
    news = {m.id: n for n, a in enumerate(analyses) for m in a.mentions if _is_news(m)}
    for link in links:
        if link.score >= _LINKED and link.a in news and link.b in news:
            yield news[link.a], news[link.b]
            yield news[link.b], news[link.a]


def _is_news(mention: EventMention) -> bool:
    return mention.central >= _CENTRAL and mention.kind == "event" and mention.factuality == "happened"

"""The news that two articles open with: reports of one event that name it by the same weekday mean the same day.

What an article reports may stand in another clause than its weekday ("the ministry said on Thursday that the bridge was
open again"), so that no link joins the words themselves.
"""

from collections import defaultdict
from collections.abc import Sequence

from ..algebra.terms import Fields
from ..model import Analysis, EventMention, Link
from .offers import log_odds
from .recognise import plain_fields

#: How much of headline and first sentence a mention shares that is the news, and how good a link of such mentions is.
#: Of reports so linked that name one weekday first, nine in ten mean the same day.
_CENTRAL, _SAME_NEWS = 0.5, 0.8
#: Paragraphs in which a report names the day of its news.
_OPENING = 3

#: An article with the same news, by its number; the ids of the linked mentions; the log odds of the link.
SameNews = tuple[int, tuple[str, str], float]


def opening_weekday(analysis: Analysis) -> int | None:
    """Index of the bare weekday that an article names first in its opening, and does not tell as to come."""
    body = [n for n, block in enumerate(analysis.document.blocks) if block.role == "body"][:_OPENING]
    for n, x in enumerate(analysis.expressions):
        fields = plain_fields(x.term)
        bare = fields is not None and fields.weekday is not None and fields == Fields(weekday=fields.weekday)
        if bare and x.block in body and x.direction <= 0 and not x.quoted:
            return n
    return None


def same_news(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[int, tuple[SameNews, ...]]:
    """The articles that report the same news as an article, each by the best link."""
    mentions: dict[str, tuple[int, EventMention]] = {
        m.id: (n, m) for n, a in enumerate(analyses) for m in a.mentions if _is_news(m)
    }
    best: defaultdict[int, dict[int, SameNews]] = defaultdict(dict)
    for link in sorted(links, key=lambda k: (k.score, k.a, k.b)):
        if link.score < _SAME_NEWS or link.a not in mentions or link.b not in mentions:
            continue
        one, other = mentions[link.a][0], mentions[link.b][0]
        if one != other:
            best[one][other] = other, (link.a, link.b), log_odds(link.score)
            best[other][one] = one, (link.a, link.b), log_odds(link.score)
    return {n: tuple(found[k] for k in sorted(found)) for n, found in best.items()}


def _is_news(mention: EventMention) -> bool:
    return mention.central >= _CENTRAL and mention.kind == "event" and mention.factuality == "happened"

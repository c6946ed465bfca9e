"""Which day links to sister articles favour, where they lead to several.

Each good link to an article whose days are known offers one. A rival that leads to the same day is none, and one whose
day the words cannot mean makes no offer.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from ...frozen import Frozen

#: By so many log odds a day must be better than any other, and so likely it must be by itself; no link says more than
#: the last. Judged on reports with blanked dates: a good link is right somewhat more often than not.
_MARGIN, _LIKELY, _MOST = 0.8, 1.0, 4.0

Node = tuple[int, int]  # number of the article, index of the expression


class Tie(Frozen):
    """From a node to the expression of a sister article for the same event. happened: both tell it as past.

    pair: ids of the linked mentions; None where it is not links that tell so. odds: log odds that it is the same
    event; strong: neither end has a rival. says: what the sister says of it, in words. later: what she tells came
    within a week before.
    """

    other: Node
    pair: tuple[str, str] | None
    happened: bool
    odds: float
    strong: bool
    says: str = "tells the same event with"
    later: bool = False


class Offer(Frozen):
    """A day that a sister offers for the words of an article, and by how many days they differ, for the zone."""

    day: int
    shift: int
    tie: Tie
    own: Node


def log_odds(score: float) -> float:
    """Of the score of a link, which is a probability; held within what one link may say."""
    most = 1 / (1 + math.exp(-_MOST))
    held = min(max(score, 1 - most), most)
    return math.log(held / (1 - held))


def favoured(offers: Sequence[Offer], unanimous: bool) -> Offer | None:
    """The best offer of the day that the links favour; None where they favour none clearly.

    Of each sister the best link counts for a day, so that one that tells much does not outvote the others. unanimous:
    the words fit any day ("today"), so one that speaks for another day is enough to doubt.
    """
    weights: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for offer in offers:
        by_sister = weights[offer.day + offer.shift]
        by_sister[offer.tie.other[0]] = max(by_sister.get(offer.tie.other[0], 0.0), offer.tie.odds)
    ranked = sorted(((sum(by_sister.values()), day) for day, by_sister in weights.items()), reverse=True)
    if not ranked or ranked[0][0] < _LIKELY:
        return None
    if len(ranked) > 1 and (unanimous or ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    best = (o for o in offers if o.day + o.shift == ranked[0][1])
    return max(best, key=lambda o: (o.tie.odds, o.tie.pair or ("", ""), o.tie.other))

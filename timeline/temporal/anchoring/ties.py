"""Who is joined to whom by links: the days of mentions that may be one event, and articles that are of one story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...algebra.terms import TimeOfDay
from ...model import Analysis, EventMention, Link
from .offers import Node, Tie, log_odds

#: A link so good makes two articles reports of one story, even if it could be another event of it.
_GOOD = 0.5
#: Less near than so, two articles tell of two things of a kind, however alike a sentence of theirs is.
_ONE_STORY = 0.8
#: Articles that are handed over together are one story, unless they are an archive.
_SMALL = 50
#: Groups of event words that tell nothing of which event is meant.
EMPTY = frozenset({"", "statement", "any", "change", "movement", "start", "end"})
#: What stands before the day of an event; and before a part of that day, which it was close to.
_ON_THE_DAY, _BESIDE_A_PART = frozenset({"on", "in", "at"}), frozenset({"before", "after", "around", "shortly before"})


def linked(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[Node, list[Tie]]:
    """The good links between dated mentions of two articles, from either end."""
    mentions: dict[str, tuple[int, EventMention]] = {m.id: (n, m) for n, a in enumerate(analyses) for m in a.mentions}
    ties: defaultdict[Node, list[Tie]] = defaultdict(list)
    good = (k for k in links if (k.strong or k.score >= _GOOD) and k.near >= _ONE_STORY)
    for link in sorted(good, key=lambda k: (k.a, k.b)):
        if link.a not in mentions or link.b not in mentions:
            continue
        (i, a), (j, b) = mentions[link.a], mentions[link.b]
        if i == j or a.expression is None or b.expression is None:
            continue
        if not (is_of_the_day(analyses[i], a) and is_of_the_day(analyses[j], b)):
            continue
        happened = a.factuality == b.factuality == "happened"
        odds = log_odds(link.score)
        ties[i, a.expression].append(Tie((j, b.expression), (link.a, link.b), happened, odds, link.strong))
        ties[j, b.expression].append(Tie((i, a.expression), (link.a, link.b), happened, odds, link.strong))
    return dict(ties)


def together(*kinds: Mapping[Node, Sequence[Tie]]) -> dict[Node, list[Tie]]:
    """The ties of several kinds in one table."""
    return {node: [tie for ties in kinds for tie in ties.get(node, ())] for node in {n for ties in kinds for n in ties}}


def neighbours_of(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[int, set[int]]:
    """Articles that are about one story: a good link joins them, strong or not, or they were handed over together."""
    articles = {m.id: n for n, a in enumerate(analyses) for m in a.mentions}
    handed_over: defaultdict[str, set[int]] = defaultdict(set)
    for n, a in enumerate(analyses):
        if a.document.meta.collection is not None:
            handed_over[a.document.meta.collection].add(n)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for members in handed_over.values():
        if len(members) <= _SMALL:
            for n in members:
                found[n] |= members
    for link in links:
        if link.score >= _GOOD and link.near >= _ONE_STORY and link.a in articles and link.b in articles:
            one, other = articles[link.a], articles[link.b]
            found[one].add(other)
            found[other].add(one)
    return {n: others - {n} for n, others in found.items()}


def is_of_the_day(analysis: Analysis, mention: EventMention) -> bool:
    """Did it happen on the day of its expression: "on Monday", "in the small hours of it", "before dawn on Monday"?"""
    if mention.relation in _ON_THE_DAY or mention.expression is None:
        return True
    part = isinstance(analysis.expressions[mention.expression].term, TimeOfDay)
    return part and mention.relation in _BESIDE_A_PART

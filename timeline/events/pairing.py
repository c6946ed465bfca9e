"""Pairs of mentions worth comparing once dates are known, and what the dates say about them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ..algebra.interval import Interval
from ..model import Analysis, DocumentTime, EventMention, Link, Timex3
from .similarity import Collection

#: What the dates add to the log odds of a pair, by how they lie to each other.
SAME_DAY, SAME_UNIT, SAME_YEAR = 2.5, 2.8, 1.6
SAME_ARTICLE, WITHIN_ARTICLE = 0.8, -1.0  # one report seldom tells one event twice, and often several of a day
WITHIN, WITHIN_A_YEAR, OVERLAP, NEXT_DAY, UNKNOWN = 1.6, -2.0, -0.8, -1.2, -0.4
IN_THE_NEWS = 2.0
_OPENING, _FRESH = 1500, 4  # characters in which the news stands, days that it is old at most
_NEWS = 0.2  # how central the news is at least
_PLACED = 40  # days within which an event must be known for undated news to be told of it
_SHORT = 40  # days up to which a shared unit is a coincidence worth something
_MOST_IN_BUCKET = 30


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the time that its expression gives. value: TIMEX3, None without a specific date."""

    mention: EventMention
    interval: Interval | None
    value: str | None


def placed(analyses: Sequence[Analysis], timexes: Sequence[Sequence[Timex3]]) -> dict[str, Placed]:
    """All mentions by id, with their times."""
    out = {}
    for analysis, values in zip(analyses, timexes, strict=True):
        by_expression = {t.expression: t for t in values}
        for mention in analysis.mentions:
            timex = by_expression.get(mention.expression) if mention.expression is not None else None
            specific = timex is not None and timex.type in ("DATE", "TIME") and any(c.isdigit() for c in timex.value)
            out[mention.id] = Placed(
                mention, timex.interval if timex else None, timex.value if timex and specific else None
            )
    return out


def dated_pairs(
    dated: Mapping[str, Placed], links: Sequence[Link], collection: Collection
) -> dict[tuple[str, str], float]:
    """Log odds of the pairs of dated mentions that were linked, or that share a time in one article or in kin."""
    pairs = {(link.a, link.b) for link in links if link.a in dated and link.b in dated}
    pairs.update(_sharing_a_time(dated, collection))
    out = {}
    for a, b in sorted(pairs):
        add = time_odds(dated[a], dated[b])
        if add is not None and not _numbered_apart(dated[a].mention, dated[b].mention):
            out[a, b] = collection.compare(a, b).logit + add
    return out


def _sharing_a_time(dated: Mapping[str, Placed], collection: Collection) -> Iterator[tuple[str, str]]:
    """Pairs of one time in the same article or in two articles of one story."""
    buckets: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for i in sorted(dated):
        buckets[dated[i].mention.article, _key(dated[i])].append(i)
    for (article, time), members in buckets.items():
        yield from combinations(members[:_MOST_IN_BUCKET], 2)
        for other in collection.kin[article]:
            if other > article and (other, time) in buckets:
                for a, b in product(members[:_MOST_IN_BUCKET], buckets[other, time][:_MOST_IN_BUCKET]):
                    yield (a, b) if a < b else (b, a)


def _key(item: Placed) -> str:
    return f"{item.interval.first}/{item.interval.past}" if item.interval else item.value or ""


def _numbered_apart(a: EventMention, b: EventMention) -> bool:
    """The first and the second of several."""
    return a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal


def undated_pairs(
    mentions: Mapping[str, Placed], dated: Mapping[str, Placed], links: Sequence[Link], collection: Collection
) -> dict[tuple[str, str], float]:
    """Log odds, dates apart, of an undated mention (first) and a dated one (second): linked, or the news of kin."""
    pairs = set(_news_and_kin(mentions, dated, collection))
    for link in links:
        for a, b in ((link.a, link.b), (link.b, link.a)):
            if a in mentions and mentions[a].mention.expression is None and b in dated:
                pairs.add((a, b))
    return {(a, b): collection.compare(a, b).logit for a, b in sorted(pairs)}


def _news_and_kin(
    mentions: Mapping[str, Placed], dated: Mapping[str, Placed], collection: Collection
) -> Iterator[tuple[str, str]]:
    """What an article opens with, each with all that the articles of its story date."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    for i in sorted(dated):
        own[dated[i].mention.article].append(i)
    for i in sorted(mentions):
        mention = mentions[i].mention
        if mention.expression is None and mention.central >= _NEWS and mention.quote[0] < _OPENING:
            for article in collection.kin[mention.article]:
                yield from ((i, j) for j in own.get(article, ()))


def time_odds(a: Placed, b: Placed) -> float | None:
    """What two times add to the log odds; None where they exclude each other."""
    x, y = a.interval, b.interval
    if x is None or y is None:
        return _unplaced_odds(a, b)
    if a.mention.article == b.mention.article:
        return SAME_ARTICLE if (x.first, x.past) == (y.first, y.past) else WITHIN_ARTICLE if x.meets(y) else None
    if (x.first, x.past) == (y.first, y.past):
        return SAME_DAY if x.days <= 2 else SAME_UNIT if x.days <= _SHORT else SAME_YEAR
    if x.holds(y) or y.holds(x):
        return WITHIN if max(x.days, y.days) <= _SHORT else WITHIN_A_YEAR
    if x.meets(y):
        return OVERLAP
    apart = abs(x.first - y.first)
    return NEXT_DAY if x.days == y.days == 1 and apart == 1 else None


def _unplaced_odds(a: Placed, b: Placed) -> float | None:
    """Where a date has a gap ("XXXX-XX-12"): equal values agree, in one article others differ, else nobody knows."""
    if a.value == b.value:
        return SAME_DAY
    both = a.interval is None and b.interval is None
    return UNKNOWN if both and a.mention.article != b.mention.article else None


def news_odds(mention: EventMention, written: DocumentTime, when: Sequence[Interval]) -> float | None:
    """What an article's own date says about an undated mention and an event of another article; None: they are apart.

    What a report tells without a date is its news, of the days before it was written; what lies further back is dated, or
    told so generally that nobody can say which event is meant.
    """
    if written.earliest is None or written.latest is None or not when:
        return 0.0
    first, past = min(i.first for i in when), max(i.past for i in when)
    if min(i.days for i in when) > _PLACED:
        return None
    if mention.factuality == "planned":
        return 0.0 if past > written.earliest else None
    if first > written.latest or past <= written.earliest - _FRESH:
        return None
    opening = max(0.0, 1 - mention.quote[0] / _OPENING)
    return IN_THE_NEWS * opening * mention.central

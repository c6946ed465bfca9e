"""Mentions with dates → events: each cluster is what the sources tell about one happening.

Dated mentions are clustered first; merges that people made and links that a date rests on come before anything else.
Mentions without a date then join the event that they clearly tell more of, or none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..algebra.interval import Interval
from ..frozen import replace
from ..model import Analysis, Decision, Decisions, DocumentTime, EventCluster, EventMention, Link, Timex3
from .extracting.passing import PASSING
from .linking.clustering import agglomerate
from .linking.collection import Collection
from .linking.evidence import evidence
from .linking.likeness import probability
from .linking.pairing import Placed, Undated, dated_pairs, news_odds, placed, same_time, time_odds, undated_pairs
from .linking.shared import shared_statements

_UNDATED_NEEDS = -0.3  # log odds that an undated mention needs to join: about even, as no date speaks for it
_FAR = -4.0  # log odds below which nobody would ask why two events are apart
_CLEAR = 0.2  # and by how much the best event must be better than the next


def corefer(
    analyses: Sequence[Analysis],
    timexes: Sequence[Sequence[Timex3]],
    times: Sequence[DocumentTime],
    links: Sequence[Link],
    collection: Collection,
    decisions: Decisions,
) -> tuple[EventCluster, ...]:
    """Clusters of mentions by the id of their first; a mention without a date only where it joins a dated one.

    `collection` is what `collection.collect` has prepared of the same analyses.
    """
    mentions = placed(analyses, timexes, times)
    by_hand = [(d, sorted(d.events)) for d in decisions.of("merge")]
    musts = [pair for t in times for pair in t.links] + [pair for _, ids in by_hand for pair in combinations(ids, 2)]
    dated = {i: m for i, m in mentions.items() if m.value is not None}

    def may_meet(a: Sequence[str], b: Sequence[str]) -> bool:
        return all(_compatible(x, y, dated, collection) for x in a for y in b)

    odds = dated_pairs(dated, links, collection)
    sources = {i: m.mention.article for i, m in dated.items()}
    groups = agglomerate(sources, odds, [(a, b) for a, b in musts if a in dated and b in dated], may_meet)
    members = [[dated[i].mention for i in group] for group in groups]
    home = {i: n for n, group in enumerate(groups) for i in group}
    windows = {a.document.id: t for a, t in zip(analyses, times, strict=True)}
    spans = [[m.interval for m in (dated[i] for i in group) if m.interval] for group in groups]
    loose = undated_pairs(mentions, dated, links, collection)
    joining = _undated(mentions, home, loose, windows, spans)
    for i in _worth_citing(joining, mentions, home):
        members[joining[i]].append(mentions[i].mention)
    homeless = [m.mention for i, m in mentions.items() if i not in home and i not in joining]
    statements, said = shared_statements(homeless, windows, collection)
    members += statements
    every = odds | {pair: told.odds for pair, told in loose.items()} | said
    return _clusters(_fold_statements(members), every, mentions, by_hand, collection)


def _compatible(one: str, other: str, dated: Mapping[str, Placed], collection: Collection) -> bool:
    """May two mentions be in one event at all?"""
    a, b = dated[one], dated[other]
    if collection.differ(one, other):
        return False
    if a.mention.ordinal and b.mention.ordinal and a.mention.ordinal != b.mention.ordinal:
        return False
    return time_odds(a, b, collection.once(one, other)) is not None


def _undated(
    mentions: Mapping[str, Placed],
    home: Mapping[str, int],
    pairs: Mapping[tuple[str, str], Undated],
    windows: Mapping[str, DocumentTime],
    spans: Sequence[Sequence[Interval]],
) -> dict[str, int]:
    """Which event each mention without a date joins: told by its own article, else by one clearly best pair."""
    offers: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for (a, b), told in pairs.items():
        mention = mentions[a].mention
        own = mentions[b].mention.article == mention.article
        add = news_odds(mention, windows[mention.article], spans[home[b]], own, told.back)
        if add is not None:
            offers[a][home[b]] = max(offers[a].get(home[b], -99.0), told.odds + add)
    out = {}
    for i in sorted(mentions):
        told_of = mentions[i].mention.detail_of
        if i in home:
            continue
        if told_of is not None and told_of in home:
            out[i] = home[told_of]
            continue
        ranked = sorted(((value, -n) for n, value in offers[i].items()), reverse=True)
        if ranked and ranked[0][0] >= _UNDATED_NEEDS and (len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= _CLEAR):
            out[i] = -ranked[0][1]
    return out


def _worth_citing(
    joining: Mapping[str, int], mentions: Mapping[str, Placed], home: Mapping[str, int]
) -> Iterator[str]:
    """Ids of the joining mentions; what is only mentioned shows that an article speaks of the event where nothing else
    in it does.
    """
    told = {(n, mentions[i].mention.article) for i, n in home.items()}
    for i in sorted(joining, key=lambda i: (mentions[i].mention.relation == PASSING, mentions[i].mention.quote)):
        place = joining[i], mentions[i].mention.article
        if mentions[i].mention.relation != PASSING or place not in told:
            yield i
        told.add(place)


def _fold_statements(members: Sequence[Sequence[EventMention]]) -> list[list[EventMention]]:
    """What a participant says about an event on its day is a detail of the event, not one more entry."""
    hosts = {m.id: n for n, group in enumerate(members) for m in group}
    out = [list(group) for group in members]
    for n, group in enumerate(members):
        targets = {hosts.get(m.detail_of or "") for m in group if m.expression is not None}
        target = targets.pop() if len(targets) == 1 else None
        if target is not None and target != n:
            out[target] += [replace(m, detail_of=m.detail_of or out[target][0].id) for m in group]
            out[n] = []
    return [g for g in out if g]


def _clusters(
    members: Sequence[Sequence[EventMention]],
    odds: Mapping[tuple[str, str], float],
    mentions: Mapping[str, Placed],
    by_hand: Sequence[tuple[Decision, Sequence[str]]],
    collection: Collection,
) -> tuple[EventCluster, ...]:
    """Clusters with what joined them and the nearest mention that was left apart, and why."""
    home = {m.id: n for n, group in enumerate(members) for m in group}
    joined: dict[str, tuple[float, str, str]] = {}
    apart: dict[int, tuple[float, str, str]] = {}
    for (a, b), value in sorted(odds.items()):
        if home.get(a) is None or home.get(b) is None:
            continue
        if home[a] == home[b]:
            for end in (a, b):
                joined[end] = max(joined.get(end, (-99.0, "", "")), (value, a, b))
        else:
            for near, far in ((a, b), (b, a)):
                if mentions[far].mention.expression is None:
                    continue  # what makes no entry by itself is no neighbour
                apart[home[near]] = max(apart.get(home[near], (-99.0, "", "")), (value, near, far))
    out = []
    for n, group in enumerate(members):
        ordered = tuple(sorted(group, key=lambda m: (m.article, m.quote, m.trigger)))
        ids = {m.id for m in ordered}
        pairs = sorted({joined[i] for i in ids if i in joined}, key=lambda p: (-p[0], p[1:]))
        links = tuple(_link(value, mentions[a], mentions[b], collection) for value, a, b in pairs)
        decision = next((d for d, events in by_hand if len(ids.intersection(events)) > 1), None)
        beside = apart.get(n)
        near_to = (beside[2], round(probability(beside[0]), 4)) if beside else None
        out.append(EventCluster(ordered, links, _left_apart(beside, mentions, collection), near_to, decision))
    return tuple(sorted(out, key=lambda c: c.mentions[0].id))


def _link(value: float, a: Placed, b: Placed, collection: Collection) -> Link:
    why = evidence(a.mention, b.mention, collection.compare(a.mention.id, b.mention.id))
    return Link(a.mention.id, b.mention.id, round(probability(value), 4), value > 0, (*why, *same_time(a, b)))


def _left_apart(
    nearest: tuple[float, str, str] | None, mentions: Mapping[str, Placed], collection: Collection
) -> tuple[str, ...]:
    if nearest is None or nearest[0] < _FAR:
        return ()
    value, near, far = nearest
    a, b = mentions[near], mentions[far]
    likeness = collection.compare(near, far)
    why = evidence(a.mention, b.mention, likeness)
    if likeness.absent and value <= 0:
        verdict = "told of somebody whom the other’s article never names"
    elif value <= 0:
        verdict = "too little in common"
    else:
        verdict = "another fits as well, or the rest of what is told there does not"
    return (f"“{b.mention.title}”: {verdict} ({'; '.join((*why, *same_time(a, b))) or 'no shared name or word'})",)

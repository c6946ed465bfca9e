"""Mentions with dates → events: each cluster is what the sources tell about one happening.

Average-link agglomeration over the proposed pairs, best first, under constraints: times that exclude each other, ordinals
and kinds that differ never meet. Links that dates rest on, and merges that people made, come first.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..algebra.interval import Interval
from ..model import Analysis, Decision, Decisions, DocumentTime, EventCluster, EventMention, Link, Timex3

#: What the dates add to the log odds of a pair, by how they lie to each other.
_SAME_DAY, _SAME_UNIT, _WITHIN, _NEXT_DAY = 2.2, 1.6, 0.6, -1.2
_UNKNOWN = -0.4
_ABSENT = -3.0  # log odds of a pair that was not even proposed
_UNDATED_NEEDS = 0.3  # log odds that an undated mention needs to join
_CLEAR = 0.5  # and by how much the best event must be better than the next


@dataclass(frozen=True, slots=True)
class _Dated:
    """A mention with the time that its expression gives."""

    mention: EventMention
    interval: Interval | None
    value: str | None


def corefer(
    analyses: Sequence[Analysis],
    timexes: Sequence[Sequence[Timex3]],
    times: Sequence[DocumentTime],
    links: Sequence[Link],
    decisions: Decisions,
) -> tuple[EventCluster, ...]:
    """Clusters of mentions, in the order of their first mentions' ids; mentions without a date only where they join a dated one."""
    mentions = _with_times(analyses, timexes)
    by_hand = [(d, sorted(d.events)) for d in decisions.of("merge")]
    musts = [tuple(sorted(pair)) for t in times for pair in t.links] + [
        pair for _, ids in by_hand for pair in combinations(ids, 2)
    ]
    dated = {i: m for i, m in mentions.items() if m.value is not None}
    groups = _agglomerate(dated, links, [(a, b) for a, b in musts if a in dated and b in dated])
    home = {i: n for n, group in enumerate(groups) for i in group}
    joined = _undated(mentions, home, links)
    members: list[list[EventMention]] = [[dated[i].mention for i in group] for group in groups]
    for i, n in joined.items():
        members[n].append(mentions[i].mention)
    return _clusters(_fold_statements(members, dated), links, by_hand)


def _with_times(analyses: Sequence[Analysis], timexes: Sequence[Sequence[Timex3]]) -> dict[str, _Dated]:
    out = {}
    for analysis, values in zip(analyses, timexes, strict=True):
        by_expression = {t.expression: t for t in values}
        for mention in analysis.mentions:
            timex = by_expression.get(mention.expression) if mention.expression is not None else None
            specific = timex is not None and timex.type in ("DATE", "TIME") and any(c.isdigit() for c in timex.value)
            out[mention.id] = _Dated(
                mention, timex.interval if timex else None, timex.value if timex and specific else None
            )
    return out


def _agglomerate(
    dated: Mapping[str, _Dated], links: Sequence[Link], musts: Sequence[tuple[str, str]]
) -> list[list[str]]:
    """Average-link clustering over the pairs; a heap of cluster pairs, best first, ties by id."""
    group = {i: i for i in dated}
    members = {i: [i] for i in sorted(dated)}
    sums: defaultdict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
    for link in links:
        if link.a in dated and link.b in dated:
            odds = _odds(link, dated[link.a], dated[link.b])
            if odds is not None:
                sums[link.a][link.b] = sums[link.b][link.a] = (odds, 1)
    forced = set()
    for a, b in musts:
        x, y = group[a], group[b]
        if x != y:
            _merge(min(x, y), max(x, y), group, members, sums)
            forced.add(min(x, y))
    heap = [(-_average(x, y, members, sums), x, y) for x in sums for y in sums[x] if x < y]
    heapq.heapify(heap)
    while heap:
        value, x, y = heapq.heappop(heap)
        if x not in members or y not in members or y not in sums[x] or value != -_average(x, y, members, sums):
            continue
        if value >= 0:
            break
        if not _may_meet([dated[i] for i in members[x]], [dated[i] for i in members[y]]):
            del sums[x][y], sums[y][x]
            continue
        _merge(x, y, group, members, sums)
        for z in sums[x]:
            pair = (x, z) if x < z else (z, x)
            heapq.heappush(heap, (-_average(*pair, members, sums), *pair))
    return [sorted(m) for _, m in sorted(members.items())]


def _merge(
    x: str,
    y: str,
    group: dict[str, str],
    members: dict[str, list[str]],
    sums: defaultdict[str, dict[str, tuple[float, int]]],
) -> None:
    """Put cluster y into cluster x."""
    for i in members[y]:
        group[i] = x
    members[x] += members.pop(y)
    for z, (total, count) in sums.pop(y, {}).items():
        sums[z].pop(y, None)
        if z != x:
            before, known = sums[x].get(z, (0.0, 0))
            sums[x][z] = sums[z][x] = (before + total, known + count)
    sums[x].pop(y, None)


def _average(
    x: str, y: str, members: Mapping[str, Sequence[str]], sums: Mapping[str, Mapping[str, tuple[float, int]]]
) -> float:
    total, count = sums[x][y]
    pairs = len(members[x]) * len(members[y])
    return (total + _ABSENT * (pairs - count)) / pairs


def _odds(link: Link, a: _Dated, b: _Dated) -> float | None:
    """Log odds of a pair once dates are known; None where they exclude each other."""
    add = _time_odds(a, b)
    if add is None:
        return None
    score = min(max(link.score, 1e-6), 1 - 1e-6)
    return math.log(score / (1 - score)) + add


def _time_odds(a: _Dated, b: _Dated) -> float | None:
    x, y = a.interval, b.interval
    if x is None or y is None:
        return (
            _SAME_DAY if a.value == b.value else _UNKNOWN if x is None and y is None and not _both_known(a, b) else None
        )
    if (x.first, x.past) == (y.first, y.past):
        return _SAME_DAY if x.days <= 2 else _SAME_UNIT
    if x.holds(y) or y.holds(x):
        return _WITHIN
    if x.meets(y):
        return 0.0
    if x.days == y.days == 1 and abs(x.first - y.first) == 1 and a.mention.article != b.mention.article:
        return _NEXT_DAY
    return None


def _both_known(a: _Dated, b: _Dated) -> bool:
    """Two underspecified values that name different days ("XXXX-XX-12", "XXXX-03-07")."""
    return a.value is not None and b.value is not None and a.mention.article == b.mention.article


def _may_meet(a: Sequence[_Dated], b: Sequence[_Dated]) -> bool:
    for x in a:
        for y in b:
            if x.mention.ordinal and y.mention.ordinal and x.mention.ordinal != y.mention.ordinal:
                return False
            if x.interval and y.interval and _time_odds(x, y) is None:
                return False
    return True


def _undated(mentions: Mapping[str, _Dated], home: Mapping[str, int], links: Sequence[Link]) -> dict[str, int]:
    """Which event each mention without a date joins: told by its own article, else by one clearly best link."""
    out: dict[str, int] = {}
    offers: defaultdict[str, dict[int, list[float]]] = defaultdict(dict)
    for link in links:
        for a, b in ((link.a, link.b), (link.b, link.a)):
            if a not in home and b in home and a in mentions and mentions[a].mention.expression is None:
                score = min(max(link.score, 1e-6), 1 - 1e-6)
                offers[a].setdefault(home[b], []).append(math.log(score / (1 - score)))
    for i in sorted(mentions):
        mention = mentions[i].mention
        if mention.detail_of and mention.detail_of in home and i not in home:
            out[i] = home[mention.detail_of]
            continue
        ranked = sorted(((max(v), -n) for n, v in offers.get(i, {}).items()), reverse=True)
        if ranked and ranked[0][0] >= _UNDATED_NEEDS and (len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= _CLEAR):
            out[i] = -ranked[0][1]
    return out


def _fold_statements(
    members: Sequence[Sequence[EventMention]], dated: Mapping[str, _Dated]
) -> list[list[EventMention]]:
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
    members: Sequence[Sequence[EventMention]], links: Sequence[Link], by_hand: Sequence[tuple[Decision, Sequence[str]]]
) -> tuple[EventCluster, ...]:
    home = {m.id: n for n, group in enumerate(members) for m in group}
    inside: defaultdict[int, list[Link]] = defaultdict(list)
    outside: defaultdict[int, list[tuple[float, str, str]]] = defaultdict(list)
    for link in links:
        x, y = home.get(link.a), home.get(link.b)
        if x is None or y is None:
            continue
        if x == y:
            inside[x].append(link)
        else:
            outside[x].append((-link.score, link.b, "; ".join(link.evidence)))
            outside[y].append((-link.score, link.a, "; ".join(link.evidence)))
    out = []
    for n, group in enumerate(members):
        ordered = tuple(sorted(group, key=lambda m: (m.article, m.quote, m.trigger)))
        ids = {m.id for m in ordered}
        decision = next((d for d, events in by_hand if len(ids.intersection(events)) > 1), None)
        nearest = tuple(f"{other}: {why}" for _, other, why in sorted(outside[n])[:1])
        out.append(EventCluster(ordered, tuple(inside[n]), nearest, decision))
    return tuple(sorted(out, key=lambda c: c.mentions[0].id))

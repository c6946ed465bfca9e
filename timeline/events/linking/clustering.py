"""Agglomeration over a sparse graph of pairs, best first, under constraints."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

#: Log odds counted for two sources of which no pair was proposed.
_ABSENT = -2.5
_EQUAL = 0.3  # nearness by which one fits better, or two fit equally
_BEST, _UNLIKE = 0.7, -0.7  # weight of the best pair; mean log odds at which two groups are unlike

#: Of two groups: of each source of the one and each of the other the log odds of their best pair.
_Ties = defaultdict[str, dict[str, dict[tuple[str, str], float]]]


def agglomerate(
    sources: Mapping[str, str],
    odds: Mapping[tuple[str, str], float],
    musts: Iterable[tuple[str, str]],
    may_meet: Callable[[Sequence[str], Sequence[str]], bool],
) -> list[list[str]]:
    """Groups of the ids of `sources`, each in order, the groups by their first. sources: id → whose telling it is.

    Two groups are joined while their nearness is above 0 and `may_meet` allows it, unless one of them fits a third just
    as well that cannot be the same: then nobody knows which is meant. The pairs of `musts` are joined first, whatever
    the odds. Ties go by id, so the result hangs on nothing but the input.
    """
    group = {i: i for i in sources}
    members = {i: [i] for i in sorted(group)}
    tellers = {i: {sources[i]} for i in members}
    ties: _Ties = defaultdict(dict)
    for (a, b), value in odds.items():
        ties[a][b] = {(sources[a], sources[b]): value}
        ties[b][a] = {(sources[b], sources[a]): value}
    for a, b in musts:
        x, y = sorted((group[a], group[b]))
        if x != y:
            _merge(x, y, group, members, tellers, ties)
    heap = [(-_nearness(x, y, tellers, ties), x, y) for x in ties for y in ties[x] if x < y]
    heapq.heapify(heap)
    while heap and heap[0][0] < 0:
        value, x, y = heapq.heappop(heap)
        if x not in members or y not in members or y not in ties[x] or value != -_nearness(x, y, tellers, ties):
            continue  # out of date: one of them has grown since
        meets = may_meet(members[x], members[y])
        refused = _undecided(x, y, members, tellers, ties, may_meet) if meets else [(x, y)]
        for a, b in refused:
            del ties[a][b], ties[b][a]
        if refused:
            continue
        _merge(x, y, group, members, tellers, ties)
        for z in ties[x]:
            first, second = sorted((x, z))
            heapq.heappush(heap, (-_nearness(first, second, tellers, ties), first, second))
    return sorted(sorted(m) for m in members.values())


def _undecided(
    x: str,
    y: str,
    members: Mapping[str, Sequence[str]],
    tellers: Mapping[str, set[str]],
    ties: _Ties,
    may_meet: Callable[[Sequence[str], Sequence[str]], bool],
) -> list[tuple[str, str]]:
    """The pair and its rivals, where another group fits one of the two as well and cannot be one with the other."""
    value = _nearness(x, y, tellers, ties)
    for near, far in ((x, y), (y, x)):
        equal = [z for z in ties[near] if z != far and _nearness(near, z, tellers, ties) > value - _EQUAL]
        rivals = [z for z in equal if not may_meet(members[far], members[z])]
        if rivals:
            return [(near, z) for z in (far, *rivals)]
    return []


def _merge(
    x: str, y: str, group: dict[str, str], members: dict[str, list[str]], tellers: dict[str, set[str]], ties: _Ties
) -> None:
    """Put group y into group x."""
    for i in members[y]:
        group[i] = x
    members[x] += members.pop(y)
    tellers[x] |= tellers.pop(y)
    for z in ties.pop(y, {}):
        theirs = ties[z].pop(y)
        if z == x:
            continue
        both = ties[z].setdefault(x, {})
        for (a, b), value in theirs.items():
            both[a, b] = max(value, both.get((a, b), value))
        ties[x][z] = {(b, a): value for (a, b), value in both.items()}
    ties[x].pop(y, None)


def _nearness(x: str, y: str, tellers: Mapping[str, set[str]], ties: _Ties) -> float:
    """Mostly the best pair, so that a telling in other words joins by the one that it resembles.

    Nothing where the groups as a whole are unlike, so that one bridge does not join two events. What one source tells
    of it in several places counts once, by what fits best.
    """
    told = ties[x][y].values()
    pairs = len(tellers[x]) * len(tellers[y])
    mean = (sum(told) + _ABSENT * (pairs - len(told))) / pairs
    return _BEST * max(told) + (1 - _BEST) * mean if mean > _UNLIKE else _UNLIKE

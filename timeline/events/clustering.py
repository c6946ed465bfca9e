"""Agglomeration over a sparse graph of pairs, best first, under constraints."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

#: Log odds counted for two members whose pair was not proposed.
_ABSENT = -2.5
_EQUAL = 0.3  # nearness by which one fits better, or two fit equally
_BEST, _UNLIKE = 0.7, -0.7  # weight of the best pair; mean log odds at which two groups are unlike

#: Of two groups: sum of the log odds of their pairs, number of those pairs, the best of them.
_Sums = defaultdict[str, dict[str, tuple[float, int, float]]]


def agglomerate(
    ids: Iterable[str],
    odds: Mapping[tuple[str, str], float],
    musts: Iterable[tuple[str, str]],
    may_meet: Callable[[Sequence[str], Sequence[str]], bool],
) -> list[list[str]]:
    """Groups of ids, each in order, the groups by their first.

    Two groups are joined while their nearness is above 0 and `may_meet` allows it, unless one of them fits a third just
    as well that cannot be the same: then nobody knows which is meant. The pairs of `musts` are joined first, whatever
    the odds. Ties go by id, so the result hangs on nothing but the input.
    """
    group = {i: i for i in ids}
    members = {i: [i] for i in sorted(group)}
    sums: _Sums = defaultdict(dict)
    for (a, b), value in odds.items():
        sums[a][b] = sums[b][a] = (value, 1, value)
    for a, b in musts:
        x, y = sorted((group[a], group[b]))
        if x != y:
            _merge(x, y, group, members, sums)
    heap = [(-_nearness(x, y, members, sums), x, y) for x in sums for y in sums[x] if x < y]
    heapq.heapify(heap)
    while heap and heap[0][0] < 0:
        value, x, y = heapq.heappop(heap)
        if x not in members or y not in members or y not in sums[x] or value != -_nearness(x, y, members, sums):
            continue  # out of date: one of them has grown since
        refused = [(x, y)] if not may_meet(members[x], members[y]) else _undecided(x, y, members, sums, may_meet)
        for a, b in refused:
            del sums[a][b], sums[b][a]
        if refused:
            continue
        _merge(x, y, group, members, sums)
        for z in sums[x]:
            first, second = sorted((x, z))
            heapq.heappush(heap, (-_nearness(first, second, members, sums), first, second))
    return sorted(sorted(m) for m in members.values())


def _undecided(
    x: str,
    y: str,
    members: Mapping[str, Sequence[str]],
    sums: _Sums,
    may_meet: Callable[[Sequence[str], Sequence[str]], bool],
) -> list[tuple[str, str]]:
    """The pair and its rivals, where another group fits one of the two as well and cannot be one with the other."""
    value = _nearness(x, y, members, sums)
    for near, far in ((x, y), (y, x)):
        equal = [z for z in sums[near] if z != far and _nearness(near, z, members, sums) > value - _EQUAL]
        rivals = [z for z in equal if not may_meet(members[far], members[z])]
        if rivals:
            return [(near, z) for z in (far, *rivals)]
    return []


def _merge(x: str, y: str, group: dict[str, str], members: dict[str, list[str]], sums: _Sums) -> None:
    """Put group y into group x."""
    for i in members[y]:
        group[i] = x
    members[x] += members.pop(y)
    for z, (total, count, best) in sums.pop(y, {}).items():
        sums[z].pop(y, None)
        if z != x:
            before, known, top = sums[x].get(z, (0.0, 0, best))
            sums[x][z] = sums[z][x] = (before + total, known + count, max(top, best))
    sums[x].pop(y, None)


def _nearness(x: str, y: str, members: Mapping[str, Sequence[str]], sums: _Sums) -> float:
    """Mostly the best pair, so that a telling in other words joins by the one that it resembles.

    Nothing where the groups as a whole are unlike, so that one bridge does not join two events.
    """
    total, count, best = sums[x][y]
    pairs = len(members[x]) * len(members[y])
    mean = (total + _ABSENT * (pairs - count)) / pairs
    return _BEST * best + (1 - _BEST) * mean if mean > _UNLIKE else _UNLIKE

"""What kind of event an article's news is: of two reports of one coup, the day of the one is that of the other.

"Soldiers seized the broadcaster on Wednesday … It is the third coup" here, and "the putsch of 26 July" there, of one
country: words differ, the kind is one, and so is the day, where the weekday fits one such day alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from ...algebra.terms import TimeOfDay
from ...language.event_lexicon import load_events
from ...model import Analysis
from .offers import Node, Tie
from .openings import Opening
from .ties import EMPTY, is_of_the_day

#: Groups of events that a story has many of, or that tell nothing by themselves.
_COMMON = EMPTY | {"inquiry", "talks", "show"}
#: Groups whose kinds are words for one event.
_ONE_KIND = frozenset({"violence"})
#: Log odds that two such events are one, where their days can be.
_ODDS = 1.5
_SAYS = "tells of the same kind of event,"


def same_kind(
    analyses: Sequence[Analysis], openings: Mapping[int, Opening], neighbours: Mapping[int, Collection[int]]
) -> dict[Node, list[Tie]]:
    """Ties from the day of the news of each article to the days of events of its kind in articles of its story."""
    ties: defaultdict[Node, list[Tie]] = defaultdict(list)
    told = {n: _told(analyses[n]) for n in openings}
    for n, one in openings.items():
        kinds = _news(analyses[n], one) if one.first is not None else frozenset()
        for k in sorted(neighbours.get(n, ())) if kinds else ():
            other = openings.get(k)
            if one.first is None or other is None or one.names.isdisjoint(other.said):
                continue
            for y in sorted({y for kind in kinds for y in told[k].get(kind, ())}):
                ties[n, one.first].append(Tie((k, y), None, True, _ODDS, False, _SAYS))
    return dict(ties)


def _news(analysis: Analysis, opening: Opening) -> frozenset[str]:
    """What the day of the news dates, and what the article says that it was: "the third coup"."""
    days = {opening.first}
    days.update(b.expression for b in analysis.bindings if b.antecedent in days and _is_hour(analysis, b.expression))
    told = (m for m in analysis.mentions if m.expression in days or m.ordinal is not None)
    return _telling(analysis, (m.event_class for m in told if m.factuality == "happened"))


def _is_hour(analysis: Analysis, n: int) -> bool:
    return isinstance(analysis.expressions[n].term, TimeOfDay)


def _told(analysis: Analysis) -> dict[str, set[int]]:
    """Kinds of what happened, with the expressions that date it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for m in analysis.mentions:
        if m.expression is not None and is_of_the_day(analysis, m) and m.factuality == "happened":
            for kind in _telling(analysis, [m.event_class]):
                found[kind].add(m.expression)
    return dict(found)


def _telling(analysis: Analysis, kinds: Iterable[str]) -> frozenset[str]:
    """The kinds that tell one event from another; whoever is shot at or dies is told of the same."""
    lexicon = load_events(analysis.document.meta.language)
    groups = ((kind, lexicon.group(kind)) for kind in kinds)
    return frozenset(group if group in _ONE_KIND else kind for kind, group in groups if group not in _COMMON)

"""Sister articles: reports of one event constrain each other's days. One solution for all, whatever the order of files.

What one article says of a linked event, the other says as well: "Sunday" here and "the 10th" there are a Sunday the
10th; and where one article has a date, the day of the event is known in all. Articles are settled in waves from the
best founded on, all of a wave at once, so that no order of files can matter. Only strong links are followed: an article
about something else changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from ..algebra import calendar
from ..algebra.terms import Fields
from ..model import Analysis, DocumentTime, EventMention, Link
from .agreement import agreeing
from .check import checked
from .evidence import Told, gather
from .genre import is_narrative
from .reasons import of_floor
from .recognise import plain_fields
from .resolve import Resolver
from .search import Solution, search
from .wording import say_day

#: A link so good makes two articles reports of one story, even if it could be another event of it.
_GOOD = 0.5
#: Articles that are handed over together are one story, unless they are an archive.
_SMALL = 50

Node = tuple[int, int]  # number of the article, index of the expression


@dataclass(frozen=True, slots=True)
class _Tie:
    """From a node to the expression of a sister article for the same event."""

    other: Node
    pair: tuple[str, str]
    score: float
    happened: bool


def infer(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    stated: Sequence[DocumentTime | None],
    ceilings: Sequence[int],
) -> list[DocumentTime]:
    """Times of all articles, those that are stated unchanged. `ceilings` are the last possible days."""
    story = _Story(analyses, _ties(analyses, links), _neighbours(analyses, links), list(stated), ceilings)
    story.spread(n for n, t in enumerate(stated) if t is not None)
    while wave := story.best_founded():
        story.spread(wave)
    return story.times()


def _ties(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[Node, list[_Tie]]:
    """The strong links between dated mentions of two articles, from either end."""
    mentions: dict[str, tuple[int, EventMention]] = {m.id: (n, m) for n, a in enumerate(analyses) for m in a.mentions}
    ties: defaultdict[Node, list[_Tie]] = defaultdict(list)
    for link in sorted((k for k in links if k.strong), key=lambda k: (k.a, k.b)):
        if link.a not in mentions or link.b not in mentions:
            continue
        (i, a), (j, b) = mentions[link.a], mentions[link.b]
        if i == j or a.expression is None or b.expression is None or a.relation != "on" or b.relation != "on":
            continue
        happened = a.factuality == b.factuality == "happened"
        ties[i, a.expression].append(_Tie((j, b.expression), (link.a, link.b), link.score, happened))
        ties[j, b.expression].append(_Tie((i, a.expression), (link.a, link.b), link.score, happened))
    return ties


def _neighbours(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[int, set[int]]:
    """Articles that are about one story: a good link joins them, strong or not, or they were handed over together."""
    articles = {m.id: n for n, a in enumerate(analyses) for m in a.mentions}
    collections: defaultdict[str, list[int]] = defaultdict(list)
    for n, a in enumerate(analyses):
        if a.document.meta.collection is not None:
            collections[a.document.meta.collection].append(n)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for members in collections.values():
        if len(members) <= _SMALL:
            for n in members:
                found[n].update(members)
    for link in links:
        if link.score >= _GOOD and link.a in articles and link.b in articles:
            a, b = articles[link.a], articles[link.b]
            found[a].add(b)
            found[b].add(a)
    return {n: others - {n} for n, others in found.items()}


class _Story:
    """The articles while they are being dated."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        ties: Mapping[Node, list[_Tie]],
        neighbours: Mapping[int, set[int]],
        stated: list[DocumentTime | None],
        ceilings: Sequence[int],
    ) -> None:
        self._analyses, self._ties, self._neighbours, self._ceilings = analyses, ties, neighbours, ceilings
        self._settled = stated
        self._resolvers: dict[int, Resolver] = {}
        self._nodes: defaultdict[int, list[int]] = defaultdict(list)
        for n, expression in sorted(ties):
            self._nodes[n].append(expression)
        self._open: dict[int, Solution | None] = dict.fromkeys(n for n, t in enumerate(stated) if t is None)

    def spread(self, settled: Iterable[int]) -> None:
        """Date what the settled articles date, and what those date in turn: by days that are known."""
        wave = sorted(settled)
        while wave:
            tied = {t.other[0] for n in wave for e in self._nodes[n] for t in self._ties[n, e]}
            near = {other for n in wave for other in self._neighbours.get(n, ()) if self._months_open(other)}
            touched = sorted((tied | near) & self._open.keys())
            self._open |= dict.fromkeys(touched)
            solved = {n: self._solve(n, shared=False) for n in touched}
            found = {n: s for n, s in solved.items() if s.best is not None and s.from_sisters}
            wave = self._settle(found)

    def best_founded(self) -> list[int]:
        """Date those that can be dated without a known day and have the fewest years to choose from; their numbers."""
        for n, solution in self._open.items():
            self._open[n] = solution or self._solve(n, shared=True)
        found = {n: s for n, s in self._open.items() if s is not None and s.best is not None}
        fewest = min((len(s.alternatives) for s in found.values()), default=0)
        return self._settle({n: s for n, s in found.items() if len(s.alternatives) == fewest})

    def times(self) -> list[DocumentTime]:
        """What was found, in the order of the articles."""
        left = {n: _document_time(s or self._solve(n, shared=True)) for n, s in self._open.items()}
        return [t if t is not None else left[n] for n, t in enumerate(self._settled)]

    def _settle(self, found: Mapping[int, Solution]) -> list[int]:
        for n, solution in found.items():
            self._settled[n] = _document_time(solution)
            del self._open[n]
        return sorted(found)

    def _solve(self, n: int, shared: bool) -> Solution:
        """shared: parts of dates that unsettled sisters name count as well."""
        analysis, ceiling = self._analyses[n], self._ceilings[n]
        evidence = gather(analysis, self._told(n, shared), ceiling)
        if is_narrative(analysis.document, analysis.expressions, DocumentTime(latest=ceiling)):
            words = "a narrative: its dates tell what it is about, not when it was written"
            return Solution(evidence.floor, evidence.ceiling, words=(words, *of_floor(evidence)))
        return checked(analysis, evidence, search(evidence))

    # ------------------------------------------------------------ what sister articles say
    def _told(self, n: int, shared: bool) -> dict[int, Told]:
        out = {}
        for x, expression in enumerate(self._analyses[n].expressions):
            if expression.set_by is not None:
                span = Resolver(self._analyses[n], DocumentTime(), trace=False).at(x, None).interval
                if span is not None and span.days == 1:
                    own = plain_fields(expression.term) or Fields()
                    out[x] = Told(own, span.first, f"{say_day(span.first)}, set by a person")
        for x in self._nodes[n]:
            told = self._known_by_sisters(n, x) or (self._shared_with_sisters(n, x) if shared else None)
            if told is not None and x not in out:
                out[x] = told
        return self._agreeing(n) | out

    def _months_open(self, n: int) -> dict[int, Fields]:
        """The expressions of an article that name a day of the month alone."""
        terms = ((x, plain_fields(e.term)) for x, e in enumerate(self._analyses[n].expressions))
        return {x: f for x, f in terms if f is not None and f.day and not f.month and f.year is None}

    def _agreeing(self, n: int) -> dict[int, Told]:
        """Days of the month that settled articles of the story name as well; none where two of them differ."""
        own = self._months_open(n)
        settled = [k for k in sorted(self._neighbours.get(n, ())) if self._settled[k] is not None] if own else []
        found: dict[int, Told] = {}
        for k in settled:
            days = {d: x for x in range(len(self._analyses[k].expressions)) if (d := self._day((k, x))) is not None}
            for x, day in agreeing(own, days).items():
                if x in found and found[x].day != day:
                    return {}
                source = self._quoted((k, days[day])).replace("tells the same event with", "names")
                found[x] = Told(own[x], day, f"{source}, {say_day(day)}")
        return found

    def _known_by_sisters(self, n: int, x: int) -> Told | None:
        """The day that settled sisters give; None where they disagree, or the article's own words do."""
        own = plain_fields(self._analyses[n].expressions[x].term)
        days = [(d, tie) for tie in self._ties[n, x] if (d := self._day(tie.other)) is not None]
        if len({d for d, _ in days}) != 1:
            return None
        day, tie = days[0]
        shift = self._zone_shift(own, day, (n, x), tie.other)
        if shift is None:
            return None
        zone = ", a day apart by local time" if shift else ""
        source = f"{self._quoted(tie.other)}, {say_day(day)}{zone}"
        return Told(own or Fields(), day + shift, source, tie.pair, tie.happened)

    def _shared_with_sisters(self, n: int, x: int) -> Told | None:
        """The parts that all sisters name together: "Sunday" here and "the 10th" there."""
        own = plain_fields(self._analyses[n].expressions[x].term)
        if own is None:
            return None
        merged = own
        source = None
        for tie in self._ties[n, x]:
            if self._day(tie.other) is not None:  # known, and contradicted: of no use in parts either
                continue
            other = plain_fields(self._analyses[tie.other[0]].expressions[tie.other[1]].term)
            joined = _joined(merged, other) if other else None
            if joined is None:
                return None
            if joined != merged:
                merged, source = joined, tie
        return Told(merged, None, self._quoted(source.other), source.pair, source.happened) if source else None

    def _zone_shift(self, own: Fields | None, day: int, *nodes: Node) -> int | None:
        """By how many days the words differ from a sister's day: by one at most, and only where local time is said."""
        if own is None or _fits(own, day):
            return 0
        local = any(self._analyses[n].expressions[x].local for n, x in nodes)
        return next((s for s in (1, -1) if local and _fits(own, day + s)), None)

    def _day(self, node: Node) -> int | None:
        """The day of a sister's expression, where her own day is settled, or a person has set it."""
        n, x = node
        time = self._settled[n]
        if self._analyses[n].expressions[x].set_by is None and (time is None or time.best is None):
            return None
        resolver = self._resolvers.get(n)
        if resolver is None:
            resolver = self._resolvers[n] = Resolver(self._analyses[n], time or DocumentTime(), trace=False)
        days = {
            span.first if (span := resolver.at(x, day).interval) is not None and span.days == 1 else None
            for day in ({time.best, time.earliest, time.latest} if time else {None})
        }
        return days.pop() if len(days) == 1 else None

    def _quoted(self, node: Node) -> str:
        analysis = self._analyses[node[0]]
        name = analysis.document.meta.title or analysis.document.id
        return f"{name} tells the same event with “{analysis.expressions[node[1]].text}”"


def _fits(own: Fields, day: int) -> bool:
    """Can the words mean the day?"""
    year, month, day_of_month = calendar.civil(day)
    return (
        own.year in (None, year)
        and own.month in (None, month)
        and own.day in (None, day_of_month)
        and own.weekday in (None, calendar.weekday(day))
    )


def _joined(a: Fields, b: Fields) -> Fields | None:
    """The parts that two expressions name together; None where they contradict each other."""
    parts = {}
    for f in fields(Fields):
        x, y = getattr(a, f.name), getattr(b, f.name)
        if x and y and x != y:
            return None
        parts[f.name] = x or y
    return replace(a, **parts)


def _document_time(solution: Solution) -> DocumentTime:
    return DocumentTime(
        solution.earliest,
        solution.latest,
        solution.best,
        "unknown" if solution.best is None else "inferred",
        solution.words,
        solution.alternatives,
        year_policy=solution.year_policy if solution.best is not None else None,
        links=solution.pairs,
    )

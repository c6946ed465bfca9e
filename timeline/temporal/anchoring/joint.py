"""All articles together: one solution, whatever the order of files.

Articles are settled in waves from the best founded on, all of a wave at once: first what is stated, and what it dates;
then what can be dated by its own words, and what that dates; last what can be dated by words that sisters share. An
article about something else is tied to none of them and changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from ...algebra import calendar
from ...frozen import Frozen, replace
from ...model import Analysis, DocumentTime, Link
from .check import checked
from .clues import Told
from .evidence import bounds, gather
from .genre import is_narrative
from .reasons import of_bounds
from .search import Solution, search
from .sisters import Sisters


def infer(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    stated: Sequence[DocumentTime | None],
    ceilings: Sequence[int],
) -> list[DocumentTime]:
    """Times of all articles, those that are stated unchanged. `ceilings` are the last possible days."""
    story = _Story(analyses, Sisters(analyses, links), stated, ceilings)
    story.spread(n for n, t in enumerate(stated) if t is not None)
    while wave := story.best_founded():
        story.spread(wave)
    return story.times()


class _Solved(Frozen):
    """What sisters tell of an article's expressions, and what follows."""

    told: Mapping[int, Told]
    solution: Solution


class _Story:
    """The articles while they are being dated."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        sisters: Sisters,
        stated: Sequence[DocumentTime | None],
        ceilings: Sequence[int],
    ) -> None:
        self._analyses, self._sisters, self._ceilings = analyses, sisters, ceilings
        self._settled = {n: t for n, t in enumerate(stated) if t is not None}
        self._open = {n for n, t in enumerate(stated) if t is None}
        self._solved: dict[tuple[int, bool], _Solved] = {}  # until an article beside is settled

    def spread(self, settled: Iterable[int]) -> None:
        """Date what the settled articles date, and what those date in turn: by days that are known."""
        wave = sorted(settled)
        while wave:
            touched = {k for n in wave for k in self._sisters.beside(n)} & self._open
            for n in touched:
                self._solved.pop((n, False), None)
                self._solved.pop((n, True), None)
            solved = {n: self._solve(n, shared=False) for n in sorted(touched)}
            wave = self._settle({n: s for n, s in solved.items() if s.best is not None and s.known})

    def best_founded(self) -> list[int]:
        """Date those that need no settled sister, by their own words if any can be, else by shared ones; their numbers.

        Of these, the ones with the fewest years to choose from come first, for the others may learn from them.
        """
        for shared in (False, True):
            solved = {n: self._solve(n, shared) for n in sorted(self._open)}
            years = {n: len(s.alternatives) for n, s in solved.items() if s.best is not None}
            if years:
                fewest = min(years.values())
                return self._settle({n: solved[n] for n, count in years.items() if count == fewest})
        return []

    def times(self) -> list[DocumentTime]:
        """What was found, in the order of the articles."""
        left = {n: _document_time(self._solve(n, shared=True)) for n in self._open}
        return [(self._settled | left)[n] for n in range(len(self._analyses))]

    def _settle(self, solved: Mapping[int, Solution]) -> list[int]:
        times = {n: _document_time(self._with_policy(n, s)) for n, s in solved.items()}
        self._settled |= times
        self._open -= times.keys()
        return sorted(times)

    def _solve(self, n: int, shared: bool) -> Solution:
        if (n, shared) not in self._solved:
            told = self._sisters.told(n, self._settled, shared)
            other = self._solved.get((n, not shared))
            same = other is not None and other.told == told  # an article that stands alone is told nothing
            self._solved[n, shared] = other if other and same else _Solved(told, self._searched(n, told))
        return self._solved[n, shared].solution

    def _searched(self, n: int, told: Mapping[int, Told]) -> Solution:
        analysis, ceiling = self._analyses[n], self._ceilings[n]
        if is_narrative(analysis.document, analysis.expressions, DocumentTime(latest=ceiling)):
            words = "a narrative: its dates tell what it is about, not when it was written"
            within = bounds(analysis, ceiling)
            return Solution(within.floor, within.ceiling, words=(words, *of_bounds(within)))
        evidence = gather(analysis, told, ceiling)
        return checked(analysis, evidence, search(evidence))

    def _with_policy(self, n: int, solution: Solution) -> Solution:
        """A year that a sister article took by policy is taken by policy here, too: its other years are named."""
        sister = self._sisters.policy(solution.sisters, self._settled)
        if sister is None or sister.best is None or solution.best is None:
            return solution
        year, month, day = calendar.civil(solution.best)
        years = [year + calendar.civil(d)[0] - calendar.civil(sister.best)[0] for d in sister.alternatives]
        alternatives = tuple(calendar.ordinal(y, month, day) for y in years if calendar.is_date(y, month, day))
        return replace(solution, alternatives=alternatives, year_policy=sister.year_policy)


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

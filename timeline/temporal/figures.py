"""Figures that tell an event: "298 people" here and "all 298" there are of one disaster, whatever verb tells it.

Two reports of one story whose sentences share a figure, and each name a day, name the same day where that is possible.
Small and round figures are everywhere; these count only as they stand beside others.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from ..algebra.terms import Duration
from ..model import Analysis
from .offers import Node, Tie
from .pasts import EVIDENT_ROLES
from .pointers import SENTENCE_END

#: A figure from so much on is seldom met by chance; those of years and hours are.
_TELLING = 32
_YEARS = range(1800, 2101)
_FIGURE = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?!\w|[:,.-]\d)")

#: Log odds that two sentences with one such figure tell the same event, where their days can be one: as of a good link.
_ODDS = 2.0

#: A figure → how it is written, and the expressions of the sentences in which it stands.
Figures = Mapping[float, tuple[str, frozenset[int]]]


def same_figures(analyses: Sequence[Analysis], neighbours: Mapping[int, Collection[int]]) -> dict[Node, list[Tie]]:
    """The ties between days that two articles of a story tell beside one figure, from either end."""
    told = {n: figures(analyses[n]) for n in neighbours}
    ties: defaultdict[Node, list[Tie]] = defaultdict(list)
    for n, own in told.items():
        for k in sorted(neighbours[n]):
            for number in sorted(own.keys() & told[k].keys()):
                written, days = told[k][number]
                says = f"has the figure {written}, too, beside"
                for x, y in product(sorted(own[number][1]), sorted(days)):
                    ties[n, x].append(Tie((k, y), None, True, _ODDS, False, says))
    return dict(ties)


def figures(analysis: Analysis) -> Figures:
    """The telling figures of an article.

    A sentence that names no day goes on from the one before it. A length of time is a figure, too ("after 44 days").
    """
    written: dict[float, str] = {}
    found: defaultdict[float, set[int]] = defaultdict(set)
    for numbers, days in _sentences(analysis):
        for number, words in numbers:
            written.setdefault(number, words)
            found[number] |= days
    return {number: (written[number], frozenset(days)) for number, days in found.items() if days}


def _sentences(analysis: Analysis) -> Iterator[tuple[list[tuple[float, str]], set[int]]]:
    """The figures and the days of each sentence."""
    document, xs = analysis.document, analysis.expressions
    for n, block in enumerate(document.blocks):
        if block.role not in EVIDENT_ROLES:
            continue
        days: set[int] = set()
        start = block.start
        ends = [m.end() for m in SENTENCE_END.finditer(document.text, block.start, block.end)]
        for end in (*ends, block.end):
            inside = [k for k, x in enumerate(xs) if x.block == n and start <= x.start < end and not x.quoted]
            own = {k for k in inside if xs[k].type in ("DATE", "TIME") and xs[k].direction <= 0}
            days = own or days
            yield list(_numbers(analysis, start, end, inside)), days
            start = end


def _numbers(analysis: Analysis, start: int, end: int, inside: Sequence[int]) -> Iterator[tuple[float, str]]:
    xs = analysis.expressions
    for k in inside:
        term = xs[k].term
        if isinstance(term, Duration) and len(term.amounts) == 1 and (term.amounts[0][0] or 0) >= _TELLING:
            yield float(term.amounts[0][0] or 0), xs[k].text
    for m in _FIGURE.finditer(analysis.document.text, start, end):
        if any(xs[k].start <= m.start() < xs[k].end for k in inside):
            continue
        value = float(m[0].replace(",", ""))
        if value >= _TELLING and not ("," not in m[0] and value in _YEARS):
            yield value, m[0]

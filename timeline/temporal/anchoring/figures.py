"""Figures that tell an event: "a blaze killed 59" here and "59 died in the fire" there are of one disaster.

Two reports of one story whose sentences share a figure and a kind of event, and each name a day, name the same day
where that is possible. Small figures are everywhere; and a figure alone may be that of a firm or a town.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from ...algebra.terms import Duration
from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon, load_events
from ...model import Analysis
from .offers import Node, Tie
from .pasts import EVIDENT_ROLES
from .pointers import SENTENCE_END
from .ties import EMPTY

#: A figure from so much on is seldom met by chance; those of years and hours are.
_TELLING = 32
_YEARS = range(1800, 2101)
_FIGURE = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?!\w|[:,.-]\d)")

_IN_WORDS = re.compile(r"\b([^\W\d_]+)-([^\W\d_]+)\b")  # "thirty-two"
_WORD = re.compile(r"[^\W\d_]+")
#: Log odds that two sentences with one such figure tell the same event, where their days can be one: as of a good link.
_ODDS = 2.0


class Sentence(Frozen):
    """A sentence and what tells its time.

    start, end: in the text; inside: its expressions; days: those of what it tells as past; where there are none, those
    of the sentence before, whose start is `told_from`.
    """

    start: int
    end: int
    inside: tuple[int, ...]
    days: frozenset[int]
    told_from: int


class _Figure(Frozen):
    """A figure as it is written, the days beside it, and the groups of the event words around it."""

    written: str
    days: frozenset[int]
    groups: frozenset[str]


def same_figures(analyses: Sequence[Analysis], neighbours: Mapping[int, Collection[int]]) -> dict[Node, list[Tie]]:
    """The ties between days that two articles of a story tell beside one figure, from either end."""
    told = {n: _figures(analyses[n]) for n in neighbours}
    ties: defaultdict[Node, list[Tie]] = defaultdict(list)
    for n, own in told.items():
        for k in sorted(neighbours[n]):
            for number in sorted(own.keys() & told[k].keys()):
                for one, other in product(own[number], told[k][number]):
                    if one.groups & other.groups:
                        says = f"has the figure {other.written}, too, beside"
                        for x, y in product(sorted(one.days), sorted(other.days)):
                            ties[n, x].append(Tie((k, y), None, True, _ODDS, False, says))
    return dict(ties)


def _figures(analysis: Analysis) -> dict[float, list[_Figure]]:
    """The telling figures of an article. A length of time is one, too ("after 44 days")."""
    lexicon = load_events(analysis.document.meta.language)
    found: defaultdict[float, list[_Figure]] = defaultdict(list)
    for sentence in sentences(analysis):
        numbers = list(_numbers(analysis, sentence, lexicon)) if sentence.days else []
        if numbers:
            words = _WORD.findall(analysis.document.text[sentence.told_from : sentence.end].lower())
            groups = frozenset(lexicon.group(kind) for word in words for kind in lexicon.kinds(word)) - EMPTY
            for number, written in numbers:
                found[number].append(_Figure(written, sentence.days, groups))
    return dict(found)


def sentences(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences of an article's own words. One that names no day goes on from the one before it."""
    document, xs = analysis.document, analysis.expressions
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for k, x in enumerate(xs):
        if not x.quoted:
            inside[x.block].append(k)
    for n, block in enumerate(document.blocks):
        left, days, start, told_from = inside[n][::-1], frozenset[int](), block.start, block.start
        if block.role not in EVIDENT_ROLES or not left:
            continue
        ends = [m.end() for m in SENTENCE_END.finditer(document.text, block.start, block.end)]
        for end in (*ends, block.end):
            own = []
            while left and xs[left[-1]].start < end:
                own.append(left.pop())
            told = frozenset(k for k in own if xs[k].type in ("DATE", "TIME") and xs[k].direction <= 0)
            days, told_from = (told, start) if told else (days, told_from)
            yield Sentence(start, end, tuple(own), days, told_from)
            start = end


def _numbers(analysis: Analysis, sentence: Sentence, lexicon: EventLexicon) -> Iterator[tuple[float, str]]:
    xs = analysis.expressions
    for k in sentence.inside:
        term = xs[k].term
        if isinstance(term, Duration) and len(term.amounts) == 1 and (term.amounts[0][0] or 0) >= _TELLING:
            yield float(term.amounts[0][0] or 0), xs[k].text
    for m in _FIGURE.finditer(analysis.document.text, sentence.start, sentence.end):
        if any(xs[k].start <= m.start() < xs[k].end for k in sentence.inside):
            continue
        value = float(m[0].replace(",", ""))
        if value >= _TELLING and not ("," not in m[0] and value in _YEARS):
            yield value, m[0]
    for m in _IN_WORDS.finditer(analysis.document.text, sentence.start, sentence.end):
        parts = [lexicon.numbers.get(part.lower(), 0) for part in m.groups()]
        if all(parts) and sum(parts) >= _TELLING:
            yield float(sum(parts)), m[0]

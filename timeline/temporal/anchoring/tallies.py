"""Counts that go on from report to report: "a fourth body on Wednesday" here, "five bodies by Thursday evening" there.

A count that has risen is of a later day; where it is told by a weekday, of the days that follow.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon, load_events
from ...model import Analysis, Span
from .figures import Sentence, sentences
from .offers import Node, Tie

#: A count and the word for what is counted, with at most one word between.
_COUNTED = re.compile(r"(?<![\w,.])(?=(\d{1,3}(?:,\d{3})*|[^\W\d_]+)\s([^\W\d_]+)(?:\s([^\W\d_]+))?)")
#: Fewer are found anywhere; and a count that has risen by more, or to more than so many times as many, is another.
_FEWEST, _MORE, _TIMES = 3, 3, 1.5
_ODDS = 2.0


class _Count(Frozen):
    """How many, in which words, and the expression of the day."""

    number: float
    words: str
    day: int


def risen(analyses: Sequence[Analysis], neighbours: Mapping[int, Collection[int]]) -> dict[Node, list[Tie]]:
    """Ties from the day of a count to that of the same count, while it was smaller, in articles of the same story."""
    told = {n: _counts(analyses[n]) for n in neighbours}
    ties: defaultdict[Node, list[Tie]] = defaultdict(list)
    for n, own in told.items():
        for k in sorted(neighbours[n]):
            for what in sorted(own.keys() & told[k].keys()):
                for more in own[what]:
                    for less in (c for c in told[k][what] if _has_risen(c.number, more.number)):
                        says = f"had counted “{less.words}” before, beside"
                        ties[n, more.day].append(Tie((k, less.day), None, True, _ODDS, False, says, True))
    return dict(ties)


def _has_risen(less: float, more: float) -> bool:
    return _FEWEST <= less < more <= max(less + _MORE, _TIMES * less)


def _counts(analysis: Analysis) -> dict[str, list[_Count]]:
    """What an article counts, each with the day nearest to it; by what is counted."""
    lexicon, xs = load_events(analysis.document.meta.language), analysis.expressions
    found: defaultdict[str, list[_Count]] = defaultdict(list)
    for sentence in sentences(analysis):
        for what, number, (start, end) in _counted(analysis.document.text, sentence, lexicon):
            if sentence.days:
                nearest = min(sentence.days, key=lambda k: (max(xs[k].start - end, start - xs[k].end), k))
                found[what].append(_Count(number, analysis.document.text[start:end], nearest))
    return dict(found)


def _counted(text: str, sentence: Sentence, lexicon: EventLexicon) -> Iterator[tuple[str, float, Span]]:
    """What is counted in a sentence, how many there are, and where that is said."""
    for m in _COUNTED.finditer(text, sentence.start, sentence.end):
        word = m[1].lower()
        number = lexicon.numbers.get(word) or lexicon.ordinals.get(word)
        if number is None and word[0].isdigit():
            number = int(word.replace(",", ""))
        for group in (2, 3):
            what = lexicon.tallied.get((m[group] or "").lower())
            if number and what is not None:
                yield what, number, (m.start(), m.end(group))
                break

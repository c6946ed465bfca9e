"""Which of an article's kin tell its own story: those that begin in its words and keep its company.

Two fires in one town share the town, its brigade and its mayor, and so do their reports. But each report begins like
those of its own fire, and is next to the same ones as they are. Both are measured against what stands next to an
article alone, so that an article about something else changes nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ...model import Analysis, Document
from .kinship import Kinship, cosine

_NEXT = 2  # kin that tell how near an article's own story stands to it
_OPENING = 1000  # characters of its headlines and paragraphs in which a report tells what it is about
_WORD = re.compile(r"\w{2,}")
_TOLD = ("headline", "body")


def company(analyses: Sequence[Analysis], kin: Kinship) -> Kinship:
    """Article → its kin with how surely they tell one story, 0 to 1 for as near as those next to them; both ways."""
    by_names, by_words = _beside(kin), _beside(_in_words(analyses, kin))
    near = {a: {o: (value + by_words[a][o]) / 2 for o, value in others.items()} for a, others in by_names.items()}
    return {a: {o: (value + _shared(a, o, near)) / 2 for o, value in others.items()} for a, others in near.items()}


def _beside(nearness: Kinship) -> Kinship:
    """Nearness as a share of that in which the nearest ones stand to both."""
    best = {a: _mean(sorted(others.values(), reverse=True)[:_NEXT]) for a, others in nearness.items()}
    return {
        a: {o: min(1.0, value / (min(best[a], best[o]) or 1.0)) for o, value in others.items()}
        for a, others in nearness.items()
    }


def _shared(a: str, b: str, near: Kinship) -> float:
    """Cosine of whom two articles stand near to, each next to itself."""
    one, other = near[a], near[b]
    both = sum((value * other[c]) ** 2 for c, value in one.items() if c in other)
    return (both + 2 * one[b] ** 2) / (_length(one) * _length(other))


def _length(near: Mapping[str, float]) -> float:
    return math.sqrt(1 + sum(value**4 for value in near.values()))


def _in_words(analyses: Sequence[Analysis], kin: Kinship) -> Kinship:
    """Cosines of the words that articles begin with; those that all the kin of one have weigh little."""
    words = {a.document.id: _opening(a.document) for a in analyses if kin[a.document.id]}
    vectors = {a: _weighted(own, [own, *(words[o] for o in kin[a])]) for a, own in words.items()}
    found: dict[str, dict[str, float]] = {a: {} for a in kin}
    for a, others in sorted(kin.items()):
        for o in others:
            found[a][o] = found[o][a] if o < a else cosine(vectors[a], vectors[o])
    return found


def _opening(document: Document) -> frozenset[str]:
    texts = (document.text[b.start : b.end] for b in document.blocks if b.role in _TOLD)
    return frozenset(_WORD.findall(" ".join(texts)[:_OPENING].lower()))


def _weighted(words: frozenset[str], beside: Sequence[frozenset[str]]) -> dict[str, float]:
    """Unit vector of words by their rarity (Spärck Jones's, damped) in some articles."""
    having = Counter[str]()
    for others in beside:
        having.update(others)
    weights = {w: math.sqrt(math.log((len(beside) + 1) / having[w])) for w in sorted(words)}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: w / length for word, w in weights.items()}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

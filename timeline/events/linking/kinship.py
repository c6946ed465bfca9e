"""Which articles tell of one story: those that speak of the same people, places and bodies about as often."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ...model import Analysis
from ..extracting.passing import PASSING

KIN = 0.2  # cosine from which two articles count as kin
_TELLING = 12  # names of an article that its kin are looked for by
_RARE, _COMMON = 40, 400  # a name in more articles leads on beside another name only; in still more, nowhere
_MOST = 24  # kin kept of each article
_OFTEN = 4  # times that an article names somebody whom it is about

Kinship = Mapping[str, Mapping[str, float]]
#: (article, its kin) → keys of the names that the first is about and the other never writes.
Strangers = Mapping[tuple[str, str], frozenset[str]]


def kinship(analyses: Sequence[Analysis]) -> Kinship:
    """Article → its kin with the cosine of their names, 0 to 1; both ways, the nearest ones only."""
    vectors = {a.document.id: _vector(a) for a in analyses}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(vectors):
        for name in _telling(vectors[article]):
            holders[name].append(article)
    near: dict[str, dict[str, float]] = {article: {} for article in vectors}
    for article, vector in vectors.items():
        for other in _candidates(article, _telling(vector), holders):
            value = cosine(vector, vectors[other])
            if value >= KIN:
                near[article][other] = near[other][article] = round(value, 3)
    kept = {a: set(sorted(o, key=lambda k: (-o[k], k))[:_MOST]) for a, o in near.items()}
    return {a: {o: v for o, v in sorted(others.items()) if o in kept[a] or a in kept[o]} for a, others in near.items()}


def strangers(analyses: Sequence[Analysis], kin: Kinship) -> Strangers:
    """Whom articles are about and their kin never name; both ways, pairs without any are left out."""
    texts = {a.document.id: a.document.text.lower() for a in analyses}
    about = {a.document.id: _about(a, texts[a.document.id]) for a in analyses if kin[a.document.id]}
    found = {}
    for article, names in about.items():
        for other in kin[article]:
            unknown = frozenset(n for n in names if not any(word in texts[other] for word in n.split()))
            if unknown:
                found[article, other] = unknown
    return found


def _about(analysis: Analysis, text: str) -> frozenset[str]:
    """Keys of those that take part in what an article tells, and are named in it again and again; no places."""
    taking = {True: set[str](), False: set[str]()}
    for p in (p for m in analysis.mentions for p in m.participants):
        taking[p.role == "place"].add(p.key)
    return frozenset(n for n in taking[False] - taking[True] if max(map(text.count, n.split()), default=0) >= _OFTEN)


def _candidates(article: str, telling: Sequence[str], holders: Mapping[str, Sequence[str]]) -> set[str]:
    """Later articles that share a rare one of the telling names, or two of them."""
    rare: set[str] = set()
    common: set[str] = set()
    for name in telling:
        others = {other for other in holders[name] if other > article} if len(holders[name]) <= _COMMON else set()
        if len(others) <= _RARE:
            rare |= others
        else:
            rare |= common & others
            common |= others
    return rare


def _vector(analysis: Analysis) -> dict[str, float]:
    """Unit vector over the words of names, damped so that one name does not stand for the whole."""
    told = (m for m in analysis.mentions if m.relation != PASSING)
    counts = Counter(w.strip("#@") for m in told for p in m.participants for w in p.key.split())
    weights = {name: 1 + math.log(n) for name, n in sorted(counts.items())}
    length = math.sqrt(sum([w * w for w in weights.values()]))
    return {name: w / length for name, w in weights.items()}


def _telling(vector: Mapping[str, float]) -> list[str]:
    return sorted(vector, key=lambda name: (-vector[name], name))[:_TELLING]


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two unit vectors."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum([w * large.get(name, 0.0) for name, w in small.items()])

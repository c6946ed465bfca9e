"""Independent origins: a wire story on several sites is one, and an article that names its source has that one."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Analysis, Document

_ARTICLE = re.compile(r"^the\s+")
_SHINGLE = 5  # words
_SKETCH = 48  # smallest hashes kept per text
_SAME = 0.5  # share of the sketch in common that makes two texts copies


def origins(documents: Sequence[Document]) -> dict[str, str]:
    """Article id → name of its origin. Copies share the lowest article id among them, or the source they name."""
    sketches = {d.id: _sketch(d) for d in documents}
    holders: defaultdict[bytes, list[str]] = defaultdict(list)
    for article in sorted(sketches):
        for value in sorted(sketches[article]):
            holders[value].append(article)
    common: defaultdict[tuple[str, str], int] = defaultdict(int)
    for articles in holders.values():
        first = articles[0]
        for other in articles[1:]:
            common[first, other] += 1
    parent = {d.id: d.id for d in documents}
    for (a, b), count in sorted(common.items()):
        if count >= _SAME * min(len(sketches[a]), len(sketches[b])):
            x, y = _root(a, parent), _root(b, parent)
            parent[max(x, y)] = min(x, y)
    named = {_root(d.id, parent): d.origin.casefold() for d in documents if d.origin}
    return {d.id: named.get(_root(d.id, parent), _root(d.id, parent)) for d in documents}


def tellers(analyses: Sequence[Analysis], origin: Mapping[str, str]) -> dict[str, str]:
    """Mention id → its origin: of its article, or of the publisher that it names ("…, according to the Courier").

    Only who publishes an article here, or is named as the source of one, counts as a publisher: two articles that both
    go by "officials" have still asked for themselves.
    """
    publishers: dict[str, str] = {}
    for analysis in analyses:
        document = analysis.document
        for name in filter(None, (document.meta.publisher, document.origin)):
            publishers.setdefault(_plain(name), origin[document.id])
    return {m.id: publishers.get(_plain(m.attribution or ""), origin[m.article]) for a in analyses for m in a.mentions}


def _plain(name: str) -> str:
    return _ARTICLE.sub("", name.strip().casefold())


def _root(article: str, parent: Mapping[str, str]) -> str:
    while parent[article] != article:
        article = parent[article]
    return article


def _sketch(document: Document) -> frozenset[bytes]:
    """The smallest hashes of a text's word shingles (bottom-k MinHash): texts that share most of them are copies."""
    words = " ".join(document.text[b.start : b.end] for b in document.blocks if b.role == "body").lower().split()
    shingles = set(map(" ".join, zip(*(words[n:] for n in range(_SHINGLE)), strict=False))) or {" ".join(words)}
    hashes = sorted([hashlib.blake2b(s.encode("utf-8"), digest_size=8).digest() for s in shingles])
    return frozenset(hashes[:_SKETCH])

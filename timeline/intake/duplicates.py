"""Is an article here already? Told by its bytes, its address, or its words, whatever furniture stands around these.

Texts are compared by sentences, and found by shingles: runs of a few words, of which a fixed sample is kept (Broder,
“On the resemblance and containment of documents”, 1997).
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

from ..frozen import Frozen
from ..model import Document
from .page.pictures import CREDIT

_RUN = 4  # words in a shingle
_EVERY = 4  # of so many shingles one is kept, where there are more than
_ALL = 400
#: From this resemblance on, two texts of one title are two states of one article.
_ALIKE = 0.4
#: And from this one on whatever they are called.
_SAME = 0.8
#: Below this one texts of two titles are two articles, even at one address.
_ANOTHER = 0.1
#: A word, or a sign of a script that has no blanks between words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*\Z")
_FURNITURE = 12  # words; what is shorter and no sentence is no part of the article
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|cmp(?:id)?|ref(?:_?src)?|amp|outputtype|s?share|at_\w+|__twitter_impression", re.I
)


class Known(Frozen):
    """An article of the project. path: as shown to a person."""

    document: Document
    sentences: tuple[str, ...]
    shingles: frozenset[int]
    address: str | None

    @property
    def path(self) -> str:
        """Its file, as shown to a person."""
        return self.document.path


class Match(Frozen):
    """The article that an arrival is. changed: its text says something else now."""

    known: Known
    changed: bool


@dataclass(slots=True)
class Shelf:
    """The articles of a project, to be looked through for one that has come again."""

    articles: dict[str, Known] = field(default_factory=dict)
    _by_shingle: dict[int, set[str]] = field(default_factory=dict)

    def put(self, document: Document) -> None:
        """Put an article there, in place of that of its id."""
        known = known_as(document)
        self.articles[document.id] = known
        for shingle in known.shingles:
            self._by_shingle.setdefault(shingle, set()).add(document.id)

    def former(self) -> dict[str, str]:
        """What articles were called before, with what they are called now."""
        return {name: k.document.id for k in self.articles.values() for name in k.document.meta.aliases}

    def find(self, document: Document, sha256: str = "") -> Match | None:
        """The article that a document is; None where it is a new one."""
        new = known_as(document)
        for known in self.articles.values():
            if sha256 and known.document.meta.sha256 == sha256:
                return Match(known, changed=False)
        if not new.sentences and (
            described := next((k for k in self.articles.values() if _described_alike(k, new)), None)
        ):
            return Match(described, changed=False)
        at_address = next((k for k in self.articles.values() if k.address and k.address == new.address), None)
        if at_address is not None and not _is_another_story(at_address, new):
            told = bool(new.sentences) and not says_the_same(at_address.sentences, new.sentences)
            return Match(at_address, changed=told)
        for known in self._near(new):
            if says_the_same(known.sentences, new.sentences):
                return None if _of_two_houses(known, new) else Match(known, changed=False)
            if _is_one_article(known, new):
                return Match(known, changed=True)
        return None

    def _near(self, new: Known) -> list[Known]:
        """Those that share words, the likest first."""
        shared = Counter(name for shingle in new.shingles for name in self._by_shingle.get(shingle, ()))
        return [self.articles[name] for name, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:5]]


def known_as(document: Document) -> Known:
    """An article made ready to be compared."""
    bodies = (b for b in document.blocks if b.role == "body" and not _is_caption(document.text[b.start : b.end]))
    spans = (span for block in bodies for span in block.sentences or ((block.start, block.end),))
    sentences = tuple(" ".join(document.text[start:end].split()) for start, end in spans)
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    return Known(document, sentences, _shingles(words), address(document.meta.url))


def says_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Are these one text? What only one of them has may be furniture: short, and no sentence."""
    if _words(old) == _words(new):
        return True
    a, b = [_bare(s) for s in old], [_bare(s) for s in new]
    same = 0
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            same += j - i
        elif _words(old[i:j]) != _words(new[k:m]) and not all(map(_is_furniture, (*old[i:j], *new[k:m]))):
            return False
    return same > 0


def address(url: str | None) -> str | None:
    """An address without what tells no article from another: scheme, "www.", a mobile or AMP view, tracking."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = re.sub(r"\A(?:www\d?|m|mobile|amp)\.", "", (parts.hostname or "").lower())
    except ValueError:
        return None
    path = re.sub(r"(?:/amp|\.amp|/index\.html?)?/*\Z", "", parts.path)
    path = re.sub(r"\A/amp(?=/)", "", path)
    query = sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key))
    return f"{host}{path}" + (f"?{urlencode(query)}" if query else "")


def _shingles(words: Sequence[str]) -> frozenset[int]:
    runs = {" ".join(words[n : n + _RUN]).casefold() for n in range(max(1, len(words) - _RUN + 1))} if words else set()
    hashes = {crc32(run.encode()) for run in runs}
    return frozenset(hashes if len(hashes) <= _ALL else (h for h in hashes if h % _EVERY == 0))


def _words(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, map(_bare, sentences)))


def _bare(sentence: str) -> str:
    return " ".join(_WORD.findall(sentence.casefold()))


def _is_caption(block: str) -> bool:
    return len(_WORD.findall(block)) < 2 * _FURNITURE and CREDIT.search(block) is not None


def _is_furniture(sentence: str) -> bool:
    return len(_WORD.findall(sentence)) < _FURNITURE and not _SENTENCE_END.search(sentence)


def _is_another_story(one: Known, other: Known) -> bool:
    """Does an address hold another article now, as that of “the latest” does every day?"""
    titled = _bare(one.document.meta.title or "") == _bare(other.document.meta.title or "")
    return bool(one.shingles and other.shingles) and not titled and _likeness(one, other) < _ANOTHER


def _described_alike(one: Known, other: Known) -> bool:
    """Are these one source, by what is said of them? Sources that bring no text can be told by nothing else."""
    a, b = one.document.meta, other.document.meta
    return (a.title, a.author, a.container, a.published, a.page, a.shelfmark) == (
        b.title, b.author, b.container, b.published, b.page, b.shelfmark
    )  # fmt: skip


def _of_two_houses(one: Known, other: Known) -> bool:
    """Do two publishers carry one text, each at an address of its own? These are two sources of one origin."""
    a, b = one.document.meta, other.document.meta
    return bool(a.publisher and b.publisher and a.publisher.casefold() != b.publisher.casefold()) and bool(
        one.address and other.address and one.address.partition("/")[0] != other.address.partition("/")[0]
    )


def _likeness(one: Known, other: Known) -> float:
    """How much of all their shingles two texts share, from 0 to 1 (Jaccard)."""
    return len(one.shingles & other.shingles) / max(1, len(one.shingles | other.shingles))


def _is_one_article(one: Known, other: Known) -> bool:
    """Two states of one article, rather than two articles about one thing?"""
    a, b = one.document.meta, other.document.meta
    if a.publisher and b.publisher and a.publisher.casefold() != b.publisher.casefold():
        return False
    alike = _likeness(one, other)
    titled = bool(a.title and b.title and _bare(a.title) == _bare(b.title))
    return alike >= (_ALIKE if titled else _SAME)

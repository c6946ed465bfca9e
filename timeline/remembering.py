"""The stages that know no dates, remembered, so that a change costs no more than what it is about."""

from collections.abc import Mapping, Sequence

from . import pipeline
from .analysing import Stages
from .decisions.kind import all_kinds
from .model import Analysis, Decision, Decisions, Document
from .reading.article import read_article

#: Kinds of decisions that the stages of a single document take.
_TAKEN = frozenset(kind.name for kind in all_kinds().values() if {"recognise", "extract"} & {*kind.stages})


class Memory:
    """The last document and analysis of each article and the last links, with what they were made of."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._read: dict[str, tuple[tuple[object, ...], Document]] = {}
        self._analysed: dict[str, tuple[Document, tuple[Decision, ...], Analysis]] = {}
        self._linked: tuple[tuple[Analysis, ...], tuple[tuple[str, ...], ...], pipeline.Linked] | None = None

    def stages(self) -> Stages:
        """Stages that remember here."""
        return Stages(self.read, self.known, self.keep, self.link)

    def read(self, data: bytes, article: str, path: str, decided: Mapping[str, str] | None = None) -> Document:
        """As `read_article`; the same object for the same input."""
        made_of = (data, path, tuple(sorted((decided or {}).items())))
        known = self._read.get(article)
        if known is None or known[0] != made_of:
            known = self._read[article] = made_of, read_article(data, article, path, decided)
        return known[1]

    def known(self, document: Document, decisions: Decisions) -> Analysis | None:
        """The analysis of the very same document under the same decisions."""
        known = self._analysed.get(document.id)
        return known[2] if known and known[0] is document and known[1] == _own(document, decisions) else None

    def keep(self, document: Document, decisions: Decisions, analysis: Analysis) -> Analysis:
        """Remember an analysis."""
        self._analysed[document.id] = document, _own(document, decisions), analysis
        return analysis

    def link(self, analyses: Sequence[Analysis], decisions: Decisions) -> pipeline.Linked:
        """As `pipeline.linked`, which takes no other decisions than merges."""
        merges = tuple(d.events for d in decisions.of("merge"))
        if self._linked is None or not _same(self._linked[0], analyses) or self._linked[1] != merges:
            self._linked = tuple(analyses), merges, pipeline.linked(analyses, decisions)
        return self._linked[2]


def _own(document: Document, decisions: Decisions) -> tuple[Decision, ...]:
    """What `pipeline.analyse` takes: no other decisions than those of its stages about the document itself."""
    return tuple(d for d in decisions.all if d.article == document.id and d.kind in _TAKEN)


def _same(some: Sequence[Analysis], others: Sequence[Analysis]) -> bool:
    """Are they the very same objects?"""
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))

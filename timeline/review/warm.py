"""The stages of single documents, remembered, so that a change costs no more than the document it is about."""

from collections.abc import Mapping

from .. import pipeline
from ..build import Stages
from ..model import Analysis, Decision, Decisions, Document
from ..reading.article import read_article


class Memory:
    """The last document and analysis of each article, with what they were made of."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._read: dict[str, tuple[tuple[object, ...], Document]] = {}
        self._analysed: dict[str, tuple[Document, tuple[Decision, ...], Analysis]] = {}

    def stages(self) -> Stages:
        """Stages that remember here."""
        return Stages(self.read, self.analyse)

    def read(self, data: bytes, article: str, path: str, decided: Mapping[str, str] | None = None) -> Document:
        """As `read_article`; the same object for the same input."""
        made_of = (data, path, tuple(sorted((decided or {}).items())))
        known = self._read.get(article)
        if known is None or known[0] != made_of:
            known = self._read[article] = made_of, read_article(data, article, path, decided)
        return known[1]

    def analyse(self, document: Document, decisions: Decisions) -> Analysis:
        """As `pipeline.analyse`, which takes no other decisions than those about the document's own words."""
        own = tuple(d for d in decisions.all if d.article == document.id)
        known = self._analysed.get(document.id)
        if known is None or known[0] is not document or known[1] != own:
            analysis = pipeline.analyse(document, Decisions(own))
            known = self._analysed[document.id] = document, own, analysis
        return known[2]

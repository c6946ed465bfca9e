"""The types that pass between the stages, in the order of the stages.

Offsets count Unicode code points of `Document.text` and are half-open. A `Span` is (start, end).
"""

from .decided import Change, Cited, Decision, Decisions, Published
from .documents import PUBLISHED_SOURCES, SOURCE_TYPES, Block, Document, Meta, Place, Places, Run, Span
from .mentions import Analysis, EventCluster, EventMention, Link, Participant, Quantity
from .timeline import Article, Citation, Correction, Event, Gone, Image, Note, Timeline
from .times import Binding, DocumentTime, Reading, TimeExpression, Timex3

__all__ = [
    "PUBLISHED_SOURCES",
    "SOURCE_TYPES",
    "Analysis",
    "Article",
    "Binding",
    "Block",
    "Change",
    "Citation",
    "Cited",
    "Correction",
    "Decision",
    "Decisions",
    "Document",
    "DocumentTime",
    "Event",
    "EventCluster",
    "EventMention",
    "Gone",
    "Image",
    "Link",
    "Meta",
    "Note",
    "Participant",
    "Place",
    "Places",
    "Published",
    "Quantity",
    "Reading",
    "Run",
    "Span",
    "TimeExpression",
    "Timeline",
    "Timex3",
]

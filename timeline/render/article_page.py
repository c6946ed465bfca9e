"""An article's page: its text as paragraphs with every time expression, every quotation and their notes."""

from collections.abc import Iterable, Mapping

from .. import urls
from ..locale import marked
from ..model import Article, Block, Event, Timex3
from ..publishing import HIDDEN
from . import links
from .datetimes import html_datetime
from .present import Presenter
from .runs import Layer, cut
from .views import ArticlePage, Derivation, Entry, Note, Paragraph, Source

#: What kind of page furniture a block is, as the page calls it.
LABELS = {
    "headline": marked("Headline"), "byline": marked("By-line"), "dateline": marked("Dateline"),
    "caption": marked("Caption"), "link": marked("Link"), "prompt": marked("Comment form"),
    "biography": marked("About the author"), "origin": marked("Origin"), "sidebar": marked("Sidebar"),
    "copyright": marked("Copyright"),
}
_TOP_LEVEL = 2  # the page's title is the heading of level 1


def article_page(article: Article, source: Source, present: Presenter, entries: Mapping[str, Entry]) -> ArticlePage:
    """The page of one article; `entries` by id of event."""
    document = article.document
    citing = present.citing[document.id]
    dated = _dated(document.id, citing)
    quotes = _quotes(document.id, citing)
    levels = _heading_levels(document.blocks)
    paragraphs, at = [], 0
    for block, level in zip(document.blocks, levels, strict=True):
        inside = [x for x in article.timexes if block.start <= x.start < block.end]
        over = [q for q in quotes if q.start < block.end and block.start < q.end]
        paragraphs.append(Paragraph(
            kind=block.kind, level=level, label=present.dates.locale.gettext(LABELS.get(block.role, "")),
            text=cut(document.text, (block.start, block.end), block.runs, [_layer(x) for x in inside], over),
            notes=tuple(_note(x, present.derivation(x, document), dated.get(x.start, ()), entries) for x in inside),
            quoted=tuple(entries[i] for i in dict.fromkeys(i for q in over for i in quotes[q])),
            omitted=HIDDEN in document.text[at:block.start],
        ))
        at = block.end
    return ArticlePage(
        source, tuple(paragraphs), tuple(entries[e.id] for e in citing),
        plain=urls.article_text(document.id) if source.level == "full" else None, omitted=HIDDEN in document.text[at:],
        corrections=article.corrections,
    )


def _dated(article: str, events: Iterable[Event]) -> dict[int, tuple[str, ...]]:
    """Which events an expression dates, by where it begins."""
    found: dict[int, tuple[str, ...]] = {}
    for event in events:
        for start in sorted({c.timex.start for c in event.citations if c.article == article and c.timex}):
            found[start] = (*found.get(start, ()), event.id)
    return found


def _quotes(article: str, events: Iterable[Event]) -> dict[Layer, tuple[str, ...]]:
    """Each stretch that is quoted, in order, with the events that quote it."""
    found: dict[Layer, tuple[str, ...]] = {}
    for event in events:
        for start, end in sorted({(c.start, c.end) for c in event.citations if c.article == article and c.quote}):
            layer = Layer(start, end, links.quotation_id((start, end)))
            found[layer] = (*found.get(layer, ()), event.id)
    return dict(sorted(found.items(), key=lambda item: (item[0].start, -item[0].end)))


def _layer(timex: Timex3) -> Layer:
    """A time expression over the text."""
    return Layer(
        timex.start, timex.end, links.expression_id(timex.start), html_datetime(timex.value), timex.value,
        links.note_id(timex.start),
    )


def _note(timex: Timex3, way: Derivation, events: Iterable[str], entries: Mapping[str, Entry]) -> Note:
    """What stands in the margin of an expression."""
    return Note(
        links.note_id(timex.start), links.expression_id(timex.start), way, tuple(entries[e] for e in events)
    )


def _heading_levels(blocks: Iterable[Block]) -> list[int]:
    """Levels for the page: those used in the article, without leaps, below the title's. 0 for what is no heading."""
    blocks = tuple(blocks)
    used = sorted({b.level for b in blocks if b.kind == "heading"})
    levels, last = [], _TOP_LEVEL - 1
    for block in blocks:
        if block.kind == "heading":
            last = min(_TOP_LEVEL + used.index(block.level), last + 1, 6)
        levels.append(last if block.kind == "heading" else 0)
    return levels

"""How much of other people's articles may leave the house: the one place that decides, before anything is rendered.

What may not be published is taken out of the timeline itself, so that no page and no export can let it slip. Offsets
stay as they are: in `Document.text` every hidden character is replaced by a black bar.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from .config import Config
from .frozen import replace
from .model import Article, Block, Change, Citation, Correction, Document, Event, Gone, Run, Span, Timeline
from .record import citation_of

HIDDEN = "█"


def publishable(timeline: Timeline, config: Config) -> Timeline:
    """The timeline as the public may see it: `publish` and `publish_text` applied, an article's own setting first."""
    events = tuple(e for e in timeline.events if _is_public(e, config))
    gone = tuple(_gone(timeline, {e.id for e in events}))
    levels = {a.document.id: a.document.meta.publish_text or config.publish_text for a in timeline.articles}
    spans = _quoted(events)
    articles = tuple(_published(a, levels[a.document.id], spans.get(a.document.id, ())) for a in timeline.articles)
    quoted = tuple(_without_silent_quotes(e, levels) for e in events)
    return replace(timeline, articles=articles, events=quoted, gone=gone, changes=_told(timeline.changes, gone, levels))


def _gone(timeline: Timeline, shown: Collection[str]) -> Iterator[Gone]:
    """What answers without an entry, those among it that are kept back only now, and what would lead to them."""
    for gone in timeline.gone:
        lost = gone.sort == "event" and gone.into is not None and gone.into not in shown
        yield replace(gone, status="held", into=None) if lost else gone
    yield from (Gone("event", e.id, "held") for e in timeline.events if e.published and e.id not in shown)


def _is_public(event: Event, config: Config) -> bool:
    return config.publish == "all" or event.status != "found"


def _told(changes: Iterable[Change], gone: Iterable[Gone], levels: Mapping[str, str]) -> tuple[Change, ...]:
    """The change log without the words of articles that are not quoted, and without what hidden entries said."""
    hidden = {g.id for g in gone if g.status in ("hidden", "held")}
    silent = (replace(c, before=None, after=None) if c.event in hidden else _unworded(c, levels) for c in changes)
    return tuple(c for c in silent if c.event not in hidden or c.what in ("hidden", "held"))


def _unworded(change: Change, levels: Mapping[str, str]) -> Change:
    """A change of citations without the words of an article that is not quoted, or is not there any more."""
    if change.what != "citation":
        return change

    def silent(words: str | None) -> str | None:
        article = citation_of(words)[0] if words else ""
        return article if words and levels.get(article, "none") == "none" else words

    return replace(change, before=silent(change.before), after=silent(change.after))


def _quoted(events: Iterable[Event]) -> dict[str, tuple[Span, ...]]:
    """Every stretch of each article that some event quotes."""
    found: defaultdict[str, set[Span]] = defaultdict(set)
    for event in events:
        for citation in event.citations:
            found[citation.article].add((citation.start, citation.end))
    return {article: tuple(sorted(spans)) for article, spans in found.items()}


def _published(article: Article, level: str, quoted: Sequence[Span]) -> Article:
    """The article with only what its level lets through."""
    if level == "full":
        return article
    kept = _excerpt(article.document, quoted) if level == "excerpt" else ()
    document = article.document
    blocks = tuple(_part(b, *span) for b in document.blocks for span in kept if b.start <= span[0] < b.end)
    document = replace(document, text=_hide(document.text, kept), blocks=blocks)
    timexes = tuple(x for x in article.timexes if any(start <= x.start and x.end <= end for start, end in kept))
    corrections = tuple(_without_words(c, kept) for c in article.corrections)
    return replace(article, document=document, timexes=timexes, corrections=corrections)


def _without_words(correction: Correction, kept: Iterable[Span]) -> Correction:
    """A correction without words of an article that are not shown."""
    span = correction.span
    shown = span is None or any(start <= span[0] and span[1] <= end for start, end in kept)
    return correction if shown else replace(correction, words=None)


def _excerpt(document: Document, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted sentences and their neighbours, as stretches that lie in one block each."""
    sentences = [(b, s) for b in document.blocks if b.role == "body" for s in b.sentences or ((b.start, b.end),)]
    chosen = {i for i, (_, s) in enumerate(sentences) if any(s[0] < end and start < s[1] for start, end in quoted)}
    chosen = {n for i in chosen for n in (i - 1, i, i + 1) if 0 <= n < len(sentences)}
    kept: list[Span] = []
    for i in sorted(chosen):
        block, (start, end) = sentences[i]
        if i - 1 in chosen and sentences[i - 1][0] is block:
            kept[-1] = kept[-1][0], end
        else:
            kept.append((start, end))
    return tuple(kept)


def _part(block: Block, start: int, end: int) -> Block:
    """A stretch of a block as a block of its own."""
    inside = (r for r in block.runs if r.start < end and start < r.end)
    runs = tuple(Run(max(r.start, start), min(r.end, end), r.styles, r.href) for r in inside)
    sentences = tuple(s for s in block.sentences if start <= s[0] and s[1] <= end)
    return replace(block, start=start, end=end, runs=runs, sentences=sentences)


def _hide(text: str, kept: Iterable[Span]) -> str:
    """The text with black bars everywhere else, of the same length."""
    parts, at = [], 0
    for start, end in kept:
        parts += [HIDDEN * (start - at), text[start:end]]
        at = end
    return "".join(parts) + HIDDEN * (len(text) - at)


def _without_silent_quotes(event: Event, levels: dict[str, str]) -> Event:
    """An article of which nothing is published is named as a source and not quoted, in no sentence about the event."""
    silent = {c.article for c in event.citations if levels.get(c.article) == "none"}
    if not silent:
        return event
    citations = tuple(_unquoted(c) if c.article in silent else c for c in event.citations)
    corrections = tuple(replace(c, words=None) if c.article in silent else c for c in event.corrections)
    return replace(event, citations=citations, summary=(), merge_evidence=(), apart=(), corrections=corrections)


def _unquoted(citation: Citation) -> Citation:
    """An empty quotation at its place: still an exact substring of the article."""
    return replace(citation, quote="", end=citation.start)

"""The stages, wired: from documents to a timeline. Reads top to bottom; keeps no state, reads no clock, writes no file.

    document ─recognise→ expressions ─extract→ mentions ─bind→ bindings            one document at a time
    all mentions ─link→ links · terms, bindings, links ─anchor→ publication times  all documents together
    ─resolve→ dated expressions ─corefer→ clusters ─assemble→ events ─identify→ Timeline
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from .config import Config
from .events.assemble import assemble
from .events.corefer import corefer
from .events.extract import extract
from .events.identity import identify
from .events.link import link
from .model import Analysis, Article, Decisions, Document, Timeline
from .temporal.anchor import anchor
from .temporal.bind import bind
from .temporal.recognise import recognise
from .temporal.resolve import resolve


def analyse(document: Document, decisions: Decisions) -> Analysis:
    """What one document says, without any date: it needs no other document, so it runs anywhere and caches."""
    expressions = recognise(document, decisions)
    mentions = extract(document, expressions, decisions)
    return Analysis(document, expressions, bind(document, expressions), mentions)


def run(
    documents: Sequence[Document],
    decisions: Decisions,
    config: Config,
    today: date,
    analyse_all: Callable[[Iterable[Document], Decisions], Iterable[Analysis]] | None = None,
) -> Timeline:
    """Documents in, timeline out. `analyse_all` may run the first stages elsewhere (other processes, a cache)."""
    ordered = sorted(documents, key=lambda d: d.id)
    analyses = tuple(analyse_all(ordered, decisions)) if analyse_all else tuple(analyse(d, decisions) for d in ordered)

    links = link(analyses, decisions)
    times = anchor(analyses, links, decisions, today)
    timexes = tuple(resolve(a, t, decisions) for a, t in zip(analyses, times, strict=True))

    clusters = corefer(analyses, timexes, times, links, decisions)
    events = identify(assemble(clusters, analyses, timexes, times, decisions, config), decisions)
    articles = tuple(Article(a.document, t, x) for a, t, x in zip(analyses, times, timexes, strict=True))
    return Timeline(config.title, articles, events)

"""The stages, wired: from documents to a timeline. Reads top to bottom; keeps no state, reads no clock, writes no file.

    document ─recognise→ expressions ─extract→ mentions ─bind→ bindings            one document at a time
    all mentions ─link→ links · terms, bindings, links ─anchor→ publication times  all documents together
    ─resolve→ dated expressions ─corefer→ clusters ─assemble→ events ─identify→ Timeline

What people have decided is taken by each stage before its own work; about single events it is taken once they have ids.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from .called import names
from .config import Config
from .corrections import corrections
from .events.assemble import assembler
from .events.corefer import corefer
from .events.deciding.acceptance import accepted
from .events.deciding.decided import decided, written
from .events.deciding.departed import departed
from .events.deciding.idle import idle
from .events.deciding.regroup import Quotations, regroup, without
from .events.extract import extract
from .events.identifying.identity import identify
from .events.identifying.naming import by_mentions
from .events.link import link
from .events.linking.collection import Collection, collect
from .model import Analysis, Article, Decisions, Document, Event, Link, Timeline
from .reading.notes import note
from .record import change_log
from .temporal.anchor import anchor
from .temporal.bind import bind
from .temporal.old_style import doubted
from .temporal.recognise import recognise
from .temporal.resolve import resolve

#: Mentions that are prepared for comparing, and those of them that may be one event.
Linked = tuple[Collection, Sequence[Link]]


def analyse(document: Document, decisions: Decisions) -> Analysis:
    """What one document says, without any date: it needs no other document, so it runs anywhere and caches."""
    expressions = recognise(document, decisions)
    mentions = extract(document, expressions, decisions)
    return Analysis(document, expressions, bind(document, expressions), mentions)


def linked(analyses: Sequence[Analysis], decisions: Decisions) -> Linked:
    """Which mentions of all articles may be one event; no date is needed for that."""
    collection = collect(analyses)
    return collection, link(analyses, collection, decisions)


def run(
    documents: Sequence[Document],
    decisions: Decisions,
    config: Config,
    today: date,
    analyse_all: Callable[[Iterable[Document], Decisions], Iterable[Analysis]] | None = None,
    link_all: Callable[[Sequence[Analysis], Decisions], Linked] = linked,
) -> Timeline:
    """Documents in, timeline out.

    analyse_all: may run the first stages elsewhere (other processes, a cache); link_all: may remember what it gave.
    """
    withdrawn = {d.article for d in decisions.of("withdraw")}
    ordered = sorted((d for d in documents if d.id not in withdrawn), key=lambda d: d.id)
    analyses = tuple(analyse_all(ordered, decisions)) if analyse_all else tuple(analyse(d, decisions) for d in ordered)

    belonging = by_mentions(decisions, analyses)
    collection, links = link_all(analyses, belonging)
    times = anchor(analyses, links, decisions, today)
    timexes = tuple(doubted(a, resolve(a, t, decisions)) for a, t in zip(analyses, times, strict=True))

    clusters = regroup(corefer(analyses, timexes, times, links, collection, belonging), analyses, belonging)
    assemble = assembler(analyses, timexes, times)
    found = assemble(clusters)
    dated = {a.document.id: x for a, x in zip(analyses, timexes, strict=True)}
    say = partial(note, language=config.language)
    by_hand = written(decisions, analyses, timexes, say)
    cluster_of = {m.id: cluster for cluster in clusters for m in cluster.mentions}

    def rest(event: Event, words: Quotations) -> tuple[Event, ...]:
        return assemble([without(cluster_of[event.members[0]], words)])

    named = identify(accepted((*found, *by_hand), decisions, dated, rest), decisions)
    events = decided(named, decisions, say)

    articles = tuple(
        Article(a.document, t, x, corrections(a.document, t, x, decisions))
        for a, t, x in zip(analyses, times, timexes, strict=True)
    )
    gone = departed(named, events, ordered, decisions)
    taken_down = [analyse(d, decisions) for d in documents if d.id in withdrawn]  # decisions may name what they tell
    told = (m.id for a in (*analyses, *taken_down) for m in a.mentions)
    known = frozenset((*told, *(i for e in named for i in names(e))))
    unused = idle(decisions, analyses, articles, named)
    return Timeline(config.title, articles, events, gone, change_log(decisions.record), known, unused)

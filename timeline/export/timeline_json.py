"""`timeline.json`: the timeline as data, and the JSON Schema that says what is in it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import ladder
from ..algebra import calendar
from ..as_json import as_json
from ..config import Config
from ..frozen import replace
from ..locale import marked
from ..model import Article, Citation, Document, Event, Timeline
from . import records, times

VERSION = 1
SCHEMA = "timeline.schema.json"
DOWNLOAD = ("timeline.json", "application/json", marked("JSON"))
YEARS = "timeline-years.json"


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The data and its schema; of a long timeline each year by itself, too. `timeline` holds what may be published."""
    schema = (Path(__file__).parent / SCHEMA).read_bytes()
    addresses = {i: records.address(None, *place) for i, place in ladder.addresses(timeline.events).items()}
    whole = [(DOWNLOAD[0], as_json(document(timeline, addresses, SCHEMA))), (SCHEMA, schema)]
    return [*whole, *_years(timeline, addresses)] if len(timeline.events) > ladder.OWN_PAGES else whole


def document(timeline: Timeline, addresses: Mapping[str, str], schema: str) -> dict[str, object]:
    """The timeline as plain data. addresses: of its events. schema: where its schema is, from where it stands."""
    documents = {a.document.id: a.document for a in timeline.articles}
    return {
        "$schema": schema,
        "version": VERSION,
        "title": timeline.title,
        "articles": [_article(a) for a in timeline.articles],
        "events": [_event(e, addresses[e.id], documents) for e in timeline.events],
    }


def _years(timeline: Timeline, addresses: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """A file of the same form for each year, with the articles that its events cite; and the list of these files."""
    articles = {a.document.id: a for a in timeline.articles}
    years: dict[str, list[Event]] = {}
    for event in timeline.events:
        years.setdefault(calendar.iso(event.interval.first)[:-6] if event.interval else "undated", []).append(event)
    listed = []
    for year, events in years.items():
        cited = {c.article for e in events for c in e.citations}
        part = replace(timeline, events=tuple(events), articles=tuple(a for i, a in articles.items() if i in cited))
        path = f"timeline/{year}.json"
        listed.append({"year": year, "events": len(events), "url": path})
        yield path, as_json(document(part, addresses, f"../{SCHEMA}"))
    yield YEARS, as_json({"version": VERSION, "title": timeline.title, "years": listed})


def _article(article: Article) -> dict[str, object]:
    """A source."""
    meta = article.document.meta
    return {
        "id": article.document.id,
        "title": meta.title or article.document.id,
        "publisher": meta.publisher,
        "url": meta.url,
        "published": times.published(article.time),
    }


def _event(event: Event, address: str, documents: Mapping[str, Document]) -> dict[str, object]:
    """An entry."""
    return {
        "id": event.id,
        "edtf": event.edtf,
        "title": event.title,
        "url": address,
        "kind": event.kind,
        "status": event.status,
        "origins": event.origins,
        "citations": [_citation(c, documents.get(c.article)) for c in event.citations],
        "disagreement": event.disagreement,
    }


def _citation(citation: Citation, document: Document | None) -> dict[str, object]:
    """What one article says of it, and how its words became a date."""
    timex = citation.timex
    return {
        "article": citation.article,
        "role": citation.role,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "page": citation.page or (document.page_at(citation.start) if document else None),
        "expression": timex.text if timex else None,
        "expression_start": timex.start if timex else None,
        "value": timex.value if timex else None,
        "edtf": timex.edtf if timex else None,
        "doubt": timex.doubt if timex else None,
        "trace": list(timex.trace) if timex else [],
    }

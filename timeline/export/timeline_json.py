"""`timeline.json`: the timeline as data, and the JSON Schema that says what is in it."""

import json
from pathlib import Path

from .. import ladder
from ..config import Config
from ..locale import marked
from ..model import Article, Citation, Event, Timeline
from . import records

VERSION = 1
SCHEMA = "timeline.schema.json"
DOWNLOAD = ("timeline.json", "application/json", marked("JSON"))


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The data and its schema. `timeline` holds only what may be published."""
    schema = (Path(__file__).parent / SCHEMA).read_bytes()
    return [("timeline.json", _dump(document(timeline)).encode()), (SCHEMA, schema)]


def document(timeline: Timeline) -> dict[str, object]:
    """The timeline as plain data."""
    addresses = {i: records.address(None, *place) for i, place in ladder.addresses(timeline.events).items()}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "title": timeline.title,
        "articles": [_article(a) for a in timeline.articles],
        "events": [_event(e, addresses[e.id]) for e in timeline.events],
    }


def _article(article: Article) -> dict[str, object]:
    """A source."""
    meta = article.document.meta
    return {
        "id": article.document.id,
        "title": meta.title or article.document.id,
        "publisher": meta.publisher,
        "url": meta.url,
        "published": records.published(article.time),
    }


def _event(event: Event, address: str) -> dict[str, object]:
    """An entry."""
    return {
        "id": event.id,
        "edtf": event.edtf,
        "title": event.title,
        "url": address,
        "kind": event.kind,
        "status": event.status,
        "origins": event.origins,
        "citations": [_citation(c) for c in event.citations],
        "disagreement": event.disagreement,
    }


def _citation(citation: Citation) -> dict[str, object]:
    """What one article says of it, and how its words became a date."""
    timex = citation.timex
    return {
        "article": citation.article,
        "role": citation.role,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "expression": timex.text if timex else None,
        "expression_start": timex.start if timex else None,
        "value": timex.value if timex else None,
        "edtf": timex.edtf if timex else None,
        "doubt": timex.doubt if timex else None,
        "trace": list(timex.trace) if timex else [],
    }


def _dump(data: object) -> str:
    """JSON for people too: indented, in the writing systems of the articles."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

"""An entry as linked data for search engines: a schema.org Event with the works that report it."""

from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..model import Event
from . import dates
from .views import Entry, Source


def event(event: Event, entry: Entry, address: str | None) -> dict[str, object]:
    """The properties of a schema.org Event; dates only where they are known, nothing that asserts a verdict."""
    data: dict[str, object] = {"@context": "https://schema.org", "@type": "Event", "identifier": event.id}
    data["name"] = event.title
    if address:
        data["@id"] = data["url"] = address
    if event.interval and event.interval.first > OPEN_FIRST:
        data["startDate"] = dates.iso(event.interval.first)
    if event.interval and event.interval.past < OPEN_PAST:
        data["endDate"] = dates.iso(event.interval.last)
    if event.summary:
        data["description"] = " ".join(event.summary)
    if event.places:
        data["location"] = [{"@type": "Place", "name": place} for place in event.places]
    if event.tags:
        data["keywords"] = ", ".join(event.tags)
    sources = {c.source.id: c.source for c in (*entry.claims, *entry.details)}
    data["subjectOf"] = [_work(s) for s in sources.values()]
    return data


def _work(source: Source) -> dict[str, object]:
    """An article that reports it."""
    work: dict[str, object] = {"@type": "Article", "headline": source.title}
    if source.original:
        work["url"] = source.original
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    return work

"""An entry as linked data for search engines: a schema.org Event with the works that report it."""

import base64
import hashlib
import json

from ..algebra.calendar import iso
from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..model import Event
from .views import Entry, LinkedData, Source


def linked_data(event: Event, entry: Entry, address: str | None) -> LinkedData:
    """What the page of an entry says to machines, with nothing in it that could end the element it stands in."""
    text = json.dumps(_event(event, entry, address), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return LinkedData(text, f"sha256-{digest}")


def _event(event: Event, entry: Entry, address: str | None) -> dict[str, object]:
    """The properties of a schema.org Event; dates only where they are known, nothing that asserts a verdict."""
    data: dict[str, object] = {"@context": "https://schema.org", "@type": "Event", "identifier": event.id}
    data["name"] = event.title
    if address:
        data["@id"] = data["url"] = address
    if event.interval and event.interval.first > OPEN_FIRST:
        data["startDate"] = iso(event.interval.first)
    if event.interval and event.interval.past < OPEN_PAST:
        data["endDate"] = iso(event.interval.last)
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

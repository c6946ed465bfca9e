"""Model objects as the plain records that public formats share."""

from collections.abc import Mapping
from urllib.parse import quote

from .. import ladder
from ..algebra.calendar import iso
from ..config import Config
from ..model import Article, Event, Timeline


def address(site: str | None, page: str, anchor: str = "") -> str:
    """The whole address of a place on the site; where the site does not know its own, the path from its root."""
    return f"{site or ''}{quote(page)}{'#' if anchor else ''}{anchor}"


def addresses(timeline: Timeline, config: Config) -> dict[str, str]:
    """The address of every event, by its id."""
    return {i: address(config.base_url, *place) for i, place in ladder.addresses(timeline.events).items()}


def changed(event: Event, articles: Mapping[str, Article]) -> str:
    """The day of the last change that an entry tells of, as an ISO date: a correction, or the latest of its articles.

    What has no day at all is as old as computers count: feeds demand a time, and nothing here reads a clock.
    """
    days = [c.on for c in event.corrections if c.on]
    for document, time in ((articles[c.article].document, articles[c.article].time) for c in event.citations):
        if document.meta.retrieved:
            days.append(document.meta.retrieved.isoformat())
        elif time.best is not None and time.best > 0:
            days.append(iso(time.best))
    return max(days, default="1970-01-01")


def told(event: Event) -> str:
    """What an entry says beyond its title: its summary, or else its first quotation."""
    quotes = [c.quote for c in event.citations if c.quote]
    return " ".join(event.summary) or (f"“{quotes[0]}”" if quotes else "")

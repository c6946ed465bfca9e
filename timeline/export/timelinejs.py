"""`timelinejs.json`: the dated entries as TimelineJS 3 reads them."""

from html import escape

from ..algebra import calendar
from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..algebra.interval import Interval
from ..as_json import as_json
from ..config import Config
from ..locale import marked
from ..model import Event, Timeline
from . import records

DOWNLOAD = ("timelinejs.json", "application/json", marked("TimelineJS"))


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The title slide and a slide an entry. TimelineJS takes texts for HTML, so they are escaped."""
    links = records.addresses(timeline, config)
    title = {"headline": escape(timeline.title), "text": escape(config.description)}
    slides = [_slide(e, e.interval, links[e.id]) for e in timeline.events if e.interval]
    data = {"title": {"text": title}, "events": slides}
    return [(DOWNLOAD[0], as_json(data))]


def _slide(event: Event, when: Interval, link: str) -> dict[str, object]:
    """One entry. An end that is open is left out; a beginning that is open is the end."""
    first = when.first if when.first > OPEN_FIRST else when.last
    told = f"<p>{escape(records.told(event))}</p><p><a href=\"{escape(link)}\">{escape(event.title)}</a></p>"
    slide: dict[str, object] = {
        "unique_id": f"e-{event.id}",
        "start_date": _date(first, when.grain),
        "text": {"headline": escape(event.title), "text": told},
    }
    end = _date(when.last, when.grain)
    if when.last < OPEN_PAST - 1 and end != slide["start_date"]:
        slide["end_date"] = end
    return slide


def _date(day: int, grain: str) -> dict[str, int]:
    """As much of a date as is known: TimelineJS then says no more than that."""
    y, m, d = calendar.civil(day)
    if grain in ("year", "decade", "century", "millennium"):
        return {"year": y}
    if grain in ("month", "quarter", "season", "half"):
        return {"year": y, "month": m}
    return {"year": y, "month": m, "day": d}

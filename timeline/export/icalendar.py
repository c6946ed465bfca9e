"""`timeline.ics`: the dated entries as all-day events of a calendar (RFC 5545), as far as calendars reach."""

from collections.abc import Iterator, Mapping

from .. import __version__
from ..algebra import calendar
from ..config import Config
from ..locale import marked
from ..model import Article, Event, Timeline
from . import records

DOWNLOAD = ("timeline.ics", "text/calendar", marked("Calendar"))
FIRST, PAST = calendar.ordinal(1), calendar.ordinal(10_000)  # days that a date of four digits can tell
_LONGEST = 75  # octets in a line
#: What the format takes for its own signs, escaped; other control characters are left out.
_ESCAPES = str.maketrans({**dict.fromkeys(map(chr, range(32))), "\n": "\\n", **{sign: f"\\{sign}" for sign in "\\;,"}})


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The calendar."""
    articles = {a.document.id: a for a in timeline.articles}
    links = records.addresses(timeline, config)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//timeline//timeline {__version__}//EN"]
    lines.append(f"X-WR-CALNAME:{_text(timeline.title)}")
    for event in timeline.events:
        lines += _event(event, links[event.id] if config.base_url else None, articles)
    lines.append("END:VCALENDAR")
    return [(DOWNLOAD[0], "".join(_folded(line) for line in lines).encode())]


def _event(event: Event, link: str | None, articles: Mapping[str, Article]) -> Iterator[str]:
    """One entry, nothing where its dates are out of reach. The end is the day after the last, as the format has it."""
    when = event.interval
    if when is None or when.first < FIRST or when.past >= PAST:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@timeline"
    yield f"DTSTAMP:{_digits(records.changed(event, articles))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(calendar.iso(when.first))}"
    yield f"DTEND;VALUE=DATE:{_digits(calendar.iso(when.past))}"
    yield f"SUMMARY:{_text(event.title)}"
    if told := records.told(event):
        yield f"DESCRIPTION:{_text(told)}"
    if event.places:
        yield f"LOCATION:{_text(', '.join(event.places))}"
    if link:
        yield f"URL:{link}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: str) -> str:
    """An ISO date without its dashes."""
    return day.replace("-", "")


def _text(text: str) -> str:
    """Text with what the format takes for its own signs escaped, without control characters."""
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces that are short enough, no character cut in two."""
    pieces: list[bytes] = []
    octets = line.encode()
    while len(octets) > (room := _LONGEST - bool(pieces)):
        while octets[room] & 0xC0 == 0x80:  # within a character
            room -= 1
        pieces.append(octets[:room])
        octets = octets[room:]
    return b"\r\n ".join([*pieces, octets]).decode() + "\r\n"

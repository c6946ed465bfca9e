"""Names that last: ids of mentions from the text itself, of events from their first mention."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ..model import Decisions, Event

_LENGTH = 10


def mention_id(article: str, quote: str, which: int) -> str:
    """Ten base32 characters from an article's id, the quoted words and which trigger in them is meant (0 the first)."""
    digest = hashlib.sha256("\x1f".join((article, quote, str(which))).encode("utf-8")).digest()
    return base64.b32encode(digest).decode("ascii")[:_LENGTH].lower()


def identify(events: Sequence[Event], decisions: Decisions) -> tuple[Event, ...]:
    """Give each event the id of its first mention (lowest article, then offset) and put them in order of time.

    Events of one day are ordered by clock, then the more important first; the undated follow, by what bounds them.
    """
    named = []
    for event in events:
        first = min(event.citations, key=lambda c: (c.article, c.start, c.mention))
        named.append(replace(event, id=first.mention))
    return tuple(sorted(named, key=_order))


def _order(event: Event) -> tuple[object, ...]:
    when = event.interval or event.bounds
    dated = event.interval is not None
    first = when.first if when else 0
    past = when.past if when else 0
    return not dated, when is None, first, past, event.clock or "", -event.importance, event.id

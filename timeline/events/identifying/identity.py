"""Names that last: ids of mentions from the text itself, of events from the record of what was published.

An event that was never published takes the id of its first mention, so that any build of the same content gives the
same ids. One that was, or is accepted, keeps its id for as long as any of the words that it cited can be found.
"""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ...frozen import replace
from ...model import Citation, Cited, Decisions, Event, Published
from .naming import Moves, by_staying, is_moved, moves, overlaps

_LENGTH = 10


def mention_id(article: str, quote: str, which: int) -> str:
    """Ten base32 characters from an article's id, the quoted words and which trigger in them is meant (0 the first)."""
    digest = hashlib.sha256("\x1f".join((article, quote, str(which))).encode("utf-8")).digest()
    return base64.b32encode(digest[:_LENGTH]).decode("ascii")[:_LENGTH].lower()  # of five bits each


def identify(events: Sequence[Event], decisions: Decisions) -> tuple[Event, ...]:
    """Give each event its id, and the other ids under which it has been public as aliases; in order of time.

    Of several published events that have become one, the one that was published first gives the id; on one day, the one
    that it cites first; but none of which a person has moved all citations there. Where one has become several, the id
    stays with the part that holds the first citation that nobody has moved away. Events that have ids keep them, and
    what leads to them. An alias leads to one event: that which holds the words of the event that was called so.
    """
    ids = {event.id for event in events if event.id}
    settled = ids | {alias for event in events if event.id for alias in event.aliases}
    known, public, moved = decisions.known(), {entry.id for entry in decisions.record}, moves(decisions)
    claimed = claims(events, [entry for entry in known if entry.id not in settled], moved)
    primary = {
        n: min(entries, key=partial(_seniority, event=events[n], moved=moved))
        for n, entries in claimed.items()
    }  # fmt: skip
    home = {entry.id: n for n, entries in claimed.items() for entry in entries}
    ids |= {entry.id for entry in primary.values()}
    settled |= ids
    taken = {i for entry in known for i in (entry.id, *entry.aliases)}
    named = []
    for n, event in sorted(enumerate(events), key=lambda pair: _first(pair[1])):
        if event.id:
            named.append(replace(event, aliases=tuple(alias for alias in event.aliases if alias not in ids)))
        elif n in primary:
            mine = primary[n]
            others = {i for entry in claimed[n] for i in (entry.id, *entry.aliases) if home.get(i, n) == n} - settled
            settled |= others
            named.append(replace(event, id=mine.id, aliases=tuple(sorted(others)), published=mine.id in public))
        else:
            new = next(i for i in _candidates(event) if i not in taken)
            taken.add(new)
            named.append(replace(event, id=new))
    return in_order(named)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events of one day by clock, then the more important first; the undated follow, by what bounds them."""
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[object, ...]:
    when = event.interval or event.bounds
    dated = event.interval is not None
    first = when.first if when else 0
    past = when.past if when else 0
    return not dated, when is None, first, past, event.clock or "", -event.importance, event.id


def _first(event: Event) -> tuple[str, int, str]:
    """Where the first mention of an event stands, and its id."""
    return min((c.article, c.start, c.mention) for c in event.citations)


def _candidates(event: Event) -> Iterator[str]:
    """Ids for an event that has none: of its first mention, where that is taken of the next, at last a new one."""
    own = [c.mention for c in sorted(event.citations, key=lambda c: (c.article, c.start, c.mention))]
    yield from own
    yield from (mention_id("", own[0], n) for n in range(1, 1_000_000))


def _seniority(entry: Published, event: Event, moved: Moves) -> tuple[object, ...]:
    published = entry.changes[0].on if entry.changes else ""
    place = next((n for n, c in enumerate(event.citations) if c.mention == entry.id), len(event.citations))
    arrived = all(is_moved(c, entry, moved) for c in entry.citations)
    return entry.status != "public", arrived, not entry.changes, published, place, entry.id


# ---------------------------------------------------------------- which event a published one has become
def claims(events: Sequence[Event], record: Iterable[Published], moved: Moves) -> Mapping[int, list[Published]]:
    """By the place of an event in the sequence, the published ones that it carries on. Events that have ids do not.

    An event stays with what is left of it where a person has moved a citation of it to another one.
    """
    new = [(n, event) for n, event in enumerate(events) if not event.id]
    home = {mention: n for n, event in new for mention in (*event.members, *_mentions(event))}
    cited: defaultdict[str, list[tuple[Citation, int]]] = defaultdict(list)
    for n, event in new:
        for citation in event.citations:
            cited[citation.article].append((citation, n))
    found: defaultdict[int, list[Published]] = defaultdict(list)
    for entry in record:
        heirs = (_heir(entry, words, home, cited, events) for words in by_staying(entry, moved))
        first = next((heir for heir in heirs if heir is not None), None)
        if first is not None:
            found[first].append(entry)
    return found


def _mentions(event: Event) -> Iterator[str]:
    return (c.mention for c in event.citations)


def _heir(
    entry: Published,
    words: Cited,
    home: Mapping[str, int],
    cited: Mapping[str, Sequence[tuple[Citation, int]]],
    events: Sequence[Event],
) -> int | None:
    """The event that holds the mention that was published; else the one that cites its words, where that is one.

    Of several that cite the same sentence it is the one of the same date, and of several such the one of its title.
    """
    if words.mention in home:
        return home[words.mention]
    if words.span is None:
        return None
    there = {n for c, n in cited.get(words.article, ()) if overlaps((c.start, c.end), words.span)}
    same_date = {n for n in there if events[n].edtf == entry.edtf}
    same_title = {n for n in same_date if events[n].title == entry.title}
    return next((min(some) for some in (there, same_date, same_title) if len(some) == 1), None)

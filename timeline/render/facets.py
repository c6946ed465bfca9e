"""What several entries share: people and organisations, places, tags; each with a page that lists the entries."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from .. import urls
from ..frozen import Frozen
from ..model import Event
from .views import Facet

SHARED = 2  # entries that a name stands in before it has a page


class Shared(Frozen):
    """A facet with the ids of the entries that have it, in order of time."""

    facet: Facet
    events: tuple[str, ...]


def key(text: str) -> str:
    """What makes two written forms one name."""
    return " ".join(text.split()).casefold()


def names(events: Sequence[Event]) -> dict[str, Shared]:
    """Who and what is named in several entries, by key; a place is what is mostly named as one."""
    places = Counter(key(place) for e in events for place in e.places)
    places.subtract(key(name) for e in events for name in e.participants)

    def kind(name: str) -> str:
        return "place" if places[name] > 0 else "name"

    return _gather(events, lambda e: (*e.participants, *e.places), kind, urls.name, SHARED)


def tags(events: Sequence[Event]) -> dict[str, Shared]:
    """Every tag, by key."""
    return _gather(events, lambda e: e.tags, lambda _: "tag", urls.tag, 1)


def in_order(found: Iterable[Shared]) -> tuple[Facet, ...]:
    """The most frequent first, then by name."""
    return tuple(sorted((s.facet for s in found), key=lambda f: (-f.count, key(f.text), f.text)))


def _gather(
    events: Iterable[Event], pick: Callable[[Event], Iterable[str]], kind: Callable[[str], str],
    address: Callable[[str], str], least: int,
) -> dict[str, Shared]:
    """What `pick` finds in at least so many events, each with an address of its own."""
    held: dict[str, list[str]] = {}
    written: dict[str, Counter[str]] = {}
    for event in events:
        for text in pick(event):
            held.setdefault(key(text), []).append(event.id)
            written.setdefault(key(text), Counter())[text] += 1
    shared, taken = {}, set[str]()
    for k in sorted(held):
        ids = tuple(dict.fromkeys(held[k]))
        if len(ids) < least or not k:
            continue
        slug = _free(urls.slug(k), taken)
        taken.add(slug)
        text = min(written[k], key=lambda form: (-written[k][form], form))
        shared[k] = Shared(Facet(kind(k), text, address(slug), len(ids)), ids)
    return shared


def _free(slug: str, taken: set[str]) -> str:
    """The slug, or the first numbered form of it that nothing else has."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free

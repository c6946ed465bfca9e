"""Under which names people know an entry: by its id, by what it was once called, by what tells it."""

from collections.abc import Iterable, Iterator

from .model import Decision, Decisions, Event


def names(event: Event) -> Iterator[str]:
    """Every id under which a person may know an event."""
    yield event.id
    yield from event.aliases
    yield from event.members


def by_name(events: Iterable[Event]) -> dict[str, Event]:
    """The event that each name stands for: its own id before what it was once called, that before its mentions."""
    events = tuple(events)
    found = {mention: event for event in events for mention in event.members}
    found |= {alias: event for event in events for alias in event.aliases}
    return found | {event.id: event for event in events}


def acceptances(events: Iterable[Event], decisions: Decisions) -> dict[str, Decision]:
    """By the id of each event that people have accepted, by whatever name, the last acceptance of it."""
    named = by_name(events)
    found: dict[str, Decision] = {}
    for decision in sorted(decisions.of("accept"), key=lambda d: d.on or ""):
        found |= {named[name].id: decision for name in decision.events if name in named}
    return found

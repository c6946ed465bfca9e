"""Addresses that were public and answer without their entry: where they lead now, or why nothing stands there."""

from collections.abc import Iterable, Iterator, Sequence

from ...called import by_name
from ...model import Decision, Decisions, Document, Event, Gone, Published
from ...record import SOMEBODY
from .decided import NOT_SHOWN

_STATUS = {"hide": "hidden", "hold": "held"}


def departed(
    named: Iterable[Event], shown: Sequence[Event], documents: Sequence[Document], decisions: Decisions
) -> tuple[Gone, ...]:
    """All of them, by sort and id. named: every event of this build; shown: those that people let through."""
    return tuple(sorted((*_events(named, shown, decisions), *_articles(documents, decisions)), key=_order))


def _order(gone: Gone) -> tuple[str, str]:
    return gone.sort, gone.id


def _events(named: Iterable[Event], shown: Sequence[Event], decisions: Decisions) -> Iterator[Gone]:
    public = {e.id: e.id for e in shown} | {alias: e.id for e in shown for alias in e.aliases}
    yield from (Gone("event", alias, "merged", e.id) for e in shown for alias in e.aliases)
    withheld = {i: d for d in decisions.all if d.kind in NOT_SHOWN for i in d.events}
    refused = {event.id: withheld[i] for i, event in by_name(named).items() if i in withheld}
    for entry in decisions.record:
        if entry.id in public:
            continue
        named_so = (d for i in (entry.id, *entry.aliases) if (d := withheld.get(i)))
        decision = refused.get(entry.id) or next(named_so, None)
        for name in sorted({entry.id, *entry.aliases} - public.keys()):
            yield _gone(name, entry, decision, public.get(entry.into or ""))


def _gone(name: str, entry: Published, decision: Decision | None, into: str | None) -> Gone:
    """What answers at an address of an event that this build does not show."""
    if decision is not None:
        by = decision.by or SOMEBODY
        return Gone("event", name, _STATUS[decision.kind], None, decision.reason, decision.on, by)
    if into is not None:
        return Gone("event", name, "merged", into)
    last = entry.changes[-1].on if entry.changes and entry.status != "public" else None
    return Gone("event", name, "deleted", None, entry.reason, last)


def _articles(documents: Sequence[Document], decisions: Decisions) -> Iterator[Gone]:
    """Articles that are named otherwise, are taken down, or are not there any more."""
    here = {d.id for d in documents}
    old = {alias: d.id for d in documents for alias in d.meta.aliases if alias not in here}
    yield from (Gone("article", alias, "renamed", article) for alias, article in old.items())
    taken_down = {d.article: d for d in decisions.of("withdraw") if d.article}
    yield from (Gone("article", a, "withdrawn", None, d.reason, d.on, d.by or SOMEBODY) for a, d in taken_down.items())
    known = here | old.keys() | taken_down.keys()
    yield from (Gone("article", article, "deleted") for article in decisions.articles if article not in known)

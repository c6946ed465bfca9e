"""Events that somebody has accepted: they stay as they were published, and what disagrees is kept beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..algebra.edtf import interval_of
from ..model import Citation, Cited, Decision, Decisions, Event, Published, Timex3
from ..record import differences
from .naming import names


def accepted(
    events: Sequence[Event], decisions: Decisions, timexes: Mapping[str, Sequence[Timex3]]
) -> tuple[Event, ...]:
    """The events that people have accepted as they were published, all others without the words that these cite.

    Accepting again, with a later `on`, takes an event as it has become. timexes: the dated expressions of each article
    that is shown; words of others are not.
    """
    record = {entry.id: entry for entry in decisions.record if entry.status == "public"}
    chosen = {i: d for d in decisions.of("accept") for i in d.events}
    called = {i: e.id for e in events for i in names(e)}
    accepting = {called.get(i, i): d for i, d in chosen.items()}
    frozen = {i: record[i] for i, d in accepting.items() if i in record and record[i].accepted in (None, token(d))}
    kept = {(c.article, c.span) for entry in frozen.values() for c in entry.citations if c.span}
    now = {e.id: e for e in events}
    out = [_frozen(entry, now.get(i), timexes) for i, entry in frozen.items()]
    for event in events:
        if event.id in frozen:
            continue
        citations = tuple(c for c in event.citations if (c.article, (c.start, c.end)) not in kept)
        if event.status == "by hand" or any(c.role != "detail" and c.timex for c in citations):
            status = "accepted" if event.id in accepting else event.status
            out.append(replace(event, citations=citations, status=status))
    return tuple(event for event in out if event.citations)


def token(decision: Decision) -> str:
    """What tells one acceptance of an event from a later one."""
    return decision.on or "yes"


def _frozen(entry: Published, now: Event | None, timexes: Mapping[str, Sequence[Timex3]]) -> Event:
    """The event as it was published. What of it only this build knows is shown where it does not disagree."""
    held = {(c.article, c.start, c.end): c for c in now.citations} if now else {}
    citations = tuple(_citation(c, held, timexes) for c in entry.citations if c.span and c.article in timexes)
    interval = interval_of(entry.edtf) if entry.edtf else None
    base = now or Event(entry.id, entry.title, None, None, entry.kind, 0.5, ())
    return replace(
        base, id=entry.id, published=True, title=entry.title, edtf=entry.edtf, interval=interval, kind=entry.kind,
        tags=entry.tags, bounds=base.bounds if interval is None else None, citations=citations,
        aliases=entry.aliases, status="accepted",
        date_rule="accepted by a person" if base.edtf != entry.edtf else base.date_rule,
        disagreement=base.disagreement and base.edtf == entry.edtf,
        summary=base.summary if base.title == entry.title else tuple(c.quote for c in citations[:1]),
        withheld=differences(entry, base) if now else (),
        members=tuple(dict.fromkeys((*base.members, *(c.mention for c in entry.citations if c.mention)))),
    )  # fmt: skip


def _citation(
    words: Cited, held: Mapping[tuple[str, int, int], Citation], timexes: Mapping[str, Sequence[Timex3]]
) -> Citation:
    """A citation as it was published; its expression only where that still says the date that it said."""
    start, end = words.span or (0, 0)
    now = held.get((words.article, start, end))
    if now is not None and (now.timex.edtf if now.timex else None) == words.edtf:
        return replace(now, role=words.role)
    inside = (x for x in timexes.get(words.article, ()) if start <= x.start and x.end <= end)
    timex = next((x for x in inside if x.edtf is not None and x.edtf == words.edtf), None)
    return Citation(words.article, words.exact, start, end, words.mention, words.role, timex)

"""Events that somebody has accepted: they stay as they were, and what disagrees is kept beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..algebra.edtf import interval_of
from ..model import Change, Citation, Cited, Decision, Decisions, Event, Published, Timex3
from ..record import differences
from .identity import claims


def accepted(
    events: Sequence[Event], decisions: Decisions, timexes: Mapping[str, Sequence[Timex3]]
) -> tuple[Event, ...]:
    """Events without ids → the accepted ones as they were, under their ids, and what is left of the others.

    An event is kept as it stood when it was accepted, where that is known, else as it was published. The words that it
    cites belong to it alone. What this build has put together with it is not shown, unless it was published as another
    event. Accepting again takes an event as it has become. timexes: the dated expressions of each article that is
    shown; words of others are not.
    """
    known = decisions.known()
    claimed = claims(events, known)
    chosen = _chosen(events, claimed, known, decisions)
    public = {entry.id: entry for entry in decisions.record}
    noted = {entry.id: entry for entry in decisions.accepted}
    frozen = {i: e for i, d in chosen.items() if (e := _as_it_was(d, public.get(i), noted.get(i)))}
    kept = {(c.article, c.span) for entry in frozen.values() for c in entry.citations if c.span}
    now = {entry.id: events[n] for n, entries in claimed.items() for entry in entries}
    out = [replace(_frozen(e, now.get(e.id), timexes), published=e.id in public) for e in frozen.values()]
    for n, event in enumerate(events):
        carried_on = [entry.id for entry in claimed.get(n, ())]
        if frozen.keys() & carried_on and frozen.keys() >= set(carried_on):
            continue
        citations = tuple(c for c in event.citations if (c.article, (c.start, c.end)) not in kept)
        whole = event.status == "by hand" or citations == event.citations
        if whole or any(c.role != "detail" and c.timex for c in citations):
            status = "accepted" if chosen.keys() & {*carried_on, *event.members} - frozen.keys() else event.status
            out.append(replace(event, citations=citations, status=status))
    return tuple(event for event in out if event.citations)


def _chosen(
    events: Sequence[Event], claimed: Mapping[int, Sequence[Published]], known: Sequence[Published],
    decisions: Decisions,
) -> dict[str, Decision]:  # fmt: skip
    """The acceptance of each event, by its known id; by the id of a mention where it has none."""
    called = {m: min(e.id for e in entries) for n, entries in claimed.items() for m in events[n].members}
    called |= {name: entry.id for entry in known for name in entry.aliases}
    called |= {entry.id: entry.into or entry.id for entry in known}
    found: dict[str, Decision] = {}
    for name, decision in decisions.acceptances().items():
        before = found.get(called.get(name, name))
        if before is None or (before.on or "") <= (decision.on or ""):
            found[called.get(name, name)] = decision
    return found


def _as_it_was(decision: Decision, public: Published | None, noted: Published | None) -> Published | None:
    """How an accepted event stays: as it was noted when it was accepted, else as it was published; None otherwise."""
    if public is not None and public.status != "public":
        return None
    if noted is not None and noted.accepted == token(decision):
        return noted
    return public if public is not None and public.accepted in (None, token(decision)) else None


def token(decision: Decision) -> str:
    """What tells one acceptance of an event from a later one."""
    return decision.on or "yes"


def _frozen(entry: Published, now: Event | None, timexes: Mapping[str, Sequence[Timex3]]) -> Event:
    """The event as it was. What of it only this build knows is shown where it does not disagree."""
    held = {(c.article, c.start, c.end): c for c in now.citations} if now else {}
    citations = tuple(_citation(c, held, timexes) for c in entry.citations if c.span and c.article in timexes)
    interval = interval_of(entry.edtf) if entry.edtf else None
    base = now or Event(entry.id, entry.title, None, None, entry.kind, 0.5, ())
    return replace(
        base, id=entry.id, frozen=True, title=entry.title, edtf=entry.edtf, interval=interval, kind=entry.kind,
        tags=entry.tags, bounds=base.bounds if interval is None else None, citations=citations,
        aliases=entry.aliases, status="accepted",
        date_rule="accepted by a person" if base.edtf != entry.edtf else base.date_rule,
        disagreement=base.disagreement and base.edtf == entry.edtf,
        summary=base.summary if base.title == entry.title else tuple(c.quote for c in citations[:1]),
        withheld=differences(entry, base) if now else (Change(entry.id, "deleted", entry.title),),
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

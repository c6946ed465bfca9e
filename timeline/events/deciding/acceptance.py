"""Events that somebody has accepted: they stay as they were, and what disagrees is kept beside them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ...algebra.edtf import interval_of
from ...frozen import replace
from ...model import Change, Citation, Cited, Decision, Decisions, Event, Published, Timex3
from ...record import differences
from ..identifying.identity import claims
from ..identifying.naming import moves
from .regroup import Quotations

#: What is left of an event without the mentions that tell some words.
Rest = Callable[[Event, Quotations], Iterable[Event]]


def accepted(
    events: Sequence[Event], decisions: Decisions, timexes: Mapping[str, Sequence[Timex3]], rest: Rest
) -> tuple[Event, ...]:
    """Events without ids → the accepted ones as they were, under their ids, and what is left of the others.

    An event is kept as it stood when it was accepted, where that is known, else as it was published. The mentions that
    it cites belong to it alone; another event that the same words tell, and one written by hand, stay. What this build
    has put together with it is not shown, unless it was published as another event. Accepting again takes an event as
    it has become; accepted events that had become one with it are part of it from then on.

    timexes: the dated expressions of each article that is shown; words of others are not. rest: makes anew what is left
    of an event, so that its date and title are of its own words.
    """
    known = decisions.known()
    claimed = claims(events, known, moves(decisions))
    joined = _joined(decisions)
    carried_on = {n: {_leading(entry.id, joined) for entry in entries} for n, entries in claimed.items()}
    chosen = _chosen(events, claimed, joined, decisions)
    public = {entry.id: entry for entry in decisions.record}
    noted = {entry.id: entry for entry in decisions.accepted}
    closed = ((i, d) for i, d in chosen.items() if i not in decisions.reopened)
    frozen = {i: e for i, d in closed if (e := _as_it_was(d, public.get(i), noted.get(i)))}
    home = {entry.id: n for n, entries in claimed.items() for entry in entries}
    homes = {home[i] for i in frozen if i in home}
    held = _held((c for e in frozen.values() for c in e.citations), {m for event in events for m in event.members})
    open_ = chosen.keys() - frozen.keys()
    owners = open_ - home.keys()  # accepted by hand, and known by nothing but the mention that the id is of
    left: list[Event] = []
    for n, event in enumerate(events):
        ids = carried_on.get(n, set())
        if n in homes and ids <= frozen.keys():
            continue
        taken = {c for c in event.citations if held(c)} if event.status != "by hand" else set()
        citations = tuple(c for c in event.citations if c not in taken)
        status = "accepted" if ids & open_ or owners.intersection(event.members) else event.status
        if not taken:
            left.append(replace(event, status=status))
        elif any(c.role != "detail" and c.timex for c in citations):
            words = {(c.article, (c.start, c.end)) for c in taken}
            left += (replace(e, status=status) for e in rest(event, words))
    out = [
        replace(_frozen(e, events[home[i]] if i in home else None, timexes), published=i in public)
        for i, e in frozen.items()
    ]  # fmt: skip
    return tuple(event for event in _parted(out, left) if event.citations)


def _held(kept: Iterable[Cited], told: Collection[str]) -> Callable[[Citation], bool]:
    """Whether a citation is one of those that accepted events keep: by its mention; by its words, where that has gone.

    told: the mentions that there are.
    """
    kept = tuple(kept)
    mentions = {c.mention for c in kept}
    words = {(c.article, c.span) for c in kept if c.span and c.mention not in told}
    return lambda c: c.mention in mentions or (c.article, (c.start, c.end)) in words


def _parted(frozen: Sequence[Event], left: Sequence[Event]) -> Iterator[Event]:
    """The events, each mention a member of one of them: of that which cites it, an accepted one first."""
    owner = {c.mention: n for n, event in enumerate((*left, *frozen)) for c in event.citations}
    taken: set[str] = set()
    for n, event in reversed([*enumerate((*left, *frozen))]):
        members = tuple(m for m in event.members if owner.get(m, n) == n and m not in taken)
        taken.update(members)
        yield event if members == event.members else replace(event, members=members)


def _joined(decisions: Decisions) -> dict[str, str]:
    """Accepted events that are part of another one since that was accepted: by their ids, the id of the other.

    One that somebody has accepted by itself after that is none.
    """
    on = {name: token(decision) for name, decision in decisions.acceptances().items()}
    public = {entry.id: entry.accepted or "" for entry in decisions.record}
    return {
        alias: note.id
        for note in decisions.accepted
        if public.get(note.id, "") <= (note.accepted or "") <= on.get(note.id, "")
        for alias in note.aliases
        if on.get(alias, "") <= (note.accepted or "")
    }


def _leading(name: str, joined: Mapping[str, str]) -> str:
    """The id of the event that one is part of, however many times over."""
    seen: set[str] = set()
    while name in joined and name not in seen:
        seen.add(name)
        name = joined[name]
    return name


def _chosen(
    events: Sequence[Event], claimed: Mapping[int, Sequence[Published]], joined: Mapping[str, str],
    decisions: Decisions,
) -> dict[str, Decision]:  # fmt: skip
    """The acceptance of each event, by its known id; by the id of a mention where it has none."""
    known = decisions.known()
    called = {m: min(e.id for e in entries) for n, entries in claimed.items() for m in events[n].members}
    called |= {name: entry.id for entry in known for name in entry.aliases}
    called |= {entry.id: entry.into or entry.id for entry in known}
    found: dict[str, Decision] = {}
    for name, decision in decisions.acceptances().items():
        event = _leading(called.get(name, name), joined)
        before = found.get(event)
        if before is None or (before.on or "") <= (decision.on or ""):
            found[event] = decision
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

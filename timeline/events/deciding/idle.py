"""Decisions that stand and change nothing: what a person wants is never passed over in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...called import by_name
from ...frozen import Frozen
from ...model import Analysis, Article, Decision, Decisions, Event, EventMention
from .regroup import told_in

#: A decision, and why it does nothing.
Idle = tuple[Decision, str]

_OF_ONE_VALUE = ("title", "event-date", "event-kind", "tags")
_NO_EVENT = "these words tell no event here; quote them with the verb"


def idle(
    decisions: Decisions, analyses: Iterable[Analysis], articles: Iterable[Article], events: Sequence[Event]
) -> tuple[Idle, ...]:
    """All of them, in the order of the decisions. events: every one of this build, those that are not shown too."""
    outcome = _Outcome(
        decisions,
        {a.document.id: a.mentions for a in analyses},
        frozenset(d for a in articles for d in (a.time.set_by, *(x.set_by for x in a.timexes)) if d is not None),
        by_name(events),
        frozenset((c.article, (c.start, c.end)) for e in events for c in e.citations),
    )
    return tuple((d, why) for d in decisions.all if (why := next(_reasons(d, outcome), None)))


class _Outcome(Frozen):
    """What has come of all decisions. mentions: by article; dated: decisions that have set a date; cited: stretches."""

    decisions: Decisions
    mentions: Mapping[str, Sequence[EventMention]]
    dated: frozenset[Decision]
    named: Mapping[str, Event]
    cited: frozenset[tuple[str, tuple[int, int]]]

    def entries(self, decision: Decision) -> list[Event]:
        """Those that a decision names, as far as there are such."""
        return [self.named[name] for name in decision.events if name in self.named]


def _reasons(decision: Decision, outcome: _Outcome) -> Iterator[str]:
    """Why a decision does nothing; none where it does."""
    if decision.kind == "event" and not outcome.cited.intersection(decision.cites):
        yield "all that it cites has been taken down"
    if decision.kind in ("merge", "apart"):
        yield from _of_several(decision, outcome.entries(decision))
    if decision.kind in _OF_ONE_VALUE:
        yield from _overruled(decision, outcome)
    if decision.article in outcome.mentions:
        yield from _of_words(decision, outcome)


def _of_words(decision: Decision, outcome: _Outcome) -> Iterator[str]:
    """Of a decision about an article or words of it."""
    mentions = outcome.mentions[decision.article or ""]
    start, end = decision.span or (0, 0)
    if decision.kind in ("date", "published") and decision not in outcome.dated:
        yield "another decision about the same words stands in its way"
    if decision.kind == "not-an-event" and any(m.clause[0] <= start and end <= m.clause[1] for m in mentions):
        yield "these words still tell an event; quote them with the verb"
    if decision.kind in ("split", "move-citation") and not told_in(mentions, decision):
        yield _NO_EVENT
    if decision.kind == "move-citation":
        moved = {m.id for m in told_in(mentions, decision)}
        holder = next((outcome.named[m] for m in moved if m in outcome.named and outcome.named[m].frozen), None)
        yield from (
            f"the entry '{entry.id}' does not take them: {_fixed(entry)}" if entry.frozen or holder is None
            else f"the entry '{holder.id}' keeps them: {_fixed(holder)}"
            for entry in outcome.entries(decision) if moved.isdisjoint(entry.members)
        )  # fmt: skip


def _of_several(decision: Decision, entries: Sequence[Event]) -> Iterator[str]:
    """Of a decision that joins entries or parts them."""
    apart = len({entry.id for entry in entries})
    if len(entries) < len(decision.events):
        return
    if decision.kind == "merge" and apart > 1:
        fixed = next((e for e in entries if e.status in ("accepted", "by hand")), entries[0])
        yield f"they are not one entry: '{fixed.id}' stays by itself, {_fixed(fixed)}"
    if decision.kind == "apart" and apart < len(entries):
        yield "they are still one entry: another decision joins them, or it is accepted as one"


def _overruled(decision: Decision, outcome: _Outcome) -> Iterator[str]:
    """Of a decision that a later one of its kind overrules, by whatever name that calls the entry."""
    for entry in outcome.entries(decision):
        same = [d for d in outcome.decisions.of(decision.kind) if entry in outcome.entries(d)]
        last = same[-1]
        if (last.value, last.more) != (decision.value, decision.more):
            place = last.place
            yield f"line {place.line} of {place.path} says otherwise of this entry, and counts; take one of them out"


def _fixed(entry: Event) -> str:
    """Why an entry takes nothing in."""
    reasons = {
        "accepted": "it is accepted as it is, until somebody accepts it again", "by hand": "it is written by hand",
    }  # fmt: skip
    return reasons.get(entry.status, "another decision stands in the way")

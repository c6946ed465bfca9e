"""Decisions about events that this build does not have: a slip of the pen, or an event that has gone."""

from collections.abc import Collection, Iterable, Iterator

from ..authored.forms import nearest
from ..diagnostics import Diagnostic, error, warning
from ..model import Decision, Decisions, Published

_MOST_HINTS = 30  # ids of which each is told the nearest right one, which takes long among many


def about_events(decisions: Decisions, named: Collection[str]) -> tuple[Diagnostic, ...]:
    """What people should know about ids that stand for nothing here. named: ids that a decision may name.

    An id that was published and has gone is an orphan, a warning; one that nobody has ever seen is an error.
    """
    record = {name: entry for entry in (*decisions.accepted, *decisions.record) for name in (entry.id, *entry.aliases)}
    return tuple(_findings(decisions, named, record))


def without_effect(idle: Iterable[tuple[Decision, str]]) -> tuple[Diagnostic, ...]:
    """What people should know of decisions that change nothing, each with the reason: a warning "idle"."""
    return tuple(
        warning(d.place.path, d.place.line, d.place.column, "idle", f"this '{d.kind}' changes nothing: {why}",
                "mend it, or take it out")
        for d, why in idle
    )  # fmt: skip


def _findings(decisions: Decisions, named: Collection[str], record: dict[str, Published]) -> Iterator[Diagnostic]:
    missing = [(d, event) for d in decisions.all for event in d.events if event not in named]
    known = (*named, *record)
    for n, (decision, event) in enumerate(missing):
        entry = record.get(event)
        yield _gone(decision, entry) if entry else _unknown(decision, event, known if n < _MOST_HINTS else ())


def _gone(decision: Decision, entry: Published) -> Diagnostic:
    place = decision.place
    was = "published" if entry.changes else "accepted"
    message = f"'{entry.id}' (“{entry.title}”) was {was}, and no article tells it any more"
    quoted = next((f"“{c.exact}” in {c.article}" for c in entry.citations if c.span is None), "")
    hint = f"it cited {quoted}, which does not stand there as one place now" if quoted else "take this entry out"
    return warning(place.path, place.line, place.column, "orphan", message, hint)


def _unknown(decision: Decision, event: str, known: Collection[str]) -> Diagnostic:
    meant, place = nearest(event, known), decision.place
    gone = "copy it from the event's page; one that was never published goes with its words"
    hint = f"write '{meant}'" if meant else gone
    return error(place.path, place.line, place.column, "unknown-event", f"there is no event '{event}'", hint)

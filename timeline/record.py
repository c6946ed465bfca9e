"""The public record: in what an event differs from what readers have been shown of it."""

from collections.abc import Iterable, Iterator

from .model import Change, Correction, Event, Published


def differences(before: Published, event: Event) -> tuple[Change, ...]:
    """What readers would see otherwise than published, in the order in which a page has it."""
    return tuple(_differences(before, event))


def change_log(record: Iterable[Published]) -> tuple[Change, ...]:
    """Everything that was published and changed, the newest first."""
    return tuple(sorted((c for entry in record for c in entry.changes), key=lambda c: (c.on, c.event), reverse=True))


def _differences(before: Published, event: Event) -> Iterator[Change]:
    if before.title != event.title:
        yield _change(event, "title", before.title, event.title, "title")
    if before.edtf != event.edtf:
        yield _change(event, "date", before.edtf, event.edtf, "date")
    if before.kind != event.kind:
        yield _change(event, "kind", before.kind, event.kind, "kind")
    if before.tags != event.tags:
        yield _change(event, "tags", ", ".join(before.tags) or None, ", ".join(event.tags) or None, "tags")
    old = {(c.article, " ".join(c.exact.split())) for c in before.citations}
    new = {(c.article, " ".join(c.quote.split())) for c in event.citations}
    for article, words in sorted(old - new):
        yield Change(event.id, "citation", f"{article}: “{words}”", None)
    for article, words in sorted(new - old):
        yield Change(event.id, "citation", None, f"{article}: “{words}”")
    for alias in sorted(set(event.aliases) - set(before.aliases)):
        yield Change(event.id, "merged", alias, event.id)


def _change(event: Event, what: str, before: str | None, after: str | None, corrected: str) -> Change:
    """A change, and the person who has made it, if one has."""
    by_person = next((c for c in event.corrections if c.what.startswith(corrected) and c.after == after), None)
    return Change(event.id, what, before, after, by=person(by_person), reason=by_person.reason if by_person else None)


def person(correction: Correction | None) -> str | None:
    """Who has made a correction; somebody without a name is "a person"."""
    return (correction.by or "a person") if correction else None

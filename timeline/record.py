"""The public record: in what an event differs from what readers have been shown of it."""

from collections.abc import Iterable, Iterator

from .model import Change, Correction, Event, Published, Timeline

#: What a change is, in words; {before} and {after} are what it was and is.
_WORDS = {
    "published": "new",
    "merged": "{before} becomes part of {after}",
    "hidden": "hidden; a page with the reason stays",
    "held": "kept back; a page that says so stays",
    "deleted": "gone: no article tells it any more; a page that says so stays",
    "restored": "shown again",
    "accepted": "accepted by {by}",
}
SOMEBODY = "a person"  # who has decided something and has not given a name


def differences(before: Published, event: Event) -> tuple[Change, ...]:
    """What readers would see otherwise than published, in the order in which a page has it."""
    return tuple(_differences(before, event))


def cited(article: str, quote: str) -> str:
    """A citation as a change names it."""
    return f"{article}: “{' '.join(quote.split())}”"


def citation_of(words: str) -> tuple[str, str]:
    """Article and quotation of a citation as `cited` names it."""
    article, _, quote = words.partition(": ")
    return article, quote.removeprefix("“").removesuffix("”")


def change_log(record: Iterable[Published]) -> tuple[Change, ...]:
    """Everything that was published and changed, the newest first."""
    return tuple(sorted((c for entry in record for c in entry.changes), key=lambda c: (c.on, c.event), reverse=True))


def public_log(timeline: Timeline) -> tuple[Change, ...]:
    """The change log as readers see it, the newest first, with those corrections that no change in it tells of."""
    told = {(c.event, c.after, c.by) for c in timeline.changes} | {(c.event, c.reason, c.by) for c in timeline.changes}
    more = (
        Change(e.id, c.what, c.before, c.after, c.on or "", person(c), c.reason)
        for e in timeline.events for c in e.corrections
        if (e.id, c.after, person(c)) not in told and (c.reason is None or (e.id, c.reason, person(c)) not in told)
    )
    return tuple(sorted((*timeline.changes, *dict.fromkeys(more)), key=lambda c: c.on, reverse=True))


def titles(timeline: Timeline) -> dict[str, str]:
    """What each entry is called, by its id; what one that is not shown any more was called last, if that is told."""
    last = {c.event: c.after for c in reversed(timeline.changes) if c.what in ("published", "title") and c.after}
    return last | {event.id: event.title for event in timeline.events}


def in_words(change: Change) -> str:
    """A change on one line, with who has made it and why."""
    if change.what == "citation":
        words = f"no longer cites {change.before}" if change.before else f"cites {change.after}"
    else:
        form = _WORDS.get(change.what, f"{change.what}: {{before}} → {{after}}")
        words = form.format(before=change.before or "none", after=change.after or "none", by=change.by or SOMEBODY)
    who = f"by {change.by}" if change.by and change.what != "accepted" else ""
    because = ": ".join(part for part in (who, change.reason) if part)
    return f"{words}  ({because})" if because else words


def _differences(before: Published, event: Event) -> Iterator[Change]:
    if before.title != event.title:
        yield _change(event, "title", before.title, event.title, before)
    if before.edtf != event.edtf:
        yield _change(event, "date", before.edtf, event.edtf, before)
    if before.kind != event.kind:
        yield _change(event, "kind", before.kind, event.kind, before)
    if before.tags != event.tags:
        yield _change(event, "tags", ", ".join(before.tags) or None, ", ".join(event.tags) or None, before)
    old = {(c.article, " ".join(c.exact.split())) for c in before.citations}
    new = {(c.article, " ".join(c.quote.split())) for c in event.citations}
    for article, words in sorted(old - new):
        yield Change(event.id, "citation", cited(article, words), None)
    for article, words in sorted(new - old):
        yield Change(event.id, "citation", None, cited(article, words))
    for alias in sorted(set(event.aliases) - set(before.aliases)):
        yield Change(event.id, "merged", alias, event.id)


def _change(event: Event, what: str, before: str | None, after: str | None, published: Published) -> Change:
    """A change, and the person who has made it, if one has: what they have corrected says so, or leads to it."""
    direct = (c for c in event.corrections if c.what == what and c.after == after)
    logged = {(c.by, c.reason) for c in published.changes}
    leading = (
        c for c in event.corrections
        if what == "date" and c.what in ("date", "publication date") and (person(c), c.reason) not in logged
    )
    correction = next(direct, None) or next(leading, None)
    reason = correction.reason if correction else None
    return Change(event.id, what, before, after, by=person(correction), reason=reason)


def person(correction: Correction | None) -> str | None:
    """Who has made a correction; somebody without a name is "a person"."""
    return (correction.by or SOMEBODY) if correction else None

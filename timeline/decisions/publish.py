"""A timeline that is about to be public → the entries of the record that it makes or changes."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..called import acceptances
from ..frozen import replace
from ..model import Change, Citation, Cited, Decision, Decisions, Document, Event, Gone, Published, Timeline
from ..record import SOMEBODY, citation_of, differences
from .load import Target
from .quotes import quoting

#: Kinds of decision that can take words out of an entry.
_OF_WORDS = ("move-citation", "split", "not-an-event", "not-a-date", "date")


def published(timeline: Timeline, decisions: Decisions, today: str) -> tuple[Published, ...]:
    """New and changed entries, in the order of their ids. `timeline` holds only what may be published; today: ISO date.

    What has not changed for readers is not among them.
    """
    texts = {a.document.id: a.document for a in timeline.articles}
    before = {entry.id: entry for entry in decisions.record}
    accepted = acceptances(timeline.events, decisions)
    after = {
        e.id: _entry(e, before.get(e.id), texts, accepted.get(e.id), decisions, today) for e in timeline.events
    }  # fmt: skip
    gone = {g.id: g for g in timeline.gone if g.sort == "event"}
    after |= {i: _departed(before[i], gone[i], decisions, today) for i in before.keys() & gone.keys()}
    return tuple(entry for i, entry in sorted(after.items()) if entry != _plain(before.get(i)))


def as_accepted(event: Event, texts: Mapping[str, Document], on: str) -> Published:
    """An event as somebody accepts it on a day (ISO date). texts: articles by id."""
    return Published(
        event.id, event.title, event.edtf, event.kind, "public",
        tuple(_cited(citation, texts[citation.article]) for citation in event.citations),
        event.tags, event.aliases, None, None, on,
    )  # fmt: skip


def changes(timeline: Timeline, decisions: Decisions) -> tuple[Change, ...]:
    """What readers would see otherwise than published, by event."""
    logged = {entry.id: len(entry.changes) for entry in decisions.record}
    return tuple(c for entry in published(timeline, decisions, "") for c in entry.changes[logged.get(entry.id, 0):])


def _plain(entry: Published | None) -> Published | None:
    """An entry without the places that only one build knows."""
    return replace(entry, citations=tuple(replace(c, span=None) for c in entry.citations)) if entry else None


def _entry(
    event: Event,
    before: Published | None,
    texts: Mapping[str, Document],
    acceptance: Decision | None,
    decisions: Decisions,
    today: str,
) -> Published:
    names = (event.id, *event.aliases, *event.members)
    accepted = (acceptance.on or "yes") if acceptance else None
    news = (_attributed(c, names, decisions, texts) for c in _news(event, before, acceptance, accepted))
    log = tuple(replace(c, on=today) for c in news)
    if before is not None and not log:
        return replace(_plain(before) or before, accepted=accepted)
    return Published(
        event.id, event.title, event.edtf, event.kind, "public",
        tuple(_cited(citation, texts[citation.article]) for citation in _in_order(event, before)),
        event.tags, event.aliases, None, None, accepted, (*(before.changes if before else ()), *log),
    )  # fmt: skip


def _in_order(event: Event, before: Published | None) -> list[Citation]:
    """The citations of an event, those first that were published before: its id stays with the first if it is split."""
    known = [(c.article, c.span) for c in before.citations] if before else []
    rank = {place: n for n, place in enumerate(known)}
    return sorted(event.citations, key=lambda c: rank.get((c.article, (c.start, c.end)), len(rank)))


def _news(
    event: Event, before: Published | None, acceptance: Decision | None, accepted: str | None
) -> Iterable[Change]:
    """What is new about an event for its readers."""
    if before is None:
        return (Change(event.id, "published", None, event.title),)
    news = differences(before, event)
    if before.status != "public":
        news = (Change(event.id, "restored", before.status, event.title), *news)
    if acceptance and accepted != before.accepted:
        by = acceptance.by or SOMEBODY
        news = (*news, Change(event.id, "accepted", by=by, reason=acceptance.reason))
    return news


def _cited(citation: Citation, document: Document) -> Cited:
    whole = citation.start == citation.end  # the source as such is cited, not words of it
    target = Target("") if whole else quoting(document.text, (citation.start, citation.end))
    edtf = citation.timex.edtf if citation.timex else None
    return Cited(
        citation.article, target.exact, target.prefix, target.suffix, citation.mention, citation.role, edtf
    )


def _departed(before: Published, gone: Gone, decisions: Decisions, today: str) -> Published:
    """An event that was public and is not any more."""
    if (before.status, before.into, before.reason) == (gone.status, gone.into, gone.reason):
        return _plain(before) or before
    change = Change(before.id, gone.status, before.title, gone.into, today, gone.by, gone.reason)
    change = _attributed(change, (before.id, gone.into or ""), decisions, {})
    return replace(
        _plain(before) or before, status=gone.status, into=gone.into, reason=gone.reason, accepted=None,
        changes=(*before.changes, change),
    )  # fmt: skip


# ---------------------------------------------------------------- who has done it
def _attributed(
    change: Change, names: Collection[str], decisions: Decisions, texts: Mapping[str, Document]
) -> Change:
    """A change with the person whose decision has made it, where it is one. names: of the event."""
    if change.by is not None:
        return change
    decision = next(_behind(change, {*names, change.event}, decisions, texts), None)
    return replace(change, by=decision.by or SOMEBODY, reason=decision.reason) if decision else change


def _behind(
    change: Change, names: Collection[str], decisions: Decisions, texts: Mapping[str, Document]
) -> Iterator[Decision]:
    """Decisions that a change can come from."""
    if change.what == "merged":
        joined = {*names, change.before, change.after}
        yield from (d for d in decisions.of("merge") if len(joined.intersection(d.events)) > 1)
    if change.what == "citation":
        article, quote = citation_of(change.before or change.after or "")
        if change.before is not None:
            yield from decisions.of("withdraw", article)
        for kind in _OF_WORDS:
            yield from (d for d in decisions.of(kind, article) if _quoted(d, quote, texts))
        if change.after is not None:
            yield from (d for d in decisions.of("merge") if set(d.events) & set(names))


def _quoted(decision: Decision, quote: str, texts: Mapping[str, Document]) -> bool:
    """Are the words of a decision among those of a citation, or those among them?"""
    document = texts.get(decision.article or "")
    if document is None or decision.span is None:
        return False
    words = " ".join(document.text[slice(*decision.span)].split())
    return words in quote or quote in words

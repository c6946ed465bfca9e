"""Ids that people name → the mentions of this build that they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...frozen import replace
from ...model import Analysis, Cited, Decision, Decisions, EventMention, Published, Span

#: Decisions that move a citation, by the article that it is of.
Moves = Mapping[str, Sequence[Decision]]


def by_mentions(decisions: Decisions, analyses: Iterable[Analysis]) -> Decisions:
    """Decisions with ids of mentions in place of published ids that are no mention's any more.

    An id is a mention's own as long as the words are as they were, and nobody has moved them to another event; the
    record leads on from there.
    """
    before = decisions.known()
    if not before:
        return decisions
    mentions = [m for a in analyses for m in a.mentions]
    known, record = {m.id for m in mentions}, {e.id: e for e in before}
    aliases = {alias: e.id for e in before for alias in e.aliases}
    places = _by_article(mentions)
    moved = moves(decisions)
    left = {c.mention for e in before for c in e.citations if is_moved(c, e, moved)}

    def meant(event: str) -> str:
        entry = record.get(event) or record.get(aliases.get(event, ""))
        if entry is None or (event in known and event not in left):
            return event
        return next((m for c in by_staying(entry, moved) if (m := _mention(c, known, places))), event)

    return replace(decisions, all=tuple(replace(d, events=tuple(map(meant, d.events))) for d in decisions.all))


def overlaps(a: Span, b: Span) -> bool:
    """Have two stretches a character in common?"""
    return a[0] < b[1] and b[0] < a[1]


def _by_article(mentions: Iterable[EventMention]) -> Mapping[str, Sequence[EventMention]]:
    found: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(mention)
    return found


def moves(decisions: Decisions) -> Moves:
    """The decisions that move a citation to another event, by the article that it is of."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.of("move-citation"):
        found[decision.article or ""].append(decision)
    return found


def by_staying(entry: Published, moved: Moves) -> list[Cited]:
    """The citations that tell which event it is, those last that a person has moved to another one.

    What was moved to it tells nothing of it, as long as it has any words of its own.
    """
    names = {entry.id, *entry.aliases}
    own = [c for c in entry.citations if not any(names.intersection(d.events) for d in _about(c, moved))]
    return sorted(own or entry.citations, key=lambda c: is_moved(c, entry, moved))


def is_moved(words: Cited, entry: Published, moved: Moves) -> bool:
    """Has a person moved the words that an event cited to another event?"""
    about = _about(words, moved)
    names = {entry.id, *entry.aliases, *(c.mention for c in entry.citations if c != words)} if about else set()
    return any(not names.intersection(d.events) for d in about)


def _about(words: Cited, moved: Moves) -> list[Decision]:
    """Those that are about these words."""
    span = words.span
    return [d for d in moved.get(words.article, ()) if d.span and overlaps(d.span, span)] if span else []


def _mention(cited: Cited, known: set[str], places: Mapping[str, Sequence[EventMention]]) -> str | None:
    if cited.mention in known or cited.span is None:
        return cited.mention if cited.mention in known else None
    there = [m for m in places.get(cited.article, ()) if overlaps(m.quote, cited.span)]
    dated = [m for m in there if m.expression is not None] or there
    return dated[0].id if len(dated) == 1 else None

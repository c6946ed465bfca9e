"""Ids that people name → the mentions of this build that they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Analysis, Cited, Decision, Decisions, EventMention, Published, Span


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
    moved = {c.mention for e in before for c in e.citations if is_moved(c, e, decisions)}

    def meant(event: str) -> str:
        entry = record.get(event) or record.get(aliases.get(event, ""))
        if entry is None or (event in known and event not in moved):
            return event
        return next((m for c in by_staying(entry, decisions) if (m := _mention(c, known, places))), event)

    return replace(decisions, all=tuple(replace(d, events=tuple(map(meant, d.events))) for d in decisions.all))


def overlaps(a: Span, b: Span) -> bool:
    """Have two stretches a character in common?"""
    return a[0] < b[1] and b[0] < a[1]


def _by_article(mentions: Iterable[EventMention]) -> Mapping[str, Sequence[EventMention]]:
    found: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(mention)
    return found


def by_staying(entry: Published, decisions: Decisions) -> list[Cited]:
    """The citations that tell which event it is, those last that a person has moved to another one.

    What was moved to it tells nothing of it, as long as it has any words of its own.
    """
    names = {entry.id, *entry.aliases}
    moves = decisions.of("move-citation")
    own = [c for c in entry.citations if not any(_moves(d, c) and names.intersection(d.events) for d in moves)]
    return sorted(own or entry.citations, key=lambda c: is_moved(c, entry, decisions))


def is_moved(words: Cited, entry: Published, decisions: Decisions) -> bool:
    """Has a person moved the words that an event cited to another event?"""
    names = {entry.id, *entry.aliases, *(c.mention for c in entry.citations if c != words)}
    return any(_moves(d, words) and not names.intersection(d.events) for d in decisions.of("move-citation"))


def _moves(decision: Decision, words: Cited) -> bool:
    """Is a decision to move a citation about these words?"""
    if decision.article != words.article or decision.span is None or words.span is None:
        return False
    return overlaps(decision.span, words.span)


def _mention(cited: Cited, known: set[str], places: Mapping[str, Sequence[EventMention]]) -> str | None:
    if cited.mention in known or cited.span is None:
        return cited.mention if cited.mention in known else None
    there = [m for m in places.get(cited.article, ()) if overlaps(m.quote, cited.span)]
    dated = [m for m in there if m.expression is not None] or there
    return dated[0].id if len(dated) == 1 else None

"""Ids that people name → the mentions of this build that they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Analysis, Cited, Decisions, EventMention, Published, Span


def by_mentions(decisions: Decisions, analyses: Iterable[Analysis]) -> Decisions:
    """Decisions with ids of mentions in place of published ids that are no mention's any more.

    An id is a mention's own as long as the words are as they were; the record leads on from there.
    """
    before = decisions.known()
    if not before:
        return decisions
    mentions = [m for a in analyses for m in a.mentions]
    known, record = {m.id for m in mentions}, {e.id: e for e in before}
    aliases = {alias: e.id for e in before for alias in e.aliases}
    places = _by_article(mentions)

    def meant(event: str) -> str:
        entry = record.get(event) or record.get(aliases.get(event, ""))
        return event if event in known or entry is None else _first(entry, known, places) or event

    return replace(decisions, all=tuple(replace(d, events=tuple(map(meant, d.events))) for d in decisions.all))


def overlaps(a: Span, b: Span) -> bool:
    """Have two stretches a character in common?"""
    return a[0] < b[1] and b[0] < a[1]


def _by_article(mentions: Iterable[EventMention]) -> Mapping[str, Sequence[EventMention]]:
    found: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(mention)
    return found


def _first(entry: Published, known: set[str], places: Mapping[str, Sequence[EventMention]]) -> str | None:
    """The mention that its first citation stands for that can still be told."""
    return next((m for c in entry.citations if (m := _mention(c, known, places))), None)


def _mention(cited: Cited, known: set[str], places: Mapping[str, Sequence[EventMention]]) -> str | None:
    if cited.mention in known or cited.span is None:
        return cited.mention if cited.mention in known else None
    there = [m for m in places.get(cited.article, ()) if overlaps(m.quote, cited.span)]
    dated = [m for m in there if m.expression is not None] or there
    return dated[0].id if len(dated) == 1 else None

"""The news that two articles open with: the day of which one speaks first is a day that the other's opening names.

What an article reports may stand in another clause than its day ("the ministry said on Thursday that the bridge was
open again"), so that no link joins the words themselves. Here the openings are compared as a whole.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...frozen import Frozen
from ...language.event_lexicon import load_events
from ...model import Analysis, EventMention, Link, TimeExpression
from ..recognise import plain_fields

#: How alike openings are that tell the same news; or how much of headline and first sentence two mentions share, and
#: how good the link between them is. Where the first weekday or date of one can be only one day of the other's opening,
#: nine in ten reports so alike mean that day, as reports with blanked dates showed: it is believed like a good link.
_SAME_NEWS, _CENTRAL, _LINKED = 0.3, 0.5, 0.8
#: So alike are those that tell of no kind of event in common.
_OTHER_KINDS = 0.4
SAME_NEWS_ODDS = 2.0
#: Of these, two reports of one event give the same figure; of people they count now more, now fewer.
_TELLING_UNITS = frozenset({"percent", "$", "€", "£"})
#: Paragraphs in which a report names its news and the day.
_OPENING = 3
#: Groups of events that tell nothing by themselves.
_EMPTY = frozenset({"", "statement", "any", "start", "end"})
_WORD_OR_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}|[^\W\d_]+")
#: Of one event no report tells so many times as many dead as another of these days.
_TOLLS_APART = 2.5
_WORD = re.compile(r"[^\W\d_]+")


class Opening(Frozen):
    """How an article begins.

    told: indices of its expressions that are not told as to come; first: of the first that is a weekday or a date
    without its year. words: what is told, and of whom; names: of whom alone; said: all its words. groups: of the events
    that are told; turns: what tells one time of something from the next – which quarter, which in a row, how many
    percent or how much money – by what is counted; tolls: how many were killed or hurt.
    """

    first: int | None
    told: tuple[int, ...]
    words: frozenset[str]
    names: frozenset[str]
    said: frozenset[str]
    groups: frozenset[str]
    turns: Mapping[str, frozenset[float]]
    tolls: frozenset[float]


def opening(analysis: Analysis) -> Opening:
    """The opening of an article."""
    blocks, xs = analysis.document.blocks, analysis.expressions
    body = [n for n, block in enumerate(blocks) if block.role == "body"][:_OPENING]
    told = tuple(n for n, x in enumerate(xs) if x.block in body and x.direction <= 0 and not x.quoted)
    first = next((n for n in told if _is_part_of_a_date(xs[n])), None)
    end = blocks[body[-1]].end if body else 0
    names = frozenset(_names(analysis, end))
    words = names.union(*(m.words for m in _told(analysis, end)))
    said = frozenset(_WORD.findall(analysis.document.text[:end].lower()))
    groups, turns, tolls = _groups(analysis, end), _turns(analysis, end), _tolls(analysis, end)
    return Opening(first, told, words, names, said, groups, turns, tolls)


def _is_part_of_a_date(x: TimeExpression) -> bool:
    fields = plain_fields(x.term)
    return fields is not None and fields.year is None and bool(fields.weekday or fields.day)


def _told(analysis: Analysis, end: int) -> Iterator[EventMention]:
    return (m for m in analysis.mentions if m.quote[0] < end)


def _names(analysis: Analysis, end: int) -> Iterator[str]:
    return (word for m in _told(analysis, end) for p in m.participants for word in p.key.split())


def _groups(analysis: Analysis, end: int) -> frozenset[str]:
    lexicon = load_events(analysis.document.meta.language)
    return frozenset(lexicon.group(m.event_class) for m in _told(analysis, end)) - _EMPTY


def _turns(analysis: Analysis, end: int) -> dict[str, frozenset[float]]:
    found: defaultdict[str, set[float]] = defaultdict(set)
    for x in analysis.expressions:
        fields = plain_fields(x.term)
        if x.start < end and fields is not None and fields.quarter is not None:
            found["quarter"].add(fields.quarter)
    for mention in _told(analysis, end):
        if mention.ordinal is not None:
            found[f"number of {mention.event_class or mention.lemma}"].add(mention.ordinal)
        for quantity in mention.quantities:
            if quantity.unit in _TELLING_UNITS:
                found[quantity.unit].add(quantity.value)
    return {what: frozenset(numbers) for what, numbers in found.items()}


def _tolls(analysis: Analysis, end: int) -> frozenset[float]:
    """The numbers that stand right behind a word of violence: "killed six people"."""
    lexicon = load_events(analysis.document.meta.language)
    words = _WORD_OR_NUMBER.findall(analysis.document.text[:end].lower())
    found = set()
    for word, after in pairwise(words):
        number = lexicon.numbers.get(after) or (int(after.replace(",", "")) if after[0].isdigit() else 0)
        if number and any(lexicon.group(kind) == "violence" for kind in lexicon.kinds(word)):
            found.add(float(number))
    return frozenset(found)


def same_news(
    openings: Mapping[int, Opening],
    neighbours: Mapping[int, set[int]],
    analyses: Sequence[Analysis],
    links: Sequence[Link],
) -> dict[int, Sequence[int]]:
    """The neighbours of each article that open with the same news, by their numbers."""
    linked = set(_linked(analyses, links))

    def is_same(n: int, k: int) -> bool:
        alike = (n, k) in linked or _are_alike(openings[n], openings[k])
        return alike and not are_turns(openings[n], openings[k])

    return {n: [k for k in sorted(neighbours.get(n, ())) if k in openings and is_same(n, k)] for n in openings}


def are_turns(a: Opening, b: Opening) -> bool:
    """Do two articles open with two times of the same: the third quarter and the first, two dead and six?"""
    far = [max(x, y) > _TOLLS_APART * min(x, y) for x in a.tolls for y in b.tolls]
    apart = (a.turns[what].isdisjoint(b.turns[what]) for what in a.turns.keys() & b.turns.keys())
    return (bool(far) and all(far)) or any(apart)


def _are_alike(a: Opening, b: Opening) -> bool:
    """Do they tell much in the same words, of the same people and places, and of the same kind of events?"""
    strangers = a.names and b.names and a.names.isdisjoint(b.said) and b.names.isdisjoint(a.said)
    enough = _OTHER_KINDS if a.groups.isdisjoint(b.groups) else _SAME_NEWS
    return not strangers and len(a.words & b.words) > enough * math.sqrt(len(a.words) * len(b.words))


def _linked(analyses: Sequence[Analysis], links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """Articles whose news is linked, by their numbers, both ways."""
    news = {m.id: n for n, a in enumerate(analyses) for m in a.mentions if _is_news(m)}
    for link in links:
        if link.score >= _LINKED and link.a in news and link.b in news:
            yield news[link.a], news[link.b]
            yield news[link.b], news[link.a]


def _is_news(mention: EventMention) -> bool:
    return mention.central >= _CENTRAL and mention.kind == "event" and mention.factuality == "happened"

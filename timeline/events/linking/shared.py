"""What several reports of the same days say that somebody said, none of them with a date: one statement.

An article quotes many people, and each sentence of it would make an entry. What a second report has as well is worth
one, and of its days.
"""

from collections import defaultdict
from collections.abc import Collection as Set
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from ...frozen import replace
from ...model import DocumentTime, EventMention
from ..dating.news import CENTRAL, TOLD_BY_SEVERAL, is_told_now, news_time
from .collection import Collection
from .likeness import Likeness
from .profiles import Profile

_SAME_DAYS = 1.5  # log odds for two that are told as news of the same days
_ALIKE = 0.2  # how much of its words two clauses share at least, if they quote nothing alike
_SEVERAL = 3  # articles that must have it; two are enough where both quote the same words and one headlines it

Odds = dict[tuple[str, str], float]


def shared_statements(
    mentions: Sequence[EventMention], written: Mapping[str, DocumentTime], collection: Collection
) -> tuple[list[list[EventMention]], Odds]:
    """Groups of those mentions that several articles tell, one for a speaker's days, and the log odds of their pairs.

    mentions: without a date, and of no event that has one. written: article → when it was written.
    """
    days = {article: news for article, time in written.items() if (news := news_time(time)) is not None}
    told = {m.id: m for m in mentions if m.article in days and is_told_now(m)}
    odds, verbatim = {}, set[str]()
    for a, b in _pairs(told, collection):
        likeness = collection.compare(a, b)
        value = likeness.logit + _SAME_DAYS
        same_days = days[told[a].article].meets(days[told[b].article])
        one_speaker = _one_speaker(collection.profiles[a], collection.profiles[b])
        if value > 0 and same_days and one_speaker and _say_the_same(likeness):
            odds[a, b] = value
            verbatim.update((a, b) if likeness.verbatim else ())
    groups = _joined(odds)
    kept = [g for g in groups if _is_news(g, told, verbatim)]
    return [[replace(told[i], relation=TOLD_BY_SEVERAL) for i in g] for g in kept], odds


def _joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """What hangs together by pairs, each group in order, the groups by their first."""
    group: dict[str, set[str]] = {}
    for a, b in pairs:
        both = group.get(a, {a}) | group.get(b, {b})
        group.update(dict.fromkeys(both, both))
    return sorted(sorted(g) for g in {id(g): g for g in group.values()}.values())


def _is_news(group: Sequence[str], told: Mapping[str, EventMention], verbatim: Set[str]) -> bool:
    alike = all(i in verbatim for i in group) and any(told[i].central >= CENTRAL for i in group)
    return alike or len({told[i].article for i in group}) >= _SEVERAL


def _pairs(told: Mapping[str, EventMention], collection: Collection) -> Iterator[tuple[str, str]]:
    """Pairs of one speaker, or with the same words in quotation marks, in two articles of one story; each once."""
    blocks: defaultdict[str, defaultdict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for i in sorted(told):
        profile = collection.profiles[i]
        for name in sorted(profile.subject):
            blocks[told[i].article]["by", name].append(i)
        for run in sorted(profile.quoted):
            blocks[told[i].article]["said", run].append(i)
    pairs: set[tuple[str, str]] = set()
    for article, own in blocks.items():
        for other in collection.kin[article]:
            if other > article and other in blocks:
                for key in own.keys() & blocks[other].keys():
                    pairs.update(product(own[key], blocks[other][key]))
    yield from sorted((a, b) if a < b else (b, a) for a, b in pairs)


def _one_speaker(a: Profile, b: Profile) -> bool:
    """May both be said by the same: is the shorter name within the longer, or one a pronoun?"""
    return a.subject <= b.subject or b.subject <= a.subject


def _say_the_same(likeness: Likeness) -> bool:
    return likeness.verbatim or likeness.core >= _ALIKE or likeness.words >= _ALIKE

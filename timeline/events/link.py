"""Which mentions may be one event, before any date is known: scored pairs of mentions of one story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from ..model import Analysis, Decisions, EventMention, Link
from .dating.compatibility import CONFLICT, exclude, expression_of
from .linking.collection import Collection
from .linking.likeness import probability
from .linking.profiles import Profile

_ZONES = 1  # days by which two reports of one event may differ
_KEEP = 0.1  # weaker pairs are not even proposed
_STRONG = 0.5  # good enough to date with
_MARGIN = 0.8  # log odds by which it must be better than any rival
_KEPT_PER_MENTION = 24

Key = tuple[str, ...]
_WORD = "word"  # first of a key that is a word


def link(analyses: Sequence[Analysis], collection: Collection, decisions: Decisions) -> tuple[Link, ...]:
    """Scored pairs of mentions, of one article or of two of one story, in the order of their ids.

    A pair is `strong` when it is good and neither end has a rival: another mention, of the same article as the far end
    and not alike to it, that fits nearly as well. A pair that a person has merged is strong whatever its score.
    `collection` is what `collection.collect` has prepared of the same analyses.
    """
    by_article = {a.document.id: a for a in analyses}
    scored: _Scored = {}
    for a, b in _candidates(collection, by_article):
        one, other = collection.profiles[a].mention, collection.profiles[b].mention
        if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
            continue
        excluded = _excluded(one, other, by_article, 0 if one.article == other.article else _ZONES)
        if excluded and (one.article == other.article or not collection.once(a, b)):
            continue
        odds = collection.compare(a, b).logit
        if odds >= -CONFLICT if excluded else probability(odds) >= _KEEP:
            scored[a, b] = (one, other, odds)
    merged = {tuple(sorted(pair)) for d in decisions.of("merge") for pair in combinations(d.events, 2)}
    return _links(_best({pair: scored[pair] for pair in sorted(scored)}), merged, by_article, collection)


def _candidates(collection: Collection, analyses: Mapping[str, Analysis]) -> Iterator[tuple[str, str]]:
    """Pairs with a dated end that share a key, of one article or of two that are kin; each pair once.

    An article's keys are known no longer than one of its kin has to be compared with it: of a large collection they
    would take more room than the articles.
    """
    profiles: defaultdict[str, list[Profile]] = defaultdict(list)
    for item in collection.profiles.values():
        profiles[item.mention.article].append(item)
    blocks: dict[str, dict[Key, list[EventMention]]] = {}
    for article in sorted(profiles):
        later = [other for other in collection.kin[article] if other > article and other in profiles]
        for needed in (article, *later):
            if needed not in blocks:
                blocks[needed] = _blocks(profiles[needed], analyses[needed])
        own = blocks.pop(article)
        pairs: set[tuple[str, str]] = set()
        for key, members in own.items():
            pairs.update(_pairs(key, combinations(members, 2)))
        for other in later:
            theirs = blocks[other]
            for key in own.keys() & theirs.keys():
                pairs.update(_pairs(key, product(own[key], theirs[key])))
        yield from pairs


def _blocks(profiles: Iterable[Profile], analysis: Analysis) -> dict[Key, list[EventMention]]:
    """The mentions of an article by their keys."""
    found: dict[Key, list[EventMention]] = {}
    for item in profiles:
        for key in _keys(item, analysis):
            found.setdefault(key, []).append(item.mention)
    return found


def _pairs(key: Key, together: Iterable[tuple[EventMention, EventMention]]) -> Iterator[tuple[str, str]]:
    """Pairs of ids in order. By a mere word only what has no names is looked for."""
    for a, b in together:
        if key[0] == _WORD and a.participants and b.participants:
            continue
        if a.expression is not None or b.expression is not None:
            yield (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _keys(item: Profile, analysis: Analysis) -> Iterator[Key]:
    """What two mentions of one event nearly always share one of: a name or a word that is rare in its
    article with a kind of event, two names, a number.
    """
    mention, names = item.mention, list(item.names.weights)
    for name in names:
        yield "kind", name, item.group or mention.lemma
    yield from (("names", a, b) for a, b in combinations(names[:8], 2))
    if mention.event_class:
        yield from ((_WORD, mention.event_class, word) for word in item.telling)
    yield from (("said", run) for run in item.within)
    yield from (("number", f"{value:g}", unit) for value, unit in item.numbers)
    expression = expression_of(mention, analysis)
    if expression is not None:
        yield "day", repr(expression.term), item.group or mention.lemma


def _excluded(a: EventMention, b: EventMention, analyses: Mapping[str, Analysis], slack: int) -> bool:
    first, second = expression_of(a, analyses[a.article]), expression_of(b, analyses[b.article])
    return first is not None and second is not None and exclude(first.term, second.term, slack)


#: Two mentions with the log odds that they are one event, by their ids.
_Scored = dict[tuple[str, str], tuple[EventMention, EventMention, float]]


def _best(scored: _Scored) -> _Scored:
    """The best pairs of each mention, so that a much told event does not cost the square of its tellings."""
    ranks: defaultdict[str, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
    for pair, (_, _, odds) in scored.items():
        for end in pair:
            ranks[end].append((-odds, pair))
    kept = {pair for ranked in ranks.values() for _, pair in sorted(ranked)[:_KEPT_PER_MENTION]}
    return {pair: value for pair, value in scored.items() if pair in kept}


def _links(
    scored: _Scored, merged: set[tuple[str, ...]], analyses: Mapping[str, Analysis], collection: Collection
) -> tuple[Link, ...]:
    partners: defaultdict[str, list[tuple[float, EventMention]]] = defaultdict(list)
    alike = {}
    for (x, y), (a, b, odds) in scored.items():
        partners[x].append((odds, b))
        partners[y].append((odds, a))
        alike[x, y] = alike[y, x] = odds
    out = []
    for (x, y), (a, b, odds) in scored.items():
        score = probability(odds)
        strong = a.article != b.article and score >= _STRONG and _both_dated(a, b) and not _excluded(a, b, analyses, 0)
        strong = strong and not (_rival(a, b, odds, partners, alike) or _rival(b, a, odds, partners, alike))
        by_hand = (x, y) in merged
        near = 1.0 if by_hand else round(collection.near(a.article, b.article), 3)
        out.append(Link(x, y, round(score, 4), strong or by_hand, near=near))
    return tuple(out)


def _both_dated(a: EventMention, b: EventMention) -> bool:
    return a.expression is not None and b.expression is not None


def _rival(
    a: EventMention,
    b: EventMention,
    odds: float,
    partners: Mapping[str, Sequence[tuple[float, EventMention]]],
    alike: Mapping[tuple[str, str], float],
) -> bool:
    """Would another dated mention of b's article, not one with b, fit a nearly as well?"""
    for other_odds, other in partners[a.id]:
        if other.article != b.article or other.id == b.id or other.expression in (None, b.expression):
            continue
        if other_odds > odds - _MARGIN and alike.get((other.id, b.id), -1.0) < 0:
            return True
    return False

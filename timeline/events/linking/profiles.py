"""What of each mention is compared with others: who, what, how many, in which words.

Everything is taken from the mention's own article, so that an article about something else cannot change a score. A
name or word weighs less the more mentions of its article have it: in a report on two firms their names tell nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ...frozen import Frozen, packed
from ...language.event_lexicon import EventLexicon
from ...model import EventMention, Participant
from ..extracting.passing import PASSING
from .verbatim import telling, within

_EMPTY = frozenset({"statement", "any", ""})  # groups that do not tell what happened
_TAKING_PART = ("subject", "place")  # roles
_RAREST = 5  # words by which a mention without names is looked for


class Bag(Frozen):
    """Words with their weights in one article, and the length of that vector."""

    weights: Mapping[str, float]
    length: float


class Profile(Frozen):
    """What of a mention is compared. group: of its class; groups: of all event words in its quotation; told: classes of
    the event words of its own clause, by which one knows what a statement is about; core: all words of that clause;
    telling: its words that are rarest in its article; once: what it tells of happens to somebody but once; aspect: it
    tells only that something begins or ends; act: class of a statement that does what it names; named: how many names
    it has.
    """

    mention: EventMention
    group: str
    groups: frozenset[str]
    told: frozenset[str]
    names: Bag
    words: Bag
    core: Bag
    subject: frozenset[str]
    numbers: frozenset[tuple[float, str]]
    units: frozenset[str]
    telling: tuple[str, ...]
    once: bool
    aspect: bool
    act: str | None
    named: int
    quoted: frozenset[str]
    within: frozenset[str]


def profiles(mentions: Sequence[EventMention], lexicon: EventLexicon) -> tuple[Profile, ...]:
    """Prepare the mentions of one article: what many of them share weighs little, if it is more than mentioned."""
    named = [_names(p for p in m.participants if not _only_says_so(p, m)) for m in mentions]
    told = [m for m in mentions if m.relation != PASSING]
    names = Counter(n for m, own in zip(mentions, named, strict=True) if m.relation != PASSING for n in own)
    words = Counter(w for m in told for w in m.words)
    core = Counter(w for m in told for w in m.told)
    return tuple(_profile(m, own, names, words, core, lexicon) for m, own in zip(mentions, named, strict=True))


def _only_says_so(participant: Participant, mention: EventMention) -> bool:
    """Does somebody tell what happened, and has no other part in it?"""
    return participant.role not in _TAKING_PART and participant.name in (mention.attribution or "")


def _profile(
    mention: EventMention,
    names: frozenset[str],
    all_names: Mapping[str, int],
    all_words: Mapping[str, int],
    all_told: Mapping[str, int],
    lexicon: EventLexicon,
) -> Profile:
    numbers = {(q.value, q.unit) for q in mention.quantities}
    known = lexicon.classes.get(mention.event_class)
    return Profile(
        mention,
        lexicon.group(mention.event_class),
        packed({lexicon.group(c) for c in _classes(mention, mention.words, lexicon)} - _EMPTY),
        _classes(mention, mention.told, lexicon),
        _bag(names, all_names),
        _bag(mention.words, all_words),
        _bag(mention.told, all_told),
        _names(p for p in mention.participants if p.role == "subject"),
        packed(numbers),
        packed({unit for _, unit in numbers}),
        tuple(sorted(mention.words, key=lambda word: (all_words[word], word))[:_RAREST]),
        known is not None and known.once,
        known is not None and known.aspect,
        known.name if known is not None and known.act else None,
        len({p.key for p in mention.participants}),
        telling(mention.quoted),
        within(mention.quoted),
    )


def _names(participants: Iterable[Participant]) -> frozenset[str]:
    return packed({word.strip("#@") for p in participants for word in p.key.split()})


@cache
def _weight(count: int) -> float:
    """Of a word that so many mentions of its article have; one number for all of them."""
    return 1 / math.sqrt(max(1, count))


def _bag(terms: Iterable[str], counts: Mapping[str, int]) -> Bag:
    weights = {t: _weight(counts[t]) for t in sorted(terms)}
    return Bag(weights, math.sqrt(sum([w * w for w in weights.values()])))


def _classes(mention: EventMention, words: Iterable[str], lexicon: EventLexicon) -> frozenset[str]:
    """Classes of a mention and of event words told with it; statements and what may be anything are left out."""
    classes = {mention.event_class}
    for word in words:
        form = lexicon.verbs.get(word)
        classes.add((form.event_class if form else None) or lexicon.nouns.get(word, ("", ""))[1])
    return packed({c for c in classes if c and lexicon.group(c) not in _EMPTY})

"""How alike two mentions are, dates apart: who, what, how many, in which words.

Everything is computed from the two articles alone, so that an article about something else cannot change a score. A
name or word weighs less the more mentions of its article have it: in a report on two firms their names tell nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ...frozen import Frozen, packed
from ...language.event_lexicon import EventLexicon, load_events
from ...model import Analysis, EventMention, Participant
from ..extracting.passing import PASSING
from .company import company
from .kinship import Kinship, Strangers, kinship, strangers
from .verbatim import telling, within

#: Weights of the logistic score, one for each part of `Likeness`; the bias is for nothing in common.
_BIAS = -7.0
_TRIGGER, _NAMES, _WORDS, _GROUPS, _CENTRAL = 3.4, 3.5, 2.0, 1.3, 3.0
_SAME_NUMBER, _OTHER_NUMBER = 1.2, -0.8
_KIN, _NUMBERED, _SAID, _OTHERS, _NOBODY, _STRANGERS = 3.0, -1.0, -1.5, -1.0, -2.0, -2.0
_ASIDE, ONE_STORY = -8.0, 0.65  # articles of one story are not all equally near: it counts below this
_ABSENT = (0.0, -3.0, -11.0)  # neither, one, both tell of somebody whom the other's article never names
_BEFELL, _VERBATIM, _CORE = 0.8, 3.0, 2.5
SAME_KIND, _TOLD = 0.9, 8  # from which likeness of triggers on it is said; how many shared words are named
#: Likeness of triggers where a statement is about the other's kind of event, where both say something, and where both
#: do the same by saying it.
ABOUT, _BOTH_SAID, _SAME_ACT = 0.7, 0.3, 0.8
_ANY = 0.4  # likeness of a trigger that may tell of anything to any other
_EMPTY = frozenset({"statement", "any", ""})  # groups that do not tell what happened
_TAKING_PART = ("subject", "place")  # roles
_RAREST = 5  # words by which a mention without names is looked for
_TELLING = 0.35  # rarity that shared names or words must add up to before they count in full


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


class Likeness(Frozen):
    """Parts of a comparison. trigger, names, words, core, groups, central, kin: 0 to 1. aside: by how much less near
    their articles are than those of one story, 0 to 1. absent: how many of the two are told of somebody whom their
    article names again and again, and the other's never. numbered: one is told as the first, second … of several, the
    other is not. unlike: they tell of different kinds of events. said: one is a statement, the
    other none. others: each is told of somebody whom the other does not name. nobody: each names two or more, and they
    have none in common. befell: it happens to somebody but once, and both name whom the one tells it of. verbatim: they
    quote the same words. shared: names, words and numbers that both have.
    """

    trigger: float
    names: float
    words: float
    core: float
    same_numbers: int
    other_numbers: int
    groups: float
    central: float
    kin: float
    aside: float
    absent: int
    numbered: bool
    unlike: bool
    said: bool
    others: bool
    nobody: bool
    befell: bool
    verbatim: bool
    shared: tuple[str, ...]

    @property
    def logit(self) -> float:
        """Log odds that both are one event, dates apart."""
        return (
            _BIAS
            + _TRIGGER * self.trigger
            + _NAMES * self.names
            + _WORDS * self.words
            + _CORE * self.core
            + _SAME_NUMBER * min(self.same_numbers, 2)
            + _OTHER_NUMBER * self.other_numbers
            + _GROUPS * self.groups
            + _CENTRAL * self.central
            + _KIN * min(self.kin, 0.5)
            + _ASIDE * self.aside
            + _ABSENT[self.absent]
            + _NUMBERED * self.numbered
            + _SAID * self.said
            + _OTHERS * self.others
            + _NOBODY * self.nobody
            + _BEFELL * self.befell
            + _VERBATIM * self.verbatim
            + _STRANGERS * (self.kin == 0 and self.names == 0)
        )


def probability(odds: float) -> float:
    """Log odds as 0 to 1."""
    return 1 / (1 + math.exp(-odds))


class Collection(Frozen):
    """All mentions prepared for comparing: profiles by mention id, which articles are kin, what sets these apart."""

    profiles: Mapping[str, Profile]
    kin: Kinship
    company: Kinship
    strangers: Strangers

    def compare(self, a: str, b: str) -> Likeness:
        """Compare two mentions by their ids."""
        x, y = self.profiles[a], self.profiles[b]
        one, other = x.mention.article, y.mention.article
        if one == other:
            return compare(x, y, 1.0)
        absent = self._tells_of_a_stranger(x, other) + self._tells_of_a_stranger(y, one)
        return compare(x, y, self.kin[one].get(other, 0.0), max(0.0, ONE_STORY - self.near(one, other)), absent)

    def near(self, one: str, other: str) -> float:
        """How surely two articles tell one story, 0 to 1; 1 where they are no kin, and nothing speaks for another."""
        return self.company[one].get(other, 1.0) if one != other else 1.0

    def _tells_of_a_stranger(self, x: Profile, other: str) -> bool:
        """Does somebody take part whom the article of a mention is about and another article never names?"""
        unknown = self.strangers.get((x.mention.article, other))
        return unknown is not None and any(p.key in unknown for p in x.mention.participants)

    def once(self, a: str, b: str) -> bool:
        """Do both tell of one kind of event that happens to somebody but once?"""
        return _once(self.profiles[a], self.profiles[b])

    def differ(self, a: str, b: str) -> bool:
        """Do they tell of two things that each happen but once: a verdict and a sentence?"""
        x, y = self.profiles[a], self.profiles[b]
        return x.once and y.once and x.mention.event_class != y.mention.event_class


def collect(analyses: Sequence[Analysis]) -> Collection:
    """Prepare the mentions of all articles."""
    every = (p for a in analyses for p in profiles(a.mentions, load_events(a.document.meta.language)))
    kin = kinship(analyses)
    return Collection({p.mention.id: p for p in every}, kin, company(analyses, kin), strangers(analyses, kin))


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


def compare(a: Profile, b: Profile, kin: float, aside: float = 0.0, absent: int = 0) -> Likeness:
    """Compare two mentions whose articles are as near as `kin` and `aside` say; absent: how many tell of a stranger."""
    names, shared_names = _cosine(a.names, b.names)
    words, shared_words = _cosine(a.words, b.words)
    same = a.numbers & b.numbers
    return Likeness(
        trigger=_trigger(a, b),
        names=names,
        words=words,
        core=_cosine(a.core, b.core)[0],
        same_numbers=len(same),
        other_numbers=int("$" in a.units and "$" in b.units and not same),
        groups=len(a.groups & b.groups) / max(1, min(len(a.groups), len(b.groups))),
        central=math.sqrt(a.mention.central * b.mention.central) if kin else 0.0,  # the news of two stories is no bond
        kin=kin,
        aside=aside,
        absent=absent,
        numbered=(a.mention.ordinal is None) != (b.mention.ordinal is None),
        unlike=bool(a.told and b.told) and a.told.isdisjoint(b.told) and a.groups.isdisjoint(b.groups),
        others=bool(a.subject and b.subject)
        and a.subject.isdisjoint(b.names.weights)
        and b.subject.isdisjoint(a.names.weights),
        nobody=not shared_names and a.named > 1 and b.named > 1,
        verbatim=not (a.quoted.isdisjoint(b.within) and b.quoted.isdisjoint(a.within)),
        befell=_once(a, b) and not (a.subject.isdisjoint(b.names.weights) and b.subject.isdisjoint(a.names.weights)),
        said=(a.mention.kind == "statement") != (b.mention.kind == "statement"),
        shared=(*shared_names, *shared_words, *(f"{v:g} {u}" for v, u in sorted(same))),
    )


def _once(a: Profile, b: Profile) -> bool:
    return a.once and b.once and a.mention.event_class == b.mention.event_class


def _trigger(a: Profile, b: Profile) -> float:
    x, y = a.mention, b.mention
    if "statement" in (a.group, b.group):
        return _told_alike(a, b)
    if a.aspect and b.aspect and a.core.weights.keys() & b.core.weights.keys() <= {x.lemma, y.lemma}:
        return _ANY  # that two things began makes them not one
    if x.lemma == y.lemma:
        return 1.0
    if x.event_class and x.event_class == y.event_class:
        return 0.9
    if a.group and a.group == b.group:
        return 0.55
    if "any" in (a.group, b.group):  # "the incident" may be anything
        return _ANY
    if x.lemma in y.words or y.lemma in x.words:
        return 0.5
    return 0.0


def _told_alike(a: Profile, b: Profile) -> float:
    """Where one is said or announced: what is it about? That two things were said makes them hardly more alike."""
    if a.group == b.group:
        same = a.act is not None and a.act == b.act
        return _SAME_ACT if same else ABOUT if a.told & b.told else _BOTH_SAID
    return ABOUT if a.told & b.told else 0.0


def _cosine(a: Bag, b: Bag) -> tuple[float, list[str]]:
    """(cosine, less where what is shared is common in both articles; what is shared)."""
    small, large = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    if large.keys().isdisjoint(small):
        return 0.0, []
    shared = [t for t in small if t in large]
    together = sum([small[t] * large[t] for t in shared])
    return together / (a.length * b.length) * min(1.0, together / _TELLING), shared


def evidence(a: EventMention, b: EventMention, likeness: Likeness) -> tuple[str, ...]:
    """Why two mentions may be one event, in words."""
    out = []
    if likeness.trigger >= SAME_KIND:
        out.append(
            f"both tell of “{a.lemma}”" if a.lemma == b.lemma else f"“{a.lemma}” and “{b.lemma}” are one kind of event"
        )
    if likeness.verbatim:
        out.append("both quote the same words")
    shared = _in_words(a, b, likeness)
    if shared:
        out.append("both have: " + ", ".join(shared[:_TOLD]))
    return tuple(out)


def _in_words(a: EventMention, b: EventMention, likeness: Likeness) -> list[str]:
    """What both have, names as they are written."""
    keys = {p.key for p in b.participants}
    named = {p.key: p.name for p in a.participants if p.key in keys}
    parts = {word.strip("#@") for key in named for word in key.split()}
    return [*dict.fromkeys(named.values()), *(word for word in likeness.shared if word not in parts)]

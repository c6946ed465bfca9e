"""How alike two mentions are, dates apart: who, what, how many, in which words.

Everything is computed from the two articles alone, so that an article about something else cannot change a score. A name
or word weighs less the more mentions of its article have it: in a report on two firms their names tell nothing.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..language.event_lexicon import EventLexicon, load_events
from ..model import Analysis, EventMention
from .kinship import Kinship, kinship

#: Weights of the logistic score, in the order of `Likeness`; the bias is the score of two mentions with nothing in common.
_BIAS = -5.5
_TRIGGER, _NAMES, _WORDS, _SUBJECT, _GROUPS, _CENTRAL = 2.0, 3.0, 3.2, 0.3, 1.3, 2.5
_KIN, _NUMBERED, _STRANGERS = 3.0, -1.0, -2.0
_TELLING = 0.5  # rarity that shared names or words must add up to before they count in full
_SAME_NUMBER, _OTHER_NUMBER = 0.6, -0.8


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a mention is compared. group: of its class."""

    mention: EventMention
    group: str
    names: frozenset[str]
    subject: frozenset[str]
    groups: frozenset[str]  # of all the event words in its quotation
    numbers: frozenset[tuple[float, str]]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Background:
    """How many mentions of one article have a name or word."""

    names: Mapping[str, int]
    words: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Parts of the comparison, each 0 to 1 except the counts of numbers, and what is shared."""

    trigger: float
    names: float
    words: float
    same_numbers: int
    other_numbers: int
    subject: float
    groups: float
    central: float
    kin: float
    numbered: bool  # one is told as the first, second … of several, the other is not
    shared: tuple[str, ...]

    @property
    def logit(self) -> float:
        """Log odds that both are one event, dates apart."""
        return (
            _BIAS
            + _TRIGGER * self.trigger
            + _NAMES * self.names
            + _WORDS * self.words
            + _SAME_NUMBER * min(self.same_numbers, 2)
            + _OTHER_NUMBER * min(self.other_numbers, 1)
            + _SUBJECT * self.subject
            + _GROUPS * self.groups
            + _CENTRAL * self.central
            + _KIN * min(self.kin, 0.5)
            + _NUMBERED * self.numbered
            + _STRANGERS * (self.kin == 0 and self.names == 0)
        )

    @property
    def score(self) -> float:
        """The same as a probability."""
        return 1 / (1 + math.exp(-self.logit))


def profile(mention: EventMention, lexicon: EventLexicon) -> Profile:
    """Prepare a mention for comparing."""
    names = {word.strip("#@") for p in mention.participants for word in p.key.split()}
    subject = {word for p in mention.participants if p.role == "subject" for word in p.key.split()}
    numbers = {(q.value, q.unit) for q in mention.quantities}
    return Profile(
        mention,
        lexicon.group(mention.event_class),
        frozenset(names),
        frozenset(subject),
        _groups(mention, lexicon),
        frozenset(numbers),
        frozenset(u for _, u in numbers),
    )


def _groups(mention: EventMention, lexicon: EventLexicon) -> frozenset[str]:
    classes = {mention.event_class}
    for word in mention.words:
        form = lexicon.verbs.get(word)
        classes.add((form.event_class if form else None) or lexicon.nouns.get(word, ("", ""))[1])
    return frozenset(lexicon.group(c) for c in classes if c) - {"statement", "any", ""}


def background(profiles: Sequence[Profile]) -> Background:
    """Count over the mentions of one article."""
    return Background(
        Counter(n for p in profiles for n in p.names), Counter(w for p in profiles for w in p.mention.words)
    )


@dataclass(frozen=True, slots=True)
class Collection:
    """All mentions prepared for comparing: profiles by mention id, backgrounds and kin by article."""

    profiles: Mapping[str, Profile]
    backgrounds: Mapping[str, Background]
    kin: Kinship

    def compare(self, a: str, b: str) -> Likeness:
        """Compare two mentions by their ids."""
        x, y = self.profiles[a], self.profiles[b]
        one, other = x.mention.article, y.mention.article
        near = 1.0 if one == other else self.kin[one].get(other, 0.0)
        return compare(x, y, self.backgrounds[one], self.backgrounds[other], near)


def collect(analyses: Sequence[Analysis]) -> Collection:
    """Prepare the mentions of all articles."""
    own = {
        a.document.id: tuple(profile(m, load_events(a.document.meta.language)) for m in a.mentions) for a in analyses
    }
    return Collection(
        {p.mention.id: p for profiles in own.values() for p in profiles},
        {article: background(profiles) for article, profiles in own.items()},
        kinship(analyses),
    )


def compare(a: Profile, b: Profile, one: Background, other: Background, kin: float) -> Likeness:
    """Compare two mentions of the articles that `one` and `other` describe, which are as near as `kin` says."""
    shared_names = a.names & b.names
    shared_words = a.mention.words & b.mention.words
    money = {"$"} & a.units & b.units
    same = a.numbers & b.numbers
    return Likeness(
        trigger=_trigger(a, b),
        names=_cosine(a.names, b.names, shared_names, one.names, other.names),
        words=_cosine(a.mention.words, b.mention.words, shared_words, one.words, other.words),
        same_numbers=len(same),
        other_numbers=int(bool(money) and not same),
        subject=float(bool(a.subject & b.subject)),
        groups=len(a.groups & b.groups) / max(1, min(len(a.groups), len(b.groups))),
        central=math.sqrt(a.mention.central * b.mention.central) if kin else 0.0,  # the news of two stories is no bond
        kin=kin,
        numbered=(a.mention.ordinal is None) != (b.mention.ordinal is None),
        shared=(*sorted(shared_names), *sorted(shared_words), *sorted(f"{v:g} {u}" for v, u in same)),
    )


def _trigger(a: Profile, b: Profile) -> float:
    x, y = a.mention, b.mention
    if "statement" in (a.group, b.group):  # that two things were said or announced makes them no more alike
        return 0.3 if a.group == b.group else 0.0
    if x.lemma == y.lemma:
        return 1.0
    if x.event_class and x.event_class == y.event_class:
        return 0.9
    if a.group and a.group == b.group:
        return 0.55
    if "any" in (a.group, b.group):  # "the incident" may be anything
        return 0.4
    if x.lemma in y.words or y.lemma in x.words:
        return 0.5
    return 0.0


def _cosine(
    a: frozenset[str], b: frozenset[str], shared: frozenset[str], one: Mapping[str, int], other: Mapping[str, int]
) -> float:
    if not shared:
        return 0.0
    together = sum(_weight(t, one) * _weight(t, other) for t in sorted(shared))
    cosine = together / math.sqrt(
        sum(_weight(t, one) ** 2 for t in sorted(a)) * sum(_weight(t, other) ** 2 for t in sorted(b))
    )
    return cosine * min(1.0, together / _TELLING)


def _weight(term: str, counts: Mapping[str, int]) -> float:
    return 1 / math.sqrt(max(1, counts.get(term, 1)))

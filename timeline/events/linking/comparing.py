"""Two mentions → how alike they are, from their profiles alone."""

import math

from .likeness import ABOUT, Likeness
from .profiles import Bag, Profile

_BOTH_SAID, _SAME_ACT = 0.3, 0.8  # likeness of triggers where both say something; where they do the same by saying it
_ANY = 0.4  # likeness of a trigger that may tell of anything to any other
_TELLING = 0.35  # rarity that shared names or words must add up to before they count in full


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
        befell=both_once(a, b)
        and not (a.subject.isdisjoint(b.names.weights) and b.subject.isdisjoint(a.names.weights)),
        said=(a.mention.kind == "statement") != (b.mention.kind == "statement"),
        shared=(*shared_names, *shared_words, *(f"{v:g} {u}" for v, u in sorted(same))),
    )


def both_once(a: Profile, b: Profile) -> bool:
    """Do both tell of one kind of event that happens to somebody but once?"""
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

"""All mentions of a collection, prepared for comparing, and how near the articles are that tell them."""

from collections.abc import Mapping, Sequence

from ...frozen import Frozen
from ...language.event_lexicon import load_events
from ...model import Analysis
from .company import company
from .comparing import both_once, compare
from .kinship import Kinship, Strangers, kinship, strangers
from .likeness import Likeness
from .profiles import Profile, profiles

ONE_STORY = 0.65  # articles of one story are not all equally near: what is less near counts below this


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
        return both_once(self.profiles[a], self.profiles[b])

    def differ(self, a: str, b: str) -> bool:
        """Do they tell of two things that each happen but once: a verdict and a sentence?"""
        x, y = self.profiles[a], self.profiles[b]
        return x.once and y.once and x.mention.event_class != y.mention.event_class


def collect(analyses: Sequence[Analysis]) -> Collection:
    """Prepare the mentions of all articles."""
    every = (p for a in analyses for p in profiles(a.mentions, load_events(a.document.meta.language)))
    kin = kinship(analyses)
    return Collection({p.mention.id: p for p in every}, kin, company(analyses, kin), strangers(analyses, kin))

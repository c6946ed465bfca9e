"""How alike two mentions are, dates apart, and what each part of it weighs."""

import math

from ...frozen import Frozen

#: Weights of the logistic score, one for each part of `Likeness`; the bias is for nothing in common.
_BIAS = -7.0
_TRIGGER, _NAMES, _WORDS, _GROUPS, _CENTRAL = 3.4, 3.5, 2.0, 1.3, 3.0
_SAME_NUMBER, _OTHER_NUMBER = 1.2, -0.8
_KIN, _NUMBERED, _SAID, _OTHERS, _NOBODY, _STRANGERS = 3.0, -1.0, -1.5, -1.0, -2.0, -2.0
_ASIDE = -8.0
_ABSENT = (0.0, -3.0, -11.0)  # neither, one, both tell of somebody whom the other's article never names
_BEFELL, _VERBATIM, _CORE = 0.8, 3.0, 2.5

#: Likeness of triggers from which on two are said to be one kind of event; where a statement is about the other's kind.
SAME_KIND, ABOUT = 0.9, 0.7


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

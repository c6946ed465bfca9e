"""Which rules fit the words of an island: a tree of the codes of words, grown as texts are read.

A way through the tree is what some words can mean, one code a word. At each node stand the rules that fit so far, and
the places at which others can go on; so what two islands have in common is looked at once, and most ways end soon.
"""

from collections.abc import Sequence

from ..frozen import Frozen
from .notation import END, Pattern

#: Nodes that are kept: a text of 1 MB makes a few thousand.
_MOST = 20_000
#: So many codes are tried behind a node before its rules are listed by the codes that they go on with.
_FEW = 8


class Fit(Frozen):
    """A rule, by its number, that fits so many words; which of them, counted from the first, fills which argument."""

    rule: int
    length: int
    captures: tuple[tuple[str, str, int], ...]  # (argument, kind, word)


#: A rule under way: what its next word can be, its number, that word's in its pattern, and what it has captured.
_Open = tuple[str, int, int, tuple[tuple[str, str, int], ...]]


class _Node:
    """What is known of some words: the rules that fit a part of them, the longest first, and those under way."""

    __slots__ = ("_by_code", "depth", "fits", "following", "under_way")

    def __init__(self, depth: int, fits: tuple[Fit, ...], under_way: Sequence[_Open]) -> None:
        self.depth, self.fits, self.under_way = depth, fits, under_way
        self.following: dict[str, _Node] = {}
        self._by_code: dict[str, list[_Open]] = {}

    def going_on(self, code: str) -> Sequence[_Open]:
        """The rules under way that can have a code next; where many codes are asked for, they are listed for each."""
        if len(self.following) < _FEW:
            return [rule for rule in self.under_way if code in rule[0]]
        if not self._by_code:
            for rule in self.under_way:
                for one in rule[0]:
                    self._by_code.setdefault(one, []).append(rule)
        return self._by_code.get(code, ())


class Fitting:
    """The patterns of all rules, in their order, and the tree of what fits."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """With nothing read yet."""
        self._words = [pattern.words for pattern in patterns]
        begins = [(p.words[word][0], rule, word, ()) for rule, p in enumerate(patterns) for word in p.begins]
        self._root = _Node(0, (), begins)
        self._nodes = 0

    def fits(self, codes: str, first: int) -> tuple[Fit, ...]:
        """The rules that fit words from one on: those of most words first, then in the order of the rules."""
        node = self._root
        for code in codes[first:]:
            node = node.following.get(code) or self._grown(node, code)
            if not node.under_way:
                break
        return node.fits

    def _grown(self, node: _Node, code: str) -> _Node:
        """The node behind another one by a code, which is new."""
        if self._nodes >= _MOST:
            self._root.following.clear()
            self._nodes = 0
        self._nodes += 1
        going_on = node.going_on(code)
        if not going_on:
            node.following[code] = ended = _Node(node.depth + 1, node.fits, ())
            return ended
        depth, decided = node.depth + 1, END
        fits: list[Fit] = []
        under_way: list[_Open] = []
        for _, rule, word, captures in going_on:
            if rule == decided:
                continue
            words = self._words[rule]
            _, name, kind, following = words[word]
            taken = (*captures, (name, kind, node.depth)) if name else captures
            for number in following:
                if number == END:  # of one rule, what is tried first is taken
                    decided = rule
                    fits.append(Fit(rule, depth, taken))
                    break
                under_way.append((words[number][0], rule, number, taken))
        longer = {fit.rule for fit in fits}
        found = (*fits, *(fit for fit in node.fits if fit.rule not in longer)) if fits else node.fits
        node.following[code] = made = _Node(depth, found, under_way)
        return made

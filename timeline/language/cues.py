"""One regex for many cue words, by which most words are turned down at their first letter.

`re` passes over an alternative that begins with another letter than the text, without trying it. So cues are parted by
the letters that they can begin with, "(?:will|shall) be|due" into "w(?:ill be)|s(?:hall be)|d(?:ue)". Which group a cue
is of, an empty group at its end tells: one around it would hide from `re` how it begins.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from .. import kept
from .lexicon import trie_regex

#: A bracket or a bar of a regex; signs that stand for themselves and classes are read as a whole.
_SIGN = kept.pattern(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")


def any_of(groups: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """A regex for the cues of some groups, and the groups' names by the number of its group that matches, from 1.

    Where two cues fit at one place, the first wins. They have no capturing groups of their own.
    """
    source = json.dumps(list(groups.items()), ensure_ascii=False)
    regex, names = kept.table(source.encode(), _any_of, trie_regex)
    return regex, ("", *names)


def _any_of(source: bytes) -> tuple[str, list[str]]:
    begun = [(name, *one) for name, cues in json.loads(source) for one in _begun(cues)]
    names: list[str] = []
    alternatives: list[str] = []
    for known, some in groupby(begun, key=lambda one: one[1] != ""):
        by_letter: dict[str, list[tuple[str, str]]] = {}
        for name, letter, rest in some:  # what begins with different letters need not keep its order
            by_letter.setdefault(letter, []).append((name, rest))
        for letter, rests in by_letter.items():
            runs = []
            for name, run in groupby(rests, key=lambda one: one[0]):
                names.append(name)
                runs.append(_one_of([rest for _, rest in run]) + "()")
            alternatives.append(letter + _one_of(runs) if known else "|".join(runs))
    return _one_of(alternatives), names


def _one_of(regexes: Sequence[str]) -> str:
    return f"(?:{'|'.join(regexes)})"


def _begun(cues: Iterable[str]) -> Iterator[tuple[str, str]]:
    """First letters and what follows them, or no letter and a whole cue; words, the most of them, come last."""
    every = [cue for alternatives in cues for cue in parted(alternatives)]
    for cue in every:
        if not cue.isalpha():
            yield from _by_letter(cue) or [("", cue)]
    words = sorted(cue for cue in every if cue.isalpha())
    for letter, some in groupby(words, key=lambda word: word[0]):
        yield letter, trie_regex(some).removeprefix(letter)


def _by_letter(cue: str) -> list[tuple[str, str]]:
    """The letters that a cue can begin with, and what follows each, in their order; nothing where that is not told."""
    behind: list[str] = []
    while cue.startswith(("(?<!", "(?<=")):
        behind, cue = [*behind, cue[: _end(cue)]], cue[_end(cue) :]
    if not cue.startswith("(?:"):
        if not (cue[:1].isalpha() or cue[:1] in ("'", "’")) or cue[1:2] in ("?", "*", "+", "{"):
            return []
        moved = (f"{look[:4]}(?:{look[4:-1]}){cue[0]})" for look in behind)  # "(?<!the )open": "o(?<!the o)pen"
        return [(cue[0], "".join(moved) + cue[1:])]
    inner, rest = cue[3 : _end(cue) - 1], cue[_end(cue) :]
    if rest[:1] in ("*", "+", "{"):
        return []
    optional = rest.startswith("?")
    rest = rest.removeprefix("?")
    found: dict[str, list[str]] = {}
    for alternative in parted(inner):
        begun = _by_letter("".join(behind) + alternative)
        if not begun:
            return []
        for letter, more in begun:
            found.setdefault(letter, []).append(more)
    without = _by_letter("".join(behind) + rest) if optional else []
    if optional and not without:
        return []
    return [*((letter, _one_of(some) + rest) for letter, some in found.items()), *without]


def parted(alternatives: str) -> list[str]:
    """The alternatives of a regex, parted at each | that stands in no bracket."""
    bars = (at for at, sign, depth in _signs(alternatives) if sign == "|" and depth == 0)
    return [alternatives[before + 1 : bar] for before, bar in pairwise((-1, *bars, len(alternatives)))]


def _end(regex: str) -> int:
    """Where the bracket ends with which a regex begins."""
    return next(at for at, sign, depth in _signs(regex) if sign == ")" and depth == 0) + 1


def _signs(regex: str) -> Iterator[tuple[int, str, int]]:
    """The brackets and bars of a regex: where each stands, and in how many brackets."""
    depth = 0
    for m in _SIGN.finditer(regex):
        depth -= m[0] == ")"
        if m[0] in ("(", ")", "|"):
            yield m.start(), m[0], depth
        depth += m[0] == "("

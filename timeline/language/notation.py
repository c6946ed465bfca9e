"""The notation of rule patterns: "WEEKDAY ,? MONTH DOM [ ,? YEAR ]" → a regex over codes.

KIND stands for any word of that kind and fills the argument of its name in lower case, KIND:name another one.
Lower-case words and marks (, - / ' 's) stand for themselves. `?` makes the item before it optional, [ … ] is an
optional and ( a | b ) an alternative group.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property

from .. import kept
from ..frozen import Frozen

_TOKEN = kept.pattern(r"[\[\]()|?]|[^\s\[\]()|?]+")
_MARKS = {",", "-", "--", "/", "'", "'s", "&"}


class Reach(Frozen):
    """What a part of a pattern begins with: its first codes, its second ones; whether it can be empty, or but one."""

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    empty: bool = False
    single: bool = False

    def then(self, other: "Reach") -> "Reach":
        """This part, and the other behind it."""
        if not (self.empty or self.single):
            return self
        none: frozenset[str] = frozenset()
        return Reach(
            self.first | (other.first if self.empty else none),
            self.second | (other.first if self.single else none) | (other.second if self.empty else none),
            self.empty and other.empty,
            (self.single and other.empty) or (self.empty and other.single),
        )

    def either(self, other: "Reach") -> "Reach":
        """This part or the other."""
        return Reach(
            self.first | other.first, self.second | other.second, self.empty or other.empty, self.single or other.single
        )


_NOTHING, _IMPOSSIBLE = Reach(empty=True), Reach()


@cache
def _one(codes: str) -> Reach:
    """The reach of one word, which is one of these codes."""
    return Reach(frozenset(codes), single=True)


class Pattern(Frozen, dict=True):
    """source: a regex over codes; captures: (its group, argument, kind); reach: the codes that a match begins with."""

    source: str
    captures: tuple[tuple[str, str, str], ...]
    reach: Reach

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first tried: a short text needs few rules."""
        return kept.pattern(self.source)


def literals(pattern: str) -> set[str]:
    """The words that a pattern names as themselves."""
    return {t for t in _TOKEN.findall(pattern) if t[0].islower()}


def kinds(pattern: str) -> set[str]:
    """The kinds that a pattern names."""
    return {t.partition(":")[0] for t in _TOKEN.findall(pattern) if t[0].isupper()}


def compile_pattern(pattern: str, codes_of: Callable[[str], str]) -> Pattern:
    """Compile; `codes_of` gives the codes of all that can be a kind, word or mark. Raises ValueError on a slip."""
    tokens = _TOKEN.findall(pattern)
    captures: list[tuple[str, str, str]] = []
    regex, reach, at = _alternatives(tokens, 0, codes_of, captures)
    if at != len(tokens):
        raise ValueError(f"pattern {pattern!r}: {tokens[at]!r} closes nothing")
    return Pattern(regex, tuple(captures), reach)


def _alternatives(
    tokens: list[str], at: int, codes_of: Callable[[str], str], captures: list[tuple[str, str, str]]
) -> tuple[str, Reach, int]:
    """(regex, reach, next token) of sequences joined by |."""
    regexes: list[tuple[int, str]] = []
    reach = _IMPOSSIBLE
    while True:
        begin = at
        regex, one, at = _sequence(tokens, at, codes_of, captures)
        regexes.append((begin - at, regex))
        reach = reach.either(one)
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        # A regex takes its first alternative that fits, so the longer ones come first.
        return "|".join(regex for _, regex in sorted(regexes, key=lambda r: r[0])), reach, at


def _sequence(
    tokens: list[str], at: int, codes_of: Callable[[str], str], captures: list[tuple[str, str, str]]
) -> tuple[str, Reach, int]:
    out: list[str] = []
    reach = _NOTHING
    while at < len(tokens) and tokens[at] not in ("|", "]", ")"):
        token = tokens[at]
        if token in ("[", "("):
            inner, one, at = _alternatives(tokens, at + 1, codes_of, captures)
            if at >= len(tokens) or tokens[at] != {"[": "]", "(": ")"}[token]:
                raise ValueError(f"{token!r} is not closed")
            item = f"(?:{inner})"
            if token == "[":
                item, one = item + "?", one.either(_NOTHING)
        else:
            kind, _, name = token.partition(":")
            codes = codes_of(kind)
            if not codes:
                raise ValueError(f"nothing is a {kind!r}")
            one, item = _one(codes), f"[{codes}]"
            if kind[0].isupper() and kind not in _MARKS:
                group = f"g{len(captures)}"
                captures.append((group, name or kind.lower(), kind))
                item = f"(?P<{group}>{item})"
        at += 1
        if at < len(tokens) and tokens[at] == "?":
            item, one, at = f"(?:{item})?", one.either(_NOTHING), at + 1
        out.append(item)
        reach = reach.then(one)
    return "".join(out), reach, at

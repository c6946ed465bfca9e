"""The notation of rule patterns: "WEEKDAY ,? MONTH DOM [ ,? YEAR ]" → a regex over codes.

KIND stands for any word of that kind and fills the argument of its name in lower case, KIND:name another one.
Lower-case words and marks (, - / ' 's) stand for themselves. `?` makes the item before it optional, [ … ] is an
optional and ( a | b ) an alternative group.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from .. import kept

_TOKEN = re.compile(r"[\[\]()|?]|[^\s\[\]()|?]+")
_MARKS = {",", "-", "--", "/", "'", "'s", "&"}


@dataclass(frozen=True)
class Pattern:
    """source: a regex over codes; captures: (its group, argument, kind); first: the codes a match can begin with."""

    source: str
    captures: tuple[tuple[str, str, str], ...]
    first: frozenset[str]

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
    regex, first, _, at = _alternatives(tokens, 0, codes_of, captures)
    if at != len(tokens):
        raise ValueError(f"pattern {pattern!r}: {tokens[at]!r} closes nothing")
    return Pattern(regex, tuple(captures), frozenset(first))


def _alternatives(
    tokens: list[str], at: int, codes_of: Callable[[str], str], captures: list[tuple[str, str, str]]
) -> tuple[str, set[str], bool, int]:
    """(regex, first codes, may be empty, next token) of sequences joined by |."""
    regexes: list[tuple[int, str]] = []
    first: set[str] = set()
    empty = False
    while True:
        begin = at
        regex, begins, can_be_empty, at = _sequence(tokens, at, codes_of, captures)
        regexes.append((begin - at, regex))
        first |= begins
        empty = empty or can_be_empty
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        # A regex takes its first alternative that fits, so the longer ones come first.
        return "|".join(regex for _, regex in sorted(regexes, key=lambda r: r[0])), first, empty, at


def _sequence(
    tokens: list[str], at: int, codes_of: Callable[[str], str], captures: list[tuple[str, str, str]]
) -> tuple[str, set[str], bool, int]:
    out: list[str] = []
    first: set[str] = set()
    empty = True
    while at < len(tokens) and tokens[at] not in ("|", "]", ")"):
        token = tokens[at]
        if token in ("[", "("):
            inner, begins, can_be_empty, at = _alternatives(tokens, at + 1, codes_of, captures)
            if at >= len(tokens) or tokens[at] != {"[": "]", "(": ")"}[token]:
                raise ValueError(f"{token!r} is not closed")
            item, can_be_empty = f"(?:{inner})", can_be_empty or token == "["
            if token == "[":
                item += "?"
        else:
            kind, _, name = token.partition(":")
            codes = codes_of(kind)
            if not codes:
                raise ValueError(f"nothing is a {kind!r}")
            begins, can_be_empty, item = set(codes), False, f"[{codes}]"
            if kind[0].isupper() and kind not in _MARKS:
                group = f"g{len(captures)}"
                captures.append((group, name or kind.lower(), kind))
                item = f"(?P<{group}>{item})"
        at += 1
        if at < len(tokens) and tokens[at] == "?":
            item, can_be_empty, at = f"(?:{item})?", True, at + 1
        out.append(item)
        if empty:
            first |= begins
        empty = empty and can_be_empty
    return "".join(out), first, empty, at

"""The notation of rule patterns: "WEEKDAY ,? MONTH DOM [ ,? YEAR ]" → a regex over codes.

KIND stands for any word of that kind and fills the argument of its name in lower case, KIND:name another one.
Lower-case words and marks (, - / ' 's) stand for themselves. `?` makes the item before it optional, [ … ] is an
optional and ( a | b ) an alternative group.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property

from .. import kept
from ..frozen import Frozen

_TOKEN = kept.pattern(r"[\[\]()|?]|[^\s\[\]()|?]+")
_MARKS = {",", "-", "--", "/", "'", "'s", "&"}
_GROUP = kept.pattern(r"\(\?P<g(\d+)>")
_SIGNS = {"[", "]", "(", ")", "|", "?"}


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
    """A pattern, compiled.

    source: a regex over codes; captures: (its group, argument, kind). first, second: the codes that a match
    can begin with; single: a match can be of one code.
    """

    source: str
    captures: list[tuple[int, str, str]]
    first: str
    second: str
    single: bool

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


class SlipError(ValueError):
    """What is wrong with the pattern of a number."""

    def __init__(self, number: int, message: str) -> None:
        """The number counts from 0."""
        super().__init__(message)
        self.number = number


def compile_patterns(patterns: Sequence[str], codes_of: Callable[[str], str]) -> list[Pattern]:
    """Compile; `codes_of` gives the codes of all that can be a kind, word or mark. Raises SlipError on a slip.

    What comes out is kept: a language has some hundred patterns.
    """
    named = {token.partition(":")[0] for pattern in patterns for token in _TOKEN.findall(pattern)}
    codes = {name: codes_of(name) for name in sorted(named) if name not in _SIGNS}
    source = json.dumps([codes, patterns], ensure_ascii=False)
    return [Pattern(*row) for row in kept.table(source.encode(), _compiled)]


def _compiled(source: bytes) -> list[tuple[str, list[tuple[int, str, str]], str, str, bool]]:
    codes, patterns = json.loads(source)
    return [_compile(number, pattern, codes) for number, pattern in enumerate(patterns)]


def _compile(
    number: int, pattern: str, codes: Mapping[str, str]
) -> tuple[str, list[tuple[int, str, str]], str, str, bool]:
    """The fields of a Pattern."""
    tokens = _TOKEN.findall(pattern)
    captures: list[tuple[str, str]] = []
    try:
        regex, reach, at = _alternatives(tokens, 0, codes, captures)
        if at != len(tokens):
            raise ValueError(f"{tokens[at]!r} closes nothing")
    except ValueError as slip:
        raise SlipError(number, f"pattern {pattern!r}: {slip}") from None
    groups = enumerate(map(int, _GROUP.findall(regex)), 1)  # alternatives stand in another order now
    ordered = [(group, *captures[number]) for group, number in groups]
    return _GROUP.sub("(", regex), ordered, "".join(sorted(reach.first)), "".join(sorted(reach.second)), reach.single


def _alternatives(
    tokens: list[str], at: int, codes: Mapping[str, str], captures: list[tuple[str, str]]
) -> tuple[str, Reach, int]:
    """(regex, reach, next token) of sequences joined by |."""
    regexes: list[tuple[int, str]] = []
    reach = _IMPOSSIBLE
    while True:
        begin = at
        regex, one, at = _sequence(tokens, at, codes, captures)
        regexes.append((begin - at, regex))
        reach = reach.either(one)
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        # A regex takes its first alternative that fits, so the longer ones come first.
        return "|".join(regex for _, regex in sorted(regexes, key=lambda r: r[0])), reach, at


def _sequence(
    tokens: list[str], at: int, codes: Mapping[str, str], captures: list[tuple[str, str]]
) -> tuple[str, Reach, int]:
    out: list[str] = []
    reach = _NOTHING
    while at < len(tokens) and tokens[at] not in ("|", "]", ")"):
        token = tokens[at]
        if token in ("[", "("):
            inner, one, at = _alternatives(tokens, at + 1, codes, captures)
            if at >= len(tokens) or tokens[at] != {"[": "]", "(": ")"}[token]:
                raise ValueError(f"{token!r} is not closed")
            item = f"(?:{inner})"
            if token == "[":
                item, one = item + "?", one.either(_NOTHING)
        else:
            kind, _, name = token.partition(":")
            meant = codes.get(kind)
            if not meant:
                raise ValueError(f"nothing is a {kind!r}")
            one, item = _one(meant), f"[{meant}]"
            if kind[0].isupper() and kind not in _MARKS:
                item = f"(?P<g{len(captures)}>{item})"
                captures.append((name or kind.lower(), kind))
        at += 1
        if at < len(tokens) and tokens[at] == "?":
            item, one, at = f"(?:{item})?", one.either(_NOTHING), at + 1
        out.append(item)
        reach = reach.then(one)
    return "".join(out), reach, at

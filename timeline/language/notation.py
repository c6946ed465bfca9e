"""The notation of rule patterns: "WEEKDAY ,? MONTH DOM [ ,? YEAR ]" → its words, and which may follow which.

KIND stands for any word of that kind and fills the argument of its name in lower case, KIND:name another one.
Lower-case words and marks (, - / ' 's) stand for themselves. `?` makes the item before it optional, [ … ] is an
optional and ( a | b ) an alternative group.
"""

import json
from collections.abc import Callable, Mapping, Sequence

from .. import kept
from ..frozen import Frozen

_TOKEN = kept.pattern(r"[\[\]()|?]|[^\s\[\]()|?]+")
_SIGNS = {"[", "]", "(", ")", "|", "?"}
_CLOSING = {"[": "]", "(": ")"}

#: Follows a word with which a pattern can end.
END = -1

#: A word of a pattern: the codes that it can be, the argument that it fills ("" for none), its kind, and the numbers of
#: the words that may follow it, what is tried first at the front.
Word = tuple[str, str, str, Sequence[int]]


class Pattern(Frozen):
    """A pattern, compiled: the numbers of the words that it can begin with, and its words."""

    begins: Sequence[int]
    words: Sequence[Word]


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


def _compiled(source: bytes) -> list[tuple[list[int], list[Word]]]:
    codes, patterns = json.loads(source)
    return [_compile(number, pattern, codes) for number, pattern in enumerate(patterns)]


def _compile(number: int, pattern: str, codes: Mapping[str, str]) -> tuple[list[int], list[Word]]:
    """The fields of a Pattern."""
    tokens = _TOKEN.findall(pattern)
    words: list[Word] = []
    try:
        parts, at = _alternatives(tokens, 0)
        if at != len(tokens):
            raise ValueError(f"{tokens[at]!r} closes nothing")
        return _linked(parts, [END], codes, words), words
    except ValueError as slip:
        raise SlipError(number, f"pattern {pattern!r}: {slip}") from None


#: A word, or parts: all of them in turn, any of them, or none of them as well.
_Part = str | tuple[str, list["_Part"]]


def _alternatives(tokens: list[str], at: int) -> tuple[_Part, int]:
    """Sequences joined by |, and the next token."""
    found: list[tuple[int, _Part]] = []
    while True:
        begin = at
        part, at = _sequence(tokens, at)
        found.append((begin - at, part))
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        # What is tried first and fits is taken, so the longer ones come first.
        return ("any", [part for _, part in sorted(found, key=lambda one: one[0])]), at


def _sequence(tokens: list[str], at: int) -> tuple[_Part, int]:
    parts: list[_Part] = []
    while at < len(tokens) and tokens[at] not in ("|", "]", ")"):
        part: _Part = tokens[at]
        if tokens[at] in _CLOSING:
            opening = tokens[at]
            part, at = _alternatives(tokens, at + 1)
            if at >= len(tokens) or tokens[at] != _CLOSING[opening]:
                raise ValueError(f"{opening!r} is not closed")
            part = ("maybe", [part]) if opening == "[" else part
        at += 1
        if at < len(tokens) and tokens[at] == "?":
            part, at = ("maybe", [part]), at + 1
        parts.append(part)
    return ("all", parts), at


def _linked(part: _Part, following: list[int], codes: Mapping[str, str], words: list[Word]) -> list[int]:
    """Append the words of a part, which others follow; those that it begins with."""
    if isinstance(part, str):
        kind, _, name = part.partition(":")
        if not codes.get(kind):
            raise ValueError(f"nothing is a {kind!r}")
        fills = (name or kind.lower()) if kind[0].isupper() else ""
        words.append((codes[kind], fills, kind, following))
        return [len(words) - 1]
    how, parts = part
    if how == "all":
        for one in reversed(parts):
            following = _linked(one, following, codes, words)
        return following
    begins = [number for one in parts for number in _linked(one, following, codes, words)]
    return list(dict.fromkeys(begins + following if how == "maybe" else begins))

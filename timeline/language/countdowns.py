"""Words that count to a day or from one ("ten days to go", "its first anniversary"), as data: a table a language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..frozen import Frozen
from ..kept import pattern
from .tables import module_of


class Countdowns(Frozen):
    """Regular expressions, case aside.

    to_go: what stands right behind a length of time that is left until a day. anniversary: what it is called, with the
    number as `(?P<n>…)`; before, where days are said that it is off, they as `(?P<off>…)`, their unit as `(?P<week>…)`
    where it is weeks, and `(?P<early>…)` where it is still to come. word: its last, in small letters, by which the
    others are found. numbers: how numbers are written.
    """

    to_go: str
    anniversary: str
    word: str
    numbers: Mapping[str, int]


class Anniversary(Frozen):
    """Words for a day so many years and days after another. start, end: where they stand in the text."""

    start: int
    end: int
    years: int
    days: int


class _Compiled(Frozen):
    """The same, compiled."""

    to_go: re.Pattern[str]
    anniversary: re.Pattern[str]
    plain_word: str
    word: re.Pattern[str]
    numbers: Mapping[str, int]


#: So many characters before and behind the word for it does an anniversary reach.
_BEFORE, _BEHIND = 120, 3

def is_left(text: str, end: int, language: str) -> bool:
    """Do the words behind a length of time say that so much is left until a day?"""
    return _compiled(language).to_go.match(text, end) is not None


def anniversaries(text: str, language: str) -> Iterator[Anniversary]:
    """The anniversaries that a text names by their number."""
    known = _compiled(language)
    if known.plain_word not in text.lower():
        return
    done = 0
    for word in known.word.finditer(text):
        m = known.anniversary.search(text, max(done, word.start() - _BEFORE), word.end() + _BEHIND)
        if m is None:
            continue
        done = m.end()
        years, off = _number(m["n"], known.numbers), _number(m["off"] or "0", known.numbers)
        if years and off is not None:
            days = off * (7 if m["week"] else 1)
            yield Anniversary(m.start(), m.end(), years, -days if m["early"] else days)


def _number(written: str, numbers: Mapping[str, int]) -> int | None:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else numbers.get(written.lower())


@cache
def _compiled(language: str) -> _Compiled:
    table: Countdowns = module_of(language, "countdowns").COUNTDOWNS
    to_go, anniversary = pattern(table.to_go, re.I), pattern(table.anniversary, re.I | re.X)
    return _Compiled(to_go, anniversary, table.word, pattern(table.word, re.I), table.numbers)

"""Words that count to a day or from one ("ten days to go", "its first anniversary"), as data: a table a language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..frozen import Frozen
from .tables import module_of


class Countdowns(Frozen):
    """Regular expressions, case aside.

    to_go: what stands right behind a length of time that is left until a day. anniversary: what it is called, with the
    number as `(?P<n>…)`; before, where days are said that it is off, they as `(?P<off>…)`, their unit as `(?P<week>…)`
    where it is weeks, and `(?P<early>…)` where it is still to come. numbers: how numbers are written.
    """

    to_go: str
    anniversary: str
    numbers: Mapping[str, int]


class Anniversary(Frozen):
    """Words for a day so many years and days after another. start, end: where they stand in the text."""

    start: int
    end: int
    years: int
    days: int


def is_left(text: str, end: int, language: str) -> bool:
    """Do the words behind a length of time say that so much is left until a day?"""
    return _compiled(language)[0].match(text, end) is not None


def anniversaries(text: str, language: str) -> Iterator[Anniversary]:
    """The anniversaries that a text names by their number."""
    _, named, numbers = _compiled(language)
    for m in named.finditer(text):
        years, off = _number(m["n"], numbers), _number(m["off"] or "0", numbers)
        if years and off is not None:
            days = off * (7 if m["week"] else 1)
            yield Anniversary(m.start(), m.end(), years, -days if m["early"] else days)


def _number(written: str, numbers: Mapping[str, int]) -> int | None:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else numbers.get(written.lower())


@cache
def _compiled(language: str) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, int]]:
    table: Countdowns = module_of(language, "countdowns").COUNTDOWNS
    return re.compile(table.to_go, re.I), re.compile(table.anniversary, re.I | re.X), table.numbers

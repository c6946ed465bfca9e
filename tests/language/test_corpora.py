"""The corpora of the languages: `<language>/*.md`, texts in which every time expression is marked with its value.

    ## 2019-05-15                                              published on that day, until the next such heading
    - The board met on [Monday](2019-05-13).                   one text a line; " > " parts paragraphs
    - It sat for [about an hour](PT1H APPROX) [every day](SET P1D).

In the parentheses stand the TIMEX3 value, after it a mod where there is one, before it the type where it cannot be
seen from the value. What is not marked is no time expression.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from timeline.annotate import Record, annotate_together
from timeline.model import Meta

TODAY = date(2025, 1, 1)
_MARKED = re.compile(r"\[([^\]]+)\]\((?:(SET) )?([^\s)]+)(?: ([A-Z_]+))?\)")


@dataclass(frozen=True)
class Expected:
    """One expression: its place in the text, its words, type, value and mod."""

    start: int
    words: str
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True)
class Case:
    """A text and all its expressions."""

    place: str
    text: str
    meta: Meta
    expected: tuple[Expected, ...]


def type_of(value: str) -> str:
    """The type that a value shows."""
    return "DURATION" if re.match(r"P[\dTX]", value) else "TIME" if re.search(r"\dT", value) else "DATE"


def case(place: str, marked: str, meta: Meta) -> Case:
    """A text without its marks, and what they say."""
    text, at, found = "", 0, []
    for m in _MARKED.finditer(marked):
        text += marked[at : m.start()]
        found.append(Expected(len(text), m[1], m[2] or type_of(m[3]), m[3], m[4]))
        text, at = text + m[1], m.end()
    text += marked[at:]
    return Case(place, text, meta, tuple(found))


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).parent.glob("*/*.md")):
        published: str | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if heading := re.fullmatch(r"## (\d{4}-\d\d-\d\d)", line):
                published = heading[1]
            elif line.startswith("- "):
                place = f"{path.parent.name}/{path.name}:{number}"
                meta = Meta(published=published, language=path.parent.name)
                yield case(place, line[2:].replace(" > ", "\n\n"), meta)


@pytest.mark.parametrize("expected", tuple(cases()), ids=lambda c: c.place)
def test_all_time_expressions_of_a_text(expected: Case) -> None:
    answer = annotate_together([Record("text", expected.text, expected.meta)], TODAY, trace=False)[0]

    assert [Expected(t["start"], t["text"], t["type"], t["value"], t.get("mod")) for t in answer["timexes"]] == list(
        expected.expected
    )

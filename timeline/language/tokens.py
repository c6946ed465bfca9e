"""Numbers, dashes and marks: the tokens that no lexicon lists, and what each can be."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from ..kept import pattern

DASH = "-‐‑‒–—−"

#: (shape, regex over lower-cased text); the first that fits wins.
SHAPES = (
    ("ISOTIME", r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\d)"),
    ("ISODATE", r"\d{4}-\d\d-\d\d(?![\d-])"),
    ("ISOWEEK", r"\d{4}-w\d\d(?:-\d)?(?!\d)"),
    (
        "NUMDATE",
        r"(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?|\d{4}\.\d\d\.\d\d)(?![\d/])(?!\.\d)",
    ),
    ("FISCAL", r"fy\s?['’]?(?:\d{4}|\d\d)(?!\w)"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?(?!\d)(?!:\d)"),
    ("BIG", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"),
    ("DECIMAL", r"\d+\.\d+(?!\d|\.\d)"),
    ("NUMPAIR", r"\d{1,2}/\d{1,2}(?![/\d])"),
    ("DECADE", r"(?:\d{3}0|\d\d0(?=['’]?s\sb\.?\s?c)|['’]?\d0)['’]?s(?!\w)"),
    ("ORDNUM", r"\d{1,3}\s?(?:st|nd|rd|th)(?!\w)|\d?[23]d(?!\w)"),
    ("DIGITS", r"\d+"),
)
#: Shapes that are temporal by themselves, so that an island can begin from them.
CORE_SHAPES = ("FISCAL", "ISOTIME", "ISODATE", "ISOWEEK", "NUMDATE", "CLOCK", "NUMPAIR", "DECADE", "ORDNUM")
#: Shapes that begin with a letter: they are sought before words, which could be their beginning.
LETTERED = ("FISCAL", "UTCOFFSET")

MARKS = {",": ",", "'s": "'s", "’s": "'s", "/": "/", "'": "'", "’": "'", "&": "&"}
MARK = r"['’]s(?!\w)|[,/'’&]"

_DIGITS = pattern(r"\d+")


def shapes_with(own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The shapes of a language: its own first, then those of all that it does not replace."""
    return (*own.items(), *((name, regex) for name, regex in SHAPES if name not in own))


#: One of each: what numbers of a shape can be depends on their digits alone.
_SAMPLES = {
    "DIGITS": [
        *(str(n) for n in range(100)),
        *(f"0{n}" for n in range(10)),
        *("123", "999", "1066", "1914", "2023", "4000", "12345"),
    ],
    "ORDNUM": ["10", "199"],
    "DECADE": ["1990"],
    "BIG": ["1,000"],
}


def all_kinds(shapes: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Every set of kinds that a number of these shapes can have: each gets its code before rules are compiled."""
    return {kinds_of(name, sample)[0] for name, _ in shapes for sample in _SAMPLES.get(name, ["1"])}


@lru_cache(maxsize=20000)
def kinds_of(shape: str, text: str) -> tuple[frozenset[str], Any]:
    """(what a number can be, its value)."""
    if shape == "DIGITS":
        return _digits(text)
    if shape == "ORDNUM":
        n = int(_DIGITS.findall(text)[0])
        return frozenset({"ORDNUM", "DAYTH"} if 1 <= n <= 31 else {"ORDNUM"}), n
    if shape == "DECADE":
        return frozenset({"DECADE"}), int(_DIGITS.findall(text)[0])
    if shape == "DECIMAL":
        return frozenset({"DECIMAL"}), float(text.replace(",", "."))
    if shape == "BIG":
        between = next(c for c in text if not c.isdigit())  # "1,000.5", "1.000,5"
        return frozenset({"BIG"}), float(text.replace(between, "").replace(",", "."))
    return frozenset({shape}), text


def _digits(text: str) -> tuple[frozenset[str], Any]:
    size = len(text)
    if size > 4:
        return frozenset({"LONG"}), 0
    n, kinds = int(text), {"NUM"}
    if size <= 2:
        kinds |= {"NN"}
        kinds |= {"YY"} if size == 2 else set()
        kinds |= {"DOM"} if 1 <= n <= 31 else set()
        kinds |= {"MM"} if 1 <= n <= 12 else set()
        kinds |= {"HOUR"} if n <= 24 else set()
        kinds |= {"MIN"} if size == 2 and n <= 59 else set()
    if size == 4 and 1000 <= n <= 2999:
        kinds |= {"YEAR"}
    if size >= 3 or n > 31:
        kinds |= {"OLDYEAR"}  # a year only with an era
    return frozenset(kinds), n

"""Numbers, dashes and marks: the tokens that no lexicon lists, and what each can be."""

import re
from functools import lru_cache
from typing import Any

DASH = "-‐‑‒–—−"

#: (shape, regex over lower-cased text); the first that fits wins.
SHAPES = (
    ("ISOTIME", r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\d)"),
    ("ISODATE", r"\d{4}-\d\d-\d\d(?![\d-])"),
    ("ISOWEEK", r"\d{4}-w\d\d(?:-\d)?(?!\d)"),
    (
        "NUMDATE",
        r"(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?)(?![\d/])(?!\.\d)",
    ),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?(?!\d)(?!:\d)"),
    ("BIG", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"),
    ("DECIMAL", r"\d+\.\d+(?!\d|\.\d)"),
    ("NUMPAIR", r"\d{1,2}/\d{1,2}(?![/\d])"),
    ("DECADE", r"(?:\d{3}0|['’]?\d0)['’]?s(?!\w)"),
    ("ORDNUM", r"\d{1,3}\s?(?:st|nd|rd|th)(?!\w)"),
    ("DIGITS", r"\d+"),
)
#: Shapes that are temporal by themselves, so that an island can begin from them.
CORE_SHAPES = ("ISOTIME", "ISODATE", "ISOWEEK", "NUMDATE", "CLOCK", "NUMPAIR", "DECADE", "ORDNUM")

MARKS = {",": ",", "'s": "'s", "’s": "'s", "/": "/", "'": "'", "’": "'", "&": "&"}
MARK = r"['’]s(?!\w)|[,/'’&]"

_DIGITS = re.compile(r"\d+")


def all_kinds() -> set[frozenset[str]]:
    """Every set of kinds that a number can have, so that each gets its code before rules are compiled."""
    samples = (
        [str(n) for n in range(0, 100)]
        + [f"0{n}" for n in range(10)]
        + ["123", "999", "1066", "1914", "2023", "4000", "12345"]
    )
    samples += [
        "45th",
        "10th",
        "199th",
        "1990s",
        "90s",
        "1.5",
        "1,000",
        "2023-12-10",
        "2023-w10",
        "1/2/2023",
        "2023-12-10t10:00",
        "10:30",
        "9/11",
    ]
    shape = re.compile("|".join(f"(?P<{name}>{regex})" for name, regex in SHAPES))
    return {kinds_of(m.lastgroup or "", m[0])[0] for m in map(shape.match, samples) if m}


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
        return frozenset({"DECIMAL"}), float(text)
    if shape == "BIG":
        return frozenset({"BIG"}), float(text.replace(",", ""))
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

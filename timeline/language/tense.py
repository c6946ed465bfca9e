"""Which way a clause looks: the cue words of a language around a time expression, nearest first."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_SENTENCE_END = re.compile(r"[.!?;](?=\s+[\"“‘'(]*[A-Z0-9•])|\n\s*\n|[;•]")
_BREAK = re.compile(r",|;|:|—|–|\band\b|\bbut\b|\bthat\b|\bwhich\b|\bwho\b|\bwhen\b|\bwhile\b|\bafter\b|\bbefore\b|\bbecause\b|\bhours\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells the direction: -1 or +1; weak ones give way."""

    word: str
    direction: int
    weak: bool = False


@cache
def _cues(language: str) -> re.Pattern[str]:
    data = yaml.load(files("timeline.language").joinpath(language, "tense.yaml").read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    future, weak, past = ("|".join(data[k]) for k in ("future", "weak_future", "past"))
    return re.compile(rf"(?<![\w'’])(?:(?P<future>{future})|(?P<weak>{weak})|(?P<past>{past}))(?!\w)")


def _cue(m: re.Match[str]) -> Cue:
    return Cue(m[0], -1 if m.lastgroup == "past" else 1, m.lastgroup == "weak")


def sentence_bounds(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The sentence around text[start:end], roughly: cue words need no better."""
    left = first
    for m in _SENTENCE_END.finditer(text, max(first, start - 240), start):
        left = m.end()
    m2 = _SENTENCE_END.search(text, end, min(last, end + 200))
    return left, m2.start() + 1 if m2 else min(last, end + 200)


def cue_for(text: str, lower: str, start: int, end: int, first: int, last: int, language: str) -> Cue | None:
    """The cue that governs text[start:end], in the block text[first:last]; None where nothing tells.

    The nearest cue to the left in the same clause; across a clause break the first one to the right, if there is one.
    """
    cues = _cues(language)
    left_edge, right_edge = sentence_bounds(text, start, end, first, last)
    left = weak_left = None
    for m in cues.finditer(lower, left_edge, start):
        if m.lastgroup == "weak":
            weak_left = m
        else:
            left, weak_left = m, None
    if weak_left is not None and left is None:
        left = weak_left
    if left is not None and not _BREAK.search(lower, left.end(), start):
        return _cue(left)
    right = next((m for m in cues.finditer(lower, end, right_edge) if m.lastgroup != "weak"), None)
    if right is not None:
        return _cue(right)
    return _cue(left) if left is not None else None

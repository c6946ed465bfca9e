"""Which way a clause looks: the cue words of a language around a time expression, nearest first."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_SENTENCE_END = re.compile(
    r"[.!?;•\n](?:(?<=[;•])|(?<=\n)\s*\n|(?<![A-Z].)(?<!\b[MmDS][rt].)(?<!\bCo.)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Sgt|Col|Inc|Ltd).)(?<!\bCorp.)(?=\s+[\"“‘'(]*[A-Z0-9•]))"
)
_BREAK = re.compile(
    r",|;|:|—|–|\band\b|\bbut\b|\bthat\b|\bwhich\b|\bwho\b|\bwhen\b|\bwhile\b|\bafter\b|\bbefore\b|\bbecause\b|\bhours\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a direction: -1 back, +1 ahead, 0 neither; doubled where they stand right beside the expression."""

    word: str
    direction: int


@cache
def _cues(language: str) -> re.Pattern[str]:
    data = yaml.load(
        files("timeline.language").joinpath(language, "tense.yaml").read_text(encoding="utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    groups = "|".join(
        f"(?P<{name}>{'|'.join(data[name])})" for name in ("neutral", "past_plan", "future", "weak_future", "past")
    )
    return re.compile(rf"\b(?<!['’])(?:{groups})(?!\w)")


#: A cue so many characters from the expression stands right beside it.
_BESIDE = 24
_DIRECTION = {"past": -1, "past_plan": -1, "neutral": 0}


def _cue(m: re.Match[str], distance: int) -> Cue:
    return Cue(m[0], _DIRECTION.get(m.lastgroup or "", 1) * (2 if distance <= _BESIDE else 1))


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
        if m.lastgroup == "weak_future":
            weak_left = m
        else:
            left, weak_left = m, None
    if weak_left is not None and left is None:
        left = weak_left
    if left is not None and not _BREAK.search(lower, left.end(), start):
        return _cue(left, start - left.end())
    right = next((m for m in cues.finditer(lower, end, right_edge) if m.lastgroup != "weak_future"), None)
    if right is not None:
        return _cue(right, right.start() - end)
    return _cue(left, _BESIDE + 1) if left is not None else None

"""Cue words parted by their first letters are found as if they stood side by side."""

import re
from pathlib import Path

import pytest

from timeline.language.cues import any_of, parted
from timeline.language.tables import yaml_of
from timeline.language.tense import _DIRECTION, tense

SENTENCES = Path(__file__).parents[1] / "temporal" / "sentences"


def found(groups, text):
    regex, names = any_of(groups)
    return [(m[0], names[m.lastindex or 0]) for m in re.finditer(rf"\b{regex}\b", text)]


@pytest.mark.parametrize(
    ("groups", "text", "cues"),
    [
        ({"ahead": ["(?:will|shall) be|due"]}, "due will be, shall be", ["due", "will be", "shall be"]),
        ({"ahead": ["(?:not )?yet", "later"]}, "not yet, yet, later", ["not yet", "yet", "later"]),
        ({"ahead": ["(?<!the |one )(?:open|close)s?"]}, "the opens, closes, it opens", ["closes", "opens"]),
        ({"ahead": ["(?:(?<!a )may|might)(?: not)? go"]}, "a may go, may not go, might go", ["may not go", "might go"]),
        ({"ahead": [r"[a-z]+ing", r"o?pens"]}, "going, pens, opens", ["going", "pens", "opens"]),
        ({"ahead": ["do(?:es)?|did"]}, "does, do, did, done", ["does", "do", "did"]),
    ],
)
def test_all_that_begins_a_cue_is_found(groups, text, cues):
    assert found(groups, text) == [(cue, "ahead") for cue in cues]


def test_the_first_of_two_cues_wins_whatever_its_group():
    groups = {"neutral": ["was [a-z]+ing"], "past": ["[a-z]+ed|was"], "ahead": ["was to go", "waited"]}

    assert found(groups, "was going, was to go, waited") == [
        ("was going", "neutral"), ("was", "past"), ("waited", "past"),
    ]  # fmt: skip


def test_bars_in_brackets_and_classes_part_nothing():
    assert parted(r"a|b(?:c|d)|[|(]e\|f") == ["a", "b(?:c|d)", r"[|(]e\|f"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_cues_of_a_language_are_found_as_if_they_stood_side_by_side(language):
    groups = {name: cues for name, cues in yaml_of(language, "tense").items() if name in _DIRECTION}
    plain = "|".join(f"(?P<{name}>{'|'.join(_words_last(cues))})" for name, cues in groups.items())
    regex, names = any_of(groups)
    behind = r"(?<!\w)"
    side_by_side, by_letter = (re.compile(rf"{behind}(?:{one})(?!\w)") for one in (plain, regex))
    assert by_letter.groups == len(names) - 1

    for path in SENTENCES.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        text = text if tense(language).as_written else text.lower()
        expected = [(m.span(), m.lastgroup) for m in side_by_side.finditer(text)]
        assert [(m.span(), names[m.lastindex or 0]) for m in by_letter.finditer(text)] == expected


def _words_last(cues):
    """Words by themselves behind all others, the longer first."""
    every = [cue for alternatives in cues for cue in parted(alternatives)]
    words = sorted((cue for cue in every if cue.isalpha()), key=len, reverse=True)
    return [*(cue for cue in every if not cue.isalpha()), *words]

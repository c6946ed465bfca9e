"""Where sentences end, told with a bar; two bars stand for an end without a blank."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.sentences import sentences


def split(marked: str, language: str = "en") -> tuple[list[str], list[str]]:
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    text = marked.replace("||", "").replace("| ", " ")
    return [text[a:b] for a, b in sentences(text, 0, len(text), language)], expected


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge fell.| Nobody was hurt!| Why did it fall?| It was old.",
        "It opened on Dec. 10 and closed on Sept. 3, 1911.| Few came.",
        "It was rebuilt in Dec.| The mayor spoke.",
        "Mr. Hale met Dr. Osei in St. Ives.| They talked.",
        "The book of J. K. Marlow and A. Finch sold well.| Both were glad.",
        "They left at 9 p.m. Friday and came back at 4 a.m. Sunday.| Nobody saw them.",
        "They left at 9 p.m.| Then it rained.",
        "He went to the U.S. Embassy.| She stayed in the U.S.| The others went home.",
        "“We shall see.”| He left the room.| “Why?” she asked.| “No!”| And so on.",
        "They waited … and waited... for a boat.| Then came one...| It sank.",
        "The fire went out.||The crew went home.||A few stayed.",
        "Write to ann@example.Org or see docs.Example.org for more.",
        "It rose 3.5 percent to No. 4 in 2009.| 20 people cheered.",
        "1986. A tanker sank.| Nobody knew.",
        "(The report is late.)| It came in May.",
        "``It was a ship,'' he said.| ``A big one.''| He wept.",
        "no capital at all. and none here",
        "Acme Inc. Chairman Ito spoke.| He was brief",
        "She lives in Fla.| Her son does not.",
    ],
)
def test_english(marked: str) -> None:
    found, expected = split(marked)
    assert found == expected


def test_a_part_of_a_text() -> None:
    text = "One is here. Two is there. Three is gone."
    assert [text[a:b] for a, b in sentences(text, 12, 27)] == ["Two is there."]


@pytest.mark.parametrize("bullet", ["• ", "  •\u00a0", "– ", "* "])
def test_a_bullet_belongs_to_no_sentence(bullet: str) -> None:
    text = f"{bullet}One is here. Two is there."
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == ["One is here.", "Two is there."]


def test_a_language_without_words_of_its_own_is_read_like_english() -> None:
    assert sentences("Mr. Ek kom. Han gick.", 0, 21, "sv-SE") == ((0, 11), (12, 21))


@pytest.mark.parametrize("unit", [".", '?!"', "A. ", "a.B", "Dr. ", "1. "])
def test_time_grows_with_length_alone(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    start = time.process_time()
    sentences(text, 0, len(text))
    assert time.process_time() - start < 3


@given(st.text("aB .!?…”'\n\u00a0(Dec1•-", max_size=80))
def test_every_word_is_in_one_sentence(text: str) -> None:
    found = sentences(text, 0, len(text))
    words = re.sub(r"\A\s*[•-]\s+(?=\S)", "", text)
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(words.split())
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in found)
    assert list(found) == sorted(found)

"""Headlines: who did what, whole words, no time, no hearsay."""

import pytest

from .support import dated


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On May 3, the Ruritanian parliament adopted a water law.", "Ruritanian parliament adopted a water law"),
        ("However, Ada Lund reportedly resigned on Monday.", "Ada Lund resigned"),
        ("The oil tanker Medusa (built in Turku) sank on Friday off Crete.", "Oil tanker Medusa sank off Crete"),
        ("The bombing of the bridge by rebels on May 3 was condemned.", "Bombing of the bridge by rebels"),
        ("The lake was where 30 divers were seized by pirates in May 2011.", "30 divers were seized by pirates"),
    ],
)
def test_title(text: str, title: str) -> None:
    (mention,) = dated(text).values()
    assert mention.title == title


def test_a_long_subject_loses_its_offices_before_the_sentence_loses_its_object() -> None:
    text = (
        "Norwegian Prime Minister Theodora Abercrombie and Portuguese President Maximilian Featherstonehaugh held a "
        "telephone conversation on Sunday amid growing tension in the straits."
    )
    (mention,) = dated(text).values()
    assert mention.title == "Theodora Abercrombie and Maximilian Featherstonehaugh held a telephone conversation"


@pytest.mark.parametrize("words", [5, 40, 400])
def test_no_title_is_longer_than_a_hundred_characters_or_cut_in_a_word(words: int) -> None:
    text = "The council approved " + "a very long and winding plan for the harbour " * words + "on Monday."
    for mention in dated(text).values():
        assert len(mention.title) <= 100
        assert mention.title.split()[-1] in text.split()

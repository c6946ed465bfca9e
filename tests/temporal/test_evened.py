"""Texts are read with plain blanks; places in them are told as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.recognising.evened import evened

LETTERS = st.text(st.sampled_from("ab1.\n \t\u00a0\u2009\u200b\u00ad\u202e\u2066\u2028\r"), max_size=40)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("on 3\u00a0May", "on 3 May"),
        ("on  3 \t May", "on 3 May"),
        ("Wednes\u00adday", "Wednesday"),
        ("on \u20663 May\u2069", "on 3 May"),
        ("\ufeffMay 3", "May 3"),
        ("one\n\ntwo", "one\n\ntwo"),
    ],
)
def test_blanks_become_plain_and_what_is_unseen_goes(written, read):
    assert evened(written).text == read


@given(LETTERS)
def test_every_character_that_stays_is_found_again(text):
    even = evened(text)

    for place, character in enumerate(even.text):
        if not character.isspace():
            assert text[even.back(place)] == character
            assert even.there(even.back(place)) == place


@given(LETTERS)
def test_an_even_text_is_left_alone(text):
    once = evened(text).text

    assert evened(once).text == once


@given(LETTERS)
def test_places_stay_in_order(text):
    even = evened(text)
    places = [even.there(n) for n in range(len(text) + 1)]

    assert places == sorted(places)
    assert places[-1] == len(even.text)

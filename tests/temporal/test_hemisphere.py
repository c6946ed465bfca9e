"""Seasons are those of the publisher's half of the world."""

import pytest

from timeline.model import Meta

from .sentence_files import annotated

NORTH, SOUTH = "2014-06/2014-08", "2014-12/2015-02"


@pytest.mark.parametrize(
    ("meta", "summer"),
    [
        (Meta(), NORTH),
        (Meta(place="Hobart, Tasmania"), SOUTH),
        (Meta(timezone="Pacific/Auckland"), SOUTH),
        (Meta(language="en-AU"), SOUTH),
        (Meta(language="en-GB"), NORTH),
        (Meta(publisher="The Sydney Gazette"), SOUTH),
        (Meta(url="https://news.example.co.za/dam"), SOUTH),
        (Meta(place="London", publisher="The Sydney Gazette"), NORTH),
        (Meta(timezone="Europe/London", language="en-AU"), NORTH),
    ],
)
def test_a_summer_is_that_of_the_publisher(meta, summer):
    (told,) = annotated("The dam was finished in the summer of 2014.", meta)

    assert told["edtf"] == (summer if summer == SOUTH else "2014-22")


def test_a_dateline_tells_where_nothing_else_does():
    (told,) = annotated("PERTH - The dam was finished in the winter of 2014.", Meta())

    assert told["edtf"] == NORTH

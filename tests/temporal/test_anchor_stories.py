"""Whole reports, read together: in whatever order, and whatever else is there, their days are the same."""

from datetime import date
from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.annotate import annotate_together, parse_record
from timeline.diagnostics import Diagnostic

TODAY = date(2026, 11, 21)
Articles = dict[str, tuple[str | None, str]]  # day of publication and text, by id

#: One dated report, one of the same news, one that names its day otherwise, and one that may be of much later.
BRIDGE: Articles = {
    "bridge-1": (
        "2023-11-17",
        "The stone bridge of Oldmere collapsed on Thursday and threw two lorries into the Mere. Mayor Ilva Brenn said "
        "that nobody was killed. The bridge was built in 1911.",
    ),
    "bridge-2": (
        None,
        "Mayor Ilva Brenn of Oldmere said that the stone bridge collapsed on Thursday with two lorries on it. Divers "
        "looked for a driver in the Mere.",
    ),
    "bridge-3": (
        None,
        "The stone bridge of Oldmere collapsed on the 16th. Mayor Ilva Brenn closed the road along the Mere on Friday.",
    ),
    "bridge-4": (None, "Oldmere may have its stone bridge back by spring, Mayor Ilva Brenn said on Monday."),
}
#: Two undated reports of something else. One could be of any year, the other tells its year by policy.
HARBOUR: Articles = {
    "harbour-1": (None, "The dockers of Fenwick struck on Tuesday, March 12. Leader Otto Pell was held on Wednesday."),
    "harbour-2": (None, "The dockers of Fenwick struck on Tuesday, said their leader Otto Pell. The port is shut."),
}


def times(articles: Articles) -> dict[str, object]:
    """What is found out about each article, where they are read together and no collection is named."""
    records = [parse_record(_line(name, *article), 1) for name, article in articles.items()]
    usable = [r for r in records if not isinstance(r, Diagnostic)]
    return {answer["id"]: answer["published"] for answer in annotate_together(usable, TODAY, trace=False)}


def _line(name: str, published: str | None, text: str) -> str:
    return dumps({"id": name, "text": text, "published": published})


ALONE = times(BRIDGE) | times(HARBOUR)


def test_what_the_stories_say_by_themselves() -> None:
    best = {name: time["best"] for name, time in ALONE.items() if isinstance(time, dict)}
    assert best["bridge-2"] == "2023-11-17"
    assert best["bridge-3"] == "2023-11-17"
    assert best["bridge-4"] is None
    assert best["harbour-1"] == "2024-03-13"


@given(st.permutations([*BRIDGE, *HARBOUR]))
def test_neither_the_order_nor_another_story_changes_a_day(order: list[str]) -> None:
    everything = BRIDGE | HARBOUR
    assert times({name: everything[name] for name in order}) == ALONE


@given(st.sets(st.sampled_from([*HARBOUR])))
def test_any_part_of_another_story_changes_nothing(others: set[str]) -> None:
    found = times(BRIDGE | {name: HARBOUR[name] for name in others})
    assert {name: found[name] for name in BRIDGE} == {name: ALONE[name] for name in BRIDGE}


# ---------------------------------------------------------------- what comes round again
QUARTERS: Articles = {
    "spring": (
        "2022-04-27",
        "Brackwater Pumps said on Wednesday that profit rose in the first quarter. Chief Olga Renn was content.",
    ),
    "autumn": (
        None,
        "Brackwater Pumps said on Wednesday that profit rose in the third quarter. Chief Olga Renn was content.",
    ),
}
FESTIVALS: Articles = {
    "first": ("2019-06-17", "The third herring festival of Fenwick opened on Saturday. Ada Pell threw the first net."),
    "later": (None, "The sixth herring festival of Fenwick opened on Saturday. Ada Pell threw the first net."),
}
SHARES: Articles = {
    "up": ("2022-04-27", "Shares of Brackwater Pumps rose 4 percent on Wednesday. Chief Olga Renn spoke to brokers."),
    "down": (None, "Shares of Brackwater Pumps rose 9 percent on Wednesday. Chief Olga Renn spoke to brokers."),
}


@pytest.mark.parametrize(("articles", "later"), [(QUARTERS, "autumn"), (FESTIVALS, "later"), (SHARES, "down")])
def test_another_time_of_the_same_is_not_dated_by_it(articles: Articles, later: str) -> None:
    found = times(articles)[later]
    assert isinstance(found, dict)
    assert found["best"] is None


def test_the_same_figure_is_the_same_time() -> None:
    published, text = SHARES["down"]
    found = times(SHARES | {"down": (published, text.replace("9 percent", "4 percent"))})["down"]
    assert isinstance(found, dict)
    assert found["best"] == "2022-04-28"


RAIDS: Articles = {
    "port": (
        "2024-05-10",
        "Rockets hit the port of Fenwick on Thursday and killed two dockers. The rebels had fired from the hills.",
    ),
    "queue": (
        None,
        "Rockets hit the port of Fenwick on Thursday and killed sixteen people. The rebels had fired from a ship.",
    ),
}


@pytest.mark.parametrize(("toll", "day"), [("sixteen", None), ("three", "2024-05-10")])
def test_many_more_dead_are_of_another_day(toll: str, day: str | None) -> None:
    published, text = RAIDS["queue"]
    found = times(RAIDS | {"queue": (published, text.replace("sixteen", toll))})["queue"]
    assert isinstance(found, dict)
    assert found["best"] == day

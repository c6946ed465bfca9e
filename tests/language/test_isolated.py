"""Dates that stand alone, in words."""

from datetime import date

import pytest

from timeline.language.isolated import isolated

BASE = date(1987, 6, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 June 1987", "1987-06-05"),
        ("June 5th, 1987", "1987-06-05"),
        ("Friday, 5 June 1987", "1987-06-05"),
        ("June 1987", "1987-06"),
        ("1987", "1987"),
        ("about June 1987", "1987-06~"),
        ("1987-06-05", "1987-06-05"),
        ("5 June 1987, 9:30 p.m.", "1987-06-05T21:30"),
        ("5 June 1987 21:30 +0900", "1987-06-05T21:30+09:00"),
        ("  5\nJune  1987 ", "1987-06-05"),
    ],
)
def test_a_date_is_as_fine_as_it_is_told(text: str, expected: str) -> None:
    assert isolated(text) == expected
    assert isolated(text, base=BASE) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5. Juni 1987", "de-AT", "1987-06-05"),
        ("Juni 1987", "de", "1987-06"),
        ("5 de junio de 1987", "es", "1987-06-05"),
        ("1987年6月5日", "ja", "1987-06-05"),
        ("5 June 1987", "xx", "1987-06-05"),
    ],
)
def test_other_languages(text: str, language: str, expected: str) -> None:
    assert isolated(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("yesterday", "1987-06-09"), ("5 May", "1987-05-05"), ("May", "1987-05"), ("last week", "1987-06-01/1987-06-07")],
)
def test_what_needs_a_day_to_count_from(text: str, expected: str) -> None:
    assert isolated(text, base=BASE) == expected
    assert isolated(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "the 5th", "5", "5/6/1987", "05.06.1987", "5-7 June 1987", "by 5 June 1987", "after 5 June 1987",
        "31 June 1987", "5 or 6 June 1987", "5 June 1987 to 7 June 1987", "1702233000", "1990s", "early 1987",
        "x" * 200,
    ],
)  # fmt: skip
def test_no_answer_rather_than_one_of_two(text: str) -> None:
    assert isolated(text) is None
    assert isolated(text, base=BASE) is None


def test_a_day_that_can_only_be_a_day_settles_the_order() -> None:
    assert isolated("25/6/1987") == "1987-06-25"

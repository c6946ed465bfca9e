"""Sources that count by the Julian calendar."""

from datetime import date

import pytest

from timeline.config import Config
from timeline.model import Article, Decisions
from timeline.pipeline import run
from timeline.reading.article import read_article


def read(text: str, published: str = "1917-10-26", calendar: str = "julian") -> Article:
    head = f"---\ntitle: A\npublished: {published}\ncalendar: {calendar}\n---\n"
    document = read_article(f"{head}\n{text}\n".encode(), "a", "a.md")
    (article,) = run([document], Decisions(), Config(), date(2020, 1, 1)).articles
    return article


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The bridges were taken on 25 October.", "1917-10-26", "1917-11-07"),
        ("The palace fell on Wednesday, 25 October 1917.", "1917-10-26", "1917-11-07"),
        ("On Wednesday, 25 October, it rained.", "1917-10-26", "1917-11-07"),
        ("The congress met yesterday.", "1917-10-26", "1917-11-07"),
        ("The guards left on Monday.", "1917-10-26", "1917-11-05"),  # 23 October was a Monday
        ("The serfs were freed on 19 February 1861.", "1861-02-20", "1861-03-03"),
        ("The squares were cleared on 14 December 1825.", "1825-12-15", "1825-12-26"),
        ("The tsar was killed on 1 March 1881.", "1881-03-02", "1881-03-13"),
        ("It began on 28 February 1900.", "1900-03-05", "1900-03-12"),
        ("It began on 1 March 1900.", "1900-03-05", "1900-03-14"),
    ],
)
def test_days_are_told_by_our_calendar(text: str, published: str, expected: str) -> None:
    (timex,) = read(text, published).timexes
    assert timex.edtf == expected
    assert timex.doubt is None


def test_the_way_there_says_so() -> None:
    (timex,) = read("The bridges were taken on 25 October.").timexes
    assert any("Julian calendar (Old Style)" in step for step in timex.trace)


def test_a_month_by_itself_is_in_doubt() -> None:
    (timex,) = read("In October 1917 bread was short.").timexes
    assert timex.doubt is not None
    assert "Julian" in timex.doubt


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("1917-10-26", date(1917, 11, 8), date(1917, 11, 8)), ("1917-10", date(1917, 10, 14), date(1917, 11, 13)),
        ("1917-10-26T21:30+02:00", date(1917, 11, 8), date(1917, 11, 8)),
    ],
)  # fmt: skip
def test_so_is_the_day_of_publication(published: str, first: date, last: date) -> None:
    time = read("Nothing is dated.", published).time
    assert (time.earliest, time.latest) == (first.toordinal(), last.toordinal())
    assert f"{published} by the Julian calendar" in time.evidence[0]


def test_without_a_word_all_is_by_ours() -> None:
    (timex,) = read("The bridges were taken on 25 October.", calendar="gregorian").timexes
    assert timex.edtf == "1917-10-25"

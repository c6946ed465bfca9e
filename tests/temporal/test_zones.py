"""Time zones: which day a moment is where an article was published, and that a day that differs is said."""

from datetime import date

import pytest

from timeline.frozen import replace
from timeline.language.common.places import zone_of
from timeline.model import Analysis, Decision, Decisions, DocumentTime, EventMention, Link, Meta, Timex3
from timeline.reading.plain import read_plain
from timeline.temporal.anchor import anchor
from timeline.temporal.bind import bind
from timeline.temporal.recognise import recognise
from timeline.temporal.resolve import resolve

TODAY = date(2026, 11, 21)
EVENING = "2023-12-10T22:30:00Z"  # a Sunday; in Seoul the morning of the Monday


def analysed(text: str, meta: Meta, name: str = "a") -> Analysis:
    document = read_plain(text, name, meta)
    expressions = recognise(document)
    return Analysis(document, expressions, bind(document, expressions))


def dated(text: str, meta: Meta, decisions: tuple[Decision, ...] = ()) -> tuple[DocumentTime, Timex3]:
    """The publication, and the first expression."""
    analysis = analysed(text, meta)
    (time,) = anchor([analysis], (), Decisions(decisions), TODAY)
    return time, resolve(analysis, time)[0]


def iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


# ---------------------------------------------------------------- the day of a moment
def test_a_moment_is_of_the_day_that_it_was_in_the_stated_zone_and_that_is_said() -> None:
    time, today = dated("The bell of Hallow was hung today.", Meta(published=EVENING, timezone="Asia/Seoul"))
    assert (iso(time.best), today.edtf, time.clock) == ("2023-12-11", "2023-12-11", "T07:30+0900")
    assert "in Asia/Seoul, its time zone, that is 07:30 on 11 December 2023" in time.evidence


def test_without_a_zone_it_is_of_the_day_that_is_written() -> None:
    time, today = dated("The bell of Hallow was hung today.", Meta(published=EVENING))
    assert (iso(time.best), today.edtf, len(time.evidence)) == ("2023-12-10", "2023-12-10", 1)


@pytest.mark.parametrize(
    ("meta", "text"),
    [
        (Meta(publisher="The Seoul Courier"), "The bell of Hallow was hung today."),
        (Meta(place="Seoul"), "The bell of Hallow was hung today."),
        (Meta(), "SEOUL (Agency) – The bell of Hallow was hung today."),
    ],
)
def test_a_zone_that_is_guessed_shifts_nothing_but_is_said(meta: Meta, text: str) -> None:
    time, today = dated(text, replace(meta, published=EVENING))
    assert (iso(time.best), today.edtf) == ("2023-12-10", "2023-12-10")
    assert any("in Asia/Seoul" in words and "11 December 2023" in words for words in time.evidence)


@pytest.mark.parametrize("published", ["2023-12-10T09:30:00+09:00", "2023-12-10", "2023-12-10T22:30:00"])
def test_nothing_is_said_where_the_day_is_the_same_or_no_offset_is_told(published: str) -> None:
    time, _ = dated("The bell was hung today.", Meta(published=published, timezone="Asia/Seoul"))
    assert (iso(time.best), len(time.evidence)) == ("2023-12-10", 1)


def test_a_corrected_moment_is_in_the_zone_of_the_article_too() -> None:
    decision = Decision("published", "a", value=EVENING)
    time, _ = dated("The bell was hung today.", Meta(timezone="Asia/Seoul"), (decision,))
    assert iso(time.best) == "2023-12-11"


# ---------------------------------------------------------------- words
def test_local_time_is_said_to_be_that_of_the_event() -> None:
    _, tenth = dated("They met on the 10th (local time).", Meta(published="2023-12-11", publisher="Seoul Courier"))
    assert tenth.edtf == "2023-12-10"
    assert (
        "in local time: the day of the place it tells of, not of Asia/Seoul, the zone of its publisher, “Seoul”"
        in tenth.trace
    )


def test_a_clock_elsewhere_is_told_in_the_zone_of_the_article_where_the_day_differs() -> None:
    _, clock = dated("The senate sat at 9 p.m. ET on Sunday.", Meta(published="2023-12-11", timezone="Asia/Seoul"))
    assert clock.edtf == "2023-12-10T21:00:00"
    assert "in Asia/Seoul, its time zone, it was 11:00 on 11 December 2023" in clock.trace


def test_a_clock_of_the_same_day_is_told_as_it_stands() -> None:
    _, clock = dated("The senate sat at 9 a.m. ET on Sunday.", Meta(published="2023-12-11", timezone="Europe/London"))
    assert not any("Europe/London" in step for step in clock.trace)


# ---------------------------------------------------------------- one event, two days
def told_twice(there: str, here: str, strong: bool = True) -> DocumentTime:
    """The time of the undated report of an event that one published on Sunday 12 November tells with its weekday."""
    reports = [analysed(there, Meta(), "there"), analysed(here, Meta(published="2023-11-12"), "here")]
    mentions = [EventMention(a.document.id, a.document.id, (0, 1), (0, 1), (0, 1), "sign", "sign", 0) for a in reports]
    reports = [replace(a, mentions=(m,)) for a, m in zip(reports, mentions, strict=True)]
    return anchor(reports, (Link("here", "there", 0.9, strong),), Decisions(), TODAY)[0]


def test_monday_in_seoul_and_sunday_in_washington_can_be_one_event() -> None:
    time = told_twice(
        "SEOUL (Agency) – The pact was signed on Monday.", "WASHINGTON (Agency) – It was signed on Sunday."
    )
    assert iso(time.earliest) == "2023-11-13"
    assert any("a day apart by local time: Asia/Seoul and America/New_York" in words for words in time.evidence)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("SEOUL (Agency) – It was signed on Saturday.", "WASHINGTON (Agency) – It was signed on Sunday."),
        ("SEOUL (Agency) – It was signed on Monday.", "TOKYO (Agency) – It was signed on Sunday."),
        ("SEOUL (Agency) – It was signed on Monday.", "It was signed on Sunday."),
    ],
)
def test_the_day_is_later_in_the_east_and_nowhere_else(there: str, here: str) -> None:
    assert told_twice(there, here).best is None


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("The Straits Times, Singapore", "Asia/Singapore"),
        ("NEW DELHI", "Asia/Kolkata"),
        ("Delhi and Tokyo", None),
        ("Parisian Gazette", None),
        ("The Hallow Herald", None),
    ],
)
def test_places_with_a_known_zone(words: str, zone: str | None) -> None:
    found = zone_of(words)
    assert (found and found[0]) == zone

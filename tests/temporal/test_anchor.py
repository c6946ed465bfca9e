"""One article without a publication date: what its own words say, and that nothing is invented."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from timeline.model import Analysis, Decision, Decisions, DocumentTime, Meta
from timeline.reading.plain import read_plain
from timeline.temporal.anchor import anchor
from timeline.temporal.bind import bind
from timeline.temporal.recognise import recognise

from .undated_files import UndatedCase, cases

TODAY = date(2026, 11, 21)
CASES = tuple(cases(Path(__file__).parent / "undated"))


UNDATED = Meta()


def time_of(text: str, meta: Meta = UNDATED, decisions: Sequence[Decision] = (), today: date = TODAY) -> DocumentTime:
    taken = Decisions(tuple(decisions))
    document = read_plain(text, "a", meta)
    expressions = recognise(document, taken)
    return anchor([Analysis(document, expressions, bind(document, expressions))], (), taken, today)[0]


def iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_undated(case: UndatedCase) -> None:
    found = time_of(case.text, today=case.today)
    assert iso(found.best) == case.best, found.evidence
    assert found.basis == case.basis
    if case.window is not None:
        assert (iso(found.earliest), iso(found.latest)) == case.window, found.evidence
    assert tuple(date.fromordinal(day).year for day in found.alternatives) == case.also


WITH_YEAR_TO_TELL = "The mill burned on Tuesday, May 14. The miller was held on Wednesday."


def test_the_year_taken_by_policy_is_named() -> None:
    found = time_of(WITH_YEAR_TO_TELL, today=date(2021, 2, 1))
    assert found.year_policy == "the year is the latest in which 14 May is a Tuesday; 2013 and 2002 fit as well"
    assert "“on Tuesday, May 14” fits 2019 (and 2013) and no year between" in found.evidence


def test_nothing_is_published_after_it_was_retrieved() -> None:
    assert iso(time_of(WITH_YEAR_TO_TELL, Meta(retrieved=date(2018, 1, 1))).best) == "2013-05-15"


# ---------------------------------------------------------------- what somebody states
def test_front_matter_comes_before_a_stamp_and_the_contradiction_is_said() -> None:
    text = "May 14, 2024\n\nThe mill of Hallow burned down on Tuesday, and the miller was led away by two officers."
    found = time_of(text, Meta(published="2024-05-20"))
    assert (iso(found.best), found.basis) == ("2024-05-20", "given")
    assert "the stamp “May 14, 2024” in the text says 14 May 2024 instead" in found.evidence


def test_a_decision_comes_before_front_matter() -> None:
    decision = Decision("published", "a", value="2024-05-15")
    found = time_of("The mill burned on Tuesday.", Meta(published="2024-05-20"), [decision])
    assert (iso(found.best), found.set_by) == ("2024-05-15", decision)


PROSE = "The mill of Hallow burned down to its very foundations, and the miller was led away by two officers."
STAMPED = (
    f"Dec. 3, 2021, 9:30 p.m. ET\n\n{PROSE}",
    f"Page last updated at 07:48 GMT, Friday, 3 December 2021 {PROSE}",
    f"HALLOW, 3 December 2021 (Agency) – {PROSE}",
    f"A mill burns\nPublished: 3 December 2021\nUpdated: 6 December 2021\n{PROSE}",
    f"3 December 2021 Last updated at 12:42 GMT\n{PROSE}",
)


@pytest.mark.parametrize("text", STAMPED)
def test_a_stamp_in_the_text_states_the_date(text: str) -> None:
    found = time_of(text)
    assert (iso(found.best), found.basis) == ("2021-12-03", "given")


NO_STAMPS = (
    "The study, published on 3 December 2021, says that mills burn more often than barns do in a dry year.",
    "The mill of Hallow burned down on 3 December 2021 and has not been rebuilt since then, says the guild.",
    "The mill of Hallow was sold.\n\nCopyright 3 December 2021 The Hallow Herald.",
)


@pytest.mark.parametrize("text", NO_STAMPS)
def test_a_date_in_prose_is_no_stamp(text: str) -> None:
    assert time_of(text).best is None


def test_a_stamp_after_the_day_of_retrieval_is_not_believed() -> None:
    text = "Published: 3 December 2021\n\nThe mill of Hallow burned down to its very foundations in the night."
    found = time_of(text, Meta(retrieved=date(2021, 6, 1)))
    assert found.best is None
    assert any("3 December 2021" in words and "not believed" in words for words in found.evidence)


def test_a_stated_date_before_a_past_event_is_doubted() -> None:
    text = "The mill burned down. It had been restored on 3 December 2021 at great cost."
    found = time_of(text, Meta(published="2020-01-05"))
    assert iso(found.best) == "2020-01-05"
    assert any("3 December 2021" in words and "later" in words for words in found.evidence)


def test_a_month_stays_a_window() -> None:
    found = time_of("The mill burned on Tuesday.", Meta(published="2024-05"))
    assert (iso(found.earliest), found.best, iso(found.latest)) == ("2024-05-01", None, "2024-05-31")
    assert found.basis == "given"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Der Reeve von Hallau ist am Dienstag, 14. Mai, zurückgetreten. Am Mittwoch sagte er nichts.", "2024-05-15"),
        ("Taucher brachten am Sonntag vier Ziegen heim. Sie waren am Montag, 2. Juli, gefunden worden.", "2018-07-08"),
        ("Der Abt telefonierte am Sonntag, 6. August, mit dem König. Am Freitag hatten sie gestritten.", "2023-08-06"),
        ("Seit der Wahl vom Sonntag, 5. Mai, hat der Rat viermal getagt, zuletzt am Donnerstag.", None),
    ],
)
def test_the_order_of_what_is_told_in_german(text: str, day: str | None) -> None:
    found = time_of(text, Meta(language="de"), today=date(2026, 11, 21))
    assert iso(found.best) == day

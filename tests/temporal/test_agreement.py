"""Days of the month that two articles of a story both name."""

from datetime import date

from timeline.algebra.terms import Fields
from timeline.temporal.anchoring.agreement import agreeing


def number(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


NOVEMBER = {number("2023-11-10"), number("2023-11-12")}


def test_two_days_of_one_month() -> None:
    own = {0: Fields(day=10), 3: Fields(day=12), 4: Fields(day=29)}
    assert agreeing(own, NOVEMBER) == {0: number("2023-11-10"), 3: number("2023-11-12")}


def test_one_day_with_its_weekday() -> None:
    assert agreeing({0: Fields(day=12, weekday=7)}, NOVEMBER) == {0: number("2023-11-12")}


def test_a_weekday_that_does_not_fit() -> None:
    assert agreeing({0: Fields(day=12, weekday=1)}, NOVEMBER) == {}


def test_one_day_may_be_chance() -> None:
    assert agreeing({0: Fields(day=12), 1: Fields(day=12)}, NOVEMBER) == {}


def test_days_of_two_months_are_no_answer() -> None:
    own = {0: Fields(day=10), 3: Fields(day=12)}
    assert agreeing(own, NOVEMBER | {number("2023-12-10"), number("2023-12-12")}) == {}

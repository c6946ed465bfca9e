"""Stretches of days and the calendar's units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar, interval
from timeline.algebra.interval import Interval

GRAINS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
NUMBERS = st.integers(1, 3_600_000)


@given(NUMBERS, st.sampled_from([g for g in GRAINS if g != "weekend"]))
def test_a_unit_contains_the_day_it_is_asked_for(number, grain):
    unit = interval.containing(number, grain)

    assert unit.first <= number <= unit.last
    assert unit.grain == grain
    assert interval.containing(unit.first, grain) == interval.containing(unit.last, grain) == unit


@given(NUMBERS, st.sampled_from([g for g in GRAINS if g != "weekend"]))
def test_units_follow_each_other_without_a_gap(number, grain):
    unit = interval.containing(number, grain)

    assert interval.containing(unit.past, grain).first == unit.past


@given(NUMBERS)
def test_a_weekend_is_saturday_and_sunday_of_the_week(number):
    weekend = interval.containing(number, "weekend")

    assert [calendar.weekday(n) for n in range(weekend.first, weekend.past)] == [6, 7]
    assert interval.containing(number, "week").holds(weekend)


@pytest.mark.parametrize(
    ("made", "first", "last"),
    [
        (interval.month(2024, 2), (2024, 2, 1), (2024, 2, 29)),
        (interval.months(2023, 12, 3, "season"), (2023, 12, 1), (2024, 2, 29)),
        (interval.months(2023, 14, 2, "span"), (2024, 2, 1), (2024, 3, 31)),
        (interval.year(0), (0, 1, 1), (0, 12, 31)),
        (interval.years(1990, 10, "decade"), (1990, 1, 1), (1999, 12, 31)),
        (interval.week(2020, 53), (2020, 12, 28), (2021, 1, 3)),
        (interval.week(2019, 1), (2018, 12, 31), (2019, 1, 6)),
    ],
)
def test_units_by_their_numbers(made, first, last):
    assert calendar.civil(made.first) == first
    assert calendar.civil(made.last) == last


@pytest.mark.parametrize(
    ("a", "b", "meet", "holds"),
    [
        ((1, 5), (5, 9), False, False),
        ((1, 5), (4, 9), True, False),
        ((1, 9), (2, 3), True, True),
        ((1, 9), (1, 9), True, True),
    ],
)
def test_whether_they_meet_and_hold(a, b, meet, holds):
    one, other = Interval(a[0], a[1], "span"), Interval(b[0], b[1], "span")

    assert one.meets(other) is other.meets(one) is meet
    assert one.holds(other) is holds

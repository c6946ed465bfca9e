"""Arithmetic on day numbers, against the standard library where that reaches."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar

DATES = st.dates()
NUMBERS = st.integers(-4_000_000, 8_000_000)


@given(DATES)
def test_days_are_numbered_as_by_the_standard_library(day):
    number = day.toordinal()

    assert calendar.ordinal(day.year, day.month, day.day) == number
    assert calendar.civil(number) == (day.year, day.month, day.day)
    assert calendar.weekday(number) == day.isoweekday()
    assert calendar.iso_week(number) == day.isocalendar()[:2]


@given(NUMBERS)
def test_a_day_of_any_year_leads_back_to_its_number(number):
    year, month, day = calendar.civil(number)

    assert calendar.is_date(year, month, day)
    assert calendar.ordinal(year, month, day) == number
    assert calendar.ordinal(year + 400, month, day) == number + 146_097


@given(NUMBERS)
def test_a_week_begins_on_its_monday(number):
    monday = calendar.week_start(*calendar.iso_week(number))

    assert calendar.weekday(monday) == 1
    assert 0 <= number - monday < 7


@given(NUMBERS, st.integers(-5000, 5000))
def test_months_are_added_to_the_month_and_shorten_the_day_at_most(number, months):
    year, month, day = calendar.civil(number)
    later_year, later_month, later_day = calendar.civil(calendar.add_months(number, months))

    assert 12 * later_year + later_month == 12 * year + month + months
    assert later_day == min(day, calendar.month_length(later_year, later_month))


@pytest.mark.parametrize(
    ("year", "month", "day", "exists"),
    [(2000, 2, 29, True), (1900, 2, 29, False), (2023, 2, 29, False), (0, 2, 29, True), (-4, 2, 29, True),
     (2023, 13, 1, False), (2023, 0, 1, False), (2023, 4, 31, False), (2023, 12, 31, True), (2023, 5, 0, False)],
)  # fmt: skip
def test_which_days_there_are(year, month, day, exists):
    assert calendar.is_date(year, month, day) is exists


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2038, 4, 25),
    ],
)
def test_easter(year, month, day):
    assert calendar.civil(calendar.easter(year)) == (year, month, day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year):
    easter = date.fromordinal(calendar.easter(year))

    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)

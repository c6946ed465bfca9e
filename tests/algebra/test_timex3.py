"""Values as TIMEX3 writes them."""

import pytest

from timeline.algebra import interval, timex3
from timeline.algebra.interval import Interval
from timeline.algebra.terms import (
    Cycle,
    Fields,
    Modified,
    Nth,
    Occasion,
    Offset,
    Recurrence,
    Span,
    Term,
    TimeOfDay,
    Vague,
    Within,
)


@pytest.mark.parametrize(
    ("span", "value"),
    [
        (interval.day(1), "0001-01-01"),
        (interval.month(2019, 5), "2019-05"),
        (interval.year(-43), "BC0044"),
        (interval.week(2020, 53), "2020-W53"),
        (interval.containing(interval.week(2021, 1).first, "weekend"), "2021-W01-WE"),
        (interval.months(2019, 7, 3, "quarter"), "2019-Q3"),
        (interval.months(2019, 7, 6, "half"), "2019-H2"),
        (interval.months(2019, 12, 3, "season"), "2019-WI"),
        (interval.years(1990, 10, "decade"), "199"),
        (interval.years(1900, 100, "century"), "19"),
        (interval.years(2000, 1000, "millennium"), "2"),
        (Interval(interval.year(2019).first, interval.year(2021).past, "span"), "2019-01-01"),
    ],
)
def test_a_stretch_of_days(span, value):
    assert timex3.value(span) == value


def test_the_seasons_of_the_south_are_half_a_year_apart():
    assert timex3.value(interval.months(2019, 12, 3, "season"), southern=True) == "2019-SU"


@pytest.mark.parametrize(
    ("amounts", "value"),
    [
        ([(2.0, "week")], "P2W"),
        ([(1.0, "fortnight")], "P2W"),
        ([(1.5, "year")], "P1.5Y"),
        ([(None, "day")], "PXD"),
        ([(3.0, "quarter")], "P9M"),
        ([(2.0, "hour"), (30.0, "minute")], "PT2H30M"),
        ([(1.0, "day"), (6.0, "hour")], "P1DT6H"),
        ([(2.0, "decade")], "P2DE"),
        ([(1.0, "century")], "P1CE"),
        ([(1000.0, "year")], "P1000Y"),
    ],
)
def test_a_length(amounts, value):
    assert timex3.duration(amounts) == value


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Fields(day=10), "XXXX-XX-10"),
        (Fields(month=10, day=7), "XXXX-10-07"),
        (Fields(month=10), "XXXX-10"),
        (Fields(weekday=5), "XXXX-WXX-5"),
        (Fields(weekend=True), "XXXX-WXX-WE"),
        (Fields(quarter=3), "XXXX-Q3"),
        (Fields(season="SU"), "XXXX-SU"),
        (Fields(short_year=98), "XX98"),
        (Fields(short_decade=9), "XX9"),
        (Cycle("day", -1), "XXXX-XX-XX"),
        (Cycle("week", -1), "XXXX-WXX"),
        (Cycle("year", -1), "XXXX"),
        (TimeOfDay(Cycle("day", 0), part="NI"), "XXXX-XX-XXTNI"),
        (TimeOfDay(Fields(), 9, 30), "XXXX-XX-XXT09:30"),
        (Within(Fields(day=3), Cycle("month", -1)), "XXXX-XX-03"),
        (Nth(-1, "weekday", 5, Fields(month=11)), "XXXX-11-WXX-5"),
        (Offset(((2.0, "week"),), -1), "XXXX-WXX"),
        (Offset(((None, "year"),), 1), "FUTURE_REF"),
        (Occasion("the vote"), "XXXX-XX-XX"),
        (Modified(Fields(month=5), "START"), "XXXX-05"),
        (Recurrence(Fields(month=7, day=14)), "XXXX-07-14"),
        (Span(Fields(month=3), None), "XXXX-03"),
        (Vague("PAST_REF"), "PAST_REF"),
    ],
    ids=repr,
)
def test_what_is_not_known_is_x(term: Term, value: str) -> None:
    assert timex3.underspecified(term) == value

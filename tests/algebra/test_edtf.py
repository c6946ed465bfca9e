"""EDTF strings and the days they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar, interval
from timeline.algebra.edtf import OPEN_FIRST, OPEN_PAST, edtf_of, interval_of, is_edtf
from timeline.algebra.interval import Interval


def stretch(first: str, last: str, grain: str) -> Interval:
    """Two days, both included."""
    return Interval(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1, grain)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1987", stretch("1987-01-01", "1987-12-31", "year")),
        ("1988-02", stretch("1988-02-01", "1988-02-29", "month")),
        ("1987-06-05", stretch("1987-06-05", "1987-06-05", "day")),
        ("1987-06-05T23:10", stretch("1987-06-05", "1987-06-05", "point")),
        ("1987-06-05T23:10:59.5+09:00", stretch("1987-06-05", "1987-06-05", "point")),
        ("1987-06-05T23:10:00Z", stretch("1987-06-05", "1987-06-05", "point")),
        ("1987-21", stretch("1987-03-01", "1987-05-31", "season")),
        ("1987-24", stretch("1987-12-01", "1988-02-29", "season")),
        ("1987-30", stretch("1987-12-01", "1988-02-29", "season")),
        ("1987-34", stretch("1987-04-01", "1987-06-30", "quarter")),
        ("1987-41", stretch("1987-07-01", "1987-12-31", "half")),
        ("198X", stretch("1980-01-01", "1989-12-31", "decade")),
        ("18XX", stretch("1800-01-01", "1899-12-31", "century")),
        ("1XXX", stretch("1000-01-01", "1999-12-31", "millennium")),
        ("1987-XX", stretch("1987-01-01", "1987-12-31", "year")),
        ("1987-06-XX", stretch("1987-06-01", "1987-06-30", "month")),
        ("1987-06~", stretch("1987-06-01", "1987-06-30", "month")),
        ("?1987-06-~05", stretch("1987-06-05", "1987-06-05", "day")),
        ("1987-06/1988-02", stretch("1987-06-01", "1988-02-29", "span")),
        ("1987-06-05/..", Interval(date(1987, 6, 5).toordinal(), OPEN_PAST, "span")),
        ("/1987", Interval(OPEN_FIRST, date(1988, 1, 1).toordinal(), "span")),
        ("-0043-03-15", interval.day(calendar.ordinal(-43, 3, 15))),
        ("-004X", interval.years(-49, 10, "decade")),
        ("Y12345", interval.year(12345)),
    ],
)
def test_days_of_a_date(edtf: str, expected: Interval) -> None:
    assert interval_of(edtf) == expected
    assert is_edtf(edtf)


@pytest.mark.parametrize("edtf", ["XXXX", "XXXX-XX-05", "XXXX-06-05", "198X-06", "1987-XX-05", "XXXX-02-29", "1987-1X"])
def test_a_date_without_a_place_in_the_calendar(edtf: str) -> None:
    assert is_edtf(edtf)
    assert interval_of(edtf) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "5", "87", "1987-6-5", "1987-02-29", "1987-13", "1987-00", "1987-06-31", "XXXX-02-30", "1987-42",
        "1987-34-01", "-0000", "Y123", "Y12345-06", "5 June 1987", "1987-06-05T25:00", "1987-06T10:00", "1988/1987",
        "1987-06-05/1987-06-01", "/", "../..", "1987/1988/1989", "1987/soon", "XXXX-06/1988", "[1987,1988]", "１９８７",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert not is_edtf(text)
    assert interval_of(text) is None


def test_an_approximate_date_says_so() -> None:
    assert edtf_of(interval.month(1987, 6), approx=True) == "1987-06~"
    assert edtf_of(stretch("1987-06-05", "1988-02-03", "span"), approx=True) == "1987-06-05~/1988-02-03~"


def test_far_years_have_no_days() -> None:
    assert edtf_of(interval.day(calendar.ordinal(12345, 6, 5))) == "Y12345"


def test_a_southern_season_has_its_own_code() -> None:
    assert edtf_of(interval.months(1987, 12, 3, "season"), southern=True) == "1987-30"
    assert edtf_of(interval.months(1987, 12, 3, "season")) == "1987-24"


def test_a_week_has_no_code_of_its_own() -> None:
    assert edtf_of(interval.week(1987, 23)) == "1987-06-01/1987-06-07"


def test_a_stretch_is_as_coarse_as_its_ends() -> None:
    assert edtf_of(stretch("1987-01-01", "1989-12-31", "span")) == "1987/1989"
    assert edtf_of(stretch("1987-03-01", "1987-06-30", "span")) == "1987-03/1987-06"
    assert edtf_of(Interval(OPEN_FIRST, date(1987, 6, 6).toordinal(), "span")) == "../1987-06-05"


_days = st.integers(calendar.ordinal(-9998), calendar.ordinal(9970))
_units = st.builds(interval.containing, _days, st.sampled_from(["day", "month", "quarter", "half", "season", "year"]))
_coarse = st.builds(
    interval.containing, st.integers(1, calendar.ordinal(9999)), st.sampled_from(["decade", "century", "millennium"])
)
_stretches = st.builds(lambda day, n: Interval(day, day + n, "span"), _days, st.integers(1, 9999))


@given(_units | _coarse | _stretches)
def test_what_is_written_is_read_back(span: Interval) -> None:
    assert interval_of(edtf_of(span)) == span


@given(st.text("0123456789-/.X?~%YTZ:+", max_size=22))
def test_no_string_is_too_odd_to_be_judged(text: str) -> None:
    found = interval_of(text)
    assert found is None or (found.first < found.past and is_edtf(text))

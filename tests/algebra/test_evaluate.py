"""Terms and anchors to days. Written on Wednesday 15 May 2019, where nothing else is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar, interval
from timeline.algebra.derivation import Anchor
from timeline.algebra.edtf import is_edtf
from timeline.algebra.evaluate import evaluate
from timeline.algebra.terms import (
    Cycle,
    Duration,
    Fields,
    Modified,
    NamedDay,
    Nth,
    Numeric,
    Occasion,
    Occurrence,
    Offset,
    Prior,
    Publication,
    Recurrence,
    Span,
    Stretch,
    Term,
    TimeOfDay,
    Vague,
    Within,
    timex_type,
)
from timeline.frozen import replace

WRITTEN = calendar.ordinal(2019, 5, 15)
ANCHOR = Anchor(WRITTEN)
BACK, AHEAD = replace(ANCHOR, direction=-2), replace(ANCHOR, direction=2)


def told(year: int, month: int, day: int) -> Anchor:
    """An anchor with that day as the date named before."""
    return replace(ANCHOR, prior=interval.day(calendar.ordinal(year, month, day)))


@pytest.mark.parametrize(
    ("term", "anchor", "value", "edtf"),
    [
        # parts of a date
        (Fields(year=1921, month=12, day=17), ANCHOR, "1921-12-17", "1921-12-17"),
        (Fields(year=1921, month=12), ANCHOR, "1921-12", "1921-12"),
        (Fields(year=1921), ANCHOR, "1921", "1921"),
        (Fields(decade=199), ANCHOR, "199", "199X"),
        (Fields(century=18), ANCHOR, "18", "18XX"),
        (Fields(year=2018, quarter=3), ANCHOR, "2018-Q3", "2018-35"),
        (Fields(year=2018, half=2), ANCHOR, "2018-H2", "2018-41"),
        (Fields(year=2019, week=30), ANCHOR, "2019-W30", "2019-07-22/2019-07-28"),
        (Fields(year=-499), ANCHOR, "BC0500", "-0499"),
        (Fields(year=2023, month=2, day=30), ANCHOR, "2023-02-30", None),
        # which year, month or week: by direction
        (Fields(month=12, day=7), BACK, "2018-12-07", "2018-12-07"),
        (Fields(month=12, day=7), AHEAD, "2019-12-07", "2019-12-07"),
        (Fields(weekday=1), BACK, "2019-05-13", "2019-05-13"),
        (Fields(weekday=1), AHEAD, "2019-05-20", "2019-05-20"),
        (Fields(weekday=3), BACK, "2019-05-15", "2019-05-15"),
        (Fields(day=20), AHEAD, "2019-05-20", "2019-05-20"),
        (Fields(day=31), BACK, "2019-03-31", "2019-03-31"),
        (Fields(month=10, day=7, weekday=6), BACK, "2017-10-07", "2017-10-07"),
        (Fields(month=2, day=29), BACK, "2016-02-29", "2016-02-29"),
        (Fields(short_year=98), ANCHOR, "1998", "1998"),
        (Fields(short_decade=6), ANCHOR, "196", "196X"),
        # seasons on both halves of the world
        (Fields(year=2014, season="SU"), ANCHOR, "2014-SU", "2014-22"),
        (Fields(year=2014, season="WI"), ANCHOR, "2014-WI", "2014-12/2015-02"),
        (Fields(year=2014, season="WI"), replace(ANCHOR, southern=True), "2014-WI", "2014-06/2014-08"),
        # counted from publication
        (Cycle("day", -1), ANCHOR, "2019-05-14", "2019-05-14"),
        (Cycle("week", 1), ANCHOR, "2019-W21", "2019-05-20/2019-05-26"),
        (Cycle("weekend", 0), ANCHOR, "2019-W20-WE", "2019-05-18/2019-05-19"),
        (Cycle("month", -1), ANCHOR, "2019-04", "2019-04"),
        (Cycle("quarter", -1), ANCHOR, "2019-Q1", "2019-33"),
        (Cycle("century", 0), ANCHOR, "20", "20XX"),
        (Occurrence(Fields(month=8), -1), ANCHOR, "2018-08", "2018-08"),
        (Occurrence(Fields(month=8), 1), ANCHOR, "2019-08", "2019-08"),
        (Occurrence(Fields(weekday=2), -1), ANCHOR, "2019-05-14", "2019-05-14"),
        (Occurrence(Fields(weekday=3), 1), ANCHOR, "2019-05-22", "2019-05-22"),
        (Offset(((3.0, "day"),), -1), ANCHOR, "2019-05-12", "2019-05-12"),
        (Offset(((10.0, "year"),), -1), ANCHOR, "2009", "2009"),
        (Offset(((2.0, "week"),), -1), ANCHOR, "2019-W18", "2019-04-29/2019-05-05"),
        (Offset(((None, "day"),), -1), ANCHOR, "PAST_REF", None),
        # counted from the date named before
        (Prior("day"), told(1986, 3, 7), "1986-03-07", "1986-03-07"),
        (Prior("year"), told(1986, 3, 7), "1986", "1986"),
        (Cycle("day", 1, Prior()), told(1986, 2, 28), "1986-03-01", "1986-03-01"),
        (Offset(((3.0, "day"),), 1, Prior()), told(1986, 3, 7), "1986-03-10", "1986-03-10"),
        (Offset(((1.0, "day"),), -1, Occasion("the vote")), told(1986, 3, 1), "1986-02-28", "1986-02-28"),
        (Prior("day"), ANCHOR, "XXXX-XX-XX", None),
        # lengths of time with a place
        (Stretch(((3.0, "month"),), -1), ANCHOR, "P3M", "2019-02/2019-05"),
        (Stretch(((7.0, "year"),), -1), ANCHOR, "P7Y", "2012/2019"),
        (Stretch(((10.0, "day"),), 1), ANCHOR, "P10D", "2019-05-15/2019-05-25"),
        (Stretch(((36.0, "hour"),), -1), ANCHOR, "PT36H", "2019-05-13/2019-05-15"),
        (Stretch(((2.0, "week"),), 1, Prior()), told(1986, 3, 7), "P2W", "1986-03-07/1986-03-21"),
        (Stretch(((None, "day"),), -1), ANCHOR, "PXD", None),
        # parts of a whole
        (Within(Fields(month=4), Cycle("year", 1)), ANCHOR, "2020-04", "2020-04"),
        (Within(Fields(day=10), Cycle("month", -1)), ANCHOR, "2019-04-10", "2019-04-10"),
        (Within(Fields(day=31), Cycle("month", -1)), ANCHOR, "XXXX-XX-31", None),
        (Within(Fields(weekday=4), Cycle("week", 1)), ANCHOR, "2019-05-23", "2019-05-23"),
        (Nth(-1, "weekday", 5, Fields(year=2019, month=11)), ANCHOR, "2019-11-29", "2019-11-29"),
        (Nth(5, "weekday", 5, Fields(year=2019, month=6)), ANCHOR, "2019-06-WXX-5", None),
        (Nth(-1, "day", None, Fields(year=2016, month=2)), ANCHOR, "2016-02-29", "2016-02-29"),
        # times of a day
        (TimeOfDay(Cycle("day", -1), part="NI"), ANCHOR, "2019-05-14TNI", "2019-05-14"),
        (TimeOfDay(Cycle("day", 1), 19, 0), ANCHOR, "2019-05-16T19:00", "2019-05-16T19:00:00"),
        (TimeOfDay(Cycle("day", 0), 6, 30, zone="Z"), ANCHOR, "2019-05-15T06:30", "2019-05-15T06:30:00Z"),
        (TimeOfDay(Fields(year=-43, month=3, day=15), 9), ANCHOR, "BC0044-03-15T09:00", "-0043-03-15T09:00:00"),
        (Offset(((3.0, "hour"),), -1), replace(ANCHOR, clock=(2, 0)), "2019-05-14T23:00", "2019-05-14T23:00:00"),
        # no place in the calendar
        (Vague("PRESENT_REF"), ANCHOR, "PRESENT_REF", None),
        (Duration(((2.0, "week"),)), ANCHOR, "P2W", None),
        (Duration(((50.0, "minute"),)), ANCHOR, "PT50M", None),
        (Duration(((1.0, "year"), (6.0, "month"))), ANCHOR, "P1Y6M", None),
        (Duration(((None, "day"),)), ANCHOR, "PXD", None),
        (Recurrence(Fields(weekday=1), "EVERY"), ANCHOR, "XXXX-WXX-1", None),
        (Fields(day=10), Anchor(None), "XXXX-XX-10", None),
        (Fields(month=3), Anchor(None), "XXXX-03", None),
        (Fields(weekday=5), Anchor(None), "XXXX-WXX-5", None),
    ],
)  # fmt: skip
def test_a_term_on_an_anchor(term: Term, anchor: Anchor, value: str, edtf: str | None) -> None:
    outcome = evaluate(term, anchor)

    assert (outcome.value, outcome.edtf) == (value, edtf)


def test_what_is_filled_in_is_told_apart_from_what_is_said():
    assert evaluate(Fields(month=12, day=7), BACK).implied == ("year",)
    assert evaluate(Fields(year=2018, month=12, day=7), BACK).implied == ()
    assert "month" in evaluate(Fields(day=7), BACK).implied


def test_a_second_reading_is_kept_with_its_reason():
    (near,) = evaluate(Occurrence(Fields(weekday=4), 1), ANCHOR).near

    assert near[0] == "2019-05-23"
    assert near[1]


def test_a_weekday_that_contradicts_its_date_is_told():
    assert evaluate(Fields(year=2019, month=5, day=15, weekday=3), ANCHOR).conflict is None
    assert "Friday" in (evaluate(Fields(year=2019, month=5, day=15, weekday=5), ANCHOR).conflict or "")


def test_a_history_carries_its_year_forward():
    siege = replace(ANCHOR, prior=interval.day(calendar.ordinal(1702, 11, 12)), carry=True)

    assert evaluate(Fields(month=12, day=3), siege).value == "1702-12-03"
    assert evaluate(Fields(month=1), siege).value == "1703-01"


def test_a_mod_is_told_and_makes_an_approximate_date():
    assert evaluate(Modified(Fields(year=1850), "APPROX"), ANCHOR).edtf == "1850~"
    assert evaluate(Modified(Fields(year=1850, month=5), "START"), ANCHOR).mod == "START"


@pytest.mark.parametrize(
    ("term", "kind"),
    [(Fields(year=2019), "DATE"), (TimeOfDay(Fields(), 9), "TIME"), (Duration(((1.0, "day"),)), "DURATION"),
     (Recurrence(Fields(weekday=1)), "SET"), (Modified(Duration(((1.0, "day"),)), "APPROX"), "DURATION")],
)  # fmt: skip
def test_the_type_of_a_term(term, kind):
    assert timex_type(term) == kind


# ---------------------------------------------------------------- any term
small = st.integers(-40, 40)
units = st.sampled_from(
    ["day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century", "night"]
)
fields = st.builds(
    Fields,
    year=st.none() | st.integers(-9999, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(1, 7),
    quarter=st.none() | st.integers(1, 4),
    half=st.none() | st.integers(1, 2),
    season=st.none() | st.sampled_from(["SP", "SU", "FA", "WI"]),
    week=st.none() | st.integers(1, 53),
    short_year=st.none() | st.integers(0, 99),
    weekend=st.booleans(),
)
leaves = (
    fields
    | st.just(Publication())
    | st.builds(Prior, st.none() | st.sampled_from(["day", "week", "month", "year"]))
    | st.builds(Numeric, st.integers(1, 12), st.integers(1, 12))
    | st.builds(Vague, st.just("PAST_REF"))
    | st.builds(NamedDay, st.just("a day"), st.just("A Day"))
)
terms: st.SearchStrategy[Term] = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Cycle, units, small, inner)
        | st.builds(Occurrence, fields, small, inner)
        | st.builds(Offset, st.tuples(st.tuples(st.none() | st.floats(0, 99), units)), st.sampled_from([-1, 1]), inner)
        | st.builds(Within, fields, inner)
        | st.builds(Nth, st.integers(-9, 9).filter(bool), st.sampled_from(["day", "week", "month"]), st.none(), inner)
        | st.builds(TimeOfDay, inner, st.integers(0, 24), st.integers(0, 59))
        | st.builds(Modified, inner, st.sampled_from(["START", "APPROX"]))
        | st.builds(Span, inner, inner)
        | st.builds(Recurrence, inner)
    ),
    max_leaves=4,
)
anchors = st.builds(
    Anchor,
    st.none() | st.integers(1, 3_600_000),
    st.none() | st.integers(1, 3_600_000).map(interval.day) | st.integers(1, 9990).map(interval.year),
    st.integers(-2, 2),
    st.booleans(),
    carry=st.booleans(),
)


@given(terms, anchors)
def test_any_term_on_any_anchor_has_a_value_and_no_date_that_is_none(term, anchor):
    outcome = evaluate(term, anchor)

    assert outcome.value
    assert outcome.edtf is None or is_edtf(outcome.edtf)
    assert (outcome.interval is None) == (outcome.edtf is None)
    assert outcome.interval is None or outcome.interval.first < outcome.interval.past


@given(st.integers(1, 7), st.integers(1, 3_600_000))
def test_a_weekday_is_at_most_a_week_away(weekday, written):
    before = evaluate(Fields(weekday=weekday), Anchor(written, direction=-2)).interval
    after = evaluate(Fields(weekday=weekday), Anchor(written, direction=2)).interval

    assert before is not None
    assert after is not None
    assert written - 7 < before.first <= written <= after.first < written + 7
    assert calendar.weekday(before.first) == calendar.weekday(after.first) == weekday

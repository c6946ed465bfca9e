"""The overview strip is true to its days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar, interval
from timeline.algebra.interval import Interval
from timeline.locale import Locale
from timeline.render.dates import Dates
from timeline.render.strip import BASE, Dated, strip

INTERVALS = st.builds(
    lambda first, length: Interval(first, first + length, "span"), st.integers(-300_000, 900_000), st.integers(1, 5000)
)


def drawn(*intervals):
    """The strip of some intervals, named by their places in the list."""
    return strip((Dated(i, f"no. {n}", "index.html", str(n)) for n, i in enumerate(intervals)), Dates(Locale()))


def day(y, m, d):
    """One day."""
    return interval.day(calendar.ordinal(y, m, d))


@given(st.lists(INTERVALS, min_size=2, max_size=60))
def test_all_is_on_the_line_and_in_order(intervals):
    if not (picture := drawn(*intervals)):
        assert len({i.first for i in intervals}) == 1
        return
    assert [b.x for b in picture.bars] == sorted(b.x for b in picture.bars)
    assert all(b.x >= 0 and b.x + (b.length or 0) <= 100 and b.y >= 0 and b.y + b.height <= BASE for b in picture.bars)
    assert all(0 <= t.x <= 100 for t in picture.ticks)
    assert len(picture.ticks) <= 12


def test_what_lasts_is_a_low_bar_and_what_shares_a_place_a_column():
    christmas = day(2020, 12, 25)
    picture = drawn(day(2020, 1, 1), christmas, christmas, interval.months(2020, 4, 3, "quarter"), day(2020, 12, 31))
    assert [(b.anchor, b.length is not None) for b in picture.bars] == [
        ("0", False), ("3", True), ("1", False), ("4", False),
    ]
    single, _, double, _ = picture.bars
    assert double.height > single.height
    assert double.words == "2 entries from no. 1"


def test_what_lies_far_from_all_the_rest_stands_behind_a_break_and_leaves_them_the_line():
    weeks = [day(2021, 3, n) for n in range(1, 29, 3)]
    picture = drawn(interval.year(1908), *weeks)
    far, first, *_, last = picture.bars
    assert (far.anchor, first.anchor, last.anchor) == ("0", "1", "10")
    assert far.x < picture.breaks[0] < first.x < 3
    assert last.x > 97
    assert picture.ticks[0].label == "1 Mar"
    assert picture.words == "11 dated entries, from 1908 to 28 March 2021"
    assert drawn(*weeks, day(2090, 1, 1)).breaks[0] > 97


def test_few_entries_and_those_that_go_on_evenly_share_one_scale():
    assert drawn(day(1908, 1, 1), day(2021, 3, 1), day(2021, 3, 9)).breaks == ()
    assert drawn(*(interval.year(y) for y in range(1900, 2020, 5))).breaks == ()


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ((2020, 3, 1), (2020, 3, 8), ["1 Mar", "2 Mar", "3 Mar", "4 Mar", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]),
        ((2020, 11, 15), (2021, 3, 2), ["Dec 2020", "Jan 2021", "Feb", "Mar"]),
        ((1901, 5, 1), (1937, 5, 1), ["1905", "1910", "1915", "1920", "1925", "1930", "1935"]),
        ((-50, 1, 1), (40, 1, 1), ["40 BC", "20 BC", "AD 1", "AD 20", "AD 40"]),
    ],
)
def test_the_axis_has_round_places(first, last, labels):
    assert [t.label for t in drawn(day(*first), day(*last)).ticks] == labels


def test_one_day_needs_no_strip():
    assert drawn() is None
    assert drawn(day(2020, 3, 1), day(2020, 3, 1)) is None

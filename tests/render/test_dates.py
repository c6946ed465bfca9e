"""Dates in words, and as HTML takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar, interval
from timeline.algebra.edtf import interval_of
from timeline.algebra.interval import Interval
from timeline.locale import Locale
from timeline.render import datetimes
from timeline.render.dates import TO, Dates, closed

dates = Dates(Locale("en"))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-07-04", "4 July 2019"),
        ("2019-07", "July 2019"),
        ("2019", "2019"),
        ("2019-07-04~", "about 4 July 2019"),
        ("2019?", "perhaps 2019"),
        ("2019-07%", "perhaps about July 2019"),
        ("195X", "the 1950s"),
        ("18XX", "the years 1800 to 1899"),
        ("2019-22", "summer 2019"),
        ("2019-34", "the second quarter of 2019"),
        ("2019-40", "the first half of 2019"),
        ("2019-XX", "some month of 2019"),
        ("2019-07-XX", "a day in July 2019"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("0079-08-24", "24 August AD 79"),
        ("Y17000", "17000"),
        ("2019-07-04T18:30", "4 July 2019, 18:30"),
        ("2019-07-04T18:30:00Z", "4 July 2019, 18:30 UTC"),
        ("2019-07-04T18:30:00+02:00", "4 July 2019, 18:30 UTC+02:00"),
        ("2019-07-04/2019-07-09", "4 to 9 July 2019"),
        ("2019-07-04/2019-08-02", "4 July to 2 August 2019"),
        ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2019-07/2019-09", "July to September 2019"),
        ("2019/2021", "2019 to 2021"),
        ("2019-07-04/2021", "4 July 2019 to 2021"),
        ("2019~/2021", "from about 2019 to 2021"),
        ("2019-07-04/..", "from 4 July 2019 on"),
        ("../2019-07-04", "until 4 July 2019"),
        ("2019-07-04/2019-07-04", "4 July 2019"),
    ],
)
def test_edtf_in_words(edtf, words):
    assert dates.words(edtf) == words


@pytest.mark.parametrize("text", ["", "A/B talks", "Treaty of 1713", "/", "<b>"])
def test_what_is_no_date_stays_as_it_is(text):
    assert dates.words(text) == text


def test_a_week_is_named_as_one():
    assert dates.in_words("2019-07-01/2019-07-07", interval.week(2019, 27)) == "the week from 1 to 7 July 2019"
    weekend = interval.containing(calendar.ordinal(2019, 7, 6), "weekend")
    assert dates.in_words("2019-07-06/2019-07-07", weekend) == "the weekend of 6 and 7 July 2019"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ((2019, 7, 4), (2019, 7, 5), "the next day"),
        ((2019, 7, 4), (2019, 7, 13), "9 days later"),
        ((2019, 7, 4), (2020, 1, 4), "about 6 months later"),
        ((2019, 7, 4), (2031, 7, 4), "about 12 years later"),
        ((-480, 9, 1), (1815, 6, 18), "about 2,295 years later"),
        ((2019, 7, 4), (2019, 7, 4), None),
    ],
)
def test_a_gap_is_said(first, second, words):
    assert dates.gap(interval.day(calendar.ordinal(*first)), interval.day(calendar.ordinal(*second))) == words


def test_no_gap_is_said_inside_a_stretch():
    month, day = interval.month(2019, 7), interval.day(calendar.ordinal(2019, 7, 20))
    assert dates.gap(month, day) is None
    assert dates.gap(month, interval.day(calendar.ordinal(2019, 8, 1))) is None


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (interval.day(calendar.ordinal(2019, 11, 29)), interval.year(2020), None),
        (interval.year(2019), interval.year(2020), None),
        (interval.year(1996), interval.year(2002), "about 6 years later"),
        (interval.month(2019, 1), interval.month(2019, 2), None),
        (interval.month(2019, 1), interval.month(2019, 3), "about 2 months later"),
        (interval.day(calendar.ordinal(2019, 6, 15)), interval.month(2020, 6), "about 12 months later"),
        (interval.years(1990, 10, "decade"), interval.year(2015), "about 20 years later"),
        (Interval(calendar.ordinal(2019, 3, 1), calendar.ordinal(2019, 3, 11), "span"),
         interval.day(calendar.ordinal(2019, 3, 14)), "4 days later"),
    ],
)
def test_a_gap_is_no_more_exact_than_the_dates_around_it(first, second, words):
    assert dates.gap(first, second) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((interval.year(1908), interval.day(calendar.ordinal(2023, 12, 10))), "1908 to 10 December 2023"),
        ((interval.month(2023, 3), interval.day(calendar.ordinal(2023, 3, 4))), "March 2023"),
        ((interval.day(calendar.ordinal(2023, 3, 4)), interval.month(2023, 5)), "4 March 2023 to May 2023"),
        ((interval.day(calendar.ordinal(2023, 3, 4)), interval.day(calendar.ordinal(2023, 3, 9))), "4 to 9 March 2023"),
        ((interval.years(1990, 10, "decade"),), "1990 to 1999"),
    ],
)
def test_a_timeline_reaches_no_more_exactly_than_its_ends_are_told(told, words):
    assert dates.reach(told) == words


@given(st.integers(-400_000, 4_000_000), st.integers(0, 4000))
def test_both_ends_of_a_stretch_are_in_its_words(first, length):
    words = dates.span(Interval(first, first + length + 1, "span"), TO)
    y, m, d = calendar.civil(first + length)
    assert words.endswith(f"{d} {dates.locale.month(m)} {dates.year(y)}")
    assert words.startswith(str(calendar.civil(first)[2]))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-07-04/2019-07-09", "between 4 and 9 July 2019"),
        ("2019-07-04", "on 4 July 2019"),
        ("2019-07-04/..", "not before 4 July 2019"),
        ("../2019-07-04", "not after 4 July 2019"),
    ],
)
def test_where_a_day_must_lie(edtf, words):
    bounds = interval_of(edtf)
    assert bounds
    assert dates.within(bounds) == words


def test_an_open_end_is_drawn_where_it_begins():
    since, until = interval_of("2019-07-04/.."), interval_of("../2019-07-04")
    assert since
    assert until
    assert closed(since) == closed(until) == interval.day(calendar.ordinal(2019, 7, 4))
    assert closed(interval.month(2019, 7)) == interval.month(2019, 7)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("2019", "2019"),
        ("2019-07", "2019-07"),
        ("2019-07-04", "2019-07-04"),
        ("2019-07-04~", "2019-07-04"),
        ("2019-W27", "2019-W27"),
        ("2019-07-04T18:30", "2019-07-04T18:30"),
        ("2019-07-04T18:30:00+02:00", "2019-07-04T18:30:00+02:00"),
        ("2019-07-04TNI", "2019-07-04"),
        ("PT50M", "PT50M"),
        ("P2W", "P14D"),
        ("XXXX-07-04", "07-04"),
        ("XXXX-02-29", "02-29"),
        *((value, None) for value in (
            "", "P", "PT", "P2Y", "PXD", "0000", "-0043", "195", "195X", "2019-SU", "2019-Q3", "2019-22", "2019-02-30",
            "XXXX-XX-10", "XXXX-13-01", "XXXX-WXX-5", "2019-W27-WE", "2019-W54", "PRESENT_REF", "2019-07-04/2019-07-09",
        )),
    ],
)
def test_html_takes_only_what_it_knows(value, html):
    assert datetimes.html_datetime(value) == html

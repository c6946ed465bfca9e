"""How entries are spread over pages: none is lost, none stands twice, no page holds too many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import ladder, urls
from timeline.algebra import calendar, interval
from timeline.algebra.edtf import OPEN_FIRST
from timeline.algebra.interval import Interval
from timeline.model import Event


def event(name, when):
    return Event(str(name), "", None, when, "event", 0.5, ())


def events(days):
    """One event for each day number, in order; None for one without a date."""
    dated = sorted(d for d in days if d is not None)
    undated = [None] * (len(days) - len(dated))
    return [event(n, interval.day(d) if d is not None else None) for n, d in enumerate([*dated, *undated])]


def every_page(found):
    return [page for part in ladder.parts(found) for page in part.pages()]


@settings(max_examples=20)
@given(st.integers(401, 1200), st.integers(1, 200_000), st.integers(-400_000, 4_000_000), st.randoms())
def test_each_dated_event_stands_on_one_page_that_holds_not_too_many(count, reach, first, random):
    found = events([first + random.randrange(reach) for _ in range(count)])
    pages = every_page(found)
    assert [e for p in pages for e in p.events] == found
    assert all(len(p.events) <= ladder.FULL for p in pages)
    assert len({p.name for p in pages}) == len(pages)
    assert all(p.stretch.holds(e.interval) for p in pages for e in p.events)
    assert sum(part.count for part in ladder.parts(found)) == count


def test_few_entries_stand_on_one_page():
    day = calendar.ordinal(2011, 3, 1)
    found = events([day + n for n in range(ladder.ONE_PAGE)])
    assert ladder.parts(found) == ()
    assert set(ladder.lists(found).values()) == {urls.INDEX}


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([calendar.ordinal(2011 + n % 2, 3, 1) for n in range(402)], ["2011", "2012"]),
        ([calendar.ordinal(2011, 3 + n % 2, 9) for n in range(402)], ["2011", "2011-03", "2011-04"]),
        ([calendar.ordinal(-43, 3, 14 + n % 2) for n in range(402)], [
            "-0043", "-0043-03", "-0043-03-14", "-0043-03-15",
        ]),
        ([calendar.ordinal(2011, 3, 9)] * 402, ["2011", "2011-03", "2011-03-09", "2011-03-09_2"]),
        ([calendar.ordinal(1000 + 2 * n) for n in range(402)],
         [f"{y}-to-{y + 99}" for y in range(1000, 1900, 100)]),
    ],
)
def test_what_is_too_much_for_a_page_is_split(days, names):
    assert [p.name for p in every_page(events(days))] == names


def test_an_entry_of_a_whole_year_stands_on_the_page_of_the_year():
    year = event("year", interval.year(2011))
    months = [event(n, interval.day(calendar.ordinal(2011, 1 + n % 12, 1))) for n in range(402)]
    found = sorted([year, *months], key=lambda e: (e.interval.first, e.interval.past))
    top, *below = every_page(found)
    assert (top.name, top.events) == ("2011", (year,))
    assert len(below) == 12


def test_what_has_no_beginning_stands_where_it_ends():
    until = event("until", Interval(OPEN_FIRST, calendar.ordinal(2011, 5, 2), "span"))
    found = [until, *events([calendar.ordinal(2010, 3, 1)] * 200 + [calendar.ordinal(2011, 3, 1)] * 201)]
    assert until in every_page(found)[-1].events


def test_the_undated_have_pages_of_their_own():
    found = events([calendar.ordinal(2011, 3, 1)] * 200 + [None] * 301)
    pages = ladder.lists(found)
    assert [pages[n] for n in ("199", "200", "500")] == ["years/2011.html", "undated.html", "undated_2.html"]


def test_up_to_a_number_each_entry_has_its_page_and_above_its_place():
    day = calendar.ordinal(2011, 3, 1)
    few = events([day + n % 1000 for n in range(ladder.OWN_PAGES)])  # five on each day
    assert ladder.addresses(few)["7"] == ("events/7.html", "")
    assert ladder.addresses([*few, event("last", None)])["7"] == ("years/2011-03.html", "e-7")

"""Thirty layouts with a day of publication: it is taken or asked about, and never another one unasked."""

import pytest

from tests.intake.layouts import DAY, DECOYS, LAYOUTS, Layout
from tests.intake.more_layouts import PAGES
from timeline.intake import reader
from timeline.intake.arrival import Arrival

#: What a reader of the page would take at once; the others have to be asked about, and may be.
_PLAIN = {
    "JSON-LD, related stories beside it", "a graph of JSON-LD, comments below", "Open Graph, with a later change",
    "Dublin Core", "a meta element of a library", "microdata in a span", "a marked time and one of a change",
    "the address alone", "a line with a label", "a label and an update on one line", "the update first",
    "by-line and date", "the date alone under the headline", "American words", "figures that leave no choice",
    "the event's day in the headline", "the event's day right below it", "at the foot of the article",
    "today's day in the masthead", "German", "French", "Spanish", "Polish", "nested boxes and a clock",
}  # fmt: skip


def read(layout: Layout) -> Arrival:
    return reader.read(layout.markup.encode(), "a.html")


def test_there_are_thirty_and_most_of_them_leave_no_choice() -> None:
    assert len(LAYOUTS) == 30
    assert {layout.name for layout in LAYOUTS} >= _PLAIN
    assert len(_PLAIN) >= 24


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_day_is_taken_or_asked_about(layout: Layout) -> None:
    found = read(layout)
    taken, asked = (found.fact("published") or "")[:10], [clue.edtf[:10] for clue in found.clues]
    assert taken in (DAY, "")
    assert DAY in asked
    assert taken == DAY or layout.name not in _PLAIN
    assert all(clue.evidence() for clue in found.clues)


@pytest.mark.parametrize("layout", DECOYS, ids=lambda layout: layout.name)
def test_no_other_day_is_taken(layout: Layout) -> None:
    found = read(layout)
    assert found.fact("published") is None
    assert all(clue.doubt for clue in found.clues) or not found.clues


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_page_of_a_layout_beside_every_decoy_is_never_dated_by_the_decoy(layout: Layout) -> None:
    for decoy in DECOYS:
        body = decoy.markup.partition("</h1>")[2].partition("<p>The lock gates")[0]
        mixed = layout.markup.replace("</h1>", f"</h1>{body}", 1)
        taken = reader.read(mixed.encode(), "a.html").fact("published")
        assert (taken or DAY)[:10] == DAY, decoy.name


@pytest.mark.parametrize(("name", "markup", "says"), PAGES, ids=[name for name, _, _ in PAGES])
def test_pages_that_nobody_thought_of(name: str, markup: str, says: str | None) -> None:
    found = reader.read(markup.encode(), "a.html")
    taken = (found.fact("published") or "")[:10]
    assert taken in ("", says)
    assert says is None or says in [clue.edtf[:10] for clue in found.clues]

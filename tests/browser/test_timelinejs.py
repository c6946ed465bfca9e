"""The export for TimelineJS, drawn by TimelineJS itself."""

import shutil

import pytest

from tests.render import sample
from timeline.algebra import calendar, edtf, interval
from timeline.config import Config
from timeline.export import timelinejs as export
from timeline.frozen import replace
from timeline.publishing import publishable

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Drawn</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/tl/css/timeline.css">
<script src="/tl/js/timeline.js"></script></head><body><div id="drawn" style="width:100%;height:600px"></div>
<script>
window.drawn = new TL.Timeline("drawn", "/timelinejs.json", {script_path: location.origin + "/tl/js/", font: null,
  timenav_position: "bottom", ga_measurement_id: null})</script></body></html>
"""
CONFIG = Config(publish_text="full", base_url="https://b.example/t/", description="Closed & <propped> up.")


def on(event, name, when):
    """The event at another time."""
    return replace(event, id=name, interval=when, edtf=None, disagreement=False)


@pytest.fixture
def drawn(new_page, serve, timelinejs, tmp_path):
    """Draw a timeline; gives the page when TimelineJS has done its work, with what it asked for."""

    def draw(timeline):
        shutil.copytree(timelinejs, tmp_path / "tl")
        (path, content), = export.files(publishable(timeline, CONFIG), CONFIG)
        (tmp_path / path).write_bytes(content)
        (tmp_path / "index.html").write_text(PAGE)
        page = new_page(viewport={"width": 1200, "height": 700})
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.base = serve(tmp_path)
        page.goto(page.base)
        page.wait_for_function("document.querySelector('.tl-timemarker') || document.querySelector('.tl-message')")
        return page

    return draw


def test_every_dated_entry_is_a_slide_with_its_dates(drawn):
    timeline = sample.timeline()
    page = drawn(timeline)
    dated = [e for e in timeline.events if e.interval]
    assert page.locator(".tl-timemarker").count() == len(dated)
    heads = page.locator(".tl-slide h2.tl-headline").all_inner_texts()
    assert [h.strip() for h in heads] == [timeline.title, *(e.title for e in dated)]
    dates = page.locator(".tl-slide .tl-headline-date").all_text_contents()
    assert dates == [
        "", "March 6, 2021", "March 8, 2021 — March 19, 2021", "March 9, 2021", "March 10, 2021", "April 2021",
    ]
    assert all(url.startswith((page.base, "data:")) for url in page.asked), "nothing from elsewhere"


def test_dates_that_history_has_and_calendars_do_not(drawn):
    whole = sample.timeline()
    event = whole.events[0]
    years = (-3000, -43, 79, 12_345)
    far = [on(event, f"y{n}", interval.day(calendar.ordinal(y, 3, 15))) for n, y in enumerate(years)]
    open_ended = edtf.interval_of("2019-07-04/..")
    century = interval.containing(calendar.ordinal(1850, 1, 1), "century")
    page = drawn(replace(whole, events=(*far[:3], on(event, "c", century), on(event, "o", open_ended), far[3])))
    assert page.locator(".tl-message").count() == 0
    assert page.locator(".tl-timemarker").count() == 6


def test_no_words_of_an_article_become_markup(drawn):
    whole = sample.timeline()
    evil = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>"
    events = (replace(whole.events[0], title=evil, summary=(evil,)), *whole.events[1:])
    page = drawn(replace(whole, title=evil, events=events))
    assert page.evaluate("window.pwned") is None
    assert "<img src=x" in page.locator(".tl-slide h2").nth(1).inner_text()

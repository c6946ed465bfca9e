"""Filters: what fits stays, what it stands in stays, the state is in the address; without a script there are none."""

import pytest

from tests.render import crowd
from timeline.build import site_files
from timeline.config import Config

ENTRIES = 90


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    """A served site whose less important entries are folded."""
    folder = tmp_path_factory.mktemp("site")
    for path, content in site_files(crowd.timeline(ENTRIES), Config(publish_text="full"), folder).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return serve(folder)


def shown(page):
    return page.locator(".timeline article.entry:visible h3").all_text_contents()


def test_only_entries_with_the_words_stay_and_the_address_keeps_them(new_page, address):
    page = new_page()
    page.goto(address)
    field = page.get_by_label("Only entries with these words")
    field.focus()
    page.keyboard.type("breakwater varnholm")
    titles = shown(page)
    assert titles
    assert all("breakwater" in t.lower() and "varnholm" in t.lower() for t in titles)
    dated = sum(e.interval is not None for e in crowd.timeline(ENTRIES).events)
    assert page.locator(".found").inner_text() == f"{len(titles)} of {dated} entries shown"
    assert page.locator(".stretch-title:visible").count() <= len(titles)

    page.reload()
    assert shown(page) == titles
    field.fill("")
    page.wait_for_url(lambda url: "words" not in url)
    assert page.locator(".found").inner_text() == ""
    assert page.locator("details.minor-days[open]").count() == 0


def test_entries_are_filtered_by_their_tags_and_by_how_exact_they_are(new_page, address):
    page = new_page()
    page.goto(address)
    page.get_by_label("day known").check()
    assert page.locator(".timeline article.entry:not(.shape-day):visible").count() == 0
    page.wait_for_url(lambda url: url.endswith("?day=true"))
    page.goto(f"{address}?words=renamed")
    assert len(shown(page)) == sum("renamed" in e.tags or "renamed" in e.title for e in crowd.timeline(ENTRIES).events
                                   if e.interval)


def test_nothing_of_it_is_seen_without_a_script(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address)
    assert page.get_by_label("Only entries with these words").is_hidden()


def test_nothing_moves_when_the_script_shows_them(new_page, address):
    page = new_page(viewport={"width": 390, "height": 844})
    page.route("**/timeline.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(address)
    before = page.locator(".timeline").bounding_box()
    assert page.locator(".filters :visible").count() == 0
    page.unroute("**/timeline.js")
    page.goto(address)
    page.get_by_role("button", name="Show all quotations").wait_for()
    assert page.locator(".timeline").bounding_box() == before

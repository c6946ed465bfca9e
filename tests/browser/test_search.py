"""The search page: by keyboard, loaded when it is needed, under the site's own policy."""

from urllib.parse import quote

import pytest

from tests.render import crowd, sample
from timeline import ladder, search, urls
from timeline.build import site_files
from timeline.config import Config

pytestmark = pytest.mark.skipif(not search.available(), reason="Pagefind is not installed (extra `search`)")


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    """A served site with an index."""
    folder = tmp_path_factory.mktemp("site")
    for path, content in site_files(sample.timeline(), Config(publish_text="full"), folder).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return serve(folder)


def test_what_is_typed_is_found_and_leads_to_its_page(new_page, address):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "search.html")
    assert not [url for url in asked if urls.INDEXES in url]
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("council votes")
    first = page.locator(".results a").first
    first.wait_for()
    assert any(urls.INDEXES in url for url in asked)
    page.wait_for_url(lambda url: url.endswith("?q=council%20votes"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    assert "council" in page.locator("h1").inner_text()


def test_entries_without_a_page_of_their_own_are_found_at_their_places(new_page, serve, tmp_path, monkeypatch):
    monkeypatch.setattr(ladder, "ONE_PAGE", 40)
    monkeypatch.setattr(ladder, "OWN_PAGES", 50)
    timeline = crowd.timeline(60)
    for path, content in site_files(timeline, Config(publish_text="full"), tmp_path / "project").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    wanted = timeline.events[30]
    page = new_page()
    page.goto(f"{serve(tmp_path)}search.html?q={quote(wanted.title)}")
    page.locator(".results a", has_text=wanted.title).first.click()
    assert page.locator("article.entry:target h3").inner_text() == wanted.title


def test_what_stands_in_one_of_several_indexes_is_found(new_page, serve, tmp_path, monkeypatch):
    monkeypatch.setattr(ladder, "SEARCHED", 40)
    timeline = crowd.timeline(100)
    made = site_files(timeline, Config(publish_text="full"), tmp_path / "project")
    number = ladder.indexes(len(timeline.articles), len(timeline.events))
    assert number > 2
    assert {f"{urls.index(n)}pagefind-entry.json" for n in range(1, number + 1)} <= made.keys()
    assert [path for path in made if path.endswith("/pagefind.js")] == [f"{urls.INDEXES}pagefind.js"]
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    page, address = new_page(), serve(tmp_path)
    for wanted in timeline.events[20:20 + number]:
        page.goto(f"{address}search.html?q={quote(wanted.title)}")
        page.locator(".results a", has_text=wanted.title).first.click()
        assert page.locator("h1").inner_text() == wanted.title


def test_nothing_found_is_said(new_page, address):
    page = new_page()
    page.goto(address + "search.html?q=zzyzxq")
    page.get_by_text("Pages found: 0").wait_for()


def test_without_a_script_there_is_another_way(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "search.html")
    assert page.get_by_label("Words to look for").is_hidden()
    page.locator("main").get_by_role("link", name="the timeline").click()
    assert page.locator("h1").inner_text() == sample.timeline().title

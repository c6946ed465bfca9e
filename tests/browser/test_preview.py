"""`timeline serve` as somebody has it who works on a timeline: an open page follows the files."""

import threading
from datetime import date
from functools import partial

import pytest

from timeline import preview
from timeline.build import build
from timeline.commands.init import write_starter
from timeline.commands.serve import built
from timeline.remembering import Memory

TODAY = date(2026, 11, 21)


@pytest.fixture
def project(tmp_path):
    """The starter's project, watched and served: its folder and its address."""
    write_starter(tmp_path)
    build(tmp_path, TODAY)
    news, stop = preview.News(), threading.Event()
    news.tell("")
    build_again = partial(built, tmp_path, TODAY, Memory().stages())
    watcher = threading.Thread(target=preview.rebuild, args=(tmp_path, build_again, news, stop))
    watcher.start()
    with preview.serving(tmp_path / "site", news) as address:
        stop.wait(0.5)  # until the system watches
        yield tmp_path, address
    stop.set()
    watcher.join()


def test_a_changed_file_shows_and_a_mistake_stands_over_the_last_good_page(new_page, project):
    root, address = project
    page = new_page()
    page.goto(address)
    title = page.locator("h1").inner_text()

    settings = root / "timeline.yaml"
    settings.write_text(settings.read_text().replace(f"title: {title}", "title: Another bridge"))
    page.locator("h1", has_text="Another bridge").wait_for()

    template = root / "templates/partials/strip.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>\n{% if %}")
    box = page.get_by_role("alert")
    box.filter(has_text="strip.html:2: error:").wait_for()
    assert page.locator("h1").inner_text() == "Another bridge"

    template.write_text("<p>A strip of one's own</p>")
    page.get_by_text("A strip of one's own").wait_for()
    assert box.count() == 0

"""`timeline serve`: what is served, and that a change or a mistake reaches an open page."""

import json
import shutil
import threading
import time
from contextlib import contextmanager
from datetime import date
from functools import partial
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from timeline import preview, search
from timeline.build import build, locked
from timeline.commands.init import write_starter
from timeline.commands.serve import built
from timeline.remembering import Memory

TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path):
    """The starter's project, built."""
    write_starter(tmp_path)
    build(tmp_path, TODAY)
    return tmp_path


@contextmanager
def working(root):
    """Address and news of the project while it is watched."""
    news, stop = preview.News(), threading.Event()
    news.tell("")
    build = partial(built, root, TODAY, Memory().stages())
    watcher = threading.Thread(target=preview.rebuild, args=(root, build, news, stop))
    watcher.start()
    try:
        with preview.serving(root / "site", news) as address:
            yield address, news
    finally:
        stop.set()
        watcher.join()


def get(address, host=None, method="GET"):
    headers = {"Host": host} if host else {}
    with urlopen(Request(address, headers=headers, method=method), timeout=10) as answer:
        return answer.read().decode()


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cold(root):
    """The site as a build makes it that remembers nothing."""
    build(root, TODAY)
    return files(root / "site")


def seen(news):
    told = json.loads(news.wait("", 0))
    return f"{told['built']}.{told['told']}"


def after(news, before, change):
    """The news that a change brings. Watching begins a moment after it is asked for, so the change is made again."""
    for _ in range(40):
        change()
        told = json.loads(news.wait(before, 0.5))
        if f"{told['built']}.{told['told']}" != before:
            return told
    raise AssertionError("no news")


def test_pages_have_the_script_that_waits_for_news(root):
    with working(root) as (address, _):
        assert f'src="{preview.SCRIPT}"' in get(address)
        assert "location.reload" in get(address.rstrip("/") + preview.SCRIPT)
        assert preview.SCRIPT not in (root / "site/index.html").read_text()


def test_a_page_that_is_not_there_yet_waits_for_news_too(root):
    with working(root) as (address, _), pytest.raises(HTTPError) as missing:
        get(f"{address}events/nothing.html")
    assert missing.value.code == 404
    assert f'src="{preview.SCRIPT}"' in missing.value.read().decode()


def test_a_changed_setting_shows(root):
    with working(root) as (address, news):
        settings = root / "timeline.yaml"
        other = settings.read_text().replace("The footbridge at Aldermill", "Another bridge")
        told = after(news, seen(news), lambda: settings.write_text(other))
        assert told["error"] == ""
        assert "Another bridge" in get(address)


def test_a_mistake_is_told_with_its_place_and_the_last_good_site_stays(root):
    with working(root) as (address, news):
        before = get(address)
        broken = root / "templates/pages/about.html"
        broken.parent.mkdir(parents=True)
        told = after(news, seen(news), lambda: broken.write_text("{% extends 'base.html' %}\n{% if %}"))
        assert "about.html:2: error:" in told["error"]
        assert get(address) == before
        told = after(news, seen(news), lambda: shutil.rmtree(root / "templates", ignore_errors=True))
        assert told["error"] == ""


def test_a_build_elsewhere_is_waited_for(root):
    with locked(root):
        waiting = threading.Thread(target=lambda: told.append(built(root, TODAY, Memory().stages(), lambda: None)))
        told: list[str] = []
        waiting.start()
        waiting.join(0.3)
        assert told == []
    waiting.join(20)
    assert told == [""]


def test_the_pages_are_shown_before_their_index_is_made(root, monkeypatch):
    article = next((root / "content/articles").glob("*.md"))
    told: list[object] = []
    index = search.index

    def slow(pages, number):
        told.append("a lamp was broken" in (root / f"site/articles/{article.stem}.html").read_text())
        told.append((root / "site/pagefind/pagefind.js").is_file())
        return index(pages, number)

    monkeypatch.setattr("timeline.search.index", slow)
    article.write_text(article.read_text() + "\nOn 3 May 2024 a lamp was broken.\n")
    wrong = built(root, TODAY, Memory().stages(), lambda: told.append("shown"))
    assert (wrong, told) == ("", ["shown", True, True])
    assert files(root / "site") == cold(root)


def test_what_is_remembered_of_unchanged_articles_gives_the_same_site(root):
    stages, articles = Memory().stages(), sorted((root / "content/articles").glob("*.md"))
    for text in ("", "\nOn 3 May 2024 a lamp was broken.\n", "\nOn 4 May 2024 it was mended.\n"):
        articles[-1].write_text(articles[-1].read_text() + text)
        assert built(root, TODAY, stages, lambda: None) == ""
        assert files(root / "site") == cold(root)
    articles[0].unlink()
    assert built(root, TODAY, stages, lambda: None) == ""
    assert files(root / "site") == cold(root)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_this_machine_is_answered(root, method):
    with working(root) as (address, _), pytest.raises(HTTPError, match="403"):
        get(address, "evil.example:80", method)


def test_nothing_outside_the_site_is_served(root):
    with working(root) as (address, _), pytest.raises(HTTPError, match="404"):
        get(address + "../timeline.yaml")


def test_news_are_waited_for():
    news = preview.News()
    start = time.monotonic()
    threading.Timer(0.2, lambda: news.tell("wrong")).start()
    assert json.loads(news.wait("0.0", 5))["error"] == "wrong"
    assert time.monotonic() - start < 4

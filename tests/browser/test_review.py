"""The review in a real browser, by keyboard alone: from the first key to the YAML and the timeline beside it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.review.server import serving
from timeline.review.session import Session

from ..review.conftest import ARTICLES, TODAY, written
from .checks import axe_violations, nu_errors

SHEET = "content/overrides/islander.yaml"


@pytest.fixture
def root(tmp_path):
    """The story of the ferry, as a project."""
    return written(tmp_path)


@pytest.fixture
def address(root):
    """The review of it."""
    with serving(Session(root, TODAY, "Ann")) as address:
        yield address


@pytest.fixture
def review(address, page):
    """Its page, opened; nothing is asked of anybody else."""
    elsewhere = []
    page.on("request", lambda r: elsewhere.append(r.url) if not r.url.startswith(address.partition("?")[0]) else None)
    page.goto(address)
    yield page
    assert elsewhere == []


def press(page, *keys):
    """Press keys, each once the answer to the one before is there, and news from the disk are taken in."""
    idle = page.locator("body:not([data-busy])")
    for key in keys:
        idle.wait_for(state="attached")
        page.keyboard.press(key)
        idle.wait_for(state="attached")


def asked(page):
    """The question as it stands."""
    return page.locator("h1").inner_text()


def beside(page):
    """The timeline beside it."""
    return page.frame_locator("#beside iframe:not(.coming)")


def test_from_the_first_key_to_the_yaml_and_the_page(review, root):
    assert asked(review) == "When was this published?"
    expect(beside(review).locator("body")).to_contain_text("Ferry Maren was towed to the yard")
    press(review, "1")
    assert (root / SHEET).read_text() == """\
- kind: published
  article: islander
  value: "2024-05-16"
  by: "Ann"
  on: "2024-07-01"
"""
    expect(review.locator("#written")).to_contain_text("kind: published")
    expect(review.locator("#said")).to_contain_text("written to content/overrides/islander.yaml")
    expect(beside(review).locator("body")).to_contain_text("Corrected")
    assert asked(review) == "Is this date right?"


def test_the_whole_sitting_by_five_keys(review, root):
    expect(review.locator(".left")).to_have_text("5 left")
    press(review, "1", "a", "a", "a", "a")
    assert asked(review) == "Nothing is left"
    expect(review.locator(".left")).to_have_text("0 left, 5 decided")
    assert {p.name for p in (root / "content/overrides").iterdir()} == {f"{name}.yaml" for name in ARTICLES}


def test_a_date_is_found_in_the_calendar(review, root):
    press(review, "c", "ArrowRight", "ArrowRight", "Enter")
    assert 'value: "2024-05-18"' in (root / SHEET).read_text()


def test_the_calendar_goes_by_weeks_and_months(review, root):
    press(review, "c", "PageDown", "ArrowUp")
    expect(review.locator(".sheet caption")).to_have_text("June 2024")
    focused = review.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "9 June 2024"
    press(review, "PageUp", "Escape", "1")
    assert "2024-05-16" in (root / SHEET).read_text()


def test_a_wrong_date_is_said_beside_the_field_and_can_be_mended_there(review, root):
    press(review, "e")
    review.keyboard.type("the 18th of Maytember")
    press(review, "Enter")
    expect(review.locator("#typed-wrong")).to_contain_text("is no date: write 2023-12-10")
    expect(review.locator("#typed")).to_have_attribute("aria-invalid", "true")
    expect(review.locator("#typed")).to_be_focused()
    assert not (root / SHEET).exists()
    review.locator("#typed").fill("")
    review.keyboard.type("18 May 2024")
    press(review, "Enter")
    assert 'value: "18 May 2024"' in (root / SHEET).read_text()


def test_a_reason_is_written_with_the_answer(review, root):
    press(review, "r")
    review.keyboard.type("The printed paper says so.")
    press(review, "Escape", "1")
    assert "reason: The printed paper says so." in (root / SHEET).read_text()


def test_undo_brings_the_question_back_and_takes_the_lines_out(review, root):
    press(review, "1", "u")
    assert asked(review) == "When was this published?"
    assert not (root / SHEET).exists()
    expect(review.locator("#said")).to_have_text("Undone: islander: 2024-05-16")
    expect(beside(review).locator("body")).not_to_contain_text("Corrected")


def test_what_is_put_off_comes_last(review):
    press(review, "s")
    assert asked(review) == "Is this date right?"
    expect(review.locator(".left")).to_have_text("5 left")


def test_two_entries_become_one(review, root):
    press(review, "s", "m")
    expect(review.locator(".panel")).to_be_visible()
    title = review.locator(".panel [data-key='1'] b").inner_text()
    press(review, "1")
    written = (root / "content/overrides/gazette.yaml").read_text()
    assert re.search(rf"^# “.*{re.escape(title)}”\n- kind: merge$", written, re.M)


def test_an_article_is_read_through_and_one_of_its_dates_mended(review, root):
    press(review, "l")
    row = review.locator(".articles button", has_text="Maren freed")
    press(review, row.get_attribute("data-label"))
    assert asked(review) == "Read it through"
    mark = review.locator(".mark", has_text="Wednesday")
    press(review, *mark.get_attribute("data-label"))
    assert asked(review) == "Is this date right?"
    press(review, "2")
    assert asked(review) == "Read it through"
    assert "exact: Wednesday" in (root / "content/overrides/courier.yaml").read_text()
    press(review, "a")
    assert "kind: accept" in (root / "content/overrides/courier.yaml").read_text()


def test_words_that_were_not_read_as_a_date_are_asked_about(review, root):
    press(review, "l")
    press(review, review.locator(".articles button", has_text="runs aground").get_attribute("data-label"), "/")
    review.keyboard.type("moments later")
    press(review, "Enter")
    assert asked(review) == "Words that are a date"
    press(review, "1")
    assert asked(review) == "Read it through"
    assert "exact: moments later" in (root / "content/overrides/gazette.yaml").read_text()


def test_a_file_that_is_broken_by_hand_meanwhile_is_told_and_nothing_is_lost(review, root):
    (root / "content/overrides.yaml").write_text("- kind: hyde\n  event: abcd\n")
    expect(review.locator("#wrong")).to_contain_text("content/overrides.yaml:1:9: error: unknown kind 'hyde'")
    press(review, "1")
    expect(review.locator("#said")).to_contain_text("nothing is written while this is wrong")
    assert not (root / SHEET).exists()
    (root / "content/overrides.yaml").unlink()
    expect(review.locator("#wrong")).to_be_hidden()
    press(review, "1")
    assert (root / SHEET).exists()


def test_what_somebody_decides_by_hand_meanwhile_is_followed(review, root):
    (root / "content/overrides.yaml").write_text("- kind: published\n  article: islander\n  value: 2024-05-18\n")
    expect(review.locator(".left")).to_have_text("4 left")
    assert asked(review) == "Is this date right?"


def test_every_answer_bears_its_key(review):
    for key in ("1", "c", "e", "r", "s", "u", "l", "?"):
        assert review.locator(f"kbd:text-is('{key}'), .key:text-is('{key}')").count() >= 1
    press(review, "?")
    expect(review.locator("dialog")).to_be_visible()
    press(review, "Escape")
    expect(review.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everybody_can_use_it(address, new_page, scheme, width):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    found = {}
    for keys in ((), ("1",), ("m",), ("Escape", "e", "x", "Enter"), ("Escape", "a"), ("?",), ("Escape", "l"), ("b",)):
        press(page, *keys)
        found[asked(page)] = axe_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for _ in range(20):  # a key that falls into news from the disk is for nothing: the question may be another by then
        press(page, "a")
        if asked(page) not in found:
            break
    found[asked(page)] = axe_violations(page)
    assert {question: wrong for question, wrong in found.items() if wrong} == {}
    assert len(found) >= 5


def test_every_question_is_good_html(review, nu, tmp_path):
    """As it stands in the browser, with what the script has added."""
    pages: list[Path] = []
    for keys in ((), ("1",), ("a",), ("a", "a", "a"), ("l",)):
        press(review, *keys)
        pages.append(tmp_path / f"{len(pages)}.html")
        pages[-1].write_text("<!doctype html>\n" + review.evaluate("document.documentElement.outerHTML"))
    assert nu_errors(nu, pages) == []


def test_on_a_narrow_screen_the_timeline_is_a_key_away(address, new_page):
    page = new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    expect(page.locator("#beside")).to_be_hidden()
    press(page, "t")
    expect(page.locator("#beside")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    press(page, "t")
    expect(page.locator("main")).to_be_visible()

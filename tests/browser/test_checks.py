"""The checkers themselves: each finds a planted fault, and is content with a good page."""

import pytest

from .checks import axe_violations, broken_links, nu_errors

STRICT = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">{head}<title>A page</title></head>
<body><main><h1>A page</h1>{body}</main></body></html>
"""


@pytest.fixture
def write(tmp_path):
    """Write a page into the site; gives its path."""

    def write(name, body="<p>Text.</p>", head=""):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD.format(body=body, head=head), encoding="utf-8")
        return path

    return write


def test_nu_finds_a_day_that_no_calendar_has(nu, write):
    good = write("good.html", '<p><time datetime="2024-02-29">then</time></p>')
    bad = write("bad.html", '<p>One</p>\n<p><time datetime="2023-02-29">then</time></p>')

    errors = nu_errors(nu, [good, bad])

    assert [e.partition(": ")[0] for e in errors] == ["bad.html:4"]
    assert "2023-02-29" in errors[0]


def test_nu_reads_style_sheets(nu, write, tmp_path):
    (tmp_path / "style.css").write_text("p { colour: red }")

    assert "colour" in "".join(nu_errors(nu, [write("good.html"), tmp_path / "style.css"]))


def test_axe_finds_a_picture_without_words(page, write):
    page.goto(write("bad.html", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">').as_uri())

    assert [v.partition(":")[0] for v in axe_violations(page)] == ["image-alt"]


def test_axe_works_under_a_strict_policy_and_is_content_with_a_good_page(page, write):
    page.goto(write("good.html", head=STRICT).as_uri())

    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("missing.html", "no such file"),
        ("events/", "no such file"),
        ("events/one.html#nowhere", "no such fragment"),
        ("#nowhere", "no such fragment"),
        ("../outside.html", "leads out of the site"),
        ("/events/one.html", "is not relative"),
        ("//example.org/", "is not relative"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(write, tmp_path, link, complaint):
    write("events/one.html")
    write("index.html", f'<p><a href="{link}">a link</a></p>')

    assert broken_links(tmp_path) == [f"index.html: {link}: {complaint}"]


@pytest.mark.parametrize(
    "link",
    ["events/one.html#part%20two", "#top-of-page", ".", "https://example.org/x#y", "mailto:a@example.org", "notes.txt"],
)
def test_a_good_link_is_not(write, tmp_path, link):
    (tmp_path / "notes.txt").write_text("notes")
    write("events/one.html", '<p id="part two"><a href="../index.html">back</a></p>')
    write("index.html", f'<p id="top-of-page"><a href="{link}">a link</a></p>')

    assert broken_links(tmp_path) == []


def test_a_served_folder_is_what_the_browser_gets(page, serve, write, tmp_path):
    write("events/one.html", "<p>Over the wire.</p>")

    page.goto(serve(tmp_path) + "events/one.html")

    assert page.get_by_text("Over the wire.").is_visible()

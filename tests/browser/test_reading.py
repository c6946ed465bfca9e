"""Readers as they are: large letters, other directions, forced colours, no wish for motion; a site in any folder."""

import re

import pytest

from tests.render import sample
from timeline import resources
from timeline.build import site_files
from timeline.config import Config

PAGES = ("index.html", "events/d6q4r9sbtv.html", "articles/weekly/old-bridge.html", "method.html", "sources.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Folder of a site, below another: as on GitHub Pages, where a site stands below the name of its repository."""
    folder = tmp_path_factory.mktemp("host") / "repository"
    for path, content in site_files(sample.timeline(), Config(publish_text="full"), folder).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.mark.parametrize("change", ["fontSize = '200%'", "direction = 'rtl'"], ids=["twice as large", "from the right"])
def test_nothing_is_lost_at_the_edges(new_page, site, serve, change):
    page = new_page(viewport={"width": 640, "height": 800})
    for name in PAGES:
        page.goto(serve(site) + name)
        page.evaluate(f"document.documentElement.style.{change}")
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name
        lost = page.evaluate("""() => [...document.querySelectorAll("main *")].filter((e) => {
          const box = e.getBoundingClientRect();
          const isSeen = box.width > 2 && box.height > 2 && !e.closest("svg, .visually-hidden");
          return isSeen && (box.left < -13 || box.right > 653);
        }).map((e) => e.outerHTML.slice(0, 80))""")
        assert lost == [], name


def test_in_forced_colours_the_marks_keep_their_shapes(new_page, site, serve):
    page = new_page(forced_colors="active")
    page.goto(serve(site))
    drawn = "e => getComputedStyle(e, '::before').backgroundColor"
    known = page.locator("article.entry.shape-day:not(.leaning)").first.evaluate(drawn)
    part = page.locator("article.entry.shape-part").first.evaluate(drawn)
    assert known != part


def test_nothing_moves():
    style = (resources.templates() / "style.css").read_text()
    assert not re.findall(r"\b(?:animation|transition|scroll-behavior)\b", style)


def test_a_site_below_a_folder_works_and_every_file_is_found(new_page, site, serve):
    page = new_page()
    failed = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    base = f"{serve(site.parent)}repository/"
    page.goto(base)
    page.locator("article.entry h3 a").first.click()
    page.locator(".claim .links a").first.click()
    page.wait_for_url(lambda url: url.startswith(f"{base}articles/"))
    assert failed == []

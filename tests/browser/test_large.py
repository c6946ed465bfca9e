"""Budgets on made-up timelines of every rung of the ladder: sizes and links of all pages, checkers on one of a kind."""

import gzip
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.render import crowd
from timeline import search
from timeline.config import Config
from timeline.export import discover
from timeline.publishing import publishable
from timeline.render.site import render

from . import checks

INDEXED = 5_000  # entries
KIND = re.compile(r'<body class="([\w-]+)"')


@pytest.fixture(scope="module", params=[40, 400, 5_000, 50_000])
def site(request, tmp_path_factory):
    """Folder of a site with so many entries, and with the index to search where making it is quick."""
    folder = tmp_path_factory.mktemp(f"site-{request.param}")
    config = Config(description="What happened in five harbours.", publish_text="full")
    public = publishable(crowd.timeline(request.param, each=5 if request.param <= 5_000 else 50), config)
    searched = request.param <= INDEXED and search.available()
    made = {**dict(render(public, config, search=searched)), **dict(discover.files(public, config))}
    for path, content in (*made.items(), *(search.index(made) if searched else ())):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def sample(site):
    """Of each kind of page the largest and the smallest, and the entry that most report."""
    kinds: dict[str, list[Path]] = {}
    for path in site.rglob("*.html"):
        kind = KIND.search(path.read_text())
        kinds.setdefault(kind[1] if kind else "redirect", []).append(path)
    ends = [{min(pages, key=size), max(pages, key=size)} for pages in kinds.values()]
    return sorted(set().union(*ends))


def size(path):
    """Its length, the name deciding between equals."""
    return path.stat().st_size, path.name


def test_no_page_is_too_heavy(site):
    packed = {p: len(gzip.compress(p.read_bytes())) for p in site.rglob("*.html") if p.stat().st_size > 70_000}
    assert {str(p): n for p, n in packed.items() if n > 70_000} == {}
    assert len(gzip.compress((site / "assets/style.css").read_bytes())) <= 12_000
    assert all(p.stat().st_size <= 10_000 for p in site.glob("assets/*.js"))


def test_no_link_leads_nowhere(site, sample):
    many = next(site.glob("years/*-*"), None)  # then the largest and the smallest page of each kind stand for all
    assert checks.broken_links(site, sample if many else None) == []


def test_one_of_each_kind_of_page_is_sound(nu, site, sample):
    errors = checks.nu_errors(nu, [*sample, site / "assets/style.css"])
    assert [e for e in errors if "Resource violates Content Security Policy" not in e] == []


def test_one_of_each_kind_of_page_is_accessible_and_fits_a_phone(new_page, site, serve, sample):
    page = new_page(viewport={"width": 360, "height": 800}, bypass_csp=True)
    base = serve(site)
    for path in (p for p in sample if KIND.search(p.read_text())):  # a redirect is gone before it can be looked at
        page.goto(base + quote(path.relative_to(site).as_posix()))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert checks.axe_violations(page) == [], path

"""What is wrong with a page, mostly asked of programs that are not ours. Each answers in words; nothing is good."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page

LINKS = ("href", "src", "poster", "data")


def nu_errors(nu: Sequence[str], paths: Iterable[Path]) -> list[str]:
    """Errors and warnings of the Nu HTML checker about pages and style sheets, as `name:line: message`.

    nu: its command, as the fixture of that name gives it. Raises ValueError where it gives no answer at all: the
    silence of a checker that has crashed is not a good page.
    """
    names = sorted(map(str, paths))
    sheets = [name for name in names if name.endswith(".css")]
    return _nu(nu, "--html", [name for name in names if name not in sheets]) + _nu(nu, "--css", sheets)


def _nu(nu: Sequence[str], kind: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    answer = subprocess.run([*nu, "--format", "json", kind, *paths], capture_output=True, text=True, timeout=300).stderr
    return [
        f"{Path(urlsplit(m['url']).path).name}:{m.get('lastLine', 0)}: {m['message']}"
        for m in json.loads(answer)["messages"]
        if m["type"] != "info" or m.get("subType") == "warning"
    ]


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands, its best practices included."""
    found = Axe().run(page).response
    return [
        f"{violation['id']}: {violation['help']}: {node['html']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def broken_links(site: Path, pages: Iterable[Path] | None = None) -> list[str]:
    """Links in a site's pages, or in some, that lead nowhere within it: no file, no such fragment, or out of it.

    A link from the root ("/x") counts as one: the site must work in any folder of a server, and opened from disk.
    """
    return [
        f"{page.relative_to(site)}: {link}: {complaint}"
        for page in sorted(site.rglob("*.html") if pages is None else pages)
        for link in _links(page)
        if (complaint := _complaint(site.resolve(), page, link))
    ]


def _links(page: Path) -> Iterator[str]:
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    for name in LINKS:
        yield from tree.xpath(f"//@{name}")


def _complaint(site: Path, page: Path, link: str) -> str | None:
    parts = urlsplit(link)
    if parts.scheme:
        return None
    if parts.netloc or parts.path.startswith("/"):
        return "is not relative"
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
    target = target / "index.html" if target.is_dir() else target
    if not target.is_relative_to(site):
        return "leads out of the site"
    if not target.is_file():
        return "no such file"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _anchors(target):
        return "no such fragment"
    return None


@cache
def _anchors(page: Path) -> frozenset[str]:
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    return frozenset(tree.xpath("//@id | //a/@name"))

"""The pages as readers have them: the demo as it is checked in, and a timeline with one of each thing."""

from urllib.parse import quote, urlsplit

import pytest

from tests.render import sample
from timeline.build import site_files
from timeline.config import Config

from . import checks

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

UNFOLD = "for (const d of document.querySelectorAll('details')) d.open = true"


@pytest.fixture(scope="module", params=["demo", "sample"])
def site(request, root, tmp_path_factory):
    """Folder of a built site."""
    if request.param == "demo":
        return root / "site"
    folder = tmp_path_factory.mktemp("site")
    config = Config(description="Closed, propped up, given up.", publish_text="full", authors=("R. Ytterdal",))
    for path, content in site_files(sample.timeline(), config, folder).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def addresses(site, serve):
    """Address of every page."""
    base = serve(site)
    return [base + quote(path.relative_to(site).as_posix()) for path in sorted(site.rglob("*.html"))]


def test_every_page_and_the_style_sheet_are_sound(nu, site):
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 3
    # Opened as files, pages have no origin that 'self' could mean; that the policy holds, the console tells.
    assert [f for f in checks.nu_errors(nu, files) if "Resource violates Content Security Policy" not in f] == []


def test_no_link_leads_nowhere(site):
    assert checks.broken_links(site) == []


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop, dark"])
def test_every_page_is_accessible_with_all_unfolded(new_page, addresses, viewport, scheme):
    page = new_page(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    for address in addresses:
        page.goto(address)
        page.evaluate(UNFOLD)
        assert checks.axe_violations(page) == [], address


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(new_page, addresses, width):
    page = new_page(viewport={"width": width, "height": 800})
    for address in addresses:
        page.goto(address)
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_nothing_is_asked_for_from_elsewhere(new_page, addresses):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses:
        page.goto(address, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(addresses[0]).netloc}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("opened", ["served", "from disk"])
def test_from_an_entry_to_its_quotation_and_back(new_page, site, serve, viewport, script, opened):
    page = new_page(viewport=viewport, java_script_enabled=script)
    page.goto(serve(site) if opened == "served" else (site / "index.html").as_uri())

    entry = page.locator("article.entry").filter(has=page.locator("blockquote")).first
    title = entry.locator("h3").inner_text()
    entry.locator("h3 a").click()
    assert page.locator("h1").inner_text() == title

    claim = page.locator(".claim").first
    quote = claim.locator("blockquote").inner_text()
    claim.get_by_role("link", name="In our copy, highlighted").click()
    target = page.locator("mark.quoted:target")
    assert target.inner_text() in quote
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    top = target.evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < viewport["height"]

    expression = target.locator(".expression a").first
    words = expression.inner_text()
    expression.click()
    note = page.locator("details.note").filter(has=page.locator("[id]:target"))
    assert words in note.locator("ol.steps").inner_text()
    assert note.locator("ol.steps").is_visible()

    page.go_back()
    paragraph = page.locator(".paragraph").filter(has=page.locator(":target"))
    paragraph.locator(".cited-in a").filter(has_text=title).click()
    assert page.locator("h1").inner_text() == title
    page.locator(".kicker a").click()
    assert page.locator("article.entry:target h3").inner_text() == title


def test_the_keyboard_reaches_the_content_and_the_notes(new_page, site, serve):
    page = new_page(viewport=DESKTOP)
    page.goto(serve(site))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#main"))
    page.goto(page.url.removesuffix("#main") + page.locator(".source a").first.get_attribute("href"))
    summary = page.locator("details.note summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.note ol.steps").first.is_visible()


def test_the_lines_that_correct_an_entry_are_copied(new_page, site, serve):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(serve(site))
    page.locator("article.entry").filter(has=page.locator("ol.steps")).first.locator("h3 a").click()
    page.locator("details.correct summary").first.click()
    page.locator("details.correct button").first.click()
    page.get_by_text("Copied", exact=True).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("details.correct code").first.text_content()
    assert copied.startswith("- kind: date\n")


def test_paper_has_what_is_folded(new_page, site, serve):
    page = new_page()
    page.goto(serve(site))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("nav").first.is_hidden()

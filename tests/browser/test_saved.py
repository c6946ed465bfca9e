# ruff: noqa: E501 -- prose and markup
"""Real pages saved by a real browser, in every form, layout and encoding: one article comes of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Page

from tests.browser import saving
from tests.intake.serving import Server, serving
from timeline.commands.add import command
from timeline.intake import reader
from timeline.model import Document
from timeline.reading.article import read_article

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300050001ff"
    "a5b1d5d90000000049454e44ae426082"
)


@dataclass(frozen=True)
class Story:
    """A page as its server has it. declared: the encoding it names, sent: the one it is in."""

    title: str
    prose: tuple[str, ...]
    language: str
    layout: str
    declared: str = "utf-8"
    sent: str = "utf-8"
    head: str = ""
    stamp: str = ""
    published: str | None = None

    @property
    def markup(self) -> bytes:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in self.prose)
        page = LAYOUTS[self.layout].format(title=self.title, text=text, stamp=self.stamp)
        meta = f'<meta charset="{self.declared}">' if self.declared else ""
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{meta}<title>{self.title} | The Weir</title>'
            f'<link rel="stylesheet" href="style.css">{self.head}</head><body>{page}</body></html>'
        ).encode(self.sent)


LAYOUTS = {
    "elements": "<header><nav><a href='/a'>Home</a> <a href='/b'>Sport</a></nav></header><main><article><h1>{title}</h1>"
    "{stamp}<figure><img src='gates.png' alt=''><figcaption>The gates. Photo: O. Ley</figcaption></figure>{text}</article>"
    "<aside><h2>More</h2><ul><li><a href='/c'>Basin to close</a></li></ul></aside></main><footer>The Weir, 2034</footer>",
    "boxes": "<div id='top'><a href='/'>The Weir</a></div><div id='page'><div class='story'><h1>{title}</h1>{stamp}"
    "<div class='body'>{text}</div></div></div><div id='bottom'>Imprint · Privacy</div>",
    "table": "<table><tr><td width='160'><a href='/'>Home</a><br><a href='/n'>News</a></td><td><div role='main'><h1>{title}"
    "</h1>{stamp}{text}</div></td></tr></table>",
    "blog": "<div class='site'><div class='masthead'>The Weir</div><article class='post hentry story'><h1 class='entry-title'>"
    "{title}</h1><div class='entry-meta'>{stamp}</div><div class='entry-content'>{text}</div></article>"
    "<div class='sidebar widget'><h3>Archives</h3><a href='/5'>May</a></div></div>",
}
ENGLISH = (
    "The lock gates at Ostrel gave way on Monday, said the canal office, and forty barges lay dry in the basin at night.",
    "Nobody was hurt. The keeper, Jana Holm, had heard the timber creak for days and sent the crews ashore in good time.",
    "Repairs begin next week and will take a month, the office said; until then boats go by the old river instead.",
)
GERMAN = (
    "Das Schleusentor bei Ostrel brach am Montag, sagte das Kanalamt; vierzig Kähne lagen über Nacht trocken im Becken.",
    "Niemand wurde verletzt. Die Wärterin hatte das Gebälk seit Tagen ächzen hören und die Leute früh an Land geschickt.",
    "Nächste Woche wird mit der Ausbesserung begonnen; bis dahin fahren die Schiffe über den alten Fluss, hieß es.",
)
POLISH = (
    "Wrota śluzy w Ostrelu pękły w poniedziałek, podał urząd kanałowy, a czterdzieści barek osiadło w nocy na mieliźnie.",
    "Nikt nie ucierpiał. Strażniczka od kilku dni słyszała trzaski belek i zawczasu odesłała załogi na brzeg.",
    "Naprawa zacznie się w przyszłym tygodniu i potrwa miesiąc; do tego czasu łodzie popłyną starą rzeką.",
)
JAPANESE = (
    "運河事務所によると、月曜日にオストレルの水門が壊れ、夜の間に四十隻のはしけが船だまりの底に取り残されたという。",
    "けが人はなかった。水門の番人は数日前から木材のきしむ音を聞いており、乗組員を早めに岸へ上げていた。",
    "修理は来週始まり、一か月かかる見込みで、それまで船は古い川を通ることになると事務所は説明した。",
)
LD = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-05-06T08:00:00+01:00"}</script>'
STORIES = {
    "elements, JSON-LD": Story("Lock gates give way", ENGLISH, "en-GB", "elements", head=LD, published="2031-05-06T08:00+01:00"),
    "boxes, a visible line": Story(
        "Lock gates give way", ENGLISH, "en-GB", "boxes", stamp="<p class='byline'>By Ida Moss | 6 May 2031</p>",
        published="2031-05-06",
    ),
    "a table, German, Windows-1252": Story(
        "Das Tor ist hinüber", GERMAN, "de", "table", "windows-1252", "cp1252", published="2031-05-06",
        stamp="<p class='byline'>Veröffentlicht am 6. Mai 2031</p>",
    ),
    "a blog, Polish, ISO 8859-2": Story(
        "Śluza pękła", POLISH, "pl", "blog", "iso-8859-2", "iso-8859-2", published="2031-05-06T10:00",
        stamp="<time class='entry-date published' datetime='2031-05-06T10:00'>6 maja 2031</time>",
    ),
    "Japanese, Shift_JIS": Story("水門が壊れる", JAPANESE, "ja", "elements", "shift_jis", "cp932"),
    "UTF-8 that is called Latin-1": Story("Das Tor ist hinüber", GERMAN, "de", "boxes", "iso-8859-1", "utf-8"),
    "nothing declared": Story("Das Tor ist hinüber", GERMAN, "de", "elements", "", "cp1252"),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        running.page("/style.css", "body{max-width:40em;margin:auto}", "text/css")
        running.pages["/gates.png"] = (200, {"Content-Type": "image/png"}, PIXEL)
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project/content/articles").mkdir(parents=True)
    return tmp_path / "project"


def opened(new_page: Callable[..., Page], server: Server, story: Story) -> Page:
    # A server that says nothing of the encoding, so that the page's own word counts, as in most old ones.
    server.pages["/news/lock.html"] = (200, {"Content-Type": "text/html"}, story.markup)
    server.pages["/news/style.css"], server.pages["/news/gates.png"] = server.pages["/style.css"], server.pages["/gates.png"]
    server.pages["/favicon.ico"] = (204, {}, b"")
    page = new_page()
    page.goto(server.url("/news/lock.html", "127.0.0.1"))
    return page


def add(project: Path, *files: Path) -> Result:
    return CliRunner().invoke(command, [*map(str, files), "--project", str(project), "--yes", "--retrieved", "2031-09-01"])


def read(file: Path) -> Document:
    article = reader.read(file.read_bytes(), file.name).article("2031-09-01")
    return read_article(article.encode(), "a", "a.md")


def bare(text: str) -> str:
    """Without blanks, which PDF puts and loses as it likes between signs of Japanese."""
    return "".join(text.split())


@pytest.mark.parametrize("name", STORIES)
def test_every_saved_form_of_a_page_has_its_title_its_words_and_its_day(
    new_page: Callable[..., Page], server: Server, tmp_path: Path, name: str
) -> None:
    story = STORIES[name]
    for file in saving.all_forms(opened(new_page, server, story), tmp_path, "lock"):
        document = read(file)
        assert document.meta.title == story.title, file
        for paragraph in story.prose:
            assert bare(paragraph) in bare(document.text), file
        assert "Sport" not in document.text or file.suffix == ".pdf", file  # a menu in print is text like any other
        if file.suffix in (".mhtml", ".html") and "reader" not in file.name:
            # Chromium leaves every script out of its single files, and with it what the page says in JSON-LD.
            lost = file.suffix == ".mhtml" and "ld+json" in story.head
            assert document.meta.published == (None if lost else story.published), file
            assert document.meta.language == story.language, file
            assert (document.meta.url or "").endswith("/news/lock.html"), file


@pytest.mark.parametrize("name", STORIES)
def test_a_page_in_all_its_forms_is_one_article(
    new_page: Callable[..., Page], server: Server, project: Path, tmp_path: Path, name: str
) -> None:
    story = STORIES[name]
    pile = tmp_path / "pile"
    pile.mkdir()
    forms = list(saving.all_forms(opened(new_page, server, story), pile, "lock"))
    assert (pile / "lock_files").is_dir()
    result = add(project, pile)
    assert result.exit_code == 0, result.output
    assert f"1 added, {len(forms) - 1} unchanged, 0 changed, 0 failed" in result.output


@pytest.mark.parametrize("name", STORIES)
def test_a_page_as_the_server_sends_it_is_read_in_its_own_encoding(server: Server, project: Path, name: str) -> None:
    story = STORIES[name]
    server.pages["/raw.html"] = (200, {"Content-Type": "text/html"}, story.markup)
    arguments = [server.url("/raw.html"), "--project", str(project), "--yes"]
    assert CliRunner().invoke(command, arguments, obj=server.client().get).exit_code == 0
    (file,) = (project / "content/articles").iterdir()
    document = read_article(file.read_bytes(), "a", "a.md")
    assert document.meta.title == story.title
    assert all(bare(paragraph) in bare(document.text) for paragraph in story.prose)

"""A bibliography becomes sources: of every kind, without their texts, ready to be cited."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.commands.add import command
from timeline.model import Meta
from timeline.reading.article import read_article

PAPER = {
    "id": "holm1907",
    "type": "article-newspaper",
    "title": "A lock for Ostrel",
    "container-title": "Ostrel Mercury",
    "author": [{"family": "Holm", "given": "Jana"}, {"literal": "Our own correspondent"}],
    "volume": "12",
    "issue": "88",
    "page": "3",
    "publisher-place": "Ostrel",
    "issued": {"date-parts": [["1907", 5, "15"]]},
    "language": "en-GB",
}
LETTER = {
    "id": "x",
    "type": "manuscript",
    "title": "To the board",
    "author": [{"family": "Ley", "given": "Ole", "suffix": "Jr."}],
    "archive": "State archive",
    "archive_location": "F 12/3",
    "issued": {"date-parts": [[1907, 5]], "circa": True},
}
POST = {
    "id": "y",
    "type": "post",
    "title": "The gates just went",
    "URL": "https://quayside.example/p/1",
    "issued": {"raw": "6 May 2031"},
    "accessed": {"date-parts": [[2031, 5, 7]]},
    "author": [{"literal": "@keeper"}],
}
TALK = {
    "type": "paper-conference",
    "title": "On locks",
    "DOI": "10.1000/182",
    "issued": {"date-parts": [[1999], [2001]]},
}
UNDATED = {"type": "song", "title": "The lock-keeper's daughter", "issued": {"literal": "spring, some year"}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project/content/articles").mkdir(parents=True)
    return tmp_path / "project"


def add(project: Path, items: object, name: str = "export.json") -> Result:
    file = project.parent / name
    file.write_text(items if isinstance(items, str) else json.dumps(items), encoding="utf-8")
    return CliRunner().invoke(command, [str(file), "--project", str(project), "--retrieved", "2031-09-01"])


def meta(project: Path, name: str) -> Meta:
    document = read_article((project / f"content/articles/{name}.md").read_bytes(), name, name)
    assert document.text == ""
    return document.meta


def test_each_kind_keeps_what_tells_where_it_stands(project: Path) -> None:
    result = add(project, [PAPER, LETTER, POST, TALK, UNDATED])
    assert result.exit_code == 0, result.output
    assert "5 added, 0 unchanged, 0 changed, 0 failed" in result.output
    paper, letter, post, talk = (
        meta(project, name) for name in ("a-lock-for-ostrel", "to-the-board", "the-gates-just-went", "on-locks")
    )
    assert (paper.type, paper.container, paper.volume, paper.page, paper.place, paper.published, paper.language) == (
        "article-newspaper",
        "Ostrel Mercury",
        "12, no. 88",
        "3",
        "Ostrel",
        "1907-05-15",
        "en-GB",
    )
    assert paper.author == "Jana Holm; Our own correspondent"
    assert (letter.archive, letter.shelfmark, letter.published, letter.author) == (
        "State archive",
        "F 12/3",
        "1907-05~",
        "Ole Ley Jr.",
    )
    assert (post.published, post.url, str(post.retrieved)) == (
        "2031-05-06",
        "https://quayside.example/p/1",
        "2031-05-07",
    )
    assert (talk.type, talk.published, talk.url) == ("chapter", "1999/2001", "https://doi.org/10.1000/182")
    assert paper.published_source == "bibliography"


def test_emphasis_in_a_title_is_no_part_of_it(project: Path) -> None:
    add(project, [{"type": "book", "title": "The <i>Ida</i> &amp; the <span class='x'>lock</span>, a &lt; b"}])
    assert meta(project, "the-ida-the-lock-a-b").title == "The Ida & the lock, a < b"


def test_a_date_that_cannot_be_read_is_told_and_left_out(project: Path) -> None:
    result = add(project, [UNDATED])
    assert "entry 1, “The lock-keeper's daughter”: its date is not taken" in result.stderr
    assert meta(project, "the-lock-keepers-daughter").published is None


def test_the_same_bibliography_again_changes_nothing(project: Path) -> None:
    add(project, [PAPER, LETTER])
    result = add(project, [LETTER, PAPER, POST], "again.json")
    assert "1 added, 2 unchanged, 0 changed, 0 failed" in result.output


def test_the_article_itself_completes_what_was_only_described(project: Path) -> None:
    add(project, [POST])
    page = project.parent / "post.html"
    text = "".join(
        f"<p>The gates went at {n} in the morning and the basin ran dry before anybody woke.</p>" for n in (4, 5)
    )
    page.write_text(
        f"<html><head><link rel='canonical' href='{POST['URL']}'></head><body><article>"
        f"<h1>The gates just went</h1>{text}"
        "</article></body></html>",
        encoding="utf-8",
    )
    result = CliRunner().invoke(command, [str(page), "--project", str(project)])
    assert "the text of a source that was only described" in result.output
    file = project / "content/articles/the-gates-just-went.md"
    document = read_article(file.read_bytes(), "a", "a.md")
    assert "ran dry" in document.text
    assert (document.meta.type, document.meta.author, document.meta.published) == ("post", "@keeper", "2031-05-06")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "a.json:1:2: error: this is no JSON"),
        ("[]", "there is no source in this file"),
        ('{"a": 1}', "there is no source"),
        ("[1, {}]", "there is no source"),
        ("[" * 100_000, "this is no JSON"),
        ('[{"title": "A", "issued": {"date-parts": [[99999, 77]]}}]', "its date is not taken"),
    ],
    ids=["broken", "empty", "something else", "no titles", "deep", "no such day"],
)
def test_what_is_none_is_told(project: Path, text: str, says: str) -> None:
    assert says in add(project, text, "a.json").stderr

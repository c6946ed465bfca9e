"""Entries in files of their own: from `content/events/` to the site."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.build import build
from timeline.commands import publish
from timeline.diagnostics import InputError

ENTRY = """---
title: The old lock is opened
date: 1907-05-14
kind: event
tags: [canal]
citations:
  - article: mercury
    page: "3"
  - article: letter
    exact: opened in the rain on the fourteenth
by: Jana Holm
---

The first boat through was the *Ida*. Nobody has noted who paid.
"""
MERCURY = (
    "---\ntitle: A lock for Ostrel\ntype: article-newspaper\ncontainer: Ostrel Mercury\npublished: 1907-05-15\n---\n"
)
LETTER = (
    "---\ntitle: To the board\narchive: State archive\nshelfmark: F 12\nretrieved: 2031-09-01\n---\n\n"
    "It was opened in the rain on the fourteenth, and I stood by it.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in (("articles/mercury", MERCURY), ("articles/letter", LETTER), ("events/the-lock", ENTRY)):
        file = tmp_path / f"content/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def built(project: Path) -> dict[str, object]:
    build(project, date(2031, 9, 1), jobs=1)
    told = json.loads((project / "site/timeline.json").read_text(encoding="utf-8"))
    (event,) = [event for event in told["events"] if event["status"] == "by hand"]
    return dict(event)


def refusals(project: Path, text: str) -> list[tuple[int, int, str, str]]:
    (project / "content/events/the-lock.md").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        build(project, date(2031, 9, 1), jobs=1)
    assert {finding.path for finding in refused.value.diagnostics} == {"content/events/the-lock.md"}
    assert all(finding.hint for finding in refused.value.diagnostics)
    return [(f.line, f.column, f.code, f.message) for f in refused.value.diagnostics]


def test_it_is_an_entry_that_cites_sources_with_text_and_without(project: Path) -> None:
    event = built(project)
    assert (event["title"], event["edtf"], event["status"]) == ("The old lock is opened", "1907-05-14", "by hand")
    citations = event["citations"]
    assert isinstance(citations, list)
    assert [(c["article"], c["quote"], c["page"]) for c in citations] == [
        ("mercury", "", "3"), ("letter", "opened in the rain on the fourteenth", None)
    ]  # fmt: skip


def test_its_page_has_what_is_said_the_page_of_the_paper_and_the_shelfmark(project: Path) -> None:
    page = (project / f"site/{built(project)['url']}").read_text(encoding="utf-8")
    assert "<em>Ida</em>" in page
    assert "Jana Holm" in page
    assert "Ostrel Mercury, p. 3" in page
    assert "State archive, F 12" in page
    assert (project / "site/articles/mercury.html").is_file()


def test_its_id_stays_whatever_it_says_and_cites(project: Path) -> None:
    before = built(project)["id"]
    file = project / "content/events/the-lock.md"
    file.write_text(ENTRY.replace("opened", "inaugurated", 1).replace("1907-05-14", "1907-05-15"), encoding="utf-8")
    assert built(project)["id"] == before
    lines = ENTRY.replace("  - article: mercury\n    page: \"3\"\n", "")
    file.write_text(lines, encoding="utf-8")
    assert built(project)["id"] == before


def test_sources_may_be_named_alone(project: Path) -> None:
    file = project / "content/events/the-lock.md"
    file.write_text("---\ntitle: A\ndate: unknown\ncitations: [mercury, letter]\n---\n", encoding="utf-8")
    event = built(project)
    citations = event["citations"]
    assert isinstance(citations, list)
    assert event["edtf"] is None
    assert [c["article"] for c in citations] == ["mercury", "letter"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENTRY.replace("date:", "dat:"), [(2, 1, "missing-key", "'date' is"), (3, 1, "unknown-key", "unknown key")]),
        (ENTRY.replace("1907-05-14", "soon"), [(3, 7, "bad-date", "date: 'soon' is no date")]),
        (ENTRY.replace("mercury", "merkury"), [(7, 14, "bad-article", "article: there is no article 'merkury'")]),
        (ENTRY.replace("kind: event", "kind: party"), [(4, 7, "bad-kind", "")]),
        ("---\ntitle: A\ndate: 1907\n---\n", [(2, 1, "missing-key", "'citations' is missing")]),
        ("---\ntitle: A\ndate: 1907\ncitations: []\n---\n", [(4, 12, "bad-citations", "cites a source")]),
        ("---\ntitle: A\ndate: 1907\ncitations: [mercuri]\n---\n", [(4, 13, "bad-citations", "")]),
        ("Just text.\n", [(1, 1, "front-matter", "an entry says at its top what it is")]),
        ("---\ntitle: A\n", [(1, 1, "front-matter", "the front matter that begins here is never closed")]),
        ("---\ntitle: [A\n---\n", [(3, 0, "yaml", "")]),
    ],
)  # fmt: skip
def test_mistakes_have_their_place(project: Path, text: str, expected: list[tuple[int, int, str, str]]) -> None:
    found = refusals(project, text)
    assert len(found) == len(expected)
    for told, wanted in zip(found, expected, strict=True):
        assert (told[0], told[2]) == (wanted[0], wanted[2])
        assert wanted[3] in told[3]
        assert told[1] == wanted[1] or told[2] == "yaml"


def test_once_published_it_keeps_its_address_and_can_be_accepted(project: Path) -> None:
    event = built(project)
    arguments = ["--project", str(project), "--today", "2031-09-01"]
    assert CliRunner().invoke(publish.command, arguments).exit_code == 0
    (project / "content/overrides.yaml").write_text(f"- kind: accept\n  events: [{event['id']}]\n", encoding="utf-8")
    (project / "content/events/the-lock.md").rename(project / "content/events/lock-opened.md")
    again = json.loads((built_site(project) / "timeline.json").read_text(encoding="utf-8"))
    (same,) = [e for e in again["events"] if e["id"] == event["id"]]
    assert [c["article"] for c in same["citations"]] == ["mercury", "letter"]
    assert same["status"] == "accepted"


def built_site(project: Path) -> Path:
    build(project, date(2031, 9, 1), jobs=1)
    return project / "site"


def test_words_that_the_source_does_not_have_are_told_and_the_rest_is_built(project: Path) -> None:
    file = project / "content/events/the-lock.md"
    file.write_text(ENTRY.replace("in the rain", "in the snow"), encoding="utf-8")
    report = build(project, date(2031, 9, 1), jobs=1)
    (warning,) = [w for w in report.warnings if w.code == "orphan"]
    assert (warning.path, warning.line) == ("content/events/the-lock.md", 10)


def test_a_source_that_was_renamed_is_missed_until_its_old_name_is_told(project: Path) -> None:
    build(project, date(2031, 10, 1))
    publish_record = CliRunner().invoke(publish.command, ["--project", str(project), "--today", "2031-10-01"])
    assert publish_record.exit_code == 0
    old, new = project / "content/articles/mercury.md", project / "content/articles/ostrel-mercury.md"
    new.write_text(old.read_text(encoding="utf-8"), encoding="utf-8")
    old.unlink()
    (missed,) = build(project, date(2031, 10, 1)).warnings
    assert (missed.path, missed.line, missed.code) == ("content/events/the-lock.md", 7, "orphan")
    assert missed.message == "this 'event' is about the article 'mercury', which is not there any more"
    assert missed.hint.startswith("write `aliases: [mercury]` at the top of that article")
    new.write_text(new.read_text(encoding="utf-8").replace("title:", "aliases: [mercury]\ntitle:"), encoding="utf-8")
    assert build(project, date(2031, 10, 1)).warnings == ()

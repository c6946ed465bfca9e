"""`timeline explain`: the whole derivation of an entry, an article, a line, a sentence."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.build import analyse
from timeline.cli import main

ARTICLE = """\
---
title: Fire at the mill
published: 2019-08-20
---

The mill of Sundal burned on Friday.

Firemen saved the barn on the 15th. It may have begun in 1890.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/mill.md").write_text(ARTICLE)
    return tmp_path


def explain(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments, "--project", str(project), "--today", "2019-09-01"])


@pytest.mark.parametrize(
    ("what", "told", "silent"),
    [
        ("mill", ["“Friday”", "“the 15th”", "“1890”"], []),
        ("mill:6", ["“Friday”"], ["“the 15th”", "“1890”"]),
        ("mill:8", ["“the 15th”", "“1890”"], ["“Friday”"]),
        ("content/articles/mill.md:9", ["“the 15th”"], ["“Friday”"]),
        ("mill:2", ["There are no words about time in it."], ["“Friday”"]),
    ],
)
def test_an_article_or_a_line_of_it(project: Path, what: str, told: list[str], silent: list[str]) -> None:
    result = explain(project, what)
    assert result.exit_code == 0, result.output
    assert "front matter: 2019-08-20" in result.stdout
    assert [words for words in told if words not in result.stdout] == []
    assert [words for words in silent if words in result.stdout] == []


def test_an_entry_with_the_rule_and_the_person_that_have_dated_it(project: Path) -> None:
    (project / "content/overrides.yaml").write_text("""\
- kind: date
  article: mill
  target: {exact: Friday}
  value: 2019-08-15
  by: Ann
  reason: The chronicle says Thursday.
""")
    (event,) = [e for e in analyse(project, date(2019, 9, 1)).timeline.events if "burned" in e.citations[0].quote]
    told = explain(project, event.id).stdout
    assert told.startswith(f"{event.id}  {event.title}\n  date        2019-08-15\n")
    assert "chosen by this rule: set by a person" in told
    assert "override    content/overrides.yaml:1, by Ann\n              The chronicle says Thursday." in told
    assert "(timeline/language/en/rules/weekdays.py:" in told
    assert "“the 15th”" not in told


def test_an_id_with_a_slip_in_it_is_told_with_the_entry_that_is_meant(project: Path) -> None:
    event = analyse(project, date(2019, 9, 1)).timeline.events[0]
    told = explain(project, event.id[:-1]).stderr
    assert told == f"{event.id[:-1]}: error: there is no such article, and no such entry\n    write '{event.id}'\n"


def test_a_sentence_needs_no_project(tmp_path: Path) -> None:
    result = explain(tmp_path, "--text", "It burned on Friday.", "--published", "2019-08-20")
    assert "EDTF        2019-08-16" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mil"], "there is no such article, and no such entry\n    write 'mill'"),
        ([], "name an EVENT or an ARTICLE, or give a --text"),
        ([""], "name an EVENT or an ARTICLE, or give a --text"),
        (["mill", "--text", "On Friday."], "name 'mill' or give a --text, not both"),
        (["mill:99"], "content/articles/mill.md:99: error: this file has 9 lines"),
        (["mill:0"], "this file has 9 lines"),
        (["--text", "On Friday.", "--language", "?"], "'?' is no language tag; write a tag such as en"),
    ],
)
def test_what_cannot_be_explained(project: Path, arguments: list[str], told: str) -> None:
    result = explain(project, *arguments)
    assert result.exit_code != 0
    assert told in result.stderr

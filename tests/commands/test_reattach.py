"""A letter is mended in an article: what quoted the old words gets its place back, where a person says so."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.build import analyse
from timeline.cli import main

ARTICLE = """\
---
title: The quarry of Elvdal
published: 2021-06-20
---

Workers struck at the quarry of Elvdal on the 14tn. The owner shut the quarry on June 16.

A flood reached the **quarry** on the 14th of May. A fire reached the quarry on June 16, 2020.
"""
OVERRIDES = """\
# Ask Ann.
- kind: date      # by the union
  article: quarry
  target: {exact: the 14tn}
  value: 2021-06-15

- kind: not-a-date
  article: quarry
  target:
    exact: June 16  # twice now
    suffix: ", 2020"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/quarry.md").write_text(ARTICLE)
    (tmp_path / "content/overrides.yaml").write_text(OVERRIDES)
    return tmp_path


def run(project: Path, *arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(project)], input=answers)


def mend(project: Path, *pairs: tuple[str, str]) -> None:
    file = project / "content/articles/quarry.md"
    text = file.read_text()
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text)


def overrides(project: Path) -> str:
    return (project / "content/overrides.yaml").read_text()


def test_everything_has_its_place(project: Path) -> None:
    result = run(project, "reattach")
    assert (result.exit_code, result.stdout) == (0, "everything that is quoted has its place\n")


def test_a_mended_letter_offers_the_place_and_nothing_is_moved_by_itself(project: Path) -> None:
    mend(project, ("14tn", "14th"))
    result = run(project, "reattach")
    assert result.exit_code == 1
    assert result.stdout == """\
content/overrides.yaml:4:19: 'date' quotes “the 14tn” in quarry
  1  content/articles/quarry.md:6:43: “the 14th”
  2  content/articles/quarry.md:8:35: “the 14th”
"""
    assert overrides(project) == OVERRIDES
    assert "to choose one: timeline reattach" in run(project, "check").stdout


def test_the_place_that_is_chosen_is_written_and_counts(project: Path) -> None:
    mend(project, ("14tn", "14th"))
    result = run(project, "reattach", "content/overrides.yaml:4", "--to", "1")
    assert (result.exit_code, result.stdout) == (0, "written to content/overrides.yaml\n")
    assert overrides(project) == OVERRIDES.replace(
        "{exact: the 14tn}", '{exact: "the 14th", prefix: "Elvdal on "}'
    )  # fmt: skip
    found = analyse(project, date(2021, 7, 2))
    assert found.warnings == ()
    (event,) = [e for e in found.timeline.events if "struck" in e.citations[0].quote]
    assert event.edtf == "2021-06-15"


def test_words_that_stand_twice_now_get_what_tells_them_apart(project: Path) -> None:
    mend(project, ("A flood", "A storm was near on June 16, 2020. A flood"))
    assert "stands in content/articles/quarry.md 2 times" in run(project, "check").stdout
    result = run(project, "reattach", "content/overrides.yaml:10", "--to", "2")
    assert result.exit_code == 0, result.output
    text = overrides(project)
    assert text.startswith(OVERRIDES.partition("    exact: June 16")[0])
    assert "# twice now" in text
    assert run(project, "reattach").exit_code == 0
    (decision,) = [d for d in analyse(project, date(2021, 7, 2)).decisions.all if d.kind == "not-a-date"]
    words = "fire reached the quarry on June 16"
    document = next(a.document for a in analyse(project, date(2021, 7, 2)).timeline.articles)
    assert decision.span is not None
    assert document.text[: decision.span[1]].endswith(words)


def test_what_an_article_holds_itself_is_mended_there(project: Path) -> None:
    own = "overrides:\n  - kind: not-a-date\n    target: {exact: the owmer}\n---"
    file = project / "content/articles/quarry.md"
    file.write_bytes(ARTICLE.replace("20\n---", f"20\n{own}", 1).replace("\n", "\r\n").encode())
    (project / "content/overrides.yaml").unlink()
    before = file.read_bytes()
    result = run(project, "reattach", "content/articles/quarry.md:6", "--to", "1")
    assert result.exit_code == 0, result.output
    assert file.read_bytes() == before.replace(b"the owmer", b'"The owner"')


def test_an_entry_that_is_gone_with_a_mended_letter_comes_back_under_its_id(project: Path) -> None:
    today = date(2021, 7, 2)
    (event,) = [e for e in analyse(project, today).timeline.events if "struck" in e.citations[0].quote]
    assert run(project, "publish", "--today", "2021-07-02").exit_code == 0
    mend(project, ("Workers struck", "Vorkers struck"), ("14tn", "14th"))
    assert event.id not in [e.id for e in analyse(project, today).timeline.events]
    result = run(project, "reattach", f"content/ids/{event.id}.yaml", "--to", "1")
    assert result.exit_code == 0, result.output
    assert event.id in [e.id for e in analyse(project, today).timeline.events]


def test_an_entry_that_was_accepted_gets_its_quotation_back(project: Path) -> None:
    today = date(2021, 7, 2)
    (event,) = [e for e in analyse(project, today).timeline.events if "struck" in e.citations[0].quote]
    assert run(project, "decide", "accept", event.id, "--today", "2021-07-02").exit_code == 0
    mend(project, ("14tn", "14th"))
    assert run(project, "reattach", f"content/ids/{event.id}.yaml", "--to", "1").exit_code == 0
    assert run(project, "reattach", "content/overrides.yaml:4", "--to", "1").exit_code == 0
    (again,) = [e for e in analyse(project, today).timeline.events if e.id == event.id]
    assert (again.title, again.status, [c.quote for c in again.citations]) == (
        event.title, "accepted", ["Workers struck at the quarry of Elvdal on the 14th."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["content/overrides.yaml:7"], "content/overrides.yaml:7: error: no quotation here has lost its place"),
        (["content/overrides.yaml:4", "--to", "9"], "content/overrides.yaml:4:19: error: there is no such place"),
    ],
)
def test_what_cannot_be(project: Path, arguments: list[str], told: str) -> None:
    mend(project, ("14tn", "14th"))
    result = run(project, "reattach", *arguments)
    assert result.exit_code == 1
    assert told in result.stderr
    assert overrides(project) == OVERRIDES

"""Corrections that the tool writes: at the end of a file of people's, and never wrong ones."""

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

Workers struck at the quarry of Elvdal on the 14th. The owner shut the quarry on June 16.

A flood reached the quarry on the 14th of May.
"""
BY_HAND = """\
# What we have corrected; ask Ann before changing anything.

  - kind: published      # the paper's own archive
    article: quarry
    value: 2021-06-20
"""
WRITTEN = "content/overrides/quarry.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/quarry.md").write_text(ARTICLE)
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(project)])


def test_a_correction_is_written_and_counts(project: Path) -> None:
    result = run(project, "fix", "quarry", "the 14th", "15 June 2021", "--suffix", ". The owner",
                 "--reason", 'The union says "the 15th".', "--by", "Ann", "--on", "2021-07-01")  # fmt: skip
    assert (result.exit_code, result.stdout) == (0, f"written to {WRITTEN}\n")
    assert (project / WRITTEN).read_text() == '''\
- kind: date
  article: quarry
  target:
    exact: the 14th
    suffix: ". The owner"
  value: "15 June 2021"
  reason: "The union says \\"the 15th\\"."
  by: "Ann"
  on: "2021-07-01"
'''
    (event,) = [e for e in analyse(project, date(2021, 7, 2)).timeline.events if "struck" in e.citations[0].quote]
    assert event.edtf == "2021-06-15"


@pytest.mark.parametrize("before", [BY_HAND, BY_HAND.rstrip("\n"), "# nothing yet\n", ""])
def test_what_people_have_written_stays_as_it_is(project: Path, before: str) -> None:
    (project / "content/overrides").mkdir()
    (project / WRITTEN).write_text(before)
    for quote, value in (("June 16", "2021-06-17"), ("the 14th of May", "not-a-date")):
        assert run(project, "fix", "quarry", quote, value).exit_code == 0
    assert (project / WRITTEN).read_text().startswith(before)
    assert analyse(project, date(2021, 7, 2)).warnings == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["quary", "June 16", "2021"], "quary: error: there is no such article\n    write 'quarry'"),
        (["quarry", "the 14th", "2021"], "“the 14th” stands in content/articles/quarry.md 2 times"),
        (["quarry", "July 16", "2021"], "near to it: “June 16” (line 6)"),
        (["quarry", "June 16", "soon"], "'soon' is no date"),
    ],
)
def test_what_would_be_wrong_is_not_written(project: Path, arguments: list[str], told: str) -> None:
    result = run(project, "fix", *arguments)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (project / "content/overrides").exists()


def test_a_file_with_mistakes_is_not_written_to(project: Path) -> None:
    (project / "content/overrides").mkdir()
    (project / WRITTEN).write_text("- kind: dat\n")
    result = run(project, "fix", "quarry", "June 16", "2021-06-17")
    assert f"{WRITTEN}:1:9: error: unknown kind 'dat'" in result.stderr
    assert (project / WRITTEN).read_text() == "- kind: dat\n"


def test_decisions_about_entries(project: Path) -> None:
    today = ["--today", "2021-07-02"]
    timeline = analyse(project, date(2021, 7, 2)).timeline
    struck, shut = (next(e for e in timeline.events if w in e.citations[0].quote) for w in ("struck", "shut"))
    assert run(project, "decide", "title", struck.id, "Strike at Elvdal", *today).exit_code == 0
    assert run(project, "decide", "event-date", shut.id, "unknown", "--by", "Ann", *today).exit_code == 0
    assert run(project, "decide", "accept", "all", *today).exit_code == 0
    events = {e.id: e for e in analyse(project, date(2021, 7, 2)).timeline.events}
    assert (events[struck.id].title, events[shut.id].edtf) == ("Strike at Elvdal", None)
    assert {e.status for e in events.values()} == {"accepted"}
    assert run(project, "decide", "merge", struck.id, shut.id, *today).exit_code == 0
    assert run(project, "decide", "hide", struck.id, "--reason", "Not here.", *today).exit_code == 0
    assert struck.id not in [e.id for e in analyse(project, date(2021, 7, 2)).timeline.events]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["hide", "nobody"], "there is no such entry"),
        (["title", "k3f9x2abcd"], "write: timeline decide title EVENT VALUE"),
        (["hide", "k3f9x2abcd", "p77qd1abcd"], "write: timeline decide hide EVENT"),
        (["note", "k3f9x2abcd", "Hm."], "there is no such entry"),
    ],
)
def test_a_decision_that_cannot_be(project: Path, arguments: list[str], told: str) -> None:
    result = run(project, "decide", *arguments)
    assert result.exit_code != 0
    assert told in result.stderr

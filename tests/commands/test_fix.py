"""Corrections that the tool writes: at the end of a file of people's, and never wrong ones."""

import re
import subprocess
import sys
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
        (["quarry", "July 16", "2021"], "near to it:\n      content/articles/quarry.md:6:82: “June 16”"),
        (["quarry", "June 16", "soon"], f"{WRITTEN}: error: value: 'soon' is no date"),
        (["quarry", " ", "2021"], "Invalid value for QUOTE: it is empty"),
        (["quarry", "June 16", "move-citation", "--to", "nobody"], "nobody: error: there is no such entry"),
    ],
)
def test_what_would_be_wrong_is_not_written(project: Path, arguments: list[str], told: str) -> None:
    result = run(project, "fix", *arguments)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert not (project / "content/overrides").exists()


def test_what_a_later_correction_contradicts_is_told_at_once(project: Path) -> None:
    run(project, "fix", "quarry", "June 16", "2021-06-17")
    result = run(project, "fix", "quarry", "June 16", "2021-06-18")
    assert result.exit_code == 0
    assert f"{WRITTEN}:7:3: warning: line 1 of {WRITTEN} says '2021-06-17' here, and this '2021-06-18'" in result.stderr


def test_words_that_overlap_others_are_told_too(project: Path) -> None:
    run(project, "fix", "quarry", "on the 14th of May", "2021-05-13")
    result = run(project, "fix", "quarry", "the 14th of May", "not-a-date")
    assert "says '2021-05-13' here, and this 'not-a-date'" in result.stderr


def test_of_many_who_write_at_once_nobody_loses_a_correction(project: Path) -> None:
    days = range(1, 13)
    program = [sys.executable, "-c", "from timeline.cli import main; main()"]
    command = [*program, "fix", "--project", str(project), "quarry", "June 16"]
    writers = [subprocess.Popen([*command, f"2021-07-{day:02}"], stdout=subprocess.DEVNULL) for day in days]
    assert [writer.wait() for writer in writers] == [0] * len(writers)
    text = (project / WRITTEN).read_text()
    assert sorted(re.findall(r"value: \"2021-07-(\d\d)\"", text)) == [f"{day:02}" for day in days]


def test_a_link_to_another_place_is_written_through(project: Path, tmp_path: Path) -> None:
    (project / "content/overrides").mkdir()
    (project / "content/overrides/shared.yaml").write_text("# shared\n")
    (project / WRITTEN).symlink_to(project / "content/overrides/shared.yaml")
    assert run(project, "fix", "quarry", "June 16", "2021-06-17").exit_code == 0
    assert (project / WRITTEN).is_symlink()
    assert "2021-06-17" in (project / "content/overrides/shared.yaml").read_text()


def test_nothing_is_written_where_no_build_looks(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "quarry.yaml"
    outside.write_text("# somebody's\n")
    (project / "content/overrides").mkdir()
    (project / WRITTEN).symlink_to(outside)
    result = run(project, "fix", "quarry", "June 16", "2021-06-17")
    assert f"{WRITTEN}: error: this is a link that leads out of the folder" in result.stderr
    assert outside.read_text() == "# somebody's\n"


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


def test_decisions_about_sentences_articles_tags_and_pictures(project: Path) -> None:
    today = ["--today", "2021-07-02"]
    (project / "content/images").mkdir()
    (project / "content/images/strike.jpg").write_bytes(b"")
    events = analyse(project, date(2021, 7, 2)).timeline.events
    struck, shut = (next(e for e in events if w in e.citations[0].quote) for w in ("struck", "shut"))
    for arguments in (
        ["fix", "quarry", "A flood reached", "not-an-event"],
        ["fix", "quarry", "The owner shut", "move-citation", "--to", struck.id],
        ["decide", "tags", struck.id, "labour", "a, b", *today],
        ["decide", "image", struck.id, "--file", "strike.jpg", "--alt", "A gate", "--rights", "Ann, CC0", *today],
        ["decide", "published", "quarry", "21 June 2021", *today],
        ["decide", "timezone", "quarry.md", "Europe/Oslo", *today],
    ):
        result = run(project, *arguments)
        assert result.exit_code == 0, result.output
    found = analyse(project, date(2021, 7, 2))
    assert found.warnings == ()
    (event,) = found.timeline.events
    assert (event.id, event.tags, event.images[0].rights) == (struck.id, ("labour", "a, b"), "Ann, CC0")
    assert {c.quote for c in event.citations} > {shut.citations[0].quote}
    assert found.timeline.articles[0].document.meta.timezone == "Europe/Oslo"
    assert run(project, "decide", "withdraw", "quarry", "--reason", "On request.", *today).exit_code == 0
    assert analyse(project, date(2021, 7, 2)).timeline.articles == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["image", "k3f9x2abcd", "--file", "a.jpg"], "write: timeline decide image EVENT --alt … --rights …"),
        (["hide", "k3f9x2abcd", "--alt", "x"], "'hide' has no --alt"),
        (["published", "quarry"], "write: timeline decide published ARTICLE VALUE"),
        (["hide", "nobody"], "there is no such entry"),
        (["title", "k3f9x2abcd"], "write: timeline decide title EVENT VALUE"),
        (["hide", "k3f9x2abcd", "p77qd1abcd"], "write: timeline decide hide EVENT"),
        (["note", "k3f9x2abcd", "Hm."], "there is no such entry"),
        (["split", "k3f9x2abcd"], "'split' is about words of an article: see timeline fix --help"),
        (["event", "x"], "an entry of your own is a file in content/events/"),
    ],
)
def test_a_decision_that_cannot_be(project: Path, arguments: list[str], told: str) -> None:
    result = run(project, "decide", *arguments)
    assert result.exit_code != 0
    assert told in result.stderr


def test_a_picture_that_is_not_there_is_not_written(project: Path) -> None:
    entry = analyse(project, date(2021, 7, 2)).timeline.events[0].id
    result = run(project, "decide", "image", entry, "--file", "pit.png", "--alt", "The pit", "--rights", "Ours")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{WRITTEN}: error: there is no picture 'pit.png' in content/images/" in result.stderr
    assert not (project / WRITTEN).exists()

"""`timeline init`: what it writes, what it refuses, and that it never overwrites."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from timeline.commands.init import STARTER, command
from timeline.diagnostics import InputError


def init(folder: Path) -> str:
    return CliRunner().invoke(command, [str(folder)], catch_exceptions=False).output


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("made", [False, True])
def test_a_new_or_empty_folder_gets_the_starter(tmp_path, made):
    folder = tmp_path / "mine"
    if made:
        folder.mkdir()

    said = init(folder)

    assert files(folder) == files(STARTER)
    assert {".gitignore", "timeline.yaml", "content/overrides.yaml"} <= set(files(folder))
    assert f"cd {folder}" in said
    assert "timeline build" in said


def test_a_repository_that_has_nothing_in_it_yet_is_empty(tmp_path):
    (tmp_path / ".git").mkdir()

    init(tmp_path)

    assert (tmp_path / "timeline.yaml").is_file()


def test_the_folder_one_stands_in_needs_no_cd(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "cd " not in init(Path())


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: Mine\n")

    with pytest.raises(InputError, match=r"this folder is not empty \(timeline\.yaml\)"):
        init(tmp_path)

    assert files(tmp_path) == {"timeline.yaml": b"title: Mine\n"}


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "mine").write_text("")

    with pytest.raises(InputError, match="is a file"):
        init(tmp_path / "mine")


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(InputError, match="cannot be written: not a directory"):
        init(tmp_path / "file" / "mine")


def test_the_examples_of_corrections_are_comments_until_somebody_uncomments_them():
    text = (STARTER / "content/overrides.yaml").read_text(encoding="utf-8")
    examples = "\n".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith(("# - ", "#   ")))

    assert yaml.safe_load(text) is None
    assert [entry["kind"] for entry in yaml.safe_load(examples)] == ["date", "published", "not-a-date", "merge"]


def test_the_examples_point_into_the_articles_once():
    text = (STARTER / "content/overrides.yaml").read_text(encoding="utf-8")
    examples = "\n".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith(("# - ", "#   ")))

    for entry in yaml.safe_load(examples):
        if "target" in entry:
            article = STARTER / "content/articles" / f"{entry['article']}.md"
            assert article.read_text(encoding="utf-8").count(entry["target"]["exact"]) == 1

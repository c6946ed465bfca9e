"""`timeline init`: what it writes, what it refuses, and that it never overwrites."""

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from timeline.build import build
from timeline.commands.init import STARTER, command, starter
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


def test_a_name_with_blanks_is_told_as_a_shell_takes_it(tmp_path):
    assert f"  cd '{tmp_path}/the bridge'\n" in init(tmp_path / "the bridge")


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


# ---------------------------------------------------------------- private
def git(*words: str, folder: Path) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def private(tmp_path):
    folder = tmp_path / "mine"
    said = CliRunner().invoke(command, [str(folder), "--private"], catch_exceptions=False).output
    assert "README.md                read it before the first push" in said
    return folder


def test_a_private_project_has_no_workflow_that_would_publish_its_sources(private):
    made = files(private)
    assert set(made) == set(starter(private=True))
    assert ".github/workflows/pages.yml" not in made
    assert {".github/workflows/publish.yml", ".github/push-site.sh", "README.md", "timeline.yaml"} <= set(made)


def test_its_workflow_refuses_a_public_repository_before_anything_else(private):
    workflow = yaml.safe_load((private / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    first, *rest = workflow["jobs"]["publish"]["steps"]
    assert first["env"]["PRIVATE"] == "${{ github.event.repository.private }}"
    outcomes = {}
    for word in ("true", "false"):
        settings = {**os.environ, "PRIVATE": word, "KEY": "k", "TIMELINE": "t", "PUBLIC": "o/r"}
        run = ["sh", "-e", "-c", first["run"]]
        done = subprocess.run(run, env=settings, capture_output=True, text=True, check=False)
        outcomes[word] = done.returncode, done.stdout
    assert outcomes["true"] == (0, "")
    assert outcomes["false"][0] == 1
    assert "This repository is public" in outcomes["false"][1]
    assert not [step for step in rest if "content" in step.get("run", "")]


def test_only_the_site_reaches_the_public_repository_and_its_history_keeps_nothing(private, tmp_path):
    public = tmp_path / "public.git"
    git("init", "--quiet", "--bare", "--initial-branch=main", str(public), folder=tmp_path)
    git("init", "--quiet", folder=private)
    for text in ("first", "second"):
        secret = f"---\ntitle: {text}\n---\n\nNot for you.\n"
        (private / "content/articles/secret.md").write_text(secret, encoding="utf-8")
        build(private, date(2031, 9, 1), jobs=1)
        subprocess.run(["sh", ".github/push-site.sh", "site", str(public)], cwd=private, check=True)
    published = git("ls-tree", "-r", "--name-only", "main", folder=public).splitlines()
    site = {str(path.relative_to(private / "site")) for path in (private / "site").rglob("*") if path.is_file()}
    assert set(published) == site | {".nojekyll"}
    assert len(git("log", "--format=%h", "main", folder=public).splitlines()) == 1
    assert git("status", "--porcelain", "site", folder=private) == ""


def test_a_folder_without_a_site_is_not_pushed(private, tmp_path):
    (private / "site").mkdir()
    done = subprocess.run(
        ["sh", ".github/push-site.sh", "site", str(tmp_path / "nowhere")], cwd=private, check=False, capture_output=True
    )
    assert done.returncode == 1
    assert b"there is no site" in done.stderr


def test_what_it_says_of_hold_and_publish_text_is_true(private):
    article = private / "content/articles/secret.md"
    head = "---\ntitle: S\npublished: 2024-05-14\npublish_text: none\n---\n"
    article.write_text(f"{head}\nThe mill burned on 12 May 2024.\n", encoding="utf-8")
    build(private, date(2031, 9, 1), jobs=1)
    shown = b"".join((private / "site" / name).read_bytes() for name in files(private / "site"))
    assert b"The mill burned" not in shown
    (event,) = [
        e["id"] for e in json.loads((private / "site/timeline.json").read_text())["events"]
        if any(c["article"] == "secret" for c in e["citations"])
    ]  # fmt: skip
    (private / "content/overrides.yaml").write_text(f"- kind: hold\n  event: {event}\n  reason: the trial\n")
    build(private, date(2031, 9, 1), jobs=1)
    shown = b"".join((private / "site" / name).read_bytes() for name in files(private / "site"))
    assert event.encode() not in shown
    assert b"the trial" not in shown

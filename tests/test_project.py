"""Where things lie in a project, and its settings."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline import project
from timeline.cli import main
from timeline.config import Config
from timeline.diagnostics import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.md", "a/c.md", "a/notes.txt", ".hidden.md", ".git/d.md"):
        path = tmp_path / "content/articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def test_articles_are_named_by_their_path(folder: Path) -> None:
    assert [(a.id, a.path) for a in project.article_files(folder)] == [
        ("a/c", "content/articles/a/c.md"),
        ("b", "content/articles/b.md"),
    ]


def test_a_link_out_of_the_project_is_left_alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text("x", encoding="utf-8")
    (folder / "content/articles/link.md").symlink_to(outside)
    (folder / "content/articles/dead.md").symlink_to(folder / "nowhere")
    (folder / "content/articles/twin.md").symlink_to(folder / "content/articles/b.md")
    assert [a.id for a in project.article_files(folder)] == ["a/c", "b", "twin"]


def test_two_names_that_differ_only_in_capitals_are_refused(folder: Path) -> None:
    (folder / "content/articles/B.md").write_text("x", encoding="utf-8")
    if len(list((folder / "content/articles").glob("[bB].md"))) < 2:
        pytest.skip("this file system does not tell capitals apart")
    with pytest.raises(InputError, match="only in capitals"):
        project.article_files(folder)


def test_the_project_is_the_nearest_one_upwards(folder: Path) -> None:
    assert project.find_root(folder / "content/articles/a") == folder.resolve()


def test_a_folder_that_is_no_project_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="timeline init"):
        project.find_root(tmp_path)


def test_overrides_come_in_order(folder: Path) -> None:
    (folder / "content/overrides").mkdir()
    for name in ("overrides/z.yaml", "overrides/a.yaml", "overrides.yaml"):
        (folder / "content" / name).write_text(f"# {name}", encoding="utf-8")
    assert list(project.override_files(folder)) == [
        "content/overrides.yaml",
        "content/overrides/a.yaml",
        "content/overrides/z.yaml",
    ]


def test_all_files_of_overrides_that_cannot_be_read_are_told(folder: Path) -> None:
    (folder / "content/overrides").mkdir()
    for name in ("overrides/a.yaml", "overrides.yaml"):
        (folder / "content" / name).write_bytes(b"\xff")
    with pytest.raises(InputError) as refused:
        project.override_files(folder)
    assert len(refused.value.diagnostics) == 2


def test_a_project_without_settings_has_the_defaults(folder: Path) -> None:
    assert project.config(folder) == Config()
    (folder / "timeline.yaml").write_text("", encoding="utf-8")
    assert project.config(folder) == Config()


def test_settings() -> None:
    text = """\
title: "Bridges: a history"
base_url: https://x.example/bridges
authors: [Ann Lee, Bo Ek]
publish_text: none
publish: accepted
"""
    assert project.load_config(text, "timeline.yaml") == Config(
        title="Bridges: a history",
        base_url="https://x.example/bridges/",
        authors=("Ann Lee", "Bo Ek"),
        publish_text="none",
        publish="accepted",
    )


def test_all_mistakes_of_the_settings_at_once() -> None:
    with pytest.raises(InputError) as refused:
        project.load_config(
            "titel: x\nbase_url: x.example\npublish: acepted\nauthors: {a: b}\nlanguage: english\n", "timeline.yaml"
        )
    assert [(d.line, d.column, d.hint) for d in refused.value.diagnostics] == [
        (1, 1, "write 'title'"),
        (2, 11, "write it whole, beginning with https://"),
        (3, 10, "write 'accepted'"),
        (4, 10, "write authors: [one, two]"),
        (5, 11, "write a tag such as en, en-GB or de"),
    ]


def test_texts_that_no_build_reads_are_told(folder: Path) -> None:
    for name in ("articles/page.html", "articles/scan.pdf", "overrides/notes.txt", "events/new.yaml"):
        (folder / "content" / name).parent.mkdir(exist_ok=True)
        (folder / "content" / name).write_text("x", encoding="utf-8")
    (folder / "content/articles/dead.md").symlink_to(folder / "nowhere")

    told = {d.path: (d.message, d.hint) for d in project.unread_files(folder)}

    only = "is not read: only files that end in .md are"
    assert told == {
        "content/articles/a/notes.txt": (
            only, "bring it in with: timeline add content/articles/a/notes.txt; and move it elsewhere"),
        "content/articles/page.html": (
            only, "bring it in with: timeline add content/articles/page.html; and move it elsewhere"),
        "content/articles/dead.md": (
            "is not read: it is a link to nothing, or to what lies outside this folder", "put the file itself there"),
        "content/overrides/notes.txt": ("is not read: only files that end in .yaml are", "move it elsewhere"),
        "content/events/new.yaml": (only, "move it elsewhere"),
    }


@pytest.mark.parametrize("name", ["content/overrides", "content/events", "content/ids", "static", "templates"])
def test_a_file_where_a_folder_belongs_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=f"^{name}: error: is a file where a folder belongs"):
        project.require_folders(folder)


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_project_without_articles_says_what_to_do(tmp_path: Path, command: str) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    result = CliRunner().invoke(main, [command, "--project", str(tmp_path)])
    assert result.exit_code == 0
    assert "there are no articles in content/articles/ yet: bring some in with timeline add FILE" in result.output

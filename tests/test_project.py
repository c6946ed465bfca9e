"""Where things lie in a project, and its settings."""

from pathlib import Path

import pytest

from timeline import project
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
        project.load_config("titel: x\nbase_url: x.example\npublish: acepted\nauthors: {a: b}\n", "timeline.yaml")
    assert [(d.line, d.column, d.hint) for d in refused.value.diagnostics] == [
        (1, 1, "write 'title'"),
        (2, 11, "write it whole, beginning with https://"),
        (3, 10, "write 'accepted'"),
        (4, 10, "write authors: [one, two]"),
    ]

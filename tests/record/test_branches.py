"""Branches that publish merge in git."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.commands.init import STARTER
from timeline.diagnostics import InputError
from timeline.model import Change

from .conftest import AGAIN, Project


class Repository(Project):
    """A project under git."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        shutil.copy(STARTER / ".gitattributes", root)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def git(self, *arguments: str) -> None:
        name = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *name, *arguments], cwd=self.root, check=True, stdout=subprocess.DEVNULL)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "So")

    def branch(self, name: str, day: str, work: Callable[[], object]) -> None:
        """Do something on a branch of main, publish it there, and go back."""
        self.git("checkout", "--quiet", "-b", name, "main")
        work()
        self.publish(day)
        self.commit()
        self.git("checkout", "--quiet", "main")

    def merge(self, *names: str) -> None:
        for name in names:
            self.git("merge", "--quiet", "--no-edit", name)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


FIRE = "A fire destroyed the old theatre on July 7, 2021."
BRIDGE = "The council closed the north bridge on August 2, 2021."


def test_branches_that_publish_different_events_merge(repository: Repository) -> None:
    repository.publish()
    repository.commit()
    repository.branch("fire", "2022-04-01", lambda: repository.write("fire", FIRE))
    repository.branch("bridge", "2022-04-02", lambda: repository.write("bridge", BRIDGE))
    repository.merge("fire", "bridge")
    assert {e.id for e in repository.timeline().events if e.published} == repository.record().keys()
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_branches_that_publish_the_same_event_on_different_days_merge(repository: Repository) -> None:
    repository.branch("one", "2022-04-01", lambda: None)
    repository.branch("two", "2022-04-02", lambda: None)
    repository.merge("one", "two")
    assert [c for e in repository.record().values() for c in e.changes] == [
        Change(e.id, "published", None, e.title, "2022-04-01") for e in repository.record().values()
    ]
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_branches_that_find_more_sources_of_one_event_merge(repository: Repository) -> None:
    event = repository.event("jeweller")
    repository.publish()
    repository.commit()
    repository.branch("one", "2022-04-01", lambda: repository.write("a-first-report", AGAIN))
    repository.branch("two", "2022-04-02", lambda: repository.write("z-last-report", AGAIN))
    repository.merge("one", "two")
    known = repository.record()[event.id]
    assert {c.article for c in known.citations} == {"robbery", "a-first-report", "z-last-report"}
    assert [(c.on, c.what) for c in known.changes] == [
        ("2022-03-01", "published"), ("2022-04-01", "citation"), ("2022-04-02", "citation"),
    ]  # fmt: skip
    assert repository.event("May 4, 2021.").id == event.id
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_where_branches_call_an_event_differently_a_person_is_asked(repository: Repository) -> None:
    event = repository.event("jeweller")
    repository.publish()
    repository.commit()
    for name, title in (("one", "Holm robbed"), ("two", "Bergen robbery")):
        override = f"kind: title, event: {event.id}, value: {title}"
        file = repository.root / f"content/overrides/{name}.yaml"
        file.parent.mkdir(exist_ok=True)

        def write(file: Path = file, override: str = override) -> None:
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"- {{{override}}}\n")

        repository.branch(name, "2022-04-01", write)
    repository.merge("one", "two")
    with pytest.raises(InputError) as refused:
        repository.record()
    (told,) = refused.value.diagnostics
    assert (told.path, told.code) == (f"content/ids/{event.id}.yaml", "duplicate-key")

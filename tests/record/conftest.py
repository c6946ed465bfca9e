"""A project of two articles, with the commands that publish and accept."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.build import analyse
from timeline.cli import main
from timeline.decisions import ledger
from timeline.model import Event, Published, Timeline
from timeline.project import find_root, record_files
from timeline.publishing import publishable
from timeline.render.site import render

ROBBERY = "Thieves robbed the jeweller Holm in Bergen on May 4, 2021."
TRIAL = "The trial of two brothers began on January 10, 2022."
FOREST = "A storm felled the royal oak on November 30, 2021."
AGAIN = "Thieves robbed the jeweller Holm in Bergen on Tuesday, May 4, 2021."


class Project:
    """A project in a folder, with the commands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("robbery", ROBBERY, TRIAL)
        self.write("oak", FOREST)

    def write(self, name: str, *paragraphs: str, aliases: str = "") -> None:
        file = self.root / f"content/articles/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: About {name}\npublished: 2022-02-01\npublish_text: full\naliases: [{aliases}]"
        file.write_text(f"---\n{head}\n---\n\n" + "\n\n".join(paragraphs) + "\n")

    def remove(self, name: str) -> None:
        (self.root / f"content/articles/{name}.md").unlink()

    def decide(self, *entries: str) -> None:
        (self.root / "content/overrides.yaml").write_text("".join(f"- {{{entry}}}\n" for entry in entries))

    def run(self, *arguments: str) -> str:
        result = CliRunner().invoke(main, [*arguments, "--project", str(self.root)])
        assert result.exit_code == 0, result.output
        return result.stdout

    def publish(self, day: str = "2022-03-01") -> str:
        return self.run("publish", "--today", day)

    def timeline(self) -> Timeline:
        result = analyse(self.root, date(2022, 3, 1))
        return publishable(result.timeline, result.config)

    def event(self, words: str) -> Event:
        (event,) = [e for e in self.timeline().events if any(words in c.quote for c in e.citations)]
        return event

    def page(self, path: str) -> str:
        result = analyse(self.root, date(2022, 3, 1))
        return dict(render(publishable(result.timeline, result.config), result.config))[path].decode()

    def record(self) -> dict[str, Published]:
        return {e.id: e for e in ledger.load(record_files(find_root(self.root)))}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def accept(project: Project, *names: str, day: str = "2022-03-02") -> str:
    return project.run("decide", "accept", *names, "--today", day)

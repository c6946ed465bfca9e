"""The tutorial and the how-tos, run as they stand: every command works, and says what the page says it says."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs import pile

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("tutorial.md", *(f"how-to/{path.name}" for path in sorted((DOCS / "how-to").glob("*.md"))))

_FENCE = re.compile(r"^```(?P<kind>\w*)(?: (?P<how>file|top)=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.M | re.S)
_KINDS = {"console", "text", "yaml", "markdown", "json", "html", "css", "po", ""}


@dataclass(frozen=True)
class Step:
    """A command with the lines that the page shows of its answer, or a file that the page says to write.

    top: the lines belong below the first line of a file that is there.
    """

    line: int
    command: str = ""
    shown: tuple[str, ...] = ()
    file: str = ""
    text: str = ""
    top: bool = False


def steps(page: str) -> Iterator[Step]:
    for block in _FENCE.finditer(page):
        line = page.count("\n", 0, block.start()) + 1
        assert block["kind"] in _KINDS, f"line {line}: a block of kind {block['kind']}"
        if block["file"]:
            yield Step(line, file=block["file"], text=block["text"], top=block["how"] == "top")
        elif block["kind"] == "console":
            commands = re.split(r"^\$ ", block["text"], flags=re.M)
            assert not commands[0].strip(), f"line {line}: an answer before the first command"
            for command in commands[1:]:
                asked, _, answer = command.partition("\n")
                yield Step(line, asked, tuple(answer.splitlines()))


def shows(answer: str, shown: tuple[str, ...]) -> bool:
    """Does an answer have these lines, in this order? "…" stands for anything; other lines may stand between."""
    lines = iter(answer.splitlines())
    wanted = [".*".join(map(re.escape, line.split("…"))) for line in shown if line.strip("…")]
    return all(any(re.fullmatch(pattern, line.rstrip()) for line in lines) for pattern in wanted)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the pile of the tutorial, and a GitHub that is a folder."""
    pile.write(tmp_path / "saved")
    hub = tmp_path / "hub"
    hub.mkdir()
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", hub / "you/ostrel.git"], check=True)
    (tmp_path / ".gitconfig").write_text(
        f'[user]\n  name = You\n  email = you@example.org\n[url "{hub}/"]\n  insteadOf = git@github.com:\n'
        "[init]\n  defaultBranch = main\n", encoding="utf-8"
    )  # fmt: skip
    return tmp_path


@pytest.mark.docs
@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_a_page_works_and_answers_as_it_says(name: str, home: Path) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    environment = {
        **os.environ, "HOME": str(home), "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"), "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    here = home
    ran = 0
    for step in steps(page):
        if step.file:
            file = here / step.file
            first, below = file.read_text(encoding="utf-8").split("\n", 1) if step.top else ("", "")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{first}\n{step.text}{below}" if step.top else step.text, encoding="utf-8")
            continue
        asked = f"{step.command}\nstatus=$?\npwd > {home}/here\nexit $status"
        done = subprocess.run(
            ["bash", "-c", asked], cwd=here, env=environment, text=True, timeout=120, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        where = f"{name}, block of line {step.line}: $ {step.command}\n{done.stdout}"
        assert done.returncode == 0, where
        assert shows(done.stdout, step.shown), where
        here = Path((home / "here").read_text(encoding="utf-8").strip())
        ran += 1
    assert ran >= 5


def test_the_pages_lead_to_each_other_and_to_what_is_there() -> None:
    for page in (*(DOCS / name for name in PAGES), DOCS.parent / "README.md"):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(
    ("answer", "shown", "expected"),
    [
        ("a\nb\nc", ("a", "c"), True), ("a\nb", ("b", "a"), False), ("x/y: no", ("…y: no",), True),
        ("a", ("b",), False), ("anything", ("…",), True), ("a b", ("a",), False),
    ],
)  # fmt: skip
def test_an_answer_is_compared_line_by_line(answer: str, shown: tuple[str, ...], expected: bool) -> None:
    assert shows(answer, shown) is expected

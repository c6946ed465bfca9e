"""The workflow that `timeline init` writes: its scripts, run as GitHub runs them, in a repository with a remote."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from timeline.cli import main
from timeline.commands.init import STARTER

WORKFLOW = yaml.safe_load((STARTER / ".github/workflows/pages.yml").read_text())
MAJORS = {
    "actions/checkout": "v7", "actions/setup-python": "v7", "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5", "actions/deploy-pages": "v5",
}  # fmt: skip


def steps(job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOW["jobs"][job]["steps"]
    return found


def scripts(job: str) -> list[str]:
    """What a job runs once the program is installed."""
    return [step["run"] for step in steps(job) if "run" in step and "pip install" not in step["run"]]


class Checkout:
    """A project under git, with a remote, as an action sees it."""

    def __init__(self, folder: Path) -> None:
        self.root, self.remote, self.summary = folder / "work", folder / "remote.git", folder / "summary.md"
        assert CliRunner().invoke(main, ["init", str(self.root)]).exit_code == 0
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", self.remote], check=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", str(self.remote))
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Begin")
        self.git("push", "--quiet", "--set-upstream", "origin", "main")

    def git(self, *arguments: str) -> str:
        name = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(
            ["git", *name, *arguments], cwd=self.root, check=True, capture_output=True, text=True
        ).stdout

    def run(self, script: str) -> None:
        program = self.root.parent / "bin/timeline"
        if not program.exists():
            program.parent.mkdir()
            program.write_text(f"#!{sys.executable}\nfrom timeline.cli import main\nmain()\n")
            program.chmod(0o755)
        environment = {
            **os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(self.summary),
        }  # fmt: skip
        shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
        subprocess.run(shell, cwd=self.root, env=environment, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_a_pull_request_is_told_what_it_would_change(checkout: Checkout) -> None:
    for script in scripts("diff"):
        checkout.run(script)
    told = checkout.summary.read_text()
    assert told.startswith("What this would change for readers:\n\n    ")
    assert "\n      new\n" in told
    assert all(line.startswith("    ") for line in told.splitlines()[2:])


def test_the_record_is_kept_and_pushed_once(checkout: Checkout) -> None:
    for _ in range(2):
        for script in scripts("record"):
            checkout.run(script)
    assert checkout.git("log", "--format=%s", "origin/main").splitlines() == ["Record what becomes public", "Begin"]
    assert checkout.git("status", "--porcelain", "content") == ""


def test_what_somebody_else_has_pushed_meanwhile_stays(checkout: Checkout, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run(["git", "clone", "--quiet", checkout.remote, other], check=True)
    (other / "notes.txt").write_text("Mind the gap.\n")
    name = ["-c", "user.name=Bo", "-c", "user.email=bo@example.org"]
    for arguments in (["add", "--all"], ["commit", "--quiet", "--message", "Notes"], ["push", "--quiet"]):
        subprocess.run(["git", *name, *arguments], cwd=other, check=True)
    for script in scripts("record"):
        checkout.run(script)
    log = checkout.git("log", "--format=%s", "origin/main").splitlines()
    assert log == ["Record what becomes public", "Notes", "Begin"]


def test_only_the_opt_in_job_may_write_and_only_with_the_majors_that_there_are() -> None:
    jobs = WORKFLOW["jobs"]
    assert [name for name, job in jobs.items() if job["permissions"].get("contents") == "write"] == ["record"]
    assert "vars.RECORD == 'yes'" in jobs["record"]["if"]
    used = [step["uses"].split("@") for job in jobs for step in steps(job) if "uses" in step]
    assert all(MAJORS[action] == major for action, major in used)

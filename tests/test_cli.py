"""The way in: commands are found, and whatever goes wrong is told in words."""

import click
import pytest
from click.testing import CliRunner

from timeline import __version__, cli
from timeline.diagnostics import InputError, error, warning


@pytest.fixture
def run(monkeypatch):
    """Run a command that does what it is given."""

    def run(action, arguments=("now",)):
        command = click.command("now")(action)
        monkeypatch.setattr(cli.Commands, "get_command", lambda self, ctx, name: command if name == "now" else None)
        return CliRunner().invoke(cli.main, list(arguments))

    return run


def test_the_version_is_told():
    assert CliRunner().invoke(cli.main, ["--version"]).output == f"timeline {__version__}\n"


def test_help_lists_every_command():
    result = CliRunner().invoke(cli.main, ["--help"])
    assert result.exit_code == 0
    assert "build " in result.output
    assert "init " in result.output


def test_an_unknown_command_is_told():
    result = CliRunner().invoke(cli.main, ["biuld"])
    assert result.exit_code == 2
    assert "biuld" in result.stderr


def test_findings_are_told_in_order_with_what_to_do(run):
    def action():
        raise InputError([warning("b.yaml", 2, 1, "x", "odd", "look"), error("a.md", 0, 0, "y", "empty", "write")])

    result = run(action)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "a.md: error: empty\n    write\nb.yaml:2:1: warning: odd\n    look\n"


def test_a_disk_that_refuses_is_told(run):
    def action():
        raise PermissionError(13, "Permission denied", "site/index.html")

    result = run(action)
    assert (result.exit_code, result.stderr) == (1, "site/index.html: error: Permission denied\n")


def test_a_fault_of_ours_is_told_as_one(run, monkeypatch):
    def action():
        raise KeyError("x")

    result = run(action)
    assert result.exit_code == 1
    assert "a fault of the program, not yours: KeyError: 'x'" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv(cli.DEBUG, "1")
    assert isinstance(run(action).exception, KeyError)

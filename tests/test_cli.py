"""The way in: commands are found, and whatever goes wrong is told in words."""

import errno

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
    assert "No such command 'biuld'. Did you mean 'build'?" in result.stderr


def test_an_unknown_command_that_is_near_to_none_names_all():
    assert "There are add, annotate, build, " in CliRunner().invoke(cli.main, ["zzz"]).stderr


def test_a_day_that_is_none_is_told_how_to_write_one():
    result = CliRunner().invoke(cli.main, ["build", "--today", "2024-02-31"])
    assert result.exit_code == 2
    assert "'2024-02-31' is no day; write year-month-day, as in 2023-12-10" in result.stderr


@pytest.mark.parametrize("name", cli.Commands().list_commands(click.Context(cli.main)))
def test_the_same_option_is_told_in_the_same_words(name):
    told = {
        "--project": "Folder of the project, or one in it. Default: here.", "--today": "The day it is. Default: today.",
    }  # fmt: skip
    command = cli.Commands().get_command(click.Context(cli.main), name)
    assert command is not None
    for option in (o for o in command.params if isinstance(o, click.Option) and o.opts[0] in told):
        assert option.help == told[option.opts[0]]


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
    assert result.exit_code == 1
    assert result.stderr == "site/index.html: error: Permission denied\n    see that you may read and write there\n"


def test_a_port_that_is_taken_is_told(run):
    def action():
        raise OSError(errno.EADDRINUSE, "Address already in use")

    result = run(action)
    assert result.exit_code == 1
    assert result.stderr.endswith("    another program has this port: name one that is free with --port\n")


def test_a_fault_of_ours_is_told_as_one(run, monkeypatch):
    def action():
        raise KeyError("x")

    result = run(action)
    assert result.exit_code == 1
    assert "a fault of the program, not yours: KeyError: 'x'" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv(cli.DEBUG, "1")
    assert isinstance(run(action).exception, KeyError)

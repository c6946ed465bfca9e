"""`timeline`: the commands, each imported when it is called, and how errors reach people."""

import atexit
import errno
import gc
import os
from importlib import import_module
from pkgutil import iter_modules

import click

from . import __version__, commands
from .diagnostics import InputError

#: Set in the environment, it shows where in the program a fault is.
DEBUG = "TIMELINE_DEBUG"

#: What a person can do where the system refuses, by its number.
WHAT_TO_DO = {
    errno.EACCES: "see that you may read and write there",
    errno.EPERM: "see that you may read and write there",
    errno.EROFS: "copy the project to where you may write",
    errno.ENOSPC: "make room on that disk",
    errno.EADDRINUSE: "another program has this port: name one that is free with --port",
    errno.ENAMETOOLONG: "choose a shorter name",
}

#: Little that is made goes in circles (one object in hundreds), so Python looks for that a dozen times more seldom.
_SWEPT = (10_000, 20, 100)

# When a command ends, the system takes back all its memory at once: nobody need look through that before.
atexit.register(gc.freeze)


class Commands(click.Group):
    """The modules of `commands/` by their names; each has its click command as `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All there are."""
        return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one. What it brings stays, so nobody looks among it for what could be let go."""
        if cmd_name not in self.list_commands(ctx):
            return None
        gc.disable()
        module = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        gc.freeze()
        gc.enable()
        gc.set_threshold(*_SWEPT)
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find one by the first word. Raises UsageError that names what may be meant."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from .authored.forms import nearest  # who writes a command right does not wait for it

            known = self.list_commands(ctx)
            meant = nearest(args[0], known)
            hint = f"Did you mean '{meant}'?" if meant else f"There are {', '.join(known)}."
            raise click.UsageError(f"No such command '{args[0]}'. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. What is wrong with people's input is told, with its place; exit status 1."""
        try:
            return super().invoke(ctx)
        except InputError as problem:
            for diagnostic in problem.diagnostics:
                click.echo(str(diagnostic), err=True)
        except OSError as problem:
            if problem.errno == errno.EPIPE:
                raise
            click.echo(f"{problem.filename or 'timeline'}: error: {problem.strerror or problem}", err=True)
            if hint := WHAT_TO_DO.get(problem.errno or 0):
                click.echo(f"    {hint}", err=True)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:
            if DEBUG in os.environ:
                raise
            click.echo(f"timeline: error: a fault of the program, not yours: {type(fault).__name__}: {fault}", err=True)
            click.echo(f"    please report it, with what is shown when you set {DEBUG}=1", err=True)
        return ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="timeline", message="timeline %(version)s")
def main() -> None:
    """Turn a folder of articles into a dated, cited timeline, published as a static site."""

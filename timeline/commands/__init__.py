"""One module a command, imported when it is called; and here the options that commands share."""

from datetime import date
from pathlib import Path

import click


def as_day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    """A day, as an option takes it, where one is given. Raises BadParameter that says how to write one."""
    try:
        return date.fromisoformat(written) if written is not None else None
    except ValueError:
        raise click.BadParameter(f"'{written}' is no day; write year-month-day, as in 2023-12-10") from None


def today() -> str:
    """The day it is, as an option has it: here it enters."""
    return date.today().isoformat()


project_folder = click.option(
    "--project", "folder", metavar="DIR", type=click.Path(path_type=Path), default=Path(),
    help="Folder of the project, or one in it. Default: here.",
)  # fmt: skip
the_day = click.option(
    "--today", metavar="DATE", callback=as_day, default=today, help="The day it is. Default: today."
)

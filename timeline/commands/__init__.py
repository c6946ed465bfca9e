"""One module a command, imported when it is called; and here the options that commands share."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click


class Day(click.DateTime):
    """A day, as an option takes it."""

    def __init__(self) -> None:
        """Year, month and day."""
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Midnight of that day. Raises BadParameter that says how to write one."""
        try:
            return super().convert(value, param, ctx)  # type: ignore[no-any-return,unused-ignore]
        except click.BadParameter:
            self.fail(f"'{value}' is no day; write year-month-day, as in 2023-12-10", param, ctx)


project_folder = click.option(
    "--project", "folder", metavar="DIR", type=click.Path(path_type=Path), default=Path(),
    help="Folder of the project, or one in it. Default: here.",
)  # fmt: skip
the_day = click.option("--today", metavar="DATE", type=Day(), help="The day it is. Default: today.")

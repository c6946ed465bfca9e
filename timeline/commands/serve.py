"""`timeline serve`: the site of a project on this machine, built anew on every change."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from .. import preview, project
from ..analysing import Stages
from ..build import SITE, build
from ..diagnostics import InputError
from ..output import owned
from ..remembering import Memory
from . import project_folder, the_day


@click.command("serve", short_help="Show the site while you work on it.")
@project_folder
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@the_day
def command(folder: Path, port: int, today: date) -> None:
    """Build the site, serve it to this machine alone, and build it anew on every change. Ctrl+C ends it.

    Open pages load by themselves. What is wrong with an article, a correction or a template stands in the page, with
    file and line, over the last site that was good.
    """
    root = project.find_root(folder)
    news = preview.News()

    memory = Memory()

    def once(shown: Callable[[], None], jobs: int | None = 1) -> str:
        wrong = built(root, today, memory.stages(), shown, jobs)
        click.echo(wrong or f"built {root / SITE}", err=bool(wrong))
        return wrong

    if not (root / SITE).exists():
        (root / SITE).mkdir()
    owned(root / SITE)  # what no build has made is not served as if it were the site
    preview.told(partial(once, jobs=None), news)  # in several processes while nothing is served yet by a thread
    with preview.serving(root / SITE, news, port) as address:
        click.echo(f"{address} (Ctrl+C ends it)")
        try:
            preview.rebuild(root, once, news)
        except KeyboardInterrupt:
            return


def built(root: Path, today: date, stages: Stages, shown: Callable[[], None], jobs: int | None = 1) -> str:
    """Build; what is wrong, in words for the page, or "" for nothing. shown: called when the pages stand."""
    try:
        build(root, today, jobs, stages=stages, shown=shown)
    except InputError as wrong:
        return str(wrong)
    except OSError as trouble:
        return f"{trouble.filename or root}: error: {trouble.strerror or trouble}"
    return ""

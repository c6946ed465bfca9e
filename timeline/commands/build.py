"""`timeline build`: the site of a project."""

import sys
from datetime import date
from pathlib import Path

import click

from .. import project
from ..build import Report, build
from . import project_folder, the_day

NO_ARTICLES = f"there are no articles in {project.ARTICLES}/ yet: bring some in with timeline add FILE"


def address(context: click.Context, option: click.Parameter, written: str | None) -> str | None:
    """A web address with a final slash, where one is given."""
    if written is not None and not written.startswith(("https://", "http://")):
        raise click.BadParameter(f"'{written}' is no web address: write it whole, beginning with https://")
    return written and written.rstrip("/") + "/"


@click.command("build")
@project_folder
@the_day
@click.option("--strict", is_flag=True, help="Fail on warnings; the site stays as it was.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to work in. Default: as many as pay.")
@click.option("--base-url", metavar="URL", callback=address, help="Where the site will stand, for links that need it.")
def command(folder: Path, today: date, strict: bool, jobs: int | None, base_url: str | None) -> None:
    """Build the site: content/ in, site/ out, in one step. Nothing under content/ is written.

    The day matters only where an article has neither a publication date nor a day on which it was retrieved.
    """
    with Progress(sys.stderr.isatty()) as progress:
        report = build(folder, today, jobs, strict, base_url, progress.show)
    for warning in report.warnings:
        click.echo(str(warning), err=True)
    click.echo(summary(report))
    if not report.articles:
        click.echo(NO_ARTICLES, err=True)
    if report.unbounded:
        click.echo(unbounded(report.unbounded), err=True)
    if report.left_out:
        click.echo(f"left out, since timeline.yaml names no base_url: {', '.join(report.left_out)}")


def unbounded(articles: int) -> str:
    """What is said where a build on another day may come to other dates."""
    if articles == 1:
        return "one article says neither when it was published nor when it was retrieved: see timeline check"
    return f"{articles} articles say neither when they were published nor when they were retrieved: see timeline check"


def summary(report: Report) -> str:
    """The quiet line: what there is, and what of it is new."""
    written = report.written
    files = f"{written.files} files, {written.changed or 'none'} of them new"
    return f"{report.site}: {report.events} entries from {report.articles} articles ({files})"


class Progress:
    """One line on a terminal that is written over and over, and cleared at the end; nothing elsewhere."""

    def __init__(self, visible: bool) -> None:
        """`visible`: there is somebody to see it."""
        self._visible = visible

    def __enter__(self) -> "Progress":
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self.clear()

    def clear(self) -> None:
        """Clear the line."""
        if self._visible:
            click.echo("\r\033[K", nl=False, err=True, color=True)

    def show(self, what: str, done: int, total: int) -> None:
        """Say what is being done, and how much of it is done."""
        if self._visible:
            line = f"{what} {done} of {total} articles" if total else what
            click.echo(f"\r\033[K{line} …", nl=False, err=True, color=True)

"""`timeline diff`: what this build would change for readers."""

from datetime import date
from itertools import groupby
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..decisions.publish import changes
from ..model import Change, Timeline
from ..record import in_words
from . import project_folder, the_day
from .publish import going_public


@click.command("diff", short_help="Show what would change for readers.")
@project_folder
@the_day
@click.option("--exit-code", is_flag=True, help="Exit with status 1 where something would change.")
def command(folder: Path, today: date, exit_code: bool) -> None:
    """Compare what a build would show with what was published (content/ids/), entry by entry. Nothing is written.

    At the end it names what accepted entries hold back: what this build would change, had nobody accepted them.
    """
    root = project.find_root(folder)
    result = analyse(root, today)
    found = changes(going_public(result), result.decisions)
    titles = {e.id: e.title for e in result.decisions.record} | {e.id: e.title for e in result.timeline.events}
    lines = report(found, titles)
    lines += withheld(result.timeline)
    click.echo("\n".join(lines) if lines else "nothing would change for readers")
    if exit_code and found:
        raise SystemExit(1)


def report(found: tuple[Change, ...], titles: dict[str, str]) -> list[str]:
    """The changes of each entry below its id and title."""
    lines = []
    for event, of_event in groupby(found, key=lambda c: c.event):
        lines += [f"{event}  {titles.get(event, '')}", *(f"  {in_words(change)}" for change in of_event)]
    return lines


def withheld(timeline: Timeline) -> list[str]:
    """What acceptances keep from readers."""
    lines = []
    for event in (event for event in timeline.events if event.withheld):
        lines += [f"{event.id}  {event.title}  (accepted: not shown)", *(f"  {in_words(c)}" for c in event.withheld)]
    return lines

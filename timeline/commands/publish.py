"""`timeline publish`: keep what becomes public, so that no link to it ever breaks."""

from datetime import date
from pathlib import Path

import click

from .. import project
from ..authored import files
from ..build import Result, analyse, locked, writing
from ..decisions import ledger
from ..decisions.publish import published
from ..frozen import replace
from ..model import Published, Timeline
from ..publishing import publishable
from . import project_folder, the_day


@click.command("publish", short_help="Keep ids and changes of what becomes public.")
@project_folder
@the_day
@click.option("--strict", is_flag=True, help="Fail on warnings; nothing is written.")
def command(folder: Path, today: date, strict: bool) -> None:
    """Write content/ids/: for each event that becomes public its id, the words it cites, and what has changed.

    Commit these files. From then on an event keeps its id, whatever becomes of its title, date or sources; and at the
    address of one that is merged, hidden or gone, or of an article, there is always a page that says so. Build
    afterwards: the site shows the change log.
    """
    root = project.find_root(folder)
    with locked(root), writing(root):  # nobody gives a quotation of the record another place meanwhile
        result = analyse(root, today, strict=strict)
        entries = published(going_public(result), result.decisions, today.isoformat())
        for entry in entries:
            path = f"{project.RECORD}/{entry.id}.yaml"
            files.write(root / path, ledger.dump(entry), path)
        for article in {a.document.id for a in result.timeline.articles} - set(result.decisions.articles):
            path = f"{project.RECORDED_ARTICLES}/{article}.yaml"
            files.write(root / path, f'published: "{today.isoformat()}"\n', path)
    for warning in result.warnings:
        click.echo(str(warning), err=True)
    click.echo(summary(entries, {e.id for e in result.decisions.record}))


def going_public(result: Result) -> Timeline:
    """The timeline with those entries that readers are shown, in the words of the articles themselves."""
    public = publishable(result.timeline, result.config)
    shown = {event.id for event in public.events}
    return replace(result.timeline, events=tuple(e for e in result.timeline.events if e.id in shown), gone=public.gone)


def summary(entries: tuple[Published, ...], known: set[str]) -> str:
    """What was written, in a line."""
    if not entries:
        return "nothing has changed for readers"
    new = sum(entry.id not in known for entry in entries)
    return f"{project.RECORD}/: {new} new, {len(entries) - new} changed; commit them, and build"

"""`timeline check`: what a careful editor would settle before publishing."""

import json
from datetime import date
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..checking import Finding, findings
from ..frozen import to_builtins
from . import project_folder, the_day
from .build import NO_ARTICLES


@click.command("check", short_help="List what to settle before publishing.")
@project_folder
@the_day
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def command(folder: Path, today: date, form: str) -> None:
    """List what is unknown, doubtful or contradictory, the most useful to settle first. Nothing is written.

    Each finding has its place and the very line to write there: into an article's front matter, or into
    content/overrides.yaml. Exit status 1 where there is anything to settle.
    """
    result = analyse(project.find_root(folder), today)
    found = findings(result.timeline, result.decisions, result.warnings, today)
    if form == "json":
        click.echo(json.dumps([to_builtins(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        nothing = "nothing to settle" if result.timeline.articles else NO_ARTICLES
        click.echo("\n".join(map(in_words, found)) or nothing)
    if found:
        raise SystemExit(1)


def in_words(finding: Finding) -> str:
    """A finding as people read it: place, what it is, and the line to write below."""
    place = finding.place
    where = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
    gain = f" (settles {finding.settles})" if finding.settles else ""
    indent = " " * 4  # a hint of several lines has its own from the second one on
    lines = "".join(f"\n{'' if line.startswith(indent) else indent}{line}" for line in finding.write.splitlines())
    return f"{where}: {finding.message}{gain}{lines}"

"""`timeline add SOURCE…`: texts, saved pages, documents and addresses become articles of the project."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from .. import project
from ..intake import desk, dialogue, sources
from ..intake.desk import ADDED, CHANGED, FAILED, LEFT_OUT, UNCHANGED, Desk, Outcome
from . import as_day, project_folder, today
from .build import Progress


@click.command("add", short_help="Bring articles into the project.")
@click.argument("named", metavar="SOURCE…", nargs=-1, required=True)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing: likely dates are left to be inferred.")
@click.option("--replace", is_flag=True, help="Where an article has changed, take its new text in place of the old.")
@click.option("--retrieved", metavar="DATE", callback=as_day, help="The day it was got. Default: today.")
@project_folder
@click.pass_context
def command(
    context: click.Context, named: tuple[str, ...], yes: bool, replace: bool, retrieved: date | None, folder: Path
) -> None:
    """Write each SOURCE to content/articles/ with front matter, keeping its words.

    A source is a text, a Markdown file, a saved page (HTML, MHTML), a PDF with text, a DOCX, a mail (EML), a folder of
    these; the address of a page or feed, or a text file with one address a line; a bibliography (CSL JSON, as from
    Zotero). On a terminal each article is shown and its date asked about. Nothing is overwritten; an article that is
    there already is left alone, and one whose text has changed is shown, and kept until you decide.
    """
    root = project.find_root(folder)
    config = project.config(root)
    asks = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    day = retrieved.isoformat() if retrieved else today()
    moment = day if retrieved else datetime.now(UTC).isoformat(timespec="minutes").replace("+00:00", "Z")
    at = Desk(
        root, day, moment, config.language, dialogue.REPLACE if replace else dialogue.KEEP, _ask if asks else None,
        click.echo,
    )  # fmt: skip
    get = context.obj or sources.politely()  # tests hand in a client that may ask this machine; nobody else can
    outcomes: list[Outcome] = []
    try:
        with Progress(sys.stderr.isatty() and not asks) as progress:
            for found in sources.read(named, root, get):
                outcomes.append(_taken(at, found, progress))
                if at.stopped:
                    break
    except (KeyboardInterrupt, EOFError, click.Abort):
        click.echo("\nstopped; what was added stays", err=True)
    if len(outcomes) != 1:
        click.echo("\n".join(summary(outcomes)))
    if any(outcome.what == FAILED for outcome in outcomes):
        raise SystemExit(1)


def _taken(at: Desk, found: sources.Found, progress: Progress) -> Outcome:
    """Take one arrival in, and say so."""
    progress.show("Adding", found.done, found.of)
    if at.ask is not None and found.of > 1 and found.arrival is not None:
        click.echo(f"\n[{found.done}/{found.of}] ", nl=False)
    asked = at.ask is not None
    outcome = at.take(found)
    progress.clear()
    for finding in outcome.refused.diagnostics if outcome.refused else ():
        click.echo(finding, err=True)
    for line in _told(outcome, asked):
        click.echo(line)
    for finding in found.arrival.warnings if found.arrival and outcome.what == ADDED else ():
        click.echo(finding, err=True)
    return outcome


def _told(outcome: Outcome, asked: bool) -> Iterator[str]:
    match outcome.what:
        case "added":
            yield f"added      {outcome.path}" + (f" ({outcome.reason})" if outcome.reason else "")
            if outcome.unsure and outcome.article and not asked:
                yield from (f"           published {clue.edtf}? {clue.evidence()}" for clue in outcome.article.clues)
        case "unchanged":
            yield f"unchanged  {outcome.path} has the text of {outcome.source}"
        case "left out":
            yield f"left out   {outcome.source}"
        case "changed":
            yield from () if asked else desk.report(outcome)
            done = "kept       the old" if outcome.kept else "replaced   the"
            yield f"{done} text of {outcome.path}"


def summary(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """How many of each, and what of it somebody has to look at."""
    outcomes = tuple(outcomes)
    counts = Counter(outcome.what for outcome in outcomes)
    counted = [what for what in (ADDED, UNCHANGED, CHANGED, LEFT_OUT, FAILED) if counts[what] or what != LEFT_OUT]
    yield ", ".join(f"{counts[what]} {what}" for what in counted)
    yield from (f"  {o.source}: {o.refused.diagnostics[0].message}" for o in outcomes if o.refused)
    kept = [outcome for outcome in outcomes if outcome.what == CHANGED and outcome.kept]
    if kept:
        yield "  changed, the old text kept; to take the new one, name the source again with --replace:"
        yield from (f"    {outcome.source} ({outcome.path})" for outcome in kept)
    unsure = sum(outcome.unsure for outcome in outcomes)
    if unsure:
        yield f"  {unsure} with a likely date that was not taken: see above, or timeline check"


def _ask(prompt: str) -> str:
    return str(click.prompt(prompt, default="", show_default=False, prompt_suffix="\n> "))

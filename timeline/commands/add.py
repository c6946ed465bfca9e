"""`timeline add SOURCE…`: texts, saved pages and documents become articles of the project."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from .. import files, project
from ..diagnostics import InputError
from ..reading import intake

ADDED, UNCHANGED, FAILED = "added", "unchanged", "failed"

# What browsers put beside a page that they save complete: its pictures and frames.
_PARTS_OF_A_PAGE = ("_files", "-files", ".files", "_Dateien", "-Dateien", "_fichiers", "_archivos")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a source. reason: why it failed."""

    source: str
    what: str
    reason: str = ""


@click.command("add", short_help="Bring articles into the project.")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--retrieved", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Day it was got (default: today).")
@click.option("--project", "folder", metavar="DIR", default=".", type=click.Path(path_type=Path), help="The project.")
def command(sources: tuple[Path, ...], retrieved: datetime | None, folder: Path) -> None:
    """Write each SOURCE to content/articles/ with front matter, keeping its words.

    A source is a text, a Markdown file, a saved page (HTML, MHTML), a PDF with text, a DOCX, a mail (EML), or a folder
    of these. An article is named by its title; nothing is overwritten, and a text that is there already is left alone.
    """
    root = project.find_root(folder)
    day = retrieved.date() if retrieved else date.today()
    present = {intake.body_of(text): path for path, text in _articles(root)}
    outcomes = [_add(file, root, day, present) for source in sources for file in _files(source, root)]
    if len(outcomes) > 1:
        click.echo("\n".join(_summary(outcomes)))
    if any(outcome.what == FAILED for outcome in outcomes):
        raise SystemExit(1)


def _add(source: Path, root: Path, day: date, present: dict[str, str]) -> Outcome:
    """Add one file and say so; notes its text in `present`, which has the paths of the articles by their text."""
    try:
        arrived = intake.read(files.read_bytes(source, str(source)), str(source))
        text = arrived.body.strip()
        here = present.get(text)
        path = here or _write(root, arrived, day)
    except InputError as refused:
        click.echo(refused, err=True)
        return Outcome(str(source), FAILED, refused.diagnostics[0].message)
    present[text] = path
    click.echo(f"unchanged  {path} has the text of {source}" if here else f"added      {path}")
    for finding in () if here else arrived.warnings:
        click.echo(finding, err=True)
    return Outcome(str(source), UNCHANGED if here else ADDED)


def _summary(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """How many of each, and why some failed."""
    outcomes = tuple(outcomes)
    counts = Counter(outcome.what for outcome in outcomes)
    yield ", ".join(f"{counts[what]} {what}" for what in (ADDED, UNCHANGED, FAILED))
    yield from (f"  {outcome.source}: {outcome.reason}" for outcome in outcomes if outcome.what == FAILED)


def _files(source: Path, root: Path) -> Iterator[Path]:
    """The source itself, or the files of a folder that can be read, those below it too, in order.

    Hidden ones, the parts of saved pages and the project itself are left out. A folder without any stands for itself
    and is refused like any source that is none.
    """
    found = tuple(_below(source, root)) if source.is_dir() else ()
    yield from found or (source,)


def _below(folder: Path, root: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        if Path(where).resolve() == root:
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not f.endswith(_PARTS_OF_A_PAGE))
        found = (Path(where, name) for name in sorted(names) if not name.startswith("."))
        yield from (file for file in found if file.suffix.lower() in intake.suffixes())


def _articles(root: Path) -> list[tuple[str, str]]:
    """Path and text of the articles there are; one that cannot be read is `build`'s to complain about."""
    found = []
    for article in project.article_files(root):
        try:
            found.append((article.path, files.read(article.file, article.path)))
        except InputError:
            continue
    return found


def _write(root: Path, arrived: intake.Intake, day: date) -> str:
    """Write the article under the first free name; the path, as shown to a person."""
    taken = {article.id.casefold() for article in project.article_files(root)}
    name = stem = intake.slug(arrived.title)
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    path = f"{project.ARTICLES}/{name}.md"
    files.write_new(root / path, arrived.article(day), path)
    return path

"""`timeline add FILE…`: a text as it arrives becomes an article of the project."""

from datetime import date, datetime
from pathlib import Path

import click

from .. import files, project
from ..diagnostics import InputError
from ..reading import intake


@click.command("add", short_help="Bring articles into the project.")
@click.argument("sources", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--retrieved", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Day it was got (default: today).")
@click.option("--project", "folder", metavar="DIR", default=".", type=click.Path(path_type=Path), help="The project.")
def command(sources: tuple[Path, ...], retrieved: datetime | None, folder: Path) -> None:
    """Write each FILE, plain text or Markdown, to content/articles/ with front matter, keeping its words.

    An article is named by its title; nothing is overwritten, and a text that is there already is left alone.
    """
    root = project.find_root(folder)
    day = retrieved.date() if retrieved else date.today()
    present = {intake.body_of(text): path for path, text in _articles(root)}
    failed = False
    for source in sources:
        try:
            arrived = intake.read(files.read_bytes(source, str(source)), str(source))
            here = present.get(arrived.body.strip())
            path = here or _write(root, arrived, day)
        except InputError as refused:
            failed = True
            click.echo(refused, err=True)
            continue
        present[arrived.body.strip()] = path
        click.echo(f"unchanged  {path} has the text of {source}" if here else f"added      {path}")
    if failed:
        raise SystemExit(1)


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

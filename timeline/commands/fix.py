"""`timeline fix`: correct the date of words in an article."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from .. import files, project
from ..decisions.attach import attach
from ..decisions.load import Override, load
from ..decisions.writing import appended, entry
from ..diagnostics import InputError, error
from ..reading.article import read_article
from ..user_yaml import suggestion


@click.command("fix", short_help="Correct the date of words in an article.")
@click.argument("article")
@click.argument("quote")
@click.argument("value")
@click.option("--prefix", metavar="WORDS", help="The words directly before, where the quotation is not unique.")
@click.option("--suffix", metavar="WORDS", help="The words directly after.")
@click.option("--reason", metavar="TEXT", help="Why: readers are shown it.")
@click.option("--by", metavar="NAME", help="Who has decided.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When. Default: today.")
@click.option("--project", "folder", metavar="DIR", default=".", type=click.Path(path_type=Path), help="The project.")
def command(article: str, quote: str, value: str, folder: Path, prefix: str | None, suffix: str | None,
            reason: str | None, by: str | None, day: date | None) -> None:  # fmt: skip
    """Say that QUOTE in ARTICLE means VALUE: a date in EDTF or in words, unknown, or not-a-date.

    The correction goes to the end of content/overrides/ARTICLE.yaml; what stands there stays as it is.
    """
    root = project.find_root(folder)
    article = known_article(root, article)
    about: dict[str, str] = {"exact": quote, "prefix": prefix or "", "suffix": suffix or ""}
    told = {"reason": reason, "by": by, "on": (day or date.today()).isoformat()[:10]}
    if value == "not-a-date":
        new = entry("not-a-date", article=article, target=about, **told)
    else:
        new = entry("date", article=article, target=about, value=value, **told)
    click.echo(f"written to {add(root, article, new)}")


def known_article(root: Path, written: str) -> str:
    """The id of an article that a person names, with or without its suffix or folder. Raises InputError."""
    known = [article.id for article in project.article_files(root)]
    name = written.removeprefix(f"{project.ARTICLES}/").removesuffix(".md")
    if name not in known:
        raise InputError([error(written, 0, 0, "no-article", "there is no such article", suggestion(name, known))])
    return name


def add(root: Path, article: str, new: str) -> str:
    """Append an entry to the overrides of an article, once all is found to be right; the path, as shown to a person.

    Raises InputError where the file, the entry, or the place of its words is not right: nothing is written then.
    """
    path = f"{project.OVERRIDES_FOLDER}/{article}.yaml"
    file = root / path
    text = appended(files.read(file, path) if file.exists() else "", new)
    config = project.config(root)
    *_, override = load({path: text}, [a.id for a in project.article_files(root)], config.language)
    _require_place(root, override)
    files.write(file, text, path)
    return path


def _require_place(root: Path, override: Override) -> None:
    """Refuse words that do not stand in one place of their articles."""
    names = {name for name in (override.article, *(article for article, _ in override.citations)) if name}
    articles = [article for article in project.article_files(root) if article.id in names]
    documents = [read_article(files.read_bytes(a.file, a.path), a.id, a.path) for a in articles]
    _, findings = attach([override], documents)
    paths = {document.id: document.path for document in documents}
    if findings:
        shown = paths.get(override.article or "", "")
        raise InputError(replace(f, path=shown, line=0, column=0, severity="error") for f in findings)

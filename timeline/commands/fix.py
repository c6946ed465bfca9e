"""`timeline fix`: correct the date of words in an article."""

from datetime import date
from pathlib import Path

import click

from .. import project
from ..correcting import add
from ..decisions.writing import entry
from ..diagnostics import InputError, error
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
    click.echo(f"written to {add(root, article, new).path}")


def known_article(root: Path, written: str) -> str:
    """The id of an article that a person names, with or without its suffix or folder. Raises InputError."""
    known = [article.id for article in project.article_files(root)]
    name = written.removeprefix(f"{project.ARTICLES}/").removesuffix(".md")
    if name not in known:
        raise InputError([error(written, 0, 0, "no-article", "there is no such article", suggestion(name, known))])
    return name

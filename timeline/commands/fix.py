"""`timeline fix`: correct the date of words in an article."""

from datetime import date
from pathlib import Path

import click

from .. import project
from ..deciding import Added, add, known_article
from ..decisions.writing import entry


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
    tell(add(root, article, new))


def tell(added: Added) -> None:
    """Say where a decision was written, and what speaks against it there."""
    for warning in added.warnings:
        click.echo(str(warning), err=True)
    click.echo(f"written to {added.path}")

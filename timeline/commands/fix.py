"""`timeline fix`: correct the date of words in an article."""

from datetime import date
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..deciding import Added, add, known_article, named_event
from ..decisions.writing import entry
from . import as_day, project_folder, today

#: Kinds of decision about quoted words that have no value.
_WITHOUT_VALUE = ("not-a-date", "not-an-event", "split", "move-citation")


@click.command("fix", short_help="Correct the date of words in an article.")
@click.argument("article")
@click.argument("quote")
@click.argument("value")
@click.option("--to", "event", metavar="EVENT", help="With move-citation: the entry that the words belong to.")
@click.option("--prefix", metavar="WORDS", help="The words directly before, where the quotation is not unique.")
@click.option("--suffix", metavar="WORDS", help="The words directly after.")
@click.option("--reason", metavar="TEXT", help="Why: readers are shown it.")
@click.option("--by", metavar="NAME", help="Who has decided.")
@click.option("--on", "day", callback=as_day, default=today, metavar="DATE", help="When. Default: today.")
@project_folder
def command(article: str, quote: str, value: str, folder: Path, event: str | None, prefix: str | None,
            suffix: str | None, reason: str | None, by: str | None, day: date) -> None:  # fmt: skip
    """Say that QUOTE in ARTICLE means VALUE: a date in EDTF or in words, unknown, or one of these.

    \b
    not-a-date       the words are no date
    not-an-event     they tell no event
    split            they tell an event of their own
    move-citation    what they tell belongs to the entry that --to names

    The correction goes to the end of content/overrides/ARTICLE.yaml; what stands there stays as it is.
    """
    root = project.find_root(folder)
    article = known_article(root, article)
    about: dict[str, str] = {"exact": quote, "prefix": prefix or "", "suffix": suffix or ""}
    told = {"reason": reason, "by": by, "on": day.isoformat()}
    if not quote.strip():
        raise click.BadParameter("it is empty; write words of the article, as it has them", param_hint="QUOTE")
    if (value == "move-citation") != (event is not None):
        raise click.UsageError("write: timeline fix ARTICLE QUOTE move-citation --to EVENT")
    if event is not None:
        named_event(analyse(root, day).timeline, event)
    if value in _WITHOUT_VALUE:
        new = entry(value, article=article, target=about, event=event, **told)
    else:
        new = entry("date", article=article, target=about, value=value, **told)
    tell(add(root, article, new))


def tell(added: Added) -> None:
    """Say where a decision was written, and what speaks against it there."""
    for warning in added.warnings:
        click.echo(str(warning), err=True)
    click.echo(f"written to {added.path}")

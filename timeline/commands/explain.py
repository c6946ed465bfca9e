"""`timeline explain`: how words about time became a date, from the rule that read them to the value."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from .. import explaining, project
from ..authored import files
from ..authored.forms import BadValueError, language_tag, suggestion
from ..build import analyse
from ..deciding import known_article, named_event
from ..diagnostics import InputError, error
from ..model import Meta, Timeline
from ..reading.plain import read_plain
from ..temporal.anchoring.given import given_time
from . import project_folder, the_day

_LINE = re.compile(r"(.+?):(\d+)")


def _stated(_context: click.Context, _option: click.Parameter, published: str | None) -> str | None:
    """The publication date, if it is one."""
    if published is not None and given_time(published, "published") is None:
        raise click.BadParameter(f"'{published}' is no date; write 2023-12-10, 2023-12-10T21:30+09:00, 1912-04 or 1934")
    return published


def _tag(_context: click.Context, _option: click.Parameter, language: str) -> str:
    """The language, if it can be one."""
    try:
        return language_tag(language)
    except BadValueError as wrong:
        raise click.BadParameter(f"{wrong}; {wrong.hint}") from None


@click.command("explain", short_help="Tell how words became a date.")
@click.argument("what", required=False, metavar="[EVENT | ARTICLE[:LINE]]")
@click.option("--text", metavar="SENTENCE", help="Words, with the sentence that they stand in; needs no project.")
@click.option("--published", metavar="DATE", callback=_stated, help="When it was published, in EDTF or ISO 8601.")
@click.option("--language", metavar="TAG", callback=_tag, default="en", show_default=True, help="Its language (BCP 47)")
@the_day
@project_folder
def command(what: str | None, text: str | None, published: str | None, language: str, today: date,
            folder: Path) -> None:  # fmt: skip
    """Tell of an entry, an article, a line of it, or a SENTENCE which rules read its words, and how they are dated.

    An entry is named by its id, an article by its name, a line by the number that it has in the article's file.
    """
    if not what and text is None:
        raise click.UsageError("name an EVENT or an ARTICLE, or give a --text")
    if what and text is not None:
        raise click.UsageError(f"name '{what}' or give a --text, not both")
    if text is not None:
        told = explaining.of_text(read_plain(text, "text", Meta(published=published, language=language)), today)
    else:
        told = _of_project(project.find_root(folder), what or "", today)
    click.echo("\n\n".join(told))


def _article(root: Path, name: str, timeline: Timeline) -> str:
    """The id of an article that a person names. Raises InputError that thinks of entries, too."""
    try:
        return known_article(root, name)
    except InputError:
        known = [*(a.document.id for a in timeline.articles), *(event.id for event in timeline.events)]
        what, hint = "there is no such article, and no such entry", suggestion(name, known)
        raise InputError([error(name, 0, 0, "not-known", what, hint)]) from None


def _of_project(root: Path, what: str, today: date) -> Iterator[str]:
    """What there is to tell of an entry or an article of a project. Raises InputError where there is none such."""
    name, line = (m[1], int(m[2])) if (m := _LINE.fullmatch(what)) else (what, None)
    result = analyse(root, today)
    articles = {a.document.id: a for a in result.timeline.articles}
    if line is None and name not in articles and name in result.timeline.named:
        event = named_event(result.timeline, name)
        return explaining.of_event(event, result.timeline, result.decisions)
    article = articles.get(_article(root, name, result.timeline))
    if article is None:
        raise InputError([error(name, 0, 0, "withdrawn", "this article has been taken down", "see the overrides")])
    if line is not None:
        path = article.document.path
        last = files.read(root / path, path).count("\n") + 1
        if not 1 <= line <= last:
            raise InputError([error(path, line, 0, "no-line", f"this file has {last} lines", "name one of them")])
    return explaining.of_article(article, result.decisions, line)

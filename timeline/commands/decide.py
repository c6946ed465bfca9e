"""`timeline decide`: say something about an entry of the timeline, as an override."""

from datetime import date
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..deciding import accept, add, in_words, known_article, named_event
from ..decisions.kind import Kind, all_kinds
from ..decisions.writing import Value, entry, remarked
from . import project_folder, the_day
from .fix import tell

#: The kinds that quote nothing: about entries, and about whole articles.
KINDS = {
    name: kind for name, kind in all_kinds().items()
    if not {"target", "citations"} & {key.shape for key in kind.keys}
}  # fmt: skip
#: Keys that are given as options.
_OPTIONS = ("file", "alt", "rights", "source")


class _KindName(click.Choice[str]):
    """One of the kinds; who names another that there is is told where it is written."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name. Raises BadParameter."""
        if value == "event":
            self.fail("an entry of your own is a file in content/events/", param, ctx)
        if value in all_kinds() and value not in self.choices:
            self.fail(f"'{value}' is about words of an article: see timeline fix --help", param, ctx)
        return super().convert(value, param, ctx)


@click.command("decide", short_help="Retitle, date, hide, merge or accept entries; date or withdraw articles.")
@click.argument("kind", type=_KindName(sorted(KINDS)), metavar="KIND")
@click.argument("words", nargs=-1, required=True, metavar="EVENT… | ARTICLE [VALUE]")
@click.option("--file", metavar="FILE", help="Of a picture: its path below content/images/.")
@click.option("--alt", metavar="TEXT", help="Of a picture: what is to be seen.")
@click.option("--rights", metavar="TEXT", help="Of a picture: whose it is, and under which licence.")
@click.option("--source", metavar="URL", help="Of a picture: where it comes from.")
@click.option("--reason", metavar="TEXT", help="Why: readers are shown it.")
@click.option("--by", metavar="NAME", help="Who has decided.")
@the_day
@project_folder
def command(kind: str, words: tuple[str, ...], reason: str | None, by: str | None, today: date,
            folder: Path, **options: str | None) -> None:  # fmt: skip
    """Write a decision about entries, named by their ids, or about an article, into content/overrides/.

    \b
    timeline decide title k3f9x2abcd "Lighthouse goes dark"
    timeline decide event-date k3f9x2abcd 2022-09-12
    timeline decide merge k3f9x2abcd p77qd1abcd
    timeline decide hide k3f9x2abcd --reason "It was another lighthouse."
    timeline decide accept k3f9x2abcd
    timeline decide accept council-votes-for-stone       # all that this article tells
    timeline decide accept all                           # all that is shown
    timeline decide tags k3f9x2abcd bridges floods
    timeline decide published council-votes-for-stone 2024-05-24
    timeline decide withdraw council-votes-for-stone --reason "The paper asked for it."

    What is accepted stays as it is now, whatever a later article, rule or version of the program makes of it, until
    it is accepted again.
    """
    root = project.find_root(folder)
    told = {**_of_picture(kind, options), "reason": reason, "by": by, "on": today.isoformat()}
    named, value = split(KINDS[kind], words)
    if kind == "accept":
        for added in accept(root, named, today, by, reason):
            if not added.path.startswith(project.ACCEPTED):
                tell(added)
        click.echo(f"kept as they are in {project.ACCEPTED}/")
    elif has(KINDS[kind], "article"):
        article = known_article(root, named[0])
        tell(add(root, article, entry(kind, article=article, **value, **told)))
    else:
        timeline = analyse(root, today).timeline
        chosen = [named_event(timeline, name) for name in named]
        about: dict[str, Value] = {"event": named[0]} if has(KINDS[kind], "event") else {"events": named}
        new = remarked(entry(kind, **about, **value, **told), in_words(chosen))
        tell(add(root, chosen[0].citations[0].article, new))


def has(kind: Kind, key: str) -> bool:
    """Does a kind have a key?"""
    return any(one.name == key for one in kind.keys)


def split(kind: Kind, words: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, Value]]:
    """What it is about, and the values after that. Raises UsageError where there are too many or too few."""
    if has(kind, "tags"):
        return words[:1], {"tags": words[1:]}
    has_value, one = has(kind, "value"), not has(kind, "events")
    named, value = (words[:-1], words[-1]) if has_value else (words, None)
    if not named or (one and len(named) > 1):
        subject = "ARTICLE" if has(kind, "article") else "EVENT"
        form = subject if one else "EVENT EVENT…" if kind.fewest > 1 else "EVENT…"
        raise click.UsageError(f"write: timeline decide {kind.name} {form}{' VALUE' if has_value else ''}")
    return named, {"value": value}


def _of_picture(kind: str, options: dict[str, str | None]) -> dict[str, Value]:
    """What is said of a picture. Raises UsageError where that is too little, or there is none."""
    given = {name: options[name] for name in _OPTIONS if options[name]}
    needed = [key.name for key in KINDS[kind].keys if key.name in _OPTIONS and key.required]
    if missing := [name for name in needed if name not in given]:
        raise click.UsageError(f"write: timeline decide {kind} EVENT {' '.join(f'--{name} …' for name in missing)}")
    if given and not needed:
        raise click.UsageError(f"'{kind}' has no {' and no '.join(f'--{name}' for name in given)}")
    return dict(given)

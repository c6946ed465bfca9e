"""`timeline decide`: say something about an entry of the timeline, as an override."""

from datetime import date, datetime
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..deciding import accept, add, in_words, named_event
from ..decisions.kind import Kind, all_kinds
from ..decisions.writing import entry, remarked
from .fix import tell

#: The kinds that are about entries alone, and have at most a single value.
KINDS = {
    name: kind for name, kind in all_kinds().items()
    if {key.name for key in kind.keys} <= {"event", "events", "value"}
    and any(key.shape in ("event", "events") for key in kind.keys)
}  # fmt: skip


@click.command("decide", short_help="Retitle, date, hide, merge or accept entries.")
@click.argument("kind", type=click.Choice(sorted(KINDS)), metavar="KIND")
@click.argument("events", nargs=-1, required=True, metavar="EVENT… [VALUE]")
@click.option("--reason", metavar="TEXT", help="Why: readers are shown it.")
@click.option("--by", metavar="NAME", help="Who has decided.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day it is. Default: today.")
@click.option("--project", "folder", metavar="DIR", default=".", type=click.Path(path_type=Path), help="The project.")
def command(kind: str, events: tuple[str, ...], reason: str | None, by: str | None, today: datetime | None,
            folder: Path) -> None:  # fmt: skip
    """Write a decision about entries, named by their ids, into content/overrides/, beside those of their article.

    \b
    timeline decide title k3f9x2abcd "Lighthouse goes dark"
    timeline decide event-date k3f9x2abcd 2022-09-12
    timeline decide merge k3f9x2abcd p77qd1abcd
    timeline decide hide k3f9x2abcd --reason "It was another lighthouse."
    timeline decide accept k3f9x2abcd
    timeline decide accept council-votes-for-stone       # all that this article tells
    timeline decide accept all                           # all that is shown

    What is accepted stays as it is now, whatever a later article, rule or version of the program makes of it, until
    it is accepted again.
    """
    day = today.date() if today else date.today()
    root = project.find_root(folder)
    named, value = split(KINDS[kind], events)
    if kind == "accept":
        for added in accept(root, named, day, by, reason):
            tell(added)
        click.echo(f"kept as they are in {project.ACCEPTED}/")
        return
    timeline = analyse(root, day).timeline
    chosen = [named_event(timeline, name) for name in named]
    told = {"value": value, "reason": reason, "by": by, "on": day.isoformat()}
    about: dict[str, str | tuple[str, ...]] = {"event": named[0]} if takes_one(KINDS[kind]) else {"events": named}
    new = remarked(entry(kind, **about, **told), in_words(chosen))
    tell(add(root, chosen[0].citations[0].article, new))


def takes_one(kind: Kind) -> bool:
    """Is it about a single entry?"""
    return any(key.shape == "event" for key in kind.keys)


def split(kind: Kind, words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Ids and the value after them. Raises UsageError where there are too many or too few."""
    has_value = any(key.name == "value" for key in kind.keys)
    named, value = (words[:-1], words[-1]) if has_value else (words, None)
    if not named or (takes_one(kind) and len(named) > 1):
        form = "EVENT" if takes_one(kind) else "EVENT EVENT…" if kind.fewest > 1 else "EVENT…"
        raise click.UsageError(f"write: timeline decide {kind.name} {form}{' VALUE' if has_value else ''}")
    return named, value

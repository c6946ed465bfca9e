"""`timeline decide`: say something about an entry of the timeline, as an override."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from .. import project
from ..build import analyse
from ..deciding import add
from ..decisions.kind import Kind, all_kinds
from ..decisions.writing import entry, remarked
from ..diagnostics import InputError, error
from ..model import Event, Timeline
from ..user_yaml import suggestion
from .fix import tell

_MOST = 5  # entries that a remark names

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
    timeline decide accept all
    """
    day = today.date() if today else date.today()
    root = project.find_root(folder)
    timeline = analyse(root, day).timeline
    named, value = split(KINDS[kind], events)
    if named == ("all",):
        named = tuple(event.id for event in timeline.events)
    chosen = [named_event(timeline, name) for name in named]
    told = {"value": value, "reason": reason, "by": by, "on": day.isoformat()}
    about: dict[str, str | tuple[str, ...]] = {"event": named[0]} if takes_one(KINDS[kind]) else {"events": named}
    new = remarked(entry(kind, **about, **told), remark(chosen))
    tell(add(root, chosen[0].citations[0].article, new))


def remark(chosen: Sequence[Event]) -> str:
    """What the entries are called, for people who read the file of overrides."""
    titles = [f"“{event.title}”" for event in chosen[:_MOST]]
    return ", ".join(titles) + (f" and {len(chosen) - _MOST} more" if len(chosen) > _MOST else "")


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


def named_event(timeline: Timeline, name: str) -> Event:
    """The entry with an id, present or former, or that of one of its mentions. Raises InputError."""
    for event in timeline.events:
        if name in (event.id, *event.aliases, *event.members):
            return event
    hint = suggestion(name, [event.id for event in timeline.events])
    raise InputError([error(name, 0, 0, "no-event", "there is no such entry", hint)])

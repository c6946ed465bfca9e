"""`timeline reattach`: quotations that have lost their place in an article get it back, where a person says so."""

import sys
from datetime import date
from pathlib import Path

import click

from .. import project
from ..diagnostics import InputError, error
from ..model import Place
from ..reattaching import Lost, lost, reattach
from . import project_folder, the_day


@click.command("reattach", short_help="Give quotations back the place they have lost.")
@click.argument("place", required=False, metavar="[FILE:LINE]")
@click.option("--to", "number", type=click.IntRange(1), metavar="N", help="Which of the places that are offered.")
@the_day
@project_folder
def command(place: str | None, number: int | None, today: date, folder: Path) -> None:
    """Show what is quoted and stands nowhere any more, or in several places, and where it may be meant to stand.

    After a letter was mended in an article, a correction of its words, or the record of an entry, has lost its place.
    Nothing is moved by itself: on a terminal you are asked for each; elsewhere name one, and the place to give it.

    \b
    timeline reattach                                        # look, and be asked
    timeline reattach content/overrides/ferry.yaml:4 --to 1  # this one, to the first place that is offered
    """
    root = project.find_root(folder)
    found = [one for one in lost(root, today) if place is None or shown(one.place).startswith(place)]
    if place is not None and not found:
        hint = "see timeline reattach for all there are"
        raise InputError([error(place, 0, 0, "not-lost", "no quotation here has lost its place", hint)])
    if not found:
        click.echo("everything that is quoted has its place")
    elif number is not None:
        _chosen(root, found, number)
    elif sys.stdin.isatty():
        _asked(root, today, found)
    else:
        click.echo("\n".join(map(in_words, found)))
        raise SystemExit(1)


def shown(place: Place) -> str:
    """A place as people write it."""
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part)


def in_words(one: Lost) -> str:
    """What has lost its place, and where it may stand."""
    lines = [f"{shown(one.place)}: {one.what} quotes “{one.target.exact}” in {one.article}"]
    lines += [f"  {n}  {shown(choice.place)}: “{choice.words}”" for n, choice in enumerate(one.choices, 1)]
    return "\n".join(lines if one.choices else [*lines, "  nothing like it stands there"])


def _chosen(root: Path, found: list[Lost], number: int) -> None:
    if len(found) > 1 or number > len(found[0].choices):
        what = "several have lost their place here" if len(found) > 1 else "there is no such place"
        raise InputError([error(shown(found[0].place), 0, 0, "no-choice", what, "\n".join(map(in_words, found)))])
    reattach(root, found[0], found[0].choices[number - 1])
    click.echo(f"written to {found[0].place.path}")


def _asked(root: Path, day: date, found: list[Lost]) -> None:
    """Ask for each; lines move when one is written, so that the others are looked for anew."""
    left: list[tuple[str, ...]] = []
    while found:
        one = found[0]
        click.echo(in_words(one))
        if not one.choices or not (number := _number(len(one.choices))):
            left.append(_same(one))
        else:
            _chosen(root, [one], number)
        found = [other for other in lost(root, day) if _same(other) not in left]


def _same(one: Lost) -> tuple[str, ...]:
    """What tells one from the others, also when its line has moved."""
    return one.place.path, one.what, one.article, one.target.exact, one.target.prefix, one.target.suffix


def _number(most: int) -> int:
    """What a person answers; 0 to leave it."""
    answer: int = click.prompt("Which? 0 leaves it", type=click.IntRange(0, most), default=0)
    return answer

"""`timeline review`: go through what needs a person, in a browser or in the terminal."""

import threading
import webbrowser
from datetime import date
from pathlib import Path

import click

from .. import project
from ..review import terminal
from ..review.server import serving
from ..review.session import Session
from . import project_folder, the_day


@click.command("review", short_help="Go through what needs a person, by keyboard.")
@project_folder
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option("--by", metavar="NAME", help="Who is reviewing: written with each decision, and shown to readers.")
@the_day
@click.option("--open/--no-open", "opens", default=True, help="Open a browser. Default: yes.")
@click.option("--terminal", "in_terminal", is_flag=True, help="Ask here, without a browser.")
def command(folder: Path, port: int, by: str | None, today: date, opens: bool, in_terminal: bool) -> None:
    """Show what needs a person, the most valuable first, with the dates that may be meant and the way to each.

    Each answer is written at once into content/overrides/, as you would write it, and can be undone. The page is served
    to this machine alone; the address holds a key. Ctrl+C ends it.
    """
    root = project.find_root(folder)
    session = Session(root, today, by)
    if in_terminal:
        terminal.run(session, click.echo, _ask)
        return
    with serving(session, port) as address:
        click.echo(f"{len(session.left())} to look at: {address} (Ctrl+C ends it)")
        if opens:
            webbrowser.open(address)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            click.echo(f"{session.decided} decided, {len(session.left())} left")


def _ask(text: str) -> str:
    """One line; the end of the input ends the review."""
    try:
        return str(click.prompt(text, default="", show_default=False))
    except click.Abort:
        return "q"

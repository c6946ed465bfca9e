"""`timeline annotate`: time expressions of texts, as JSON lines. Needs no project."""

import gc
import sys
from datetime import date
from typing import BinaryIO

import click

from ..annotate import Record, annotate, parse_record
from ..as_json import as_json
from ..diagnostics import Diagnostic, error
from . import the_day


@click.command("annotate")
@click.argument("file", type=click.File("rb"), default="-")
@the_day
@click.option("--no-trace", is_flag=True, help="Leave the derivations out.")
def command(file: BinaryIO, today: date, no_trace: bool) -> None:
    """Find and date the time expressions of texts.

    FILE (default: standard input) holds one JSON object a line: {"id", "text", "published", …}; one answer a line comes
    out, in the same order. A bad line is reported with its number, the rest go on; exit status 1 at the end.
    """
    gc.disable()  # nothing that reading a text leaves behind refers to itself: all goes when it is no longer needed
    try:
        bad = _answered(file, today, trace=not no_trace)
    finally:
        gc.enable()
    for finding in bad:
        click.echo(str(finding), err=True)
    if bad:
        raise SystemExit(1)


def _answered(file: BinaryIO, today: date, trace: bool) -> list[Diagnostic]:
    """Write the answers; what is wrong with the lines that have none."""
    good, bad = read(file, getattr(file, "name", "<stdin>"))
    out = sys.stdout.buffer  # UTF-8, whatever the terminal speaks
    for answer in annotate(good, today, trace):
        out.write(as_json(answer, indent=0))
    out.flush()
    return bad


def read(file: BinaryIO, path: str) -> tuple[list[Record], list[Diagnostic]]:
    """The records of a file, and what is wrong with the lines that are none. `path` is how a person is told of it."""
    good: list[Record] = []
    bad: list[Diagnostic] = []
    for number, raw in enumerate(file, 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as slip:
            bad.append(
                error(path, number, slip.start + 1, "no-utf-8", "this line is not UTF-8", "save the file as UTF-8")
            )
            continue
        if line.strip():
            found = parse_record(line, number, path)
            if isinstance(found, Record):
                good.append(found)
            else:
                bad.append(found)
    return good, bad

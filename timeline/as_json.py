"""Data as JSON that people can read, too: indented, in the writing systems of the articles."""

from msgspec import json


def as_json(data: object, indent: int = 1) -> bytes:
    """The data, with a final line break. indent: blanks for each level; with 0 all stands on one line.

    Written by msgspec, several times as fast as by Python's own writer.
    """
    return json.format(json.encode(data), indent=indent) + b"\n"

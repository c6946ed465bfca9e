"""Data as JSON that people can read, too: indented, in the writing systems of the articles."""

from msgspec import json


def as_json(data: object, indent: int = 1) -> bytes:
    """The data, with a final line break. indent: blanks for each level.

    Written by msgspec: Python's own writer forgoes its C code where it is to indent.
    """
    return json.format(json.encode(data), indent=indent) + b"\n"

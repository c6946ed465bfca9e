"""Where the parts of a YAML text stand in it, so that one can be changed and everything around it left as it is.

Texts are taken as they stand in the file: with a byte order mark, with any line ends. Offsets count characters.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from ..frozen import Frozen

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOM = "\ufeff"
_AROUND = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.StreamEndEvent)


class Entries(Frozen):
    """The list that a text is. end: where one more entry goes. column: of its dashes; None where it is in brackets.

    filled: has it entries?
    """

    end: int
    column: int | None
    filled: bool


class Written(Frozen):
    """A single value as it is written, quotes included. block: it is a text below | or >."""

    start: int
    end: int
    in_brackets: bool
    block: bool


def entries(text: str) -> Entries | None:
    """The list that a text holds; of a text without any value, where one would begin. None where it is no list."""
    depth, ends, closing = 0, [], len(text)
    opening: tuple[Any, int, int] | None = None
    for event, start, end in _events(text):
        if isinstance(event, yaml.DocumentEndEvent):
            closing = start if event.explicit else len(text)
            break
        if depth == 0 and isinstance(event, yaml.SequenceStartEvent):
            opening = event, start, end
        elif depth == 0 and not isinstance(event, _AROUND):
            empty = isinstance(event, yaml.ScalarEvent) and not event.value and start == end
            if not empty:
                return None
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 1 and isinstance(event, (yaml.ScalarEvent, yaml.CollectionEndEvent)):
            ends.append(end)
    if opening is None:
        return Entries(closing, 0, filled=False)
    event, start, end = opening
    if not event.flow_style:
        return Entries(closing, event.start_mark.column, filled=True)
    return Entries(ends[-1] if ends else end, None, filled=bool(ends))


def value_at(text: str, line: int, column: int) -> Written | None:
    """The single value that begins on a line and in a column, both from 1; None where none does."""
    brackets: list[bool] = []
    for event, start, end in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            brackets.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            brackets.pop()
        elif isinstance(event, yaml.ScalarEvent):
            mark: Any = event.start_mark
            if (mark.line + 1, mark.column + 1) == (line, column):
                return Written(start, end, any(brackets), event.style in ("|", ">"))
    return None


def _events(text: str) -> Iterator[tuple[Any, int, int]]:
    """Every event of a text with where it begins and ends."""
    skipped = len(_BOM) if text.startswith(_BOM) else 0
    event: Any
    for event in yaml.parse(text[skipped:], Loader=_LOADER):
        yield event, event.start_mark.index + skipped, event.end_mark.index + skipped

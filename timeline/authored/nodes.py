"""YAML that people write: what they mean, where it stands, and every mistake of a file at once.

The YAML of a project is small and flat, so that much of the language can be left out: a scalar is a string until a
schema asks for something else (`2023-12-10`, `10:30`, `no` and `012` mean what a person means), and tags, anchors,
aliases, merge keys and duplicate keys are refused. A file is read as a stream of events, never as a recursive
structure, and reading stops at `MAX_DEPTH`, so that a hostile one costs no more than its size.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..diagnostics import Diagnostic, InputError, error
from ..frozen import Frozen
from ..model import Place
from .files import refuse_conflict

MAX_DEPTH = 20
MAX_CHARACTERS = 4_000_000
_LONGEST_MESSAGE = 300  # characters

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What the parser says → what to write. The first fragment that its message contains counts.
_ADVICE = (
    ("mapping values are not allowed", "each line is key: value; a value with a colon in it needs quotes: 'War: why?'"),
    ("cannot start any token", "indent with blanks instead of tabs; a value that begins with @, ` or % needs quotes"),
    ("alphabetic or numeric character", "a value that begins with * or & needs quotes"),
    ("while scanning a quoted scalar", "the quote that opens here is never closed"),
    ("unknown escape character", "in double quotes write \\\\ for a backslash, or use single quotes"),
    ("could not find expected ':'", "each line is a key, a colon, a blank and a value"),
    ("did not find expected key", "keys of one group begin in one column; quotes within quotes are doubled"),
    ("did not find expected '-' indicator", "the entries of a list begin with - in the same column"),
    ("did not find expected ',' or", "close the bracket, or put a value that begins with [ or { in quotes"),
    ("block scalar", "after | or > the text begins on the next line, indented"),
)  # fmt: skip


class Scalar(Frozen):
    """A single value as written, quotes and escapes undone; `text` is None where nothing is written."""

    text: str | None
    place: Place


class Items(Frozen):
    """A list."""

    nodes: "tuple[Node, ...]"
    place: Place


class Mapping(Frozen):
    """Keys with their values, in the order of the file; `places` tells where each key stands."""

    nodes: "dict[str, Node]"
    places: dict[str, Place]
    place: Place


Node = Scalar | Items | Mapping


def read(text: str, path: str, first_line: int = 1) -> Node:
    """The value that a YAML text holds; an empty text is a `Scalar` of None.

    `first_line` is the line of the file `path` where the text begins. Raises `InputError` with all that is wrong.
    """
    _refuse_unreadable(text, path, first_line)
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as problem:
        builder.findings.append(_syntax_error(problem, path, first_line))
    except _TooDeepError:
        pass  # the builder has noted where
    if builder.findings:
        raise InputError(dict.fromkeys(builder.findings))
    return builder.root or Scalar(None, Place(path, first_line, 1))


def read_mapping(text: str, path: str, first_line: int = 1) -> Mapping:
    """The keys and values of a YAML text; an empty one has none. Raises `InputError`."""
    node = read(text, path, first_line)
    if isinstance(node, Scalar) and node.text is None:
        return Mapping({}, {}, node.place)
    if isinstance(node, Mapping):
        return node
    raise InputError([at(node.place, "no-mapping", "keys with values are expected here", "write, say, title: …")])


def at(place: Place, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at a place of a file; of a message that somebody's own words make endless, the beginning."""
    message = message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"
    return error(place.path, place.line, place.column, code, message, hint)


# ---------------------------------------------------------------- from events to nodes
class _TooDeepError(Exception):
    """Nesting that nobody writes."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    place: Place
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    key: Scalar | None = None

    def close(self) -> Node:
        if self.is_mapping:
            return Mapping(self.entries, self.places, self.place)
        return Items(tuple(self.nodes), self.place)


class _Builder:
    """Takes the events of one file and keeps what is wrong with it."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.findings: list[Diagnostic] = []
        self.root: Node | None = None
        self._open: list[_Open] = []

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_decoration(event)
            empty = event.style is None or event.style == ""
            self._add(Scalar(None if empty and event.value in _EMPTY else event.value, self._place(event)))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_decoration(event)
            self._open.append(_Open(self._place(event), kind is yaml.MappingStartEvent))
            if len(self._open) > MAX_DEPTH:
                self._note(event, "too-deep", f"nested more than {MAX_DEPTH} deep", "no file of a project needs that")
                raise _TooDeepError
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._add(self._open.pop().close())
        elif kind is yaml.AliasEvent:
            self._note(event, "alias", f"*{event.anchor} is an alias, which is not read here",
                       "write the value out, or put it in quotes if the * belongs to it")  # fmt: skip
            self._add(Scalar(None, self._place(event)))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            self._note(event, "two-documents", "a second document begins here", "take the line --- out")

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
            return
        top = self._open[-1]
        if not top.is_mapping:
            top.nodes.append(node)
        elif top.key is None:
            top.key = self._checked_key(node)
        else:
            self._enter(top, top.key, node)
            top.key = None

    def _checked_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text is not None and node.text != "<<":
            return node
        merge = isinstance(node, Scalar) and node.text == "<<"
        message = "<< is a merge key, which is not read here" if merge else "a key is a single word"
        self.findings.append(at(node.place, "bad-key", message, "write the keys out" if merge else "write: key: value"))
        return Scalar(None, node.place)

    def _enter(self, top: _Open, key: Scalar, node: Node) -> None:
        if key.text is None:
            return
        if key.text in top.entries:
            first = top.places[key.text].line
            hint = f"keep one of them; the first is in line {first}"
            self.findings.append(at(key.place, "duplicate-key", f"'{key.text}' is here a second time", hint))
            return
        top.entries[key.text] = node
        top.places[key.text] = key.place

    def _refuse_decoration(self, event: Any) -> None:
        if event.tag is not None:
            self._note(event, "tag", "a tag, which is not read here", "put a value that begins with ! in quotes")
        if event.anchor is not None:
            self._note(event, "anchor", "an anchor, which is not read here", "put a value that begins with & in quotes")

    def _note(self, event: Any, code: str, message: str, hint: str) -> None:
        self.findings.append(at(self._place(event), code, message, hint))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.path, self.first_line + mark.line, mark.column + 1)


# ---------------------------------------------------------------- what cannot be read
def _refuse_unreadable(text: str, path: str, first_line: int) -> None:
    if len(text) > MAX_CHARACTERS:
        message = f"longer than {MAX_CHARACTERS:,} characters"
        raise InputError([error(path, 0, 0, "too-large", message, "split it into several files")])
    refuse_conflict(text, path, first_line)
    found = _FORBIDDEN.search(text)
    if found:
        line, column = text.count("\n", 0, found.start()), found.start() - text.rfind("\n", 0, found.start())
        message = f"the character U+{ord(found[0]):04X} cannot stand here"
        raise InputError([error(path, first_line + line, column, "bad-character", message, "take it out")])


def _syntax_error(problem: yaml.MarkedYAMLError, path: str, first_line: int) -> Diagnostic:
    said = ", ".join(part for part in (problem.problem, problem.context) if part)
    opened = problem.context is not None and "quoted scalar" in problem.context
    mark: Any = (problem.context_mark if opened else problem.problem_mark) or problem.context_mark
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 0)
    return error(path, line, column, "yaml", f"this is not YAML: {said}", next(_advice(said), ""))


def _advice(said: str) -> Iterator[str]:
    return (advice for fragment, advice in _ADVICE if fragment in said)

"""Decisions written by the tool into files of people: one entry more, or one value changed, all else as it stands."""

from collections.abc import Iterator, Mapping, Sequence

from ..authored import nodes, spans
from ..authored.nodes import Items, Node, Scalar
from ..authored.written import quoted, scalar

#: What a key of an entry can hold here.
Value = str | Sequence[str] | Mapping[str, str] | Sequence[Mapping[str, str]] | None


def entry(kind: str, **values: Value) -> str:
    """An entry of a list of overrides as YAML. A key without a value is left out; `a_b` is the key a-b."""
    return "".join(f"{line}\n" for line in (f"- kind: {kind}", *_lines(values)))


def remarked(new: str, words: str) -> str:
    """An entry below a comment, for people who read the file."""
    return f"# {' '.join(words.split())}\n{new}"


def appended(text: str, new: str) -> str | None:
    """A file of overrides with one more entry at its end. Comments, order and layout of what is there stay.

    text: as it stands in the file, with byte order mark and line ends. new: of `entry`. None where the file holds
    something else than a list.
    """
    there = spans.entries(text)
    if there is None:
        return None
    before, after = text[: there.end], text[there.end :]
    if there.column is None:
        return f"{before}{', ' if there.filled else ''}{_in_brackets(new)}{after}"
    line_end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if before.endswith(("\n", "\r")) or not before.strip("\ufeff") else line_end
    body = "".join(f"{' ' * there.column}{line}{line_end}" for line in new.splitlines())
    return before + gap + body + after


def requoted(text: str, line: int, column: int, words: str) -> str | None:
    """A file with another text in place of the single value that begins on a line and in a column (from 1).

    None where none begins there.
    """
    value = spans.value_at(text, line, column)
    if value is None:
        return None
    written = quoted(words) if value.in_brackets else scalar(words)
    rest = text[value.end :]
    if value.block:
        line_end = "\r\n" if text[value.start : value.end].endswith("\r\n") else "\n"
        rest = line_end + rest
    return text[: value.start] + written + rest


def beside(text: str, line: int, column: int, key: str, words: str) -> str | None:
    """A file with one more key after that whose single value begins on a line and in a column (from 1)."""
    value = spans.value_at(text, line, column)
    if value is None:
        return None
    before, after = text[: value.end], text[value.end :]
    if value.in_brackets:
        return f"{before}, {key}: {quoted(words)}{after}"
    start = text.rfind("\n", 0, value.start) + 1
    first = text[start : value.start].rfind(":")
    name = text[start : start + first].rstrip()
    indent = " " * len(name[: len(name) - len(name.split()[-1])])
    line_end = "\r\n" if "\r\n" in text else "\n"
    rest_of_line, break_, below = after.partition("\n")
    more = f"{indent}{key}: {scalar(words)}{line_end}"
    if value.block:
        return before + more + after
    return before + rest_of_line + (break_ or line_end) + more + below


def _in_brackets(new: str) -> str:
    """An entry as it stands in a list in brackets."""
    node = nodes.read(new, "")
    return _flow(node.nodes[0] if isinstance(node, Items) else node)


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return quoted(node.text or "")
    if isinstance(node, Items):
        return f"[{', '.join(map(_flow, node.nodes))}]"
    return f"{{{', '.join(f'{key}: {_flow(value)}' for key, value in node.nodes.items())}}}"


def _lines(values: Mapping[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        key = name.replace("_", "-")
        if value is None:
            continue
        if isinstance(value, str):
            yield f"  {key}: {scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"  {key}:"
            yield from (f"    {inner}: {scalar(words)}" for inner, words in value.items() if words)
        else:
            groups = [one for one in value if isinstance(one, Mapping)]
            texts = [quoted(one) if "," in one else scalar(one) for one in value if isinstance(one, str)]
            yield f"  {key}:" if groups else f"  {key}: [{', '.join(texts)}]"
            for group in groups:
                filled = [f"{inner}: {scalar(words)}" for inner, words in group.items() if words]
                yield from (f"    {'-' if n == 0 else ' '} {line}" for n, line in enumerate(filled))

"""Decisions written by the tool into files of people: at their end, everything else left as it stands."""

from collections.abc import Iterator, Mapping, Sequence

from ..user_yaml import scalar

#: What a key of an entry can hold here.
Value = str | Sequence[str] | Mapping[str, str] | None


def entry(kind: str, **values: Value) -> str:
    """An entry of a list of overrides as YAML. A key without a value is left out; `a_b` is the key a-b."""
    return "".join(f"{line}\n" for line in (f"- kind: {kind}", *_lines(values)))


def appended(text: str, new: str) -> str:
    """A file of overrides with one more entry at its end. Comments, order and layout of what is there stay.

    An entry is written in the column in which those of the file begin. A file that holds something else than a list of
    lines with dashes is left to be refused when it is read.
    """
    if not text.strip():
        return text + new
    indent = next((line[: len(line) - len(line.lstrip())] for line in text.splitlines() if _begins(line)), "")
    body = "".join(f"{indent}{line}\n" for line in new.splitlines())
    return text + ("" if text.endswith("\n") else "\n") + body


def _begins(line: str) -> bool:
    """Does an entry of the list begin on this line?"""
    return line.lstrip().startswith("- ")


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
            yield f"  {key}: [{', '.join(map(scalar, value))}]"

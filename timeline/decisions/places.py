"""Where words of an article's text stand in its file: line and column, through whatever Markdown lies between them."""

import re
from bisect import bisect_right
from itertools import islice

from ..model import Document, Place, Span

_WORD = re.compile(r"\w+")
_MARKUP = r"(?:[\W_]|\]\([^\s()]*\)|&\w+;){0,300}?"
_LONGEST = 40  # words that are looked for


def in_file(document: Document, span: Span, source: str) -> Place:
    """Line and column of a stretch, from 1; those of its block where the words cannot be told there.

    source: the text of the article's file.
    """
    starts = [block.start for block in document.blocks]
    index = bisect_right(starts, span[0]) - 1
    if index < 0:
        return Place(document.path)
    block = document.blocks[index]
    later = next((b.line for b in document.blocks[index + 1 :] if b.line > block.line), None)
    lines = source.split("\n")
    first = sum(len(line) + 1 for line in lines[: block.line - 1])
    last = sum(len(line) + 1 for line in lines[: later - 1]) if later else len(source)
    words = _WORD.findall(document.text[slice(*span)])[:_LONGEST]
    if not words:
        return Place(document.path, block.line, 1)
    pattern = re.compile(rf"(?<!\w){_MARKUP.join(map(re.escape, words))}(?!\w)")
    before = sum(1 for _ in re.finditer(rf"(?<!\w)(?={_plain(words)})", document.text[block.start : span[0]]))
    found = next(islice(pattern.finditer(source, first, last), before, None), None)
    if found is None:
        return Place(document.path, block.line, 1)
    line_start = source.rfind("\n", 0, found.start()) + 1
    return Place(document.path, source.count("\n", 0, found.start()) + 1, found.start() - line_start + 1)


def _plain(words: list[str]) -> str:
    """The words with what may part them in plain text."""
    return r"\W+".join(map(re.escape, words)) + r"(?!\w)"

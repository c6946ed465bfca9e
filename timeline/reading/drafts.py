"""Blocks before they have a place in the document's text, and their composition into it."""

from collections.abc import Sequence
from itertools import pairwise

from ..frozen import Frozen, replace
from ..language.sentences import sentences
from ..model import Block, Run

SEPARATOR = "\n\n"


class Draft(Frozen):
    """A block by itself: offsets of `runs` and `breaks` count from its own first character.

    runs cover the text exactly. breaks: where a line of the source ended inside the block (offset of the blank or line
    end that stands for it). line: of the file, from 1. role: "" as long as it is not known. pages: where a page of the
    printed source begins in it, and what that is called.
    """

    text: str
    runs: tuple[Run, ...]
    kind: str = "paragraph"
    level: int = 0
    line: int = 0
    breaks: tuple[int, ...] = ()
    role: str = ""
    pages: tuple[tuple[int, str], ...] = ()


def part(draft: Draft, start: int, end: int) -> Draft:
    """A stretch of a draft as a draft of its own, without blanks around it."""
    stretch = draft.text[start:end]
    if len(stretch.strip()) == len(draft.text):
        return draft
    pages = tuple((at, page) for at, page in draft.pages if start <= at < end)
    start += len(stretch) - len(stretch.lstrip())
    end = start + len(stretch.strip())
    runs = tuple(
        replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in draft.runs
        if run.start < end and run.end > start
    )
    inner = tuple(at - start for at in draft.breaks if start <= at < end)
    moved = tuple((max(0, at - start), page) for at, page in pages)
    line = draft.line + sum(at < start for at in draft.breaks)
    return replace(draft, text=draft.text[start:end], runs=runs, line=line, breaks=inner, pages=moved)


def cut(draft: Draft, offsets: Sequence[int]) -> tuple[Draft, ...]:
    """The draft in pieces, cut at these offsets; empty pieces are left out."""
    edges = (0, *offsets, len(draft.text))
    pieces = (part(draft, a, b) for a, b in pairwise(edges))
    return tuple(piece for piece in pieces if piece.text)


def compose(drafts: Sequence[Draft], roles: Sequence[str], language: str) -> tuple[str, tuple[Block, ...]]:
    """The document's text, and its blocks with their places in it."""
    blocks, at = [], 0
    text = SEPARATOR.join(draft.text for draft in drafts)
    for draft, role in zip(drafts, roles, strict=True):
        end = at + len(draft.text)
        runs = tuple(Run(at + run.start, at + run.end, run.styles, run.href) for run in draft.runs)
        found = sentences(text, at, end, language)
        blocks.append(Block(at, end, draft.kind, role, draft.level, runs, found, draft.line))
        at = end + len(SEPARATOR)
    return text, tuple(blocks)

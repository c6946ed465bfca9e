"""Where a new page of the printed source begins: `<!-- page 12 -->` in an article, which is no part of its text."""

import re
from collections.abc import Sequence

from ..frozen import replace
from .drafts import SEPARATOR, Draft, part

_MARK = re.compile(r"(?P<before>\s?)<!-- page (?P<page>[^<>\n]{1,20}?) -->(?P<after>\s?)")


def mark(page: str) -> str:
    """The mark of a page, as it stands in an article."""
    return f"<!-- page {page} -->"


def marked(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The blocks without the marks in their words; each knows where the pages begin in it.

    A mark that stands alone, or at the end of a block, is about the next one.
    """
    out: list[Draft] = []
    waiting: tuple[tuple[int, str], ...] = ()
    for draft in drafts:
        bare = _taken_out(draft)
        ending = tuple((0, page) for at, page in bare.pages if at >= len(bare.text))
        inside = tuple((at, page) for at, page in bare.pages if at < len(bare.text))
        if bare.text:
            out.append(replace(bare, pages=waiting[-1:] + inside))
            waiting = ()
        waiting += ending
    return tuple(out)


def begins(drafts: Sequence[Draft]) -> tuple[tuple[int, str], ...]:
    """Where the pages begin in the text that is composed of these blocks, and what they are called."""
    found, at = [], 0
    for draft in drafts:
        found += [(at + offset, page) for offset, page in draft.pages]
        at += len(draft.text) + len(SEPARATOR)
    return tuple(found)


def _taken_out(draft: Draft) -> Draft:
    while m := _MARK.search(draft.text):
        between = " " if m["before"] and m["after"] else ""
        draft = _without(draft, m.start(), m.end() - len(between), m["page"].strip())
    stripped = part(draft, 0, len(draft.text))
    return stripped if stripped.text else replace(draft, text="", runs=())


def _without(draft: Draft, start: int, end: int, page: str) -> Draft:
    """The block without a stretch of its text, in whose place a page begins."""

    def moved(at: int) -> int:
        return at if at <= start else max(start, at - (end - start))

    runs = (replace(run, start=moved(run.start), end=moved(run.end)) for run in draft.runs)
    return replace(
        draft, text=draft.text[:start] + draft.text[end:], runs=tuple(run for run in runs if run.start < run.end),
        breaks=tuple(map(moved, draft.breaks)), pages=(*((moved(at), p) for at, p in draft.pages), (start, page)),
    )  # fmt: skip

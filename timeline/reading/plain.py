"""Plain text → Document, the text unchanged: what `annotate` reads, and what `add` makes paragraphs of.

A blank line ends a block, and so does a line end, unless it parts a date ("December⏎8, 2023") or the text is
hard-wrapped: then its lines are parts of paragraphs, and a paragraph may also begin with an indented line.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..kept import pattern
from ..model import Block, Document, Meta, Span
from . import boilerplate

_LINE = pattern(r"\S(?:[^\n]*\S)?")
_WRAPPED = pattern(r"\S(?:[^\n]*\S)?(?:[^\S\n]*\n[^\S\n]?\S(?:[^\n]*\S)?)*")
_SAMPLE = 20_000
_WIDEST = 120
#: A line break with its blanks; so many characters beside it are looked at.
_ONE_BREAK, _TAIL = 4, 24
#: How a date ends a line, and how it goes on: "December / 8, 2023", "8 / December 2023", "December 8, / 2023".
_BROKEN_DATES = (
    (pattern(r"[^\W\d_]{3}\.?$"), pattern(r"\d{1,2}(?:st|nd|rd|th)?,?\s[12]\d{3}\b")),
    (pattern(r"[^\W\d_],?\s\d{1,2}(?:st|nd|rd|th|\.)?(?:\sof)?$"), pattern(r"[^\W\d_]{3,}\.?,?\s[12]\d{3}\b")),
    (pattern(r"[^\W\d_]{3}\.?\s\d{1,2}(?:st|nd|rd|th)?,$"), pattern(r"[12]\d{3}\b")),
)
_LINE_END = pattern(r"[.!?:;”\"’')\]]\Z")


def read_plain(text: str, document_id: str, meta: Meta = Meta()) -> Document:  # noqa: B008 (Meta is frozen)
    """A document whose text is the given one, unchanged; its blocks have no runs and no sentences.

    Never raises: an empty text has no blocks.
    """
    spans = _without_glue(text, tuple(paragraphs(text)), meta)
    kinds = ["paragraph"] * len(spans)
    labels = boilerplate.label([text[a:b] for a, b in spans], kinds, [""] * len(spans), meta.title, meta.language)
    blocks = []
    line = at = 0
    for (start, end), role in zip(spans, labels.roles, strict=True):
        line += text.count("\n", at, start)
        at = start
        blocks.append(Block(start, end, "paragraph", role, line=line + 1))
    return Document(document_id, text, tuple(blocks), meta, origin=labels.origin)


def paragraphs(text: str) -> Iterator[Span]:
    """The blocks of a plain text, without blanks around them."""
    if is_hard_wrapped(text):
        return (m.span() for m in _WRAPPED.finditer(text))
    return _with_dates_whole(text)


def _with_dates_whole(text: str) -> Iterator[Span]:
    """The lines; two between which a date with its year is broken are one."""
    last: Span | None = None
    for m in _LINE.finditer(text):
        start, end = m.span()
        if last is not None and _parts_a_date(text, last[1], start):
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _parts_a_date(text: str, end: int, start: int) -> bool:
    """Is the date broken that text[:end] ends with and text[start:] goes on with, in whatever language?"""
    if start - end > _ONE_BREAK or text.count("\n", end, start) != 1:
        return False
    before, behind = text[max(0, end - _TAIL) : end], text[start : start + _TAIL]
    return any(a.search(before) and b.match(behind) for a, b in _BROKEN_DATES)


def is_hard_wrapped(text: str) -> bool:
    """Do lines end where a column was full, rather than where a paragraph ends?

    So they do where lines are short, mostly end within a sentence, and often go on with a small letter.
    """
    lines = [line.strip() for line in text[:_SAMPLE].split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if not pairs or max(len(a) for a, _ in pairs) > _WIDEST:
        return False
    within = sum(_LINE_END.search(a) is None for a, _ in pairs)
    small = sum(b[0].islower() for _, b in pairs)
    return 2 * within > len(pairs) and 3 * small >= len(pairs)


def _without_glue(text: str, spans: tuple[Span, ...], meta: Meta) -> tuple[Span, ...]:
    """Furniture that shares a paragraph with the article gets one of its own."""
    first, last = min(boilerplate.FIRST, len(spans)), max(boilerplate.FIRST, len(spans) - boilerplate.LAST)
    if first >= last:
        return tuple(piece for span in spans for piece in _freed(text, span, meta))
    ends = spans[:first], spans[last:]
    opening, closing = ([piece for span in end for piece in _freed(text, span, meta)] for end in ends)
    return (*opening, *spans[first:last], *closing)


def _freed(text: str, span: Span, meta: Meta) -> Iterable[Span]:
    """A paragraph, or its pieces where furniture was glued to it."""
    block = text[span[0] : span[1]]
    breaks = [m.start() for m in re.finditer("\n", block)] if "\n" in block else []
    cuts = boilerplate.cuts(block, breaks, meta.title, meta.language)
    if not cuts:
        return (span,)
    pieces = []
    for a, b in pairwise((0, *cuts, len(block))):
        stretch = block[a:b]
        a += len(stretch) - len(stretch.lstrip())
        b = a + len(stretch.strip())
        if a < b:
            pieces.append((span[0] + a, span[0] + b))
    return pieces

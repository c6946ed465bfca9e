"""Markdown → drafts: the tree of tokens made flat, every character that a reader sees kept with its style.

A soft line break is a blank, a hard one a line end. HTML is text like any other. Lists and quotations are flattened to
items and quoted paragraphs; the number of an ordered item stays in the text ("1986. A reactor …" is a list to
CommonMark). A picture alone in its paragraph gives its description as a caption, a picture within words gives nothing;
the cells of a table's row are joined by " | ".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..model import Run
from .drafts import Draft, part

_PARSER = MarkdownIt("js-default")
_LINK = re.compile(r"(?:https?|mailto):", re.I)
_STYLES = {"em": "emphasis", "strong": "strong", "s": "strike"}
_CONTAINERS = {"bullet_list_open": "item", "ordered_list_open": "item", "blockquote_open": "quote"}
_CLOSINGS = frozenset(opening.replace("open", "close") for opening in _CONTAINERS)
CELL_SEPARATOR = " | "

_Piece = tuple[str, tuple[str, ...], str | None]  # text, styles, href


def drafts(markdown: str, first_line: int = 1) -> tuple[Draft, ...]:
    """The blocks of a Markdown text, whose first line is that line of its file."""
    return tuple(draft for draft in _walk(_PARSER.parse(markdown), first_line) if draft.text)


def _walk(tokens: Sequence[Token], first_line: int) -> Iterator[Draft]:
    containers: list[str] = []
    marker, level, line = "", 0, first_line
    row: list[Token] | None = None
    for token in tokens:
        line = token.map[0] + first_line if token.map else line
        kind = containers[-1] if containers else "paragraph"
        if token.type in _CONTAINERS:
            containers.append(_CONTAINERS[token.type])
        elif token.type in _CLOSINGS:
            containers.pop()
        elif token.type == "list_item_open" and token.info:
            marker = f"{token.info}{token.markup} "
        elif token.type == "list_item_close" and marker:
            yield _draft([(marker, (), None)], (), kind, containers.count("item"), line)
            marker = ""
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield _row(row, kind, line)
            row = None
        elif token.type in ("fence", "code_block"):
            pieces = [(marker, (), None), (token.content.rstrip("\n"), (), None)]
            yield _draft(pieces, (), "code", 0, line)
            marker = ""
        elif token.type == "inline" and row is not None:
            row.append(token)
        elif token.type == "inline":
            depth = level or containers.count("item")
            yield _paragraph(token, marker, "heading" if level else kind, depth, line)
            marker, level = "", 0


def _paragraph(token: Token, marker: str, kind: str, level: int, line: int) -> Draft:
    children = token.children or []
    images = [child for child in children if child.type == "image"]
    if images and all(child.type in ("image", "softbreak", "link_open", "link_close") for child in children):
        described = " ".join(image.content for image in images)
        return _draft([(marker + described, (), None)], (), kind, level, line, role="caption")
    pieces, breaks = _inline(children, marker)
    return _draft(pieces, breaks, kind, level, line)


def _row(cells: Iterable[Token], kind: str, line: int) -> Draft:
    pieces: list[_Piece] = []
    for cell in cells:
        if pieces:
            pieces.append((CELL_SEPARATOR, (), None))
        pieces.extend(_inline(cell.children or [], "")[0])
    return _draft(pieces, (), kind, 0, line)


def _inline(children: Iterable[Token], marker: str) -> tuple[list[_Piece], list[int]]:
    """Pieces of one style each, and where lines ended."""
    pieces: list[_Piece] = [(marker, (), None)]
    breaks: list[int] = []
    styles: list[str] = []
    hrefs: list[str | None] = []
    length = len(marker)
    for token in children:
        name, _, edge = token.type.rpartition("_")
        if name == "link":
            if edge == "open":
                hrefs.append(_allowed(str(token.attrs.get("href", ""))))
            else:
                hrefs.pop()
            continue
        if name in _STYLES:
            if edge == "open":
                styles.append(_STYLES[name])
            else:
                styles.remove(_STYLES[name])
            continue
        text, style = token.content, tuple(styles)
        if token.type in ("softbreak", "hardbreak"):
            breaks.append(length)
            text = " " if token.type == "softbreak" else "\n"
        elif token.type == "image":
            text = ""
        elif token.type == "code_inline":
            style = (*styles, "code")
        pieces.append((text, style, hrefs[-1] if hrefs else None))
        length += len(text)
    return pieces, breaks


def _allowed(href: str) -> str | None:
    """A link that may stand on a page: to the web or to a mailbox."""
    return href if _LINK.match(href) else None


def _draft(
    pieces: Sequence[_Piece], breaks: Iterable[int], kind: str, level: int, line: int, role: str = ""
) -> Draft:
    runs: list[Run] = []
    at = 0
    for text, styles, href in pieces:
        end = at + len(text)
        if runs and (runs[-1].styles, runs[-1].href) == (styles, href):
            runs[-1] = Run(runs[-1].start, end, styles, href)
        elif text:
            runs.append(Run(at, end, styles, href))
        at = end
    whole = Draft("".join(text for text, _, _ in pieces), tuple(runs), kind, level, line, tuple(breaks), role)
    return part(whole, 0, at)

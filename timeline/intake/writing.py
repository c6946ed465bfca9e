"""Plain text → Markdown that reads back as the same words: what CommonMark would eat is escaped."""

import re
from collections.abc import Iterable
from itertools import groupby

# Within a paragraph: emphasis, code, links, autolinks, strike-through, entities.
_INLINE = re.compile(
    r"\\|`|\[|\*(?=\S)|(?<=\S)\*|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
)
# At its beginning: headings, quotations, bullets, rules; and the stop of an ordered item.
_OPENING = re.compile(r"(?=#{1,6}(?:\s|\Z)|>|[-+*](?:\s|\Z)|(?:-\s*){3,}\Z)")
_ORDERED = re.compile(r"(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|\Z)")
_BULLET = re.compile(r"[-*+](?=\s+\S)")

_LINE_ENDS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Every kind of line end as one, and without control characters. Directional ones stay."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def as_markdown(paragraphs: Iterable[str]) -> str:
    """Paragraphs of plain text as Markdown ones. Two or more in a row that begin with the same bullet become a list."""
    blocks = []
    for bullet, group in groupby((" ".join(p.split()) for p in paragraphs), key=_bullet):
        lines = [line for line in group if line]
        if bullet and len(lines) > 1:
            blocks.append("\n".join(f"{bullet} {escaped(line[1:].strip())}" for line in lines))
        else:
            blocks.extend(map(escaped, lines))
    return "\n\n".join(blocks)


def escaped(line: str) -> str:
    """One line of text, without blanks around it, as a Markdown paragraph."""
    ordered = _ORDERED.match(line)
    if ordered:
        return f"{ordered['number']}\\{ordered['stop']}{_inline(line[ordered.end() :])}"
    return ("\\" if _OPENING.match(line) and not _INLINE.match(line) else "") + _inline(line)


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _bullet(line: str) -> str:
    m = _BULLET.match(line)
    return m[0] if m else ""

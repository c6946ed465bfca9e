"""Where a quotation stands in a text: exactly there or nowhere; only blanks and quotes may differ."""

import difflib
import re
from collections.abc import Iterator

from ..model import Document, Span
from .load import Target

_SINGLE, _DOUBLE = "'‘’‚‛ʼ", '"“”„‟'
_IN_BLOCK = r"(?:[^\S\n]|\n(?!\n))+"
_ACROSS = r"\s+"
_WORD = re.compile(r"\w+")


def occurrences(text: str, target: Target) -> tuple[Span, ...]:
    """Every place of the quoted words between their prefix and suffix, whole words only, ascending.

    Blanks count as equal in any number, typographic quotes as the plain ones. Where several places are found so and
    one alone has the very characters, it is that one.
    """
    before = _words(target.prefix, _ACROSS) + r"\s*" if target.prefix.strip() else ""
    after = r"\s*" + _words(target.suffix, _ACROSS) if target.suffix.strip() else ""
    first = r"(?<!\w)" if re.match(r"\s*\w", target.exact) else ""
    last = r"(?!\w)" if re.search(r"\w\s*\Z", target.exact) else ""
    pattern = re.compile(f"(?={before}{first}({_words(target.exact, _IN_BLOCK)}){last}{after})")
    found = tuple(m.span(1) for m in pattern.finditer(text))
    literal = tuple(span for span in found if text[slice(*span)] == target.exact.strip())
    return literal if len(literal) == 1 else found


def quoting(text: str, span: Span) -> Target:
    """A stretch of a text as a quotation that stands there alone: with the fewest words before, and then after, it.

    Where even its whole paragraph is not enough, the quotation has several places.
    """
    start, end = span
    exact = text[start:end]
    before, after = text[:start].rsplit("\n\n", 1)[-1], text[end:].split("\n\n", 1)[0]
    targets = (Target(exact, prefix, suffix) for suffix in ("", after) for prefix in _endings(before))
    return next((t for t in targets if occurrences(text, t) == (span,)), Target(exact, before, after))


def _endings(text: str) -> Iterator[str]:
    """The last words of a text, none of them first, then one more each time."""
    yield ""
    starts = [m.start() for m in re.finditer(r"\S+", text)]
    yield from (text[start:] for start in reversed(starts))


def nearest(document: Document, target: Target, most: int = 3) -> tuple[Span, ...]:
    """The stretches of a document that are most like the quoted words, the best first: for a person to choose from."""
    alone = occurrences(document.text, Target(target.exact))
    if alone:
        return alone[:most]
    windows = {document.text[a:b]: (a, b) for a, b in _windows(document, len(_WORD.findall(target.exact)))}
    close = difflib.get_close_matches(target.exact, windows, n=most, cutoff=0.6)
    return tuple(windows[stretch] for stretch in close)


def _words(quote: str, blank: str) -> str:
    """A quotation as a pattern, with the pattern of what may part its words."""
    return blank.join("".join(map(_character, word)) for word in quote.split())


def _character(character: str) -> str:
    for equal in (_SINGLE, _DOUBLE):
        if character in equal:
            return f"[{equal}]"
    return re.escape(character)


def _windows(document: Document, count: int) -> Iterator[Span]:
    """Stretches of about as many words as a quotation has."""
    for block in document.blocks:
        words = [m.span() for m in _WORD.finditer(document.text, block.start, block.end)]
        for length in {max(1, count - 1), count, count + 1}:
            yield from ((words[n][0], words[n + length - 1][1]) for n in range(len(words) - length + 1))

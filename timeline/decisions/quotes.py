"""Where a quotation stands in a text: exactly there or nowhere; only blanks and quotes may differ."""

import difflib
import heapq
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from ..model import Document, Span
from .load import Target

_SINGLE, _DOUBLE = "'‘’‚‛ʼ", '"“”„‟'
_IN_BLOCK = r"(?:[^\S\n]|\n(?!\n))+"
_ACROSS = r"\s+"
_WORD = re.compile(r"\w+")
_IN_NUMBER = ".,:/"  # between two digits they do not end a number
_LIKE = 0.6  # likeness from which a stretch is worth a person's look
_WEIGHED = 200  # stretches that are compared letter by letter


def occurrences(text: str, target: Target) -> tuple[Span, ...]:
    """Every place of the quoted words between their prefix and suffix, all of whole words and numbers, ascending.

    Blanks count as equal in any number, typographic quotes as the plain ones. Where several places are found so and
    one alone has the very characters, it is that one.
    """
    before = _words(target.prefix, _ACROSS) + r"\s*" if target.prefix.strip() else ""
    after = r"\s*" + _words(target.suffix, _ACROSS) if target.suffix.strip() else ""
    if not target.exact.strip():
        return ()
    pattern = re.compile(f"(?=({before})({_words(target.exact, _IN_BLOCK)})({after}))")
    matches = (m for m in pattern.finditer(text) if _is_whole(text, *m.span(2)))
    found = tuple(m.span(2) for m in matches if _is_whole(text, m.start(1), m.end(3)))
    literal = tuple(span for span in found if text[slice(*span)] == target.exact.strip())
    return literal if len(literal) == 1 else found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Does a stretch begin and end where words and numbers do? “4” is no part of “41”, nor “10/12” of “10/12/2022”."""
    return not (_goes_on(text, start) or _goes_on(text, end))


def _goes_on(text: str, at: int) -> bool:
    """Do the characters on both sides of a place belong to one word or number?"""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _in_word(after) and (_in_word(before) or unicodedata.category(after).startswith("M")):
        return True
    beyond = text[at + 1 : at + 2] if after in _IN_NUMBER else text[at - 2 : at - 1] if before in _IN_NUMBER else ""
    near = before if after in _IN_NUMBER else after
    return near.isdecimal() and beyond.isdecimal()


def _in_word(character: str) -> bool:
    """A letter, a digit, an underscore, or a mark that is set upon a letter."""
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


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
    """The stretches of a document that are most like the quoted words, the best first: for a person to choose from.

    Of stretches that are alike those come first that stand between words like the prefix and the suffix.
    """
    text = document.text
    alone = occurrences(text, Target(target.exact))
    wanted = " ".join(target.exact.split())
    matcher = difflib.SequenceMatcher(None, "", wanted, autojunk=False)
    scored: list[tuple[float, float, int, int]] = []
    for start, end in alone or _promising(document, wanted):
        matcher.set_seq1(" ".join(text[start:end].split()))
        if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE:
            likeness = matcher.ratio()
            if likeness >= _LIKE:
                scored.append((-likeness, -_context(text, start, end, target), start, end))
    found: list[Span] = []
    for _, _, start, end in sorted(scored):
        if not any(start < b and a < end for a, b in found):
            found.append((start, end))
    return tuple(found[:most])


def _context(text: str, start: int, end: int, target: Target) -> float:
    """How like the words around a stretch are to prefix and suffix, 0 to 2."""
    before, after = text[max(0, start - len(target.prefix)) : start], text[end : end + len(target.suffix)]
    pairs = ((before, target.prefix), (after, target.suffix))
    return sum(difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in pairs if b.strip())


def _promising(document: Document, wanted: str) -> list[Span]:
    """Stretches of about as many words as are wanted, those that share most letter pairs with them."""
    pairs = _pairs(wanted)
    known: dict[str, float] = {}  # by word, how many of its letter pairs are among those wanted

    def share(word: str) -> float:
        if word not in known:
            mine = _pairs(word)
            known[word] = sum((mine & pairs).values()) - 0.5 * (sum(mine.values()) - sum((mine & pairs).values()))
        return known[word]

    best: list[tuple[float, Span]] = []
    count = max(1, len(_WORD.findall(wanted)))
    for block in document.blocks:
        words = [m.span() for m in _WORD.finditer(document.text, block.start, block.end)]
        sums = [0.0, *accumulate(share(document.text[a:b].casefold()) for a, b in words)]
        for length in {max(1, count - 1), count, count + 1}:
            for n in range(len(words) - length + 1):
                best.append((sums[n + length] - sums[n], (words[n][0], words[n + length - 1][1])))
    first, last = re.match(r"\W*", wanted), re.search(r"\W*\Z", wanted)
    around = (first[0] if first else "", last[0] if last else "")
    return [_with_marks(document.text, *span, *around) for _, span in heapq.nlargest(_WEIGHED, best, key=_first)]


def _first(pair: tuple[float, Span]) -> float:
    return pair[0]


def _with_marks(text: str, start: int, end: int, before: str, after: str) -> Span:
    """A stretch with the marks at its ends, where those are what the quotation begins or ends with."""
    start -= len(before) if text.endswith(before, 0, start) else 0
    return start, end + (len(after) if text.startswith(after, end) else 0)


def _pairs(text: str) -> Counter[str]:
    """Neighbouring letters, with their numbers; a single letter is its own."""
    plain = text.casefold()
    return Counter(plain[n : n + 2] for n in range(len(plain) - 1)) or Counter(plain)


def _words(quote: str, blank: str) -> str:
    """A quotation as a pattern, with the pattern of what may part its words."""
    return blank.join("".join(map(_character, word)) for word in quote.split())


def _character(character: str) -> str:
    for equal in (_SINGLE, _DOUBLE):
        if character in equal:
            return f"[{equal}]"
    return re.escape(character)

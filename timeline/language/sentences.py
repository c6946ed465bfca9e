"""Where sentences end: one pass over the full stops, and the words of a language that carry one without an end.

The words are in `language/<language>/abbreviations.py`. Doubt is settled for the longer sentence: two that are joined
cost a quotation some length, one that is torn apart at "Dec. 10" costs a date.
"""

import re

from ..frozen import Frozen
from ..model import Span
from .tables import module_of


class Abbreviations(Frozen):
    """What a language writes with a full stop, in the capitals it is written with and without the final stop.

    never: a name or number follows, so no sentence ends here ("Mr"). sometimes: a sentence may end here, and does where
    one of the `openers` follows ("U.S", "Dec"). ordinals: a number with a full stop is an ordinal ("10. Dezember").
    """

    never: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    ordinals: bool = False


# What may end a sentence: marks, with the quotes and brackets that close after them, before a blank, the end, or a
# capital that a scrape has glued on ("war.The"). A run of marks is tried once, at its beginning.
# Marks that open in one language close in another („…“, «…»); they close before a blank.
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?:[“«‘](?=\s|\Z))?(?=\s|\Z|[^\W\d_a-z])""")
_NEXT = re.compile(r"""\s{0,30}["'`“‘„«(\[]{0,5}(\w{1,30}(?:\.\w{1,30}){0,3}\.?)?""")
_LAST_WORD = re.compile(r"""[^\s"'“‘„«(\[—–]*\Z""")
_BULLET = re.compile(r"\s*(?:[•‣◦▪●○■□►▶⁃*–—-]\s+(?=\S))?")
_LONGEST_WORD = 24


def sentences(text: str, start: int, end: int, language: str = "en") -> tuple[Span, ...]:
    """The sentences of text[start:end], which should be one block; blanks and a bullet around them belong to none.

    `language` is a BCP 47 tag; one without words of its own is read like English.
    """
    words: Abbreviations = module_of(language, "abbreviations").ABBREVIATIONS
    found = []
    bullet = _BULLET.match(text, start, end)
    first = bullet.end() if bullet else start
    for mark in _END.finditer(text, start, end):
        following = _skip_blanks(text, mark.end(), end)
        if following == end or _ends(text, first, mark, end, words):
            if first < mark.end():
                found.append((first, mark.end()))
            first = following
    last = end - (len(text[first:end]) - len(text[first:end].rstrip()))
    if first < last:
        found.append((first, last))
    return tuple(found)


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, first: int, mark: re.Match[str], end: int, words: Abbreviations) -> bool:
    """Does a sentence that began at `first` end with this mark?"""
    following = _NEXT.match(text, mark.end(), end)
    opener = (following[1] or "") if following else ""
    if opener[:1].islower():
        return False
    before = _LAST_WORD.search(text, max(first, mark.start() - _LONGEST_WORD), mark.start())
    word = before[0] if before else ""
    if not text[mark.end()].isspace():
        return _is_glued(word, opener, closed=mark.end() - mark.start() > 1)
    if mark[0].strip("\"'”’»)]“«‘") != ".":
        return True
    if word in words.never or (word.isdigit() and mark.start() - len(word) == first):
        return False  # "Mr. Smith"; the number of a list item, "1986. A reactor"
    may_go_on = word in words.sometimes or "." in word or (len(word) == 1 and word.isupper())
    if may_go_on or (words.ordinals and word.isdigit() and len(word) <= 2):
        return opener in words.openers
    return True


def _is_glued(word: str, opener: str, closed: bool) -> bool:
    """Two sentences without a blank between them, rather than an address, a name or an abbreviation?"""
    if any(sign in word for sign in ".@/") or "." in opener.rstrip("."):
        return False
    return (closed or (len(word) > 1 and word[-2:].islower())) and (opener[1:].islower() or opener in ("A", "I"))

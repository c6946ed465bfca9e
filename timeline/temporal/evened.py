"""A text as it is read: every run of blanks is one plain blank, invisible signs are gone; and the way back.

Rules and cues of tense are written for words that one blank parts. Scrapes have no-break, thin and doubled blanks,
tabs, soft hyphens in words, marks of writing direction around dates; all of it is evened out once, before reading.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

#: White space but for the line break, and signs that are not seen (Unicode: general category Cf): soft hyphen,
#: zero-width signs, marks of writing direction, byte order mark.
_ODD_BLANKS = r"\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD_ASCII = "\t\v\f\r\x1c\x1d\x1e\x1f"
_ODD = re.compile(rf"[{_ODD_BLANKS}{_UNSEEN}]")
_UNEVEN = re.compile(rf"[ {_ODD_BLANKS}{_UNSEEN}]{{2,}}|[{_ODD_BLANKS}{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Evened:
    """The even text, and where its pieces stand in the original: ascending (even, original) offsets of each piece."""

    text: str
    even: tuple[int, ...] = (0,)
    original: tuple[int, ...] = (0,)

    def back(self, place: int) -> int:
        """The offset in the original of an offset in the even text; of a gap's two edges, that before it."""
        n = bisect_right(self.even, place) - 1
        return self.original[n] + place - self.even[n]

    def there(self, place: int) -> int:
        """The offset in the even text of an offset in the original."""
        n = bisect_right(self.original, place) - 1
        piece_end = self.even[n + 1] if n + 1 < len(self.even) else len(self.text)
        return min(self.even[n] + place - self.original[n], piece_end)


def _has_odd(text: str) -> bool:
    """Does it hold a blank or sign that is to be evened out? Plain ASCII, which holds few kinds, is seldom searched."""
    if text.isascii():
        return any(sign in text for sign in _ODD_ASCII)
    return _ODD.search(text) is not None


def evened(text: str) -> Evened:
    """Even a text out; almost always it is even already."""
    if "  " not in text and not _has_odd(text):
        return Evened(text)
    parts: list[str] = []
    even, original = [0], [0]
    size = done = 0
    for m in _UNEVEN.finditer(text):
        blank = " " if any(c.isspace() for c in m[0]) else ""
        parts += (text[done : m.start()], blank)
        size += m.start() - done + len(blank)
        done = m.end()
        even.append(size)
        original.append(done)
    parts.append(text[done:])
    return Evened("".join(parts), tuple(even), tuple(original))

"""A text as it is read: blanks are plain, invisible signs gone, misread digits mended, dates unstuck; and the way back.

Rules and cues of tense are written for words that one blank parts. Scrapes have no-break, thin and doubled blanks,
tabs, soft hyphens in words, marks of writing direction around dates; scans have "3Oth" for "30th", and "4thMay". All of
it is evened out once, before reading.
"""

import re
from bisect import bisect_right

from ...frozen import Frozen
from ...kept import pattern

#: White space but for the line break, and signs that are not seen (Unicode: general category Cf): soft hyphen,
#: zero-width signs, marks of writing direction, byte order mark.
_ODD_BLANKS = r"\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD_ASCII = "\t\v\f\r\x1c\x1d\x1e\x1f"
_ODD = pattern(rf"[{_ODD_BLANKS}{_UNSEEN}]")
#: Any but a blank that stands alone. It begins with a class of signs, through which a search runs fast.
_UNEVEN = pattern(rf"[ {_ODD_BLANKS}{_UNSEEN}](?:[ {_ODD_BLANKS}{_UNSEEN}]+|(?<! ))")


class Evened(Frozen):
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
    uneven, suspect = "  " in text or _has_odd(text), _SUSPECT.search(text) is not None
    glued = any(sign in text for sign in _ON_A_DAY)
    parted = " / " in text
    if not (uneven or suspect or glued or parted):
        return Evened(text)
    gaps = []
    if uneven:
        gaps += [(m.start(), m.end(), " " if any(c.isspace() for c in m[0]) else "") for m in _UNEVEN.finditer(text)]
    if suspect:
        text = _YEAR.sub(_digits, _DAY.sub(_digits, text))
        gaps += [(m.end(), m.end(), " ") for m in _STUCK.finditer(text)]
    if glued:
        gaps += [(m.end(), m.end(), " ") for m in _STUCK_TO_A_DAY.finditer(text)]
    if parted:
        gaps += [(at - 1, at + 2, "/") for m in _PARTED.finditer(text) for at in (m.start(1), m.start(2))]
    parts: list[str] = []
    even, original = [0], [0]
    size = done = 0
    for start, end, blank in sorted(gaps):
        parts += (text[done:start], blank)
        size += start - done + len(blank)
        done = end
        even.append(size)
        original.append(done)
    parts.append(text[done:])
    return Evened("".join(parts), tuple(even), tuple(original))


def _digits(m: re.Match[str]) -> str:
    """Letters that a scanner saw for digits, as many characters as before."""
    return m[0].translate(_READ) if sum(c.isdecimal() for c in m[0]) >= len(m[0]) / 2 else m[0]


_READ = str.maketrans("OolI", "0011")
_DAY = pattern(r"\b(?:[lI]\d|[1-3][OolI])(?=(?:st|nd|rd|th)\b|\s(?:of\s)?[A-Z][a-z]{2})")
_YEAR = pattern(r"\b[12lI][0-9OolI]{3}\b(?<!\d{4})")
#: Behind what a blank is missing: "on|12 May", "May|12, 1986", "4th|May".
_STUCK = pattern(
    r"\b(?:on|in|of|by|at)(?=\d{1,2}\s[A-Z][a-z]{2}|\d{4}\b)|\b[A-Z][a-z]{2,8}(?=\d{1,2},\s?\d{4}\b|\d{1,2}(?:st|nd|rd|th)\b)"
    r"|\b[A-Z][a-z]{2,3}\.(?=\d{1,2}(?:st|nd|rd|th)?\b)|\b\d{1,2}(?:st|nd|rd|th)(?=[A-Z][a-z]{2})"
    r"|\b\d{1,2}(?:st|nd|rd|th)?,\s?[12]\d{3}(?=[a-z]{2,})|\b\d{1,2} [A-Z][a-z]{2,8} [12]\d{3}(?=[a-z]{2,})"
    r"|\b\d{1,2}(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s?[12]\d{3}\b)"
    r"|(?<=\d)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?=[12]\d{3}\b)"
)
#: "12 / 05 / 2023".
_PARTED = pattern(r"(?<![\d/])\d{1,2} (/) \d{1,2} (/) (?:19|20)\d\d(?!\d)")
#: "onMonday", sought by its last letter and the weekday.
_ON_A_DAY = tuple(f"n{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))
_STUCK_TO_A_DAY = re.compile(r"\b[Oo]n(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)")
#: A digit with company that asks for a closer look; it stands first, so that a text is searched for digits alone.
_SUSPECT = pattern(
    r"[0-9](?:[OolI]|(?<=\b[lI]\d)|(?<=\b(?:on|in|of|by|at)\d)|(?<=[a-z]\d)\d?(?:,|st|nd|rd|th)|(?<=[a-z]\.\d)|(?:st|nd|rd|th)[A-Z]"
    r"|(?<=[ ,][12]\d\d\d)[a-z]{2}|[A-Z][a-z]{2,8}\s?[12]\d{3})"
)

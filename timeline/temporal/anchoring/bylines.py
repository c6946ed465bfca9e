"""Publication stamps in the text itself: "Dec. 10, 2023, 9:30 p.m. ET" on a line of its own, "Page last updated at …".

A stamp with a year states the publication date. The dateline of an agency ("SEOUL, Dec 10 (…) –") lacks the year: it
tells the day, and the year has to come from elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...algebra import calendar
from ...algebra.terms import Fields, TimeOfDay
from ...frozen import Frozen
from ...kept import pattern
from ...language.bylines import bylines
from ...model import Document, TimeExpression
from ..recognise import plain_fields

#: Stamps stand at the head of an article: in its first blocks, and there not deep in the prose.
_HEAD_BLOCKS, _HEAD = 6, 400
#: Letters beside the date in a line that is a stamp and nothing else ("by our own correspondent" is more).
_FEW_LETTERS = 20
#: A paragraph of so many characters that ends like a sentence is prose.
_PARAGRAPH, _STOPS = 80, frozenset(".!?”\"’)")
#: Roles of blocks whose dates are of something else.
_OTHERS = frozenset({"sidebar", "link", "prompt", "copyright", "caption", "biography"})
_PLACE = pattern(r"[^\W\d_a-z][^\d\n.]{1,60}[,|]\s*\Z")
_AGENCY_OR_DASH = pattern(r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]|\s*\([^()\n]{2,40}\)")
_CLOCK = pattern(r"[\s,|·•]*(?:at\s)?\d{1,2}[:.]\d\d\b")


class Stamp(Frozen):
    """A day of publication that the text states. `changed`: it is the day of a later change."""

    expression: int
    day: int
    words: str
    changed: bool = False


def stamps(document: Document, expressions: Sequence[TimeExpression]) -> tuple[Stamp, ...]:
    """The stamps that state a whole date: those of publication first, then those of changes.

    Behind the beginning of the prose there are stamps of other things, too: of comments, of stories that a page lists.
    So there one that is the only one counts, and of several none.
    """
    found = list(_stamps(document, expressions))
    prose = _prose(document)
    behind = {s.day for s in found if expressions[s.expression].start > prose and not s.changed}
    sure = (s for s in found if s.changed or len(behind) <= 1 or expressions[s.expression].start <= prose)
    return tuple(sorted(sure, key=lambda s: s.changed))


def _prose(document: Document) -> int:
    """Where the first paragraph of prose begins; the end of the text where there is none."""
    prose = (b for b in document.blocks if b.role == "body" and b.end - b.start >= _PARAGRAPH)
    return next((b.start for b in prose if document.text[b.end - 1] in _STOPS), len(document.text))


def changes(document: Document, expressions: Sequence[TimeExpression]) -> dict[int, int]:
    """Days of later notes in the text, "Correction, 3 May 2018: …", by the index of their expressions."""
    corrected = _announcements(document.meta.language).corrected
    found = ((n, x, stated_day(plain_fields(x.term))) for n, x in enumerate(expressions))
    return {n: day for n, x, day in found if day is not None and _announced(corrected, _before(document, x))}


def dateline(document: Document, expressions: Sequence[TimeExpression]) -> int | None:
    """Index of the expression in an agency's dateline that names a day without its year."""
    for n, x in enumerate(expressions):
        if x.block >= _HEAD_BLOCKS:
            return None
        fields = plain_fields(x.term)
        if fields and fields.month and fields.day and fields.year is None and _opens_a_report(document, x):
            return n
    return None


def _stamps(document: Document, expressions: Sequence[TimeExpression]) -> Iterator[Stamp]:
    words = _announcements(document.meta.language)
    for n, x in enumerate(expressions):
        day = stated_day(plain_fields(x.term))
        if day is None or document.blocks[x.block].role in _OTHERS:
            continue
        before = _before(document, x)
        if _announced(words.updated, before):
            yield Stamp(n, day, x.text, changed=True)
        elif _announced(words.published, before) or _stands_alone(document, x, words) or _opens_a_report(document, x):
            yield Stamp(n, day, x.text)


def _before(document: Document, x: TimeExpression) -> str:
    return document.text[max(document.blocks[x.block].start, x.start - 40) : x.start]


def _announced(words: re.Pattern[str], before: str) -> bool:
    """Does a line begin so, or a stamp glued to another line? In prose ("a study published on …") it is small."""
    m = words.search(before)
    return m is not None and m[0][0].isupper()


def stated_day(fields: Fields | None) -> int | None:
    """The day of a date that is told whole; None where a part is missing or no calendar has it."""
    if fields is None or fields.year is None or not fields.month or not fields.day:
        return None
    if not calendar.is_date(fields.year, fields.month, fields.day):
        return None
    return calendar.ordinal(fields.year, fields.month, fields.day)


def _stands_alone(document: Document, x: TimeExpression, words: "_Announcements") -> bool:
    """A line at the head that is a date and little more, or a date with a clock and no preposition before it."""
    block = document.blocks[x.block]
    if block.role in ("dateline", "byline"):
        return True
    if x.block >= _HEAD_BLOCKS or x.start > _HEAD or x.role:
        return False
    around = document.text[block.start : x.start] + document.text[x.end : block.end]
    if sum(c.isalpha() for c in around) <= _FEW_LETTERS:
        return True
    clock = isinstance(x.term, TimeOfDay) and x.term.hour is not None
    return clock or any(p.match(document.text, x.end) is not None for p in (_CLOCK, words.after))


def _opens_a_report(document: Document, x: TimeExpression) -> bool:
    """ "SEOUL, Dec 10 (Agency) –" at the very beginning of a block."""
    block = document.blocks[x.block]
    if block.role == "dateline":
        return True
    before = document.text[block.start : x.start]
    shouted = before.partition(",")[0].isupper()
    return (
        x.block < _HEAD_BLOCKS
        and shouted
        and _PLACE.fullmatch(before) is not None
        and _AGENCY_OR_DASH.match(document.text, x.end, block.end) is not None
    )


class _Announcements(Frozen):
    """The words of a language, each ready to be looked for right before a date; `after`: right behind it."""

    published: re.Pattern[str]
    updated: re.Pattern[str]
    corrected: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _announcements(language: str) -> _Announcements:
    words = bylines(language)

    def before(announcing: str) -> re.Pattern[str]:
        return pattern(rf"\b(?:{announcing})[\s:,|(]*\Z", re.I)

    after = pattern(rf"[\s|,·]*(?:{words.updated})", re.I)
    return _Announcements(before(words.published), before(words.updated), before(words.corrected), after)

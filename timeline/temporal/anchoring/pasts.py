"""What the words around a date tell as past: publication came after it."""

import math
import re
from collections.abc import Sequence

from ...algebra import calendar
from ...algebra.terms import Fields
from ...language.context import context
from ...language.grammars import primary
from ...language.tense import cue_for
from ...model import Analysis, Document, TimeExpression
from ..recognise import lower_same_length, plain_fields
from .bylines import changes, stamps, stated_day

OPEN_END = frozenset({"until", "till", "through"})
UP_TO = frozenset({"by", "before", "for", "ahead of", "prior to", *OPEN_END})
_PARTING = frozenset({"since", "before", "until", "through"})
_WHEN = frozenset({"in", "on", "at", "since", "during", "from", "of"})
#: From so much on a verb right beside tells which way an expression looks.
_BESIDE = 2
#: Words of a phrase like "the second round of", before a date.
_PHRASE = 5
#: Characters of such a phrase, and of a preposition before it.
_NEAR = 200
#: Words from the article of a noun to the preposition behind it: "the vote on".
_NOUN = 3
_WORD = re.compile(r"[^\W\d_]+")
#: Roles of the blocks that are the article's own words.
EVIDENT_ROLES = frozenset({"body", "headline"})


def latest_past(
    analysis: Analysis, ceiling: int | None = None, beyond: int | None = None, sure: bool = False
) -> tuple[int | None, str]:
    """The latest date told with its year that the words around show to be past: its first day, and its words.

    Publication came after it. Only days beyond one and up to the ceiling are looked at. sure: only what a verb right
    beside tells as past, for it is to contradict somebody; the stamps of a page tell nothing of that sort.
    """
    document, expressions = analysis.document, analysis.expressions
    first, last = -math.inf if beyond is None else beyond + 1, math.inf if ceiling is None else ceiling
    days = ((_first_day(plain_fields(x.term)), n) for n, x in enumerate(expressions))
    told = sorted(((day, n) for day, n in days if day is not None and first <= day <= last), reverse=True)
    if not told:
        return None, ""
    notes = {*changes(document, expressions), *((s.expression for s in stamps(document, expressions)) if sure else ())}
    for day, n in told:
        if n not in notes and is_past(analysis, n, sure):
            return day, expressions[n].text
    return None, ""


def first_to_come(analysis: Analysis, evident: Sequence[int]) -> tuple[int | None, str]:
    """The first whole date, of some expressions, that a verb right beside tells as to come, and its words."""
    found = []
    for n in evident:
        x = analysis.expressions[n]
        day = stated_day(plain_fields(x.term))
        if day is not None and x.role in ("", "on") and _cue(analysis, x) >= _BESIDE:
            found.append((day, x.text))
    return min(found, default=(None, ""))


def _cue(analysis: Analysis, x: TimeExpression) -> int:
    """Which way the words around an expression look, doubled where they stand right beside it; 0 where none do."""
    document, block = analysis.document, analysis.document.blocks[x.block]
    text, start, end = document.text[block.start : block.end], x.start - block.start, x.end - block.start
    cue = cue_for(text, lower_same_length(text), start, end, 0, len(text), primary(document.meta.language))
    return cue.direction if cue is not None else 0


def _first_day(fields: Fields | None) -> int | None:
    if fields is None or fields.year is None or not 1 <= fields.year <= 9999 or fields.fiscal:
        return None
    whole = stated_day(fields)
    if whole is not None or fields.day:
        return whole
    return calendar.ordinal(fields.year, fields.month or 1)


def governing_role(document: Document, x: TimeExpression) -> str:
    """The preposition that rules an expression, or the phrase that it is of: "since the second round of 5 November".

    Of "before the vote on 5 November", too, but not of "before the judge spoke on 5 November".
    """
    if x.role not in ("of", "on"):
        return x.role
    before = lower_same_length(document.text[max(document.blocks[x.block].start, x.start - _NEAR) : x.start])
    little = context(primary(document.meta.language))
    starts = [m.start() for m in _WORD.finditer(before)][-_PHRASE:]
    if x.role == "on":
        starts = starts[-_NOUN : -_NOUN + 1]
    roles = (little.role_before(before, 0, start) for start in starts[::-1])
    return next((role for role in roles if role in _PARTING), x.role)


def is_past(analysis: Analysis, n: int, sure: bool = False) -> bool:
    """Do the words around an expression tell it as past? sure: right beside it."""
    document, x = analysis.document, analysis.expressions[n]
    block, fields = document.blocks[x.block], plain_fields(x.term)
    if block.role not in EVIDENT_ROLES or governing_role(document, x) in UP_TO:
        return False
    coarse = fields is not None and not fields.day  # "a 2019 profit target" was set before
    if sure and x.role not in (_WHEN if coarse else ("", *_WHEN)):
        return False
    if x.role == "since" or x.direction < 0:
        return True
    return _cue(analysis, x) <= (-_BESIDE if sure else -1)

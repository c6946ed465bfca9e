"""What the expressions of one article say about the day on which it was written, year by year or not at all.

A *mark* is a day that the text names: by month and day, by a day of the month, by a weekday, or wholly. A *pointer* is
counted from the day of writing itself ("yesterday"). Only the article's own words count: what stands in a quotation, a
sidebar or a copyright line says nothing about its day.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..algebra import calendar
from ..algebra.terms import Cycle, Fields, Modified, Offset, Publication, Recurrence, Term, TimeOfDay
from ..language.grammars import primary
from ..language.tense import cue_for
from ..model import Analysis, Document, DocumentTime, TimeExpression
from .apposed import joined
from .bylines import changes, dateline, stamps, stated_day
from .recognise import lower_same_length, plain_fields
from .resolve import Resolver
from .wording import say_day

#: Two expressions that only marks and blanks part name one day: "yesterday, Sunday, 10 December".
_APPOSED = re.compile(r"[\s,(–—-]{1,4}")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)]*\s")
#: So many characters of a preposition can stand before a date that opens its sentence.
_OPENING = 16
_OPEN_END = frozenset({"until", "till", "through"})
_UP_TO = frozenset({"by", "before", "for", "ahead of", "prior to", *_OPEN_END})
_WHEN = frozenset({"in", "on", "at", "since", "during", "from", "of"})
_LASTING = frozenset({"since", "from", *_UP_TO})
_EVIDENT_ROLES = frozenset({"body", "headline"})
#: No longer pause, in days, is left between two entries of a chronicle that tells its year once.
_CHRONICLE_STEP = 92
#: What a single link between two articles leads to is believed up to so many days before the last possible day.
NEAR = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an expression from elsewhere: a sister article that reports the same event, or a person.

    fields: its parts as all say them together. day: the day, where it is known. source: who says so, in words. pair:
    the ids of the linked mentions. happened: both tell it as something that has happened. witnesses: how many sister
    articles give the day; fresh: one of them was written on it or on the next; sister: the number of the one that is
    quoted.
    """

    fields: Fields
    day: int | None = None
    source: str = ""
    pair: tuple[str, str] | None = None
    happened: bool = False
    witnesses: int = 0
    fresh: bool = False
    sister: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that the text names. own: in its own words; fields: with what is known from elsewhere; day: where all is.

    direction: -1 past, +1 future, 0 not told. lasting: something went on from then or until then; that may be long.
    opening: it stands in the first sentence of the article, which tells the news.
    """

    expression: int
    words: str
    own: Fields
    fields: Fields
    direction: int
    day: int | None = None
    told: Told | None = None
    lasting: bool = False
    opening: bool = False

    @property
    def by_weekday(self) -> bool:
        """Does the text name it by its weekday alone?"""
        return self.own.weekday is not None and self.own.day is None and self.own.month is None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A day counted from the day of writing. shift: by how many days.

    beside: the expression that names the same day, as in "yesterday, 10 May"; near: those of the same sentence. day:
    the day that it points at, where that is known.
    """

    words: str
    shift: int
    beside: int | None = None
    near: frozenset[int] = frozenset()
    day: int | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it, for one article. It was published up to the ceiling, and from the floor on, as `floor_words` say."""

    marks: tuple[Mark, ...]
    pointers: tuple[Pointer, ...]
    ceiling: int
    floor: int | None = None
    floor_words: str = ""


def gather(analysis: Analysis, told: Mapping[int, Told], ceiling: int) -> Evidence:
    """The evidence in an article, with what is told elsewhere of its expressions (by their index).

    ceiling: the last day on which it can have been published. A dated correction in the text lowers it.
    """
    document, (expressions, beside) = analysis.document, joined(analysis.document, analysis.expressions)
    notes = changes(document, expressions)
    passed_over = beside | notes.keys()
    evident = [n for n, x in enumerate(expressions) if n not in passed_over and _is_evident(document, x)]
    derived = _derived(analysis, evident)
    marks = [m for n in evident if (m := _mark(document, expressions, n, told.get(n) or derived.get(n))) is not None]
    pointers = [p for p in _pointers(document, expressions, evident, told) if _is_borne_out(p, ceiling)]
    line = dateline(document, expressions)
    if line is not None:
        x = expressions[line]
        pointers.append(Pointer(x.text, 0, beside=line))
    ceiling = min([ceiling, *notes.values()])
    floor, words = latest_past(analysis, ceiling)
    return Evidence(_chronicled(marks, expressions), tuple(pointers), ceiling, floor, words)


def _is_borne_out(pointer: Pointer, ceiling: int) -> bool:
    """May a day that one sister gives for "today" be believed? No word of its own can contradict it.

    It may where several give it, or where it is close to the last day that is possible: by chance it seldom is.
    """
    known = pointer.told
    if known is None or known.day is None or pointer.beside is not None:
        return True
    return known.witnesses > 1 or ceiling - known.day <= NEAR


def _is_evident(document: Document, x: TimeExpression) -> bool:
    if x.type in ("SET", "DURATION") or isinstance(x.term, Recurrence):
        return False
    block = document.blocks[x.block]
    return block.role in _EVIDENT_ROLES and not _is_quoted(document.text[block.start : x.start])


def _is_quoted(before: str) -> bool:
    """Is a quotation open after these words of the block?"""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _mark(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told | None) -> Mark | None:
    x = expressions[n]
    fields = plain_fields(x.term)
    if fields is None or not (fields.day or fields.weekday):
        return None
    known = told.fields if told else fields
    words = f"{x.role} {x.text}" if x.role == "on" else x.text
    day = told.day if told and told.day is not None else stated_day(fields)
    direction = 0 if _tells_of_another_clause(document, x) else _sign(x.direction)
    if direction < 0 and x.role in _OPEN_END:  # "rose until 9 January": the verb is past, its end may be to come
        direction = 0
    if told and told.happened:
        direction = -1 if direction <= 0 else 0
    return Mark(n, words, fields, known, direction, day, told, x.role in _LASTING, _is_in_opening(document, x))


def _is_in_opening(document: Document, x: TimeExpression) -> bool:
    """Does it stand in the first sentence of the first paragraph?"""
    first = next((n for n, block in enumerate(document.blocks) if block.role == "body"), None)
    start = document.blocks[x.block].start
    return x.block == first and _SENTENCE_END.search(document.text, start, x.start) is None


def _sign(direction: int) -> int:
    return (direction > 0) - (direction < 0)


def _tells_of_another_clause(document: Document, x: TimeExpression) -> bool:
    """Is the past verb one behind a comma: "the council votes on Monday, 10 July, on its budget, the mayor said"?"""
    if x.direction != -1:
        return False
    block = document.blocks[x.block]
    text, start, end = document.text[block.start : block.end], x.start - block.start, x.end - block.start
    cue = cue_for(text, lower_same_length(text), start, end, 0, len(text), primary(document.meta.language))
    if cue is None or _opens_sentence(text, start):
        return False
    behind = _SENTENCE_END.split(text[end:], maxsplit=1)[0].partition(cue.word)
    before = _SENTENCE_END.split(text[:start])[-1]
    return bool(behind[1]) and "," in behind[0] and cue.word not in before


def _opens_sentence(text: str, start: int) -> bool:
    """ "On Monday, 10 July, the council of Hallow met": what follows is its clause."""
    return len(_SENTENCE_END.split(text[:start])[-1]) <= _OPENING


# ---------------------------------------------------------------- "yesterday", and what stands beside it
def shift_of(term: Term) -> int | None:
    """How many days from the day of writing a term points; None where it is not counted from it in whole days."""
    while isinstance(term, Modified | TimeOfDay):
        term = term.term if isinstance(term, Modified) else term.day
    match term:
        case Cycle(unit, n, Publication()) if unit in ("day", "night"):
            return n
        case Offset(((float() | int() as n, unit),), sign, Publication()) if unit in ("day", "night"):
            return sign * round(n)
    return None


def _pointers(
    document: Document, expressions: Sequence[TimeExpression], evident: Sequence[int], told: Mapping[int, Told]
) -> Iterator[Pointer]:
    for n in evident:
        x = expressions[n]
        shift = shift_of(x.term)
        if shift is None:
            continue
        beside = next((k for k in (n - 1, n + 1) if k in evident and _apposed(document, expressions, n, k)), None)
        known = told.get(n)
        day = known.day if known and (known.happened or shift > 0) else None
        if day is None and beside is not None:
            day = stated_day(plain_fields(expressions[beside].term))
        near = frozenset(k for k in evident if abs(k - n) <= 2 and in_one_sentence(document, x, expressions[k]))
        yield Pointer(x.text, shift, beside, near, day, known)


def in_one_sentence(document: Document, a: TimeExpression, b: TimeExpression) -> bool:
    """Does no sentence end between two expressions?"""
    between = document.text[min(a.end, b.end) : max(a.start, b.start)]
    return a.block == b.block and _SENTENCE_END.search(between) is None


def _apposed(document: Document, expressions: Sequence[TimeExpression], n: int, k: int) -> bool:
    fields = plain_fields(expressions[k].term)
    named = fields is not None and bool(fields.day or fields.weekday)
    return named and _touch(document, expressions, n, k)


def _touch(document: Document, expressions: Sequence[TimeExpression], n: int, k: int) -> bool:
    first, second = (expressions[i] for i in sorted((n, k)))
    between = document.text[first.end : second.start].removesuffix(f"{second.role} ")
    return _APPOSED.fullmatch(between) is not None


# ---------------------------------------------------------------- dates told with their year
def _derived(analysis: Analysis, evident: Sequence[int]) -> dict[int, Told]:
    """A weekday beside a day that the text itself leads to: "on Saturday, a hundred years to the day after …"."""
    terms = [plain_fields(x.term) for x in analysis.expressions]
    beside = [
        (n, k, f)
        for n in evident
        for k in (n - 1, n + 1)
        if (f := terms[n]) is not None and f.weekday and not f.day and k in evident and terms[k] is None
    ]
    out = {}
    for n, k, fields in beside:
        if not _touch(analysis.document, analysis.expressions, n, k):
            continue
        span = Resolver(analysis, DocumentTime(), trace=False).at(k, None).interval
        if span is not None and span.days == 1 and calendar.weekday(span.first) == fields.weekday:
            out[n] = Told(fields, span.first, f"“{analysis.expressions[k].text}” leads to {say_day(span.first)}")
    return out


def _chronicled(marks: Sequence[Mark], expressions: Sequence[TimeExpression]) -> tuple[Mark, ...]:
    """A chronicle tells the year once: "July 26, 2023: … July 28: … July 30: …".

    Two dates without a year that follow one with its year in the same paragraph, each later than the one before, go on
    from it. Elsewhere a whole date is what an article looks back on: it bounds its day and says no more.
    """
    days = {m.expression: m.day for m in marks if m.told is not None or m.day is None}
    for at, mark in enumerate(marks):
        if mark.expression not in days and mark.day is not None:
            days |= _chain(mark, marks[at + 1 :], expressions)
    return tuple(
        m if days[m.expression] == m.day else replace(m, day=days[m.expression], direction=-1)
        for m in marks
        if m.expression in days
    )


def _chain(first: Mark, following: Sequence[Mark], expressions: Sequence[TimeExpression]) -> dict[int, int | None]:
    block, chain = expressions[first.expression].block, {first.expression: first.day}
    day = first.day or 0
    for mark in following:
        if expressions[mark.expression].block != block or not (mark.own.month and mark.own.day):
            break
        following_day = _next(day, mark.own) if mark.day is None else mark.day
        if following_day is None or not day < following_day <= day + _CHRONICLE_STEP:
            break
        chain[mark.expression] = day = following_day
    return dict(chain) if len(chain) >= 3 else {}


def _next(day: int, fields: Fields) -> int | None:
    """The first such day of the calendar after a day."""
    year = calendar.civil(day)[0]
    days = (
        calendar.ordinal(y, fields.month, fields.day)
        for y in (year, year + 1)
        if fields.month and fields.day and calendar.is_date(y, fields.month, fields.day)
    )
    return next((d for d in days if d > day), None)


def latest_past(analysis: Analysis, ceiling: int | None = None, sure: bool = False) -> tuple[int | None, str]:
    """The latest date told with its year that the words around show to be past: its first day, and its words.

    Publication came after it. Later dates than the ceiling are not looked at. sure: only what a verb right beside tells
    as past, for it is to contradict somebody; the stamps of a page tell nothing of that sort.
    """
    document, expressions = analysis.document, analysis.expressions
    notes = {*changes(document, expressions), *((s.expression for s in stamps(document, expressions)) if sure else ())}
    told = [(_first_day(plain_fields(x.term)), n) for n, x in enumerate(expressions) if n not in notes]
    for day, n in sorted(((day, n) for day, n in told if day is not None), reverse=True):
        if (ceiling is None or day <= ceiling) and is_past(analysis, n, sure):
            return day, analysis.expressions[n].text
    return None, ""


def _first_day(fields: Fields | None) -> int | None:
    if fields is None or fields.year is None or not 1 <= fields.year <= 9999 or fields.fiscal:
        return None
    whole = stated_day(fields)
    if whole is not None or fields.day:
        return whole
    return calendar.ordinal(fields.year, fields.month or 1)


def is_past(analysis: Analysis, n: int, sure: bool = False) -> bool:
    """Do the words around an expression tell it as past? sure: right beside it."""
    document, x = analysis.document, analysis.expressions[n]
    block, fields = document.blocks[x.block], plain_fields(x.term)
    if block.role not in _EVIDENT_ROLES or x.role in _UP_TO:
        return False
    coarse = fields is not None and not fields.day  # "a 2019 profit target" was set before
    if sure and x.role not in (_WHEN if coarse else ("", *_WHEN)):
        return False
    if x.role == "since" or x.direction < 0:
        return True
    text, start, end = document.text[block.start : block.end], x.start - block.start, x.end - block.start
    cue = cue_for(text, lower_same_length(text), start, end, 0, len(text), primary(document.meta.language))
    return cue is not None and cue.direction <= (-2 if sure else -1)

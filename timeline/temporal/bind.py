"""Which earlier date "that day", "three days later" or "the day before the vote" counts from."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .. import kept
from ..algebra.terms import (
    Alike,
    Cycle,
    Duration,
    Fields,
    Modified,
    Nth,
    Occasion,
    Occurrence,
    Offset,
    Prior,
    Recurrence,
    Stretch,
    Term,
    TimeOfDay,
    Vague,
    Within,
    is_day,
)
from ..kept import pattern
from ..language.context import context
from ..language.grammars import primary
from ..language.tense import is_telling, tense
from ..model import Binding, Document, TimeExpression

#: An event is sought with so many dates before and behind; its own date stands within so many characters.
_EARLIER, _LATER, _BESIDE = 60, 20, 40
_WORD = pattern(r"[^\W\d_]{3,}")


def bind(document: Document, expressions: Sequence[TimeExpression]) -> tuple[Binding, ...]:
    """One binding for each expression that leans on another date; antecedent None where none is found."""
    out = []
    for n, x in enumerate(expressions):
        lean = leans_on(x.term)
        if lean is None:
            continue
        if isinstance(lean, Occasion):
            out.append(_occasion(document, expressions, n, lean))
        else:
            found = _last_quarter(expressions, n) if lean.grain == "quarter" else _last_date(expressions, n, document)
            if _named_again(document, expressions, n, found):
                out.append(Binding(n, n + 1, f"“{expressions[n + 1].text}” names it again", same=True))
                continue
            if found is None and (ahead := _next_in_sentence(expressions, n, document)) is not None:
                reason = f"counted from “{expressions[ahead].text}”, the only date in the sentence"
                out.append(Binding(n, ahead, reason, named=False))
                continue
            reason = (
                f"counted from “{expressions[found].text}”, named before"
                if found is not None
                else "no date named before"
            )
            out.append(Binding(n, found, reason))
    return tuple(out)


@lru_cache(maxsize=4096)
def leans_on(term: Term) -> Prior | Occasion | None:
    """The reference inside a term, if it has one."""
    match term:
        case Prior() | Occasion():
            return term
        case Cycle() | Occurrence() | Offset() | Stretch():
            return leans_on(term.base)
        case Within() | Nth():
            return leans_on(term.whole)
        case Alike():
            return leans_on(term.base)
        case TimeOfDay():
            return leans_on(term.day)
        case Modified():
            return leans_on(term.term)
        case _:
            return None


@lru_cache(maxsize=4096)
def is_date(term: Term) -> bool:
    """Does a term name a place in the calendar, so that others can count from it?"""
    while isinstance(term, Modified):
        term = term.term
    return not isinstance(term, Vague | Recurrence | Duration | Stretch)


@lru_cache(maxsize=4096)
def is_loose(term: Term) -> bool:
    """Is it a reference by the way, which only a history tells?"""
    return isinstance(term, Vague) and term.loose


def _last_quarter(expressions: Sequence[TimeExpression], n: int) -> int | None:
    """ "the quarter": the last one that was named, in a report that keeps to one."""
    named = (k for k in range(n - 1, -1, -1) if names_quarter(expressions[k].term))
    spoken = (k for k in range(n - 1, -1, -1) if expressions[k].term == Prior("quarter"))
    found = next(named, None)
    return next(spoken, None) if found is None else found


def names_quarter(term: Term) -> bool:
    """Does a term name a quarter, or count from one?"""
    match term:
        case Fields():
            return term.quarter is not None
        case Cycle():
            return term.unit == "quarter"
        case Within():
            return names_quarter(term.part)
        case Offset() | Alike():
            return names_quarter(term.base)
        case _:
            return False


@lru_cache(maxsize=4096)
def is_year_before(term: Term) -> bool:
    """ "a year earlier", "a year ago": what a figure is compared with."""
    while isinstance(term, Modified):
        term = term.term
    return isinstance(term, Offset) and term.sign < 0 and term.amounts == ((1.0, "year"),)


def is_compared(term: Term) -> bool:
    """ "the 1988 quarter", "a year earlier": what the figures of a report are compared with, not its own time."""
    return isinstance(term, Alike) or is_year_before(term)


def _last_date(expressions: Sequence[TimeExpression], n: int, document: Document) -> int | None:
    """The nearest date before; of figures compared with those of a year before, the date of the figures."""
    comparing, clock = is_year_before(expressions[n].term), expressions[n].type == "TIME"
    telling: int | None = None
    if isinstance(expressions[n].term, Cycle) and (told := _day_before(expressions, n)) is not None:
        return told
    for k in range(n - 1, -1, -1):
        other = expressions[k]
        if not is_date(other.term) or other.type == "SET" or (comparing and is_compared(other.term)):
            continue
        if comparing and k and _set_against(document, expressions[k - 1], other):
            continue  # "rose to 5 in May from 4 in April and 3 a year earlier"
        if not clock or not _dates_the_telling(other, document):
            k = k - 1 if k and _is_year_of(expressions[k - 1], other) else k
            return k if telling is None or other.block == expressions[n].block else telling
        telling = k if telling is None else telling
    return telling


def _is_year_of(before: TimeExpression, x: TimeExpression) -> bool:
    """ "On the evening of 22 August last year": the two are one, and what counts from it counts from the day."""
    day, year = _plain(before.term), _plain(x.term)
    if x.block != before.block or not 0 < x.start - before.end <= _APPOSED:
        return False
    whole = isinstance(year, Cycle) and year.unit == "year"
    return whole and isinstance(day, Fields) and day.month is not None and day.year is None


#: A comma and a blank.
_APPOSED = 2


def _plain(term: Term) -> Term:
    while isinstance(term, Modified | TimeOfDay):
        term = term.term if isinstance(term, Modified) else term.day
    return term


def _day_before(expressions: Sequence[TimeExpression], n: int) -> int | None:
    """ "He has led it since 1999. The day before he had resigned": of the last day told in its paragraph, no year."""
    term, passed = expressions[n].term, False
    if not isinstance(term, Cycle) or term.unit != "day" or term.base != Prior():
        return None
    for k in range(n - 1, -1, -1):
        other = expressions[k]
        if other.block != expressions[n].block:
            return None
        if is_date(other.term) and other.type != "SET":
            if not isinstance(_plain(other.term), Fields) or is_day(_plain(other.term)):
                return k if passed else None
            passed = True
    return None


def _set_against(document: Document, before: TimeExpression, x: TimeExpression) -> bool:
    """Does the figure of a date only say what that of the date before it, in its sentence, is compared with?"""
    if before.block != x.block or not is_date(before.term) or x.start - before.end > _COMPARED_WITHIN:
        return False
    if tense(primary(document.meta.language)).sentence_end.search(document.text, before.end, x.start):
        return False
    return context(primary(document.meta.language)).set_against.search(document.text, before.end, x.start) is not None


#: So many characters may stand between a date and that with whose figure its own is compared.
_COMPARED_WITHIN = 60


def _dates_the_telling(x: TimeExpression, document: Document) -> bool:
    """ "officials said on Friday": of what happened, the day is another."""
    word = re.match(r"“(\w+)”", x.why_direction)
    return word is not None and x.direction <= -_RIGHT_BESIDE and is_telling(word[1], primary(document.meta.language))


#: The direction that the verb right before an expression gives it.
_RIGHT_BESIDE = 3


def _next_in_sentence(expressions: Sequence[TimeExpression], n: int, document: Document) -> int | None:
    """ "He had turned 17 just a day before, when the flood came on Saturday": nothing was dated before it."""
    x = expressions[n]
    if n + 1 == len(expressions) or not isinstance(x.term, Offset | Cycle):
        return None
    other = expressions[n + 1]
    inside = other.end <= _sentence(document, x.start, x.end)[1]
    return n + 1 if inside and _dates_events(other) else None


#: Between two names of one day or year: "Two days earlier, on Sunday,".
_AGAIN = pattern(r",\s{1,4}(?:\w{2,3}\s{1,4}){0,2}")
_CLOSED = pattern(r"[,.;:)]|$")
_DAYS = frozenset({"day", "week", "fortnight"})


def _named_again(document: Document, expressions: Sequence[TimeExpression], n: int, found: int | None) -> bool:
    """Is what is counted from before named right behind: "The year before, in 2020,", "A day later, on 5 May,"?

    A weekday hangs on publication; where a date was named before, it is counted from that.
    """
    x = expressions[n]
    other = expressions[n + 1] if n + 1 < len(expressions) else None
    if other is None or other.block != x.block or not _AGAIN.fullmatch(document.text, x.end, other.start):
        return False
    if other.role not in ("on", "in") or not isinstance(other.term, Fields):
        return False
    if not kept.match(r"[,.;:)]|$", document.text[other.end : other.end + 1]):
        return False
    unit, said = _counted_unit(x.term), other.term
    if unit in _DAYS:
        return bool(said.day and said.month) or (found is None and said == Fields(weekday=said.weekday))
    if unit == "month":
        return said.month is not None and said.day is None
    return unit == "year" and said.year is not None and (found is None or said == Fields(year=said.year))


def _counted_unit(term: Term) -> str | None:
    """The unit of an exact distance from a date named before."""
    match term:
        case Offset(base=Prior(), amounts=((float(), unit),)) | Cycle(base=Prior(), unit=unit, n=-1 | 1):
            return unit
        case _:
            return None


def _occasion(document: Document, expressions: Sequence[TimeExpression], n: int, occasion: Occasion) -> Binding:
    """An event named in the text with a date of its own: beside it, or in an earlier sentence that shares its word."""
    x, around = expressions[n], context(primary(document.meta.language))
    if occasion.clause:
        return _clause(expressions, n, occasion, around.or_rather, document.text)
    before = expressions[n - 1] if n else None
    if before is not None and _names_its_day(before) and around.or_rather.fullmatch(document.text, before.end, x.start):
        return Binding(n, n - 1, f"another name for “{before.text}”", same=True)
    following = (y for y in expressions[n + 1 : n + 2] if _dates_events(y) and 0 <= y.start - x.end <= _BESIDE)
    beside = next((y for y in following if around.beside.fullmatch(document.text, x.end, y.start)), None)
    if beside is not None and _set_apart(document.text, x, beside):
        return Binding(n, n + 1, f"“{beside.text}” names it again", same=True)
    if beside is not None:
        return Binding(n, n + 1, f"“{occasion.words}” is dated “{beside.text}” beside it")
    heads = {_stem(w) for w in _WORD.findall(occasion.words.lower()) if w not in around.particles}
    for k in [*range(n - 1, max(-1, n - 1 - _EARLIER), -1), *range(n + 1, min(len(expressions), n + 1 + _LATER))]:
        other = expressions[k]
        apposed = k == n - 1 and document.text[other.end : x.start].strip() == ","
        if apposed or not _dates_events(other):
            continue  # "on Wednesday, four days after the quake": Wednesday is what is counted
        first, last = _sentence(document, other.start, other.end)
        told = document.text[first:last]
        if first <= x.start < last:  # its own words name nothing else
            told = document.text[first : x.start] + " " + document.text[x.end : last]
        if heads & {_stem(w) for w in _WORD.findall(told.lower())}:
            return Binding(n, k, f"“{occasion.words}” is told with “{other.text}”")
    if occasion.words[0].isupper():  # a name that the text does not date
        return Binding(n, None, f"“{occasion.words}” has no date in this text", named=False)
    ahead = _next_in_sentence(expressions, n, document) if isinstance(x.term, Offset) and x.term.exact else None
    if ahead is not None:  # "A year to the day after the fire, they met at noon on Wednesday"
        return Binding(n, ahead, f"“{expressions[ahead].text}” is that day", same=True, named=False)
    if before and is_date(before.term) and around.or_rather.fullmatch(document.text, before.end, x.start):
        return Binding(n, n - 1, f"another name for “{before.text}”", same=True)
    begun = _last_date(expressions, n, document) if isinstance(x.term, Offset) and x.term.exact else None
    if begun is not None:  # "a month into the war": of what the text has just told, by another word
        reason = f"“{occasion.words}” is not dated by name; “{expressions[begun].text}” is the date named before"
        return Binding(n, begun, reason, named=False)
    return Binding(n, None, f"“{occasion.words}” has no date in this text", named=False)


def _names_its_day(x: TimeExpression) -> bool:
    """Is it a day of the calendar, as "26 March" in "on 26 March, the day after the vote", whenever it was written?"""
    return isinstance(x.term, Fields) and x.term.month is not None and x.term.day is not None


def _set_apart(text: str, x: TimeExpression, other: TimeExpression) -> bool:
    """ "Two days after the fire, on Monday, …": between commas, the day of both."""
    return _AGAIN.fullmatch(text, x.end, other.start) is not None and _CLOSED.match(text, other.end) is not None


def _clause(
    expressions: Sequence[TimeExpression], n: int, occasion: Occasion, or_rather: re.Pattern[str], text: str
) -> Binding:
    """ "on Sunday, two weeks after giving birth": the length of time ends on that Sunday. Alone it has no place."""
    before = expressions[n - 1] if n else None
    if before is not None and _dates_events(before) and or_rather.fullmatch(text, before.end, expressions[n].start):
        return Binding(n, n - 1, f"told of “{before.text}”, beside which it stands", same=True)
    return Binding(n, None, f"“{occasion.words}” is not dated by name", named=False)


def _dates_events(x: TimeExpression) -> bool:
    """Can an event take its date from it? Not from one that leans on another date itself."""
    return is_date(x.term) and x.type != "SET" and leans_on(x.term) is None


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place; in German the full stop behind a day's number ends none ("am 4. März")."""
    text, parted = document.text, tense(primary(document.meta.language)).sentence_end
    far = max(0, start - 400)
    first = max((m.end() for m in parted.finditer(text, far, start)), default=far)
    m = parted.search(text, end)
    return first, m.start() if m else len(text)


def _stem(word: str) -> str:
    """A rough stem: enough to see that "invaded" and "invasion" are of one family."""
    return word[:5] if len(word) > 5 else word.rstrip("s")

"""Two names of one day that stand side by side: "Sunday, New Year's Day", "10 July, a Monday"."""

import re
from collections.abc import Iterator, Sequence

from ...algebra import calendar
from ...algebra.terms import Fields, NamedDay, Term
from ...frozen import replace
from ...language.common.named_days import day_of
from ...model import Document, TimeExpression
from ..recognise import plain_fields

#: Days that are the same in every year and in every country; whose Independence Day is meant, a text seldom says.
_EVERYWHERE = frozenset({"new year's day", "new year's eve", "christmas", "christmas eve", "may day", "halloween"})
_ANY_YEAR = 2000
#: A mark, and at most an article of one letter.
_BETWEEN = re.compile(r"\s?[,(–—-]\s*(?:\w\s)?")


def joined(
    document: Document, expressions: Sequence[TimeExpression]
) -> tuple[tuple[TimeExpression, ...], frozenset[int]]:
    """The expressions, each weekday with the day of the year that stands beside it in one; indices of those days."""
    out, told = list(expressions), set()
    for weekday, other, fields in _pairs(document, expressions):
        first, second = (expressions[n] for n in sorted((weekday, other)))
        strongest = max(first.direction, second.direction, key=abs)
        text = document.text[first.start : second.end]
        out[weekday] = replace(expressions[weekday], term=fields, text=text, direction=strongest)
        told.add(other)
    return tuple(out), frozenset(told)


def _pairs(document: Document, expressions: Sequence[TimeExpression]) -> Iterator[tuple[int, int, Fields]]:
    """Indices of a weekday and of the day of the year beside it, and what they say together."""
    for n, x in enumerate(expressions):
        fields = plain_fields(x.term)
        if fields is None or fields != Fields(weekday=fields.weekday):
            continue
        for k in (n - 1, n + 1):
            day = _day_of_year(expressions[k].term) if 0 <= k < len(expressions) else None
            if day is not None and _stand_side_by_side(document, *(expressions[i] for i in sorted((n, k)))):
                yield n, k, replace(day, weekday=fields.weekday)
                break


def _stand_side_by_side(document: Document, first: TimeExpression, second: TimeExpression) -> bool:
    if first.block != second.block or second.role not in ("", first.role):
        return False
    return _BETWEEN.fullmatch(document.text, first.end, second.start) is not None


def _day_of_year(term: Term) -> Fields | None:
    """Month and day of a term that tells these alone, by number or by the name of a day that is fixed."""
    fields = plain_fields(term)
    if fields is not None:
        return fields if fields.month and fields.day and fields == Fields(month=fields.month, day=fields.day) else None
    if not isinstance(term, NamedDay) or term.year is not None or term.key not in _EVERYWHERE:
        return None
    day = day_of(term.key, _ANY_YEAR)
    if day is None:
        return None
    _, month, day_of_month = calendar.civil(day)
    return Fields(month=month, day=day_of_month)

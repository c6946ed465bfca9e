"""Is a text news, dated by its publication, or a narrative whose own text carries the year?"""

from collections.abc import Sequence

from ...algebra import calendar
from ...model import Document, DocumentTime, TimeExpression
from ..bind import is_loose
from ..recognise import plain_fields
from ..wording import counts_from_publication

#: A narrative is about things at least this long before it was written.
_YEARS_BACK = 3
#: A history may say "today" or "on Sunday" once in a while; more often than in so many of its expressions, it is news.
_NEWS_SHARE = 0.06
#: So many stated years are a chronicle, however recent.
_MANY_YEARS = 12


def is_narrative(document: Document, expressions: Sequence[TimeExpression], time: DocumentTime) -> bool:
    """A history: its years lie well before publication, and few words point at the day of writing."""
    if document.meta.genre:
        return document.meta.genre == "narrative"
    expressions = [x for x in expressions if not is_loose(x.term)]
    latest = calendar.civil(time.latest)[0] if time.latest is not None else None
    years = [f.year for x in expressions if (f := plain_fields(x.term)) and f.year is not None]
    if len(years) < 4:
        return False
    weekdays = sum(1 for x in expressions if (f := plain_fields(x.term)) and f.weekday and not f.day)
    deictic = sum(1 for x in expressions if counts_from_publication(x.term))
    if weekdays + deictic > _NEWS_SHARE * len(expressions):
        return False
    old = sum(1 for y in years if latest is None or y <= latest - _YEARS_BACK)
    return old >= 0.7 * len(years) or len(years) >= _MANY_YEARS

"""The last question before a day is claimed: do the other words of the article still make sense on it?"""

from collections.abc import Iterator
from itertools import chain

from ...algebra.terms import Cycle, Duration, Modified, Offset, Publication, Term
from ...model import Analysis, DocumentTime, TimeExpression
from ..bind import leans_on
from ..recognise import plain_fields
from ..resolve import Resolver
from ..wording import say_day
from .clues import Evidence
from .distances import FAR, days_of
from .frame import pins
from .pasts import is_past
from .pointers import in_one_sentence
from .search import Solution

_SINCE = frozenset({"after", "for", "during"})


def checked(analysis: Analysis, evidence: Evidence, solution: Solution) -> Solution:
    """The same, without its best day where the text contradicts it: then no more than the bounds stand."""
    if solution.best is None:
        return solution
    time = DocumentTime(solution.earliest, solution.latest, solution.best, "inferred")
    against = _objections(analysis, Resolver(analysis, time, trace=False), solution.best)
    objection = next(chain(against, _long_since(analysis, evidence)), None)
    if objection is None:
        return solution
    words = (*solution.words, f"but {objection}: the day stays open")
    return Solution(evidence.floor, evidence.ceiling, words=words)


def _objections(analysis: Analysis, resolver: Resolver, best: int) -> Iterator[str]:
    for n, x in enumerate(analysis.expressions):
        if x.type in ("DURATION", "SET"):
            continue
        if _counts_forward(x.term):
            span = resolver.at(n, best).interval
            if span is not None and span.first > best and is_past(analysis, n):
                yield f"“{x.text}” would then be {say_day(span.first)}, which is later"
        elif _is_coarse_pointer(x.term):
            span = resolver.at(n, best).interval
            for k in _named_beside(analysis, n):
                day = resolver.at(k, best).interval
                if span is not None and day is not None and not span.meets(day):
                    yield f"“{x.text}” would not be {say_day(day.first)}"


def _long_since(analysis: Analysis, evidence: Evidence) -> Iterator[str]:
    """Only what "had happened" then is dated, and the text tells of a long time after it."""
    dated = pins(evidence)
    if not dated or not all(m.earlier for m in dated):
        return
    for x in analysis.expressions:
        if isinstance(x.term, Duration) and x.role in _SINCE and days_of(x.term.amounts) > FAR:
            yield f"“{x.text}” may lie between that and the day of writing"


def _counts_forward(term: Term) -> bool:
    """Is it counted forward from another date: "two months after the quake"?"""
    while isinstance(term, Modified):
        term = term.term
    return isinstance(term, Offset) and term.sign > 0 and leans_on(term) is not None


def _is_coarse_pointer(term: Term) -> bool:
    """Is it counted from the day of writing in weeks, months or years: "last month", "two weeks ago"?"""
    while isinstance(term, Modified):
        term = term.term
    match term:
        case Cycle(unit, n, Publication()):
            return n != 0 and unit in ("week", "month", "year")
        case Offset(((float() | int(), unit),), -1, Publication()):
            return unit in ("week", "month", "year")
    return False


def _named_beside(analysis: Analysis, n: int) -> Iterator[int]:
    """Days named by their date in the same sentence, next to an expression."""
    xs = analysis.expressions
    for k in (n - 1, n + 1):
        if 0 <= k < len(xs) and in_one_sentence(analysis.document, xs[n], xs[k]) and _is_day_of_year(xs[k]):
            yield k


def _is_day_of_year(x: TimeExpression) -> bool:
    f = plain_fields(x.term)
    return f is not None and f.year is None and bool(f.month and f.day)

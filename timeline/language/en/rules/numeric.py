"""Dates in digits."""

from .... import kept
from ....algebra.terms import Fields, Term
from ....kept import pattern
from ...common import numeric
from ...common.steps import valid
from ...grammar import REFUSED, RuleBook, Site
from .common import WD
from .guards.following import noun_follows

BOOK = RuleBook()
rule = BOOK.rule

#: A name that `named_days` has, and "round the clock".
_NO_DATES = {(9, 11), (7, 7), (24, 7)}
#: What stands before a pair of numbers that is a date; before one that could be a fraction it has to be clear.
_BEFORE = pattern(r"(?:[a-z]\s|^|[,;(–-]\s*)$")
_CLEARLY_BEFORE = pattern(r"\b(?:on|by|until|since|dated)\s+$")
_COUNTED = pattern(r"\s*(?:%|percent|of\b|cup|inch|mile|teaspoon|tablespoon|hours?|years?|months?|weeks?|days?|-)")


@rule("numeric-date", f"{WD} NUMDATE", {"17.08.2022": "Fields(year=2022, month=8, day=17)"}, not_in=["45/9/2017"])
def numeric_date(numdate: str, weekday: int | None = None) -> Term | object:
    return numeric.date(numdate, weekday) or REFUSED


def noun_or_end(at: Site) -> bool:
    """Does a noun follow, or nothing?"""
    return noun_follows(at) or kept.match(r"[.,;!?)]|$", at.after(1)) is not None


@rule(
    "numeric-weekday-day-month",
    "( WEEKDAY | DAYABBR:weekday ) ,? NUMPAIR",
    {"Saturday 14/3": "Fields(month=3, day=14)"},
)
def numeric_weekday_pair(numpair: str, weekday: int) -> Term | None:
    """The order stays open; the weekday is not asked, for it is often of another year."""
    return numeric.day_and_month(numpair)


@rule(
    "numeric-day-month",
    "NUMPAIR",
    {"on 14/3": "Fields(month=3, day=14)"},
    not_in=["on 3/4 of the way", "1/2 cup", "the attacks of 9/11"],
)
def numeric_pair(numpair: str, at: Site) -> Term | None:
    """ "12/10": a date where a preposition or another such pair says so; "1/2 cup" is none."""
    first, second = (int(x) for x in numpair.split("/"))
    fraction = first < second and second in (2, 3, 4, 5, 8, 16, 32)
    if (first, second) in _NO_DATES or _COUNTED.match(at.after(12)):
        return None
    if min(first, second) < 1 or max(first, second) < 4:
        return None
    rated = second in (5, 10, 100) and first <= second and noun_or_end(at)
    counted = noun_follows(at) and at.before(4) != "the "
    if (rated or counted) and not _CLEARLY_BEFORE.search(at.before(12)):
        return None  # "she rated it 8/10", "9/10 voters"
    return numeric.day_and_month(numpair) if (_CLEARLY_BEFORE if fraction else _BEFORE).search(at.before(12)) else None


@rule(
    "day-mon-year",
    "( DOM:day - MONTH - ( YEAR:year | YY:short ) | MONTH - DOM:day - YEAR:year )",
    {
        "10-Dec-23": "Fields(month=12, day=10, short_year=23)",
        "Nov-30-2023": "Fields(year=2023, month=11, day=30)",
    },
)
def day_mon_year(day: int, month: int, year: int | None = None, short: int | None = None) -> Term | object:
    f = Fields(year=year, month=month, day=day, short_year=short)
    return f if valid(f) else REFUSED

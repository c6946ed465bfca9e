"""Dates in digits."""

from ....algebra.terms import Fields, Term
from ...common import numeric
from ...common.steps import valid
from ...grammar import REFUSED, RuleBook, Site
from .common import WD

BOOK = RuleBook()
rule = BOOK.rule


@rule("numeric-date", f"{WD} NUMDATE", {"17.08.2022": "Fields(year=2022, month=8, day=17)"}, not_in=["45/9/2017"])
def numeric_date(numdate: str, weekday: int | None = None) -> Term | object:
    return numeric.date(numdate, weekday) or REFUSED


@rule(
    "numeric-day-month",
    "NUMPAIR",
    {"on 14/3": "Fields(month=3, day=14)"},
    not_in=["on 3/4 of the way", "1/2 cup", "the attacks of 9/11"],
)
def numeric_pair(numpair: str, at: Site) -> Term | object | None:
    """ "12/10": a date where a preposition or another such pair says so; "1/2 cup" is none."""
    return numeric.pair(numpair, at.before(12), at.after(12))


@rule(
    "day-mon-year",
    "DOM:day - MONTH - ( YEAR:year | YY:short )",
    {"10-Dec-23": "Fields(month=12, day=10, short_year=23)"},
)
def day_mon_year(day: int, month: int, year: int | None = None, short: int | None = None) -> Term | object:
    f = Fields(year=year, month=month, day=day, short_year=short)
    return f if valid(f) else REFUSED

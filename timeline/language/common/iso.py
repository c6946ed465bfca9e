"""The rules of all languages: dates as ISO 8601 writes them."""

from ...algebra.terms import Fields, Term
from ..grammar import REFUSED, RuleBook
from . import numeric

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "iso-time", "ISOTIME", {"2023-12-10T09:30": "TimeOfDay(day=Fields(year=2023, month=12, day=10), hour=9, minute=30)"}
)
def iso_time(isotime: str) -> Term | object:
    """A moment, with its zone where one is said."""
    return numeric.iso_time(isotime) or REFUSED


@rule("iso-date", "ISODATE", {"2021-03-09": "Fields(year=2021, month=3, day=9)"})
def iso_date(isodate: str) -> Term | object:
    """A day."""
    return numeric.iso_date(isodate) or REFUSED


@rule("iso-week", "ISOWEEK", {"2023-W49": "Fields(year=2023, week=49)"})
def iso_week(isoweek: str) -> Term:
    """A week."""
    return Fields(year=int(isoweek[:4]), week=int(isoweek[6:8]))

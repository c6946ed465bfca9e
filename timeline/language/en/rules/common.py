"""Pieces of patterns, and the small steps from captured words to terms, that several rules share."""

import re

from ....algebra.calendar import is_date
from ....algebra.terms import Cycle, Fields, Modified, Prior, Term, TimeOfDay
from ...grammar import Pieces, Site
from .guards import noun_follows

#: A day of the month, as the argument `day`.
DAY = "( DOM:day | DAYTH:day | ORD:day )"
#: A weekday before a date, where one is said.
WD = "[ ( WEEKDAY | DAYABBR:weekday ) ,? ]"
#: A year behind a month or season: "2023", "of 2023", "'23".
YEAR = "[ ,? of? ( YEAR:year | ' YY:short ) ]"
#: A number of something, as the argument `n`.
COUNT = (
    "( NUM:n | NUMW:n | DECIMAL:n | BIG:n | AN:n | SOME:n | an? SOME:n | ( AN:n | NUMW:n | SOME:n ) HUNDRED:hundred )"
)


def number(n: object, hundred: object = None) -> float | None:
    """A count as a number; None where it is not told."""
    if n is None or n == "X":
        return None
    return float(n) * (100 if hundred else 1)  # type: ignore[arg-type]


def attributive(term: Term, at: Site) -> Term | Pieces:
    """A period before a noun ("the summer offensive") is told without its article."""
    article = re.match(r"(?:the|an?)\s", at.lower[at.start : at.end])
    if not article or not (noun_follows(at) or re.match(r"[\s-]+[A-Z][a-z]", at.text[at.end : at.end + 5])):
        return term
    return Pieces(((at.start + article.end(), at.end, term),))


def modified(term: Term, mod: str | None) -> Term:
    """The term with a mod, where one is said."""
    return Modified(term, mod) if mod else term


def in_part(day: Term, part: str | None) -> Term:
    """A part of a day, where one is said."""
    return TimeOfDay(day, part=part) if part else day


def valid(parts: Fields) -> bool:
    """Can the calendar have this day in some year, or in the year that is said?"""
    if parts.month and parts.day:
        return is_date(parts.year if parts.year is not None else 2000, parts.month, parts.day)
    return True


def unit_term(unit: str, rel: int | None = None, priorrel: int | None = None) -> Term:
    """ "last", "this", "next" count from publication; "previous", "that", "following" from the date named before."""
    grain = "day" if unit == "night" else unit
    if rel is not None:
        return Cycle(grain, rel)
    if not priorrel:
        return Prior(grain)
    return Cycle(grain, priorrel, Prior(None if grain == "day" else grain))

"""Pieces of patterns that several rules share, and guards that ask about the neighbourhood of a match."""

import re

from ....algebra.terms import Fields, Modified, Term, TimeOfDay
from ...grammar import Pieces, Site

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

_NEXT_WORD = re.compile(r"[\s‐-―-]+([a-z]+)")
_FUNCTION_WORDS = frozenset(
    "a about across after against all alone along already also although am amid among an and any are around as at away back be became because been "
    "before began being both but by came can could despite did do does down due during each either ended even ever every following for from gave go "
    "got had has have he her here his hold how however i if in instead into is it its itself just last late later least left led less lost made many "
    "may met might more most much must my named near nearly never next no nor not now of off on once one only onto or other our out over past per "
    "put ran rather said saw say set shall she should since so some still such than that the their them then there these they this those though "
    "through thus till to today together told took toward towards two under unless until up upon us very via was we went were what when where "
    "which while who whom whose why will with within without won would yesterday yet you your".split()
)


def noun_follows(at: Site) -> bool:
    """Does a plain lower-case word that looks like a noun follow, so that a number before it counts or ranks that noun?"""
    m = _NEXT_WORD.match(at.text, at.end)
    return bool(m) and m[1] not in _FUNCTION_WORDS and not m[1].endswith(("ed", "ly"))  # type: ignore[index]


def plural_follows(at: Site) -> bool:
    """Does a word follow that looks like a plural, so that a number before it counts things?"""
    m = _NEXT_WORD.match(at.text, at.end)
    return (
        bool(m)
        and m[1] not in _FUNCTION_WORDS
        and (
            m[1].endswith("s")
            and not m[1].endswith(("ss", "us", "is"))
            or m[1] in ("people", "men", "women", "children")
        )
    )  # type: ignore[index]


def number(n: object, hundred: object = None) -> float | None:
    """A count as a number; None where it is not told."""
    if n is None or n == "X":
        return None
    return float(n) * (100 if hundred else 1)  # type: ignore[arg-type]


def attributive(term: Term, at: Site) -> Term | Pieces:
    """A period before a noun ("the summer offensive") is told without its article."""
    article = re.match(r"(?:the|an?)\s", at.lower[at.start : at.end])
    if not article or not (
        noun_follows(at) or re.match(r"[\s-]+[A-Z][a-z]", at.text[at.end : at.end + 5])
    ):
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
    from ....algebra.calendar import is_date

    if parts.month and parts.day:
        return is_date(parts.year if parts.year is not None else 2000, parts.month, parts.day)
    return True

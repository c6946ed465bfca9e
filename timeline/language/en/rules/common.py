"""Pieces of patterns, and the small steps from captured words to terms, that several rules share."""

from .... import kept
from ....algebra.terms import Term
from ....kept import pattern
from ...grammar import Pieces, Site
from .guards.following import noun_follows

#: A day of the month, as the argument `day`.
DAY = "( DOM:day | DAYTH:day | ORD:day )"
#: A weekday before a date, where one is said.
WD = "[ ( WEEKDAY | DAYABBR:weekday ) ,? ]"
#: A year behind a month or season: "2023", "of 2023", "'23".
YEAR = "[ ,? of? [ the year | the year of our lord | in the year | in the year of our lord ] ( YEAR:year | ' YY:short ) ]"
#: A number of something, as the argument `n`.
COUNT = (
    "( NUM:n | NUMW:n | MILLENNIUM_YEARS:n | DECIMAL:n | BIG:n | AN:n | SOME:n | an? SOME:n | ( AN:n | NUMW:n | SOME:n ) HUNDRED:hundred )"
)


def attributive(term: Term, at: Site) -> Term | Pieces:
    """A period before a noun ("the summer offensive") is told without its article."""
    article = kept.match(r"(?:the|an?)\s", at.lower[at.start : at.end])
    if not article or not (noun_follows(at) or kept.match(r"[\s-]+[A-Z][A-Za-z]", at.text[at.end : at.end + 5])):
        return term
    return Pieces(((at.start + article.end(), at.end, term),))


def with_article(at: Site, start: int) -> int:
    """Where an expression begins that begins there, or with the article before it."""
    return start - len("the ") if at.lower.endswith("the ", at.start, start) else start


def noon_hour(noon: str, at: Site) -> int:
    """12; of midnight 24, for it ends its day, or 0 where what is told comes after it."""
    if noon == "noon":
        return 12
    return 0 if _AFTER.search(at.before(6)) else 24


_AFTER = pattern(r"\b(?:after|past|since|from)\s$")

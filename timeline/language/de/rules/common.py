"""Pieces of patterns that several rules share, and guards that ask about the neighbourhood of a match."""

import re

from ....algebra.terms import Fields, Term, TimeOfDay
from ...grammar import Site

#: An article that belongs to what follows.
ART = "[ der | die | das | dem | den | des ]"
#: A weekday before a date, where one is said: "Sonntag, dem".
WD = "[ ( WEEKDAY | DAYABBR:weekday ) ,? [ dem | den | der ] ]"
#: A day of the month, as the argument `day`: "10.", "zehnten".
DAY = "( DAYTH:day | ORD:day )"
#: A year behind a month, season or quarter.
YEAR = "[ [ des jahres ] YEAR | ' YY:short ]"
#: A number of something, as the argument `n`.
COUNT = "( NUM:n | NUMW:n | DECIMAL:n | BIG:n | AN:n | SOME:n )"
UNITWORD = "( UNIT:unit | UNITS:unit )"

_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…„“»\"\n]\s*|[–—-]\s)$")
_NOUN = re.compile(r"\s+(?:[a-zäöüß]+(?:e|en|er|es|em)\s+)?[A-ZÄÖÜ][a-zäöüß]")
_HYPHENATED = re.compile(r"[-‐‑](?:(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)[A-ZÄÖÜ]|und\b)")


def begins_sentence(at: Site) -> bool:
    """Does a sentence begin with the match, so that its capital tells nothing?"""
    return bool(_SENTENCE_BEGINS.search(at.text[max(0, at.start - 3) : at.start]))


def noun_follows(at: Site) -> bool:
    """Does a noun follow, perhaps behind an adjective, so that a number before it counts or ranks it?"""
    return bool(_NOUN.match(at.text, at.end))


def in_compound(at: Site) -> bool:
    """Is the match a part of a longer word: "Sonntags-Zeitung", "Mai-Kundgebung"?"""
    return bool(_HYPHENATED.match(at.text, at.end)) or at.text[max(0, at.start - 1) : at.start] in ("-", "‑")


def day_term(weekday: int | None = None, weekdaypart: tuple[int, str] | None = None, part: str | None = None) -> Term:
    """A weekday, in one word with its part ("Montagabend") or beside it."""
    if weekdaypart:
        return TimeOfDay(Fields(weekday=weekdaypart[0]), part=weekdaypart[1])
    day = Fields(weekday=weekday)
    return TimeOfDay(day, part=part) if part else day

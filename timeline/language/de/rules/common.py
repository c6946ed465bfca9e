"""Pieces of patterns, and the step from captured words to a term, that several rules share."""

from ....algebra.terms import Fields, Term, TimeOfDay

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


def day_term(weekday: int | None = None, weekdaypart: tuple[int, str] | None = None, part: str | None = None) -> Term:
    """A weekday, in one word with its part ("Montagabend") or beside it."""
    if weekdaypart:
        return TimeOfDay(Fields(weekday=weekdaypart[0]), part=weekdaypart[1])
    day = Fields(weekday=weekday)
    return TimeOfDay(day, part=part) if part else day

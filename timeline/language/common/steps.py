"""The small steps from captured words to terms that rules of all languages share."""

from ...algebra.calendar import is_date
from ...algebra.terms import Cycle, Fields, Modified, Prior, Term, TimeOfDay


def number(n: object, hundred: object = None) -> float | None:
    """A count as a number; None where it is not told."""
    if n is None or n == "X":
        return None
    return float(n) * float(hundred or 1)  # type: ignore[arg-type]


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


def coming_weekend() -> Term:
    """The first weekend that begins after publication: on a Saturday that of the week after."""
    return Cycle("weekend", 0, Cycle("day", 2))


def unit_term(unit: str, rel: int | None = None, priorrel: int | None = None) -> Term:
    """ "last", "this", "next" count from publication; "previous", "that", "following" from the date named before."""
    grain = "day" if unit == "night" else unit
    if rel is not None:
        return Cycle(grain, rel)
    if not priorrel:
        return Prior(grain)
    return Cycle(grain, priorrel, Prior(None if grain == "day" else grain))

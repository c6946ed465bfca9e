"""Weekdays, and not people or places of their names, or other words like their short forms ("the Sun")."""

from .....kept import pattern
from ....grammar import Site

_BEFORE_SHORT_WEEKDAY = pattern(r"(?:\bon|\blast|\bnext|\bthis|\buntil|\bfrom|\bto|\bby|[-,(–—;:]|^)\s*$")
_CAPITAL = pattern(r"\s[A-Z][a-z]")
#: Short forms that are no other words.
_PLAIN_SHORT = frozenset({"tues", "weds", "thur", "thurs"})
_RANK = pattern(r"\b(?:lieutenant|sergeant|captain|major|colonel|general|inspector|constable|mr|mrs|ms|dr)\.?\s$")


def weekday_is_meant(at: Site) -> bool:
    """A weekday; an abbreviation is one only where a date is likely ("Sat Nav", "the Sun")."""
    if _RANK.search(at.before(14)) or (at.before(3) == "in " and _CAPITAL.match(at.text, at.end)):
        return False  # "Lieutenant Friday"; "in Friday Harbor"
    word = at.words.lower().rstrip(".")
    return len(word) > 4 or word in _PLAIN_SHORT or bool(_BEFORE_SHORT_WEEKDAY.search(at.before(10)))

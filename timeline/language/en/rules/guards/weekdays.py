"""Weekdays, and not people or places of their names, or other words like their short forms ("the Sun")."""

from .....kept import pattern
from ....grammar import Site

_BEFORE_SHORT_WEEKDAY = pattern(r"(?:\bon|\blast|\bnext|\bthis|\buntil|\bfrom|\bto|\bby|[-,(–—;:]|^)\s*$")
_CAPITAL = pattern(r"\s[A-Z][a-z]")
#: Short forms that are no other words.
_PLAIN_SHORT = frozenset({"tues", "weds", "thur", "thurs"})
_SURNAME = pattern(r"\s[A-Z][a-z]+\b")
_OPENS = frozenset([".", "!", "?", "“", '"', ""])
#: What people are called by, right before their names.
_CALLING = pattern(
    r"\b(?:coach|captain|striker|midfielder|defender|goalkeeper|winger|manager|player|singer|actor|actress|author|writer|novelist|"
    r"poet|artist|lawyer|activist|farmer|trader|teacher|student|boxer|sprinter|bishop|pastor|senator|governor|professor|chief|"
    r"named|brother|sister|cousin|son|daughter|wife|husband)\s$"
)
#: A surname, and what only people do.
_PERSON_DOES = pattern(
    r"\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s(?:said|says|told|tells|scored|resigned|admitted|insisted|added|played|plays|wrote|writes|"
    r"thinks|believes|hopes|grew up|lives|lived|studied|married|joined|died|was born|was arrested|is a|was a|whose|who)\b|,\s(?:who\b|\d\d,|aged\b)|['’]s\s)"
)
_RANK = pattern(r"\b(?:lieutenant|sergeant|captain|major|colonel|general|inspector|constable|mr|mrs|ms|dr)\.?\s$")


def _is_a_person(at: Site) -> bool:
    """ "Sunday Oladapo resigned.", "the striker Sunday Oladapo": named by the weekday of their birth."""
    if _CALLING.search(at.lower, max(0, at.start - 16), at.start):
        return True
    opens = at.start == 0 or at.text[max(0, at.start - 2) : at.start].strip() in _OPENS
    return opens and _PERSON_DOES.match(at.text, at.end) is not None


def weekday_is_meant(at: Site) -> bool:
    """A weekday; an abbreviation is one only where a date is likely ("Sat Nav", "the Sun")."""
    if _RANK.search(at.before(14)) or (at.before(3) == "in " and _CAPITAL.match(at.text, at.end)):
        return False  # "Lieutenant Friday"; "in Friday Harbor"
    word = at.words.lower().rstrip(".")
    if len(word) > 4 and _SURNAME.match(at.text, at.end) and _is_a_person(at):
        return False
    return len(word) > 4 or word in _PLAIN_SHORT or bool(_BEFORE_SHORT_WEEKDAY.search(at.before(10)))

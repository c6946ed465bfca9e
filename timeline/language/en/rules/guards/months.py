"""Months, and not people, places or verbs of their names ("Mrs May", "the March on Rome")."""

from ..... import kept
from .....kept import pattern
from ....grammar import Site

_TITLE = pattern(r"(?:mr|mrs|ms|dr|sir|lady|miss|secretary|minister|councillor|president|judge)\.?\s$")
_PLACE = pattern(r"\b(?:village|town|city|parish|market town) of\s$")
_BEFORE_MONTH = pattern(
    r"(?:\b(?:in|since|until|till|by|from|to|of|than|against|during|through|last|next|this|between|before|after|every|each|early|late|"
    r"mid|and|or|for|on|around|about|as of|the|a|per)|\bit(?:['’]s| is| was)|[-,(–—/;])\s*$"
)
#: What is of a person named May, and of no month.
_MINISTERS = pattern(
    r"['’]s\s(?:\w+\s)?(?:government|cabinet|premiership|leadership|successor|predecessor|deal|plan|speech|office|husband|wife|party|team)\b"
)
_JOINING = ("and", "or", ",")
_NAMELIKE = frozenset({"april", "may", "june", "jan", "august"})
_AMBIGUOUS = frozenset({"may", "march", "august", "jan", "mar", "dec", "jun", "sep", "apr", "april", "june"})
#: Short forms that people are called by, joined to no other month.
_SHORT_NAMES = frozenset({"dec", "jan"})
_JOINED_TO = pattern(r"\b(?:and|or)\s$")
_A_MONTH_BEFORE = pattern(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:\s\d{4})?,?\s(?:and|or)\s$")
_MARCHING = pattern(r"\s+(?:on|of|for|in|to|from|against)\b")
_GOES_ON = pattern(r"\s+(?:and|or|to|in|of|the|when|while|but|as|at)\b")
_CLOSES = pattern(r"\s*(?:[.,;:)]|$|’s\s|'s\s|(?:when|was|saw|brought|is|and|to|through)\b)")


def month_is_meant(at: Site) -> bool:
    """A month, and no name or verb: not "April Ryan", "Mrs May", "the March on Rome"."""
    word = at.words.lower().rstrip(".")
    before, after = at.before(20), at.text[at.end : at.end + 20]
    if _TITLE.search(before) or (word == "march" and _PLACE.search(before)):
        return False
    if word == "may" and _MINISTERS.match(after):
        return False
    if word in _SHORT_NAMES and _JOINED_TO.search(before) and not _A_MONTH_BEFORE.search(before):
        return False  # "Ann and Dec"
    if _BEFORE_MONTH.search(before):
        return not _name_behind_preposition(word, before.rstrip(), after)
    if word not in _AMBIGUOUS:
        return True
    previous = kept.search(r"([A-Za-z.]+)\s$", at.text[max(0, at.start - 20) : at.start])
    if previous:
        return False
    return word in ("june", "april", "august") and bool(_CLOSES.match(after))


def _name_behind_preposition(word: str, before: str, after: str) -> bool:
    if word == "march" and _MARCHING.match(after) and before.endswith(("the", " a")):
        return True
    lower_follows = kept.match(r"\s+[a-z]", after) and not _GOES_ON.match(after)
    if word in ("may", "march", "august") and before.endswith(_JOINING) and lower_follows:
        return True
    surname_follows = word in _NAMELIKE and kept.match(r"\s+[A-Z][a-z]+\b", after)
    behind = before.endswith(("and", "or", ",", "by", "of", "for", "to", "from", "the"))
    return bool(surname_follows and behind and not before.endswith("in"))

"""Years, and not counts, sizes, pages or versions ("2000 men", "flight 1549")."""

from .....kept import pattern
from ....grammar import Site
from .following import plural_follows

_NUMBERED = pattern(
    r"(?:volume|vol\.?|hill|no\.?|number|page|pp?\.|section|chapter|flight|room|route|highway|article|item|model|\bact|#|"
    r"building|unit|channel|dial|call|phone|tel\.?|psalm|or so|resolution|windows|boeing|version|lot|agent|office|word|excel|"
    r"server|photoshop|autocad|patent|invoice|bus|train|locomotive|engine|locker|box|gate|exhibit|code|pin|form|tram|platform|extension|frequency|precinct)\s*$"
)
_COUNTED = pattern(
    r"\s*(?:%|percent|per cent|million|billion|dollars|euros|pounds|men\b|troops|soldiers|people|miles|km\b|kilomet|"
    r"met(?:er|re)s|square\b|cubic\b|sq\b|tons|feet|hours|points|votes|kg\b|mm\b|yards|acres|horses|guns|copies|°)"
)
_ADDRESS = pattern(
    r"\s(?:[A-Z][\w’'-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Way|Place|Terrace|Court)\b"
)
#: Other numbers beside it: that of a telephone.
_DIGITS_BEFORE, _DIGITS_BEHIND = pattern(r"\d{3,}\s$|(?<!\d)\d{3}-$"), pattern(r"\s\d{3,}\b|/(?!(?:1[89]|20)\d\d\b)\d{3,}")
_BEFORE_YEAR = pattern(
    r"(?:\b(?:in|since|until|till|by|from|of|during|after|before|to|through|for|early|late|mid|summer|winter|spring|autumn|"
    r"fall|and|or|between|circa|ca\.|c\.|around|about|year|the|season|into)|[-–—(,/])\s*$"
)
_CLEARLY_BEFORE_YEAR = pattern(r"\b(?:in|since|until|by|during|the|between [12]\d{3} and|from [12]\d{3} to)\s*$")


#: Behind "the", what makes a number the length of a race or a size, and no year: nothing that it could belong to.
_NOTHING_IT_QUALIFIES = pattern(
    r"\s*(?:[.;:!?)]|$|,(?!\s(?:the\s)?\d)|\s(?:in|on|at|with|by|for|from|after|before|when|while|but|was|is|had|has|final|heats?)\b|"
    r"\s(?:and|or)\s(?!(?:the\s)?[12]\d{3}))"
)
_ROUND = 50
#: What is known by its number, and its numbers that nobody takes for years of it.
_BY_NUMBER = pattern(r"\s(?:forms?|rules?|flights?|channels?|routes?|bus|buses|trains?|trams?|tax form|service|engines?|locomotives?)\b")
_OLDEST_SO_NAMED = 1500


def year_is_meant(year: int, at: Site) -> bool:
    """A year, and no count, price, page or version."""
    before = at.before(24)
    if before.endswith("the ") and year % _ROUND == 0 and _NOTHING_IT_QUALIFIES.match(at.after(24)):
        return False  # "won the 1500 in 3:45"
    if _ADDRESS.match(at.text, at.end) or _DIGITS_BEFORE.search(before) or _DIGITS_BEHIND.match(at.text, at.end):
        return False
    if year < _OLDEST_SO_NAMED and _BY_NUMBER.match(at.text, at.end):
        return False  # "the 1040 form"
    if _NUMBERED.search(before) or _COUNTED.match(at.after(16)):
        return False
    if _BEFORE_YEAR.search(before):
        return 1000 <= year <= 2100 and not (plural_follows(at) and not _CLEARLY_BEFORE_YEAR.search(before))
    return 1800 <= year <= 2050 and not plural_follows(at)

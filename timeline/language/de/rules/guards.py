"""Guards: what the words around a match say against it. "Frau Sonntag" is no day, "2000 Menschen" no year."""

import re

from ...grammar import Site

_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…„“»\"\n]\s*|[–—-]\s)$")
_NOUN = re.compile(r"\s+(?:[a-zäöüß]+(?:e|en|er|es|em)\s+)?[A-ZÄÖÜ][a-zäöüß]")
_HYPHENATED = re.compile(r"[-‐‑](?:(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)[A-ZÄÖÜ]|und\b)")
_TITLE = re.compile(r"\b(?:herr|herrn|frau|dr\.|familie)\s+$")


def begins_sentence(at: Site) -> bool:
    """Does a sentence begin with the match, so that its capital tells nothing?"""
    return bool(_SENTENCE_BEGINS.search(at.text[max(0, at.start - 3) : at.start]))


def noun_follows(at: Site) -> bool:
    """Does a noun follow, perhaps behind an adjective, so that a number before it counts or ranks it?"""
    return bool(_NOUN.match(at.text, at.end))


def in_compound(at: Site) -> bool:
    """Is the match a part of a longer word: "Sonntags-Zeitung", "Mai-Kundgebung"?"""
    return bool(_HYPHENATED.match(at.text, at.end)) or at.text[max(0, at.start - 1) : at.start] in ("-", "‑")


def weekday_is_meant(at: Site) -> bool:
    """A weekday, and no surname."""
    return not _TITLE.search(at.before(10))


# ------------------------------------------------------------------ months and seasons
_NAMELIKE = frozenset({"mai", "august", "april", "juni", "juli"})
_BEFORE_MONTH = re.compile(r"\b(?:im|seit|bis|ab|vom|ende|anfang|mitte|diesen|jeden|zwischen|gegen)\s+$")
#: Before a season stands a preposition or an article; before a surname a first name or a title.
_BEFORE_SEASON = re.compile(
    r"(?:^|[.!?\n]\s*|\b(?:im|vom|zum|den|dem|der|des|seit|bis|ab|ganzen|ende|anfang|mitte|für|über|nach|vor|pro|und|oder|"
    r"auf)\s+)$"
)


def month_is_meant(at: Site) -> bool:
    """A month, and no name: not "Mai Nguyen", "Frau April"; an abbreviation only beside a number."""
    word = at.words.lower()
    if word.endswith(".") or _TITLE.search(at.before(10)):
        return False
    return word not in _NAMELIKE or bool(_BEFORE_MONTH.search(at.before(12))) or not noun_follows(at)


def season_is_meant(at: Site) -> bool:
    """A season, and no surname."""
    return bool(_BEFORE_SEASON.search(at.before(16)))


# ------------------------------------------------------------------ years
_NUMBERED = re.compile(
    r"\b(?:nummer|nr\.|seite|platz|paragraf|paragraph|§|artikel|art\.|rund|etwa|fast|über|knapp|windows|gut|mehr als|"
    r"weniger als|mindestens|bis zu|insgesamt|postfach|zimmer|kilometer)\s*$"
)
_CLEARLY_BEFORE_YEAR = re.compile(
    r"\b(?:seit|anfang|ende|mitte|saison|sommer|winter|herbst|frühjahr|frühling|anno|zwischen|im|bis|ab|und|jahren|"
    r"jahre)\s*$"
)
_COUNTED = re.compile(
    r"\s+(?:euro|meter|kilo|mann|grad|prozent|menschen|personen|einwohner|franken|dollar|stück|liter|tonnen|watt|besucher|"
    r"mitglieder|mehr|weniger)|\s?(?:%|€|km\b|m\b|kg\b)"
)


def is_counted(at: Site) -> bool:
    """Is a number a count, a price or a place in an order?"""
    return bool(_NUMBERED.search(at.before(20)) or _COUNTED.match(at.lower, at.end))


def year_is_meant(year: int, at: Site) -> bool:
    """A year, and no count, price or paragraph."""
    if is_counted(at):
        return False
    if _CLEARLY_BEFORE_YEAR.search(at.before(20)):
        return 1000 <= year <= 2100
    return 1800 <= year <= 2050 and not (noun_follows(at) and year % 50 == 0)

"""Distances and lengths: "vor zwei Wochen", "drei Tage später", "etwa 50 Minuten", "dreitägig", "jahrelang"."""

import re

from .... import kept
from ....algebra.terms import (
    Cycle,
    Duration,
    Fields,
    NamedDay,
    Occasion,
    Offset,
    Prior,
    Publication,
    Stretch,
    Term,
    Vague,
    Within,
)
from ...common.steps import modified, number
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import COUNT, UNITWORD

BOOK = RuleBook()
rule = BOOK.rule

ROUGH = "[ ABOUT:about ]"
#: Behind "vor" and "in" an amount may also be told exactly.
EXACT = "[ ABOUT:about | genau | exakt | nur | erst ]"
#: A length as written: "zwei Wochen", "einem halben Jahr"; the halves are the argument `half`.
AMOUNT = f"( {COUNT} | AN HALFWORD:half | HALFWORD:half ) {UNITWORD}"
SECOND = "und ( NUM:more | NUMW:more | AN:more ) ( UNIT:unit2 | UNITS:unit2 )"

Amounts = tuple[tuple[float | None, str], ...]


def amount(n: object, unit: str, half: object = None) -> tuple[float | None, str]:
    """One amount as a term has it: half a year is six months, half an hour thirty minutes."""
    count = 0.5 if half else number(n)
    if half and unit in ("hour", "year"):
        return (30.0, "minute") if unit == "hour" else (6.0, "month")
    if unit == "half":
        return (6 * count if count is not None else None), "month"
    return count, unit


def amounts(n: object, unit: str, half: object, more: object, unit2: str | None) -> Amounts:
    """One amount or two."""
    return (amount(n, unit, half), amount(more, unit2)) if unit2 else (amount(n, unit, half),)


# ------------------------------------------------------------------ distances
@rule(
    "ago",
    f"[ heute ] vor {EXACT} {AMOUNT} [ {SECOND} ]",
    {
        "vor zwei Wochen": "Offset(amounts=((2.0, 'week'),), sign=-1, base=Publication())",
        "vor einem halben Jahr": "Offset(amounts=((6.0, 'month'),), sign=-1, base=Publication())",
        "vor einigen Tagen": "Vague(ref='PAST_REF')",
    },
)
def ago(
    unit: str,
    at: Site,
    n: object = None,
    about: str | None = None,
    half: object = None,
    more: object = None,
    unit2: str | None = None,
) -> Term:
    parts = amounts(n, unit, half, more, unit2)
    if any(count is None for count, _ in parts):
        return Vague("PAST_REF")
    return modified(Offset(parts, -1, Publication(), at.words.lower().startswith("heute")), about)


@rule(
    "month-ago",
    f"( MONTH | SEASON ) vor ( NUM:n | NUMW:n | AN:n ) {UNITWORD}",
    {"Mai vor zwei Jahren": "Within(part=Fields(month=5), whole=Cycle(unit='year', n=-2, base=Publication()))"},
)
def month_ago(n: float, unit: str, month: int | None = None, season: str | None = None) -> Term | None:
    return Within(Fields(month=month, season=season), Cycle("year", -int(n))) if unit == "year" else None


@rule("units-ago", "vor UNITS", {"vor Jahren": "Vague(ref='PAST_REF')"})
def units_ago(units: str) -> Term:
    return Vague("PAST_REF")


@rule(
    "in-time",
    f"in {EXACT} {AMOUNT}",
    {
        "in zwei Wochen": "Offset(amounts=((2.0, 'week'),), sign=1, base=Publication())",
        "in einigen Tagen": "Vague(ref='FUTURE_REF')",
    },
    not_in=["in einer Nacht"],
)
def in_time(unit: str, n: object = None, about: str | None = None, half: object = None) -> Term | None:
    if unit in ("night", "weekend", "second"):
        return None
    parts = (amount(n, unit, half),)
    return modified(Offset(parts, 1), about) if parts[0][0] is not None else Vague("FUTURE_REF")


@rule(
    "later",
    f"{ROUGH} {AMOUNT} LATER",
    {
        "zwei Tage später": "Offset(amounts=((2.0, 'day'),), sign=1, base=Prior())",
        "ein Jahr zuvor": "Offset(amounts=((1.0, 'year'),), sign=-1, base=Prior())",
    },
)
def later(unit: str, later: int, n: object = None, about: str | None = None, half: object = None) -> Term:
    parts = (amount(n, unit, half),)
    if parts[0][0] is None:
        return Vague("PAST_REF" if later < 0 else "FUTURE_REF")
    return modified(Offset(parts, later, Prior()), about)


@rule("units-later", "UNITS LATER", {"Jahre später": "Offset(amounts=((None, 'year'),), sign=1, base=Prior())"})
def units_later(units: str, later: int) -> Term:
    return Offset(((None, units),), later, Prior())


_OCCASION = re.compile(
    r"\s+((?:dem|der|den|seinem|seiner|ihrem|ihrer|diesem|dieser)\s+(?:[a-zäöüß]+(?:en|em|er)\s+)?[A-ZÄÖÜ][\w-]+)"
)
_SIGNS = {"nach": 1, "vor": -1}


@rule(
    "from-occasion",
    f"( {ROUGH} {AMOUNT} | UNIT ) ( nach | vor ) [ NAMEDAY ]",
    {
        "Tag nach der Wahl": "Offset(amounts=((1.0, 'day'),), sign=1, base=Occasion(words='der Wahl'))",
        "zwei Wochen vor Ostern": "Offset(amounts=((2.0, 'week'),), sign=-1, base=NamedDay(key='easter', name='Ostern'))",
    },
)
def from_occasion(
    unit: str, at: Site, n: object = 1, about: str | None = None, half: object = None, nameday: str | None = None
) -> Term | Pieces | None:
    if unit not in ("day", "week", "month", "year", "decade"):
        return None
    parts = (amount(n, unit, half),)
    sign = _SIGNS[next(word for word in reversed(at.words.lower().split()) if word in _SIGNS)]
    if parts[0][0] is None:
        return None
    if nameday:
        start, end = at.spans["nameday"]
        return modified(Offset(parts, sign, NamedDay(nameday, at.text[start:end])), about)
    m = _OCCASION.match(at.text, at.end)
    if not m:
        return None
    return Pieces(((at.start, m.end(), modified(Offset(parts, sign, Occasion(" ".join(m[1].split()))), about)),))


# ------------------------------------------------------------------ stretches up to now and from now on
@rule(
    "past-stretch",
    f"[ die | den | der ] REL {COUNT} UNITS:unit",
    {"den vergangenen drei Jahren": "Stretch(amounts=((3.0, 'year'),), sign=-1, base=Publication())"},
)
def past_stretch(rel: int, n: object, unit: str, at: Site) -> Term:
    length = (amount(n, unit),)
    of_a_whole = kept.match(r"\s(?:des|der|vor|nach)\b", at.after(5))  # "den letzten drei Jahren des Krieges"
    return Stretch(length, rel) if rel and not of_a_whole else Duration(length)


@rule(
    "coming-units",
    "[ die | den | der ] REL UNITS",
    {
        "den vergangenen Jahren": "Vague(ref='PAST_REF')",
        "kommenden Monaten": "Stretch(amounts=((None, 'month'),), sign=1, base=Publication())",
    },
)
def coming_units(rel: int, units: str) -> Term:
    if rel and units not in ("year", "decade", "century"):
        return Stretch(((None, units),), rel)
    return Vague("FUTURE_REF" if rel > 0 else "PAST_REF" if rel < 0 else "PRESENT_REF")


# ------------------------------------------------------------------ lengths
_AGED = re.compile(r"\s+(?:alt\b|älter\b|jung\b|jünger\b)")
_OF_AGE = re.compile(r"\balter\s+von\s+(?:\w+\s+)?$|\bmit\s+$")


@rule(
    "duration",
    f"{ROUGH} {AMOUNT} [ {SECOND} ]",
    {
        "drei Wochen": "Duration(amounts=((3.0, 'week'),))",
        "etwa 50 Minuten": "Modified(term=Duration(amounts=((50.0, 'minute'),)), mod='APPROX')",
        "anderthalb Stunden": "Duration(amounts=((1.5, 'hour'),))",
        "einer Stunde und 20 Minuten": "Duration(amounts=((1.0, 'hour'), (20.0, 'minute')))",
    },
    not_in=["82 Jahre alt", "im Alter von 82 Jahren"],
)
def duration(
    unit: str,
    at: Site,
    n: object = None,
    about: str | None = None,
    half: object = None,
    more: object = None,
    unit2: str | None = None,
) -> Term | object | None:
    if unit == "year" and (_AGED.match(at.text, at.end) or _OF_AGE.search(at.before(24))):
        return REFUSED  # a person's age
    if n == 1 and unit in ("night", "weekend", "second", "day") and "ein" in at.words.lower():
        return None  # "ein Tag" tells of one, not how long
    return modified(Duration(amounts(n, unit, half, more, unit2)), about)


@rule(
    "range-duration",
    f"[ ABOUT:about ] ( NUM:n | NUMW:n ) ( - | -- | bis | oder ) ( NUM:last | NUMW:last ) {UNITWORD}",
    {"zwei bis drei Wochen": "Duration(amounts=((2.0, 'week'),))"},
)
def range_duration(n: float, last: float, unit: str, about: str | None = None) -> Term:
    return modified(Duration((amount(n, unit),)), about)


_PERSON = re.compile(
    r"\s+(?:Sohn|Tochter|Kind|Junge|Mädchen|Bub|Mann|Frau|Schüler|Fahrer|Lenker|Enkel|Bruder|Schwester|Pensionist|Rentner)"
)


@rule(
    "long",
    "( LONGADJ | NUM:n - ? LONG )",
    {"dreitägige": "Duration(amounts=((3.0, 'day'),))", "10-tägigen Reise": "Duration(amounts=((10.0, 'day'),))"},
    not_in=["der 34-jährige Fahrer", "seine dreijährige Tochter", "ein Dreijähriger"],
)
def long(
    at: Site, longadj: tuple[object, str] | None = None, n: object = None, long: str | None = None
) -> Term | object:
    """How long something goes on; the age of a person is left alone."""
    count, unit = longadj or (n, str(long))
    noun = kept.match(r"\s+[A-ZÄÖÜ]", at.text[at.end : at.end + 3])
    if unit == "year" and (
        not noun or at.words[0].isupper() or at.words[0].isdigit() or _PERSON.match(at.text, at.end)
    ):
        return REFUSED
    return Duration((amount(count, unit),))


@rule("lasting", "LASTING", {"jahrelang": "Duration(amounts=((None, 'year'),))"})
def lasting(lasting: str) -> Term:
    return Duration(((None, lasting),))


_BEFORE_UNITS = re.compile(r"\b(?:seit|nach|für|über|binnen|in|innerhalb von|während)\s+$")


@rule("units", "UNITS", {"seit Jahren": "Duration(amounts=((None, 'year'),))"}, not_in=["schöne Tage"])
def units(units: str, at: Site) -> Term | None:
    return Duration(((None, units),)) if _BEFORE_UNITS.search(at.before(14)) else None

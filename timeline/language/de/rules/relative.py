"""Counted from publication or from the date named before: "vergangene Woche", "heute Morgen", "am Tag zuvor"."""

import re

from .... import kept
from ....algebra.terms import Alike, Cycle, Fields, Modified, Occurrence, Prior, Term, TimeOfDay, Within
from ...common.steps import coming_weekend, in_part, modified, unit_term
from ...grammar import RuleBook, Site
from .common import ART
from .guards import begins_sentence

BOOK = RuleBook()
rule = BOOK.rule

_FINE = ("second", "minute", "hour")


@rule(
    "day-deictic",
    "DEICTIC [ [ EARLYADJ ] PART | früh ]",
    {
        "gestern": "Cycle(unit='day', n=-1, base=Publication())",
        "heute Morgen": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='MO')",
    },
    not_in=["am Morgen"],
)
def day_deictic(deictic: int, at: Site, part: str | None = None, earlyadj: str | None = None) -> Term | None:
    if at.words == "Morgen" and not begins_sentence(at):
        return None  # the time of day
    part = part or ("MO" if at.words.lower().endswith("früh") else None)
    return modified(in_part(Cycle("day", deictic), part), earlyadj)


@rule("this-year", "THISYEAR", {"heuer": "Cycle(unit='year', n=0, base=Publication())"})
def this_year(thisyear: int) -> Term:
    return Cycle("year", thisyear)


@rule(
    "deictic-adjective",
    "[ der | dem | den ] DEICTICADJ ( WEEKDAY [ PART ] | WEEKDAYPART | PART | tag | tages )",
    {"heutigen Dienstag": "Cycle(unit='day', n=0, base=Publication())"},
)
def deictic_adjective(deicticadj: int, part: str | None = None, weekdaypart: tuple[int, str] | None = None) -> Term:
    return in_part(Cycle("day", deicticadj), weekdaypart[1] if weekdaypart else part)


@rule(
    "relative-unit",
    f"{ART} REL UNIT",
    {
        "vergangene Woche": "Cycle(unit='week', n=-1, base=Publication())",
        "der kommenden Woche": "Cycle(unit='week', n=1, base=Publication())",
        "am nächsten Tag": "Cycle(unit='day', n=1, base=Prior())",
    },
)
def relative_unit(rel: int, unit: str, at: Site) -> Term | None:
    if unit in _FINE:
        return None
    if unit == "night":
        return TimeOfDay(Cycle("day", min(rel, 0)), part="NI")
    if unit == "day":  # "dieser Tag", "der nächste Tag" are of the story; "der letzte Tag" is the last of something
        return None if rel < 0 else unit_term("day", None, rel)
    return coming_weekend() if unit == "weekend" and "kommend" in at.words.lower() else Cycle(unit, rel)


@rule(
    "relative-part",
    "[ EARLYADJ ] ( REL | PRIORREL ) PART",
    {
        "diesem Morgen": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='MO')",
        "nächsten Morgen": "TimeOfDay(day=Cycle(unit='day', n=1, base=Prior()), part='MO')",
        "selben Nachmittag": "TimeOfDay(day=Prior(grain='day'), part='AF')",
    },
)
def relative_part(part: str, rel: int | None = None, priorrel: int | None = None, earlyadj: str | None = None) -> Term:
    day: Term = Cycle("day", rel) if rel is not None and rel <= 0 else unit_term("day", None, rel or priorrel)
    return modified(TimeOfDay(day, part=part), earlyadj)


@rule(
    "prior-unit",
    f"{ART} PRIORREL UNIT",
    {
        "selben Tag": "Prior(grain='day')",
        "folgenden Jahr": "Cycle(unit='year', n=1, base=Prior(grain='year'))",
    },
)
def prior_unit(priorrel: int, unit: str) -> Term | None:
    return unit_term(unit, None, priorrel) if unit not in _FINE else None


@rule(
    "the-day-before",
    f"{ART} ( UNIT | PART ) LATER",
    {
        "Tag zuvor": "Cycle(unit='day', n=-1, base=Prior())",
        "Abend davor": "TimeOfDay(day=Cycle(unit='day', n=-1, base=Prior()), part='EV')",
    },
)
def the_day_before(later: int, unit: str | None = None, part: str | None = None) -> Term | None:
    if unit in _FINE:
        return None
    return in_part(unit_term(unit or "day", None, later), part)


_YEAR_BEFORE, _MONTH_BEFORE = (
    re.compile(r"\b(?:19|20)\d\d\b"),
    re.compile(r"\b[A-ZÄÖÜ][a-zäöü]+(?:ar|ber|ril|uni|uli)\b|\bMai\b|\bMärz\b"),
)


@rule(
    "neighbour",
    "[ dem | des | der ] NEIGHBOUR",
    {
        "Vortag": "Cycle(unit='day', n=-1, base=Prior())",
        "Vorjahr": "Cycle(unit='year', n=-1, base=Publication())",
        "2019 ein Plus gegenüber dem Vorjahr": "Cycle(unit='year', n=-1, base=Prior(grain='year'))",
    },
)
def neighbour(neighbour: str, at: Site) -> Term:
    """The day before is that of the story; month and year are compared with those just named, else with the present."""
    unit, shift = neighbour.split()
    before = at.text[max(0, at.start - 160) : at.start]
    told = {"day": True, "month": _MONTH_BEFORE.search(before), "year": _YEAR_BEFORE.search(before)}.get(unit)
    return unit_term(unit, None, int(shift)) if told else Cycle(unit, int(shift))


@rule(
    "year-before-compared",
    "[ dem | des | der ] COMPARED",
    {"Vorjahresquartal": "Alike(whole=Cycle(unit='year', n=-1, base=Publication()), base=Prior(grain='quarter'))"},
)
def year_before_compared(compared: str) -> Term:
    """What figures are compared with: the same part of the year before."""
    return Alike(Cycle("year", -1), Prior(compared))


@rule(
    "relative-weekday",
    f"{ART} REL ( WEEKDAY [ PART ] | WEEKDAYPART )",
    {
        "vergangenen Freitag": "Occurrence(fields=Fields(weekday=5), n=-1, base=Publication())",
        "nächsten Montagabend": "TimeOfDay(day=Occurrence(fields=Fields(weekday=1), n=1, base=Publication()), part='EV')",
    },
)
def relative_weekday(
    rel: int, weekday: int | None = None, weekdaypart: tuple[int, str] | None = None, part: str | None = None
) -> Term | None:
    if weekdaypart:
        weekday, part = weekdaypart
    if abs(rel) > 1:  # "vorletzten Samstag": a week beyond
        return in_part(Within(Fields(weekday=weekday), Cycle("week", rel)), part)
    return in_part(Occurrence(Fields(weekday=weekday), rel), part)


@rule(
    "prior-weekday",
    f"{ART} PRIORREL ( WEEKDAY [ PART ] | WEEKDAYPART )",
    {"darauffolgenden Montag": "Occurrence(fields=Fields(weekday=1), n=1, base=Prior())"},
)
def prior_weekday(
    priorrel: int, weekday: int | None = None, weekdaypart: tuple[int, str] | None = None, part: str | None = None
) -> Term:
    if weekdaypart:
        weekday, part = weekdaypart
    return in_part(Occurrence(Fields(weekday=weekday), priorrel, Prior()), part)


@rule(
    "weekday-of-week",
    "( WEEKDAY [ PART ] | WEEKDAYPART ) [ der ] ( REL woche | PRIORREL woche )",
    {"Freitag vergangener Woche": "Within(part=Fields(weekday=5), whole=Cycle(unit='week', n=-1, base=Publication()))"},
)
def weekday_of_week(
    weekday: int | None = None,
    weekdaypart: tuple[int, str] | None = None,
    part: str | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
) -> Term:
    if weekdaypart:
        weekday, part = weekdaypart
    return in_part(Within(Fields(weekday=weekday), unit_term("week", rel, priorrel)), part)


@rule(
    "relative-month",
    f"{ART} REL ( MONTH | SEASON )",
    {
        "vergangenen Mai": "Occurrence(fields=Fields(month=5), n=-1, base=Publication())",
        "diesen Sommer": "Occurrence(fields=Fields(season='SU'), n=0, base=Publication())",
    },
)
def relative_month(rel: int, month: int | None = None, season: str | None = None) -> Term | None:
    return Occurrence(Fields(month=month, season=season), rel) if abs(rel) <= 1 else None


@rule(
    "prior-month",
    f"{ART} PRIORREL ( MONTH | SEASON )",
    {"folgenden Frühling": "Occurrence(fields=Fields(season='SP'), n=1, base=Prior())"},
)
def prior_month(priorrel: int, month: int | None = None, season: str | None = None) -> Term:
    return Occurrence(Fields(month=month, season=season), priorrel, Prior())


# ------------------------------------------------------------------ parts of the day, weekends
@rule(
    "night-to",
    "[ der ] ( nacht | NAMENIGHT ) ( zum | auf | zu | vom WEEKDAY:from auf | von WEEKDAY:from auf | vom WEEKDAY:from zum ) [ den ] "
    "( WEEKDAY | DEICTIC | ( DAYTH:day | ORD:day ) MONTH [ YEAR ] )",
    {"der Nacht zum Samstag": "TimeOfDay(day=Fields(weekday=6), part='NI')"},
)
def night_to(
    weekday: int | None = None,
    deictic: int | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
) -> Term:
    """The night is told by the day that it leads to."""
    into: Term = (
        Cycle("day", deictic) if deictic is not None else Fields(weekday=weekday, day=day, month=month, year=year)
    )
    return TimeOfDay(into, part="NI")


@rule(
    "part-of-day",
    "PART des ( ( DAYTH:day | ORD:day ) [ MONTH [ YEAR ] ] | WEEKDAYS:weekday | PRIORREL tages )",
    {"Abend des 15. Mai": "TimeOfDay(day=Fields(month=5, day=15), part='EV')"},
)
def part_of_day(
    part: str,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    weekday: int | None = None,
    priorrel: int | None = None,
) -> Term:
    if priorrel is not None:
        return TimeOfDay(unit_term("day", None, priorrel), part=part)
    return TimeOfDay(Fields(day=day, month=month, year=year, weekday=weekday), part=part)


_BEFORE_PART = re.compile(r"\b(?:am|gegen|zum|vom|bis|in der|in den|im|seit dem|an dem)\s+$")


@rule(
    "part-alone",
    "[ EARLYADJ ] PART",
    {"am frühen Morgen": "Modified(term=TimeOfDay(day=Prior(grain='day'), part='MO'), mod='START')"},
    not_in=["ein schöner Abend"],
)
def part_alone(part: str, at: Site, earlyadj: str | None = None) -> Term | None:
    return modified(TimeOfDay(Prior("day"), part=part), earlyadj) if _BEFORE_PART.search(at.before(10)) else None


@rule("the-weekend", "wochenende", {"am Wochenende": "Fields(weekend=True)"}, not_in=["ein Wochenende"])
def the_weekend(at: Site) -> Term | None:
    return Fields(weekend=True) if kept.search(r"\b(?:am|das|zum|vom|übers|bis)\s+$", at.before(8)) else None


@rule(
    "this-unit-edge",
    "[ dem | das ] ( REL | PRIORREL ) UNITEDGE",
    {"kommenden Jahresende": "Modified(term=Cycle(unit='year', n=1, base=Publication()), mod='END')"},
)
def this_unit_edge(unitedge: tuple[str, str], at: Site, rel: int | None = None, priorrel: int | None = None) -> Term:
    unit, mod = unitedge
    if unitedge == ("week", "END") and "kommend" in at.words.lower():
        return coming_weekend()
    if unitedge == ("week", "END"):
        return unit_term("weekend", rel, priorrel)
    return Modified(unit_term(unit, rel, priorrel), mod)

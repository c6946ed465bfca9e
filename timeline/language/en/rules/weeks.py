"""Weeks, and days counted by them: "the week of October 10", "Tuesday week", "a week today", "Thursday of next week"."""

from .... import kept
from ....algebra.terms import Cycle, Fields, Occurrence, Offset, Term, Within
from ....kept import pattern
from ...common.steps import in_part, unit_term, valid
from ...grammar import RuleBook, Site
from .guards.following import noun_follows

BOOK = RuleBook()
rule = BOOK.rule


def _bare(weekday: int, n: int) -> Term:
    """The weekday beside today; without "next" and "last", which can also pass over that of this week."""
    return Occurrence(Fields(weekday=weekday), n, Cycle("day", 0))


@rule(
    "weekday-week",
    "WEEKDAY week",
    {
        "Tuesday week": "Offset(amounts=((1.0, 'week'),), sign=1, base=Occurrence(fields=Fields(weekday=2), n=1, base=Cycle(unit='day', n=0, base=Publication())))"
    },
)
def weekday_week(weekday: int) -> Term:
    """British: the Tuesday after the coming one."""
    return Offset(((1.0, "week"),), 1, _bare(weekday, 1))


@rule(
    "weekday-fortnight",
    "WEEKDAY fortnight",
    {
        "Monday fortnight": "Offset(amounts=((1.0, 'fortnight'),), sign=1, base=Occurrence(fields=Fields(weekday=1), n=1, base=Cycle(unit='day', n=0, base=Publication())))"
    },
)
def weekday_fortnight(weekday: int) -> Term:
    """British: two weeks after the coming one."""
    return Offset(((1.0, "fortnight"),), 1, _bare(weekday, 1))


@rule(
    "day-week",
    "DEICTIC week",
    {"tomorrow week": "Offset(amounts=((1.0, 'week'),), sign=1, base=Cycle(unit='day', n=1, base=Publication()))"},
)
def day_week(deictic: int) -> Term | None:
    """British: a week after tomorrow."""
    return Offset(((1.0, "week"),), 1, Cycle("day", deictic)) if deictic >= 0 else None


@rule(
    "week-from-deictic",
    "( AN:n | NUMW:n | NUM:n ) ( week | weeks | fortnight ) ( today | tomorrow )",
    {
        "a week today": "Offset(amounts=((1.0, 'week'),), sign=1, base=Cycle(unit='day', n=0, base=Publication()))"
    },
    not_in=["It is a week today since she left"],
)
def week_from_deictic(n: int, at: Site) -> Term | None:
    """British: a week after today."""
    if kept.match(r"\s(?:since|that)\b", at.after(7)):
        return None
    words = at.words.lower()
    base = Cycle("day", 1 if words.endswith("tomorrow") else 0)
    return Offset(((float(n), "fortnight" if "fortnight" in words else "week"),), 1, base)


@rule(
    "week-of-day",
    "[ the ] week ( of | beginning | commencing | starting | ending ) [ WEEKDAY ,? ] "
    "( MONTH ( DOM:day | DAYTH:day ) | [ the ] ( DOM:day | DAYTH:day ) of? MONTH ) [ ,? YEAR:year ]",
    {"the week of October 10": "Cycle(unit='week', n=0, base=Fields(month=10, day=10))"},
    not_in=["the week of October 10-14"],
)
def week_of_day(month: int, day: int, at: Site, year: int | None = None, weekday: int | None = None) -> Term | None:
    """The calendar week that holds a day."""
    if at.after(1) in ("-", "–") or not valid(Fields(year=year, month=month, day=day)):
        return None
    return Cycle("week", 0, Fields(year=year, month=month, day=day))


@rule(
    "week-of-day-alone",
    "[ the ] week ( of | beginning | commencing | starting | ending ) [ WEEKDAY ,? ] [ the ] DAYTH:day",
    {"the week of the 22nd": "Cycle(unit='week', n=0, base=Fields(day=22))"},
    not_in=["the week of the 22nd conference"],
)
def week_of_day_alone(day: int, at: Site) -> Term | None:
    """The calendar week that holds a day of the month."""
    return None if noun_follows(at) or at.after(1) in ("-", "–") else Cycle("week", 0, Fields(day=day))


@rule(
    "weekday-sennight",
    "WEEKDAY ( se'nnight | sennight )",
    {"Monday sennight": "Offset(amounts=((1.0, 'week'),), sign=1, base=Occurrence(fields=Fields(weekday=1), n=1, base=Cycle(unit='day', n=0, base=Publication())))"},
)
def weekday_sennight(weekday: int, at: Site) -> Term:
    """Old papers: the weekday a week before the last one, or after the next, by the tense of its clause."""
    sign = -1 if _TOLD.search(at.before(80)) else 1
    return Offset(((1.0, "week"),), sign, _bare(weekday, sign))


_TOLD = pattern(r"\b(?:was|were|had|did|\w{2,}ed|took|met|sat|died|left|came|held|went|gave|fell|ran|rose)\b[^.;:!?]*$")


@rule(
    "week-on-weekday",
    "( AN:n | NUMW:n | NUM:n ) ( week | weeks | fortnight ) ( on | from ) WEEKDAY",
    {
        "a week on Tuesday": "Offset(amounts=((1.0, 'week'),), sign=1, base=Occurrence(fields=Fields(weekday=2), n=1, base=Cycle(unit='day', n=0, base=Publication())))"
    },
    not_in=["shut for a week from Monday week"],
)
def week_on_weekday(n: int, weekday: int, at: Site) -> Term | None:
    if kept.match(r"\sweek\b", at.after(5)):
        return None  # "a fortnight from Monday week"
    unit = "fortnight" if "fortnight" in at.words.lower() else "week"
    return Offset(((float(n), unit),), 1, _bare(weekday, 1))


@rule(
    "weekday-of-week",
    "WEEKDAY [ PART ] ( of | , )? ( REL:rel week | the PRIORREL:priorrel week | PRIORREL:priorrel week | the week )",
    {"Thursday of next week": "Within(part=Fields(weekday=4), whole=Cycle(unit='week', n=1, base=Publication()))"},
)
def weekday_of_week(
    weekday: int, at: Site, rel: int | None = None, priorrel: int | None = None, part: str | None = None
) -> Term | None:
    if at.words.lower().endswith("the week") or "," in at.words:
        return None
    if priorrel == 1 and "next" in at.words.lower():
        rel, priorrel = 1, None
    return in_part(Within(Fields(weekday=weekday), unit_term("week", rel, priorrel)), part)


@rule(
    "deictic-week",
    "( a | )? week ( ago | from ) ( DEICTIC | WEEKDAY )",
    {
        "a week from tomorrow": "Offset(amounts=((1.0, 'week'),), sign=1, base=Cycle(unit='day', n=1, base=Publication()))",
        "a week ago Tuesday": "Offset(amounts=((1.0, 'week'),), sign=-1, base=Occurrence(fields=Fields(weekday=2), n=-1, base=Cycle(unit='day', n=0, base=Publication())))",
    },
)
def deictic_week(at: Site, deictic: int | None = None, weekday: int | None = None) -> Term:
    sign = -1 if "ago" in at.words.lower() else 1
    base = _bare(weekday, sign) if weekday is not None else Cycle("day", deictic or 0)
    return Offset(((1.0, "week"),), sign, base)

"""Clock times: "14 Uhr", "um 14.30 Uhr", "halb acht", alone and beside their day."""

import re

from .... import kept
from ....algebra.terms import Cycle, Fields, Prior, Term, TimeOfDay
from ...common import numeric
from ...common.steps import modified
from ...grammar import Pieces, RuleBook, Site
from .common import WD, YEAR

BOOK = RuleBook()
rule = BOOK.rule

TIME = (
    "( ( NUM:hour | NUMW:hour ) uhr [ NN:minute ] | ( DOTCLOCK:clock | CLOCK:clock ) uhr | MIDNIGHT:hour )"
    " [ PARTS:part ] [ ZONE ]"
)
DATE = f"[ ( WEEKDAY | WEEKDAYPART ) ,? [ dem | den | der ] ] ( DAYTH:day | ORD:day ) MONTH {YEAR}"
DAY = f"( {DATE} | WEEKDAY [ PART ] | WEEKDAYPART | DEICTIC [ PART ] | {WD} ( NUMDATE | DAYMONTH ) )"
_ROUGH = re.compile(r"\b(?:gegen|etwa um|rund um|ca\.)\s+$")


def moment(
    day: Term, hour: float | None, minute: int | None, clock: str | None, part: str | None, zone: str | None
) -> TimeOfDay | None:
    """A clock time of a day; None where no clock shows it. part: "morgens", "abends"."""
    if clock:
        hour, minute = (int(x) for x in re.split(r"[.:]", clock)[:2])
    h = int(hour or 0)
    if part in ("AF", "EV") and h < 12:
        h += 12
    return TimeOfDay(day, h, minute or 0, zone=zone) if h <= 24 and (minute or 0) < 60 else None


def day_of(
    weekday: int | None,
    weekdaypart: tuple[int, str] | None,
    day: int | None,
    month: int | None,
    year: int | None,
    deictic: int | None,
    numdate: str | None,
    daymonth: str | None,
) -> Term | None:
    """The day beside a clock time; a part of it that is said besides is told by the clock."""
    if numdate:
        return numeric.date(numdate.replace(" ", ""), weekday)
    if deictic is not None:
        return Cycle("day", deictic)
    if daymonth:
        day, month = (int(x) for x in daymonth.rstrip(".").split("."))
    return Fields(year=year, month=month, day=day, weekday=weekdaypart[0] if weekdaypart else weekday)


@rule(
    "day-clock",
    f"{DAY} ,? [ um | gegen | ab | bis | kurz vor | kurz nach ] {TIME}",
    {
        "Donnerstag um 14 Uhr": "TimeOfDay(day=Fields(weekday=4), hour=14, minute=0)",
        "Freitag, 1. März, 22 Uhr": "TimeOfDay(day=Fields(month=3, day=1, weekday=5), hour=22, minute=0)",
    },
)
def day_clock(
    at: Site,
    weekday: int | None = None,
    weekdaypart: tuple[int, str] | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    deictic: int | None = None,
    numdate: str | None = None,
    daymonth: str | None = None,
    hour: float | None = None,
    minute: int | None = None,
    clock: str | None = None,
    part: str | None = None,
    zone: str | None = None,
) -> Term | None:
    inner = day_of(weekday, weekdaypart, day, month, year, deictic, numdate, daymonth)
    late = (weekdaypart[1] if weekdaypart else part) if hour is not None and hour < 12 else None
    found = moment(inner, hour, minute, clock, late, zone) if inner else None
    return (
        modified(found, "APPROX" if kept.search(r"\bgegen\b", at.lower[at.start : at.end]) else None) if found else None
    )


@rule(
    "clock-day",
    f"{TIME} [ am | , ] {DAY}",
    {"18.45 Uhr am Sonntag": "TimeOfDay(day=Fields(weekday=7), hour=18, minute=45)"},
)
def clock_day(
    weekday: int | None = None,
    weekdaypart: tuple[int, str] | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    deictic: int | None = None,
    numdate: str | None = None,
    daymonth: str | None = None,
    hour: float | None = None,
    minute: int | None = None,
    clock: str | None = None,
    part: str | None = None,
    zone: str | None = None,
) -> Term | None:
    inner = day_of(weekday, weekdaypart, day, month, year, deictic, numdate, daymonth)
    return moment(inner, hour, minute, clock, part, zone) if inner else None


@rule(
    "clock",
    TIME,
    {
        "14.30 Uhr": "TimeOfDay(day=Prior(grain='day'), hour=14, minute=30)",
        "8 Uhr abends": "TimeOfDay(day=Prior(grain='day'), hour=20, minute=0)",
    },
    not_in=["3:2 gewonnen"],
)
def clock(
    at: Site,
    hour: float | None = None,
    minute: int | None = None,
    clock: str | None = None,
    part: str | None = None,
    zone: str | None = None,
) -> Term | None:
    found = moment(Prior("day"), hour, minute, clock, part, zone)
    return modified(found, "APPROX" if _ROUGH.search(at.before(10)) else None) if found else None


@rule(
    "clock-range",
    f"( NUM:first | DOTCLOCK:firstclock | CLOCK:firstclock ) ( bis | - | -- | und ) {TIME}",
    {
        "10 bis 12.30 Uhr": "TimeOfDay(day=Prior(grain='day'), hour=10, minute=0) | TimeOfDay(day=Prior(grain='day'), hour=12, minute=30)"
    },
)
def clock_range(
    at: Site,
    first: int | None = None,
    firstclock: str | None = None,
    hour: float | None = None,
    minute: int | None = None,
    clock: str | None = None,
    part: str | None = None,
    zone: str | None = None,
) -> Pieces | None:
    """Two clock times that share one "Uhr"."""
    begin = moment(Prior("day"), first, None, firstclock, part, zone)
    end = moment(Prior("day"), hour, minute, clock, part, zone)
    if begin is None or end is None:
        return None
    cut = at.spans["firstclock" if firstclock else "first"][1]
    last = min(at.spans[name][0] for name in ("hour", "clock") if name in at.spans)
    return Pieces(((at.start, cut, begin), (last, at.end, end)), ranged=True)


_BEFORE_HOUR = re.compile(r"(?:^|\b(?:um|gegen|bis|ab|vor|nach|seit|kurz vor|kurz nach)\s+)$")


@rule(
    "half-past",
    "TOHOUR ( NUM:hour | NUMW:hour ) [ uhr ] [ PARTS:part ]",
    {"um halb acht": "TimeOfDay(day=Prior(grain='day'), hour=7, minute=30)"},
    not_in=["halb so viel", "nur halb acht"],
)
def half_past(tohour: int, hour: float, at: Site, part: str | None = None) -> Term | None:
    """ "halb acht" is half an hour before eight."""
    if not 1 <= hour <= 12 or not _BEFORE_HOUR.search(at.before(12)):
        return None
    h, m = divmod((int(hour) + (12 if part in ("AF", "EV") else 0)) * 60 + tohour, 60)
    return TimeOfDay(Prior("day"), h, m)

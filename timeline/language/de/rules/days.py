"""Days: in digits, of a month, of the week."""

import re

from ....algebra.terms import Cycle, Fields, Nth, Term
from ...common import numeric
from ...common.steps import modified, valid
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import DAY, WD, YEAR, day_term
from .guards import noun_follows, weekday_is_meant

BOOK = RuleBook()
rule = BOOK.rule

_BLANKS = re.compile(r"\s+")
_JOINED = re.compile(r"\s*(?:und|oder|sowie)")


@rule("numeric-date", f"{WD} NUMDATE", {"So., 10.12.2023": "Fields(year=2023, month=12, day=10, weekday=7)"})
def numeric_date(numdate: str, weekday: int | None = None) -> Term | object:
    return numeric.date(_BLANKS.sub("", numdate), weekday) or REFUSED


@rule("numeric-day-month", f"{WD} DAYMONTH", {"28.11.": "Fields(month=11, day=28)"})
def numeric_day_month(daymonth: str, weekday: int | None = None) -> Term | object:
    day, month = (int(x) for x in daymonth.rstrip(".").split("."))
    parts = Fields(month=month, day=day, weekday=weekday)
    return parts if valid(parts) else REFUSED


@rule(
    "day-month",
    f"{WD} ( {DAY} | DOM:day ) MONTH {YEAR}",
    {
        "Sonntag, dem 10. Dezember": "Fields(month=12, day=10, weekday=7)",
        "7. Okt. 1951": "Fields(year=1951, month=10, day=7)",
        "zwölften Mai": "Fields(month=5, day=12)",
    },
)
def day_month(
    day: int, month: int, year: int | None = None, short: int | None = None, weekday: int | None = None
) -> Term | object:
    parts = Fields(year=year, month=month, day=day, weekday=weekday, short_year=short)
    return parts if valid(parts) else REFUSED


@rule(
    "days-month",
    "[ dem | den ] ( DAYTH:first | ORD:first ) ( bis | und | oder | sowie | - | -- | / ) [ zum | dem | den | am ] "
    f"( DAYTH:last | ORD:last ) MONTH {YEAR}",
    {"dem 3. und 5. Mai": "Fields(month=5, day=3) | Fields(month=5, day=5)"},
)
def days_month(
    first: int, last: int, month: int, at: Site, year: int | None = None, short: int | None = None
) -> Pieces | None:
    """Two days of one month, both of its year."""
    a, b = (Fields(year=year, month=month, day=day, short_year=short) for day in (first, last))
    if not (valid(a) and valid(b)):
        return None
    joint = at.lower[at.spans["first"][1] :]
    ranged = not _JOINED.match(joint) or at.before(10).endswith("zwischen ")
    return Pieces(((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)), ranged)


@rule(
    "ordinal-day",
    "[ dem | den ] DAYTH",
    {"den 8.": "Fields(day=8)", "am 8. wurde": "Fields(day=8)"},
    not_in=["den 8. Stock", "Platz 8."],
)
def ordinal_day(dayth: int, at: Site) -> Term | None:
    """A bare day of the month, behind its article or "am"; no rank of a noun."""
    led = at.words[0] in "dD" or at.before(5).endswith(("am ", "vom ", "zum "))
    return Fields(day=dayth) if led and not noun_follows(at) else None


@rule("weekday-ordinal", "WEEKDAY ,? [ dem | den | der ] DAYTH", {"Freitag, den 13.": "Fields(day=13, weekday=5)"})
def weekday_ordinal(weekday: int, dayth: int, at: Site) -> Term | None:
    return Fields(day=dayth, weekday=weekday) if not noun_follows(at) else None


@rule("weekday", "WEEKDAY", {"Sonntag": "Fields(weekday=7)"}, not_in=["Frau Sonntag lachte"])
def weekday(weekday: int, at: Site) -> Term | object:
    return Fields(weekday=weekday) if weekday_is_meant(at) else REFUSED


@rule(
    "weekday-part",
    "[ EARLYADJ ] ( WEEKDAYPART | WEEKDAY ( PART | früh ) )",
    {
        "Montagabend": "TimeOfDay(day=Fields(weekday=1), part='EV')",
        "frühen Montagmorgen": "Modified(term=TimeOfDay(day=Fields(weekday=1), part='MO'), mod='START')",
    },
)
def weekday_part(
    weekday: int | None = None,
    weekdaypart: tuple[int, str] | None = None,
    part: str | None = None,
    earlyadj: str | None = None,
) -> Term:
    return modified(day_term(weekday, weekdaypart, part or ("MO" if weekday else None)), earlyadj)


@rule(
    "nth-weekday-of",
    f"( ORD | REL ) WEEKDAY ( im | des ) ( MONTH {YEAR} | monats )",
    {"letzten Freitag im November": "Nth(n=-1, unit='weekday', weekday=5, whole=Fields(month=11), count=1)"},
)
def nth_weekday(
    weekday: int, ord: int | None = None, rel: int | None = None, month: int | None = None, year: int | None = None
) -> Term | None:
    n = ord if ord is not None else rel
    return Nth(n, "weekday", weekday, Fields(month=month, year=year) if month else Cycle("month", 0)) if n else None

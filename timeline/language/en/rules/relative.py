"""Counted from publication or from the date named before: "last week", "the previous day", "next Friday afternoon"."""

import re

from ....algebra.terms import (
    Cycle,
    Fields,
    Modified,
    Occurrence,
    Offset,
    Prior,
    Publication,
    Stretch,
    Term,
    TimeOfDay,
    Within,
)
from ...common.steps import in_part, modified, unit_term
from ...grammar import Pieces, RuleBook, Site

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "day-deictic",
    "[ EARLY:mod ] DEICTIC [ PART ]",
    {
        "yesterday": "Cycle(unit='day', n=-1, base=Publication())",
        "tomorrow morning": "TimeOfDay(day=Cycle(unit='day', n=1, base=Publication()), part='MO')",
    },
)
def day_deictic(deictic: int, at: Site, mod: str | None = None, part: str | None = None) -> Term | None:
    if (
        at.words[0].isupper()
        and re.match(r"[A-Za-z ]*(?:today)", at.words, re.I)
        and re.search(r"\b(?:usa|russia|india|u\.s\.a\.) $", at.before(8))
    ):
        return None  # the newspaper
    return modified(in_part(Cycle("day", deictic), part), mod)


@rule(
    "day-after-tomorrow",
    "[ the ] day ( before yesterday | after tomorrow )",
    {"the day before yesterday": "Cycle(unit='day', n=-2, base=Publication())"},
)
def day_after_tomorrow(at: Site) -> Term:
    return Cycle("day", -2 if "before" in at.words.lower() else 2)


@rule(
    "tonight",
    "[ EARLY:mod ] TONIGHT",
    {"tonight": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='NI')"},
)
def tonight(tonight: str, mod: str | None = None) -> Term:
    return modified(TimeOfDay(Cycle("day", 0), part="NI"), mod)


@rule(
    "last-night",
    "[ EARLY:mod ] REL ( PART | night )",
    {"this morning": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='MO')"},
)
def relative_part(rel: int, at: Site, part: str | None = None, mod: str | None = None) -> Term:
    return modified(TimeOfDay(Cycle("day", rel), part=part or "NI"), mod)


@rule(
    "prior-part",
    "[ EARLY:mod ] [ the ] PRIORREL ( PART | night )",
    {"the next morning": "TimeOfDay(day=Cycle(unit='day', n=1, base=Prior()), part='MO')"},
)
def prior_part(priorrel: int, at: Site, part: str | None = None, mod: str | None = None) -> Term:
    return modified(TimeOfDay(unit_term("day", None, priorrel), part=part or "NI"), mod)


@rule(
    "over-unit",
    "the REL UNIT",
    {"over the last decade": "Stretch(amounts=((1.0, 'decade'),), sign=-1, base=Publication())"},
    not_in=["He left the last week of May"],
)
def over_unit(rel: int, unit: str, at: Site) -> Term | None:
    """ "over the last year" is up to now, where "last year" is the one before."""
    if not rel or not _AT_LENGTH.search(at.before(12)) or re.match(r"\s+of\b", at.after(6)):
        return None
    return Stretch(((1.0, unit),), rel)


_AT_LENGTH = re.compile(r"\b(?:over|within|for|during|throughout)\s$")


@rule("relative-unit", "[ EARLY:mod ( in )? ] [ the ] REL ( full | whole | calendar | fiscal | financial )? UNIT",
      {"last week": "Cycle(unit='week', n=-1, base=Publication())", "later this month": "Modified(term=Cycle(unit='month', n=0, base=Publication()), mod='LATER')"},
      not_in=["last second goal"])  # fmt: skip
def relative_unit(rel: int, unit: str, at: Site, mod: str | None = None) -> Term | None:
    if unit in ("second", "minute", "hour") or (
        rel == 1 and re.match(r"(?:\w+ )?the next", at.lower[at.start : at.end])
    ):
        return None  # "the next day" is the one after the day told before
    if rel == -1 and re.match(r"the last\s", at.words.lower()) and re.match(r"\s+of\b", at.after(4)):
        return None  # that of something else
    if unit == "fortnight":
        return modified(Cycle("fortnight", rel), mod)
    if re.match(r"['’]s\s", at.after(3)) and unit == "day":
        return None
    return modified(Cycle(unit if unit != "night" else "day", rel), mod)


@rule(
    "past-weekday",
    "[ this ] PAST WEEKDAY [ PART ]",
    {"this past Tuesday": "Occurrence(fields=Fields(weekday=2), n=-1, base=Publication())"},
)
def past_weekday(past: int, weekday: int, part: str | None = None) -> Term:
    return in_part(Occurrence(Fields(weekday=weekday), -1), part)


@rule(
    "past-season",
    "[ this | the ] PAST ( SEASON | MONTH | weekend )",
    {"this past summer": "Occurrence(fields=Fields(season='SU'), n=-1, base=Publication())"},
)
def past_season(past: int, at: Site, season: str | None = None, month: int | None = None) -> Term:
    if at.words.lower().endswith("weekend"):
        return Cycle("weekend", -1)
    return Occurrence(Fields(season=season, month=month), -1)


@rule("prior-unit", "[ EARLY:mod ( in )? ] [ the ] PRIORREL UNIT",
      {"the following week": "Cycle(unit='week', n=1, base=Prior(grain='week'))", "that day": "Prior(grain='day')",
       "earlier that year": "Modified(term=Prior(grain='year'), mod='EARLIER')"})  # fmt: skip
def prior_unit(priorrel: int, unit: str, at: Site, mod: str | None = None) -> Term | None:
    if unit in ("second", "minute", "hour"):
        return None
    words = at.words.lower()
    if priorrel == 1 and "next" in words and "the" not in words.split():
        return modified(Cycle(unit if unit != "night" else "day", 1), mod)  # "next week", from publication
    if "said" in words:
        return None
    return modified(unit_term(unit, None, priorrel), mod)


@rule(
    "the-day-before",
    "[ the ] UNIT ( before | after | earlier | later | prior | following ) [ that ]",
    {
        "The day before": "Cycle(unit='day', n=-1, base=Prior())",
        "the year after": "Cycle(unit='year', n=1, base=Prior(grain='year'))",
    },
)
def the_day_before(unit: str, at: Site) -> Term | None:
    if unit in ("second", "minute", "hour") or re.match(
        r"\s+(?:the|a|an|his|her|its|their|my|our|[a-z]+ing|he|she|it|they|we|[A-Z])\b", at.text[at.end : at.end + 12]
    ):
        return None
    if not at.words.lower().startswith("the"):
        return None
    return unit_term(unit, None, 1 if re.search(r"\b(?:after|later|following)\b", at.words.lower()) else -1)


@rule(
    "before-last",
    "[ the ] ( UNIT | WEEKDAY | SEASON | MONTH ) ( before last | after next )",
    {
        "the week before last": "Cycle(unit='week', n=-2, base=Publication())",
        "the Friday before last": "Occurrence(fields=Fields(weekday=5), n=-2, base=Publication())",
    },
)
def before_last(
    at: Site,
    unit: str | None = None,
    weekday: int | None = None,
    season: str | None = None,
    month: int | None = None,
) -> Term | None:
    n = -2 if "before" in at.words.lower() else 2
    if unit == "night":
        return TimeOfDay(Cycle("day", n), part="NI")
    if unit:
        return None if unit in ("second", "minute", "hour") else Cycle(unit, n)
    return Occurrence(Fields(weekday=weekday, season=season, month=month), n)


@rule(
    "seasons-ago",
    "( NUMW:n | NUM:n ) ( SEASONS:season | WEEKDAYS:weekday ) AGO",
    {
        "two summers ago": "Occurrence(fields=Fields(season='SU'), n=-2, base=Publication())",
        "three Sundays ago": "Occurrence(fields=Fields(weekday=7), n=-3, base=Publication())",
    },
)
def seasons_ago(n: int, ago: int, season: str | None = None, weekday: int | None = None) -> Term | None:
    return Occurrence(Fields(season=season, weekday=weekday), -int(n)) if 1 <= n <= 50 else None


@rule(
    "relative-weekday",
    "REL ( WEEKDAY | DAYABBR:weekday ) [ PART ]",
    {
        "last Tuesday": "Occurrence(fields=Fields(weekday=2), n=-1, base=Publication())",
        "next Friday afternoon": "TimeOfDay(day=Occurrence(fields=Fields(weekday=5), n=1, base=Publication()), part='AF')",
    },
)
def relative_weekday(rel: int, weekday: int, part: str | None = None) -> Term:
    return in_part(Occurrence(Fields(weekday=weekday), rel), part)


@rule(
    "prior-weekday",
    "[ the ] PRIORREL WEEKDAY [ PART ]",
    {"the previous Thursday": "Occurrence(fields=Fields(weekday=4), n=-1, base=Prior())"},
)
def prior_weekday(priorrel: int, weekday: int, at: Site, part: str | None = None) -> Term:
    base: Term = Publication() if at.words.lower().startswith("next") else Prior()
    return in_part(Occurrence(Fields(weekday=weekday), priorrel, base), part)


@rule(
    "weekday-last",
    "WEEKDAY ( last | next )",
    {"Friday last": "Occurrence(fields=Fields(weekday=5), n=-1, base=Cycle(unit='day', n=0, base=Publication()))"},
    not_in=["Friday last week"],
)
def weekday_last(weekday: int, at: Site) -> Term:
    return Occurrence(Fields(weekday=weekday), -1 if at.words.lower().endswith("last") else 1, Cycle("day", 0))


@rule(
    "weekday-week",
    "WEEKDAY week",
    {
        "Tuesday week": "Offset(amounts=((1.0, 'week'),), sign=1, base=Occurrence(fields=Fields(weekday=2), n=1, base=Publication()))"
    },
)
def weekday_week(weekday: int) -> Term:
    """British: the Tuesday after the coming one."""
    return Offset(((1.0, "week"),), 1, Occurrence(Fields(weekday=weekday), 1))


@rule(
    "day-week",
    "DEICTIC week",
    {"tomorrow week": "Offset(amounts=((1.0, 'week'),), sign=1, base=Cycle(unit='day', n=1, base=Publication()))"},
)
def day_week(deictic: int) -> Term | None:
    """British: a week after tomorrow."""
    return Offset(((1.0, "week"),), 1, Cycle("day", deictic)) if deictic >= 0 else None


@rule(
    "week-on-weekday",
    "( AN:n | NUMW:n | NUM:n ) ( week | weeks | fortnight ) ( on | from ) WEEKDAY",
    {
        "a week on Tuesday": "Offset(amounts=((1.0, 'week'),), sign=1, base=Occurrence(fields=Fields(weekday=2), n=1, base=Publication()))"
    },
)
def week_on_weekday(n: int, weekday: int, at: Site) -> Term:
    unit = "fortnight" if "fortnight" in at.words.lower() else "week"
    return Offset(((float(n), unit),), 1, Occurrence(Fields(weekday=weekday), 1))


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
        "a week ago Tuesday": "Offset(amounts=((1.0, 'week'),), sign=-1, base=Occurrence(fields=Fields(weekday=2), n=-1, base=Publication()))",
    },
)
def deictic_week(at: Site, deictic: int | None = None, weekday: int | None = None) -> Term:
    sign = -1 if "ago" in at.words.lower() else 1
    base: Term = Cycle("day", deictic) if deictic is not None else Occurrence(Fields(weekday=weekday), sign)
    return Offset(((1.0, "week"),), sign, base)


@rule(
    "relative-month",
    "[ EARLY:mod ] ( REL | PAST:rel ) ( MONTH DOM:day | MONTH DAYTH:day | MONTH | SEASON )",
    {
        "last August": "Occurrence(fields=Fields(month=8), n=-1, base=Publication())",
        "this January": "Occurrence(fields=Fields(month=1), n=0, base=Publication())",
    },
)
def relative_month(
    rel: int, month: int | None = None, season: str | None = None, day: int | None = None, mod: str | None = None
) -> Term:
    return modified(Occurrence(Fields(month=month, season=season, day=day), rel), mod)


@rule(
    "prior-month",
    "[ EARLY:mod ] [ the ] PRIORREL ( MONTH [ DOM:day ] | SEASON )",
    {"the following March": "Occurrence(fields=Fields(month=3), n=1, base=Prior())"},
)
def prior_month(
    priorrel: int,
    at: Site,
    month: int | None = None,
    season: str | None = None,
    day: int | None = None,
    mod: str | None = None,
) -> Term | None:
    base: Term = Publication() if at.words.lower().startswith("next") else Prior()
    if priorrel == 0 and re.match(r"that\s", at.words.lower()) and re.match(r"\s[A-Z][a-z]", at.text[at.end : at.end + 3]):
        return None  # "now that April Hollis is here"
    return modified(Occurrence(Fields(month=month, season=season, day=day), priorrel, base), mod)


@rule(
    "part-of-period",
    "[ the ] EARLY:mod ( of | part of ) ( the REL:rel UNIT | REL:rel UNIT | the PRIORREL:priorrel UNIT | PRIORREL:priorrel UNIT | the UNIT | the WEEKDAY | DEICTIC | SEASON | the SEASON )",
    {"the end of the month": "Modified(term=Cycle(unit='month', n=0, base=Publication()), mod='END')"},
)
def part_of_period(
    mod: str,
    at: Site,
    rel: int | None = None,
    priorrel: int | None = None,
    unit: str | None = None,
    weekday: int | None = None,
    deictic: int | None = None,
    season: str | None = None,
) -> Term | None:
    if unit in ("second", "minute", "hour", "night", "millennium"):
        return None
    if unit:
        if rel is None and priorrel is None:
            return (
                Modified(Cycle(unit, 0), mod)
                if unit in ("month", "year", "week", "quarter", "decade", "century", "weekend")
                else Modified(Prior("day"), mod)
            )
        return Modified(unit_term(unit, rel, priorrel), mod)
    if deictic is not None:
        return Modified(Cycle("day", deictic), mod)
    return Modified(Fields(weekday=weekday, season=season), mod)


@rule(
    "part-of-weekday",
    "[ EARLY:mod on ] WEEKDAY [ EARLY:mod ] ( PART | night )",
    {"Wednesday evening": "TimeOfDay(day=Fields(weekday=3), part='EV')"},
)
def weekday_part(weekday: int, part: str | None = None, mod: str | None = None) -> Term:
    return modified(TimeOfDay(Fields(weekday=weekday), part=part or "NI"), mod)


@rule(
    "early-hours",
    "[ the ] ( early | small | late ) hours of ( WEEKDAY | DEICTIC | the DAYTH:day | MONTH DOM:day [ ,? YEAR:year ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH [ ,? YEAR:year ] )",
    {"the early hours of Sunday": "TimeOfDay(day=Fields(weekday=7), part='MO')"},
)
def early_hours(
    at: Site,
    weekday: int | None = None,
    deictic: int | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
) -> Term:
    inner: Term = (
        Cycle("day", deictic) if deictic is not None else Fields(weekday=weekday, month=month, day=day, year=year)
    )
    return TimeOfDay(inner, part="NI" if "late" in at.words.lower() else "MO")


@rule(
    "part-of-day",
    "[ ( the EARLY:mod | the | EARLY:mod ( in | on ) the | EARLY:mod ) ] ( PART [ hours ] | night | NOON ) ( of | on | , )? ( WEEKDAY | [ WEEKDAY ,? ] MONTH DOM:day [ ,? YEAR:year ] | [ WEEKDAY ,? ] [ the ] ( DOM:day | DAYTH:day ) of? MONTH [ ,? YEAR:year ] | the DAYTH:day [ INST ] | the PRIORREL:priorrel day | DEICTIC )",
    {
        "the afternoon of the 10th": "TimeOfDay(day=Fields(day=10), part='AF')",
        "the evening of May 15": "TimeOfDay(day=Fields(month=5, day=15), part='EV')",
    },
)
def part_of_day(at: Site, part: str | None = None, noon: str | None = None, weekday: int | None = None, month: int | None = None, day: int | None = None,
                year: int | None = None, priorrel: int | None = None, deictic: int | None = None, mod: str | None = None) -> Term | None:  # fmt: skip
    inner: Term
    second = re.match(r"[-–](\d\d?)(?![\d:.])", at.after(4))
    if second and day is not None and int(second[1]) == day + 1 and at.text[at.end - 1].isdigit():
        night = TimeOfDay(Fields(weekday=weekday, month=month, day=day), part=part or "NI")  # "the night of 3–4 March"
        end = at.end + second.end()
        return Pieces(((at.start, at.end, night), (at.end + 1, end, Fields(month=month, day=day + 1))), True)  # type: ignore[return-value]
    if deictic is not None:
        inner = Cycle("day", deictic)
    elif priorrel is not None:
        inner = unit_term("day", None, priorrel)
    else:
        inner = Fields(weekday=weekday, month=month, day=day, year=year)
    if noon:
        return TimeOfDay(inner, 12 if noon == "noon" else 24, 0)
    return modified(TimeOfDay(inner, part=part or "NI"), mod)


@rule(
    "overnight",
    "overnight [ into ( WEEKDAY | DEICTIC ) ]",
    {"overnight into Saturday": "TimeOfDay(day=Fields(weekday=6), part='NI')"},
)
def overnight(weekday: int | None = None, deictic: int | None = None) -> Term | None:
    if weekday is None and deictic is None:
        return None
    return TimeOfDay(Fields(weekday=weekday) if weekday else Cycle("day", deictic or 0), part="NI")


@rule(
    "weekend-of",
    "[ the ] weekend of ( [ the ] ( DOM:day | DAYTH:day ) ( - | -- | and ) ( DOM:last | DAYTH:last ) MONTH | MONTH ( DOM:day | DAYTH:day ) [ ( - | -- | and ) ( DOM:last | DAYTH:last ) ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH ) [ ,? YEAR ]",
    {"the weekend of 4-5 May": "Cycle(unit='weekend', n=0, base=Fields(month=5, day=4))"},
)
def weekend_of(day: int, month: int, last: int | None = None, year: int | None = None) -> Term:
    return Cycle("weekend", 0, Fields(year=year, month=month, day=day))


@rule("the-weekend", "[ EARLY:mod ] the weekend", {"the weekend": "Fields(weekend=True)"})
def the_weekend(mod: str | None = None) -> Term:
    return modified(Fields(weekend=True), mod)

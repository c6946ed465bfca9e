"""Counted from publication or from the date named before: "last week", "the previous day", "next Friday afternoon"."""

import re

from .... import kept
from ....algebra.terms import (
    Cycle,
    Fields,
    Modified,
    Occurrence,
    Prior,
    Publication,
    Stretch,
    Term,
    TimeOfDay,
)
from ....kept import pattern
from ...common.steps import coming_weekend, in_part, modified, unit_term
from ...grammar import RuleBook, Site

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
        and kept.match(r"[A-Za-z ]*(?:today)", at.words, re.I)
        and kept.search(r"\b(?:usa|russia|india|u\.s\.a\.) $", at.before(8))
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
    if not rel or not _AT_LENGTH.search(at.before(12)) or kept.match(r"\s+of\b", at.after(6)):
        return None
    return Stretch(((1.0, unit),), rel)


_AT_LENGTH = pattern(r"\b(?:over|within|for|during|throughout)\s$")


@rule("relative-unit", "[ EARLY:mod ( in )? ] [ the ] REL ( full | whole | calendar | fiscal | financial )? UNIT",
      {"last week": "Cycle(unit='week', n=-1, base=Publication())", "later this month": "Modified(term=Cycle(unit='month', n=0, base=Publication()), mod='LATER')",
       "the coming weekend": "Cycle(unit='weekend', n=0, base=Cycle(unit='day', n=2, base=Publication()))"},
      not_in=["last second goal"])  # fmt: skip
def relative_unit(rel: int, unit: str, at: Site, mod: str | None = None) -> Term | None:
    if unit in ("second", "minute", "hour") or (
        rel == 1 and kept.match(r"(?:\w+ )?the next", at.lower[at.start : at.end])
    ):
        return None  # "the next day" is the one after the day told before
    if rel == -1 and kept.search(r"\bthe (?:very )?last\s", at.before(9) + at.words.lower()) and kept.match(r"\s+of\b", at.after(4)):
        return None  # that of something else
    if unit == "fortnight":
        return modified(Cycle("fortnight", rel), mod)
    if unit == "weekend" and rel == 1 and "coming" in at.words.lower():
        return modified(coming_weekend(), mod)
    if kept.match(r"['’]s\s", at.after(3)) and unit == "day":
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
        "The day before she had signed": "Cycle(unit='day', n=-1, base=Prior())",
    },
    not_in=["They wed the day before she left", "The day before she left it rained"],
)
def the_day_before(unit: str, at: Site) -> Term | None:
    if unit in ("second", "minute", "hour"):
        return None
    begins = not at.before(2).strip() or at.before(2)[0] in ".;:!?"  # "; the night before he had dined"
    if _COUNTED_FROM_IT.match(at.text, at.end) and not (begins and _HAD.match(at.text, at.end)):
        return None
    if not at.words.lower().startswith("the"):
        return None
    return unit_term(unit, None, 1 if kept.search(r"\b(?:after|later|following)\b", at.words.lower()) else -1)


_COUNTED_FROM_IT = pattern(r"\s+(?:the|a|an|his|her|its|their|my|our|[a-z]+ing|he|she|it|they|we|[A-Z])\b")
_HAD = pattern(r"\s+(?:he|she|it|they|we|I)(?: had|['’]d)\b")


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
    "( NUMW:n | NUM:n ) ( SEASONS:season | WEEKDAYS:weekday ) ( AGO | back )",
    {
        "two summers ago": "Occurrence(fields=Fields(season='SU'), n=-2, base=Publication())",
        "three Sundays ago": "Occurrence(fields=Fields(weekday=7), n=-3, base=Publication())",
    },
)
def seasons_ago(n: int, season: str | None = None, weekday: int | None = None) -> Term | None:
    return Occurrence(Fields(season=season, weekday=weekday), -int(n)) if 1 <= n <= 50 else None


@rule(
    "relative-weekday",
    "[ the ] REL ( WEEKDAY | DAYABBR:weekday ) [ PART ]",
    {
        "last Tuesday": "Occurrence(fields=Fields(weekday=2), n=-1, base=Publication())",
        "next Friday afternoon": "TimeOfDay(day=Occurrence(fields=Fields(weekday=5), n=1, base=Publication()), part='AF')",
    },
)
def relative_weekday(rel: int, weekday: int, at: Site, part: str | None = None) -> Term | None:
    words = at.words.lower()
    if "coming" in words:  # that of the next seven days, whatever the week
        return in_part(Occurrence(Fields(weekday=weekday), rel, Cycle("day", 0)), part)
    return None if words.startswith("the ") else in_part(Occurrence(Fields(weekday=weekday), rel), part)


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
    "relative-month",
    "[ EARLY:mod ] ( REL | PAST:rel ) ( MONTH DOM:day | MONTH DAYTH:day | MONTH | SEASON )",
    {
        "last August": "Occurrence(fields=Fields(month=8), n=-1, base=Publication())",
        "this January": "Occurrence(fields=Fields(month=1), n=0, base=Publication())",
    },
)
def relative_month(
    rel: int, at: Site, month: int | None = None, season: str | None = None, day: int | None = None, mod: str | None = None
) -> Term | None:
    return None if mod and _FROM_THEN.match(at.words.lower()) else modified(Occurrence(Fields(month=month, season=season, day=day), rel), mod)


#: "beginning this summer": from then on.
_FROM_THEN = pattern(r"(?:beginning|start)\s(?!of\b|in\b)")


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
    if priorrel == 0 and kept.match(r"that\s", at.words.lower()) and kept.match(r"\s[A-Z][a-z]", at.text[at.end : at.end + 3]):
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

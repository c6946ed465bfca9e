"""Days: a month with a day, a day alone."""

import re

from .... import kept
from ....algebra.terms import Cycle, Fields, NamedDay, Occurrence, Term, Within
from ....frozen import replace
from ....kept import pattern
from ...common.steps import unit_term, valid
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import DAY, WD, YEAR, with_article
from .guards.following import noun_follows, plural_follows

BOOK = RuleBook()
rule = BOOK.rule


def _month_day(month: int, day: int, year: int | None, short: int | None, weekday: int | None) -> Term | object | None:
    if day < 1:
        return None
    f = Fields(year=year, month=month, day=day, weekday=weekday, short_year=short)
    return f if valid(f) else REFUSED


_JULIAN = pattern(r",?\s*\((?:o\.?\s?s\.?|old style|julian)\)")


_DUAL_YEAR = pattern(r"/(\d\d?)(?!\d)")


def _in_style(day: Term | object | None, at: Site) -> Term | object | None:
    """ "11 February 1731 (Old Style)": the calendar, where it is said behind.

    "1731/32" names the year that began in March by the old reckoning, and the one that began in January.
    """
    if not isinstance(day, Fields) or day.year is None:
        return day
    dual = _DUAL_YEAR.match(at.after(4))
    if dual and day.month is not None and day.month <= 3 and int(dual[1]) == (day.year + 1) % 10 ** len(dual[1]):
        return replace(day, year=day.year + 1, julian=True)
    return replace(day, julian=True) if _JULIAN.match(at.after(20)) else day


@rule("month-day", f"{WD} MONTH [ , ] the? {DAY} [ - WEEKDAYEND ] {YEAR}".replace("[ - WEEKDAYEND ] ", ""),
      {"October 7": "Fields(month=10, day=7)", "Saturday, October 7": "Fields(month=10, day=7, weekday=6)",
       "Sept 11th,2011": "Fields(year=2011, month=9, day=11)"}, not_in=["Feb 30, 2017", "In May, 14 months after the flood", "In May, 12 people"])  # fmt: skip
def month_day(
    month: int, day: int, at: Site, year: int | None = None, short: int | None = None, weekday: int | None = None
) -> Term | object | None:
    if (year is None and at.words[-1].isdigit() and at.after(1) in ("%",)) or at.after(8).startswith(
        (" percent", " per cent", " million", " billion")
    ):
        return None
    if year is None and short is None and at.words[-1].isdigit() and at.before(3) != "on " and _is_a_count(at):
        return None
    if (
        not at.words[-1].isdigit()
        and at.words[-2:] not in ("th", "st", "nd", "rd")
        and year is None
        and noun_follows(at)
    ):
        return None  # "March second quarter"
    return _in_style(_month_day(month, day, year, short, weekday), at)


def _is_a_count(at: Site) -> bool:
    """ "In May, 14 months after the flood", "In May, 12 people": a number of what follows it, and no day."""
    return _COUNTS_TIME.match(at.text, at.end) is not None or ("," in at.words and plural_follows(at))


_COUNTS_TIME = pattern(r"\s(?:(?:full|long|short|more|working)\s)?(?:minutes|hours|days|nights|weeks|months|years|decades)\b(?!['’])")


@rule("day-month", f"{WD} the? {DAY} ( of? | day of ) MONTH {YEAR}",
      {"1 December": "Fields(month=12, day=1)", "Thursday 14 September": "Fields(month=9, day=14, weekday=4)",
       "the Fourth of July": "Fields(month=7, day=4)", "3rd of May, 1808": "Fields(year=1808, month=5, day=3)"})  # fmt: skip
def day_month(
    month: int, day: int, at: Site, year: int | None = None, short: int | None = None, weekday: int | None = None
) -> Term | object | None:
    if day < 1 and at.words.lower().startswith(("last", "final", "the last", "the final")):
        return None
    return _in_style(_month_day(month, day, year, short, weekday), at)


@rule(
    "day-month-of",
    "the? ( DAYTH:day | ORD:day | DOM:day ) of? MONTH of? ( the REL year | REL year | the PRIORREL year | PRIORREL year )",
    {
        "the 24th of February of the current year": "Within(part=Fields(month=2, day=24), whole=Cycle(unit='year', n=0, base=Publication()))",
    },
)
def day_month_of(day: int, month: int, rel: int | None = None, priorrel: int | None = None) -> Term | None:
    return Within(Fields(month=month, day=day), unit_term("year", rel, priorrel)) if day > 0 else None


@rule("month-days", f"{WD} MONTH ( DOM:first | DAYTH:first ) ( - | -- | and | or | to | through | until | & | , ) ( DOM:last | DAYTH:last ) [ ,? of? YEAR ]",
      {"October 7 and 16": "Fields(month=10, day=7) | Fields(month=10, day=16)"})  # fmt: skip
def month_days(
    month: int, first: int, last: int, at: Site, year: int | None = None, weekday: int | None = None
) -> Pieces | None:
    """Two days of one month; the second takes its month, both the year."""
    a, b = Fields(year=year, month=month, day=first, weekday=weekday), Fields(year=year, month=month, day=last)
    joint = at.lower[at.spans["first"][1] : at.spans["last"][0]].strip()
    if not (valid(a) and valid(b)) or noun_follows(at) or at.after(1) == ":" or (joint == "," and year is None):
        return None
    ranged = joint not in ("and", "or", ",", "&") or at.before(9).rstrip().endswith("between")
    return Pieces(((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)), ranged and last > first)


@rule(
    "month-day-list",
    "MONTH ( DOM:first | DAYTH:first ) , ( DOM:second | DAYTH:second ) [ , ( DOM:third | DAYTH:third ) ] "
    "[ , ( DOM:fourth | DAYTH:fourth ) ] [ , ] ( and | or | & ) ( DOM:last | DAYTH:last ) [ ,? of? YEAR ]",
    {"March 3, 4 and 5": "Fields(month=3, day=3) | Fields(month=3, day=4) | Fields(month=3, day=5)"},
)
def month_day_list(month: int, at: Site, year: int | None = None) -> Pieces | None:
    return _list_of_days(at, month, year)


@rule(
    "day-list-month",
    "[ the ] ( DOM:first | DAYTH:first ) , [ the ] ( DOM:second | DAYTH:second ) [ , [ the ] ( DOM:third | DAYTH:third ) ] "
    "[ , [ the ] ( DOM:fourth | DAYTH:fourth ) ] [ , ] ( and | or | & ) [ the ] ( DOM:last | DAYTH:last ) of? MONTH "
    "[ ,? of? YEAR ]",
    {"3, 4 and 5 May": "Fields(month=5, day=3) | Fields(month=5, day=4) | Fields(month=5, day=5)"},
)
def day_list_month(month: int, at: Site, year: int | None = None) -> Pieces | None:
    return _list_of_days(at, month, year)


def _list_of_days(at: Site, month: int, year: int | None) -> Pieces | None:
    """Days of one month, as many as are named; first and last take what is said of month and year into their words."""
    spans = [at.spans[name] for name in ("first", "second", "third", "fourth", "last") if name in at.spans]
    days = [Fields(year=year, month=month, day=int(re.sub(r"\D", "", at.text[a:b]))) for a, b in spans]
    if not all(valid(d) for d in days) or noun_follows(at):
        return None
    spans[0], spans[-1] = (at.start, spans[0][1]), (spans[-1][0], at.end)
    return Pieces(tuple((a, b, day) for (a, b), day in zip(spans, days, strict=True)))


@rule(
    "caption-date",
    f"this [ WEEKDAY ,? ] MONTH {DAY} ,? YEAR",
    {"this April 3, 2018": "Fields(year=2018, month=4, day=3)"},
)
def caption_date(month: int, day: int, year: int, at: Site, weekday: int | None = None) -> object | None:
    """ "In this April 3, 2018, file photo": a whole date, and no April of this year."""
    term = _month_day(month, day, year, None, weekday)
    return Pieces(((at.start + 5, at.end, term),)) if isinstance(term, Fields) else term


#: Days between the two calendars, from the reform of 1582 to our century.
_CALENDARS_APART = range(10, 14)


@rule(
    "paired-days-month",
    "NUMPAIR of? MONTH [ ,? of? YEAR ]",
    {"28/29 May": "Fields(month=5, day=28) | Fields(month=5, day=29)"},
)
def paired_days(numpair: str, month: int, at: Site, year: int | None = None) -> Pieces | Term | None:
    """ "28/29 May": two days, or the night between them; "14/26 May": one day by the Julian calendar and by ours."""
    first, last = (int(n) for n in numpair.split("/"))
    a, b = Fields(year=year, month=month, day=first), Fields(year=year, month=month, day=last)
    if last - first in _CALENDARS_APART and valid(b):
        return b
    if last != first + 1 or not (valid(a) and valid(b)):
        return None
    cut = at.start + numpair.index("/")
    return Pieces(((at.start, cut, a), (cut + 1, at.end, b)), True)


@rule("year-month-day", f"YEAR ,? MONTH {DAY}", {"2017 May 4": "Fields(year=2017, month=5, day=4)"})
def year_month_day(year: int, month: int, day: int) -> Term | object | None:
    return _month_day(month, day, year, None, None)


@rule(
    "month-in-small-letters",
    f"( MONTHLOW:month {DAY} | {DAY} MONTHLOW:month ) ,? YEAR",
    {"mar 3, 2025": "Fields(year=2025, month=3, day=3)", "4 may 2019": "Fields(year=2019, month=5, day=4)"},
    not_in=["he may 2 years later"],
)
def month_in_small_letters(month: int, day: int, year: int) -> Term | object | None:
    """Only with its day and year: "may" and "march" are other words."""
    return _month_day(month, day, year, None, None)


@rule(
    "ides",
    "[ the ] ides of MONTH [ ,? of? YEAR ]",
    {"the Ides of March": "Fields(month=3, day=15)"},
)
def ides(month: int, year: int | None = None) -> Term:
    """The 15th of March, May, July and October, the 13th of other months."""
    return Fields(year=year, month=month, day=15 if month in (3, 5, 7, 10) else 13)


@rule(
    "weekday-from-feast",
    "[ the ] WEEKDAY ( before | after ) NAMEDAY",
    {
        "the Sunday before Easter": "Occurrence(fields=Fields(weekday=7), n=-1, base=NamedDay(key='easter', name='Easter'))"
    },
)
def weekday_from_feast(weekday: int, nameday: str, at: Site) -> Term:
    start, end = at.spans["nameday"]
    return Occurrence(
        Fields(weekday=weekday), 1 if " after " in at.words.lower() else -1, NamedDay(nameday, at.text[start:end])
    )


@rule(
    "old-style",
    f"( old style | o.s. ) ( the? {DAY} of? MONTH ,? YEAR | MONTH {DAY} ,? YEAR )",
    {"Old Style 20 December 1800": "Fields(year=1800, month=12, day=20, julian=True)"},
)
def old_style(month: int, day: int, year: int) -> Term | None:
    """A day of the Julian calendar, said to be one."""
    return Fields(year=year, month=month, day=day, julian=True) if day > 0 else None


@rule(
    "old-style-behind",
    f"( [ the ] {DAY} of? MONTH ,? YEAR | MONTH {DAY} ,? YEAR ) ( old style | o.s. )",
    {"20 December 1800 O.S.": "Fields(year=1800, month=12, day=20, julian=True)"},
)
def old_style_behind(month: int, day: int, year: int) -> Term | None:
    return Fields(year=year, month=month, day=day, julian=True) if day > 0 else None


@rule(
    "days-month",
    "[ the ] ( DOM:first | DAYTH:first ) ( - | -- | and | or | to | through | until | & | / ) the? ( DOM:last | DAYTH:last ) of? MONTH "
    "[ ,? of? YEAR | of? ( REL year | the PRIORREL year | PRIORREL year ) ]",
    {"4-5 May": "Fields(month=5, day=4) | Fields(month=5, day=5)"},
)
def days_month(
    first: int,
    last: int,
    month: int,
    at: Site,
    year: int | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
) -> Pieces | None:
    """Two days of one month, the month behind."""
    a: Term = Fields(year=year, month=month, day=first)
    b: Term = Fields(year=year, month=month, day=last)
    if rel is not None or priorrel is not None:
        whole = unit_term("year", rel, priorrel)
        a, b = Within(a, whole), Within(b, whole)
    if not (valid(Fields(month=month, day=first)) and valid(Fields(month=month, day=last))) or at.before(1) in ("-", ":", "."):
        return None
    joint = at.lower[at.spans["first"][1] : at.spans["last"][0]].strip()
    return Pieces(
        ((at.start, at.spans["first"][1], a), (with_article(at, at.spans["last"][0]), at.end, b)),
        not joint.startswith(("and", "or", "&")),
    )


@rule("ordinal-day", "the DAYTH", {"the 10th": "Fields(day=10)"}, not_in=["the 8th floor", "the 10th time"])
def ordinal_day(dayth: int, at: Site) -> Term | None:
    if at.words[-3].isspace() or noun_follows(at) or at.after(2)[:1] in ("-", "’", "'") or at.after(1) == "-":
        return None
    if _IN.search(at.before(4)) or _ONE_OF.match(at.text, at.end):  # an inning, a round; "the 2nd of 3"
        return None
    after = at.text[at.end : at.end + 2].strip()
    if after[:1].isupper() and not at.before(4).endswith(("on ", "by ")):  # "the 10th Army"
        return None
    return Fields(day=dayth)


_IN = pattern(r"(?:^|\W)in $")
_ONE_OF = pattern(r"\s(?:of|out of)\s(?:\d|his|her|its|their|our|my|these|those|such|many|several|two|three|four|five|six|seven|eight|nine|ten)")


@rule("weekday-ordinal", "WEEKDAY ,? the ( DAYTH:day | ORD:day )", {"Friday the 26th": "Fields(day=26, weekday=5)"})
def weekday_ordinal(weekday: int, day: int, at: Site) -> Term | None:
    in_words = at.words[-3:].isalpha() and not at.words[-3].isdigit() and at.words[-4].isalpha()
    if in_words and "," in at.words and not kept.match(r"\s*(?:[.;)]|$)", at.after(3)):
        return None  # "on Wednesday, the second in a row"
    return Fields(day=day, weekday=weekday) if day > 0 and not noun_follows(at) else None


@rule(
    "old-paper-day",
    "[ the ] ( DAYTH:day | DOM:day | ORD:day ) INST",
    {"the 10th inst.": "Within(part=Fields(day=10), whole=Cycle(unit='month', n=0, base=Publication()))"},
)
def old_paper_day(day: int, inst: int) -> Term:
    return Within(Fields(day=day), Cycle("month", inst))


@rule(
    "day-of-unit",
    "[ the ] ( DAYTH:day | ORD:day ) ( day | ) of ( REL | the PRIORREL | the REL | PRIORREL | the ) month",
    {"3rd of last month": "Within(part=Fields(day=3), whole=Cycle(unit='month', n=-1, base=Publication()))"},
)
def day_of_month(day: int, rel: int | None = None, priorrel: int | None = None) -> Term | None:
    return (
        Within(Fields(day=day), unit_term("month", rel, priorrel if rel is not None or priorrel is not None else 0))
        if day > 0
        else None
    )

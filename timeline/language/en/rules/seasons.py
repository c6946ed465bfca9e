"""Seasons, quarters, halves, business and school years."""

import re

from .... import kept
from ....algebra.terms import Alike, Cycle, Fields, Modified, Offset, Prior, Recurrence, Term, Within
from ....frozen import replace
from ....kept import pattern
from ...common.steps import modified, unit_term, valid
from ...grammar import Pieces, RuleBook, Site
from .common import YEAR, attributive
from .guards.following import noun_follows
from .guards.seasons import season_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule("season", f"[ EARLY:mod in [ the ] | [ the ] EARLY:mod -? | the ] SEASON {YEAR}", {"the autumn of 1956": "Fields(year=1956, season='FA')", "Fall 2010": "Fields(year=2010, season='FA')"},
      not_in=["the fall of the government", "The boy fell into the pit; he was not hurt in the fall.", "prices fall by half", "the singer Donna Summer"])  # fmt: skip
def season(
    season: str, at: Site, year: int | None = None, short: int | None = None, mod: str | None = None
) -> Term | Pieces | None:
    if mod and " in" in at.lower[at.spans["mod"][1] : at.end] and not at.words.lower().startswith(("early", "late")):
        return None  # "beginning in the summer"
    if year is None and short is None and not season_is_meant(at):
        return None
    term = modified(Fields(year=year, season=season, short_year=short), mod)
    return attributive(term, at) if year is None else term


@rule(
    "season-years",
    "[ the ] [ EARLY:mod -? ] SEASON of? YEAR ( - | / ) ( YY:short | YEAR:last )",
    {"The winter of 2009-10": "Fields(year=2009, season='WI')"},
)
def season_years(
    season: str, year: int, mod: str | None = None, short: int | None = None, last: int | None = None
) -> Term:
    return modified(Fields(year=year, season=season), mod)


@rule(
    "season-in-words",
    "[ the ] [ EARLY:mod -? ] SEASON of NUMW",
    {"the summer of ninety-two": "Fields(short_year=92, season='SU')"},
)
def season_in_words(season: str, numw: int, mod: str | None = None) -> Term | None:
    return modified(Fields(season=season, short_year=numw), mod) if 20 <= numw <= 99 else None


@rule(
    "season-of-relative-year",
    "[ the ] SEASON of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"the summer of last year": "Within(part=Fields(season='SU'), whole=Cycle(unit='year', n=-1, base=Publication()))"},
)
def season_of_relative_year(season: str, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Within(Fields(season=season), unit_term("year", rel, priorrel))


#: What has quarters that are no parts of a year.
_FOUR_QUARTERS = pattern(r"\s+of (?:the|a|this) (?:game|match|final|moon|race)\b")


@rule("quarter", "[ the ] [ fiscal - ? ] ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter ) [ ,? of? ( YEAR:year | REL year | the PRIORREL year | fiscal YEAR:year | the year ) ]",
      {"the third quarter": "Fields(quarter=3)", "Q3 2022": "Fields(year=2022, quarter=3)"}, not_in=["the second quarterback", "the first quarter of the game"])  # fmt: skip
def quarter(
    n: int, at: Site, year: int | None = None, rel: int | None = None, priorrel: int | None = None
) -> Term | Pieces | None:
    if n == -1 and year is None:  # "the last quarter" is the one before this
        return None
    if _FOUR_QUARTERS.match(at.after(12)):
        return None
    part = Fields(quarter=4 if n == -1 else n, fiscal="fiscal" in at.words.lower())
    if not 1 <= (part.quarter or 0) <= 4:
        return None
    if rel is not None or priorrel is not None:
        return Within(part, unit_term("year", rel, priorrel))
    term = Fields(quarter=part.quarter, year=year, fiscal=part.fiscal)
    return attributive(term, at) if year is None and "-" in at.words else term  # "for the third quarter profit rose"


@rule(
    "fiscal-alone",
    "[ the ] REL fiscal",
    {"the current fiscal": "Cycle(unit='year', n=0, base=Publication())"},
    not_in=["the current fiscal crisis", "this fiscal policy"],
)
def fiscal_alone(rel: int, at: Site) -> Term | None:
    """Indian: the business year."""
    return None if noun_follows(at) or at.after(1) in ("-", "–") else Cycle("year", rel)


@rule(
    "half-of-fiscal",
    "[ the ] ( HALFORD:half half | ORD:n quarter | QUARTER:n ) of the? REL fiscal",
    {"the first half of the current fiscal": "Within(part=Fields(half=1), whole=Cycle(unit='year', n=0, base=Publication()))"},
    not_in=["the first half of the current fiscal crisis"],
)
def half_of_fiscal(rel: int, at: Site, half: int | None = None, n: int | None = None) -> Term | None:
    part = Fields(half=half, quarter=n)
    return None if noun_follows(at) or (n is not None and not 1 <= n <= 4) else Within(part, Cycle("year", rel))


@rule(
    "quarter-ended",
    "[ the ] quarter ( ended | ending | to ) [ the ] ( MONTH:month ( DOM:day | DAYTH:day ) | ( DOM:day | DAYTH:day ) of? MONTH:month ) [ ,? YEAR:year ]",
    {
        "the quarter ended June 30": "Cycle(unit='quarter', n=0, base=Offset(amounts=((45.0, 'day'),), sign=-1, base=Fields(month=6, day=30))) | Fields(month=6, day=30)"
    },
    not_in=["the third quarter ended June 30"],
)
def quarter_ended(month: int, day: int, at: Site, year: int | None = None) -> Pieces | None:
    """The calendar's quarter that holds the middle of the three months which end on that day."""
    last = Fields(year=year, month=month, day=day)
    joint = kept.search(r"\b(?:ended|ending|to)\s(?:the\s)?", at.lower[at.start : at.end])
    if not valid(last) or joint is None:
        return None
    whole = Cycle("quarter", 0, Offset(((45.0, "day"),), -1, last))
    quarter = at.lower.index("quarter", at.start) + len("quarter")
    return Pieces(((at.start, quarter, whole), (at.start + joint.end(), at.end, last)))


@rule(
    "quarter-of-relative-year",
    "REL year 's ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter )",
    {"next year's first quarter": "Within(part=Fields(quarter=1), whole=Cycle(unit='year', n=1, base=Publication()))"},
)
def quarter_of_year(rel: int, n: int) -> Term | None:
    return Within(Fields(quarter=n), Cycle("year", rel)) if 1 <= n <= 4 else None


@rule(
    "quarter-alike",
    "( the YEAR:year | [ the ] REL:rel year 's ) ( quarter | period )",
    {
        "the 1988 quarter": "Alike(whole=Fields(year=1988), base=Prior(grain='quarter'))",
        "last year's quarter": "Alike(whole=Cycle(unit='year', n=-1, base=Publication()), base=Prior(grain='quarter'))",
    },
)
def quarter_alike(at: Site, year: int | None = None, rel: int | None = None) -> Term:
    """What figures are compared with: the same part of another year."""
    return Alike(Fields(year=year) if year is not None else Cycle("year", rel or 0))


@rule(
    "period-alike",
    "[ the ] ( same | like | corresponding | comparable | equivalent | year - earlier ) ( quarter | period | month | months ) "
    "[ of | in ] ( YEAR:year | [ the ] REL:rel ( year | fiscal ) | [ the ] PRIORREL:priorrel ( year | fiscal ) | AN year ( ago | earlier | before ) )",
    {
        "the corresponding period last year": "Alike(whole=Cycle(unit='year', n=-1, base=Publication()), base=Prior(grain='quarter'))"
    },
)
def period_alike(
    at: Site, year: int | None = None, rel: int | None = None, priorrel: int | None = None
) -> Term | None:
    if priorrel is not None and priorrel >= 0:
        return None
    whole = Fields(year=year) if year is not None else Cycle("year", rel if rel is not None else -1)
    return Alike(whole, Prior("month" if kept.search(r"\bmonth\b", at.words.lower()) else "quarter"))


@rule(
    "quarter-a-year-ago",
    "the quarter AN year ( ago | earlier )",
    {"the quarter a year ago": "Offset(amounts=((1.0, 'year'),), sign=-1, base=Prior(grain='quarter'))"},
)
def quarter_a_year_ago() -> Term:
    return Offset(((1.0, "year"),), -1, Prior("quarter"))


@rule(
    "nth-quarter-a-year-ago",
    "( the year - ( ago | earlier ) ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter ) | [ the ] ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter ) AN year ( ago | earlier ) )",
    {
        "the year-ago third quarter": "Within(part=Fields(quarter=3), whole=Cycle(unit='year', n=-1, base=Publication()))"
    },
)
def nth_quarter_a_year_ago(n: int) -> Term | None:
    return Within(Fields(quarter=n), Cycle("year", -1)) if 1 <= n <= 4 else None


@rule(
    "year-quarter",
    "[ the ] YEAR ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter )",
    {"the 1988 second quarter": "Fields(year=1988, quarter=2)"},
)
def year_quarter(year: int, n: int) -> Term | None:
    return Fields(year=year, quarter=n) if 1 <= n <= 4 else None


@rule(
    "half-of-century",
    "[ the ] HALFORD half of the ( ORDNUM:n | ORD:n ) - ? century [ ERA ]",
    {"the second half of the 19th century": "Modified(term=Fields(century=18), mod='END')"},
)
def half_of_century(halford: int, n: int, era: str | None = None) -> Term | None:
    return Modified(Fields(century=-n if era == "bc" else n - 1), "START" if halford == 1 else "END") if n > 0 else None


@rule(
    "fiscal-shape",
    "FISCAL [ ( - | / ) ( YY | YEAR ) ]",
    {"FY2023": "Fields(year=2023, fiscal=True)", "FY24": "Fields(short_year=24, fiscal=True)"},
)
def fiscal_shape(fiscal: str, yy: int | None = None, year: int | None = None) -> Term:
    digits = re.sub(r"\D", "", fiscal)
    if len(digits) == 4 and (yy is not None or year is not None):
        return Fields(year=int(digits), fiscal=True, year_span=int(digits) + 1)
    return Fields(year=int(digits), fiscal=True) if len(digits) == 4 else Fields(short_year=int(digits), fiscal=True)


@rule(
    "quarter-code",
    "QCODE",
    {"1Q17": "Fields(short_year=17, quarter=1)", "2H 2018": "Fields(year=2018, half=2)"},
)
def quarter_code(qcode: str) -> Term | None:
    """A business report's shorthand."""
    number, letter, digits = int(qcode[0]), qcode[1], re.sub(r"\D", "", qcode[1:])
    if letter == "h" and number > 2:
        return None
    part = Fields(half=number) if letter == "h" else Fields(quarter=number)
    return replace(part, year=int(digits)) if len(digits) == 4 else replace(part, short_year=int(digits))


@rule("half-code", "HALFYEAR of? YEAR", {"H1 2018": "Fields(year=2018, half=1)"})
def half_code(halfyear: int, year: int) -> Term:
    return Fields(half=halfyear, year=year)


@rule(
    "half",
    "[ the ] HALFORD half of? [ ( of the | the | of )? ( YEAR:year | year | REL:rel ( year | month | week | decade | century ) | the PRIORREL:priorrel year | MONTH ) ]",
    {
        "the upper half of last year": "Within(part=Fields(half=1), whole=Cycle(unit='year', n=-1, base=Publication()))",
        "the first half": "Fields(half=1)",
        "the second half of the year": "Fields(half=2)",
    },
    not_in=["the second half of the year book"],
)
def half(
    halford: int,
    at: Site,
    year: int | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
    month: int | None = None,
) -> Term | None:
    words = at.words.lower()
    if month or words.endswith(("month", "week", "decade", "century")):
        return None
    if rel is not None or priorrel is not None:
        return Within(Fields(half=halford), unit_term("year", rel, priorrel))
    if year is None and (noun_follows(at) or words.endswith(" of")):
        return None
    if year is None and ("opening" in words or _NEAR_A_GAME.search(at.text, max(0, at.start - 100), at.end + 100)):
        return None
    return Fields(half=halford, year=year)


#: "The 1999/00 season" ends in the next century.
_LAST_OF_A_CENTURY = 99
#: What is told of a game that has two halves.
_NEAR_A_GAME = pattern(
    r"\b(?:\d{1,2}[-–]\d{1,2}|goals?|scored|scorers?|match|kick-?off|half-?time|substitutes?|penalty|striker|goalkeeper|midfielder|"
    r"touchdown|quarterback|referee|offside|equali[sz]er|winger|coach|players?)\b"
)


@rule(
    "fiscal-year",
    "[ the ] ( fiscal | financial | academic | school | tax | fy ) [ year ] ( YEAR [ ( - | / ) ( YY:short | YEAR:last ) ] )",
    {"fiscal 2024": "Fields(year=2024, fiscal=True)"},
)
def fiscal_year(year: int, short: int | None = None, last: int | None = None) -> Term | None:
    span = last if last is not None else year // 100 * 100 + short if short is not None else None
    if short == 0 and year % 100 == _LAST_OF_A_CENTURY:
        span = year + 1
    if span is not None and not year < span <= year + 2:
        return None
    return Fields(year=year, fiscal=True, year_span=span)


@rule("sets-of-weekdays", "WEEKDAYS", {"Sundays": "Recurrence(of=Fields(weekday=7))"})
def weekdays(weekdays: int) -> Term:
    return Recurrence(Fields(weekday=weekdays))

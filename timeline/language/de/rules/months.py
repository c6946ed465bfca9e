"""Months, seasons, quarters and halves, and their parts."""

from ....algebra.terms import Cycle, Fields, Modified, Term, Within
from ...common.steps import modified, unit_term
from ...grammar import REFUSED, RuleBook, Site
from .common import YEAR
from .guards import month_is_meant, season_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "month",
    f"MONTH {YEAR}",
    {"Juni 2022": "Fields(year=2022, month=6)", "im Mai": "Fields(month=5)"},
    not_in=["Mai Nguyen", "August Huber", "Frau April"],
)
def month(month: int, at: Site, year: int | None = None, short: int | None = None) -> Term | object:
    if year is None and short is None and not month_is_meant(at):
        return REFUSED
    return Fields(year=year, month=month, short_year=short)


@rule(
    "month-of-relative-year",
    "MONTH [ des ] ( REL jahres | PRIORREL jahres )",
    {"Mai nächsten Jahres": "Within(part=Fields(month=5), whole=Cycle(unit='year', n=1, base=Publication()))"},
)
def month_of_relative_year(month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Within(Fields(month=month), unit_term("year", rel, priorrel))


@rule(
    "season",
    f"( SEASON | SEASONPART ) {YEAR}",
    {
        "Herbst 2019": "Fields(year=2019, season='FA')",
        "Spätsommer 1912": "Modified(term=Fields(year=1912, season='SU'), mod='END')",
    },
    not_in=["Michael Sommer kam", "Herr Winter"],
)
def season(
    at: Site,
    season: str | None = None,
    seasonpart: tuple[str, str] | None = None,
    year: int | None = None,
    short: int | None = None,
) -> Term | None:
    mod, name = seasonpart or (None, season)
    if year is None and short is None and not season_is_meant(at):
        return None
    return modified(Fields(year=year, season=name, short_year=short), mod)


@rule(
    "season-years",
    "SEASON YEAR ( - | / ) ( YY:short | YEAR:last )",
    {"Winter 2009/10": "Fields(year=2009, season='WI')"},
)
def season_years(season: str, year: int) -> Term:
    """A winter has two years; it is told by the first."""
    return Fields(year=year, season=season)


@rule(
    "season-of-relative-year",
    "SEASON [ des ] ( REL jahres | PRIORREL jahres )",
    {"Herbst dieses Jahres": "Within(part=Fields(season='FA'), whole=Cycle(unit='year', n=0, base=Publication()))"},
)
def season_of_relative_year(season: str, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Within(Fields(season=season), unit_term("year", rel, priorrel))


@rule(
    "mid-period",
    f"EARLY:mod ( [ des ] MONTH {YEAR} | [ [ des ] jahres ] YEAR | des SEASON {YEAR} )",
    {
        "Anfang Dezember": "Modified(term=Fields(month=12), mod='START')",
        "Ende 2020": "Modified(term=Fields(year=2020), mod='END')",
    },
)
def mid_period(
    mod: str,
    month: int | None = None,
    season: str | None = None,
    year: int | None = None,
    short: int | None = None,
) -> Term:
    return Modified(Fields(year=year, month=month, season=season, short_year=short), mod)


@rule(
    "mid-month-of-relative-year",
    "EARLY:mod [ des ] MONTH [ des ] ( REL jahres | PRIORREL jahres )",
    {"Mitte Juli dieses Jahres": "Modified(term=Within(part=Fields(month=7), whole=Cycle(unit='year', n=0, base=Publication())), mod='MID')"},
)
def mid_month_of_relative_year(mod: str, month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Modified(Within(Fields(month=month), unit_term("year", rel, priorrel)), mod)


@rule(
    "part-of-period",
    "EARLY:mod ( der | des )? ( REL | PRIORREL )? UNIT",
    {
        "Ende der Woche": "Modified(term=Cycle(unit='week', n=0, base=Publication()), mod='END')",
        "Anfang nächsten Jahres": "Modified(term=Cycle(unit='year', n=1, base=Publication()), mod='START')",
    },
)
def part_of_period(mod: str, unit: str, rel: int | None = None, priorrel: int | None = None) -> Term | None:
    if unit in ("second", "minute", "hour", "day", "night", "millennium"):
        return None
    whole = Cycle(unit, 0) if rel is None and priorrel is None else unit_term(unit, rel, priorrel)
    return Modified(whole, mod)


@rule(
    "period-edge", "UNITEDGE", {"Monatsende": "Modified(term=Cycle(unit='month', n=0, base=Publication()), mod='END')"}
)
def period_edge(unitedge: tuple[str, str]) -> Term | None:
    unit, mod = unitedge
    return None if unitedge == ("week", "END") else Modified(Cycle(unit, 0), mod)  # "Wochenende"


@rule(
    "quarter",
    f"( ( ORD:n | ORDNUM:n ) ( quartal | quartals ) | QUARTER:n ) {YEAR}",
    {"dritten Quartal": "Fields(quarter=3)", "Q3 2022": "Fields(year=2022, quarter=3)"},
)
def quarter(n: int, year: int | None = None, short: int | None = None) -> Term | None:
    return Fields(quarter=n, year=year, short_year=short) if 1 <= n <= 4 else None


@rule("half", f"( ORD:n | ORDNUM:n ) HALF {YEAR}", {"ersten Halbjahr 2022": "Fields(year=2022, half=1)"})
def half(n: int, year: int | None = None, short: int | None = None) -> Term | None:
    return Fields(half=n, year=year, short_year=short) if 1 <= n <= 2 else None


@rule(
    "part-of-relative-year",
    "( ORD:n | ORDNUM:n ) ( ( quartal | quartals ) | HALF ) [ des ] ( REL jahres | PRIORREL jahres )",
    {
        "zweiten Quartal des vergangenen Jahres": "Within(part=Fields(quarter=2), whole=Cycle(unit='year', n=-1, base=Publication()))"
    },
)
def part_of_relative_year(
    n: int, half: str | None = None, rel: int | None = None, priorrel: int | None = None
) -> Term | None:
    if not 1 <= n <= (2 if half else 4):
        return None
    return Within(Fields(half=n) if half else Fields(quarter=n), unit_term("year", rel, priorrel))

"""Dates of the calendar: days of the month, weekdays, months, years and longer, named days."""

import re

from ....algebra.terms import Cycle, Fields, Modified, NamedDay, Nth, Occurrence, Term, TimeOfDay, Within
from ...common import numeric
from ...common.steps import modified, unit_term, valid
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import DAY, WD, YEAR, day_term, noun_follows

BOOK = RuleBook()
rule = BOOK.rule

_BLANKS = re.compile(r"\s+")
_TITLE = re.compile(r"\b(?:herr|herrn|frau|dr\.|familie)\s+$")
_JOINED = re.compile(r"\s*(?:und|oder|sowie)")


# ------------------------------------------------------------------ days
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
    return REFUSED if _TITLE.search(at.before(10)) else Fields(weekday=weekday)


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


# ------------------------------------------------------------------ months and seasons
@rule(
    "month",
    f"MONTH {YEAR}",
    {"Juni 2022": "Fields(year=2022, month=6)", "im Mai": "Fields(month=5)"},
    not_in=["Mai Nguyen", "August Huber", "Frau April"],
)
def month(month: int, at: Site, year: int | None = None, short: int | None = None) -> Term | object:
    if year is None and short is None and not _month_is_meant(at):
        return REFUSED
    return Fields(year=year, month=month, short_year=short)


_NAMELIKE = ("mai", "august", "april", "juni", "juli")
_BEFORE_MONTH = re.compile(r"\b(?:im|seit|bis|ab|vom|ende|anfang|mitte|diesen|jeden|zwischen|gegen)\s+$")


def _month_is_meant(at: Site) -> bool:
    """A month, and no name: not "Mai Nguyen", "Frau April"; an abbreviation only beside a number."""
    word = at.words.lower()
    if word.endswith(".") or _TITLE.search(at.before(10)):
        return False
    return word not in _NAMELIKE or bool(_BEFORE_MONTH.search(at.before(12))) or not noun_follows(at)


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
    if year is None and short is None and not _BEFORE_SEASON.search(at.before(16)):
        return None
    return modified(Fields(year=year, season=name, short_year=short), mod)


#: Before a season stands a preposition or an article; before a surname a first name or a title.
_BEFORE_SEASON = re.compile(
    r"(?:^|[.!?\n]\s*|\b(?:im|vom|zum|den|dem|der|des|seit|bis|ab|ganzen|ende|anfang|mitte|für|über|nach|vor|pro|und|oder|auf)\s+)$"
)


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


# ------------------------------------------------------------------ parts of periods
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


# ------------------------------------------------------------------ years and longer
@rule(
    "year",
    "[ jahr | jahre | jahres | jahrs ] YEAR",
    {"Jahr 1998": "Fields(year=1998)", "seit 2015": "Fields(year=2015)"},
    not_in=["rund 2000 Menschen", "von 1900 Euro", "2000 neue Stellen", "Paragraf 1922"],
)
def year(year: int, at: Site) -> Term | None:
    return Fields(year=year) if at.words[0] in "jJ" or _year_is_meant(year, at) else None


_NUMBERED = re.compile(
    r"\b(?:nummer|nr\.|seite|platz|paragraf|paragraph|§|artikel|art\.|rund|etwa|fast|über|knapp|windows|gut|mehr als|weniger als|mindestens|bis zu|insgesamt|postfach|zimmer)\s*$"
)
_CLEARLY_BEFORE_YEAR = re.compile(
    r"\b(?:seit|anfang|ende|mitte|saison|sommer|winter|herbst|frühjahr|frühling|anno|zwischen|im|bis|ab|und|jahren|jahre)\s*$"
)
_MEASURE = re.compile(
    r"\s+(?:[Ee]uro|[Mm]eter|Kilo|Mann|Grad|Prozent|Menschen|Personen|Einwohner|Franken|Dollar|Stück|Meter|Liter|Tonnen|Watt|Besucher|Mitglieder)|\s?(?:%|€|km\b|m\b|kg\b)"
)


def _year_is_meant(year: int, at: Site) -> bool:
    """A year, and no count, price or paragraph."""
    before = at.before(20)
    if _NUMBERED.search(before) or _MEASURE.match(at.text, at.end):
        return False
    if _CLEARLY_BEFORE_YEAR.search(before):
        return 1000 <= year <= 2100
    return 1800 <= year <= 2050 and not (noun_follows(at) and year % 50 == 0)


@rule(
    "years-joined",
    "YEAR:first ( - | -- | / | bis ) ( YEAR:last | YY:short )",
    {"2022/23": "Fields(year=2022) | Fields(year=2023)", "2009 bis 2014": "Fields(year=2009) | Fields(year=2014)"},
)
def years_joined(first: int, at: Site, last: int | None = None, short: int | None = None) -> Pieces | None:
    """Two years, the second often of two digits."""
    end = last if last is not None else first // 100 * 100 + (short or 0)
    if not first < end <= first + 300 or not _year_is_meant(first, at):
        return None
    second = at.spans["last" if last is not None else "short"]
    return Pieces(((at.start, at.spans["first"][1], Fields(year=first)), (*second, Fields(year=end))), True)


@rule("era-year", "( NUM:n | BIG:n ) ERA", {"500 v. Chr.": "Fields(year=-499)"})
def era_year(n: float, era: str) -> Term:
    return Fields(year=1 - int(n) if era == "bc" else int(n))


@rule(
    "decade",
    "[ die | den | der ] [ EARLYADJ:mod | EARLY:mod der ] ( DECADE [ [ - ] ( jahre | jahren ) ] | SIXTIES [ ( jahre | jahren ) ] )",
    {
        "den 90er Jahren": "Fields(short_decade=9)",
        "die 1970er-Jahre": "Fields(decade=197)",
        "den frühen Sechzigern": "Modified(term=Fields(short_decade=6), mod='START')",
    },
)
def decade(at: Site, decade: int | None = None, sixties: int | None = None, mod: str | None = None) -> Term | None:
    words = at.words.lower()
    if "jahr" not in words and not words.startswith(("die ", "den ", "der ", "ende", "anfang", "mitte")):
        return None  # "ein 90er" may be a car or a birthday
    if decade is not None and decade >= 1000:
        return modified(Fields(decade=decade // 10), mod)
    return modified(Fields(short_decade=decade // 10 if decade is not None else sixties), mod)


@rule(
    "decades-joined",
    "[ die | den | der ] DECADE:first ( und | bis | - | -- ) DECADE:last [ - ] ( jahre | jahren )",
    {"den 60er und 70er Jahren": "Fields(short_decade=6) | Fields(short_decade=7)"},
)
def decades_joined(first: int, last: int, at: Site) -> Pieces:
    a, b = (Fields(decade=d // 10) if d >= 1000 else Fields(short_decade=d // 10) for d in (first, last))
    return Pieces(((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)))


@rule(
    "century",
    "[ das | dem | des ] [ EARLYADJ:mod | EARLY:mod des ] ( ORDNUM:n | ORD:n ) ( jahrhundert | jahrhunderts ) [ ERA ]",
    {
        "dem 17. Jahrhundert": "Fields(century=16)",
        "Ende des 19. Jahrhunderts": "Modified(term=Fields(century=18), mod='END')",
    },
)
def century(n: int, mod: str | None = None, era: str | None = None) -> Term | None:
    return modified(Fields(century=-n if era == "bc" else n - 1), mod) if n >= 1 else None


@rule(
    "centuries-joined",
    "[ das | dem | des ] ( ORDNUM:first | ORD:first ) ( und | bis ) [ zum ] ( ORDNUM:last | ORD:last ) "
    "( jahrhundert | jahrhunderts )",
    {"dem 18. und 19. Jahrhundert": "Fields(century=17) | Fields(century=18)"},
)
def centuries_joined(first: int, last: int, at: Site) -> Pieces:
    a, b = Fields(century=first - 1), Fields(century=last - 1)
    return Pieces(((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)))


# ------------------------------------------------------------------ named days
@rule(
    "named-day", f"NAMEDAY {YEAR}", {"Heiligabend 2018": "NamedDay(key='christmas eve', name='Heiligabend', year=2018)"}
)
def named_day(nameday: str, at: Site, year: int | None = None) -> Term | None:
    start, end = at.spans["nameday"]
    return NamedDay(nameday, at.text[start:end], year) if at.words[0].isupper() or at.words[0].isdigit() else None


@rule(
    "relative-named-day",
    "REL NAMEDAY",
    {
        "vergangene Ostern": "Occurrence(fields=NamedDay(key='easter', name='Ostern'), n=-1, base=Publication())",
    },
)
def relative_named_day(rel: int, nameday: str, at: Site) -> Term:
    start, end = at.spans["nameday"]
    return Occurrence(NamedDay(nameday, at.text[start:end]), rel)


@rule(
    "named-night",
    "[ der ] NAMENIGHT",
    {"der Silvesternacht": "TimeOfDay(day=NamedDay(key=\"new year's eve\", name='Silvesternacht'), part='NI')"},
)
def named_night(namenight: str, at: Site) -> Term:
    start, end = at.spans["namenight"]
    return TimeOfDay(NamedDay(namenight, at.text[start:end]), part="NI")

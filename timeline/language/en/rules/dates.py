"""Dates of the calendar: weekdays, days of the month, months, years, seasons, quarters, decades, centuries."""

from ....algebra.terms import Cycle, Fields, Modified, Nth, Recurrence, Term, TimeOfDay, Within
from ...common import numeric
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import DAY, WD, YEAR, attributive, modified, noun_follows, plural_follows, valid

BOOK = RuleBook()
rule = BOOK.rule


# ------------------------------------------------------------------ ISO and numeric
@rule(
    "iso-time", "ISOTIME", {"2023-12-10T09:30": "TimeOfDay(day=Fields(year=2023, month=12, day=10), hour=9, minute=30)"}
)
def iso_time(isotime: str) -> Term | object:
    return numeric.iso_time(isotime) or REFUSED


@rule("iso-date", "ISODATE", {"2021-03-09": "Fields(year=2021, month=3, day=9)"})
def iso_date(isodate: str) -> Term | object:
    return numeric.iso_date(isodate) or REFUSED


@rule("iso-week", "ISOWEEK", {"2023-W49": "Fields(year=2023, week=49)"})
def iso_week(isoweek: str) -> Term:
    return Fields(year=int(isoweek[:4]), week=int(isoweek[6:8]))


@rule("numeric-date", f"{WD} NUMDATE", {"17.08.2022": "Fields(year=2022, month=8, day=17)"}, not_in=["45/9/2017"])
def numeric_date(numdate: str, weekday: int | None = None) -> Term | object:
    return numeric.date(numdate, weekday) or REFUSED


@rule(
    "numeric-day-month",
    "NUMPAIR",
    {"on 14/3": "Fields(month=3, day=14)"},
    not_in=["on 3/4 of the way", "1/2 cup", "the attacks of 9/11"],
)
def numeric_pair(numpair: str, at: Site) -> Term | object | None:
    """ "12/10": a date where a preposition or another such pair says so; "1/2 cup" is none."""
    return numeric.pair(numpair, at.before(12), at.after(12))


@rule(
    "day-mon-year",
    "DOM:day - MONTH - ( YEAR:year | YY:short )",
    {"10-Dec-23": "Fields(month=12, day=10, short_year=23)"},
)
def day_mon_year(day: int, month: int, year: int | None = None, short: int | None = None) -> Term | object:
    f = Fields(year=year, month=month, day=day, short_year=short)
    return f if valid(f) else REFUSED


# ------------------------------------------------------------------ month and day
def _month_day(month: int, day: int, year: int | None, short: int | None, weekday: int | None) -> Term | object | None:
    if day < 1:
        return None
    f = Fields(year=year, month=month, day=day, weekday=weekday, short_year=short)
    return f if valid(f) else REFUSED


@rule("month-day", f"{WD} MONTH [ , ] the? {DAY} [ - WEEKDAYEND ] {YEAR}".replace("[ - WEEKDAYEND ] ", ""),
      {"October 7": "Fields(month=10, day=7)", "Saturday, October 7": "Fields(month=10, day=7, weekday=6)",
       "Sept 11th,2011": "Fields(year=2011, month=9, day=11)"}, not_in=["Feb 30, 2017"])  # fmt: skip
def month_day(
    month: int, day: int, at: Site, year: int | None = None, short: int | None = None, weekday: int | None = None
) -> Term | object | None:
    if (
        year is None
        and at.words[-1].isdigit()
        and at.after(1) in ("%",)
        or at.after(8).startswith((" percent", " per cent", " million", " billion"))
    ):
        return None
    if (
        not at.words[-1].isdigit()
        and at.words[-2:] not in ("th", "st", "nd", "rd")
        and year is None
        and noun_follows(at)
    ):
        return None  # "March second quarter"
    return _month_day(month, day, year, short, weekday)


@rule("day-month", f"{WD} the? {DAY} ( of? | day of ) MONTH {YEAR}",
      {"1 December": "Fields(month=12, day=1)", "Thursday 14 September": "Fields(month=9, day=14, weekday=4)",
       "the Fourth of July": "Fields(month=7, day=4)", "3rd of May, 1808": "Fields(year=1808, month=5, day=3)"})  # fmt: skip
def day_month(
    month: int, day: int, at: Site, year: int | None = None, short: int | None = None, weekday: int | None = None
) -> Term | object | None:
    if day < 1 and at.words.lower().startswith(("last", "final", "the last", "the final")):
        return None
    return _month_day(month, day, year, short, weekday)


@rule(
    "day-month-of",
    "the? ( DAYTH:day | ORD:day | DOM:day ) of MONTH ( of the REL year | REL year | the PRIORREL year )",
    {
        "the 24th of February of the current year": "Within(part=Fields(month=2, day=24), whole=Cycle(unit='year', n=0, base=Publication()))"
    },
)
def day_month_of(day: int, month: int, rel: int | None = None, priorrel: int | None = None) -> Term | None:
    from .relative import unit_term

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
    "days-month",
    "[ the ] ( DOM:first | DAYTH:first ) ( - | -- | and | or | to | through | until | & | / ) the? ( DOM:last | DAYTH:last ) of? MONTH [ ,? of? YEAR ]",
    {"4-5 May": "Fields(month=5, day=4) | Fields(month=5, day=5)"},
)
def days_month(first: int, last: int, month: int, at: Site, year: int | None = None) -> Pieces | None:
    """Two days of one month, the month behind."""
    a, b = Fields(year=year, month=month, day=first), Fields(year=year, month=month, day=last)
    if not (valid(a) and valid(b)) or at.before(1) in ("-", ":", "."):
        return None
    joint = at.lower[at.spans["first"][1] : at.spans["last"][0]].strip()
    return Pieces(
        ((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)),
        not joint.startswith(("and", "or", "&")),
    )


# ------------------------------------------------------------------ days of the month
@rule("ordinal-day", "the DAYTH", {"the 10th": "Fields(day=10)"}, not_in=["the 8th floor", "the 10th time"])
def ordinal_day(dayth: int, at: Site) -> Term | None:
    if at.words[-3].isspace() or noun_follows(at) or at.after(2)[:1] in ("-", "’", "'") or at.after(1) == "-":
        return None
    if at.before(4) in (" in ", "\nin "):  # an inning, a round
        return None
    after = at.text[at.end : at.end + 2].strip()
    if after[:1].isupper() and not at.before(4).endswith(("on ", "by ")):  # "the 10th Army"
        return None
    return Fields(day=dayth)


@rule("weekday-ordinal", "WEEKDAY ,? the ( DAYTH:day | ORD:day )", {"Friday the 26th": "Fields(day=26, weekday=5)"})
def weekday_ordinal(weekday: int, day: int, at: Site) -> Term | None:
    return Fields(day=day, weekday=weekday) if day > 0 and not noun_follows(at) else None


@rule(
    "old-paper-day",
    "[ the ] ( DAYTH:day | DOM:day ) INST",
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
    from .relative import unit_term

    return (
        Within(Fields(day=day), unit_term("month", rel, priorrel if rel is not None or priorrel is not None else 0))
        if day > 0
        else None
    )


# ------------------------------------------------------------------ months
@rule(
    "month",
    f"MONTH {YEAR}",
    {"June of 2022": "Fields(year=2022, month=6)", "October": "Fields(month=10)"},
    not_in=["May said", "June Brown"],
)
def month(month: int, at: Site, year: int | None = None, short: int | None = None) -> Term | object | None:
    if year is None and short is None and not month_is_meant(month, at):
        return REFUSED
    return Fields(year=year, month=month, short_year=short)


def month_is_meant(month: int, at: Site) -> bool:
    """A month, and no name: "April Ryan", "Mrs May", "the March on Rome"."""
    import re

    word = at.words.lower().rstrip(".")
    before, after = at.before(20), at.text[at.end : at.end + 20]
    if re.search(r"(?:mr|mrs|ms|dr|sir|lady|miss|secretary|minister|councillor|president|judge)\.?\s$", before):
        return False
    temporal = re.search(
        r"(?:\b(?:in|since|until|till|by|from|to|of|during|through|last|next|this|between|before|after|every|each|early|late|mid|and|or|for|on|around|about|as of|the|a|per)|[-,(–—/;])\s*$",
        before,
    )
    if temporal:
        if (
            word == "march"
            and re.match(r"\s+(?:on|of|for|in|to|from|against)\b", after)
            and before.rstrip().endswith(("the", " a"))
        ):
            return False
        if (
            word in ("may", "march", "august")
            and before.rstrip().endswith(("and", "or", ","))
            and re.match(r"\s+[a-z]", after)
            and not re.match(r"\s+(?:and|or|to|in|of|the|when|while|but|as|at)\b", after)
        ):
            return False
        return not (
            re.match(r"\s+[A-Z][a-z]+\b", after)
            and word in ("april", "may", "june", "jan", "august", "julian")
            and before.rstrip().endswith(("and", "or", ",", "by", "of", "for", "to", "from", "the"))
            and not before.rstrip().endswith("in")
        )
    if word in ("may", "march", "august", "jan", "mar", "dec", "jun", "sep", "apr", "april", "june"):
        previous = re.search(r"([A-Za-z.]+)\s$", at.text[max(0, at.start - 20) : at.start])
        if previous and previous[1][0].isupper() and not previous[1].endswith("."):
            return False
        return (
            bool(re.match(r"\s*(?:[.,;:)]|$|’s\s|'s\s|(?:when|was|saw|brought|is|and|to|through)\b)", after))
            and word in ("june", "april", "august")
            and not previous
        )
    return True


@rule(
    "month-to-month",
    f"MONTH:first ( - | -- | to | through | until | and | or | / ) MONTH:last {YEAR}",
    {"March to June 2020": "Fields(year=2020, month=3) | Fields(year=2020, month=6)"},
)
def month_to_month(first: int, last: int, at: Site, year: int | None = None, short: int | None = None) -> Pieces | None:
    """Two months; the first takes the year of the second, or the one before it where the stretch passes new year."""
    if (
        year is None
        and short is None
        and at.words.split()[0].lower().rstrip(".") in ("may", "march")
        and not at.words[0].isupper()
    ):
        return None
    before = year - 1 if year is not None and first > last else year
    ranged = not at.lower[at.spans["first"][1] : at.spans["last"][0]].strip().startswith(("and", "or")) or at.before(
        9
    ).rstrip().endswith("between")
    return Pieces(((at.start, at.spans["first"][1], Fields(year=before, month=first, short_year=short)),
                   (at.spans["last"][0], at.end, Fields(year=year, month=last, short_year=short))), ranged)  # fmt: skip


@rule(
    "month-day-of-relative-year",
    "MONTH ( DOM:day | DAYTH:day ) of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"July 25 of that year": "Within(part=Fields(month=7, day=25), whole=Prior(grain='year'))"},
)
def month_day_of_year(month: int, day: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    from .relative import unit_term

    return Within(Fields(month=month, day=day), unit_term("year", rel, priorrel))


@rule(
    "mid-month-of-relative-year",
    "EARLY:mod -? MONTH of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"late January of that year": "Modified(term=Within(part=Fields(month=1), whole=Prior(grain='year')), mod='END')"},
)
def mid_month_of_year(mod: str, month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    from .relative import unit_term

    return Modified(Within(Fields(month=month), unit_term("year", rel, priorrel)), mod)


@rule(
    "month-of-relative-year",
    "MONTH of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"April next year": "Within(part=Fields(month=4), whole=Cycle(unit='year', n=1, base=Publication()))"},
)
def month_of_relative_year(month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    from .relative import unit_term

    return Within(Fields(month=month), unit_term("year", rel, priorrel))


# ------------------------------------------------------------------ weekdays
@rule("weekday", "WEEKDAY", {"on Sunday": "Fields(weekday=7)"}, not_in=["the Sunday Times"])
def weekday(weekday: int, at: Site) -> Term | object:
    import re

    word = at.words.lower().rstrip(".")
    if len(word) <= 4:  # an abbreviation is one only where a date is likely: "Sat Nav", "Mon Dieu", "the Sun"
        if not re.search(r"(?:\bon|\blast|\bnext|\bthis|\buntil|\bfrom|\bto|\bby|[-,(–—;:]|^)\s*$", at.before(10)) or (
            word in ("sun", "sat", "wed", "mon")
            and not at.words.endswith(".")
            and re.match(r"\s+[A-Za-z]", at.text[at.end : at.end + 3])
        ):
            return REFUSED
    return Fields(weekday=weekday)


@rule(
    "nth-weekday-of",
    "[ the ] ORD WEEKDAY ( in | of ) ( MONTH | the month | REL month | the PRIORREL month ) [ ,? of? YEAR ]",
    {"the last Friday of November": "Nth(n=-1, unit='weekday', weekday=5, whole=Fields(month=11), count=1)"},
)
def nth_weekday(
    ord: int,
    weekday: int,
    month: int | None = None,
    year: int | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
) -> Term:
    from .relative import unit_term

    whole = (
        Fields(month=month, year=year)
        if month
        else unit_term("month", rel if rel is not None or priorrel is not None else 0, priorrel)
    )
    return Nth(ord, "weekday", weekday, whole)


# ------------------------------------------------------------------ years and longer
@rule(
    "year",
    "[ the year ] YEAR",
    {"the year 2000": "Fields(year=2000)", "in 1914": "Fields(year=1914)"},
    not_in=["2000 people", "volume 1984"],
)
def year(year: int, at: Site) -> Term | None:
    in_words = at.words[-1].isalpha()
    if in_words and (plural_follows(at) or noun_follows(at) and year % 100 == 0):
        return None
    return Fields(year=year) if in_words or at.words[0].isalpha() or year_is_meant(year, at) else None


def year_is_meant(year: int, at: Site) -> bool:
    """A year, and no count, price, page or version."""
    import re

    before, after = at.before(24), at.after(16)
    if re.search(
        r"(?:volume|vol\.?|no\.?|number|page|pp?\.|section|chapter|flight|room|route|highway|article|item|model|\bact|#|building|unit|channel|psalm|or so|resolution|windows|boeing|version)\s*$",
        before,
    ):
        return False
    if re.match(
        r"\s*(?:%|percent|per cent|million|billion|dollars|euros|pounds|men\b|troops|soldiers|people|miles|km\b|kilomet|met(?:er|re)s|tons|feet|hours|points|votes|kg\b|mm\b|yards|acres|horses|guns|votes|copies|°)",
        after,
    ):
        return False
    if re.search(
        r"(?:\b(?:in|since|until|till|by|from|of|during|after|before|to|through|for|early|late|mid|summer|winter|spring|autumn|fall|and|or|between|circa|ca\.|c\.|around|about|year|the|as of|until|winter|season|into)|[-–—(,/])\s*$",
        before,
    ):
        return 1000 <= year <= 2100 and not (
            plural_follows(at) and not re.search(r"\b(?:in|since|until|by|during|the)\s*$", before)
        )
    return 1800 <= year <= 2050 and not plural_follows(at)


@rule(
    "years-joined",
    "YEAR:first ( - | -- | / ) ( YEAR:last | YY:short )",
    {"2019-21": "Fields(year=2019) | Fields(year=2021)"},
)
def years_joined(first: int, at: Site, last: int | None = None, short: int | None = None) -> Pieces | None:
    """Two years, the second often of two digits; "2009-10" behind a season is left to it."""
    end = last if last is not None else first // 100 * 100 + (short or 0)
    if (
        end <= first
        or end - first > 300
        or at.after(1).isalpha()
        or at.after(1) in ("-", "–")
        or not year_is_meant(first, at)
    ):
        return None
    name = "last" if last is not None else "short"
    return Pieces(
        ((at.start, at.spans["first"][1], Fields(year=first)), (at.spans[name][0], at.end, Fields(year=end))), True
    )


@rule(
    "era-year",
    "( ERA:ad ( NUM:n | BIG:n ) | ( NUM:n | BIG:n ) ERA )",
    {"500 BC": "Fields(year=-499)", "AD 79": "Fields(year=79)"},
)
def era_year(n: float, ad: str | None = None, era: str | None = None) -> Term | None:
    if ad == "bc":
        return None
    return Fields(year=1 - int(n) if era == "bc" else int(n))


@rule(
    "era-date",
    f"[ the ] ( {DAY} of? MONTH | MONTH {DAY} | MONTH ) ,? ( NUM:n | BIG:n ) ERA",
    {"August 480 BC": "Fields(year=-479, month=8)"},
)
def era_date(month: int, n: float, era: str, day: int | None = None) -> Term | None:
    return Fields(year=1 - int(n) if era == "bc" else int(n), month=month, day=day)


@rule(
    "era-season",
    "[ the ] SEASON of? ( NUM:n | BIG:n ) ERA",
    {"the spring of 480 BC": "Fields(year=-479, season='SP')"},
)
def era_season(season: str, n: float, era: str) -> Term:
    return Fields(year=1 - int(n) if era == "bc" else int(n), season=season)


@rule(
    "era-range",
    "( NUM:first | BIG:first ) ( - | -- | to | and | until ) ( NUM:last | BIG:last ) ERA",
    {"499-493 BC": "Fields(year=-498) | Fields(year=-492)"},
)
def era_range(first: float, last: float, era: str, at: Site) -> Pieces:
    a, b = (1 - int(first), 1 - int(last)) if era == "bc" else (int(first), int(last))
    return Pieces(
        ((at.start, at.spans["first"][1], Fields(year=a)), (at.spans["last"][0], at.end, Fields(year=b))), True
    )


@rule("japanese-year", "JAPANESE_ERA NUM", {"Reiwa 6": "Fields(year=2024)"})
def japanese_year(japanese_era: int, num: int) -> Term:
    return Fields(year=japanese_era + num)


@rule(
    "decade",
    "[ the ] [ EARLY:mod -? ] DECADE",
    {"the early 1980s": "Modified(term=Fields(decade=198), mod='START')", "the '90s": "Fields(short_decade=9)"},
)
def decade(decade: int, at: Site, mod: str | None = None) -> Term | None:
    if decade >= 1000:
        return modified(Fields(decade=decade // 10), mod)
    import re

    if re.search(r"\b(?:his|her|their|my|our|your|its)\s+(?:early|mid|late)?[\s-]*$", at.before(20)) or (
        decade < 10 or decade % 10
    ):
        return None  # an age
    return (
        modified(Fields(short_decade=decade // 10), mod)
        if "'" in at.words or "’" in at.words or at.words.lower().startswith(("the", "early", "late", "mid"))
        else None
    )


@rule(
    "decade-in-words",
    "the [ EARLY:mod -? ] [ ( nineteen | NUM:century ) - ? ] SIXTIES",
    {"the sixties": "Fields(short_decade=6)"},
)
def decade_in_words(sixties: int, at: Site, mod: str | None = None, century: int | None = None) -> Term | None:
    return modified(
        Fields(decade=190 + sixties) if "nineteen" in at.words.lower() else Fields(short_decade=sixties), mod
    )


@rule(
    "century",
    "[ the ] [ EARLY:mod -? ] [ to - late - ] ( ORDNUM:n | ORD:n ) - ? century [ ERA ]",
    {"the 20th century": "Fields(century=19)"},
)
def century(n: int, mod: str | None = None, era: str | None = None) -> Term | None:
    if n < 1:
        return None
    return modified(Fields(century=-n if era == "bc" else n - 1), mod)


@rule(
    "turn-of-century",
    "the turn of the century",
    {"the turn of the century": "Modified(term=Fields(year=2000), mod='APPROX')"},
)
def turn_of_century() -> Term:
    return Modified(Fields(year=2000), "APPROX")


@rule(
    "mid-period",
    "[ the ] EARLY:mod [ part of | of the | of | in | in the | - ] ( MONTH [ ,? of? YEAR:year ] | YEAR:year )",
    {
        "mid-September": "Modified(term=Fields(month=9), mod='MID')",
        "late 2021": "Modified(term=Fields(year=2021), mod='END')",
    },
)
def mid_period(mod: str, at: Site, month: int | None = None, year: int | None = None) -> Term | None:
    """ "early October", "the end of 2019"."""
    if " in" in at.lower[at.spans["mod"][1] : at.end] and not at.words.lower().startswith(
        ("early", "late", "earlier", "later")
    ):
        return None
    if year is None and at.words.lower().rstrip(".").endswith(("march", "may")) and noun_follows(at):
        return None
    return Modified(Fields(year=year, month=month), mod)


@rule("mid-weekday", "EARLY:mod WEEKDAY [ PART ]", {"early Sunday": "Modified(term=Fields(weekday=7), mod='START')"})
def mid_weekday(mod: str, weekday: int, at: Site, part: str | None = None) -> Term | None:
    if not at.words.lower().startswith(("early", "late", "earlier", "mid")):
        return None
    day = Fields(weekday=weekday)
    return Modified(TimeOfDay(day, part=part) if part else day, mod)


# ------------------------------------------------------------------ seasons, quarters, halves
@rule("season", f"[ the ] [ EARLY:mod -? ] SEASON {YEAR}", {"the autumn of 1956": "Fields(year=1956, season='FA')", "Fall 2010": "Fields(year=2010, season='FA')"},
      not_in=["the fall of the government", "prices fall by half", "the singer Donna Summer"])  # fmt: skip
def season(
    season: str, at: Site, year: int | None = None, short: int | None = None, mod: str | None = None
) -> Term | Pieces | None:
    if year is None and short is None and not season_is_meant(season, at):
        return None
    term = modified(Fields(year=year, season=season, short_year=short), mod)
    return attributive(term, at) if year is None else term


def season_is_meant(season: str, at: Site) -> bool:
    """A season, and no fall of anybody, no spring of water, no name (Mark Summers, Donna Summer)."""
    import re

    words = at.words.lower()
    if "fall" in words and (
        re.match(r"\s+(?:of|in|from|to|into|by|below|short|apart|out|for|behind|under)\b", at.after(8))
        or not re.search(
            r"(?:in the|this|last|next|in|early|late|the|by|until|since)\s*$", at.before(9) + words.replace("fall", "")
        )
    ):
        return False
    if (
        at.text[at.end - 4].isupper()
        and words not in ("spring", "summer", "autumn", "winter")
        or re.search(r"[A-Z][a-z]+\s$", at.text[max(0, at.start - 12) : at.start])
        and at.words[0].isupper()
    ):
        return False
    if at.words[0].isupper() and re.match(r"\s+[A-Z]", at.text[at.end : at.end + 3]):
        return False
    if words == "spring" and re.match(r"\s+(?:to|up|from|into|water)\b", at.after(8)):
        return False
    return True


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
    from .relative import unit_term

    return Within(Fields(season=season), unit_term("year", rel, priorrel))


@rule("quarter", "[ the ] ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter ) [ ,? of? ( YEAR:year | REL year | the PRIORREL year | fiscal YEAR:year | the year ) ]",
      {"the third quarter": "Fields(quarter=3)", "Q3 2022": "Fields(year=2022, quarter=3)"}, not_in=["the second quarterback"])  # fmt: skip
def quarter(
    n: int, at: Site, year: int | None = None, rel: int | None = None, priorrel: int | None = None
) -> Term | Pieces | None:
    from .relative import unit_term

    if n == -1 and year is None:  # "the last quarter" is the one before this
        return None
    part = Fields(quarter=4 if n == -1 else n, fiscal="fiscal" in at.words.lower())
    if not 1 <= (part.quarter or 0) <= 4:
        return None
    if rel is not None or priorrel is not None:
        return Within(part, unit_term("year", rel, priorrel))
    term = Fields(quarter=part.quarter, year=year, fiscal=part.fiscal)
    return attributive(term, at) if year is None else term


@rule(
    "quarter-of-relative-year",
    "REL year 's ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter )",
    {"next year's first quarter": "Within(part=Fields(quarter=1), whole=Cycle(unit='year', n=1, base=Publication()))"},
)
def quarter_of_year(rel: int, n: int) -> Term | None:
    return Within(Fields(quarter=n), Cycle("year", rel)) if 1 <= n <= 4 else None


@rule(
    "year-quarter",
    "[ the ] YEAR ( QUARTER:n | ( ORD:n | ORDNUM:n ) - ? quarter )",
    {"the 1988 second quarter": "Fields(year=1988, quarter=2)"},
)
def year_quarter(year: int, n: int) -> Term | None:
    return Fields(year=year, quarter=n) if 1 <= n <= 4 else None


@rule(
    "half",
    "[ the ] HALFORD half of? [ ( of the | the | of )? ( YEAR:year | REL:rel ( year | month | week | decade | century ) | the PRIORREL:priorrel year | MONTH ) ]",
    {
        "the upper half of last year": "Within(part=Fields(half=1), whole=Cycle(unit='year', n=-1, base=Publication()))",
        "the first half": "Fields(half=1)",
    },
)
def half(
    halford: int,
    at: Site,
    year: int | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
    month: int | None = None,
) -> Term | None:
    from .relative import unit_term

    words = at.words.lower()
    if month or words.endswith(("month", "week", "decade", "century")):
        return None
    if rel is not None or priorrel is not None:
        return Within(Fields(half=halford), unit_term("year", rel, priorrel))
    if year is None and (noun_follows(at) or words.endswith(" of")):
        return None
    if year is None and "opening" in words:
        return None
    return Fields(half=halford, year=year)


@rule(
    "fiscal-year",
    "[ the ] ( fiscal | financial | academic | school | tax ) [ year ] ( YEAR [ ( - | / ) ( YY:short | YEAR:last ) ] )",
    {"fiscal 2024": "Fields(year=2024, fiscal=True)"},
)
def fiscal_year(year: int, short: int | None = None, last: int | None = None) -> Term:
    span = last if last is not None else year // 100 * 100 + short if short is not None else None
    return Fields(year=year, fiscal=True, year_span=span)


@rule("sets-of-weekdays", "WEEKDAYS", {"Sundays": "Recurrence(of=Fields(weekday=7))"})
def weekdays(weekdays: int) -> Term:
    return Recurrence(Fields(weekday=weekdays))

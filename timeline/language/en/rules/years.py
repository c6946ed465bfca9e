"""Years, eras, decades, centuries."""

from .... import kept
from ....algebra.terms import Fields, Modified, Term, TimeOfDay
from ....kept import pattern
from ...common.steps import modified
from ...grammar import Pieces, RuleBook, Site
from .common import DAY
from .guards.following import noun_follows, plural_follows
from .guards.years import year_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "year",
    "[ the year ] YEAR",
    {"the year 2000": "Fields(year=2000)", "in 1914": "Fields(year=1914)"},
    not_in=["2000 people", "volume 1984"],
)
def year(year: int, at: Site) -> Term | None:
    in_words = at.words[-1].isalpha()
    if in_words and (plural_follows(at) or (noun_follows(at) and year % 100 == 0)):
        return None
    return Fields(year=year) if in_words or at.words[0].isalpha() or year_is_meant(year, at) else None


@rule(
    "named-years",
    "[ the ] YEAR:first ( - | -- | / ) ( YEAR:last | YY:short ) ( tax | school | academic | financial | fiscal | season ) [ year ]",
    {"the 2011/12 tax year": "Fields(year=2011, fiscal=True, year_span=2012)"},
)
def named_years(first: int, last: int | None = None, short: int | None = None) -> Term | None:
    """A school's, a tax or a sports year, which begins in one year and ends in the next."""
    end = last if last is not None else first // 100 * 100 + (short or 0) + (100 if short == 0 else 0)
    return Fields(year=first, fiscal=True, year_span=end) if end == first + 1 else None


@rule("early-year", "the year NUM", {"in the year 64": "Fields(year=64)"}, not_in=["the year 5 pupils"])
def early_year(num: int, at: Site) -> Term | None:
    """A year of the first centuries, which only its word tells from a number."""
    if not 30 < num < 1000 or noun_follows(at) or not kept.search(r"\b(?:in|of|by|since|until|from|before|after|was|is)\s$", at.before(7)):
        return None
    return Fields(year=num)


@rule(
    "years-joined",
    "( [ the years ] YEAR:first ( - | -- | / ) ( YEAR:last | YY:short ) | the years YEAR:first ( to | and | through | until ) YEAR:last )",
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
    "[ EARLY:mod -? ] ( ERA:ad ( NUM:n | BIG:n ) | ( NUM:n | BIG:n ) ERA )",
    {"500 BC": "Fields(year=-499)", "AD 79": "Fields(year=79)"},
)
def era_year(n: float, ad: str | None = None, era: str | None = None, mod: str | None = None) -> Term | None:
    if ad == "bc":
        return None
    return modified(Fields(year=1 - int(n) if era == "bc" else int(n)), mod)


@rule(
    "era-date",
    f"[ the ] ( {DAY} of? MONTH | MONTH {DAY} | MONTH ) ,? ( NUM:n | BIG:n ) ERA",
    {"August 480 BC": "Fields(year=-479, month=8)"},
)
def era_date(month: int, n: float, era: str, day: int | None = None) -> Term | None:
    return Fields(year=1 - int(n) if era == "bc" else int(n), month=month, day=day)


@rule(
    "era-season",
    "[ the ] [ EARLY:mod -? ] SEASON of? ( NUM:n | BIG:n ) ERA",
    {"the spring of 480 BC": "Fields(year=-479, season='SP')"},
)
def era_season(season: str, n: float, era: str, mod: str | None = None) -> Term:
    return modified(Fields(year=1 - int(n) if era == "bc" else int(n), season=season), mod)


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


@rule("short-year", "' YY:short", {"in '99": "Fields(short_year=99)"}, not_in=["the class of '99ers"])
def short_year(short: int, at: Site) -> Term | None:
    """ "in '99": behind a preposition."""
    return (
        Fields(short_year=short)
        if kept.search(r"\b(?:in|of|since|by|until|from|to|summer|winter|spring)\s$", at.before(8))
        else None
    )


@rule(
    "half-of-decade",
    "[ the ] HALFORD half of the DECADE",
    {"the second half of the 1980s": "Modified(term=Fields(decade=198), mod='END')"},
)
def half_of_decade(halford: int, decade: int) -> Term:
    term = Fields(decade=decade // 10) if decade >= 1000 else Fields(short_decade=decade // 10)
    return Modified(term, "START" if halford == 1 else "END")


@rule(
    "decade",
    "[ the ] [ EARLY:mod ( of the | - | ) ] DECADE",
    {"the early 1980s": "Modified(term=Fields(decade=198), mod='START')", "the '90s": "Fields(short_decade=9)"},
)
def decade(decade: int, at: Site, mod: str | None = None) -> Term | None:
    if decade >= 1000 and decade % 100 == 0 and decade < 2000:
        return modified(Fields(century=decade // 100), mod)  # "the late 1700s"
    if decade >= 1000:
        return modified(Fields(decade=decade // 10), mod)
    if kept.search(r"\b(?:his|her|their|my|our|your|its)\s+(?:early|mid|late)?[\s-]*$", at.before(20)) or (
        decade < 10 or decade % 10
    ):
        return None  # an age
    return (
        modified(Fields(short_decade=decade // 10), mod)
        if "'" in at.words or "’" in at.words or at.words.lower().startswith(("the", "early", "late", "mid"))
        else None
    )


#: Decades by their name, which tells the century.
_KNOWN_AS = {"roaring": 19, "swinging": 19, "hungry": 18}


@rule(
    "decade-in-words",
    "[ the ] [ EARLY:mod ( of the | - | ) ] [ ( NUMW:century | NUM:century ) - ? ] [ roaring | swinging | hungry ] SIXTIES",
    {"the sixties": "Fields(short_decade=6)", "the roaring twenties": "Fields(decade=192)"},
)
def decade_in_words(sixties: int, at: Site, mod: str | None = None, century: int | None = None) -> Term | None:
    if century is not None:
        return modified(Fields(decade=century * 10 + sixties), mod) if 10 <= century <= 20 else None
    if (known := next((c for word, c in _KNOWN_AS.items() if f"{word} " in at.words.lower()), None)) is not None:
        return modified(Fields(decade=known * 10 + sixties), mod)
    return modified(Fields(short_decade=sixties), mod) if at.words.lower().startswith("the ") else None


@rule(
    "hundreds",
    "the [ EARLY:mod -? ] NUMW:n HUNDREDS",
    {"the thirteen hundreds": "Fields(century=13)", "the late eighteen hundreds": "Modified(term=Fields(century=18), mod='END')"},
    not_in=["hundreds of people", "the two hundreds"],
)
def hundreds(n: float, mod: str | None = None) -> Term | None:
    return modified(Fields(century=int(n)), mod) if 10 < n < 20 else None


@rule(
    "era-decade",
    "[ the ] [ EARLY:mod ( of the | - | ) ] DECADE ERA",
    {"the 470s BC": "Fields(decade=-47)"},
)
def era_decade(decade: int, era: str, mod: str | None = None) -> Term:
    return modified(Fields(decade=-(decade // 10) if era == "bc" else decade // 10), mod)


@rule(
    "century",
    "[ the ] [ EARLY:mod ( of the | part of the | - | ) ] [ to - late - ] ( ORDNUM:n | ORD:n ) - ? century [ ERA ]",
    {"the 20th century": "Fields(century=19)"},
    not_in=["the Twentieth Century Fund"],
)
def century(n: int, at: Site, mod: str | None = None, era: str | None = None) -> Term | None:
    if n < 1 or kept.match(r"\s(?:Fox|Fund|Studios?|Limited|Foundation|Pictures|Press|Insurance)\b", at.text[at.end : at.end + 12]):
        return None  # "Twentieth Century Fox"
    return modified(Fields(century=-n if era == "bc" else n - 1), mod)


_AND_LAST = "( - | -- | and | or | , and | to | through | until ) [ the ] [ EARLY:late ] ( ORDNUM:last | ORD:last )"
_TO_THE_LAST = pattern(r"[\s-]*(?:century)?\s*(?:[-‐-―]|,?\s?\b(?:and|or|to|through|until)\b)\s*")


@rule(
    "centuries",
    f"[ the ] [ EARLY:mod ] ( ORDNUM:first | ORD:first ) [ , ( ORDNUM:second | ORD:second ) ] {_AND_LAST} - ? ( century | centuries )",
    {"the 14th to the 16th centuries": "Fields(century=13) | Fields(century=15)"},
    not_in=["the 14th to the 16th of centuries past"],
)
def centuries(
    first: int, last: int, at: Site, mod: str | None = None, late: str | None = None, second: int | None = None
) -> Pieces | None:
    """Several centuries, whose word stands once, behind the last."""
    numbers = [n for n in (first, second, last) if n is not None]
    if numbers != sorted(set(numbers)) or first < 1:
        return None
    before = at.spans["second" if second is not None else "first"][1]
    joint = _TO_THE_LAST.match(at.lower, before)
    begun = joint.end() if joint else at.spans["last"][0]
    parts = [(at.start, at.spans["first"][1], modified(Fields(century=first - 1), mod))]
    if second is not None:
        parts.append((*at.spans["second"], Fields(century=second - 1)))
    parts.append((begun, at.end, modified(Fields(century=last - 1), late)))
    return Pieces(tuple(parts), bool(joint and kept.search(r"[-‐-―]|to|through|until", joint[0])))


@rule(
    "century-to-ordinal",
    f"[ the ] [ EARLY:mod ] ( ORDNUM:first | ORD:first ) - ? century {_AND_LAST}",
    {"the 14th century to the 16th": "Fields(century=13) | Fields(century=15)"},
    not_in=["the 14th century to the 16th floor", "the 20th century and the first"],
)
def century_to_ordinal(
    first: int, last: int, at: Site, mod: str | None = None, late: str | None = None
) -> Pieces | None:
    """ "from the 14th century to the 16th": the word stands once, behind the first."""
    joint = _TO_THE_LAST.match(at.lower, at.spans["first"][1])
    if noun_follows(at) or not 0 < first < last < 22 or joint is None or (last - first > 3 and "to" not in joint[0]):
        return None
    whole = at.lower.index("century", at.spans["first"][1]) + len("century")
    return Pieces(
        (
            (at.start, whole, modified(Fields(century=first - 1), mod)),
            (joint.end(), at.end, modified(Fields(century=last - 1), late)),
        ),
        bool(kept.search(r"[-‐-―]|to|through|until", joint[0])),
    )


@rule(
    "turn-of-century",
    "the turn of the century",
    {"the turn of the century": "Modified(term=Fields(short_year=0), mod='APPROX')"},
)
def turn_of_century() -> Term:
    return Modified(Fields(short_year=0), "APPROX")


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
    if month is not None and _FROM_THEN.match(at.words.lower()):
        return None  # "for six weeks beginning Sept. 9"
    return Modified(Fields(year=year, month=month), mod)


_FROM_THEN = pattern(r"(?:the )?(?:beginning|start)\s(?!of\b|part\b)")


@rule("mid-weekday", "EARLY:mod WEEKDAY [ PART ]", {"early Sunday": "Modified(term=Fields(weekday=7), mod='START')"})
def mid_weekday(mod: str, weekday: int, at: Site, part: str | None = None) -> Term | None:
    if not at.words.lower().startswith(("early", "late", "earlier", "mid")):
        return None
    day = Fields(weekday=weekday)
    return Modified(TimeOfDay(day, part=part) if part else day, mod)

"""Years, decades, centuries."""

from ....algebra.terms import Fields, Modified, Term
from ...common.steps import modified
from ...grammar import Pieces, RuleBook, Site
from .guards import is_counted, noun_follows, year_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "year",
    "[ jahr | jahre | jahres | jahrs ] YEAR",
    {"Jahr 1998": "Fields(year=1998)", "seit 2015": "Fields(year=2015)",
     "um 1900": "Modified(term=Fields(year=1900), mod='APPROX')"},
    not_in=["rund 2000 Menschen", "von 1900 Euro", "2000 neue Stellen", "Paragraf 1922"],
)
def year(year: int, at: Site) -> Term | None:
    if at.words[0] not in "jJ" and not year_is_meant(year, at):
        return None
    return Modified(Fields(year=year), "APPROX") if at.before(4).lower().endswith("um ") else Fields(year=year)


@rule(
    "years-joined",
    "YEAR:first ( - | -- | / | bis ) ( YEAR:last | YY:short )",
    {"2022/23": "Fields(year=2022) | Fields(year=2023)", "2009 bis 2014": "Fields(year=2009) | Fields(year=2014)"},
    not_in=["1500 bis 1800 Leute", "rund 1200-1500"],
)
def years_joined(first: int, at: Site, last: int | None = None, short: int | None = None) -> Pieces | None:
    """Two years, the second often of two digits."""
    end = last if last is not None else first // 100 * 100 + (short or 0)
    rounded = first % 50 == 0 and end % 50 == 0
    if not first < end <= first + 500 or is_counted(at) or (rounded and noun_follows(at)):
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

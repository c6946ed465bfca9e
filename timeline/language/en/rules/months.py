"""Months, alone and joined."""

import re

from .... import kept
from ....algebra.terms import Fields, Modified, Term, Within
from ....kept import pattern
from ...common.steps import unit_term
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .common import YEAR
from .guards.months import month_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "month",
    f"MONTH {YEAR}",
    {"June of 2022": "Fields(year=2022, month=6)", "October": "Fields(month=10)"},
    not_in=["May said", "June Brown"],
)
def month(month: int, at: Site, year: int | None = None, short: int | None = None) -> Term | object | None:
    if year is None and short is None and not month_is_meant(at):
        return REFUSED
    return Fields(year=year, month=month, short_year=short)


@rule(
    "month-to-month",
    f"MONTH:first ( - | -- | to | through | until | and | or | / ) MONTH:last {YEAR}",
    {"March to June 2020": "Fields(year=2020, month=3) | Fields(year=2020, month=6)"},
)
def month_to_month(
    first: int, last: int, at: Site, year: int | None = None, short: int | None = None
) -> Pieces | object | None:
    """Two months; the first takes the year of the second, or the one before it where the stretch passes new year."""
    if (
        year is None
        and short is None
        and at.words.split()[0].lower().rstrip(".") in ("may", "march")
        and not at.words[0].isupper()
    ):
        return None
    if year is None and short is None and _names(at):
        return REFUSED
    before = year - 1 if year is not None and first > last else year
    ranged = not at.lower[at.spans["first"][1] : at.spans["last"][0]].strip().startswith(("and", "or")) or at.before(
        9
    ).rstrip().endswith("between")
    return Pieces(((at.start, at.spans["first"][1], Fields(year=before, month=first, short_year=short)),
                   (at.spans["last"][0], at.end, Fields(year=year, month=last, short_year=short))), ranged)  # fmt: skip


_WOMEN = pattern(r"(?:april|may|june|august) and (?:april|may|june|august)", re.I)


def _names(at: Site) -> bool:
    """ "met April and June Sommer": two people of one surname, behind no preposition."""
    surname = kept.match(r"\s[A-Z][a-z]+\b", at.text[at.end : at.end + 24])
    return bool(_WOMEN.fullmatch(at.words) and surname and not _PREPOSITION.search(at.before(9)))


_PREPOSITION = pattern(r"\b(?:in|of|since|between|from|both|until|during|for|by|over|,)\s$")


@rule(
    "months-of-relative-year",
    "MONTH:first ( - | -- | to | through | until | and | or ) MONTH:last of? ( REL year | the PRIORREL year | PRIORREL year )",
    {
        "March and May next year": "Within(part=Fields(month=3), whole=Cycle(unit='year', n=1, base=Publication())) | "
        "Within(part=Fields(month=5), whole=Cycle(unit='year', n=1, base=Publication()))"
    },
)
def months_of_year(
    first: int, last: int, at: Site, rel: int | None = None, priorrel: int | None = None
) -> Pieces | None:
    if first > last:
        return None
    whole = unit_term("year", rel, priorrel)
    a, b = Within(Fields(month=first), whole), Within(Fields(month=last), whole)
    joint = at.lower[at.spans["first"][1] : at.spans["last"][0]].strip()
    return Pieces(
        ((at.start, at.spans["first"][1], a), (at.spans["last"][0], at.end, b)), joint not in ("and", "or")
    )


@rule(
    "month-day-of-relative-year",
    "MONTH ( DOM:day | DAYTH:day ) of? ( the REL year | REL year | the PRIORREL year | PRIORREL year )",
    {
        "July 25 of that year": "Within(part=Fields(month=7, day=25), whole=Prior(grain='year'))",
        "January 1 of the coming year": "Within(part=Fields(month=1, day=1), whole=Cycle(unit='year', n=1, base=Publication()))",
    },
)
def month_day_of_year(month: int, day: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Within(Fields(month=month, day=day), unit_term("year", rel, priorrel))


@rule(
    "mid-month-of-relative-year",
    "EARLY:mod -? MONTH of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"late January of that year": "Modified(term=Within(part=Fields(month=1), whole=Prior(grain='year')), mod='END')"},
)
def mid_month_of_year(mod: str, month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Modified(Within(Fields(month=month), unit_term("year", rel, priorrel)), mod)


@rule(
    "month-of-relative-year",
    "MONTH of? ( REL year | the PRIORREL year | PRIORREL year )",
    {"April next year": "Within(part=Fields(month=4), whole=Cycle(unit='year', n=1, base=Publication()))"},
)
def month_of_relative_year(month: int, rel: int | None = None, priorrel: int | None = None) -> Term:
    return Within(Fields(month=month), unit_term("year", rel, priorrel))

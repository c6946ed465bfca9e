"""Days that have a name."""

from ....algebra.terms import NamedDay, Occurrence, Term, TimeOfDay
from ...grammar import RuleBook, Site
from .common import YEAR

BOOK = RuleBook()
rule = BOOK.rule


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

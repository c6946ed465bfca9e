"""What looks like time and is none: greetings, sayings, newspapers, days that no calendar has."""

import re

from ....algebra.calendar import is_date
from ...grammar import REFUSED, RuleBook, Site
from .common import WD
from .guards import in_compound

BOOK = RuleBook()
rule = BOOK.rule

_GREETING = re.compile(r"\bgute[nrs]?\s+$")


@rule("compound", "( WEEKDAYS | WEEKDAY | MONTH | SEASON | PART | FREQ )", {"Sonntags-Zeitung": "REFUSED"})
def compound(at: Site) -> object | None:
    """A part of a name or of a longer noun."""
    return REFUSED if in_compound(at) else None


@rule("greeting", "( PART | UNIT )", {"guten Morgen": "REFUSED"})
def greeting(at: Site) -> object | None:
    return REFUSED if _GREETING.search(at.before(8)) else None


@rule(
    "saying",
    "( eines tages | tag für tag | tag und nacht | von tag zu tag | jahr für jahr )",
    {"eines Tages": "REFUSED"},
)
def saying() -> object:
    return REFUSED


@rule("impossible-date", f"{WD} ( ORDNUM:day | NUM:day ) MONTH [ YEAR ]", {"30. Februar 2017": "REFUSED"})
def impossible_date(month: int, day: int, year: int | None = None) -> object | None:
    return REFUSED if 0 < day < 100 and not is_date(year or 2000, month, day) else None

"""What looks like time and is none: names, floors, sections, scores, money, versions."""

import re

from ...grammar import REFUSED, RuleBook, Site
from .common import WD

BOOK = RuleBook()
rule = BOOK.rule

_PAPERS = re.compile(
    r"\s+(?:Times|Telegraph|Post|Mail|Mirror|Express|Herald|Tribune|Star|Sun|Independent|Mercury|World|People|Magazine|Review)\b"
)


@rule("newspaper", "[ the ] ( WEEKDAY | FREQ )", not_in=["The Sunday Times reported it."])
def newspaper(at: Site, weekday: int | None = None, freq: str | None = None) -> object | None:
    return REFUSED if _PAPERS.match(at.text, at.end) else None


@rule("impossible-date", f"{WD} ( MONTH NUM:day | NUM:day of? MONTH ) [ ,? YEAR ]", not_in=["Feb 30, 2017", "June 45"])
def impossible_date(
    month: int, day: int, at: Site, year: int | None = None, weekday: int | None = None
) -> object | None:
    from ....algebra.calendar import is_date

    return REFUSED if 0 < day < 100 and not is_date(year or 2000, month, day) and (day <= 31 or year) else None


@rule(
    "second-of-rank",
    "[ the | a | for the ] second [ - ] ( time | half-time | place | largest | biggest | highest | deputy | floor | row | round | chance | thought | thoughts | term | goal | class | hand | grade )",
    not_in=["the second time"],
)
def second_of_rank() -> object:
    return REFUSED


@rule(
    "in-the-day",
    "( one day | some day | day by day | day to day | day - to - day | night and day | the other day | day after day | year after year | week after week )",
    not_in=["one day he will"],
)
def in_the_day(at: Site) -> object | None:
    return None if "other" in at.words.lower() else REFUSED


@rule("decimal-unit-thing", "NUM - UNIT - NUM", not_in=["24-hour-7"])
def unit_thing() -> object:
    return REFUSED

"""The rules of English, in order: between matches of one length the earlier rule wins, and refusals come first.

Each module is one kind of saying time; `BOOK` gathers them in the order of the list below.
"""

from ...common import iso
from ...grammar import Rule
from . import (
    clock,
    counted,
    counted_from,
    days,
    durations,
    months,
    named,
    numeric,
    parts_of_day,
    posts,
    refused,
    relative,
    seasons,
    sets,
    vague,
    weekdays,
    weeks,
    years,
)

MODULES = (
    refused, iso, numeric, days, weekdays, months, years, seasons, named, relative, weeks, parts_of_day, counted, counted_from, clock, sets,
    durations, vague, posts,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.BOOK.rules)

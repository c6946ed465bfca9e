"""The rules of German, in order: between matches of one length the earlier rule wins, and refusals come first."""

from ...common import iso
from ...grammar import Rule
from . import clock, counted, days, months, named, recurring, refused, relative, years

MODULES = (refused, iso, days, months, years, named, relative, counted, clock, recurring)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.BOOK.rules)

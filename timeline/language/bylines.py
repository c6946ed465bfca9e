"""Words that announce a publication stamp, as data: a table a language, in its own folder."""

from functools import cache
from importlib import import_module

from ..frozen import Frozen


class Bylines(Frozen):
    """Regular expressions, case aside: what stands before the day of publication, of a change, of a later note."""

    published: str
    updated: str
    corrected: str


@cache
def bylines(language: str) -> Bylines:
    """The table of a BCP 47 tag; where a language has none, English."""
    try:
        module = import_module(f"..{language.partition('-')[0].lower()}.bylines", __name__)
    except ImportError:
        module = import_module("..en.bylines", __name__)
    table: Bylines = module.BYLINES
    return table

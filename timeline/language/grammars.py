"""The grammar of a language, compiled once, when it is first needed."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from . import __path__
from .grammar import Grammar
from .lexicon import load


@cache
def languages() -> tuple[str, ...]:
    """The languages there are: folders of this package, by their BCP 47 primary tag."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if m.ispkg and m.name != "common"))


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, English where it is not one of ours."""
    name = tag.split("-")[0].lower()
    return name if name in languages() else "en"


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language by its primary tag."""
    rules = import_module(f"{__package__}.{language}.rules")
    return Grammar(load(language), rules.RULES)

"""Page furniture in words: what sites put around an article, as data. A table a language, in its own folder."""

import re

from ..frozen import Frozen
from .tables import module_of


class Form(Frozen):
    """What a line of furniture looks like.

    role: see `model.Block`. zone: "head" (before the article's prose), "tail" (after it) or "any". pattern: of the
    whole block, without capturing groups, except that `(?P<origin>…)` takes the name that a form of role "origin"
    gives. label: it heads a list that belongs to it ("Related articles").
    """

    role: str
    zone: str
    pattern: str
    label: bool = False


class Biography(Frozen):
    """How a language describes the author of an article.

    opening: the beginning of such a paragraph, with the person as `(?P<name>…)`; clue: what must stand in it besides;
    story: what shows that the person is part of the news instead.
    """

    opening: str
    clue: str
    story: str


class Furniture(Frozen):
    """All that a language knows. endings: what closes a block of a role whatever came before: (role, pattern)."""

    forms: tuple[Form, ...]
    endings: tuple[tuple[str, str], ...]
    biography: Biography


def furniture(language: str) -> Furniture:
    """The table of a BCP 47 tag; where a language has none, English: the furniture of the web speaks it."""
    table: Furniture = module_of(language, "furniture").FURNITURE
    return table


def alternatives(*patterns: str) -> str:
    """One pattern that any of them matches."""
    return "|".join(f"(?:{re.sub(chr(10) + ' *', '', pattern)})" for pattern in patterns)

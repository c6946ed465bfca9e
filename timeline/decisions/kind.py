"""What a kind of override is, the keys it is made of, and the list of all there are."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from ..frozen import Frozen
from . import kinds

#: What a key can hold. A reader in `load`, a form in `schema`, for each.
SHAPES = ("text", "texts", "article", "target", "event", "events", "citations")


class Key(Frozen):
    """A key of an entry.

    shape: one of `SHAPES`. says: what it holds, for people who write one in an editor. check: normalises a text, given
    it and the language of the project; raises `BadValueError`. words: all that a text may be, where that is a list.
    """

    name: str
    shape: str
    says: str
    required: bool = True
    check: Callable[[str, str], str] | None = None
    words: tuple[str, ...] = ()


class Kind(Frozen):
    """A kind of override. says: what it decides. stages: those that take it. keys: beside the ones all kinds have.

    beside: several about one thing stand beside one another; of other kinds the later counts. fewest: how many events
    it must name, where it names events.
    """

    name: str
    says: str
    stages: tuple[str, ...]
    keys: tuple[Key, ...]
    beside: bool = False
    fewest: int = 1


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by its name, in the order of the names."""
    modules = (import_module(f"{kinds.__name__}.{module.name}") for module in pkgutil.iter_modules(kinds.__path__))
    found: list[Kind] = [module.KIND for module in modules if hasattr(module, "KIND")]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)}


# ---------------------------------------------------------------- keys that several kinds share
ARTICLE = Key("article", "article", "The article, by its path below content/articles/ without .md.")
TARGET = Key("target", "target", "Words of the article as it has them; prefix and suffix where they are not unique.")
EVENT = Key("event", "event", "The id of the entry, as on its page.")

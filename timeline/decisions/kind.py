"""What a kind of override is, and the list of all there are."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from . import kinds


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of override.

    keys: of "article", "target", "events" and "value", those that it needs and may have. stages: those that take it.
    value: checks and normalises the value, given it and the language of the project; raises `BadValueError`.
    """

    name: str
    keys: tuple[str, ...]
    stages: tuple[str, ...]
    value: Callable[[str, str], str] | None = None


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by its name, in the order of the names."""
    modules = (import_module(f"{kinds.__name__}.{module.name}") for module in pkgutil.iter_modules(kinds.__path__))
    found: list[Kind] = [module.KIND for module in modules]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)}

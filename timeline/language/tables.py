"""A language's own data: a module of one name in each language's folder."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


@cache
def module_of(tag: str, name: str) -> ModuleType:
    """`language/<primary subtag of a BCP 47 tag>/<name>.py`; where a language has none, English's."""
    folder = f"{__package__}.{tag.partition('-')[0].lower()}"
    known = folder.rpartition(".")[2].isalpha() and find_spec(folder) and find_spec(f"{folder}.{name}")
    return import_module(f"{folder}.{name}" if known else f"{__package__}.en.{name}")

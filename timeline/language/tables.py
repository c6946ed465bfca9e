"""A language's own data: a module or a YAML file of one name in each language's folder."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import get_data
from types import ModuleType
from typing import Any

from .. import kept


@cache
def module_of(tag: str, name: str) -> ModuleType:
    """`language/<primary subtag of a BCP 47 tag>/<name>.py`; where a language has none, English's."""
    folder = f"{__package__}.{tag.partition('-')[0].lower()}"
    known = folder.rpartition(".")[2].isalpha() and find_spec(folder) and find_spec(f"{folder}.{name}")
    return import_module(f"{folder}.{name}" if known else f"{__package__}.en.{name}")


def yaml_of(language: str, name: str) -> Any:
    """What `language/<language>/<name>.yaml` says; None where the language has no such file."""
    try:
        source = get_data(__package__, f"{language}/{name}.yaml")
    except OSError:
        return None
    return kept.table(source or b"", _parsed)


def _parsed(source: bytes) -> Any:
    import yaml  # nobody waits for it where the table is kept

    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

"""Every format the site is published in beside its pages: each module here with a function `files`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..config import Config
from ..model import Timeline


def files(timeline: Timeline, config: Config) -> Iterator[tuple[str, bytes]]:
    """(path on the site, content) of every export, in order of the modules' names."""
    package = __name__.rpartition(".")[0]
    for name in sorted(m.name for m in iter_modules(import_module(package).__path__)):
        module = import_module(f"{package}.{name}")
        if module.__name__ != __name__ and hasattr(module, "files"):
            yield from module.files(timeline, config)

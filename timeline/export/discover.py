"""Every format the site is published in beside its pages: each module here with a function `files`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..config import Config
from ..model import Timeline


def files(timeline: Timeline, config: Config) -> Iterator[tuple[str, bytes]]:
    """(path on the site, content) of every export, in order of the modules' names; none that needs an address where the
    site does not know its own."""
    for module in _modules():
        if config.base_url or not _needs_address(module):
            yield from module.files(timeline, config)


def downloads(config: Config) -> list[tuple[str, str, str]]:
    """(path, media type, name) of what readers are offered, as the modules' `DOWNLOAD` says."""
    offered = (m for m in _modules() if hasattr(m, "DOWNLOAD"))
    return [m.DOWNLOAD for m in offered if config.base_url or not _needs_address(m)]


def left_out(config: Config) -> list[str]:
    """Names of the exports that this site does without, since it does not know its address."""
    return [] if config.base_url else [m.__name__.rpartition(".")[2] for m in _modules() if _needs_address(m)]


def _needs_address(module: ModuleType) -> bool:
    """Does the format demand whole addresses?"""
    return bool(getattr(module, "NEEDS_BASE_URL", False))


def _modules() -> list[ModuleType]:
    """The modules here that write files."""
    package = __name__.rpartition(".")[0]
    found = [import_module(f"{package}.{m.name}") for m in iter_modules(import_module(package).__path__)]
    return sorted((m for m in found if m.__name__ != __name__ and hasattr(m, "files")), key=lambda m: m.__name__)

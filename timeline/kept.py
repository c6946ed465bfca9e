"""What is costly to make from the program's own files, kept from one run to the next beside Python's bytecode.

Python keeps modules compiled, but compiles every regular expression anew and reads every YAML file anew: for the words
of a language that is ten times what a short text takes. Both are kept here as bytecode is: in `__pycache__` (or where
PYTHONPYCACHEPREFIX says), by the version of Python, and not written where Python is told to write none. An entry is
found by the very text that it was made from, so that none can be out of date; one that is not there is made anew.
"""

import atexit
import marshal
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any
from zlib import crc32

try:  # how CPython writes down a compiled expression is its own affair: where that is not as here, none is kept
    _sre, _parser, _compiler = map(import_module, ("_sre", "re._parser", "re._compiler"))
    _FORM = str(_sre.MAGIC)
except (ImportError, AttributeError):
    _FORM = ""

Key = tuple[str, str | bytes, int]

#: Entries that a run has not used are kept as well, up to so many.
_MOST_UNUSED = 300


class _Store:
    """Entries, each as `marshal` writes it, in one file that is read when first asked and written when a run ends."""

    def __init__(self, path: str | None, writes: bool = True) -> None:
        self._path, self._writes, self._entries = path, writes, _read(path)
        self._used: dict[Key, bytes] = {}
        self._new = False

    def get(self, key: Key, make: Callable[[], Any]) -> Any:
        """The entry of a key, which `make` makes where there is none: numbers, texts, tuples, lists, dictionaries."""
        with suppress(KeyError, ValueError, EOFError, TypeError):
            found = marshal.loads(self._entries[key])
            self._used[key] = self._entries[key]
            return found
        made = make()
        self._entries[key] = self._used[key] = marshal.dumps(made)
        if not self._new and self._writes:
            self._new = True
            atexit.register(self.write)
        return made

    def write(self) -> None:
        """Write all entries, with those that somebody else has written meanwhile; nothing where that cannot be."""
        path = self._path
        if path is None:
            return
        kept = _read(path) | self._entries
        if len(kept) > len(self._used) + _MOST_UNUSED:
            kept = self._used
        unfinished = f"{path}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            with open(unfinished, "wb") as file:  # noqa: PTH123
                file.write(marshal.dumps(kept))
            os.replace(unfinished, path)  # noqa: PTH105


def _read(path: str | None) -> dict[Key, bytes]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        if path is not None:
            with open(path, "rb") as file:  # noqa: PTH123 (pathlib takes longer to load than this to read)
                entries = marshal.loads(file.read())
            return entries if isinstance(entries, dict) else {}
    return {}


def _place() -> str | None:
    """Beside the bytecode of this module, where Python keeps that."""
    bytecode = __spec__.cached if __spec__ is not None else None
    return bytecode.removesuffix(".pyc") + ".kept" if bytecode else None


_STORE = _Store(_place(), writes=not sys.dont_write_bytecode)


def table(source: bytes, make: Callable[[bytes], Any], *uses: Callable[..., Any]) -> Any:
    """`make(source)`: numbers, texts, lists and dictionaries.

    They hang on these bytes, on the module of `make` and on those of the functions of other modules that it `uses`.
    """
    name = f"{make.__module__}.{make.__qualname__}"
    edition = sum(_edition(function.__module__) for function in (make, *uses))
    return _STORE.get((name, source, edition), lambda: make(source))


@cache
def _edition(module: str) -> int:
    """A checksum of a module's text: what it made before somebody changed it is not found again."""
    spec = sys.modules[module].__spec__
    read = getattr(spec.loader, "get_data", None) if spec is not None else None
    return crc32(read(spec.origin)) if spec is not None and read is not None else 0


@cache
def pattern(regex: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of an expression of the program's own; one made of a text would be kept for nothing."""
    if not _FORM:
        return re.compile(regex, flags)
    try:
        kept = _STORE.get((_FORM, regex, int(flags)), lambda: _code(regex, flags))
        made: re.Pattern[str] = _sre.compile(regex, *kept)
        return made
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(regex, flags)


def search(regex: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.search`."""
    return pattern(regex, flags).search(text)


def match(regex: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.match`."""
    return pattern(regex, flags).match(text)


def fullmatch(regex: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.fullmatch`."""
    return pattern(regex, flags).fullmatch(text)


def _code(regex: str, flags: int) -> tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]:
    """All that an expression consists of once it is compiled: what `re` hands to `_sre.compile`."""
    parsed = _parser.parse(regex, flags)
    groups = {number: name for name, number in parsed.state.groupdict.items()}
    names = tuple(groups.get(number) for number in range(parsed.state.groups))
    code = [int(operation) for operation in _compiler._code(parsed, flags)]
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(parsed.state.groupdict), names

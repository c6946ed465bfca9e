"""Bytes of any known form → an article that has arrived."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath

from ..diagnostics import InputError, error
from . import formats
from .arrival import Arrival

#: What servers call the forms, by the ending of a file of that form.
MEDIA_TYPES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "message/rfc822": ".eml", "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


def suffixes() -> frozenset[str]:
    """The endings of file names, in small letters and with the dot, that can be read."""
    return frozenset(_formats())


def read(data: bytes, path: str, suffix: str | None = None) -> Arrival:
    """The article that a file holds. suffix: its form, where the name does not tell.

    Raises `InputError` for a form that is not known, and for what cannot be read.
    """
    suffix = PurePath(path).suffix.lower() if suffix is None else suffix
    intake = _formats().get(suffix)
    if intake is None:
        known = ", ".join(sorted(filter(None, _formats())))
        message, hint = f"files that end in {suffix} cannot be read", f"known are {known}; save it as plain text"
        raise InputError([error(path, 0, 0, "unknown-form", message, hint)])
    found = intake(data, path)
    if not found.body.strip():
        raise InputError([error(path, 0, 0, "empty", "the file is empty", "name a file with an article in it")])
    return found


@cache
def _formats() -> dict[str, Callable[[bytes, str], Arrival]]:
    modules = (import_module(f"{formats.__name__}.{module.name}") for module in pkgutil.iter_modules(formats.__path__))
    return {suffix: module.intake for module in modules for suffix in module.SUFFIXES}

"""From a file as it arrives to an article of the project, as text: what `add` writes."""

import pkgutil
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import PurePath

from .. import user_yaml
from ..diagnostics import Diagnostic, InputError, error
from ..model import Document
from . import formats
from .front_matter import split

_LONGEST_TITLE = 200
_LONGEST_SLUG = 200  # bytes: file systems allow 255 for a name
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.I)  # names that Windows keeps for itself


@dataclass(frozen=True, slots=True)
class Intake:
    """An article that has arrived. body: Markdown; front_matter: what it brought along, as written.

    keys: those that its front matter has. warnings: what a person should look at, although it can be added.
    """

    title: str
    body: str
    front_matter: str = ""
    keys: frozenset[str] = frozenset()
    warnings: tuple[Diagnostic, ...] = ()

    def article(self, retrieved: date) -> str:
        """The whole file: the front matter it brought, with title and day of retrieval where they were missing."""
        added = {"title": user_yaml.scalar(self.title), "retrieved": retrieved.isoformat()}
        lines = "".join(f"{key}: {value}\n" for key, value in added.items() if key not in self.keys)
        return f"---\n{self.front_matter}{lines}---\n\n{self.body}\n"


def described(facts: Mapping[str, str | None], body: str, warnings: tuple[Diagnostic, ...] = ()) -> Intake:
    """An article with what its file says of it: values by key of the front matter, in the order to be written.

    None stands for what is not said; there is a title.
    """
    known = {key: " ".join(value.split()) for key, value in facts.items() if value}
    lines = "".join(f"{key}: {user_yaml.scalar(value)}\n" for key, value in known.items())
    return Intake(known["title"], body, lines, frozenset(known), warnings)


def suffixes() -> frozenset[str]:
    """The endings of file names, in small letters and with the dot, that can be read."""
    return frozenset(_formats())


def read(data: bytes, path: str) -> Intake:
    """The article that a file holds. Raises `InputError` for a form that is not known, and for what cannot be read."""
    suffix = PurePath(path).suffix.lower()
    intake = _formats().get(suffix)
    if intake is None:
        known = ", ".join(sorted(filter(None, _formats())))
        message, hint = f"files that end in {suffix} cannot be read", f"known are {known}; save it as plain text"
        raise InputError([error(path, 0, 0, "unknown-form", message, hint)])
    found = intake(data, path)
    if not found.body.strip():
        raise InputError([error(path, 0, 0, "empty", "the file is empty", "name a file with an article in it")])
    return found


def body_of(article: str) -> str:
    """The text of an article's file without its front matter: what tells whether an article is here already."""
    try:
        return split(article, "")[1].strip()
    except InputError:
        return article.strip()


def title_from(document: Document) -> str:
    """The headline, or else the first line, shortened where somebody wrote a whole article into it."""
    first = next((b for b in document.blocks if b.role == "headline"), next(iter(document.blocks), None))
    line = " ".join(document.text[first.start : first.end].split()) if first else ""
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def slug(title: str) -> str:
    """A title as a file name and address on any system: small letters, digits and hyphens of any script."""
    plain = unicodedata.normalize("NFKD", title)
    plain = "".join(c for c in plain if not unicodedata.combining(c)) if plain.isascii() or _is_latin(plain) else title
    words = re.sub(r"['’]", "", unicodedata.normalize("NFC", plain).lower())
    name = "-".join(re.findall(r"[^\W_]+", words))
    if len(name.encode()) > _LONGEST_SLUG:
        name = name.encode()[:_LONGEST_SLUG].decode(errors="ignore").rpartition("-")[0] or name[: _LONGEST_SLUG // 4]
    return f"article-{name}".rstrip("-") if not name or _RESERVED.fullmatch(name) else name


def _is_latin(text: str) -> bool:
    """Are all its letters such that their accents may go?"""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in text if c.isalpha())


@cache
def _formats() -> dict[str, Callable[[bytes, str], Intake]]:
    modules = (import_module(f"{formats.__name__}.{module.name}") for module in pkgutil.iter_modules(formats.__path__))
    return {suffix: module.intake for module in modules for suffix in module.SUFFIXES}

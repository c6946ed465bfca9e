"""What an article is called: its title where it brings none, and the name of its file."""

import re
import unicodedata
from collections.abc import Iterable

from ..model import Document

_LONGEST_TITLE = 200
_LONGEST_SLUG = 200  # bytes: file systems allow 255 for a name
_SIGN = re.compile(r"\s+[|–—·•:»-]\s+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.I)  # names that Windows keeps for itself


def title_from(document: Document) -> str:
    """The headline, or else the first line, shortened where somebody wrote a whole article into it."""
    first = next((b for b in document.blocks if b.role == "headline"), next(iter(document.blocks), None))
    line = " ".join(document.text[first.start : first.end].split()) if first else ""
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def parted(title: str, lines: Iterable[str]) -> tuple[str, str | None]:
    """A title that carries the name of its site, "Gates give way | The Weir", as both of them.

    It does where what stands before the sign is one of these lines, the headline among them; else it is all title.
    """
    known = {line.casefold() for line in lines}
    for m in _SIGN.finditer(title):
        if title[: m.start()].casefold() in known:
            return title[: m.start()], title[m.end() :]
    return title, None


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

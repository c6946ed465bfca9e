"""A bibliography as reference managers export it (CSL-JSON, Zotero's "CSL JSON"): sources that are described, not read.

They bring no text. They can be cited by entries that people write, and get their text when the article itself is added.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from ..algebra.edtf import is_edtf
from ..authored.files import decode
from ..authored.forms import BadValueError, is_language_tag, web_address
from ..diagnostics import InputError, error, warning
from ..language.dates import as_edtf
from ..model import SOURCE_TYPES
from .arrival import Arrival, described
from .page.dates import Clue

SUFFIXES = frozenset((".json",))

_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span|sc|nc)\b[^<>]*>")  # rich text, as CSL processors know it

#: Types of CSL that have no line of their own in `SOURCE_TYPES`, and what comes nearest to them.
_NEAREST = {
    "article": "document", "entry": "chapter", "entry-dictionary": "chapter", "entry-encyclopedia": "chapter",
    "paper-conference": "chapter", "review": "article-journal", "review-book": "article-journal", "bill": "legislation",
    "regulation": "legislation", "figure": "graphic", "musical_score": "document", "periodical": "article-magazine",
    "collection": "manuscript", "classic": "book", "performance": "document", "standard": "report",
}  # fmt: skip


def arrivals(data: bytes, path: str) -> tuple[Arrival, ...]:
    """The sources of a bibliography, in its order. Raises `InputError` for what is none."""
    try:
        read = json.loads(decode(data, path))
    except (ValueError, RecursionError) as problem:
        place = (getattr(problem, "lineno", 0), getattr(problem, "colno", 0))
        raise InputError([error(path, *place, "no-json", "this is no JSON", "export it anew, as CSL JSON")]) from None
    items = read if isinstance(read, list) else read.get("items") if isinstance(read, dict) else None
    known = [item for item in items if _is_item(item)] if isinstance(items, list) else []
    if not known:
        hint = "in Zotero: File → Export Library → CSL JSON"
        raise InputError([error(path, 0, 0, "no-bibliography", "there is no source in this file", hint)])
    return tuple(_arrival(item, path, number) for number, item in enumerate(known, 1))


def _is_item(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("title"), str) and bool(item["title"].strip())


def _arrival(item: Mapping[str, Any], path: str, number: int) -> Arrival:
    issued = _date(item.get("issued"))
    kind = str(item.get("type", ""))
    text = {key: _text(item, key) for key in item}
    facts = {
        "title": text["title"],
        "type": kind if kind in SOURCE_TYPES else _NEAREST.get(kind, "document"),
        "author": "; ".join(_names(item.get("author"))) or None,
        "container": text.get("container-title"),
        "volume": _numbered(text.get("volume"), text.get("issue")),
        "page": text.get("page"),
        "publisher": text.get("publisher"),
        "place": text.get("event-place") or text.get("publisher-place"),
        "published": issued,
        "published_source": "bibliography" if issued else None,
        "url": _address(text.get("URL") or (f"https://doi.org/{text['DOI']}" if text.get("DOI") else None)),
        "archive": text.get("archive"),
        "shelfmark": text.get("archive_location") or text.get("call-number"),
        "language": _language(text.get("language")),
        "rights": text.get("rights"),
        "retrieved": _day(item.get("accessed")),
    }
    clue = Clue(issued, "bibliography", outright=True) if issued and len(issued) == 10 else None
    message = f"entry {number}, “{text['title']}”: its date is not taken"
    lost = warning(path, 0, 0, "no-date", message, "write it as `published` into the article")
    return described(facts, "", (lost,) if item.get("issued") and not issued else (), (clue,) if clue else ())


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return " ".join(unescape(_MARKUP.sub("", str(value))).split()) or None


def _names(value: object) -> Iterator[str]:
    for name in value if isinstance(value, list) else ():
        if isinstance(name, Mapping):
            parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"), name.get("suffix"))
            yield str(name.get("literal") or " ".join(str(part) for part in parts if part))


def _numbered(volume: str | None, issue: str | None) -> str | None:
    return ", ".join(filter(None, (volume, f"no. {issue}" if issue else None))) or None


def _address(written: str | None) -> str | None:
    try:
        return web_address(written or "")
    except BadValueError:
        return None


def _language(written: str | None) -> str | None:
    return written if written and is_language_tag(written) else None


# ---------------------------------------------------------------- dates (CSL 1.0.2, "date variables")
def _date(value: object) -> str | None:
    """A date in EDTF, as exact as it is: a day, a month, a year, or from one to another."""
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    ends = [_edtf(part) for part in parts] if isinstance(parts, list) else [_raw(value)]
    if not ends or None in ends or len(ends) > 2:
        return None
    about = "~" if value.get("circa") in (True, 1, "1", "true") else ""
    return "/".join(f"{end}{about}" for end in ends)


def _edtf(parts: object) -> str | None:
    try:
        numbers = [int(part) for part in parts] if isinstance(parts, list) else []
    except (TypeError, ValueError):
        return None
    if not 1 <= len(numbers) <= 3 or not 0 < numbers[0] <= 9999:
        return None
    edtf = "-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])))
    return edtf if is_edtf(edtf) else None


def _raw(value: Mapping[str, object]) -> str | None:
    written = value.get("raw") or value.get("literal")
    return as_edtf(written) if isinstance(written, str) else None


def _day(value: object) -> str | None:
    day = _date(value)
    return day if day and len(day) == 10 else None

"""The keys and values between two lines of dashes at the top of an article."""

import re
from datetime import date

from ..algebra.edtf import interval_of
from ..authored.files import refuse_conflict
from ..authored.forms import BadValueError, Form, day, language_tag, one_of, time_zone, web_address
from ..authored.nodes import read_mapping
from ..diagnostics import Diagnostic, InputError, error
from ..language.dates import as_edtf
from ..model import PUBLISHED_SOURCES, SOURCE_TYPES, Meta, Places

KEYS = (
    "title", "publisher", "author", "url", "published", "retrieved", "language", "timezone", "place", "archived",
    "rights", "licence", "tags", "aliases", "publish_text", "genre", "container", "volume", "page", "calendar",
    "published_source", "overrides", "type", "archive", "shelfmark", "picture", "picture_rights", "sha256",
)  # fmt: skip

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_OVERRIDES = re.compile(r"^overrides[ \t]*:", re.M)
_ALIASES = re.compile(r"^aliases[ \t]*:", re.M)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_HASH = re.compile(r"[0-9a-f]{64}")


def split(text: str, path: str) -> tuple[str, str, int]:
    """(front matter, the rest, line on which the rest begins).

    Raises `InputError` where front matter never ends, and where git has left both sides of a conflict.
    """
    refuse_conflict(text, path)
    opening = _FENCE.match(text)
    if opening is None:
        return "", text, 1
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        message = "the front matter that begins here is never closed"
        hint = "write a line --- after its last key; or take this line out"
        raise InputError([error(path, 1, 1, "front-matter", message, hint)])
    return text[opening.end() : closing.start()], text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def with_overrides(text: str, path: str) -> str | None:
    """The front matter of an article where it holds overrides of its own. Raises `InputError` as `split` does."""
    head, _, _ = split(text, path)
    return head if _OVERRIDES.search(head) else None


def former_names(text: str, path: str) -> tuple[str, ...]:
    """What an article was called before, as its front matter says. Raises `InputError`."""
    head, _, _ = split(text, path)
    return Form(read_mapping(head, path, first_line=2), KEYS, []).texts("aliases") if _ALIASES.search(head) else ()


def read_meta(front_matter: str, path: str) -> Meta:
    """Front matter as checked values. Raises `InputError` with everything that is wrong in it."""
    if not front_matter:
        return Meta()
    mapping = read_mapping(front_matter, path, first_line=2)
    findings: list[Diagnostic] = []
    form = Form(mapping, KEYS, findings)
    language = form.checked("language", language_tag) or "en"
    meta = Meta(
        title=_line(form.text("title")),
        publisher=_line(form.text("publisher")),
        author=_line(", ".join(form.texts("author"))),
        url=form.checked("url", web_address),
        published=form.checked("published", lambda written: publication(written, language)),
        retrieved=form.checked("retrieved", _retrieved),
        language=language,
        timezone=form.checked("timezone", time_zone),
        place=_line(form.text("place")),
        archived=form.checked("archived", web_address),
        rights=_line(form.text("rights")),
        licence=_line(form.text("licence")),
        tags=form.texts("tags"),
        aliases=form.texts("aliases"),
        publish_text=form.checked("publish_text", one_of("full", "excerpt", "none")),
        genre=form.checked("genre", one_of("news", "narrative")),
        container=_line(form.text("container")),
        volume=_line(form.text("volume")),
        page=_line(form.text("page")),
        calendar=form.checked("calendar", one_of("gregorian", "julian")),
        published_source=form.checked("published_source", one_of(*PUBLISHED_SOURCES)),
        type=form.checked("type", one_of(*SOURCE_TYPES)),
        archive=_line(form.text("archive")),
        shelfmark=_line(form.text("shelfmark")),
        picture=form.checked("picture", web_address),
        picture_rights=_line(form.text("picture_rights")),
        sha256=form.checked("sha256", _sha256),
        places=Places(mapping.places),
    )
    if findings:
        raise InputError(findings)
    return meta


def publication(written: str, language: str) -> str:
    """A check: when something was published, as EDTF or ISO date-time. Raises `BadValueError`."""
    edtf = as_edtf(written, language)
    if edtf is not None and interval_of(edtf) is not None:
        return edtf
    raise BadValueError(f"'{written}' is no date", "write 2023-12-10, 2023-12-10T21:30+09:00 or 10 December 2023")


def _line(text: str | None) -> str | None:
    """On one line; nothing where nothing is written."""
    return " ".join(text.split()) or None if text else None


def _sha256(written: str) -> str:
    if _HASH.fullmatch(written):
        return written
    raise BadValueError(f"'{written}' is no SHA-256", "take the line out; `timeline add` writes it")


def _retrieved(written: str) -> date:
    """A day; of a date-time, its day."""
    return day(written[:10] if written[10:11] in ("T", " ") else written)

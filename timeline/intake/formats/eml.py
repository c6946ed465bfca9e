"""A mail or newsletter as saved by a mail program, EML."""

import email
import re
from collections.abc import Mapping
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from ...diagnostics import InputError, error
from ...reading.plain import paragraphs, read_plain
from ..arrival import Arrival, described
from ..encodings import decode_page
from ..naming import title_from
from ..outside import reading
from ..page.dates import statement
from ..writing import as_markdown, clean
from .html import page

SUFFIXES = (".eml",)

_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv)\s*:", re.I)
_REPLY = re.compile(r"\s*(?:re|aw|sv|fwd?|wg|tr|rv)\s*:\s*", re.I)
_STUB = 200  # characters; a shorter plain text only says that there is a page


def intake(data: bytes, path: str) -> Arrival:
    """The message as an article: its subject is the title, its sender the author, its date that of publication.

    A message that passes another on says nothing about when and by whom that was written.
    Raises `InputError` where there is no text in it.
    """
    with reading(path, "a mail"):
        message = email.message_from_bytes(data, policy=policy.default)
        facts = _facts(message)
        plain = _part(message, "plain", path)
        markup = _part(message, "html", path)
    if markup and len(plain.strip()) < _STUB:
        found = page(markup, path)
        title = facts["title"] or found.title
        return described({**facts, "title": title}, found.body)
    text = clean(plain)
    if not text.strip():
        hint = "save what is attached to it by itself"
        raise InputError([error(path, 0, 0, "empty", "there is no text in this message", hint)])
    title = facts["title"] or title_from(read_plain(text, path))
    return described({**facts, "title": title}, as_markdown(text[a:b] for a, b in paragraphs(text)))


def _facts(message: EmailMessage) -> Mapping[str, str | None]:
    subject = _header(message, "Subject")
    title = re.sub(rf"\A(?:{_REPLY.pattern})+", "", subject, flags=re.I).strip()
    if _FORWARDED.match(subject):
        return {"title": title}
    sender = re.match(r'"?([^"<@]+?)"?\s*<', _header(message, "From"))
    try:
        sent = statement(parsedate_to_datetime(_header(message, "Date")).isoformat(), "mail")
    except ValueError:
        sent = None
    return {
        "title": title,
        "author": sender[1] if sender else None,
        "published": sent.edtf if sent else None,
        "published_source": sent.source if sent else None,
    }


def _header(message: EmailMessage, name: str) -> str:
    """A header's words; "" where it is missing."""
    return " ".join(str(message.get(name, "")).split())


def _part(message: EmailMessage, kind: str, path: str) -> str:
    part = message.get_body((kind,))
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        return ""
    return decode_page(payload, path, part.get_content_charset()).replace("\r\n", "\n")

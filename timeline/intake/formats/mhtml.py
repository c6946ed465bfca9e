"""A page that a browser has saved in one file, MHTML: a message whose root is the page."""

import email
from email import policy
from email.utils import parsedate_to_datetime

from ...diagnostics import InputError, error
from ..arrival import Arrival
from ..encodings import decode_page
from .html import page

SUFFIXES = (".mhtml", ".mht")


def intake(data: bytes, path: str) -> Arrival:
    """The article on the page; it was retrieved on the day it was saved. Raises `InputError` where there is none."""
    message = email.message_from_bytes(data, policy=policy.compat32)
    root = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    payload = root.get_payload(decode=True) if root else None
    if root is None or not isinstance(payload, bytes):
        hint = "save the page again, as a web page in one file"
        raise InputError([error(path, 0, 0, "damaged", "there is no page in this MHTML file", hint)])
    address = message.get("Snapshot-Content-Location") or root.get("Content-Location")
    try:
        saved = parsedate_to_datetime(str(message.get("Date"))).date()
    except ValueError:
        saved = None
    return page(decode_page(payload, path, root.get_content_charset()), path, address, saved)


_PAGES = ("text/html", "application/xhtml+xml")

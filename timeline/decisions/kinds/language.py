"""`language`: what an article is written in. It wins over its front matter."""

import re

from ...authored.forms import BadValueError
from ..kind import ARTICLE, Key, Kind

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def tag(written: str, language: str) -> str:
    """A BCP 47 tag. Raises `BadValueError`."""
    if _TAG.fullmatch(written):
        return written
    raise BadValueError(f"'{written}' is no language tag", "write a tag such as en, en-GB or de")


KIND = Kind(
    "language",
    "The language of an article.",
    ("read",),
    (ARTICLE, Key("value", "text", "Its tag, as in en-GB.", check=tag)),
)

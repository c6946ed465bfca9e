"""`image`: a picture for an entry, with what must be said about it."""

import re

from ...authored.forms import BadValueError, web_address
from ..kind import EVENT, Key, Kind

_FILE = re.compile(r"[\w-][\w .-]*(?:/[\w-][\w .-]*)*\.(?:jpe?g|png|gif|webp|avif|svg)", re.I)


def file(written: str, language: str) -> str:
    """A path below `content/images/` that leads nowhere else. Raises `BadValueError`."""
    if _FILE.fullmatch(written):
        return written
    raise BadValueError(f"'{written}' is no picture in content/images/", "write its path there, as in harbour.jpg")


KIND = Kind(
    "image",
    "A picture for an entry.",
    ("identify",),
    (
        EVENT,
        Key("file", "text", "Its path below content/images/.", check=file),
        Key("alt", "text", "What is to be seen, for those who do not see it."),
        Key("rights", "text", "Whose it is and under which licence it may be shown."),
        Key("source", "text", "Where it comes from, an address of the web.", required=False,
            check=lambda written, _: web_address(written)),
    ),
    beside=True,
)

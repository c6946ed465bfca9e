"""`note`: something to know about an entry, in Markdown."""

from ...authored.forms import BadValueError
from ..kind import EVENT, Key, Kind

LONGEST = 10_000  # characters


def markdown(written: str, language: str) -> str:
    """Text of a sane length. Raises `BadValueError`."""
    if not written.strip() or len(written) > LONGEST:
        raise BadValueError("a note has words, and not too many", f"write at most {LONGEST} characters")
    return written.strip()


KIND = Kind(
    "note",
    "Something to know about an entry.",
    ("identify",),
    (EVENT, Key("value", "text", "The note in Markdown; | begins a text of several lines.", check=markdown)),
    beside=True,
)

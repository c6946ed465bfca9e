"""`title`: what an entry is called."""

from ...authored.forms import BadValueError
from ..kind import EVENT, Key, Kind

LONGEST = 200  # characters


def title(written: str, language: str) -> str:
    """A title on one line. Raises `BadValueError`."""
    words = " ".join(written.split())
    if not words or len(words) > LONGEST:
        raise BadValueError("a title has words, and not too many", f"write one of at most {LONGEST} characters")
    return words


KIND = Kind(
    "title",
    "What an entry is called.",
    ("identify",),
    (EVENT, Key("value", "text", "The title, on one line.", check=title)),
)

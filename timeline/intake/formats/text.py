"""Plain text, as scraped or pasted: every paragraph kept word for word."""

from ...authored.files import decode
from ...reading.plain import paragraphs, read_plain
from ..arrival import Arrival
from ..naming import title_from
from ..writing import as_markdown, clean

SUFFIXES = (".txt", ".text", "")


def intake(data: bytes, path: str) -> Arrival:
    """The text as an article; its headline, or else its first line, is the title and stays in the text."""
    text = clean(decode(data, path))
    return Arrival(title_from(read_plain(text, path)), as_markdown(text[a:b] for a, b in paragraphs(text)))

"""Markdown, with front matter or without: kept as it is, a missing title filled in."""

from ...authored.files import decode
from ...reading.article import read_article
from ...reading.front_matter import split
from ..arrival import Arrival
from ..naming import title_from

SUFFIXES = (".md", ".markdown")


def intake(data: bytes, path: str) -> Arrival:
    """The article with the front matter it has."""
    document = read_article(data, path, path)
    front_matter, body, _ = split(decode(data, path), path)
    title = document.meta.title or title_from(document)
    return Arrival(title, body.strip("\n"), brought=front_matter, keys=frozenset(document.meta.places))

"""Markdown, with front matter or without: kept as it is, a missing title filled in."""

from ...files import decode
from ..article import read_article
from ..front_matter import split
from ..intake import Intake, title_from

SUFFIXES = (".md", ".markdown")


def intake(data: bytes, path: str) -> Intake:
    """The article with the front matter it has."""
    document = read_article(data, path, path)
    front_matter, body, _ = split(decode(data, path), path)
    title = document.meta.title or title_from(document)
    return Intake(title, body.strip("\n"), front_matter, frozenset(document.meta.places))

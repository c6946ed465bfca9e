"""Notes that people write about an entry, in Markdown → text with its blocks."""

from ..model import Note
from . import markdown
from .drafts import compose


def note(written: str, language: str) -> Note:
    """A note as it is shown: the same Markdown as in articles, HTML as text like any other."""
    drafts = markdown.drafts(written)
    text, blocks = compose(drafts, ("body",) * len(drafts), language)
    return Note(text, blocks)

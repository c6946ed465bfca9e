"""Documents and mentions from plain words, by the real stages, so that tests can speak in sentences."""

from collections.abc import Sequence
from datetime import date

from timeline.config import Config
from timeline.model import Decisions, Document, EventMention, Timeline
from timeline.pipeline import analyse, run
from timeline.reading.article import read_article

NONE = Decisions()
TODAY = date(2031, 1, 1)


def article(text: str, name: str = "article", published: str | None = None, title: str | None = None) -> Document:
    """A document as it is read from a file; each line a paragraph."""
    head = [f"title: {title}" if title else "", f"published: {published}" if published else ""]
    front = "".join(f"{line}\n" for line in head if line)
    body = "\n\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
    return read_article(f"---\n{front}---\n\n{body}\n".encode(), name, f"{name}.md")


def mentions(text: str) -> tuple[EventMention, ...]:
    """All mentions of a text."""
    return analyse(article(text), NONE).mentions


def dated(text: str) -> dict[str, EventMention]:
    """Words of each expression that dates something → the mention that it dates."""
    analysis = analyse(article(text), NONE)
    return {analysis.expressions[m.expression].text: m for m in analysis.mentions if m.expression is not None}


def timeline(documents: Sequence[Document], decisions: Decisions = NONE) -> Timeline:
    """The whole way."""
    return run(documents, decisions, Config(), TODAY)

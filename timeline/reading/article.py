"""An article of a project, bytes → Document."""

import re
from collections.abc import Mapping
from itertools import chain

from ..authored.files import decode
from ..diagnostics import InputError, error
from ..frozen import replace
from ..model import Document, Meta
from . import boilerplate, front_matter, markdown, pages
from .drafts import Draft, compose, cut

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def read_article(data: bytes, article_id: str, path: str, decided: Mapping[str, str] | None = None) -> Document:
    """Read a Markdown file with front matter. `path` is how a person is told of it.

    decided: keys of the front matter that somebody has set otherwise, with their values ("language", "timezone").
    Control characters become blanks; directional ones stay. Raises `InputError` for what cannot be read.
    """
    text = _CONTROLS.sub(" ", decode(data, path))
    if not text.strip():
        raise InputError([error(path, 0, 0, "empty", "the file is empty", "put the article into it, or delete it")])
    head, body, first_line = front_matter.split(text, path)
    meta = front_matter.read_meta(head, path)
    language, timezone = ((decided or {}).get(key) for key in ("language", "timezone"))
    meta = replace(meta, language=language or meta.language, timezone=timezone or meta.timezone)
    drafts = _without_glue(pages.marked(markdown.drafts(body, first_line)), meta.title, meta.language)
    if not drafts and is_described(meta):
        return Document(article_id, "", (), meta, path)
    if not drafts:
        message = "there is no text below the front matter"
        raise InputError([error(path, first_line, 0, "empty", message, "put the article there, or delete the file")])
    labels = boilerplate.label(
        [d.text for d in drafts], [d.kind for d in drafts], [d.role for d in drafts], meta.title, meta.language
    )
    composed, blocks = compose(drafts, labels.roles, meta.language)
    return Document(article_id, composed, blocks, meta, path, labels.origin, pages.begins(drafts))


def is_described(meta: Meta) -> bool:
    """Is this a source of which one can say where it stands, so that it can be cited without its text?"""
    return bool(meta.title and (meta.type or meta.container or meta.archive or meta.shelfmark))


def _without_glue(drafts: tuple[Draft, ...], title: str | None, language: str) -> tuple[Draft, ...]:
    """Furniture that shares a paragraph with the article gets one of its own."""
    first, last = min(boilerplate.FIRST, len(drafts)), max(boilerplate.FIRST, len(drafts) - boilerplate.LAST)

    def freed(draft: Draft) -> tuple[Draft, ...]:
        return cut(draft, boilerplate.cuts(draft.text, draft.breaks, title, language))

    ends = chain.from_iterable
    return (*ends(map(freed, drafts[:first])), *drafts[first:last], *ends(map(freed, drafts[last:])))

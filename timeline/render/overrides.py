"""The YAML that corrects what a page says, ready to be copied into `content/overrides.yaml`."""

from ..model import Document, Span
from ..publishing import HIDDEN
from ..user_yaml import scalar

_SHOWN_BEFORE = 3  # words of context where the rest of the text is not there to be searched


def date(document: Document, span: Span, value: str | None) -> str:
    """Set the date of an expression. The value is the present one, to be written over."""
    return _entry("date", document.id, _target(document, span), value)


def published(article: str, value: str | None) -> str:
    """Set the publication date of an article."""
    return _entry("published", article, {}, value)


def _entry(kind: str, article: str, target: dict[str, str], value: str | None) -> str:
    """One entry of the list that `overrides.yaml` is."""
    lines = [f"- kind: {kind}", f"  article: {scalar(article)}"]
    if target:
        lines += ["  target:", *(f"    {name}: {scalar(words)}" for name, words in target.items())]
    lines += [f"  value: {scalar(value or 'YYYY-MM-DD')}  # write the right date here", '  reason: ""  # how you know']
    return "\n".join(lines) + "\n"


def _target(document: Document, span: Span) -> dict[str, str]:
    """The words as a W3C text quote selector, with as much context as makes them unique."""
    start, end = span
    text = document.text
    fields = {"exact": text[start:end]}
    if prefix := _prefix(text, start, end):
        fields["prefix"] = prefix
    if text.count(prefix + fields["exact"]) > 1 and (suffix := _suffix(text, end)):
        fields["suffix"] = suffix
    return fields


def _prefix(text: str, start: int, end: int) -> str:
    """The fewest words before that make the quotation unique; none where it is."""
    paragraph = text[:start].rsplit("\n\n", 1)[-1].rsplit(HIDDEN, 1)[-1]
    least = _SHOWN_BEFORE if HIDDEN in text else 0
    for prefix in _growing(paragraph):
        if text.count(prefix + text[start:end]) == 1 and len(prefix.split()) >= least:
            return prefix
    return paragraph


def _suffix(text: str, end: int) -> str:
    """The rest of the paragraph after, where what stands before does not make it unique."""
    return text[end:].split("\n\n", 1)[0].split(HIDDEN, 1)[0]


def _growing(paragraph: str) -> list[str]:
    """Endings of a text, word by word, the empty one first."""
    starts = [i for i in range(len(paragraph)) if not paragraph[i].isspace() and (i == 0 or paragraph[i - 1].isspace())]
    return ["", *(paragraph[i:] for i in reversed(starts))]


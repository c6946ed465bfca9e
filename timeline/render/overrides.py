"""The YAML that corrects what a page says, ready to be copied into `content/overrides.yaml`."""

from collections.abc import Iterator, Sequence

from ..authored.written import scalar
from ..model import Citation, Document, Event, Span
from ..publishing import HIDDEN
from .views import Offer

#: To be written over where nothing is known.
SOME_DAY = "YYYY-MM-DD"
_DAY = "write the right date here"
_ANOTHER = "another-id"

_SHOWN_BEFORE = 3  # words of context where the rest of the text is not there to be searched


def date(document: Document, span: Span, value: str | None) -> str:
    """Set the date of an expression. The value is the present one, to be written over."""
    return _lines("date", article=document.id, target=_target(document, span), value=value or SOME_DAY, note=_DAY)


def published(article: str, value: str | None) -> str:
    """Set the publication date of an article."""
    return _lines("published", article=article, value=value or SOME_DAY, note=_DAY)


# ---------------------------------------------------------------- of a whole entry
def of_entry(event: Event) -> tuple[Offer, ...]:
    """What can be decided of an entry, as the lines that do it; values are the present ones, to be written over."""
    title = _lines("title", event=event.id, value=event.title, note="write the right title here")
    day = _lines("event-date", event=event.id, value=event.edtf or SOME_DAY, note=_DAY)
    joined = _lines("merge", events=(event.id, _ANOTHER), note="the id of the other one, from its address")
    return (
        Offer("title", title), Offer("event-date", day), Offer("merge", joined),
        Offer("hide", _lines("hide", event=event.id)), Offer("accept", _lines("accept", events=(event.id,))),
    )  # fmt: skip


def of_quotation(document: Document, citation: Citation, event: Event, alone: bool) -> tuple[Offer, ...]:
    """What can be decided of a sentence that tells an event. alone: no other entry cites these words.

    Words that several entries cite cannot be told apart by a quotation; the ids of what they tell do it.
    """
    if event.status == "by hand" or not citation.quote:
        return ()
    first = next((m for m in event.members if m != citation.mention), None)
    if not alone:
        apart = _lines("apart", events=(first, citation.mention)) if first else ""
        return (Offer("apart", apart),) if apart else ()
    target = _target(document, (citation.start, citation.end))
    split = Offer("split", _lines("split", article=document.id, target=target))
    nothing = Offer("not-an-event", _lines("not-an-event", article=document.id, target=target))
    return (split, nothing) if first else (nothing,)


# ---------------------------------------------------------------- how it is written
def _lines(
    kind: str, *, article: str | None = None, target: dict[str, str] | None = None, event: str | None = None,
    events: Sequence[str] = (), value: str | None = None, note: str = "",
) -> str:  # fmt: skip
    """One entry of the list that `overrides.yaml` is. note: beside what is to be written over."""
    remark = f"  # {note}" if note else ""
    lines = [f"- kind: {kind}"]
    lines += [f"  article: {scalar(article)}"] if article is not None else []
    lines += ["  target:", *(f"    {name}: {scalar(words)}" for name, words in target.items())] if target else []
    lines += [f"  event: {event}"] if event is not None else []
    lines += [f"  events: [{', '.join(events)}]{remark}"] if events else []
    lines += [f"  value: {scalar(value)}{remark}"] if value is not None else []
    return "\n".join([*lines, '  reason: ""  # how you know']) + "\n"


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


def _growing(paragraph: str) -> Iterator[str]:
    """Endings of a text, word by word, the empty one first."""
    yield ""
    for i in range(len(paragraph) - 1, -1, -1):
        if not paragraph[i].isspace() and (i == 0 or paragraph[i - 1].isspace()):
            yield paragraph[i:]

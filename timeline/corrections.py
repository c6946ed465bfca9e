"""What people have corrected of an article, in words for its page: what was said before, and what is said now."""

from collections.abc import Iterable, Iterator

from .model import Correction, Decision, Decisions, Document, DocumentTime, Timex3

#: Kinds of decision about words of an article, as a page names them.
_OF_WORDS = {"not-a-date": "no date", "not-an-event": "no event"}
_OF_ARTICLE = ("language", "timezone")


def corrections(
    document: Document, time: DocumentTime, timexes: Iterable[Timex3], decisions: Decisions
) -> tuple[Correction, ...]:
    """Of the article first, then of its words in the order of the text."""
    of_words = sorted(_of_words(document, timexes, decisions), key=lambda c: c.span or (0, 0))
    return (*_of_article(document, time, decisions), *of_words)


def of_publication(document: Document, time: DocumentTime) -> Correction | None:
    """What a person has said of the day of publication; before is what the article states."""
    if time.set_by is None:
        return None
    return _correction(time.set_by, "publication date", document, document.meta.published, time.set_by.value)


def of_date(document: Document, timex: Timex3) -> Correction | None:
    """What a person has said of an expression; before is what the machine reads in it."""
    if timex.set_by is None:
        return None
    span = timex.start, timex.end
    return _correction(timex.set_by, "date", document, timex.read_as, timex.edtf or timex.value, span)


def _of_article(document: Document, time: DocumentTime, decisions: Decisions) -> Iterator[Correction]:
    publication = of_publication(document, time)
    if publication:
        yield publication
    for kind in _OF_ARTICLE:
        yield from (_correction(d, kind, document, None, d.value) for d in decisions.of(kind, document.id))


def _of_words(document: Document, timexes: Iterable[Timex3], decisions: Decisions) -> Iterator[Correction]:
    yield from (c for timex in timexes if (c := of_date(document, timex)))
    for kind, what in _OF_WORDS.items():
        yield from (_correction(d, what, document, None, None, d.span) for d in decisions.of(kind, document.id))


def _correction(
    decision: Decision, what: str, document: Document, before: str | None, after: str | None,
    span: tuple[int, int] | None = None,
) -> Correction:
    words = document.text[slice(*span)] if span else None
    return Correction(
        what, before, after, decision.reason, decision.by, decision.on, decision.place, document.id, words, span
    )

"""Publication context: the day on which each article was written, from whoever states it or from all that is told.

In this order: a person's decision, the article's own metadata, a stamp in its text, inference from its words and from
sister articles that report the same events. A day that is not told and cannot be inferred stays unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..frozen import replace
from ..model import PUBLISHED_SOURCES, Analysis, Decisions, Document, DocumentTime, Link
from .anchoring.bylines import Stamp, stamps
from .anchoring.genre import is_narrative
from .anchoring.given import given_time
from .anchoring.pasts import latest_past
from .old_style import is_old_style, published
from .wording import say_day
from .zones import localised, zone_of_document

#: A stamp of a change: later than publication, and no contradiction to it.
_CHANGED = "a stamp of a change"


def anchor(
    analyses: Sequence[Analysis], links: Sequence[Link], decisions: Decisions, today: date
) -> tuple[DocumentTime, ...]:
    """When each article was written, in the order of the analyses. Takes the decision `published`.

    links: pairs of mentions that may be one event; only strong ones between articles are used. today: nothing was
    published after it, where an article does not say when it was retrieved.
    """
    ceilings = [(a.document.meta.retrieved or today).toordinal() for a in analyses]
    found = [stamps(a.document, a.expressions) for a in analyses]
    stated = [_stated(*one, decisions) for one in zip(analyses, found, ceilings, strict=True)]
    times = _completed(analyses, links, stated, ceilings)
    times = [_doubted(*one) for one in zip(analyses, times, found, ceilings, strict=True)]
    return tuple(
        replace(t, narrative=is_narrative(a.document, a.expressions, t)) for a, t in zip(analyses, times, strict=True)
    )


def _completed(
    analyses: Sequence[Analysis], links: Sequence[Link], stated: Sequence[DocumentTime | None], ceilings: Sequence[int]
) -> list[DocumentTime]:
    """The times that are stated, and those of all other articles."""
    known = [time for time in stated if time is not None]
    if len(known) == len(stated):
        return known
    from .anchoring.joint import infer

    return infer(analyses, links, stated, ceilings)


def _stated(analysis: Analysis, found: Sequence[Stamp], ceiling: int, decisions: Decisions) -> DocumentTime | None:
    """The date that somebody states, the most authoritative first; what contradicts it is said in its evidence.

    A person who has decided knows what the article says: that is told, and not doubted again.
    """
    told = list(_statements(analysis, found, ceiling, decisions))
    if not told:
        return None
    (first, source), *others = told
    against = [
        (time.earliest, f"{other} says {say_day(time.earliest)} instead")
        for time, other in others
        if other not in (source, _CHANGED) and time.earliest is not None and not _agree(first, time)
    ]
    if first.set_by is not None:
        return replace(first, evidence=(*first.evidence, *(words for _, words in against)))
    return _contradicted(first, against)


def _statements(
    analysis: Analysis, found: Sequence[Stamp], ceiling: int, decisions: Decisions
) -> Iterator[tuple[DocumentTime, str]]:
    """Who states which date, by authority."""
    document, zone = analysis.document, zone_of_document(analysis.document)
    for decision in decisions.of("published", document.id):
        if decision.value and (time := given_time(decision.value, f"set by {decision.by or 'a person'}", decision)):
            yield localised(time, decision.value, zone), "a decision"
    stated = published(document)
    if stated and (time := given_time(stated, _witness(document))):
        yield localised(time, stated, zone), "front matter"
    for stamp in found:
        if stamp.day <= ceiling:
            change = ", a later change" if stamp.changed else ""
            words = f"the text is stamped “{stamp.words}”{change}"
            source = _CHANGED if stamp.changed else f"the stamp “{stamp.words}” in the text"
            yield DocumentTime(stamp.day, stamp.day, stamp.day, "given", (words,)), source


def _witness(document: Document) -> str:
    """Who states `published`: front matter, and whom it has its date from; what was handed over, where no file is."""
    source = PUBLISHED_SOURCES.get(document.meta.published_source or "")
    stated = "front matter" if document.path else "handed over with the text"
    if is_old_style(document) and document.meta.published != published(document):
        stated += f", {document.meta.published} by the Julian calendar"
    return f"{stated}, from {source}" if source else stated


def _agree(a: DocumentTime, b: DocumentTime) -> bool:
    """Do two statements share a day, give or take one for the zone?"""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest - 1 <= b.latest and b.earliest - 1 <= a.latest


def _contradicted(time: DocumentTime, against: Iterable[tuple[int | None, str]]) -> DocumentTime:
    """The time with what speaks against it, which its evidence says, too."""
    more = tuple(against)
    words = (said for _, said in more)
    return replace(time, evidence=(*time.evidence, *words), against=(*time.against, *more))


def _doubted(analysis: Analysis, time: DocumentTime, found: Sequence[Stamp], ceiling: int) -> DocumentTime:
    """The time with what is said aloud: a stamp from the future, a past event later than the stated date."""
    late = (s for s in found if s.day > ceiling)
    unbelieved = (f"the stamp “{s.words}” is later than {say_day(ceiling)} and is not believed" for s in late)
    time = _contradicted(time, ((None, words) for words in unbelieved))
    if time.basis == "given" and time.earliest is not None and time.earliest > ceiling + 1:  # a day ahead is its zone
        had = "the day it was retrieved" if analysis.document.meta.retrieved else "today"
        time = _contradicted(time, [(None, f"that is later than {say_day(ceiling)}, {had}: one of the two is wrong")])
    if time.basis != "given" or time.latest is None:
        return time
    day, words = latest_past(analysis, beyond=time.latest, sure=True)
    if day is None:
        return time
    return _contradicted(time, [(day, f"“{words}” is told as past, but is later than that: one of the two is wrong")])

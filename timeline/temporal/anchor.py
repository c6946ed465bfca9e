"""Publication context: the day on which each article was written, from whoever states it or from all that is told.

In this order: a person's decision, the article's own metadata, a stamp in its text, inference from its words and from
sister articles that report the same events. A day that is not told and cannot be inferred stays unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..model import Analysis, Decisions, DocumentTime, Link
from .bylines import Stamp, stamps
from .evidence import latest_past
from .genre import is_narrative
from .given import given_time
from .joint import infer
from .wording import say_day


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
    times = infer(analyses, links, stated, ceilings)
    doubts = [tuple(_doubts(*one)) for one in zip(analyses, times, found, ceilings, strict=True)]
    return tuple(
        replace(t, evidence=(*t.evidence, *d), narrative=is_narrative(a.document, a.expressions, t))
        for a, t, d in zip(analyses, times, doubts, strict=True)
    )


def _stated(analysis: Analysis, found: Sequence[Stamp], ceiling: int, decisions: Decisions) -> DocumentTime | None:
    """The date that somebody states, the most authoritative first; what contradicts it is said in its evidence."""
    told = list(_statements(analysis, found, ceiling, decisions))
    if not told:
        return None
    (first, source), *others = told
    against = (
        f"{other} says {say_day(time.earliest)} instead"
        for time, other in others
        if other != source and time.earliest is not None and not _agree(first, time)
    )
    return replace(first, evidence=(*first.evidence, *against))


def _statements(
    analysis: Analysis, found: Sequence[Stamp], ceiling: int, decisions: Decisions
) -> Iterator[tuple[DocumentTime, str]]:
    """Who states which date, by authority."""
    document = analysis.document
    for decision in decisions.of("published", document.id):
        if decision.value and (time := given_time(decision.value, f"set by {decision.by or 'a person'}", decision)):
            yield time, "a decision"
    if document.meta.published and (time := given_time(document.meta.published, "front matter")):
        yield time, "front matter"
    for stamp in found:
        if stamp.day <= ceiling:
            change = ", a later change" if stamp.changed else ""
            words = f"the text is stamped “{stamp.words}”{change}"
            yield DocumentTime(stamp.day, stamp.day, stamp.day, "given", (words,)), "a stamp in the text"


def _agree(a: DocumentTime, b: DocumentTime) -> bool:
    """Do two statements share a day, give or take one for the zone?"""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest - 1 <= b.latest and b.earliest - 1 <= a.latest


def _doubts(analysis: Analysis, time: DocumentTime, found: Sequence[Stamp], ceiling: int) -> Iterator[str]:
    """What is said aloud: a stamp from the future, and a past event that is later than the stated date."""
    for stamp in found:
        if stamp.day > ceiling:
            yield f"the stamp “{stamp.words}” is later than {say_day(ceiling)} and is not believed"
    if time.basis == "given" and time.latest is not None:
        day, words = latest_past(analysis)
        if day is not None and day > time.latest:
            yield f"“{words}” is told as past, but is later than that: one of the two is wrong"

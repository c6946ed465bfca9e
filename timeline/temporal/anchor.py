"""Publication context: the day on which each article was written, from whoever states it or from all that is told.

In this order: a person's decision, the article's own metadata, a stamp in its text, inference from its words and from
sister articles that report the same events. A day that is not told and cannot be inferred stays unknown.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..model import Analysis, Decisions, DocumentTime, Link
from .bylines import Stamp, stamps
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
    stated = [_stated(a, decisions, ceiling) for a, ceiling in zip(analyses, ceilings, strict=True)]
    times = infer(analyses, links, stated, ceilings)
    return tuple(_with_genre(a, t) for a, t in zip(analyses, times, strict=True))


def _with_genre(analysis: Analysis, time: DocumentTime) -> DocumentTime:
    return replace(time, narrative=is_narrative(analysis.document, analysis.expressions, time))


def _stated(analysis: Analysis, decisions: Decisions, ceiling: int) -> DocumentTime | None:
    """The date that somebody states, the most authoritative first; what contradicts it is said in its evidence."""
    document = analysis.document
    told = []
    for decision in decisions.of("published", document.id):
        if decision.value and (time := given_time(decision.value, f"set by {decision.by or 'a person'}", decision)):
            told.append((time, "the decision"))
    if document.meta.published and (time := given_time(document.meta.published, "front matter")):
        told.append((time, "front matter"))
    told += [(t, "a stamp in the text") for t in _stamped(analysis, ceiling)]
    if not told:
        return None
    first, source = told[0]
    against = tuple(
        f"{other} says {say_day(t.earliest)} instead"
        for t, other in told[1:]
        if other != source and t.earliest is not None and not _agree(first, t)
    )
    return replace(first, evidence=(*first.evidence, *against))


def _agree(a: DocumentTime, b: DocumentTime) -> bool:
    """Do two statements share a day, give or take one for the zone?"""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest - 1 <= b.latest and b.earliest - 1 <= a.latest


def _change(stamp: Stamp) -> str:
    return ", a later change" if stamp.changed else ""


def _stamped(analysis: Analysis, ceiling: int) -> list[DocumentTime]:
    found = stamps(analysis.document, analysis.expressions)
    return [
        DocumentTime(s.day, s.day, s.day, "given", (f"the text is stamped “{s.words}”{_change(s)}",))
        for s in found
        if s.day <= ceiling
    ]

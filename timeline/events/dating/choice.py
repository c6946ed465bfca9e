"""Which of the dates that the sources give an entry carries, and the rule that chose it, in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...algebra.edtf import edtf_of
from ...algebra.interval import ORDER, Interval, day
from ...frozen import Frozen
from ...model import Citation, Document, DocumentTime, EventMention, Timex3
from .news import dated_by_reports, news_time

#: In the order in which they are asked; the first that tells two dates apart has chosen.
_RULES = (
    "the only date that can be placed",
    "most independent sources",
    "the most precise date",
    "the most precise date",
    "the earliest report",
)
_WEEKS = 60  # days from publication within which an article of news dates something, at least one thing
_NEVER = 10**9  # later than any day, longer than any interval


class Source(Frozen):
    """What is looked up of one article: its document, when it was written, its dated expressions by their number."""

    document: Document
    time: DocumentTime
    timexes: Mapping[int, Timex3]


class Choice(Frozen):
    """An entry's date. bounds: where it has no interval, what it can still be."""

    edtf: str | None
    interval: Interval | None
    bounds: Interval | None
    rule: str


def chosen_date(claims: Sequence[Citation], sources: Mapping[str, Source], told_by: Mapping[str, str]) -> Choice:
    """The best of the dates that citations give; there is at least one, and each has its timex. told_by: origin of each
    mention.
    """
    by_value: defaultdict[str, list[Citation]] = defaultdict(list)
    for claim in claims:
        by_value[_value(claim)].append(claim)
    by_hand = next((c for c in claims if c.timex and c.timex.set_by), None)
    if by_hand is not None:
        return _choice(by_hand, "set by a person")
    if len(by_value) == 1:
        return _choice(claims[0], "the only date told" if len(claims) == 1 else "all sources agree")
    ranks = sorted((_rank(told, by_value, sources, told_by), value) for value, told in by_value.items())
    (first, value), (second, _) = ranks[:2]
    rule = next((name for name, a, b in zip(_RULES, first, second, strict=True) if a != b), "the first in order")
    return _choice(by_value[value][0], rule)


def _value(claim: Citation) -> str:
    assert claim.timex is not None
    return claim.timex.edtf or claim.timex.value


def _choice(claim: Citation, rule: str) -> Choice:
    assert claim.timex is not None
    timex = claim.timex
    return Choice(timex.edtf, timex.interval, timex.bounds if timex.interval is None else None, rule)


def _rank(
    told: Sequence[Citation],
    by_value: Mapping[str, Sequence[Citation]],
    sources: Mapping[str, Source],
    told_by: Mapping[str, str],
) -> tuple[bool, int, int, int, int]:
    """What the rules look at, the smaller the better."""
    timex = told[0].timex
    assert timex is not None
    when = timex.interval
    supporters = {told_by[c.mention] for others in by_value.values() for c in others if _allows(others[0].timex, timex)}
    times = [sources[c.article].time for c in told]
    return (
        when is None,
        -len(supporters),
        when.days if when else _NEVER,
        ORDER.get(when.grain, _NEVER) if when else _NEVER,
        min(t.best or t.earliest or _NEVER for t in times),
    )


def _allows(one: Timex3 | None, fine: Timex3) -> bool:
    """Is it the same date, or a vaguer one that the finer lies in?"""
    if one is None or one is fine:
        return one is fine
    if one.interval is None or fine.interval is None:
        return one.value == fine.value
    return one.interval.holds(fine.interval)


def _looks_far_back(source: Source) -> bool:
    """Does an article date things, but none of the weeks around its publication (a look back, whose opening is old)?"""
    told = [x.interval for x in source.timexes.values() if x.interval is not None]
    best = source.time.best
    if best is None or not told:
        return False
    near = Interval(best - _WEEKS, best + _WEEKS + 1, "span")
    return not any(i.meets(near) for i in told)


def news_date(
    mentions: Sequence[EventMention], sources: Mapping[str, Source], told_by: Mapping[str, str]
) -> Choice | None:
    """For what no source dates: about the day of the first report, where that is known; else no date.

    None where only one origin tells it, of no known day: that is not enough for an entry.
    """
    fresh = [sources[m.article] for m in mentions if dated_by_reports(m)]
    days = [s.time.best for s in fresh if news_time(s.time) is not None and not _looks_far_back(s)]
    first = min((d for d in days if d is not None), default=None)
    if first is None:
        tellers = {told_by[m.id] for m in mentions}
        return Choice(None, None, None, "no source says when") if len(tellers) > 1 else None
    when = day(first)
    return Choice(edtf_of(when, approx=True), when, None, "no source says when: about the day of the first report")

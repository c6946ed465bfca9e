"""Clusters → entries: the date by a rule that is said, the title of the best clause, the citations in order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..algebra.interval import ORDER, Interval
from ..config import Config
from ..model import (
    Analysis,
    Citation,
    Correction,
    Decisions,
    Document,
    DocumentTime,
    Event,
    EventCluster,
    EventMention,
    Timex3,
)
from .origins import origins

_SHORT = 15  # characters below which a title tells too little


class _Source:
    """What assembling looks up of one article."""

    __slots__ = ("document", "time", "timexes")

    def __init__(self, analysis: Analysis, timexes: Sequence[Timex3], time: DocumentTime) -> None:
        self.document: Document = analysis.document
        self.time = time
        self.timexes: Mapping[int, Timex3] = {t.expression: t for t in timexes}


def assemble(
    clusters: Sequence[EventCluster],
    analyses: Sequence[Analysis],
    timexes: Sequence[Sequence[Timex3]],
    times: Sequence[DocumentTime],
    decisions: Decisions,
    config: Config,
) -> tuple[Event, ...]:
    """One event for each cluster that has a date of some kind; `identify` names and orders them."""
    sources = {a.document.id: _Source(a, x, t) for a, x, t in zip(analyses, timexes, times, strict=True)}
    origin = origins([a.document for a in analyses])
    return tuple(e for c in clusters if (e := _event(c, sources, origin)) is not None)


def _event(cluster: EventCluster, sources: Mapping[str, _Source], origin: Mapping[str, str]) -> Event | None:
    citations = tuple(_citation(m, sources[m.article]) for m in cluster.mentions)
    claims = [c for c in citations if c.timex is not None and c.role != "detail"]
    if not claims:
        return None
    chosen, rule = _choose(claims, sources, origin)
    lead = _lead(cluster.mentions)
    assert chosen.timex is not None
    values = {c.timex.edtf for c in claims if c.timex}
    return Event(
        id="",
        title=lead.title,
        edtf=chosen.timex.edtf,
        interval=chosen.timex.interval,
        kind=_kind(cluster.mentions),
        importance=_importance(cluster.mentions, sources, origin),
        citations=_without_repeats(citations),
        date_rule=rule,
        bounds=chosen.timex.bounds if chosen.timex.interval is None else None,
        disagreement=_disagree([c.timex.interval for c in claims if c.timex and c.timex.interval]),
        origins=len({origin[c.article] for c in citations}),
        merge_evidence=_evidence(cluster),
        apart=cluster.apart,
        summary=_summary(citations),
        participants=_named(cluster.mentions),
        places=tuple(dict.fromkeys(p for m in cluster.mentions for p in m.places)),
        corrections=_corrections(cluster.mentions, sources) if values else (),
        members=tuple(m.id for m in cluster.mentions),
    )


def _citation(mention: EventMention, source: _Source) -> Citation:
    start, end = mention.quote
    timex = source.timexes.get(mention.expression) if mention.expression is not None else None
    role = "detail" if mention.detail_of or timex is None else "report" if mention.reported else "mention"
    return Citation(mention.article, source.document.text[start:end], start, end, mention.id, role, timex)


def _without_repeats(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """One citation for each quotation; where two mentions share it, the one that is dated."""
    best: dict[tuple[str, int, int], Citation] = {}
    for c in citations:
        key = (c.article, c.start, c.end)
        if key not in best or (best[key].timex is None and c.timex is not None):
            best[key] = c
    return tuple(best.values())


def _choose(
    claims: Sequence[Citation], sources: Mapping[str, _Source], origin: Mapping[str, str]
) -> tuple[Citation, str]:
    """The claim whose date is shown, and the rule that chose it, in words."""
    by_value: defaultdict[str, list[Citation]] = defaultdict(list)
    for c in claims:
        assert c.timex is not None
        by_value[c.timex.edtf or c.timex.value].append(c)
    by_hand = [c for c in claims if c.timex and c.timex.set_by]
    if by_hand:
        return by_hand[0], "set by a person"
    if len(by_value) == 1:
        only = claims[0] if len(claims) == 1 else min(claims, key=lambda c: (c.role != "report", c.article, c.start))
        return only, "the only date told" if len(claims) == 1 else "all sources agree"

    def rank(value: str) -> tuple[object, ...]:
        told = by_value[value]
        timex = told[0].timex
        assert timex is not None
        dated = timex.interval is None
        grain = ORDER.get(timex.interval.grain, 99) if timex.interval else 99
        length = timex.interval.days if timex.interval else 10**9
        reported = min((sources[c.article].time.best or sources[c.article].time.earliest or 10**9) for c in told)
        support = len(
            {origin[c.article] for v, cs in by_value.items() for c in cs if v == value or _within(timex, cs[0].timex)}
        )
        return dated, -support, length, grain, reported, value

    first, second = sorted(by_value, key=rank)[:2]
    a, b = rank(first), rank(second)
    names = (
        "the only date that can be placed",
        "most independent sources",
        "the most precise date",
        "the most precise date",
        "the earliest report",
    )
    rule = next((name for name, x, y in zip(names, a, b, strict=False) if x != y), "the first in order")
    return min(by_value[first], key=lambda c: (c.role != "report", c.article, c.start)), rule


def _within(fine: Timex3, coarse: Timex3 | None) -> bool:
    """Does a vaguer date allow the finer one?"""
    return bool(coarse and coarse.interval and fine.interval and coarse.interval.holds(fine.interval))


def _disagree(intervals: Sequence[Interval]) -> bool:
    """Is there a pair of dates that cannot both be right?"""
    return any(not a.meets(b) for n, a in enumerate(intervals) for b in intervals[n + 1 :])


def _lead(mentions: Sequence[EventMention]) -> EventMention:
    """The mention whose clause makes the best headline: reported, dated, with a name and a kind, central to its article."""

    classes = Counter(m.event_class for m in mentions if m.detail_of is None)

    def rank(m: EventMention) -> tuple[object, ...]:
        told = m.detail_of is None and m.expression is not None and m.reported
        named = any(p.role == "subject" for p in m.participants)
        typical = classes[m.event_class]
        return (
            len(m.title) < _SHORT,
            not told,
            not m.event_class,
            not named,
            -typical,
            -m.central,
            m.quote[0],
            m.article,
        )

    return min((m for m in mentions if m.title), key=rank, default=mentions[0])


def _kind(mentions: Sequence[EventMention]) -> str:
    told = [m for m in mentions if m.detail_of is None] or list(mentions)
    if all(m.kind == "statement" for m in told):
        return "statement"
    return "planned" if all(m.factuality == "planned" for m in told) else "event"


def _importance(mentions: Sequence[EventMention], sources: Mapping[str, _Source], origin: Mapping[str, str]) -> float:
    """0 to 1: from independent origins, position in the articles, and how much is told; statements count half."""
    tellers = len({origin[m.article] for m in mentions})
    share = tellers / max(1, len(set(origin.values())))
    early = max(1 - m.quote[0] / max(1, len(sources[m.article].document.text)) for m in mentions)
    amount = min(1.0, len(mentions) / 6)
    value = 0.5 * share + 0.3 * early + 0.2 * amount
    return round(value * (0.5 if _kind(mentions) == "statement" else 1.0), 3)


def _evidence(cluster: EventCluster) -> tuple[str, ...]:
    by_hand = (f"merged by {cluster.merged_by.by or 'a person'}",) if cluster.merged_by else ()
    return tuple(dict.fromkeys((*by_hand, *(why for link in cluster.links for why in link.evidence))))


def _summary(citations: Sequence[Citation]) -> tuple[str, ...]:
    """One or two quotations: the report, and what tells more."""
    report = next((c.quote for c in citations if c.role == "report"), citations[0].quote)
    detail = next((c.quote for c in citations if c.role == "detail" and c.quote != report), None)
    return (report,) if detail is None else (report, detail)


def _named(mentions: Sequence[EventMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.key for m in mentions for p in m.participants if p.role != "place"))


def _corrections(mentions: Sequence[EventMention], sources: Mapping[str, _Source]) -> tuple[Correction, ...]:
    """What people changed about the dates of this event, each decision once."""
    out = {}
    for mention in mentions:
        source = sources[mention.article]
        timex = source.timexes.get(mention.expression) if mention.expression is not None else None
        if timex is not None and timex.set_by:
            before = timex.alternatives[0][0] if timex.alternatives else None
            d = timex.set_by
            out[d] = Correction(
                f"date of “{timex.text}” in {mention.article}",
                before,
                timex.edtf or timex.value,
                d.reason,
                d.by,
                d.on,
                d.place,
            )
        published = source.time.set_by
        if published and mention.expression is not None:
            out[published] = Correction(
                f"publication date of {mention.article}",
                None,
                published.value,
                published.reason,
                published.by,
                published.on,
                published.place,
            )
    return tuple(out.values())

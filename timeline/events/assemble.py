"""Clusters → entries: the date by a rule that is said, the title of the best clause, the citations in order."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..algebra.interval import Interval
from ..corrections import of_date, of_publication
from ..frozen import replace
from ..language.event_lexicon import load_events
from ..model import (
    Analysis,
    Citation,
    Correction,
    DocumentTime,
    Event,
    EventCluster,
    EventMention,
    Timex3,
)
from .dating.choice import Choice, Source, chosen_date, news_date
from .dating.news import dated_by_reports
from .dating.stretches import whole
from .extracting.triggers import SINCE
from .grammar.participants import spelled
from .origins import origins, tellers
from .titling.flaws import UNFIT

_BRIEF = 2  # days within which a state is worth an entry
_YEAR = 366  # days by which something told as a fact can lie ahead of its article ("the games open next summer")
_DAYS = 2  # by which something told as a fact can lie ahead of its article, were it not for zones
_TO_DO = re.compile(r"\bto [a-z]")
_UNUSUAL = 2  # flaws of a title: its clause tells the event by another word than most
_ROLES = ("report", "mention", "detail")  # in the order in which an article's quotations are worth reading


#: Clusters → one event for each that has a date of some kind; `identify` names and orders them.
Assemble = Callable[[Iterable[EventCluster]], tuple[Event, ...]]


def assembler(
    analyses: Sequence[Analysis], timexes: Sequence[Sequence[Timex3]], times: Sequence[DocumentTime]
) -> Assemble:
    """What makes events of clusters, once all articles are known."""
    sources = {
        a.document.id: Source(a.document, t, whole(a, own)) for a, own, t in zip(analyses, timexes, times, strict=True)
    }
    origin = origins([a.document for a in analyses])
    told_by, all_origins = tellers(analyses, origin), len(set(origin.values()))

    def assemble(clusters: Iterable[EventCluster]) -> tuple[Event, ...]:
        return tuple(e for c in clusters if (e := _event(c, sources, told_by, all_origins)) is not None)

    return assemble


def _event(
    cluster: EventCluster, sources: Mapping[str, Source], told_by: Mapping[str, str], all_origins: int
) -> Event | None:
    mentions = tuple(_as_planned(m, sources[m.article]) for m in cluster.mentions)
    citations = tuple(_citation(m, sources[m.article]) for m in mentions)
    told = [(m, c) for m, c in zip(mentions, citations, strict=True) if c.timex and c.role != "detail"]
    claims = [c for m, c in told if not _too_late(m, c, sources)]
    if told and not claims:
        return None
    date = chosen_date(claims, sources, told_by) if claims else news_date(mentions, sources, told_by)
    if date is None or _only_a_state(mentions, date) or _only_the_last(mentions):
        return None
    lead = _lead(mentions)
    if not lead.title and cluster.merged_by is None:
        return None
    return Event(
        id="",
        title=lead.title,
        edtf=date.edtf,
        interval=date.interval,
        kind=_kind(mentions),
        importance=_importance(mentions, sources, told_by, all_origins),
        citations=_without_repeats(citations),
        date_rule=date.rule,
        bounds=date.bounds,
        disagreement=_disagree([c.timex.interval for c in claims if c.timex and c.timex.interval]),
        origins=len({told_by[m.id] for m in mentions}),
        merge_evidence=_evidence(cluster),
        apart=cluster.apart,
        near=cluster.near,
        summary=_summary(citations),
        participants=_named(mentions, place=False),
        places=_named(mentions, place=True),
        corrections=_corrections(mentions, sources),
        members=tuple(m.id for m in mentions),
    )


def _as_planned(mention: EventMention, source: Source) -> EventMention:
    """A plan where the day to come is that of what was to be done: "promised to reopen the library on 1 July"."""
    timex = source.timexes.get(mention.expression) if mention.expression is not None else None
    if mention.factuality != "happened" or mention.kind == "state" or timex is None:
        return mention
    if mention.lemma in load_events(source.document.meta.language).words["refusing"]:
        return mention
    return replace(mention, factuality="planned") if _is_to_be_done(mention, timex, source) else mention


def _is_to_be_done(mention: EventMention, timex: Timex3, source: Source) -> bool:
    written, when = source.time.latest, timex.interval
    between = source.document.text[mention.trigger[1] : timex.start]
    return when is not None and written is not None and when.first > written + _DAYS and bool(_TO_DO.search(between))


def _too_late(mention: EventMention, claim: Citation, sources: Mapping[str, Source]) -> bool:
    """Did it happen long after its article was written? Then the words were misread. Or some days after, and the day is
    that of what was not to be done ("refused to let him travel on the 20th")?
    """
    source, timex = sources[claim.article], claim.timex
    if mention.factuality != "happened" or timex is None or timex.interval is None or source.time.latest is None:
        return False
    return timex.interval.first > source.time.latest + _YEAR or _is_to_be_done(mention, timex, source)


def _only_a_state(mentions: Sequence[EventMention], date: Choice) -> bool:
    """Does it say no more than how things were in some longer time ("was president in 1990")?"""
    return date.interval is not None and date.interval.days > _BRIEF and all(m.kind == "state" for m in mentions)


def _only_the_last(mentions: Sequence[EventMention]) -> bool:
    """Does nothing tell more of it than that it was the last of its kind ("the first flood since 1950")?"""
    dated = (m for m in mentions if m.expression is not None)
    return all(m.relation == SINCE for m in dated) and not any(map(dated_by_reports, mentions))


def _citation(mention: EventMention, source: Source) -> Citation:
    start, end = mention.quote
    timex = source.timexes.get(mention.expression) if mention.expression is not None else None
    told = timex is not None or dated_by_reports(mention)
    role = "detail" if mention.detail_of or not told else "report" if mention.reported else "mention"
    return Citation(mention.article, source.document.text[start:end], start, end, mention.id, role, timex)


def _without_repeats(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """One citation for each quotation, where two mentions share it the dated one; of each article the report first."""
    best: dict[tuple[str, int, int], Citation] = {}
    for c in citations:
        key = (c.article, c.start, c.end)
        if key not in best or (best[key].timex is None and c.timex is not None):
            best[key] = c
    articles = list(dict.fromkeys(c.article for c in best.values()))
    return tuple(sorted(best.values(), key=lambda c: (articles.index(c.article), _ROLES.index(c.role))))


def _disagree(intervals: Sequence[Interval]) -> bool:
    """Is there a pair of dates that cannot both be right?"""
    return any(not a.meets(b) for n, a in enumerate(intervals) for b in intervals[n + 1 :])


def _lead(mentions: Sequence[EventMention]) -> EventMention:
    """The mention whose clause makes the best headline: dated, with a name and a kind, central to its article."""

    classes = Counter(m.event_class for m in mentions if m.detail_of is None and m.event_class)
    usual = max(classes.values(), default=0)
    took_place = any(m.factuality == "happened" and m.kind == "event" and m.detail_of is None for m in mentions)
    happened = any(m.kind == "event" and m.detail_of is None for m in mentions)

    def rank(m: EventMention) -> tuple[object, ...]:
        past = m.factuality == "planned" and took_place  # "will be sentenced", of a sentence passed
        told = m.detail_of is None and m.expression is not None and m.reported and not past
        named = any(p.role == "subject" for p in m.participants)
        apart = 0 if m.event_class and classes[m.event_class] == usual else _UNUSUAL if m.event_class else 2 * _UNUSUAL
        flaws = m.title_flaws + apart + (not named) + _UNUSUAL * past
        beside = m.relation == SINCE or m.factuality == "denied"
        only_said = happened and m.kind == "statement"
        told_more = m.detail_of is not None or (m.expression is None and not m.reported)
        return m.title_flaws >= UNFIT, beside, told_more, not told, only_said, flaws, -m.central, m.quote[0], m.article

    return min((m for m in mentions if m.title), key=rank, default=mentions[0])


def _kind(mentions: Sequence[EventMention]) -> str:
    told = [m for m in mentions if m.detail_of is None] or list(mentions)
    if all(m.factuality == "planned" for m in told):
        return "planned"
    return "statement" if all(m.kind == "statement" for m in told) else "event"


def _importance(
    mentions: Sequence[EventMention], sources: Mapping[str, Source], told_by: Mapping[str, str], all_origins: int
) -> float:
    """0 to 1: from independent origins, position in the articles, and how much is told; statements count half."""
    share = len({told_by[m.id] for m in mentions}) / max(1, all_origins)
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


def _named(mentions: Sequence[EventMention], place: bool) -> tuple[str, ...]:
    said: dict[str, list[str]] = {}
    for p in (p for m in mentions for p in m.participants if (p.role == "place") == place):
        said.setdefault(p.key, []).append(p.name)
    return tuple(dict.fromkeys(spelled(key, names) for key, names in said.items()))


def _corrections(mentions: Sequence[EventMention], sources: Mapping[str, Source]) -> tuple[Correction, ...]:
    """What people changed about the dates of this event, each decision once."""
    found: list[Correction | None] = []
    for mention in (m for m in mentions if m.expression is not None):
        source = sources[mention.article]
        timex = source.timexes.get(mention.expression or 0)
        found.append(of_date(source.document, timex) if timex is not None else None)
        found.append(of_publication(source.document, source.time))
    return tuple(dict.fromkeys(correction for correction in found if correction is not None))

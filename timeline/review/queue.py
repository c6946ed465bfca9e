"""What needs a person, the most valuable first: a pure function of the timeline and of what people have decided.

First the publication dates, since one of them settles many others; then single dates in doubt, entries that may be one,
accepted entries that are now told otherwise, and at the end each article with all that nobody has looked at yet.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..called import by_name
from ..checking import Finding, findings
from ..diagnostics import Diagnostic
from ..frozen import Frozen
from ..model import Article, Decisions, Event, Span, Timeline, Timex3
from ..reattaching import Lost
from . import candidates
from .items import Candidate, Item

#: Entries left apart are asked about from this probability on (0 to 1) that they are one …
NEAR = 0.2
#: … and where their dates are so many days apart at most.
NEAR_DAYS = 2
#: Characters around words that tell them again in an edited text.
AROUND = 40

_ORDER = ("publication", "order", "date", "differ", "near", "accepted", "lost", "finding", "article")
_OF_CODE = {
    "unknown-publication": "publication", "inferred-publication": "publication",
    "contradicted-publication": "publication", "numeric-order": "order", "doubtful-date": "date",
    "accepted-differs": "accepted", "accepted-open": "accepted",
}  # fmt: skip
_MENDED_ELSEWHERE = ("no-day-of-retrieval",)  # a fact about the file, which no decision can tell


class Told(Frozen):
    """A timeline with its look-ups. decisions: what people have decided; today: what `checking` needs to know."""

    timeline: Timeline
    decisions: Decisions
    articles: Mapping[str, Article]
    events: Mapping[str, Event]  # by every id that an entry is known by
    dated: Mapping[tuple[str, Span], tuple[Event, ...]]  # by the words that date them


def told(timeline: Timeline, decisions: Decisions) -> Told:
    """A timeline, ready to be asked."""
    dated: defaultdict[tuple[str, Span], dict[str, Event]] = defaultdict(dict)
    for event in timeline.events:
        for c in event.citations:
            if c.timex is not None:
                dated[c.article, (c.timex.start, c.timex.end)][event.id] = event
    return Told(
        timeline, decisions, {a.document.id: a for a in timeline.articles},
        by_name(timeline.events),
        {place: tuple(events.values()) for place, events in dated.items()},
    )  # fmt: skip


def queue(
    project: Told, warnings: Iterable[Diagnostic], today: date, lost: Iterable[Lost] = ()
) -> tuple[Item, ...]:
    """All items, in the order in which they are worth a person's time.

    warnings: of the build; lost: quotations that have no place any more.
    """
    homeless = [_lost(one) for one in lost if one.choices]
    known = {(i.place.path, i.place.line) for i in homeless}
    settled = (w for w in warnings if w.code != "orphan" or (w.path, w.line) not in known)
    found = findings(project.timeline, project.decisions, settled, today)
    items = [
        *homeless,
        *_from_findings(project, found),
        *_differing(project),
        *_near(project),
        *(item for a in project.timeline.articles if (item := article(project, a)).events),
    ]
    return tuple(sorted(items, key=lambda i: (_ORDER.index(i.kind), -i.settles, i.article or "", i.spans, i.id)))


# ---------------------------------------------------------------- items by what they are about
def publication(project: Told, one: Article, message: str, settles: int = 0, spans: Sequence[Span] = ()) -> Item:
    """When was an article published?"""
    ids = {c for e in project.timeline.events if _cites(e, one) for c in (c.article for c in e.citations)}
    beside = [project.articles[i] for i in sorted(ids - {one.document.id}) if i in project.articles]
    others = [a for a in project.timeline.articles if a is not one and a not in beside]
    offered = candidates.of_publication(one, [*beside, *others])
    entries = {e.id for span in spans for e in project.dated.get((one.document.id, span), ())}
    hang = f"{_count(len(spans), 'expression')} and {_count(len(entries), 'entry', 'entries')}"
    return Item(
        _id("publication", one.document.id), "publication", message, one.document.id, tuple(spans),
        candidates=offered, settles=settles, effect=f"settles {hang}" if spans else "",
        answers=(*(("accept",) if one.time.best is not None else ()), "date"),
    )  # fmt: skip


def expression(project: Told, one: Article, x: Timex3, message: str = "", settles: int = 0) -> Item:
    """What do these words mean?"""
    span = x.start, x.end
    entries = project.dated.get((one.document.id, span), ())
    names = ", ".join(f"“{e.title}”" for e in entries)
    effect = f"dates {names}" if entries else "dates no entry"
    answers = [*(("accept",) if x.edtf else ()), "date", "unknown", "not-a-date"]
    if entries:
        answers += ["not-an-event", "merge", *(("split",) if any(len(e.citations) > 1 for e in entries) else ())]
    return Item(
        _id("date", one.document.id, *_around(one, span)), "date", message or _value(x), one.document.id, (span,),
        *_around(one, span), tuple(e.id for e in entries), candidates.of_expression(x, one), settles, effect,
        tuple(answers),
    )  # fmt: skip


def words(one: Article, span: Span) -> Item:
    """What do words mean that were not read as a date?"""
    around = _around(one, span)
    message = f"“{around[0]}” is not read as a date"
    return Item(
        _id("words", one.document.id, *around), "words", message, one.document.id, (span,), *around,
        candidates=candidates.of_words(one, span), effect="makes a date of these words", answers=("date",),
    )  # fmt: skip


def entry(project: Told, event: Event, kind: str = "entry", message: str = "") -> Item:
    """Is an entry right: its date, its title, that it is one at all?"""
    c = event.citations[0]
    one = project.articles[c.article]
    offered = candidates.of_entry(event, project.timeline.articles)
    splits = ("split",) if len(event.citations) > 1 else ()
    return Item(
        _id(kind, event.id), kind, message or f"“{event.title}”", c.article, ((c.start, c.end),),
        *_around(one, (c.start, c.end)), (event.id,), offered, 1, f"dates “{event.title}”",
        ("accept", "event-date", "title", "not-an-event", "merge", *splits),
    )  # fmt: skip


def article(project: Told, one: Article) -> Item:
    """What of an article has nobody looked at? `events` are those entries."""
    fresh = [e for e in project.timeline.events if _cites(e, one) and e.status == "found"]
    first = [e for e in fresh if e.citations[0].article == one.document.id]
    dates = _count(len(one.timexes), "expression of time", "expressions of time")
    message = f"{dates}, {_count(len(fresh), 'entry', 'entries')} that nobody has looked at"
    return Item(
        _id("article", one.document.id), "article", message, one.document.id, events=tuple(e.id for e in fresh),
        settles=len(first), effect=f"marks {_count(len(fresh), 'entry', 'entries')} as reviewed",
        answers=("accept-all", "mark", "write"),
    )  # fmt: skip


def _from_findings(project: Told, found: Iterable[Finding]) -> Iterator[Item]:
    for f in found:
        kind = _OF_CODE.get(f.code)
        one = project.articles.get(f.article or "")
        if kind == "publication" and one is not None:
            if one.time.set_by is None:  # else somebody has decided, and knows what speaks against it
                yield publication(project, one, f.message, f.settles, f.spans)
        elif kind == "order" and one is not None:
            yield _order(one, f)
        elif kind == "date" and one is not None:
            x = next(x for x in one.timexes if (x.start, x.end) == f.spans[0])
            yield expression(project, one, x, f.message, f.settles)
        elif kind == "accepted" and f.event and f.event in project.events:
            yield _accepted(project.events[f.event], f)
        elif f.code not in _MENDED_ELSEWHERE:
            name = _id("finding", f.code, f.place.path, f.message)
            yield Item(name, "finding", f.message, settles=f.settles, effect=f.write, place=f.place)


def lost_id(one: Lost) -> str:
    """The id of the item about a quotation without a place."""
    return _id("lost", one.place.path, one.what, one.article, one.target.exact, one.target.prefix)


def _lost(one: Lost) -> Item:
    offered = [Candidate(str(n), (f"“{c.words}”", c.place.path)) for n, c in enumerate(one.choices, 1)]
    message = f"{one.what} quotes “{one.target.exact}”, which {one.article} has no more, or several times"
    return Item(
        lost_id(one), "lost", message, one.article, exact=one.target.exact, candidates=tuple(offered), settles=1,
        effect="gives the quotation the place that is meant", answers=("reattach",), place=one.place,
    )  # fmt: skip


def _order(one: Article, finding: Finding) -> Item:
    offered = (Candidate("en-GB", ("the day stands first",)), Candidate("en-US", ("the month stands first",)))
    return Item(
        _id("order", one.document.id), "order", finding.message, one.document.id, finding.spans, candidates=offered,
        settles=finding.settles, effect=f"settles {_count(len(finding.spans), 'expression')}", answers=("language",),
    )  # fmt: skip


def _differing(project: Told) -> Iterator[Item]:
    for event in project.timeline.events:
        decided = event.status != "found" or any(c.what == "date" for c in event.corrections)
        if event.disagreement and not decided:
            message = f"the sources of “{event.title}” give days that cannot both be right"
            yield entry(project, event, "differ", message)


def _near(project: Told) -> Iterator[Item]:
    """Pairs of entries that the program has nearly joined."""
    parted = [frozenset(d.events) for d in project.decisions.of("apart")]
    pairs: dict[frozenset[str], tuple[float, Event, Event]] = {}
    for event in project.timeline.events:
        other = project.events.get(event.near[0]) if event.near else None
        if event.near is None or other is None or other is event or event.near[1] < NEAR:
            continue
        if not _beside(event, other) or {event.status, other.status} == {"accepted"}:
            continue
        known = {*event.members, event.id}, {*other.members, other.id}
        if not any(d & known[0] and d & known[1] for d in parted):
            pairs.setdefault(frozenset((event.id, other.id)), (event.near[1], event, other))
    for score, a, b in pairs.values():
        yield Item(
            _id("near", *sorted((a.id, b.id))), "near", "two entries that are much alike", a.citations[0].article,
            events=(a.id, b.id), settles=round(10 * score), effect="makes one entry of two, or keeps them two",
            answers=("merge-these", "apart"),
        )  # fmt: skip


def _accepted(event: Event, finding: Finding) -> Item:
    new = [c for c in event.withheld if c.what == "citation" and c.after]
    seen = "\x1f".join(f"{c.what}:{c.before}:{c.after}" for c in event.withheld)
    cited = event.citations[0] if event.citations else None
    return Item(
        _id("accepted", event.id), "accepted", finding.message, cited.article if cited else None, events=(event.id,),
        settles=finding.settles, effect="takes what is new, or keeps what was published",
        answers=("accept-again", *(("keep",) if seen else ()), *(("not-this",) if new else ())), place=finding.place,
        fingerprint=seen,
    )  # fmt: skip


# ---------------------------------------------------------------- small things
def _beside(a: Event, b: Event) -> bool:
    """Could two entries be of one day?"""
    if a.interval is None or b.interval is None:
        return True
    return a.interval.first <= b.interval.last + NEAR_DAYS and b.interval.first <= a.interval.last + NEAR_DAYS


def _cites(event: Event, one: Article) -> bool:
    return any(c.article == one.document.id for c in event.citations)


def _around(one: Article, span: Span) -> tuple[str, str, str]:
    text, (start, end) = one.document.text, span
    return text[start:end], text[max(0, start - AROUND):start], text[end:end + AROUND]


def _value(x: Timex3) -> str:
    return f"“{x.text}” is taken for {x.edtf or 'no date'}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _id(kind: str, *about: str) -> str:
    """A name that stays while what it is about does."""
    return f"{kind}-{hashlib.sha256(chr(31).join(about).encode()).hexdigest()[:12]}"

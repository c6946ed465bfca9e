"""What people have decided about single events: written by hand; hidden, retitled, dated, tagged, noted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...algebra.edtf import interval_of
from ...called import by_name
from ...frozen import replace
from ...model import Analysis, Citation, Correction, Decision, Decisions, Event, Image, Note, Timex3
from ..identifying.identity import in_order, mention_id

NOT_SHOWN = ("hide", "hold")


# ---------------------------------------------------------------- by hand
def written(
    decisions: Decisions,
    analyses: Iterable[Analysis],
    timexes: Iterable[Sequence[Timex3]],
    notes: Callable[[str], Note],
) -> tuple[Event, ...]:
    """Events that people have written, with the words that they cite; ids are `identify`'s to give.

    notes: makes a note of Markdown.
    """
    texts = {a.document.id: a.document.text for a in analyses}
    dated = {a.document.id: x for a, x in zip(analyses, timexes, strict=True)}
    shown = (replace(d, cites=tuple(c for c in d.cites if c[0] in texts)) for d in decisions.of("event"))
    return tuple(_noted(_written(d, texts, dated), d, notes) for d in shown if d.cites)


def _noted(event: Event, decision: Decision, notes: Callable[[str], Note]) -> Event:
    return replace(event, notes=tuple(replace(notes(text), by=decision.by) for text in decision.told("note")))


def _written(decision: Decision, texts: Mapping[str, str], dated: Mapping[str, Sequence[Timex3]]) -> Event:
    edtf = decision.value if decision.value and interval_of(decision.value) else None
    citations = []
    (file, *_), pages = (*decision.told("file"), ""), decision.told("page") or ("",) * len(decision.cites)
    for (article, (start, end)), page in zip(decision.cites, pages, strict=False):
        quote = texts[article][start:end]
        timex = next((x for x in dated[article] if start <= x.start and x.end <= end and x.interval), None)
        # An entry in a file of its own is called by the name of that, whatever it cites.
        name = mention_id(file, "by hand", 0) if file else mention_id(article, f"by hand\x1f{quote}", 0)
        citations.append(Citation(article, quote, start, end, name, "report", timex, page or None))
    (title, *_), (kind, *_) = decision.told("title"), (*decision.told("event-kind"), "event")
    return Event(
        id="", title=title, edtf=edtf, interval=interval_of(edtf) if edtf else None, kind=kind, importance=1.0,
        citations=tuple(citations), date_rule="set by a person", status="by hand", tags=decision.told("tags"),
        summary=tuple(c.quote for c in citations[:1] if c.quote), origins=len({c.article for c in citations}),
        members=tuple(dict.fromkeys(c.mention for c in citations)),
    )  # fmt: skip


# ---------------------------------------------------------------- as people want them
def decided(events: Sequence[Event], decisions: Decisions, notes: Callable[[str], Note]) -> tuple[Event, ...]:
    """The events that are shown, as people want them. notes: makes a note of Markdown."""
    named = by_name(events)
    of_event: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.all:
        if len(decision.events) == 1 and decision.events[0] in named:
            of_event[named[decision.events[0]].id].append(decision)
    shown = []
    for event in events:
        mine = of_event[event.id]
        if not any(d.kind in NOT_SHOWN for d in mine):
            shown.append(_changed(event, mine, notes))
    return in_order(shown)


def _changed(event: Event, mine: Iterable[Decision], notes: Callable[[str], Note]) -> Event:
    for d in mine:
        match d.kind:
            case "title":
                event = _corrected(replace(event, title=d.value or event.title), d, "title", event.title)
            case "event-date":
                interval = interval_of(d.value) if d.value else None
                edtf = d.value if interval else None
                event = _corrected(
                    replace(event, edtf=edtf, interval=interval, clock=None, date_rule="set by a person"),
                    d, "date", event.edtf,
                )  # fmt: skip
            case "event-kind":
                event = _corrected(replace(event, kind=d.value or event.kind), d, "kind", event.kind)
            case "tags":
                before = ", ".join(event.tags) or None
                event = _corrected(replace(event, tags=d.told("tags")), d, "tags", before)
            case "note":
                event = replace(event, notes=(*event.notes, replace(notes(d.value or ""), by=d.by)))
            case "image":
                event = replace(event, images=(*event.images, _image(d)))
    return event


def _corrected(event: Event, decision: Decision, what: str, before: str | None) -> Event:
    """The event with a word of what a person has changed. Of an accepted one the machine says `before` beside it."""
    tags = ", ".join(event.tags) or None
    after = {"title": event.title, "date": event.edtf, "kind": event.kind, "tags": tags}[what]
    before = next((c.after for c in event.withheld if c.what == what), before)
    event = replace(event, withheld=tuple(c for c in event.withheld if c.what != what))
    change = Correction(what, before, after, decision.reason, decision.by, decision.on, decision.place)
    return replace(event, corrections=(*event.corrections, change))


def _image(decision: Decision) -> Image:
    (file, *_), (alt, *_), (rights, *_) = (decision.told(key) for key in ("file", "alt", "rights"))
    return Image(file, alt, rights, next(iter(decision.told("source")), None))

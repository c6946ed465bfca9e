"""From the model to what templates see: derivations, claims, entries."""

from collections.abc import Iterable

from .. import ladder, urls
from ..algebra import calendar
from ..algebra.interval import Interval
from ..config import Config
from ..frozen import Frozen, replace
from ..locale import Locale
from ..model import Article, Citation, Document, Event, Note, Timeline, Timex3
from . import facets, links, overrides, references
from .dates import Dates
from .datetimes import html_datetime
from .facets import Shared
from .runs import Layer, Stretch, cut
from .sources import sentences, source, with_origins
from .views import Claim, Derivation, Entry, Link, Picture, Reading, Remark, Source, When

LEAD, MINOR = 0.8, 0.4  # of the greatest importance in the timeline


class Presenter(Frozen):
    """A timeline with what is looked up again and again. importance: the greatest of all events.

    addresses, lists: where each event is found (`ladder`). citing: the events that cite an article, in order of time.
    names, tags: the pages of what several entries share.
    cited: stretches of each article with the events that cite them. ways: the derivations made so far: an expression's
    is shown by its entry and by its article.
    """

    config: Config
    dates: Dates
    articles: dict[str, Article]
    sources: dict[str, Source]
    importance: float
    addresses: dict[str, tuple[str, str]]
    lists: dict[str, str]
    citing: dict[str, tuple[Event, ...]]
    names: dict[str, Shared]
    tags: dict[str, Shared]
    cited: dict[str, list[tuple[int, int, str]]]
    ways: dict[tuple[str, Timex3], Derivation]

    def entry(self, event: Event) -> Entry:
        """An event as pages show it."""
        page, anchor = self.addresses[event.id]
        prefix = f"{anchor}-c" if anchor else "c"  # ids are of a page, and on some stand many events
        told = tuple(self.claim(c, event, f"{prefix}{n}") for n, c in enumerate(event.citations, 1))
        claims = tuple(c for c in told if c.role != "detail")
        dated = {c.source.id for c in claims if c.derivation and c.derivation.dated}
        doubt, claims = _said_once(claims)
        return Entry(
            id=event.id, title=event.title, page=page, anchor=anchor, listed=self.lists[event.id],
            when=self.when(event), kind=event.kind,
            weight=self._weight(event), status=event.status, claims=claims,
            details=tuple(c for c in told if c.role == "detail"),
            sources=len({c.article for c in event.citations}), origins=event.origins,
            agreement="differ" if event.disagreement else "agree" if len(dated) > 1 else "",
            date_rule=event.date_rule, readings=self._readings(event, claims),
            clock=event.clock or self.dates.clock(event.edtf),
            between=self.dates.within(event.bounds) if event.bounds and not event.interval else None,
            summary=event.summary, named=_links((*event.participants, *event.places), self.names),
            tags=_links(event.tags, self.tags),
            corrections=event.corrections, merge_evidence=sentences(event.merge_evidence),
            apart=sentences(event.apart), doubt=doubt, notes=tuple(map(_remark, event.notes)),
            images=tuple(
                Picture(urls.image(i.file), i.alt, i.rights, links.safe(i.source)) for i in event.images
            ),
            offers=overrides.of_entry(event),
        )

    def _readings(self, event: Event, claims: Iterable[Claim]) -> tuple[Reading, ...]:
        """Each date that is given, with those who give it, in order of time; none where all agree."""
        if not event.disagreement:
            return ()
        told: dict[tuple[str | None, Interval], list[str]] = {}
        for citation, claim in zip((c for c in event.citations if c.role != "detail"), claims, strict=True):
            if citation.timex and citation.timex.interval:
                names = told.setdefault((citation.timex.edtf, citation.timex.interval), [])
                names.append(claim.source.publisher or claim.source.title)
        return tuple(
            Reading(when(self.dates, edtf, interval), tuple(dict.fromkeys(names)), edtf == event.edtf)
            for (edtf, interval), names in sorted(told.items(), key=lambda t: (t[0][1].first, t[0][1].past))
        )

    def when(self, event: Event) -> When:
        """An event's date, and whether it stands on an inferred publication date or a doubt."""
        told = [c for c in event.citations if c.role != "detail" and c.timex and c.timex.edtf == event.edtf]
        sure = any(c.timex.doubt is None and not self._leans(c) for c in told if c.timex)
        corrected = any(c.what == "date" for c in event.corrections)
        return when(self.dates, event.edtf, event.interval, inferred=bool(told) and not sure and not corrected)

    def claim(self, citation: Citation, event: Event, name: str) -> Claim:
        """What one source says of the event; `name` is its id on the page."""
        document = self.articles[citation.article].document
        source = self.sources[citation.article]
        cited = references.at(source.reference, citation.page or document.page_at(citation.start))
        span = citation.start, citation.end
        timex = citation.timex
        return Claim(
            id=name, source=source, role=citation.role, reference=cited,
            where=references.whereabouts(cited, self.dates.locale),
            quote=_quote(document, citation), quotation=links.quotation_id(span),
            original=links.at_the_words(source.original, citation.quote),
            derivation=self.derivation(timex, document) if timex else None,
            agrees=timex is None or timex.edtf is None or not event.disagreement or _same(timex, event),
            offers=overrides.of_quotation(document, citation, event, self._is_alone(citation)),
        )

    def derivation(self, timex: Timex3, document: Document) -> Derivation:
        """The way from the words of an expression to its date."""
        expression = document.id, timex
        if expression not in self.ways:
            self.ways[expression] = self._derived(timex, document)
        return self.ways[expression]

    def _derived(self, timex: Timex3, document: Document) -> Derivation:
        span, told = (timex.start, timex.end), result(self.dates, timex)
        elsewhere = (timex.text, told, timex.doubt)  # said by the page in places of their own
        return Derivation(
            words=timex.text, steps=tuple(s for s in timex.trace if s.strip("“”") not in elsewhere), result=told,
            value=timex.value, dated=timex.edtf is not None,
            datetime=html_datetime(timex.value), doubt=timex.doubt,
            alternatives=tuple((self.dates.words(value), reason) for value, reason in timex.alternatives),
            by_person=timex.set_by is not None, reason=timex.set_by.reason if timex.set_by else None,
            correction=overrides.date(document, span, timex.edtf),
        )

    def _is_alone(self, citation: Citation) -> bool:
        """Does one entry alone cite these words?"""
        cited = self.cited.get(citation.article, ())
        return len({event for start, end, event in cited if start < citation.end and citation.start < end}) < 2

    def _weight(self, event: Event) -> str:
        """How large it is set: by its importance among the others."""
        if self.importance <= 0:
            return "plain"
        share = event.importance / self.importance
        return "lead" if share >= LEAD else "minor" if share < MINOR else "plain"

    def _leans(self, citation: Citation) -> bool:
        """Does the value need the publication date, and was that not given?"""
        timex = citation.timex
        return bool(timex and timex.implied) and self.articles[citation.article].time.basis != "given"


def presenter(timeline: Timeline, config: Config, locale: Locale) -> Presenter:
    """Get ready to present the events of a timeline."""
    dates = Dates(locale)
    articles = {a.document.id: a for a in timeline.articles}
    citing: dict[str, list[Event]] = {i: [] for i in articles}
    stretches: dict[str, list[tuple[int, int, str]]] = {}
    for event in timeline.events:
        for article in dict.fromkeys(c.article for c in event.citations):
            citing[article].append(event)
        for c in event.citations:
            stretches.setdefault(c.article, []).append((c.start, c.end, event.id))
    found = {i: source(dates, a, config, len(citing[i])) for i, a in articles.items()}
    return Presenter(
        config, dates, articles, with_origins(found), max((e.importance for e in timeline.events), default=0.0),
        ladder.addresses(timeline.events), ladder.lists(timeline.events),
        {i: tuple(events) for i, events in citing.items()}, facets.names(timeline.events), facets.tags(timeline.events),
        stretches, {},
    )


def _links(texts: Iterable[str], shared: dict[str, Shared]) -> tuple[Link, ...]:
    """Names or tags, each once, with the pages of those that several entries share."""
    found: dict[str, Link] = {}
    for text in texts:
        same = shared.get(facets.key(text))
        found.setdefault(facets.key(text), Link(same.facet.text, same.facet.page) if same else Link(text))
    return tuple(found.values())


def _remark(note: Note) -> Remark:
    """A person's note, block by block."""
    return Remark(tuple(cut(note.text, (b.start, b.end), b.runs) for b in note.blocks), note.by)


def when(dates: Dates, edtf: str | None, interval: Interval | None, inferred: bool = False) -> When:
    """A value as words, as parts for the rail, and as a shape."""
    words = dates.in_words(edtf, interval)
    if words is None:
        return When(dates.locale.gettext("Date not known"))
    datetime = html_datetime(edtf) if edtf else None
    if interval is None or interval.days != 1 or (edtf or "").endswith(("~", "?", "%")):
        return When(words, rest=words, datetime=datetime, shape=_shape(interval), inferred=inferred)
    weekday = dates.locale.weekday(calendar.weekday(interval.first))
    whole = dates.full(interval.first) + words.removeprefix(dates.day(interval.first))
    numeral, rest = dates.numeral(interval.first), dates.month(interval.first)
    return When(whole, weekday, numeral, rest, datetime, "day", inferred)


def _shape(interval: Interval | None) -> str:
    """The mark of a value that is not one known day."""
    if interval is None:
        return "none"
    return "range" if interval.grain in ("week", "weekend", "span") else "part"


def result(dates: Dates, timex: Timex3) -> str:
    """What came out, in words; where nothing definite did, that is said."""
    gettext = dates.locale.gettext
    told = dates.in_words(timex.edtf, timex.interval if timex.edtf else None)
    if told:
        return told
    if timex.type in ("DURATION", "SET"):
        is_length = timex.type == "DURATION"
        return gettext("a length of time, no date") if is_length else gettext("repeated, no single date")
    if timex.bounds:
        return gettext("no date (%(bounds)s)") % {"bounds": dates.within(timex.bounds)}
    return gettext("no date")


def _quote(document: Document, citation: Citation) -> tuple[Stretch, ...]:
    """The quotation with its expression marked, emphasis kept."""
    if not citation.quote:
        return ()
    timex = citation.timex
    times = [Layer(timex.start, timex.end, links.expression_id(timex.start))] if timex else []
    runs = [r for b in document.blocks for r in b.runs if r.start < citation.end and citation.start < r.end]
    return cut(document.text, (citation.start, citation.end), runs, times)


def _said_once(claims: tuple[Claim, ...]) -> tuple[str | None, tuple[Claim, ...]]:
    """A doubt that all dated claims share, and the claims without it; None and the claims as they are otherwise."""
    doubts = {c.derivation.doubt for c in claims if c.derivation and c.derivation.dated}
    shared = next(iter(doubts)) if len(doubts) == 1 else None
    if shared is None or len(claims) < 2:
        return None, claims
    return shared, tuple(
        replace(c, derivation=replace(c.derivation, doubt=None)) if c.derivation else c for c in claims
    )


def _same(timex: Timex3, event: Event) -> bool:
    """Does a claim's value say no other than the event's?"""
    if timex.interval is None or event.interval is None:
        return timex.edtf == event.edtf
    return timex.interval.meets(event.interval)


"""What a careful editor would settle before publishing: each with its place, and the very line to write.

First comes what settles most: one line that tells when an article was published dates all its “on Sunday”s, and often
those of the articles that tell the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from .authored.written import scalar
from .called import acceptances
from .decisions.quotes import quoting
from .diagnostics import Diagnostic, warning
from .frozen import Frozen, replace
from .model import Analysis, Article, Decision, Decisions, Event, Place, Span, Timeline, Timex3
from .temporal.bind import bind
from .temporal.recognise import recognise
from .temporal.resolve import resolve
from .temporal.resolving.doubt import EITHER_WAY, hangs_on_publication
from .temporal.wording import say_day
from .temporal.zones import day_in_guess

#: To be written over where nothing tells the day.
_SOME_DAY = "YYYY-MM-DD"
#: The finding that a stated publication date is contradicted; a build warns of it as well.
CONTRADICTED = "contradicted-publication"
#: A day so long before is another by its weekday, its day of the month and its month.
_ANOTHER = 45
#: What comes first among findings that settle as much.
_ORDER = (
    CONTRADICTED, "unknown-publication", "inferred-publication", "publication-zone", "numeric-order", "doubtful-date",
    "accepted-differs", "accepted-open", "orphan", "contradiction", "idle", "no-day-of-retrieval",
)  # fmt: skip


class Finding(Frozen):
    """One thing to settle. place: where the line belongs, or what it is about; write: the line, or what to do.

    settles: how many expressions of time, and entries of the timeline, hang on it. article, spans, event: what it is
    about.
    """

    place: Place
    code: str
    message: str
    write: str
    settles: int = 0
    article: str | None = None
    spans: tuple[Span, ...] = ()
    event: str | None = None


def findings(
    timeline: Timeline, decisions: Decisions, warnings: Iterable[Diagnostic], today: date
) -> tuple[Finding, ...]:
    """All there is to settle, the most useful first. warnings: of the build; today: what `retrieved` would say."""
    told, accepted = _Entries(timeline.events), acceptances(timeline.events, decisions)
    found = [
        *_publications(timeline.articles, decisions, told),
        *(f for a in timeline.articles for f in _doubtful(a, told)),
        *(f for e in timeline.events if (d := accepted.get(e.id)) for f in _accepted(e, d)),
        *(_warned(w) for w in warnings if w.code != CONTRADICTED),
        *(_unbounded(a, today) for a in timeline.articles if is_unbounded(a)),
    ]
    return tuple(sorted(found, key=_rank))


def is_unbounded(article: Article) -> bool:
    """Does nobody tell its publication, nor when it was retrieved? What is inferred then changes with the calendar."""
    return article.time.basis != "given" and article.document.meta.retrieved is None


def _rank(finding: Finding) -> tuple[int, int, str, int, str]:
    order = _ORDER.index(finding.code) if finding.code in _ORDER else len(_ORDER)
    return -finding.settles, order, finding.place.path, finding.place.line, finding.write


class _Entries:
    """Which entries of the timeline stand on which words."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._of_words: Counter[tuple[str, Span]] = Counter()
        self._beside: defaultdict[str, set[str]] = defaultdict(set)
        for event in events:
            cited = {(c.article, (c.timex.start, c.timex.end)) for c in event.citations if c.timex is not None}
            self._of_words.update(cited)
            articles = {c.article for c in event.citations}
            for article in articles:
                self._beside[article] |= articles - {article}

    def beside(self, article: str) -> set[str]:
        """The articles that tell an event of this one, too."""
        return self._beside[article]

    def settled(self, article: Article, timexes: Iterable[Timex3]) -> int:
        """How much hangs on expressions of an article: they themselves, and the entries that they date."""
        return sum(1 + self._of_words[article.document.id, (x.start, x.end)] for x in timexes)


# ---------------------------------------------------------------- when an article was published
def _publications(articles: Sequence[Article], decisions: Decisions, told: _Entries) -> Iterator[Finding]:
    undated = {a.document.id: told.settled(a, _undated(a)) for a in articles if a.time.basis == "unknown"}
    for article in articles:
        time = article.time
        if article.document.id in undated:
            beside = sum(undated.get(other, 0) for other in told.beside(article.document.id))
            yield _unknown(article, undated[article.document.id] + beside)
        elif time.basis == "inferred":
            leaning = [x for x in article.timexes if x.doubt and hangs_on_publication(x.doubt, time)]
            if leaning or time.alternatives:
                yield _inferred(article, told.settled(article, leaning), _spans(leaning))
        yield from _elsewhere(article, decisions, told)
        for day, words in time.against:
            moved = _moved(article, day, decisions)
            yield _contradicted(article, day, words, told.settled(article, moved), _spans(moved))


def _undated(article: Article) -> list[Timex3]:
    """Expressions that lack what the day of publication would tell: the X of `XXXX-XX-10`."""
    return [x for x in article.timexes if x.interval is None and x.type in ("DATE", "TIME") and "X" in x.value]


def _unknown(article: Article, settles: int) -> Finding:
    first, last = article.time.earliest, article.time.latest
    bounds = ((first, "not before"), (last, "not after"))
    known = " and ".join(f"{says} {say_day(day)}" for day, says in bounds if day is not None)
    message = "nothing tells when this was published" + (f", but {known}" if known else "")
    spans = _spans(_undated(article))
    return _in_front_matter(article, "unknown-publication", message, "published", _SOME_DAY, settles, spans)


def _inferred(article: Article, settles: int, spans: tuple[Span, ...]) -> Finding:
    time = article.time
    window = (time.earliest, time.latest)
    days = " and ".join(say_day(day) for day in window if day is not None)
    message = "its publication is inferred, " + (days if window[0] == window[1] else f"between {days}")
    if time.alternatives:
        message += f"; or {', '.join(say_day(day) for day in time.alternatives)}"
    if time.year_policy:
        message += f"; {time.year_policy}"
    return _in_front_matter(article, "inferred-publication", message, "published", _iso(time.best), settles, spans)


def _elsewhere(article: Article, decisions: Decisions, told: _Entries) -> Iterator[Finding]:
    """A moment of publication that was another day in the zone which place, publisher or dateline suggest."""
    document, time = article.document, article.time
    found = day_in_guess(document, document.meta.published) if time.basis == "given" and not time.set_by else None
    if found is not None and found[1] != time.best:
        zone, day = found
        moved = _moved(article, day, decisions)
        message = f"it was published on {say_day(day)} if {zone.told_by}, is its own; write UTC if it is not"
        settles = told.settled(article, moved)
        yield _in_front_matter(article, "publication-zone", message, "timezone", zone.name, settles, _spans(moved))


def contradictions(articles: Iterable[Article]) -> Iterator[Diagnostic]:
    """What contradicts a stated publication date, as warnings of a build, each with the line that would settle it."""
    for article in articles:
        for day, words in article.time.against:
            found = _contradicted(article, day, words)
            place, line = found.place, found.write.strip("-\n")
            hint = f"write “{line}” with the day that is right" if day is None else f"is it “{line}”?"
            yield warning(place.path, place.line, place.column, CONTRADICTED, found.message, hint)


def _contradicted(
    article: Article, day: int | None, words: str, settles: int = 0, spans: tuple[Span, ...] = ()
) -> Finding:
    time = article.time
    message = f"{time.evidence[0]}; {words}" if time.basis == "given" else words
    if time.set_by is not None:
        value, about = f"value: {_iso(day)}", article.document.id
        return Finding(time.set_by.place, CONTRADICTED, message, value, settles, about, spans)
    return _in_front_matter(article, CONTRADICTED, message, "published", _iso(day), settles, spans)


def _moved(article: Article, day: int | None, decisions: Decisions) -> list[Timex3]:
    """The expressions that come to something else where the article is of another day (None: nobody knows of which)."""
    time = article.time
    other = day if day is not None else (time.best or time.latest or 0) - _ANOTHER
    expressions = recognise(article.document, decisions)
    analysis = Analysis(article.document, expressions, bind(article.document, expressions))
    moved = resolve(analysis, replace(time, earliest=other, latest=other, best=other), decisions, trace=False)
    return [x for x, y in zip(article.timexes, moved, strict=True) if x.value != y.value]


def _unbounded(article: Article, today: date) -> Finding:
    message = "neither published nor retrieved is told: what is inferred may change with the calendar"
    return _in_front_matter(article, "no-day-of-retrieval", message, "retrieved", today.isoformat())


def _in_front_matter(
    article: Article, code: str, message: str, key: str, value: str, settles: int = 0, spans: tuple[Span, ...] = ()
) -> Finding:
    """A finding that a line of front matter settles: where its key stands, else where it would stand first."""
    document, line = article.document, f"{key}: {value}"
    places = document.meta.places
    place = places.get(key) or Place(document.path, 2 if places else 1)
    return Finding(place, code, message, line if places else f"---\n{line}\n---", settles, document.id, spans)


# ---------------------------------------------------------------- single expressions
def _doubtful(article: Article, told: _Entries) -> Iterator[Finding]:
    """Expressions that can be read otherwise, whenever the article was published."""
    doubts = [x for x in article.timexes if x.doubt and not hangs_on_publication(x.doubt, article.time)]
    either_way = [x for x in doubts if x.doubt == EITHER_WAY]
    if either_way:
        yield _numeric_order(article, either_way, told.settled(article, either_way))
    for x in doubts:
        if x.doubt != EITHER_WAY:
            place = Place(article.document.path, article.document.line_at(x.start))
            message = f"“{x.text}” is taken for {x.edtf or x.value}, but {x.doubt}"
            settles, about = told.settled(article, [x]), article.document.id
            yield Finding(place, "doubtful-date", message, _override(article, x), settles, about, _spans([x]))


def _numeric_order(article: Article, timexes: Sequence[Timex3], settles: int) -> Finding:
    words = ", ".join(dict.fromkeys(f"“{x.text}”" for x in timexes))
    message = f"{words}: {EITHER_WAY}; en-GB has the day first, en-US the month"
    return _in_front_matter(article, "numeric-order", message, "language", "en-GB", settles, _spans(timexes))


def _override(article: Article, timex: Timex3) -> str:
    """The entry that sets the date of an expression, on one line."""
    target = quoting(article.document.text, (timex.start, timex.end))
    quoted = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
    words = ", ".join(f"{key}: {_flow(text)}" for key, text in quoted.items() if text)
    value = _flow(timex.edtf or _SOME_DAY)
    return f"- {{kind: date, article: {_flow(article.document.id)}, target: {{{words}}}, value: {value}}}"


def _flow(text: str) -> str:
    """A text as it stands between braces: in quotes where a comma would end it."""
    written = scalar(text)
    return written if written.startswith('"') or "," not in written else f'"{written}"'


# ---------------------------------------------------------------- what people have written
def _accepted(event: Event, decision: Decision) -> Iterator[Finding]:
    """An accepted entry that this build would show otherwise, or that nothing keeps as it is yet."""
    again = f"timeline decide accept {event.id}"
    if event.withheld:
        differing = ", ".join(dict.fromkeys(change.what for change in event.withheld))
        message = f"“{event.title}” is accepted as it was; now it would differ in: {differing}"
        if any(change.what == "deleted" for change in event.withheld):
            message = f"“{event.title}” is accepted, and stands by that alone: nothing else tells it any more"
            again = f"timeline decide hide {event.id}, or take this acceptance out, unless it is to stay"
        yield Finding(decision.place, "accepted-differs", message, again, len(event.withheld), event=event.id)
    elif not event.frozen:
        message = f"“{event.title}” is accepted, but not kept as it is before it is published"
        yield Finding(decision.place, "accepted-open", message, again, event=event.id)


def _warned(warning: Diagnostic) -> Finding:
    """A decision that stands for nothing, or against another."""
    place = Place(warning.path, warning.line, warning.column)
    return Finding(place, warning.code, warning.message, warning.hint, 1)


def _spans(timexes: Iterable[Timex3]) -> tuple[Span, ...]:
    return tuple((x.start, x.end) for x in timexes)


def _iso(day: int | None) -> str:
    return _SOME_DAY if day is None else date.fromordinal(day).isoformat()

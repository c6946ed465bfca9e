"""Items as the page shows them: words for every date, the text with its marks, a key for every answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..algebra import calendar
from ..algebra.calendar import iso
from ..algebra.edtf import interval_of
from ..locale import Locale
from ..model import Article, Block, Event, Span, Timex3
from ..render.dates import Dates
from ..render.present import result as in_words
from ..render.sources import sentence
from .actions import KEYS
from .items import KINDS, Candidate, Item
from .queue import Told, entry, expression
from .views import Card, Choice, Listed, Mark, Passage, Progress, Reply, Sheet, Shown, Source

_LANGUAGES = {"en-GB": "Day first (en-GB)", "en-US": "Month first (en-US)"}
_PANELS = {"merge": "others", "title": "title", "mark": "mark", "write": "write"}
#: The review speaks English, as the program does.
_ENGLISH = Dates(Locale())
_OTHERS = 9  # entries that one may be merged with: one a number key
_QUOTES = 3
_BESIDE = 1  # blocks shown before and after the words
_HEADINGS = {
    "publication": ("publication date", "publication dates"), "order": ("order of day and month",) * 2,
    "date": ("date", "dates"), "differ": ("differing date", "differing dates"),
    "near": ("possible merge", "possible merges"), "accepted": ("accepted entry", "accepted entries"),
    "lost": ("lost quotation", "lost quotations"),
    "finding": ("thing to mend", "things to mend"), "article": ("article", "articles"),
}  # fmt: skip


def shown(item: Item, project: Told, whole: bool = False, back: str = "", queued: bool = True) -> Shown:
    """An item. whole: with its whole article; back: the item it was opened from; queued: it waits for an answer."""
    one = project.articles.get(item.article or "")
    events = [project.events[i] for i in item.events if i in project.events]
    whole = whole or item.kind in ("article", "publication", "order")
    accepted = item.kind == "accepted" and events
    numbers = labels(_labelled(item, one))[len(one.timexes):] if item.kind == "article" and one else [""] * len(events)
    return Shown(
        item.id, item.kind, KINDS[item.kind], sentence(_message(item)), item.effect,
        _source(item, one) if item.kind != "near" else None,
        tuple(_passages(item, one, project, whole)) if one else (), _choices(item), _replies(item),
        _sheet(item, one), tuple(_card(e, project, label=n) for e, n in zip(events, numbers, strict=True)),
        tuple(_others(events[0], project)) if events and "merge" in item.answers else (),
        tuple((c.what, c.before or "", c.after or "") for c in events[0].withheld) if accepted else (),
        _typing(item), whole, item.exact, item.spans[0][0] if item.spans else -1, tuple(e.id for e in events), back,
        queued,
    )  # fmt: skip


def progress(left: Sequence[Item], decided: int) -> Progress:
    """How much is left."""
    kinds = Counter(i.kind for i in left)
    told = tuple((names[kinds[kind] > 1], kinds[kind]) for kind, names in _HEADINGS.items() if kinds[kind])
    return Progress(len(left), decided, told)


def listed(project: Told, left: Iterable[Item], items: Iterable[Item]) -> tuple[Listed, ...]:
    """All articles. items: one of the kind "article" for each."""
    waiting = Counter(i.article for i in left if i.kind != "article")
    every = list(items)
    return tuple(
        Listed(
            label, item.id, one.document.meta.title or one.document.id, one.document.meta.publisher, _published(one),
            len(item.events), waiting[item.article],
        )
        for label, item in zip(labels(len(every)), every, strict=True)
        if (one := project.articles[item.article or ""])
    )  # fmt: skip


def labels(count: int) -> list[str]:
    """Numbers of equal length, so that none begins another: what is typed is known to be whole."""
    first = 1 if count <= 9 else 10 if count <= 90 else 100 if count <= 900 else 1000
    return [str(first + n) for n in range(count)]


def date_words(edtf: str | None) -> str:
    """A date for people, with its weekday where it is a day."""
    if edtf is None:
        return "date not known"
    span = interval_of(edtf)
    if span is not None and span.days == 1 and span.grain == "day" and "~" not in edtf:
        return _ENGLISH.full(span.first)
    return _ENGLISH.in_words(edtf, span) or edtf


def _message(item: Item) -> str:
    """What an item says, the date that stands now in words."""
    now = next((c.value for c in item.candidates if c.now and item.kind == "date"), None)
    return item.message.replace(f"taken for {now}", f"taken for {date_words(now)}", 1) if now else item.message


# ---------------------------------------------------------------- answers
def _choices(item: Item) -> tuple[Choice, ...]:
    action = {"order": "language", "lost": "reattach"}.get(item.kind, "date")
    return tuple(_choice(n, c, action) for n, c in enumerate(item.candidates, 1))


def _choice(number: int, candidate: Candidate, action: str) -> Choice:
    if action == "reattach":
        words, *why = candidate.why
        return Choice(str(number), action, candidate.value, words, tuple(why), candidate.now)
    words = _LANGUAGES.get(candidate.value) or date_words(candidate.value)
    return Choice(str(number), action, candidate.value, words, candidate.why, candidate.now)


def _replies(item: Item) -> tuple[Reply, ...]:
    told = ((action, *KEYS[action]) for action in item.answers if action in KEYS)
    return tuple(Reply(key, action, words, _PANELS.get(action, "")) for action, key, words in told)


def _typing(item: Item) -> str:
    return "date" if {"date", "event-date"} & set(item.answers) else ""


def _sheet(item: Item, one: Article | None) -> Sheet | None:
    if not _typing(item):
        return None
    days = [(s.first, str(n)) for n, c in enumerate(item.candidates, 1) if (s := interval_of(c.value)) and s.days == 1]
    start = next((s.first for c in item.candidates if (s := interval_of(c.value))), None)
    time = one.time if one else None
    bounds = (time.earliest, time.latest) if time and item.kind == "publication" else (None, None)
    if start is None and time is not None:
        start = next((d for d in (time.best, time.latest, time.earliest) if d is not None), None)
    if start is None or not 1 <= start <= _LAST:
        return None
    first, last = (iso(d) if d is not None and d > 0 else "" for d in bounds)
    return Sheet("date", iso(start), tuple((iso(d), n) for d, n in days if d > 0), first, last)


#: 31 December 9999.
_LAST = calendar.ordinal(9999, 12, 31)


# ---------------------------------------------------------------- entries
def _card(event: Event, project: Told, key: str = "", label: str = "") -> Card:
    quotes = tuple((_name(project.articles[c.article]), c.quote) for c in event.citations[:_QUOTES])
    opens = entry(project, event).id if label else ""
    return Card(event.title, date_words(event.edtf), quotes, key or label, event.id if key else "", opens, event.status)


def _name(one: Article) -> str:
    return one.document.meta.publisher or one.document.meta.title or one.document.id


def _others(event: Event, project: Told) -> Iterator[Card]:
    """Entries with which it may be one, those of its day first."""
    day = event.interval.first if event.interval else 0

    def far(other: Event) -> tuple[int, str]:
        return abs(other.interval.first - day) if other.interval else 10**7, other.id

    near = sorted((e for e in project.timeline.events if e.id != event.id), key=far)[:_OTHERS]
    yield from (_card(e, project, str(n)) for n, e in enumerate(near, 1))


# ---------------------------------------------------------------- the text
def _source(item: Item, one: Article | None) -> Source | None:
    if one is None:
        return None
    document = one.document
    line = document.line_at(item.spans[0][0]) if item.spans else 0
    return Source(
        document.id, document.meta.title or document.id, document.meta.publisher, _published(one), one.time.basis,
        f"{document.path}:{line}" if line else document.path,
    )  # fmt: skip


def _published(one: Article) -> str:
    time = one.time
    if time.best is not None:
        return date_words(iso(time.best)) if time.best > 0 else "long ago"
    return "not known"


def _passages(item: Item, one: Article, project: Told, whole: bool) -> Iterator[Passage]:
    text, title = one.document.text, one.document.meta.title
    kept = (b for b in one.document.blocks if text[b.start:b.end] != title)  # it stands above
    blocks = [b for b in kept if whole or b.role in ("body", "headline")]
    here = [n for n, b in enumerate(blocks) if any(b.start <= s[0] < b.end for s in item.spans)]
    marks = dict(_marks(item, one, project))
    for n, block in enumerate(blocks):
        near = any(abs(n - h) <= (0 if whole else _BESIDE) for h in here[:1]) or (whole and n in here)
        if whole or near:
            yield Passage(block.kind, n in here, tuple(_pieces(text, block, marks)))


def _marks(item: Item, one: Article, project: Told) -> Iterator[tuple[Span, Mark]]:
    """The words to be marked, in order; those of an article that is read through carry labels."""
    if item.kind != "article":
        yield from ((span, Mark("now")) for span in sorted(item.spans))
        return
    for label, x in zip(labels(_labelled(item, one)), one.timexes, strict=False):
        yield (x.start, x.end), Mark(_state(x), label, expression(project, one, x).id, in_words(_ENGLISH, x), x.start)


def _labelled(item: Item, one: Article) -> int:
    """How many labels an article that is read through needs: for its expressions, then for its entries."""
    return len(one.timexes) + len(item.events)


def _state(x: Timex3) -> str:
    if x.set_by is not None:
        return "person"
    if x.doubt:
        return "doubt"
    return "dated" if x.edtf else "open"


def _pieces(text: str, block: Block, marks: dict[Span, Mark]) -> Iterator[tuple[str, Mark | None]]:
    at = block.start
    for (start, end), mark in sorted(marks.items()):
        if start < at or start >= block.end:
            continue
        if at < start:
            yield text[at:start], None
        yield text[start:min(end, block.end)], mark
        at = min(end, block.end)
    if at < block.end:
        yield text[at:block.end], None

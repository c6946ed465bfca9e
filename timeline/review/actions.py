"""What a person answers → the entry of the overrides that says so, as they would write it. No file is touched here."""

import re
from collections.abc import Callable, Sequence

from ..authored.forms import BadValueError
from ..deciding import in_words as titles
from ..decisions.kinds.date import exact_value, value
from ..decisions.kinds.title import title
from ..decisions.load import Target
from ..decisions.quotes import occurrences, quoting
from ..decisions.writing import Value, entry, remarked
from ..frozen import Frozen
from ..model import Article, Event, Span
from ..record import citation_of
from .items import Answer, Item
from .queue import Told


class Entry(Frozen):
    """An entry of the overrides of an article, as YAML."""

    article: str
    text: str


class Acceptance(Frozen):
    """Entries that stay as they are now, by their ids."""

    events: tuple[str, ...]


class Reattachment(Frozen):
    """A quotation gets the place with this number among those that are offered."""

    item: str
    number: int


Deed = Entry | Acceptance | Reattachment
Written = Sequence[Deed]

#: What is told of each action: its key, what it is called.
KEYS = {
    "accept": ("a", "Right as it is"), "accept-all": ("a", "All right as it is"),
    "accept-again": ("a", "Take what is new"), "keep": ("k", "Keep what was published"),
    "merge-these": ("m", "One event"), "apart": ("k", "Two events"),
    "not-a-date": ("n", "Not a date"), "unknown": ("0", "Not known"), "not-an-event": ("x", "Not an event"),
    "split": ("p", "An event of its own"), "not-this": ("p", "The new words tell another event"),
    "merge": ("m", "The same event as …"), "title": ("h", "Another title …"),
    "mark": ("/", "Other words that are a date …"), "write": ("y", "An entry that is missing …"),
}  # fmt: skip


def decide(item: Item, answer: Answer, project: Told, language: str) -> tuple[Deed, ...]:
    """The entries that say what a person has answered; none where nothing has to be written.

    language: the project's, for dates in words. Raises BadValueError where the value does not do.
    """
    make = _ACTIONS.get(answer.action)
    if make is None or answer.action not in (*item.answers, *_ALWAYS.get(item.kind, ())):
        raise BadValueError("that is no answer to this", "choose one of those shown")
    return tuple(make(item, answer, project, language))


def in_words(item: Item, answer: Answer) -> str:
    """An answer, for the person who has given it."""
    about = f"“{item.exact}”" if item.exact and item.kind == "date" else item.article or item.message
    if item.kind in ("near", "entry", "differ", "accepted") or answer.action == "accept-all":
        about = "1 entry" if len(item.events) == 1 else f"{len(item.events)} entries"
    _, words = KEYS.get(answer.action, ("", answer.value.strip()))
    return f"{about}: {words.removesuffix(' …')[:1].lower()}{words.removesuffix(' …')[1:]}"


# ---------------------------------------------------------------- dates
def _accept(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """It is right as it is: the value that it has, now said by a person."""
    if item.kind in ("entry", "differ"):
        return _accept_events(item, answer, project, language)
    now = next((c.value for c in item.candidates if c.now), "")
    make = _published if item.kind == "publication" else _date
    return make(item, _valued(answer, now), project, language)


def _date(item: Item, answer: Answer, project: Told, language: str) -> Written:
    if item.kind == "publication":
        return _published(item, answer, project, language)
    if item.kind in ("differ", "entry"):
        return _event_date(item, answer, project, language)
    value(_written(answer), language)
    return [_about_words("date", item, answer, project, value=answer.value.strip())]


def _unknown(item: Item, answer: Answer, project: Told, language: str) -> Written:
    return _date(item, _valued(answer, "unknown"), project, language)


def _published(item: Item, answer: Answer, project: Told, language: str) -> Written:
    exact_value(_written(answer), language)
    article = item.article or ""
    return [Entry(article, entry("published", article=article, value=answer.value.strip(), **_told(answer)))]


def _language(item: Item, answer: Answer, project: Told, language: str) -> Written:
    if answer.value not in {c.value for c in item.candidates}:
        raise BadValueError(f"'{answer.value}' is none of those", "choose en-GB or en-US")
    article = item.article or ""
    return [Entry(article, entry("language", article=article, value=answer.value, **_told(answer)))]


def _not_a_date(item: Item, answer: Answer, project: Told, language: str) -> Written:
    return [_about_words("not-a-date", item, answer, project)]


def _mark(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """Words of the article, then = and their date."""
    words, equals, written = (part.strip() for part in answer.value.partition("="))
    if not (equals and written):
        raise BadValueError("the words and their date are both needed", "write, say: the morning after = 2023-12-11")
    value(written, language)
    one = project.articles[item.article or ""]
    return [_quoted("date", one.document.id, place_of(one, words), answer, project, value=written)]


def place_of(one: Article, words: str) -> Span:
    """The one place of words that a person has typed; brackets around those that are meant, where it takes more.

    Raises BadValueError where they have none, or several.
    """
    bracketed = _BRACKETS.fullmatch(words)
    before, exact, after = bracketed.groups() if bracketed else ("", words, "")
    target = Target(exact.strip(), before.strip(), after.strip())
    places = occurrences(one.document.text, target) if target.exact else ()
    if len(places) != 1:
        told = f"{len(places)} times in the article" if places else "not in the article"
        hint = "quote more words, with those that are meant in brackets: the [March] event"
        raise BadValueError(f"“{words}” stands {told}", hint)
    return places[0]


def _write(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """An entry by hand: words of its sentence = date = title; without a date, that which the sentence tells."""
    words, *more = (part.strip() for part in answer.value.split("="))
    if not 1 <= len(more) <= 2 or not all(more):
        hint = "write words of the sentence = date = title; the date may be left out where the sentence tells one"
        raise BadValueError("an entry has a sentence, a date and a title", hint)
    one = project.articles[item.article or ""]
    span = _sentence(one, place_of(one, words))
    dated = (x.edtf for x in one.timexes if span[0] <= x.start and x.end <= span[1] and x.edtf)
    day = more[0] if len(more) == 2 else next(dated, "unknown")
    value(day, language)
    target = quoting(one.document.text, span)
    cited = {"article": one.document.id, "exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
    told = _told(answer)
    new = entry("event", title=title(more[-1], language), value=day, citations=[cited], **told)
    return [Entry(one.document.id, new)]


def _sentence(one: Article, span: Span) -> Span:
    """The sentence around some words; they themselves where none is."""
    sentences = (s for block in one.document.blocks for s in block.sentences)
    return next((s for s in sentences if s[0] <= span[0] and span[1] <= s[1]), span)


#: Words with more words around them: "the [March] event".
_BRACKETS = re.compile(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)")


# ---------------------------------------------------------------- entries
def _event_date(item: Item, answer: Answer, project: Told, language: str) -> Written:
    value(_written(answer), language)
    event = project.events[item.events[0]]
    return [_about_events("event-date", [event], answer, event=event.id, value=answer.value.strip())]


def _accept_events(item: Item, answer: Answer, project: Told, language: str) -> Written:
    events = tuple(i for i in item.events if i in project.events)
    return [Acceptance(events)] if events else []


def _accept_again(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """As it has become."""
    return [Acceptance((project.events[item.events[0]].id,))]


def _merge(item: Item, answer: Answer, project: Told, language: str) -> Written:
    other = project.events.get(answer.value)
    own = project.events.get(item.events[0]) if item.events else None
    if other is None or own is None or other is own:
        raise BadValueError("there is no such other entry", "choose one of those shown")
    return [_about_events("merge", [own, other], answer, events=[own.id, other.id])]


def _pair(kind: str) -> "Callable[[Item, Answer, Told, str], Written]":
    def make(item: Item, answer: Answer, project: Told, language: str) -> Written:
        events = [project.events[i] for i in item.events]
        return [_about_events(kind, events, answer, events=[e.id for e in events])]

    return make


def _title(item: Item, answer: Answer, project: Told, language: str) -> Written:
    words = title(_written(answer), language)
    event = project.events[item.events[0]]
    return [_about_events("title", [event], answer, event=event.id, value=words)]


def _not_an_event(item: Item, answer: Answer, project: Told, language: str) -> Written:
    return _about_sentence("not-an-event", item, answer, project)


def _split(item: Item, answer: Answer, project: Told, language: str) -> Written:
    return _about_sentence("split", item, answer, project)


def _not_this(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """The words by which today's build would add to an accepted entry tell another one."""
    found = []
    for change in project.events[item.events[0]].withheld:
        article, quoted = citation_of(change.after or "")
        one = project.articles.get(article)
        if change.what != "citation" or one is None:
            continue
        places = occurrences(one.document.text, Target(quoted))
        found += [_quoted("split", article, places[0], answer, project)] if len(places) == 1 else []
    if not found:
        raise BadValueError("the new words do not stand in one place", "correct the overrides by hand")
    return found


def _reattach(item: Item, answer: Answer, project: Told, language: str) -> Written:
    if answer.value not in {c.value for c in item.candidates}:
        raise BadValueError("there is no such place", "choose one of those shown")
    return [Reattachment(item.id, int(answer.value))]


def _nothing(item: Item, answer: Answer, project: Told, language: str) -> Written:
    """Nothing is to be written: the entry says so already."""
    return []


# ---------------------------------------------------------------- how it is written
def _about_words(kind: str, item: Item, answer: Answer, project: Told, **more: Value) -> Entry:
    return _quoted(kind, item.article or "", item.spans[0], answer, project, **more)


def _about_sentence(kind: str, item: Item, answer: Answer, project: Told) -> Written:
    """About the sentence, or sentences, in which the words of an item tell the entries that hang on them."""
    article, span = item.article or "", item.spans[0]
    cited = {
        (c.start, c.end)
        for i in item.events for c in project.events[i].citations
        if c.article == article and c.start < span[1] and span[0] < c.end
    }  # fmt: skip
    return [_quoted(kind, article, s, answer, project) for s in sorted(cited or {span})]


def _quoted(kind: str, article: str, span: Span, answer: Answer, project: Told, **more: Value) -> Entry:
    target = quoting(project.articles[article].document.text, span)
    quoted = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
    return Entry(article, entry(kind, article=article, target=quoted, **more, **_told(answer)))


def _about_events(kind: str, about: Sequence[Event], answer: Answer, **more: Value) -> Entry:
    """Beside the decisions about the article that tells the first of them, below what they are called."""
    new = remarked(entry(kind, **more, **_told(answer)), titles(about))
    return Entry(about[0].citations[0].article, new)


def _told(answer: Answer) -> dict[str, Value]:
    return {"reason": answer.reason or None, "by": answer.by or None, "on": answer.on or None}


def _valued(answer: Answer, text: str) -> Answer:
    return Answer(answer.action, text, answer.reason, answer.by, answer.on)


def _written(answer: Answer) -> str:
    if not answer.value.strip():
        raise BadValueError("nothing is written there", "write a date, say 2023-12-10 or 10 December 2023")
    return answer.value.strip()


_ACTIONS: dict[str, Callable[[Item, Answer, Told, str], Written]] = {
    "accept": _accept, "date": _date, "unknown": _unknown, "language": _language, "not-a-date": _not_a_date,
    "mark": _mark, "write": _write, "event-date": _event_date, "title": _title, "accept-all": _accept_events,
    "accept-again": _accept_again, "keep": _nothing, "merge": _merge, "merge-these": _pair("merge"),
    "apart": _pair("apart"), "not-an-event": _not_an_event, "split": _split, "not-this": _not_this,
    "reattach": _reattach,
}  # fmt: skip
#: Beside the answers that an item names, those that its kind always has.
_ALWAYS = {"entry": ("date",), "differ": ("date",)}

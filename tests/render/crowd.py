"""Timelines of any size, with what strains a page: many sources, long words, far dates, many scripts. All made up."""

from random import Random

from tests.render.sample import cite, document
from timeline.algebra import calendar, interval
from timeline.algebra.interval import Interval
from timeline.frozen import replace
from timeline.model import Article, Correction, DocumentTime, Event, Timeline, Timex3

FIRST = calendar.ordinal(2011, 3, 1)
CROWD = 60  # sources of the event that most report
PER_ARTICLE = 5  # sentences, if nothing else is said
WHO = ("Ansgar Holt", "Mira Tveit", "the harbour board", "Lotte Brun", "the Skarvik Line", "Pelle Ruud", "two pilots",
       "the lock keepers", "Dr Signe Aas", "the ferry union", "a diver", "the town court", "Varnholm Water")
DID = ("opened", "inspected", "sold", "repaired", "flooded", "surveyed", "blocked", "paid for", "lost", "renamed")
WHAT = ("the eastern lock", "a dredger", "the old customs house", "nine moorings", "the breakwater", "a crane",
        "the pilot station", "the fish market", "two tugs", "the tide gauge", "a warehouse", "the slipway")
WHERE = ("Varnholm", "Skarvik", "Norden", "Aldermill", "Tynset Quay")
SYLLABLES = ("an", "be", "dor", "e", "fal", "gi", "hu", "ist", "ka", "lor", "mi", "no", "ost", "pe", "ru", "sel", "tur")
TITLES = ("Порт закрыт из-за шторма", "إغلاق الميناء بسبب العاصفة", "港口因风暴关闭",
          "Το λιμάνι έκλεισε λόγω καταιγίδας", "तूफ़ान के कारण बंदरगाह बंद",
          "Hafenschifffahrtsgesellschaftskapitänsmützenverordnung" * 3)
FAR = ((-43, 3, 15), (-3000, 1, 1), (12_345, 6, 7))


def timeline(count: int, years: int = 9, seed: int = 7, each: int = PER_ARTICLE) -> Timeline:
    """So many events, told in articles of `each` sentences; some undated, some in months, one told by sixty."""
    random = Random(seed)
    days = sorted(random.randrange(years * 365) + FIRST for _ in range(count))
    articles: list[Article] = []
    events: list[Event] = []
    for start in range(0, count, each):
        told = days[start:start + each]
        words = [_sentence(random, start + n, day) for n, day in enumerate(told)]
        name = f"{random.choice(WHERE).lower().replace(' ', '-')}/{start}"
        doc = document(name, tuple(("body", w) for w in words), title=f"Harbour report {start}", publisher="The Quay",
                       url=f"https://quay.example/{start}", language="en")
        found = [_expression(doc, w, day) for w, day in zip(words, told, strict=True)]
        day = told[-1] + 1
        articles.append(Article(doc, DocumentTime(day, day, day, "given", ("The page says so.",)), tuple(found)))
        events += [
            _event(random, start + n, doc, w, x) for n, (w, x) in enumerate(zip(words, found, strict=True))
        ]
    return Timeline("Harbour years", tuple(articles), _in_order(_strained(events, each)))


def _sentence(random: Random, number: int, day: int) -> str:
    """What one article says of one event."""
    who, did, what, where = (random.choice(words) for words in (WHO, DID, WHAT, WHERE))
    tail = " ".join("".join(random.choices(SYLLABLES, k=random.randint(1, 3))) for _ in range(12))
    return f"{who[0].upper()}{who[1:]} {did} {what} in {where} on {_written(day)}, {tail}, number {number}."


def _written(day: int) -> str:
    y, m, d = calendar.civil(day)
    return f"{d}.{m}.{y}"


def _expression(doc, sentence: str, day: int) -> Timex3:
    y, m, d = calendar.civil(day)
    words = _written(day)
    start = doc.text.index(sentence) + sentence.index(words)
    return Timex3(
        start, start + len(words), words, "DATE", f"{y:04}-{m:02}-{d:02}", f"{y:04}-{m:02}-{d:02}",
        interval=interval.day(day), trace=(f"“{words}”", "a whole date, as it is written"),
    )


def _event(random: Random, number: int, doc, sentence: str, timex: Timex3) -> Event:
    """One event; every thirtieth is undated, every twentieth of a month only, some are corrected."""
    title = sentence.split(", ")[0].rsplit(" on ", 1)[0]
    undated, wide = number % 30 == 29, number % 20 == 19
    day, told = timex.interval, timex.value
    assert day
    when = interval.containing(day.first, "month") if wide else day
    correction = Correction("date", None, told, "The log says so.", "Runa", "2024-01-01")
    return Event(
        f"{number:010d}".translate(str.maketrans("0123456789", "abcdefghij")), title,
        None if undated else told[:7] if wide else told, None if undated else when, "event",
        round(random.random(), 3), (cite(doc, sentence, timex),), bounds=day if undated else None,
        participants=tuple(w for w in WHO if w in sentence and w[0].isupper()),
        places=tuple(w for w in WHERE if w in sentence), tags=("harbour", random.choice(DID)),
        corrections=(correction,) if number % 97 == 5 else (), aliases=(f"old{number}",) if number % 211 == 3 else (),
    )


def _strained(events: list[Event], each: int) -> list[Event]:
    """The same, some of them with what is hard to set."""
    hard = list(events)
    for n, title in enumerate(TITLES):
        hard[n] = replace(hard[n], title=title)
    for n, (y, m, d) in enumerate(FAR, len(TITLES)):
        day = interval.day(calendar.ordinal(y, m, d))
        hard[n] = replace(hard[n], interval=day, edtf=f"{y:05}-{m:02}-{d:02}" if y < 10_000 else None, bounds=None)
    crowd = [c for e in events[:CROWD * each:each] for c in e.citations]
    hard[10] = replace(hard[10], citations=tuple(crowd), origins=len(crowd), importance=1.0)
    return hard


def _in_order(events: list[Event]) -> tuple[Event, ...]:
    def order(e: Event):
        when: Interval | None = e.interval or e.bounds
        return e.interval is None, when.first if when else 0, when.past if when else 0, e.id

    return tuple(sorted(events, key=order))

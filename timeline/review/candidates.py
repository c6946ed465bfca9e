"""Dates that may be meant, the likeliest first: what the program weighed, what is told nearby, and their neighbours."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..algebra import calendar, edtf
from ..algebra.interval import Interval
from ..algebra.interval import day as one_day
from ..model import Article, Event, Span, Timex3
from .items import Candidate

#: As many as there are number keys.
MOST = 9
#: A window of publication of at most so many days is offered day by day.
_NARROW = 5
#: A text that names its day is published so many days after it at most, as a rule.
_FRESH = 2

_DURATION = re.compile(r"P(\d+)([DWMY])")
_WOULD_BE = re.compile(r"this would be (\S+)$")

_Told = tuple[str, str]  # a date in EDTF, and why it may be meant


def of_expression(x: Timex3, article: Article) -> tuple[Candidate, ...]:
    """What an expression may mean."""
    now = [Candidate(x.edtf, x.trace[1:], now=True)] if x.edtf else []
    return _first([*now, *(Candidate(value, (why,)) for value, why in _readings(x, article))])


def of_words(article: Article, span: Span) -> tuple[Candidate, ...]:
    """What words may mean that were not read as a date: what is told around them."""
    return _first(Candidate(value, (why,)) for value, why in _nearby(article, *span))


def of_publication(article: Article, beside: Iterable[Article]) -> tuple[Candidate, ...]:
    """When an article may have been published. beside: others that tell the same events."""
    time = article.time
    told: list[Candidate] = []
    if time.best is not None:
        told.append(Candidate(_day(time.best), time.evidence, now=True))
    told += [Candidate(_day(d), ("fits the words as well",)) for d in time.alternatives]
    told += [Candidate(_day(d), (words,)) for d, words in time.against if d is not None]
    window = _window(article)
    if window:
        told += [Candidate(_day(d), ("within what the words allow",)) for d in window]
    nearby = list(_published_nearby(article, beside))
    allowed = [c for c in nearby if _may_be(article, c.value)]
    others = [Candidate(c.value, (*c.why, "outside of what the words allow")) for c in nearby if c not in allowed]
    return _first([*told, *allowed, *others])


def of_entry(event: Event, articles: Iterable[Article]) -> tuple[Candidate, ...]:
    """When an event may have been: as its sources say, and what its articles tell else."""
    now = [Candidate(event.edtf, (event.date_rule,) if event.date_rule else (), now=True)] if event.edtf else []
    own = [
        Candidate(c.timex.edtf, (f"{c.article}: “{c.timex.text}”", *c.timex.trace[1:]))
        for c in event.citations if c.timex and c.timex.edtf
    ]  # fmt: skip
    texts = {a.document.id: a for a in articles}
    near = [
        Candidate(value, (why,))
        for c in event.citations if c.article in texts
        for value, why in _nearby(texts[c.article], c.start, c.end)
    ]  # fmt: skip
    steps = [Candidate(v, (why,)) for v, why in _neighbours(event.interval)]
    return _first([*now, *own, *near, *steps])


# ---------------------------------------------------------------- an expression
def _readings(x: Timex3, article: Article) -> Iterator[_Told]:
    yield from x.alternatives
    if x.doubt and (other := _WOULD_BE.search(x.doubt)):
        yield other[1], "on another day of publication"
    yield from _lengths(x, article)
    if x.interval is not None and x.interval.grain == "year":
        yield from _month_of_year(x.interval, article)
    nearby, steps = list(_nearby(article, x.start, x.end)), list(_neighbours(x.interval, "year" in x.implied))
    whole_days = x.interval is not None and x.interval.days == 1
    yield from (*nearby[:3], *steps, *nearby[3:]) if whole_days else (*nearby, *steps)


def _lengths(x: Timex3, article: Article) -> Iterator[_Told]:
    """A length of time, counted back from the day of publication: as a stretch, and its first end."""
    match, day = _DURATION.fullmatch(x.value), article.time.best
    if match is None or day is None:
        return
    number, unit = int(match[1]), match[2]
    start = _back(day, number, unit)
    if start is None:
        return
    cut = {"Y": 4, "M": 7}.get(unit, 10)
    if unit == "Y" and number == 1:
        cut = 7
    first, last = _day(start)[:cut], _day(day)[:cut]
    yield f"{first}/{last}", "the time that ends with the publication"
    yield first, "so long before the publication"


def _back(day: int, number: int, unit: str) -> int | None:
    if unit in "DW":
        return day - number * (7 if unit == "W" else 1)
    year, month, of_month = calendar.civil(day)
    months = year * 12 + month - 1 - number * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    if not -9999 <= year <= 9999:
        return None
    return calendar.ordinal(year, month + 1, min(of_month, calendar.month_length(year, month + 1)))


def _month_of_year(year: Interval, article: Article) -> Iterator[_Told]:
    """ "a year ago" is as often the month a year ago as the year before."""
    if article.time.best is not None:
        month = calendar.civil(article.time.best)[1]
        yield f"{_day(year.first)[:4]}-{month:02}", "in that year, the month of the publication"


def _nearby(article: Article, start: int, end: int) -> Iterator[_Told]:
    """Days that are told before and after some words, of publication, and most often; and the days before these."""
    days = [(t, t.interval.first) for t in article.timexes if t.interval is not None and t.interval.days == 1]
    others = [(t, d) for t, d in days if t.end <= start or t.start >= end]
    before = next(((t, d) for t, d in reversed(others) if t.end <= start), None)
    after = next(((t, d) for t, d in others if t.start >= end), None)
    told = [(d, f"as “{t.text}” beside it") for t, d in filter(None, (before, after))]
    if article.time.best is not None:
        told.append((article.time.best, "the day of publication"))
    often = Counter(d for _, d in others).most_common(1)
    if often:
        told.append((often[0][0], "the day that the article names most"))
    yield from ((_day(d), why) for d, why in told)
    yield from ((_day(d - 1), f"the day before: {why}") for d, why in told)
    if before is not None:
        yield _day(before[1] + 1), f"the day after “{before[0].text}”"


def _neighbours(span: Interval | None, years: bool = True) -> Iterator[_Told]:
    """The same a step earlier and later. years: the year is open, too."""
    if span is None:
        return
    if span.days == 1:
        steps = ((-1, "the day before"), (1, "the day after"), (-7, "a week earlier"), (7, "a week later"))
        yield from ((_day(span.first + n), why) for n, why in steps)
    year, month, day = calendar.civil(span.first)
    if not years:
        return
    if span.grain in ("day", "point", "part", "month"):
        for other, why in ((year - 1, "a year earlier"), (year + 1, "a year later")):
            if span.grain == "month":
                yield f"{other:04}-{month:02}", why
            elif calendar.is_date(other, month, day):
                yield _day(calendar.ordinal(other, month, day)), why
    elif span.grain == "year":
        yield from ((f"{year + n:04}", why) for n, why in ((-1, "the year before"), (1, "the year after")))


# ---------------------------------------------------------------- a publication
def _window(article: Article) -> range:
    first, last = article.time.earliest, article.time.latest
    if first is None or last is None or last - first >= _NARROW:
        return range(0)
    return range(first, last + 1)


def _published_nearby(article: Article, beside: Iterable[Article]) -> Iterator[Candidate]:
    """Full dates that the text names, the last of them first, and the days of articles that tell the same."""
    named = sorted({
        x.interval.first for x in article.timexes
        if x.interval and x.interval.days == 1 and not x.implied and x.interval.first <= (article.time.latest or 10**7)
    }, reverse=True)  # fmt: skip
    for day in named[:1]:
        why = "the last day that the text names in full"
        yield Candidate(_day(day), (why,))
        yield from (Candidate(_day(day + n), (f"{n} day{'s' * (n > 1)} after it",)) for n in range(1, _FRESH))
    sisters = [(a, a.time.best) for a in beside if a.time.basis == "given"]
    for sister, told in sisters:
        if told is not None:
            name = sister.document.meta.publisher or sister.document.meta.title or sister.document.id
            yield Candidate(_day(told), (f"when {name} told the same",))
    for step, why in ((1, "the day after"), (-1, "the day before")):
        for sister, told in sisters:
            if told is not None:
                name = sister.document.meta.publisher or sister.document.id
                yield Candidate(_day(told + step), (f"{why} {name}",))


def _may_be(article: Article, value: str) -> bool:
    span, time = edtf.interval_of(value), article.time
    if span is None:
        return False
    early = time.earliest is not None and span.last < time.earliest
    return not early and (time.latest is None or span.first <= time.latest)


# ---------------------------------------------------------------- all
def _first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each stretch of days once, as many as there are keys; what is no date is left out."""
    found: dict[tuple[int, int], Candidate] = {}
    for c in candidates:
        span = edtf.interval_of(c.value)
        if span is not None:
            found.setdefault((span.first, span.past), c)
    return tuple(found.values())[:MOST]


def _day(number: int) -> str:
    return edtf.edtf_of(one_day(number))

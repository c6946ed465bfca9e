"""Pairs of mentions worth comparing once dates are known, and what the dates say about them."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from ...algebra.calendar import civil, weekday
from ...algebra.edtf import edtf_of
from ...algebra.interval import Interval
from ...frozen import Frozen
from ...model import Analysis, DocumentTime, EventMention, Link, Timex3
from ..dating.compatibility import CONFLICT
from ..dating.news import FRESH, is_news, leads, news_time
from ..dating.stretches import whole
from .collection import ONE_STORY, Collection
from .likeness import ABOUT, SAME_KIND, Likeness

#: What the dates add to the log odds of a pair, by how they lie to each other.
SAME_DAY, SAME_UNIT, SAME_YEAR = 2.5, 2.8, 2.0
SAME_ARTICLE, WITHIN_ARTICLE = 1.3, -1.0  # one report seldom tells one event twice, and often several of a day
WITHIN, WITHIN_A_YEAR, OVERLAP, NEXT_DAY = 1.6, 0.2, -0.8, -1.2
SAME_GAPS, UNKNOWN, AGREEING_PART = 2.0, -0.4, 1.0  # dates with gaps: equal ones, others, and for each part that agrees
IN_THE_NEWS, NEWS_WITHIN = 1.5, 1.0  # told as news of the same days; less, where the other gives month or year
LOOKING_BACK, LONG_AGO = -0.2, -4.0  # told without a date as what was before the news: this year, and long before
UNTOLD = -2.0  # one day is known, of the other nothing: joined, the one would date the other
SOLE = 1.2  # both articles tell one thing alone of that time; less, the more they tell of it
_TWO_YEARS = 731  # days between the beginnings of years that a source may confuse
_YEAR, _AHEAD = 366, 31  # days; a plan that is told without any is of those after it
_WEEK = 7  # days within which an event must be known for undated news to be told of it
_A_YEAR = 366
_SHORT = 40  # days up to which a shared unit is a coincidence worth something
_MOST_IN_BUCKET = 30


_TIME = re.compile(r"T(\d{2}|[A-Z]{2})")
_PARTS_OF_DAY = {"MO": (4, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 23), "NI": (19, 24), "DT": (6, 19)}
_GAPS = re.compile(r"[\dX]{4}-(?:WXX-(?P<weekday>\d)|(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)")


class Placed(Frozen):
    """A mention with the time that its expression gives. value: TIMEX3, None without a specific date. news: it has no
    expression, and stands in the days before its article was published.
    """

    mention: EventMention
    interval: Interval | None
    value: str | None
    news: bool = False


def placed(
    analyses: Sequence[Analysis], timexes: Sequence[Sequence[Timex3]], times: Sequence[DocumentTime]
) -> dict[str, Placed]:
    """All mentions by id, with their times."""
    out = {}
    for analysis, values, written in zip(analyses, timexes, times, strict=True):
        by_expression = whole(analysis, values)
        fresh = news_time(written)
        for mention in analysis.mentions:
            timex = by_expression.get(mention.expression) if mention.expression is not None else None
            if is_news(mention):
                out[mention.id] = Placed(mention, fresh, "news", True)
            elif timex is not None and timex.type in ("DATE", "TIME") and any(c.isdigit() for c in timex.value):
                out[mention.id] = Placed(mention, timex.interval, timex.value)
            else:
                out[mention.id] = Placed(mention, timex.interval if timex else None, None)
    return out


def dated_pairs(
    dated: Mapping[str, Placed], links: Sequence[Link], collection: Collection
) -> dict[tuple[str, str], float]:
    """Log odds of the pairs of dated mentions that were linked, or that share a time in one article or in kin."""
    pairs = {(link.a, link.b) for link in links if link.a in dated and link.b in dated}
    pairs.update(_sharing_a_time(dated, collection))
    pairs.update(_within_a_time(dated, collection))
    pairs.update(_news_and_kin(dated, collection))
    told = Counter((m.mention.article, _key(m)) for m in dated.values() if not m.news)
    out = {}
    for a, b in sorted(pairs):
        add = time_odds(dated[a], dated[b], collection.once(a, b))
        if add is None or _numbered_apart(dated[a].mention, dated[b].mention):
            continue
        if (dated[a].interval is None) != (dated[b].interval is None) and not _one_story(a, b, collection):
            continue
        likeness = collection.compare(a, b)
        if add == WITHIN and not likeness.trigger and not likeness.words:
            continue  # what befell one person in a month is not what befell him on a day of it
        if add != NEXT_DAY or likeness.trigger >= SAME_KIND:
            sole = 0.0 if likeness.unlike else _sole(dated[a], dated[b], told)
            out[a, b] = likeness.logit + add + sole
    return out


def _sole(a: Placed, b: Placed, told: Mapping[tuple[str, str], int]) -> float:
    """Where two articles give one time, and each tells little else of it, that is likely to be the same."""
    if a.news or b.news or a.mention.article == b.mention.article or _key(a) != _key(b):
        return 0.0
    if a.interval is None or a.interval.days > _SHORT:
        return 0.0
    return SOLE / math.sqrt(told[a.mention.article, _key(a)] * told[b.mention.article, _key(b)])


def _sharing_a_time(dated: Mapping[str, Placed], collection: Collection) -> Iterator[tuple[str, str]]:
    """Pairs of one time in the same article or in two articles of one story."""
    buckets: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for i in sorted(dated):
        buckets[dated[i].mention.article, _key(dated[i])].append(i)
    for (article, time), members in buckets.items():
        yield from combinations(members[:_MOST_IN_BUCKET], 2)
        for other in collection.kin[article]:
            if other > article and (other, time) in buckets:
                for a, b in product(members[:_MOST_IN_BUCKET], buckets[other, time][:_MOST_IN_BUCKET]):
                    yield (a, b) if a < b else (b, a)


def _within_a_time(dated: Mapping[str, Placed], collection: Collection) -> Iterator[tuple[str, str]]:
    """Pairs of one kind of event in two articles of one story: one has a day or month, the other its month or year."""
    short: defaultdict[tuple[str, str], list[tuple[Interval, str]]] = defaultdict(list)
    long: list[tuple[str, str, str, Interval]] = []
    for i in sorted(dated):
        item, profile = dated[i], collection.profiles[i]
        if item.interval is None or item.news or not profile.group:
            continue
        article, kind = item.mention.article, item.mention.event_class
        if item.interval.days == 1:
            short[article, profile.group].append((item.interval, i))
        elif item.interval.days <= _SHORT:
            long.append((i, article, profile.group, item.interval))
        if item.interval.days <= _SHORT:
            short[article, kind].append((item.interval, i))
        elif item.interval.days <= _A_YEAR:
            long.append((i, article, kind, item.interval))
    for i, article, kind, span in long:
        for other in collection.kin[article]:
            inside = (j for time, j in short.get((other, kind), ()) if span.holds(time))
            yield from ((i, j) if i < j else (j, i) for j in inside)


def _key(item: Placed) -> str:
    return f"{item.interval.first}/{item.interval.past}" if item.interval else item.value or ""


def _numbered_apart(a: EventMention, b: EventMention) -> bool:
    """The first and the second of several."""
    return a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal


class Undated(Frozen):
    """Of an undated mention and a dated one: log odds, dates apart; and whether the first can look back at the second,
    which is older than the news of its article.
    """

    odds: float
    back: bool


def undated_pairs(
    mentions: Mapping[str, Placed], dated: Mapping[str, Placed], links: Sequence[Link], collection: Collection
) -> dict[tuple[str, str], Undated]:
    """What is known of an undated mention (first) and a dated one (second) that are linked.

    What is told with vague words about time ("recently") is of another time.
    """
    ends = ((a, b) for link in links for a, b in ((link.a, link.b), (link.b, link.a)))
    pairs = {(a, b) for a, b in ends if b in dated and a in mentions and a not in dated}
    told = {(a, b): collection.compare(a, b) for a, b in sorted(pairs) if mentions[a].mention.relation != "vague"}
    return {
        (a, b): Undated(likeness.logit, _looks_back(mentions[a].mention, mentions[b].mention, likeness))
        for (a, b), likeness in told.items()
        if _may_tell(mentions[a].mention, mentions[b].mention, likeness) and _one_story(a, b, collection)
    }


def _one_story(a: str, b: str, collection: Collection) -> bool:
    """Are two articles of one story? Where one has no date to tell two of a kind apart, this alone does."""
    one, other = (collection.profiles[i].mention.article for i in (a, b))
    return collection.near(one, other) >= ONE_STORY


def _may_tell(a: EventMention, b: EventMention, likeness: Likeness) -> bool:
    """Can the undated a be b at all? What "also" happened beside b is another event, and what somebody "also" said is
    another statement, in whatever article; what one article tells beside an event in other words is something else.
    """
    if a.article != b.article:
        return not (a.further and a.kind == "statement")
    return likeness.trigger >= SAME_KIND and not a.further


def _looks_back(a: EventMention, b: EventMention, likeness: Likeness) -> bool:
    """Can the undated a tell b over again, as what was before the news: one kind of event, nobody else in it?"""
    denied = (a.factuality == "denied") != (b.factuality == "denied")
    other = likeness.others or likeness.nobody or likeness.said or denied
    return likeness.trigger >= ABOUT and not other and not leads(a)


def _news_and_kin(dated: Mapping[str, Placed], collection: Collection) -> Iterator[tuple[str, str]]:
    """What an article opens with, each with all that the articles of its story date or open with."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    for i in sorted(dated):
        own[dated[i].mention.article].append(i)
    for i in sorted(dated):
        if dated[i].news:
            for article in collection.kin[dated[i].mention.article]:
                yield from ((i, j) if i < j else (j, i) for j in own.get(article, ()))


def time_odds(a: Placed, b: Placed, once: bool) -> float | None:
    """What two times add to the log odds; None where they exclude each other.

    once: both tell of what happens to somebody but once (a birth), so that one of two dates will be wrong.
    """
    x, y = a.interval, b.interval
    if (a.news or b.news) and a.mention.article == b.mention.article:
        return SAME_ARTICLE if x and y and x.meets(y) and min(x.days, y.days) <= _WEEK else None
    if a.news or b.news:
        if x is None or y is None:
            return UNTOLD if x or y else IN_THE_NEWS if a.news and b.news else 0.0
        if x.meets(y) and max(x.days, y.days) <= _WEEK:
            return IN_THE_NEWS
        return _within(x, y) - NEWS_WITHIN if x.holds(y) or y.holds(x) else None
    if x is None or y is None:
        return _unplaced_odds(a, b)
    if a.mention.article == b.mention.article:
        same = (x.first, x.past) == (y.first, y.past) and _hours_meet(a.value, b.value)
        return SAME_ARTICLE if same else WITHIN_ARTICLE if x.meets(y) else None
    if (x.first, x.past) == (y.first, y.past):
        if not _hours_meet(a.value, b.value):
            return None
        return SAME_DAY if x.days <= 2 else SAME_UNIT if x.days <= _SHORT else SAME_YEAR
    if x.holds(y) or y.holds(x):
        return _within(x, y)
    if x.meets(y):
        return OVERLAP
    apart = abs(x.first - y.first)
    if x.days == y.days == 1 and apart == 1:
        return NEXT_DAY
    near = _WEEK if x.days == y.days == 1 else _TWO_YEARS if x.grain == y.grain == "year" else 0
    return CONFLICT if once and apart <= near else None


def _within(x: Interval, y: Interval) -> float:
    return WITHIN if max(x.days, y.days) <= _SHORT else WITHIN_A_YEAR


def _hours_meet(a: str | None, b: str | None) -> bool:
    """Can two times of a day be one? "in the morning" and "in the evening" cannot; a day without hours can."""
    one, other = _hours(a), _hours(b)
    return one is None or other is None or (one[0] < other[1] + 1 and other[0] < one[1] + 1)


def _hours(value: str | None) -> tuple[int, int] | None:
    """First and last hour of a TIMEX3 time; None where it names none."""
    told = _TIME.search(value or "")
    if told is None:
        return None
    return _PARTS_OF_DAY.get(told[1]) or ((int(told[1]), int(told[1])) if told[1].isdigit() else None)


def same_time(a: Placed, b: Placed) -> tuple[str, ...]:
    """How two times agree, in words; nothing where they do not."""
    x, y = a.interval, b.interval
    if a.news or b.news:
        return ("told as news of the same days",) if x and y and x.meets(y) else ()
    if x is None or y is None:
        return ("both give the same part of a date",) if a.value == b.value else ()
    if (x.first, x.past) == (y.first, y.past):
        return (f"both give {edtf_of(x)}",)
    return ("one date lies within the other",) if x.holds(y) or y.holds(x) else ()


def _unplaced_odds(a: Placed, b: Placed) -> float | None:
    """Where a date has a gap: do the parts agree that are known ("XXXX-WXX-2" is no Sunday), and how many?"""
    if a.value == b.value:
        return SAME_GAPS
    if a.mention.article == b.mention.article:
        return None
    x, y = _known_parts(a), _known_parts(b)
    shared = x.keys() & y.keys()
    if any(x[part] != y[part] for part in shared):
        return None
    return UNKNOWN + AGREEING_PART * len(shared)


def _known_parts(item: Placed) -> dict[str, int]:
    """Month, day and weekday, as far as they are told; none of a longer stretch."""
    if item.interval is not None:
        if item.interval.days > 1:
            return {}
        _, month, day = civil(item.interval.first)
        return {"month": month, "day": day, "weekday": weekday(item.interval.first)}
    told = _GAPS.match(item.value or "")
    return (
        {part: int(digits) for part, digits in told.groupdict().items() if digits and digits.isdigit()} if told else {}
    )


def news_odds(
    mention: EventMention, written: DocumentTime, when: Sequence[Interval], own: bool = False, back: bool = False
) -> float | None:
    """What an article's date says about an undated mention and an event of the times `when`; None: they are apart.

    What a report tells without a date is its news, of the days before it was written. What lies further back is dated,
    or told so generally that nobody can say which event is meant, unless it is so like one that it can look back at it.
    own: the event is one that the same article dates.
    """
    if not when:
        return 0.0
    odds = 0.0 if own or written.best is not None else UNTOLD
    if written.earliest is None or written.latest is None:
        return odds
    first, past = min(i.first for i in when), max(i.past for i in when)
    if mention.factuality == "planned":
        ahead = _YEAR if back or own else _AHEAD
        return odds if past > written.earliest and first <= written.latest + ahead else None
    if first > written.latest:
        return None
    if past > written.earliest - FRESH:
        return odds
    return odds + (LOOKING_BACK if own or written.earliest - past < _YEAR else LONG_AGO) if back else None

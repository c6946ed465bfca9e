"""What sister articles say: of the same events, and of the days of one story.

Two mentions that are linked tell one event: the day that one article gives it is its day in the other, and parts of a
date that one names the other means as well. Parts are taken over strong links alone; for days that are known, all good
links are weighed against one another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...algebra import calendar
from ...algebra.terms import Fields
from ...frozen import replace
from ...model import Analysis, DocumentTime, Link
from ..recognise import plain_fields
from ..resolve import Resolver
from ..wording import say_day
from ..zones import Zone, days_apart, zone_of_document
from .agreement import agreeing, counted_days, days_of_month
from .bylines import stated_day
from .clues import Told
from .figures import same_figures
from .kinds import same_kind
from .offers import Node, Offer, Tie, favoured
from .openings import SAME_NEWS_ODDS, are_turns, opening, same_news
from .tallies import risen
from .ties import linked, neighbours_of, together

_SAME_NEWS = "opens with the same news,"

Settled = Mapping[int, DocumentTime]  # by number of the article


class Sisters:
    """The articles and what joins them. What they say depends on which of them are settled; it is not kept here."""

    def __init__(self, analyses: Sequence[Analysis], links: Sequence[Link]) -> None:
        """Look up who is tied to whom."""
        self._analyses = analyses
        self._neighbours = neighbours_of(analyses, links)
        by_figure = same_figures(analyses, self._neighbours)
        self._openings = {n: opening(a) for n, a in enumerate(analyses) if self._neighbours.get(n)}
        by_kind = same_kind(analyses, self._openings, self._neighbours)
        by_count = risen(analyses, self._neighbours)
        self._ties = together(linked(analyses, links), by_figure, by_kind, by_count)
        self._news = same_news(self._openings, self._neighbours, analyses, links)
        self._nodes: defaultdict[int, list[int]] = defaultdict(list)
        for n, x in sorted({*self._ties, *((n, o.first) for n, o in self._openings.items() if o.first is not None)}):
            self._nodes[n].append(x)
        self._zones: dict[int, Zone | None] = {}
        self._resolvers: dict[tuple[int, DocumentTime], Resolver] = {}

    def beside(self, n: int) -> set[int]:
        """The articles that can learn from one once it is settled."""
        tied = {tie.other[0] for x in self._nodes[n] for tie in self._ties.get((n, x), ())}
        tied.update(self._news.get(n, ()))
        return tied | {k for k in self._neighbours.get(n, ()) if days_of_month(self._analyses[k])}

    def told(self, n: int, settled: Settled, shared: bool) -> dict[int, Told]:
        """What is told of an article's expressions elsewhere. shared: parts that unsettled sisters name count, too."""
        out = self._agreeing(n, settled)
        for x in self._nodes[n]:
            if stated_day(self._fields(n, x)) is not None:
                continue  # a whole date: nobody can tell more of it
            told = self._known(n, x, settled) or (self._shared(n, x, settled) if shared else None)
            if told is not None:
                out[x] = told
        return out | _set_by_people(self._analyses[n])

    def policy(self, leans_on: Sequence[int], settled: Settled) -> DocumentTime | None:
        """The first of some sisters, by their numbers, who took her year by policy."""
        times = (settled.get(k) for k in leans_on)
        return next((t for t in times if t is not None and t.year_policy is not None), None)

    # ------------------------------------------------------------ one event told twice
    def _known(self, n: int, x: int, settled: Settled) -> Told | None:
        """The day that settled sisters give; None where the links favour none, or the article's own words fit none.

        All that is named by the same bare weekday is one day, so its links are weighed together.
        """
        own = self._fields(n, x)
        offers = [o for k in self._alike(n, x) for o in self._offers((n, k), own, settled)]
        best = favoured(offers, unanimous=own is None)
        if best is None:
            return None
        sisters = {o.tie.other[0] for o in offers if o.day + o.shift == best.day + best.shift}
        fresh = any(self._is_fresh(k, best.day, settled) for k in sisters)
        zone = self._apart(best) if best.shift else ""
        told = self._day(best.tie.other, settled) if best.tie.later else best.day
        source = f"{self._quoted(best.tie.other, best.tie.says)}, {say_day(told or best.day)}{zone}"
        day = best.day + best.shift
        return Told(
            own or Fields(), day, source, best.tie.pair, best.tie.happened, len(sisters), fresh, best.tie.other[0]
        )

    def _apart(self, offer: Offer) -> str:
        """Why two articles tell one event by two days."""
        zones = [self._zone(n) for n in (offer.own[0], offer.tie.other[0])]
        known = [z.name for z in zones if z is not None]
        return (
            f", a day apart by local time: {' and '.join(known)}" if len(known) > 1 else ", a day apart by local time"
        )

    def _is_fresh(self, k: int, day: int, settled: Settled) -> bool:
        """Was a sister written on a day that she tells of, or on the next?"""
        time = settled.get(k)
        return time is not None and time.best is not None and time.best <= day + 1

    def _alike(self, n: int, x: int) -> list[int]:
        """The expressions of an article that name the same bare weekday and are tied, or are not told as to come."""
        expressions = self._analyses[n].expressions
        own = plain_fields(expressions[x].term)
        if own is None or own != Fields(weekday=own.weekday) or expressions[x].direction > 0:
            return [x]
        return [k for k in self._nodes[n] if plain_fields(expressions[k].term) == own and expressions[k].direction <= 0]

    def _told_with(self, node: Node) -> Iterator[Tie]:
        """What a node is tied to: by links, and as the day of the news that a sister opens with, too."""
        n, x = node
        yield from (tie for tie in self._ties.get(node, ()) if not self._are_turns(node, tie.other))
        for k in self._news.get(n, ()) if n in self._openings and self._openings[n].first == x else ():
            yield from (Tie((k, y), None, True, SAME_NEWS_ODDS, False, _SAME_NEWS) for y in self._openings[k].told)

    def _are_turns(self, one: Node, other: Node) -> bool:
        """Are both words of openings that tell two times of the same?"""
        a, b = self._openings.get(one[0]), self._openings.get(other[0])
        return a is not None and b is not None and one[1] in a.told and other[1] in b.told and are_turns(a, b)

    def _fields(self, n: int, x: int) -> Fields | None:
        return plain_fields(self._analyses[n].expressions[x].term)

    def _offers(self, node: Node, own: Fields | None, settled: Settled) -> Iterator[Offer]:
        for tie in self._told_with(node):
            day = self._day(tie.other, settled) if tie.strong or own is not None else None
            if day is None or (tie.happened and _is_to_come(day, settled.get(tie.other[0]))):
                continue
            if tie.later:
                day = _next(own, day)
            shift = self._zone_shift(own, day, node, tie)
            if shift is not None:
                yield Offer(day, shift, tie, node)

    def _zone_shift(self, own: Fields | None, day: int, node: Node, tie: Tie) -> int | None:
        """By how many days the words differ from a sister's day: by one at most, and only for their zones."""
        if own is None or _fits(own, day):
            return 0
        local = any(self._analyses[n].expressions[x].local for n, x in (node, tie.other))
        apart = days_apart(self._zone(node[0]), self._zone(tie.other[0]), day) if local or tie.strong else ()
        return next((s for s in apart or ((1, -1) if local else ()) if _fits(own, day + s)), None)

    def _zone(self, n: int) -> Zone | None:
        if n not in self._zones:
            self._zones[n] = zone_of_document(self._analyses[n].document)
        return self._zones[n]

    def _shared(self, n: int, x: int, settled: Settled) -> Told | None:
        """The parts that all sisters name together: "Sunday" here and "the 10th" there."""
        own = self._fields(n, x)
        merged, source = own, None
        for tie in (t for t in self._ties.get((n, x), ()) if t.strong):
            if self._day(tie.other, settled) is not None:  # known, and contradicted: of no use in parts either
                continue
            other = self._fields(*tie.other)
            if other is None or not (other.day or other.weekday):
                continue  # "the 1940s" is no part of a day
            joined = _joined(merged, other) if merged else None
            if joined is None:
                return None
            if joined != merged:
                merged, source = joined, tie
        if merged is None or source is None:
            return None
        words = self._quoted(source.other, "tells the same event with")
        return Told(merged, None, words, source.pair, source.happened, sister=source.other[0])

    # ------------------------------------------------------------ one story
    def _agreeing(self, n: int, settled: Settled) -> dict[int, Told]:
        """Days of the month that settled articles of the story name as well; none where two of them differ."""
        own = days_of_month(self._analyses[n])
        counted = counted_days(self._analyses[n], own)
        found: dict[int, Told] = {}
        for k in sorted(self._neighbours.get(n, ())) if own else ():
            expressions = range(len(self._analyses[k].expressions) if k in settled else 0)
            days = {d: x for x in expressions if (d := self._day((k, x), settled)) is not None}
            for x, day in agreeing(own, days, counted).items():
                if x in found and found[x].day != day:
                    return {}
                found[x] = Told(own[x], day, f"{self._quoted((k, days[day]), 'names')}, {say_day(day)}", sister=k)
        return found

    # ------------------------------------------------------------ days and words
    def _day(self, node: Node, settled: Settled) -> int | None:
        """The day of a sister's expression: where it is told whole, all her window gives it, or a person has set it."""
        n, x = node
        time = settled.get(n)
        stated = stated_day(self._fields(n, x)) if self._analyses[n].expressions[x].set_by is None else None
        if stated is not None:
            return stated
        if self._analyses[n].expressions[x].set_by is None and (time is None or time.best is None):
            return None
        time = time or DocumentTime()
        resolver = self._resolvers.setdefault((n, time), Resolver(self._analyses[n], time, trace=False))
        days = {
            span.first if (span := resolver.at(x, day).interval) is not None and span.days == 1 else None
            for day in (time.best, time.earliest, time.latest)
        }
        return days.pop() if len(days) == 1 else None

    def _quoted(self, node: Node, says: str) -> str:
        analysis = self._analyses[node[0]]
        return f"{analysis.document.meta.title or analysis.document.id} {says} “{analysis.expressions[node[1]].text}”"


# ---------------------------------------------------------------- parts of dates
def _next(own: Fields | None, day: int) -> int:
    """The first such weekday after a day; the same day where no bare weekday is told, which then decides nothing."""
    if own is None or own != Fields(weekday=own.weekday):
        return day
    return day + ((own.weekday or 0) - calendar.weekday(day) - 1) % 7 + 1


def _set_by_people(analysis: Analysis) -> dict[int, Told]:
    """Days that people have set for expressions."""
    out = {}
    for x, expression in enumerate(analysis.expressions):
        if expression.set_by is None:
            continue
        span = Resolver(analysis, DocumentTime(), trace=False).at(x, None).interval
        if span is not None and span.days == 1:
            own = plain_fields(expression.term) or Fields()
            out[x] = Told(own, span.first, f"{say_day(span.first)}, set by a person")
    return out


def _is_to_come(day: int, time: DocumentTime | None) -> bool:
    """Does a day lie after the writing of the article that names it? What has happened cannot have been then."""
    return time is not None and time.latest is not None and day > time.latest


def _fits(own: Fields, day: int) -> bool:
    """Can the words mean the day?"""
    year, month, day_of_month = calendar.civil(day)
    return (
        own.year in (None, year)
        and own.month in (None, month)
        and own.day in (None, day_of_month)
        and own.weekday in (None, calendar.weekday(day))
    )


def _joined(a: Fields, b: Fields) -> Fields | None:
    """The parts that two expressions name together; None where they contradict each other."""
    parts = {}
    for name in Fields.__struct_fields__:
        x, y = getattr(a, name), getattr(b, name)
        if x and y and x != y:
            return None
        parts[name] = x or y
    return replace(a, **parts)

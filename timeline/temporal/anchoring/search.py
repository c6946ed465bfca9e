"""When was an article written? A search over the days that its evidence leaves.

A best day is a claim. It is made only where the year is pinned (a weekday with a month and day, a known day, or bounds
that leave one year) and the article's own words hold for a few days only: a bare weekday for a week, "the 10th" for a
month, "yesterday" for a day. Otherwise what is left is a window, or nothing.
"""

from collections.abc import Sequence

from ...algebra import calendar
from ...frozen import Frozen
from . import reasons
from .clues import Evidence, Mark, Pointer
from .evidence import NEAR
from .frame import Frame, frames, pins

#: A bare past weekday is said up to six days later; on the seventh it would mean another day.
_WEEKDAY_HOLDS = 6
#: The latest past event is close to publication: days are tried up to so many after it (or before what is to come).
_CLOSE = 13
#: Where "the 24th" is told without its month, there are so many more until it comes round.
_MONTH = 31
#: Between a past day and one to come, both told by their dates, so few days are a window that is narrow by itself;
#: between the news that opens the article and one to come, as many as are tried.
_NARROW = 8
#: Bare weekdays are for the last days. One that came before a day told by its date weighs like a week more; a report
#: begins with the latest event, and one that does not weighs a little more. Nearly equal readings are no answer.
_OUT_OF_ORDER, _NOT_LATEST_FIRST, _NEARLY = 7, 2, 1
#: What the news that opens an article weighs more where it came before a day that a sister article knows.
_NEWS_BEFORE = 3
#: Less where the text names it first: "on Sunday they met; on Monday, 8 May, they parted" goes on from day to day.
_NAMED_FIRST = 5
_ALTERNATIVES = 3


class Solution(Frozen):
    """The days that are left, the best of them where the evidence favours one, and why, in words.

    pairs: the links it rests on; sisters: the articles, by their numbers. known: it rests on a day that is known from
    elsewhere.
    """

    earliest: int | None
    latest: int | None
    best: int | None = None
    alternatives: tuple[int, ...] = ()
    year_policy: str | None = None
    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    sisters: tuple[int, ...] = ()
    known: bool = False


class _Days(Frozen):
    """The days that are left in one year, with the words that narrow them; no best day where they are too many."""

    earliest: int | None
    latest: int
    best: int | None = None
    words: tuple[str, ...] = ()


def search(evidence: Evidence) -> Solution:
    """The day of writing, or what is left of it."""
    found = frames(evidence)
    pinning = pins(evidence)
    if not (_are_borne_out(evidence, pinning, found) if pinning else evidence.floor is not None and len(found) == 1):
        found = ()
    days = [_days(evidence, frame) for frame in found] or [_without_year(evidence)]
    chosen = days[0]
    if chosen.best is None and len(found) > 1:  # the latest year that fits is a claim, too
        chosen = _Days(evidence.floor, evidence.ceiling)
    clues: tuple[Mark | Pointer, ...] = (*evidence.marks, *evidence.pointers)
    told = [clue.told for clue in clues if clue.told is not None]
    alternatives = tuple(d.best for d in days[1 : _ALTERNATIVES + 1] if d.best is not None and chosen.best is not None)
    return Solution(
        chosen.earliest,
        chosen.latest,
        chosen.best,
        alternatives,
        reasons.year_policy(pinning, found) if len(found) > 1 else None,
        (*reasons.of_year(evidence, pinning, found), *chosen.words),
        tuple(sorted({t.pair for t in told if t.pair is not None})),
        tuple(sorted({t.sister for t in told if t.sister is not None})),
        any(t.day is not None for t in told),
    )


def _are_borne_out(evidence: Evidence, pinning: Sequence[Mark], found: Sequence[Frame]) -> bool:
    """Do the marks tell the year? A weekday here and a date there, joined by one link alone, may be of two events.

    That they fit at all is one chance in seven a year, so they count where a second pair agrees, or close to the last
    possible day.
    """
    if any(m.day is not None or not _is_borrowed(m) for m in pinning):
        return True
    if len({(m.fields.month, m.fields.day) for m in pinning}) > 1:
        return True
    return any(evidence.ceiling - found[0].days[m.expression] <= NEAR for m in pinning if found)


def _is_borrowed(mark: Mark) -> bool:
    """Does the mark have its weekday or its date from a sister article?"""
    return mark.told is not None and mark.told.sister is not None and mark.fields != mark.own


# ---------------------------------------------------------------- the days of one year
def _without_year(evidence: Evidence) -> _Days:
    """Where no year is pinned, "yesterday" can still stand beside a whole date, or tell a known event."""
    exact = _exact(evidence, None)
    return exact or _Days(evidence.floor, evidence.ceiling)


def _days(evidence: Evidence, frame: Frame) -> _Days:
    """The window in one year, and its best day where the words are narrow enough."""
    exact = _exact(evidence, frame)
    if exact is not None:
        return exact
    earliest = max((d for d in (frame.past, evidence.floor) if d is not None), default=None)
    latest = evidence.ceiling if frame.ahead is None else min(evidence.ceiling, frame.ahead - 1)
    loose = [m for m in evidence.marks if m.direction < 0 and m.expression not in frame.days and not m.own.month]
    if frame.past is not None and not loose and _is_news(evidence, frame):
        latest = min(latest, frame.past + _CLOSE)
    known = [(m, day) for m in evidence.marks if (day := frame.days.get(m.expression)) and not m.own.month]
    said = [_said(m, day) for m, day in known]
    tried = [d for d in _tried(earliest, latest, frame, loose) if all(first <= d <= last for first, last in said)]
    tried = [d for d in tried if all(d <= _lasts(m, _meant(m, d)) for m in loose)]
    held = any(_holds(m, frame) for m in evidence.marks)
    if not tried or not (held or _is_narrow(evidence, frame, loose)):
        return _Days(earliest, latest)
    costs = {d: _cost(d, loose, frame, evidence, held) for d in tried}
    best = min(tried, key=lambda d: (costs[d], d))
    meant = [(m, _meant(m, best)) for m in loose]
    if any(c <= costs[best] + _NEARLY and [(m, _meant(m, d)) for m in loose] != meant for d, c in costs.items()):
        return _Days(earliest, latest)
    first = max([d for _, d in meant] + [d for d, _ in said] + [d for d in (earliest,) if d is not None])
    last = min([_lasts(m, d) for m, d in meant] + [d for _, d in said] + [latest])
    told = [*meant, *((m, day) for m, day in known if m.direction < 0)]
    best = min(max(best, _beside_pointers(evidence, told, best)), last)
    return _Days(first, last, _favoured(evidence, frame, best, first, last), _words(meant, frame, first, last))


def _favoured(evidence: Evidence, frame: Frame, best: int, first: int, last: int) -> int | None:
    """The best day, where one is; None where a weekday leaves open what it is.

    policy "a report is of the day after" is for an article of which only sisters tell what the words mean.

    Most reports of an event are of its day or the next, but some come much later. So a day is claimed only where a
    sister was that quick, too, or the window is as narrow; and it is the one between.
    """
    if any(m.by_weekday and m.lasting and m.direction == 0 for m in evidence.marks):
        return None  # "crews worked through Tuesday": that may be a later one, or still to come
    leaning = [m.told for m in pins(evidence) if m.told is not None and m.told.day is not None]
    if len(leaning) < len(pins(evidence)) or not any(t.witnesses for t in leaning):
        return best
    if last - first > _WEEKDAY_HOLDS and not any(t.fresh for t in leaning):
        return None
    same = any(p.shift == 0 and p.ends for p in evidence.pointers)  # "closed until today": that is the news
    return min(best + 1, last) if best == frame.past and not same else best


def _words(meant: Sequence[tuple[Mark, int]], frame: Frame, first: int, last: int) -> tuple[str, ...]:
    return tuple(reasons.of_days(meant, frame, first, last))


def _tried(earliest: int | None, latest: int, frame: Frame, loose: Sequence[Mark]) -> range:
    close = _CLOSE if all(m.by_weekday for m in loose) else _CLOSE + _MONTH
    if frame.past is not None:
        return range(earliest or frame.past, min(latest, frame.past + close) + 1)
    if frame.ahead is not None:
        return range(max(earliest or 0, frame.ahead - 1 - close), latest + 1)
    return range(0)


def _is_narrow(evidence: Evidence, frame: Frame, loose: Sequence[Mark]) -> bool:
    """Do the text's own words hold for a few days near the days it names?

    They do not where only a sister article tells the year: what both tell may be long past.
    """
    if not any((m.told is None or m.told.day is None) and _is_near(m) for m in pins(evidence)):
        return False
    between = None if frame.past is None or frame.ahead is None else frame.ahead - frame.past
    if any(m.by_weekday for m in loose):
        return True
    if _is_news(evidence, frame):
        return True
    if between is None or any(p.is_apart for p in evidence.pointers):
        return False  # what is told as of today or yesterday is the news, and of another day than the one that is named
    news = any(m.opening and m.own.weekday and m.direction < 0 for m in _at(evidence, frame, frame.past))
    return between <= (_CLOSE if news else _NARROW)


def _is_near(mark: Mark) -> bool:
    """Is it of these days: not "he had been ill since Monday, 3 June", but "a ship has been stuck since then"?"""
    return not mark.lasting or (mark.direction < 0 and not mark.earlier and not mark.aside)


def _is_news(evidence: Evidence, frame: Frame) -> bool:
    """Is the latest day that it names, by weekday and date, that of its news: what it opens with, or of what is said?

    A scene of long ago may open an article just so; where the text counts years on from it, it is none.
    """
    first = min(m.expression for m in evidence.marks)
    latest = [m for m in _at(evidence, frame, frame.past) if m.own.weekday and m.own.month and m.direction < 0]
    told = [m for m in latest if not (m.earlier or m.lasting or m.aside)]
    news = any(m.telling or (m.opening and m.expression == first) for m in told)
    return news and not evidence.distant and not any(p.past for p in evidence.pointers)


def _at(evidence: Evidence, frame: Frame, day: int | None) -> list[Mark]:
    return [m for m in evidence.marks if frame.days.get(m.expression) == day]


# ---------------------------------------------------------------- what words mean, and how long they do
def _holds(mark: Mark, frame: Frame) -> bool:
    """Is it a day that is known, told as past in words that hold for a few days only?"""
    return mark.expression in frame.days and not mark.own.month and mark.direction < 0


def _said(mark: Mark, day: int) -> tuple[int, int]:
    """The first and last day on which the mark's own words can mean a day."""
    reach = _lasts(mark, day) - day
    return day - (reach if mark.direction >= 0 else 0), day + (reach if mark.direction <= 0 else 0)


def _lasts(mark: Mark, day: int) -> int:
    """The last day on which "Sunday", or "the 10th", still means a day."""
    return day + _WEEKDAY_HOLDS if mark.by_weekday else calendar.add_months(day, 1) - 1


def _meant(mark: Mark, day: int) -> int:
    """What "Sunday", or "the 10th", means when it is told as past on a day: the latest up to it."""
    if mark.own.day is None:
        return day - (calendar.weekday(day) - (mark.own.weekday or 0)) % 7
    for back in range(day, day - 800, -1):
        if calendar.civil(back)[2] == mark.own.day and mark.own.weekday in (None, calendar.weekday(back)):
            return back
    return day - 800


def _cost(day: int, loose: Sequence[Mark], frame: Frame, evidence: Evidence, held: bool) -> int:
    """How far all that is told as past lies from a day, and how far out of order.

    Where other bare weekdays are known to lie in the week of a day told by its date, one before it costs no more.
    """
    total = day - frame.past if frame.past is not None else (frame.ahead or day) - day
    latest = [m for m in _at(evidence, frame, frame.past) if m.direction < 0]
    for mark in loose:
        meant = _meant(mark, day)
        total += day - meant
        if frame.past is not None and not held:
            total += _out_of_order(mark, meant - frame.past, latest, day == frame.past)
    days = [_meant(m, day) for m in loose if m.by_weekday]
    if held:
        news = [m for m in loose if m.opening and not m.earlier]
        total += sum(_NEWS_BEFORE for m in news if _meant(m, day) < (frame.past or day))
    return total + (_NOT_LATEST_FIRST if days and days[0] < max(days) else 0)


def _out_of_order(mark: Mark, after: int, latest: Sequence[Mark], on_the_day: bool) -> int:
    """What a bare weekday costs that lies so many days after the latest day told by its date, or before it.

    What "had happened on Friday" lies before what happened; what is told before "he said on Tuesday, 11 June" came
    before he said so.
    """
    first = any(mark.expression < m.expression for m in latest)
    if mark.earlier:
        return 0
    if first and any(m.telling for m in latest):
        return _OUT_OF_ORDER if after > 0 else 0
    if after >= 0:
        return 0
    background = bool(latest) and all(m.earlier for m in latest)
    return _NAMED_FIRST if first and on_the_day and not background else _OUT_OF_ORDER


# ---------------------------------------------------------------- pointers
def _exact(evidence: Evidence, frame: Frame | None) -> _Days | None:
    """The day that "yesterday" and the like pin; none where they contradict each other or the bounds."""
    found = [(day - p.shift, p, day) for p in evidence.pointers if (day := _pointed(evidence, p, frame)) is not None]
    best = found[0][0] if found else None
    if best is None or any(day != best for day, _, _ in found):
        return None
    after = [d for d in (frame.past if frame else None, evidence.floor) if d is not None]
    if best > evidence.ceiling or any(best < d for d in after):
        return None
    return _Days(best, best, best, (reasons.of_pointer(found[0][1], found[0][2]),))


def _pointed(evidence: Evidence, pointer: Pointer, frame: Frame | None) -> int | None:
    """The day that a pointer names: known, written beside it, or the latest one, told in the same breath."""
    if pointer.day is not None or frame is None:
        return pointer.day
    if pointer.beside is not None:
        return frame.days.get(pointer.beside)
    if pointer.shift == -1 and frame.past is not None:
        latest = {m.expression for m in _at(evidence, frame, frame.past) if m.own.month and m.direction < 0}
        return frame.past if latest & pointer.near else None
    return None


def _beside_pointers(evidence: Evidence, meant: Sequence[tuple[Mark, int]], best: int) -> int:
    """What is told as "yesterday" or "today" is not what is told by its weekday: that came a day before, at least."""
    aside = any(p.is_apart for p in evidence.pointers)
    weekdays = [day for m, day in meant if m.by_weekday]
    return max(weekdays) + 1 if aside and weekdays else best

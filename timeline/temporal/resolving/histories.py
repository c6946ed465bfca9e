"""The policies of narratives: a history tells its year once, and goes on from it, back and ahead.

Each is a function, as those of news prose are in `policies`; `told(k)` is what the k-th expression came to.
"""

from collections.abc import Sequence
from functools import lru_cache

from ...algebra import calendar, timex3
from ...algebra.interval import Interval
from ...algebra.terms import Cycle, Modified, Occurrence, Offset, Prior, Stretch, Term
from ...kept import pattern
from ...language.grammars import primary
from ...language.tense import tense, told_as_earlier
from ...model import Document, TimeExpression
from ..bind import is_date
from ..recognise import lower_same_length, needs_direction, plain_fields
from .policies import Told

#: A span of more years than a decade carries no year: "the 20th century".
_LONGEST = 3700
#: A year so far back, from which the next stated year returns, is an aside.
_LOOK_BACK_YEARS = 1
#: So many expressions back the story is sought.
_REACH = 200
#: The next date with its year is sought among so many expressions, and no more than so many days ahead.
_AHEAD, _ON_THE_WAY = 4, 500
#: So many characters before may stand a verb that tells what was before.
_BESIDE = 120
#: Prepositions of what a story comes to, not of what lay before it.
_ONWARD, _SOON = frozenset({"by", "until"}), 250
_BLANKS = pattern(r"\s+")
#: The direction of what lay certainly before what the story is at.
BACK = -3


def carried(expressions: Sequence[TimeExpression], n: int, told: Told, passed_over: frozenset[int]) -> Interval | None:
    """policy "the text carries the year": in a history, the place in time that the text has reached."""
    for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
        other = expressions[k]
        if k in passed_over or other.type == "SET" or not is_date(other.term) or looks_back(other.term):
            continue
        found = told(k)
        if found is not None and found.days < _LONGEST:
            return _place_within(expressions, k, found, told, passed_over)
    return None


def told_first(expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "the first year that is told": before any is, "The truce of 3 May held. … By the end of 1921"."""
    for k in range(n + 1, min(len(expressions), n + 1 + _AHEAD)):
        f = plain_fields(expressions[k].term)
        if f is not None and f.year is not None:
            return told(k)
    return None


def told_next(expressions: Sequence[TimeExpression], n: int, prior: Interval) -> int | None:
    """policy "on the way to the next year that is told": the first day of the next date with its year, if that is near.

    "… in April 1915. On 19 December the beaches were cleared, and the cape on 8 January 1916." Where none is, "by
    January" is of the months that follow.
    """
    for x in expressions[n + 1 : n + 1 + _AHEAD]:
        f = plain_fields(x.term)
        if f is None or f.year is None or not (f.month or f.season) or x.pair is not None:
            continue
        first = calendar.ordinal(f.year, f.month or timex3.SEASON_MONTH.get(f.season or "", 1), 1)
        return first + 31 if prior.last < first + 31 <= prior.last + _ON_THE_WAY else None
    return prior.last + _SOON if expressions[n].role in _ONWARD else None


def _place_within(
    expressions: Sequence[TimeExpression], k: int, year: Interval, told: Told, passed_over: frozenset[int]
) -> Interval:
    """Where inside a year that is named again the text has got: the last finer date, if that lies in it."""
    if year.grain != "year":
        return year
    for j in range(k - 1, max(-1, k - 6), -1):
        if is_date(expressions[j].term) and expressions[j].type != "SET" and j not in passed_over:
            found = told(j)
            if found is not None and found.grain != "year":
                return found if year.holds(found) else year
    return year


def asides(document: Document, expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """policy "an aside carries nothing": looks ahead and back that the next year returns from, and ends of ranges.

    "The pass, which had been fortified in 1301" looks back by its tense, whatever follows.
    """
    stated = [(n, f.year) for n, x in enumerate(expressions) if (f := plain_fields(x.term)) and f.year is not None]
    out: set[int] = {n for n, _ in stated if expressions[n].pair is not None}
    story = [(n, year) for n, year in stated if n not in out]
    running: int | None = None
    for place, (n, year) in enumerate(story):
        following = story[place + 1][1] if place + 1 < len(story) else None
        x = expressions[n]
        near = max(0, x.start - _BESIDE)
        if running is not None and year < running and _told_as_earlier(document, near, x.start) is not None:
            out.add(n)
            continue
        if running is not None and following is not None and following != year:
            returns = following >= running or running - following < (year - running) / 2
            ahead = running <= year and following < year and returns
            back = year <= running - _LOOK_BACK_YEARS and following >= running
            if ahead or back:
                out.add(n)
                continue
        running = year
    return frozenset(out)


def told_by_nobody_now(x: TimeExpression) -> str | None:
    """policy "nobody speaks now in a history": the value of what seems to count from its writing and has no day.

    "today" is the time of its writing, "the last three weeks" are those of the story. What is quoted counts from the
    day of speaking.
    """
    term = x.term
    while isinstance(term, Modified):
        term = term.term
    if x.rule == "day-deictic" and term == Cycle("day", 0):
        return "PRESENT_REF"
    return timex3.underspecified(term) if x.quoted or isinstance(term, Stretch) or x.rule == "overnight" else None


def had_happened(document: Document, expressions: Sequence[TimeExpression], n: int) -> bool:
    """policy "what had happened was before": "He had spent the spring in the hills", told of an October."""
    x = expressions[n]
    if x.role not in ("", "in", "on") or not needs_direction(x.term):
        return False
    first = max(0, x.start - _BESIDE, expressions[n - 1].end if n else 0)  # what is told with another goes on from it
    told = _told_as_earlier(document, first, x.start)
    return told is not None and tense(primary(document.meta.language)).clause_break.search(told.lower()) is None


def _told_as_earlier(document: Document, first: int, start: int) -> str | None:
    """What stands between the words that tell an earlier past and the place, None where there are none."""
    told = _evened(document.text[first:start])
    clause = told + _evened(document.text[start : start + _BESIDE])
    end = told_as_earlier(clause, lower_same_length(clause), len(told), primary(document.meta.language))
    return None if end is None else told[end:]


def _evened(text: str) -> str:
    """The text with plain blanks, as it mostly has; what else parts words is not printable."""
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


@lru_cache(maxsize=4096)
def looks_back(term: Term) -> bool:
    """ "the previous year", "two decades earlier": a look back from the story, which goes on where it was."""
    while isinstance(term, Modified):
        term = term.term
    if isinstance(term, Occurrence):  # "the treaty of the previous December"
        return term.n < 0 and isinstance(term.base, Prior)
    if isinstance(term, Cycle):
        return term.n < 0 and isinstance(term.base, Prior) and term.unit not in ("day", "week")
    return isinstance(term, Offset) and term.sign < 0 and term.amounts[-1][1] in ("month", "year", "decade", "century")

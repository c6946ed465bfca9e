"""The policies of news prose: from which date a term takes what it does not say.

Each is a function, named in every trace that it touches. `told(k)` is what the k-th expression of the document came to,
None where it came to nothing; a policy looks only at expressions before its own, or beside it.
"""

from collections.abc import Callable, Sequence

from ... import kept
from ...algebra import calendar
from ...algebra.interval import Interval, containing
from ...algebra.terms import Alike, Cycle, Duration, Fields, Modified, NamedDay, Offset, Prior, Term, TimeOfDay, Vague
from ...kept import pattern
from ...language.context import context
from ...language.grammars import primary
from ...language.tense import cue_for
from ...model import Document, TimeExpression
from ..bind import is_compared, is_date, is_year_before, names_quarter
from ..recognise import lower_same_length, needs_direction, plain_fields
from ..wording import counts_from_publication

Told = Callable[[int], Interval | None]

#: So many expressions back a month is sought.
_REACH = 20
#: The end of a sentence, or of half of one.
_ENDS_BETWEEN = pattern(r"[.!?;][\"”’')]*\s")
#: Two names of one day are parted by a comma and a blank.
_APPOSED = 2
#: A year named more than so many characters before is no longer beside.
_BESIDE = 120


def month_just_named(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "the month was just named": "the 10th", behind "December 8" in its paragraph, is of that December.

    A lower number is of the month after, unless the words bring it forward.
    """
    f = plain_fields(expressions[n].term)
    if f is None or f.day is None or f.month is not None:
        return None
    if n and 0 < expressions[n].start - expressions[n - 1].end <= _APPOSED and is_date(expressions[n - 1].term):
        beside = told(n - 1)  # "the day after tomorrow, the 12th": two names of one day
        if beside is not None and beside.days == 1 and calendar.civil(beside.first)[2] == f.day:
            return beside
    for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
        if expressions[k].block != expressions[n].block:
            return None
        other = plain_fields(expressions[k].term)
        if other and other.month and other.day and not other.weekday:
            if expressions[k].direction * expressions[n].direction < 0:
                return None  # "held since 14 May, will appear on the 2nd"
            found = told(k)
            if found is None or found.days != 1:
                return found
            later = f.day > calendar.civil(found.first)[2]
            sooner = not later and _brought_forward(document, expressions[k], expressions[n])
            return containing(found.first, "month") if later or sooner else found
    return None


def _brought_forward(document: Document, other: TimeExpression, x: TimeExpression) -> bool:
    between = " ".join(document.text[other.end : x.start].lower().split()) + " "
    return context(primary(document.meta.language)).brought_forward.search(between) is not None


#: A clock time up to this hour is of the next day, behind one from that hour on in its sentence.
_SMALL_HOURS, _LATE_HOURS = 6, 17


def past_midnight(document: Document, other: TimeExpression, x: TimeExpression) -> bool:
    """policy "clock times of a sentence run on": "from 10 p.m. … and ended at 12:30 a.m." ends on the next day."""
    before, now = other.term, x.term
    while isinstance(before, Modified):
        before = before.term
    while isinstance(now, Modified):
        now = now.term
    if not isinstance(before, TimeOfDay) or not isinstance(now, TimeOfDay) or now.day != Prior("day"):
        return False
    if before.hour is None or now.hour is None or before.hour < _LATE_HOURS or now.hour >= _SMALL_HOURS:
        return False
    return other.block == x.block and not _ENDS_BETWEEN.search(document.text, other.end, x.start)


def other_name(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "two names of one day": the weekday in "3 May 1931, a Sunday" is of that day, if it is one."""
    f = plain_fields(expressions[n].term)
    if n == 0 or f is None or f.weekday is None or f != Fields(weekday=f.weekday):
        return None
    before = expressions[n - 1]
    if before.block != expressions[n].block or not is_date(before.term):
        return None
    if not _A_WEEKDAY.fullmatch(document.text, before.end, expressions[n].start):
        return None
    found = told(n - 1)
    return found if found is not None and found.days == 1 and calendar.weekday(found.first) == f.weekday else None


#: Between a day and the name of its weekday.
_A_WEEKDAY = pattern(r"\s?[,(–—]\s?(?:\w{1,3}\s)?")


def date_behind(document: Document, expressions: Sequence[TimeExpression], n: int) -> bool:
    """policy "a named day is named again": "Easter Monday, 24 April 1916" is the day that stands behind its name."""
    x, other = expressions[n], expressions[n + 1] if n + 1 < len(expressions) else None
    if other is None or not isinstance(x.term, NamedDay) or x.term.year is not None or other.block != x.block:
        return False
    f = plain_fields(other.term)
    return f is not None and bool(f.month and f.day) and bool(_SAME_DAY.fullmatch(document.text, x.end, other.start))


def year_beside(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "the year is told beside it": a month or day takes the year named before it in its sentence."""
    x = expressions[n]
    f = plain_fields(x.term)
    if (
        n == 0
        or not needs_direction(x.term)
        or (f is not None and (f.weekday or (f.day and not f.month) or f.short_decade is not None))
    ):
        return None
    before = next((k for k in range(n - 1, -1, -1) if not isinstance(expressions[k].term, Vague)), None)
    if before is None:
        return None
    other = expressions[before]
    if other.role == "since":
        return None  # "the wettest May since 1914, and a dry June"
    if other.block != x.block or x.start - other.end > _BESIDE or not is_date(other.term):
        return None
    if _ENDS_BETWEEN.search(document.text, other.end, x.start):
        return None
    begun = other.start if other.pair is None else expressions[other.pair].start
    aside = _ASIDE_BEFORE.search(document.text, max(0, begun - _BESIDE), begun)
    if aside is not None and _ASIDE_BEHIND.match(document.text, other.end):
        return None  # "the fair, first held in 1998, returns in August"
    if _OF_A_THING.match(document.text, other.end):
        return None  # "under a plan made in 1998 that named no sum, it had paid half by 3 May"
    found = told(before)
    if found is not None and found.days == 1 and _SAME_DAY.fullmatch(document.text, other.end, x.start):
        return found if _names_year(other.term) else None  # "Easter Monday 1931, two days after Good Friday"
    return found if found is not None and found.grain in ("year", "half") else None


def old_story(
    document: Document, expressions: Sequence[TimeExpression], n: int, told: Told, day: int | None
) -> Interval | None:
    """policy "an old story goes on": "… in March 1945. By April it stood on the Elbe" is of that year.

    Of months and days of months, not ahead, in a paragraph of dates long past, the last of which begins nobody's life.
    """
    x = expressions[n]
    if day is None or n == 0 or x.direction > 0 or not _lacks_its_year(x):
        return None
    reached = None
    for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
        other = expressions[k]
        if other.block != x.block:
            break
        if not is_date(other.term) or other.type == "SET":
            continue
        found = None if counts_from_publication(other.term) or other.role == "since" else told(k)
        if found is None or found.last >= day - _LONG_PAST:
            return None  # its paragraph tells of our days
        reached = reached or (k, found)
    if reached is None or reached[1].grain not in _IN_A_YEAR:
        return None
    start = expressions[reached[0]].start
    around = document.text[max(0, start - _BESIDE) : start].lower()
    return None if context(primary(document.meta.language)).lives.search(around) else reached[1]


def _lacks_its_year(x: TimeExpression) -> bool:
    """Is it a month, a day of one or a named day, which may be of any year?"""
    f = plain_fields(x.term)
    named = isinstance(x.term, NamedDay) or (f is not None and f.month is not None and f.weekday is None)
    return named and needs_direction(x.term)


def year_told(expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "the date before may lend its year": "On 24 December 2022 it burst, and by 26 December it was mended".

    The date right before a month or a day of one that is not ahead, where it names its year.
    """
    x = expressions[n]
    if n == 0 or x.direction > 0 or not _lacks_its_year(x):
        return None
    other = expressions[n - 1]
    if other.block != x.block or x.start - other.end > _BESIDE or other.role == "since" or not _names_year(other.term):
        return None
    before = told(n - 1)
    return before if before is not None and before.grain in _IN_A_YEAR else None


def soon_after(document: Document, expressions: Sequence[TimeExpression], n: int, told: Told) -> Interval | None:
    """policy "soon after, in one sentence": the 26 December behind "On 24 December 2022 …, and by" is of that year."""
    before = year_told(expressions, n, told)
    if before is None or _ENDS_BETWEEN.search(document.text, expressions[n - 1].end, expressions[n].start):
        return None
    fields = plain_fields(expressions[n].term)
    if fields is None or not fields.month or not fields.day or fields.year is not None:
        return None
    year, month, _ = calendar.civil(before.first)
    ahead = calendar.ordinal(year + (fields.month < month), fields.month, fields.day) - before.first
    return before if 0 < ahead <= _SOON else None


#: Days between two dates of one sentence that are one story's.
_SOON = 31


def period_told(
    document: Document, expressions: Sequence[TimeExpression], n: int, told: Told, day: int | None
) -> Interval | None:
    """policy "the period is that told of": "… on 3 August 1914. By the end of the month they were in retreat".

    Behind a date with its year, where the clause looks back and that month or year is not the one of publication.
    """
    x, term = expressions[n], expressions[n].term
    cycle = term.term if isinstance(term, Modified) else term
    if n == 0 or day is None or not isinstance(cycle, Cycle) or cycle != Cycle(cycle.unit, 0):
        return None
    other = expressions[n - 1]
    f = plain_fields(other.term)
    language = primary(document.meta.language)
    told_of = context(language).period.search(x.text.lower())
    if other.block != x.block or f is None or f.year is None or told_of is None:
        return None
    found = told(n - 1)
    if found is None or found.days > containing(found.first, cycle.unit).days:
        return None
    if containing(found.first, cycle.unit).holds(Interval(day, day + 1, "day")) or found.first > day:
        return None
    block = document.blocks[x.block]
    first, last = max(block.start, x.start - 2 * _BESIDE), min(block.end, x.end + 2 * _BESIDE)
    near = document.text[first:last]
    cue = cue_for(near, lower_same_length(near), x.start - first, x.end - first, 0, len(near), language)
    return found if cue is not None and cue.direction < 0 else None


#: Parts of a year; and how many days before publication a story is so old that it goes on by itself.
_IN_A_YEAR, _LONG_PAST = frozenset({"day", "part", "week", "month", "season"}), 25 * 365

#: What stands between two names of one day, or a day and the same in another calendar.
_SAME_DAY = pattern(r",\s{1,3}|\s{1,3}\(")


def _names_year(term: Term) -> bool:
    fields = plain_fields(term)
    return (fields is not None and fields.year is not None) or (isinstance(term, NamedDay) and term.year is not None)


_OF_A_THING = pattern(r"\s(?:that|which|whose)\b")
#: An aside between commas, and a year at its end.
_ASIDE_BEFORE = pattern(r",\s[^,.;!?]*\s\w+\s$")
_ASIDE_BEHIND = pattern(r"[^,.;!?]{0,40},\s(?:and\s|but\s)?[a-z]")


def ends_before(end: Interval | None, begin: Interval | None) -> bool:
    """policy "a stretch ends behind its beginning": does it not, so that its end is to be sought from there on?"""
    return end is not None and begin is not None and end.grain in _IN_A_YEAR and end.last < begin.first


#: So many expressions back are the figures that others are compared with.
_FIGURES = 4


def compared_quarter(expressions: Sequence[TimeExpression], n: int, told: Told) -> Term | None:
    """policy "like is compared with like": "a year ago", in a report on a quarter, is that quarter a year before."""
    term = expressions[n].term
    if not isinstance(term, Offset) or not is_year_before(term):
        return None
    for k in range(n - 1, max(-1, n - 1 - _FIGURES), -1):
        other = expressions[k]
        if _is_of_months(other):
            return Offset(term.amounts, term.sign)
        if is_compared(other.term) or _is_whole(other) or other.type == "DURATION" or not is_date(other.term):
            continue
        found = told(k)
        if found is None or found.grain != "quarter":
            return None
        y, m, _ = calendar.civil(found.first)
        return Offset(term.amounts, term.sign, Fields(year=y, quarter=(m + 2) // 3))
    return None


def compared_months(expressions: Sequence[TimeExpression], n: int) -> bool:
    """policy "like is compared with like": "the 1988 period", behind "the first nine months", is no quarter of 1988."""
    for k in range(n - 1, max(-1, n - 1 - _FIGURES), -1):
        if _is_of_months(expressions[k]):
            return expressions[k].block == expressions[n].block
        other = expressions[k]
        if is_date(other.term) and not is_compared(other.term) and not _is_whole(other):
            return False
    return False


def _is_whole(x: TimeExpression) -> bool:
    """The year in "the first nine months of the year"."""
    return x.rule == "first-of-period"


def quarter_reported(
    expressions: Sequence[TimeExpression], n: int, told: Told, prior: Interval, day: int
) -> Interval | None:
    """policy "a report is on its newest quarter": in one on the third it is that, even behind "a flat second".

    None where the one named last is still to come: it has no figures yet.
    """
    if prior.first > day:
        return None
    if expressions[n].text[:5].lower() == "that " or prior.grain != "quarter":
        return prior
    named = (told(k) for k in range(n) if names_quarter(expressions[k].term) and not is_compared(expressions[k].term))
    newer = [q for q in named if q and q.grain == "quarter" and prior.past == q.first and q.last < day]
    return newer[0] if newer else prior


def compared_year(term: Term) -> Term | None:
    """The year of what figures are compared with; None for anything else."""
    if isinstance(term, Alike):
        return term.whole
    return Offset(term.amounts, term.sign) if isinstance(term, Offset) and is_year_before(term) else None


#: "The six months", "the first two months": figures of so many months are those of no quarter.
_MONTHS_OF_FIGURES = frozenset({"first-duration", "the-duration", "first-of-period"})


def _is_of_months(x: TimeExpression) -> bool:
    match x.term:
        case Duration(amounts=((n, "month"),)):
            return n != 3 and (n in (6, 9, 12) or x.rule in _MONTHS_OF_FIGURES)
        case _:
            return False


_POST = pattern(r"[—–-]\s*[^\n]{1,60}\(@\w{1,15}\)\s*$")


def post_stamps(document: Document, expressions: Sequence[TimeExpression]) -> dict[int, int]:
    """policy "an embedded post counts from its own stamp": block → the date behind "— Name (@name)" that closes it."""
    if "(@" not in document.text:
        return {}
    dated = ((n, x) for n, x in enumerate(expressions) if (f := plain_fields(x.term)) and f.day and f.month)
    return {x.block: n for n, x in dated if _POST.search(document.text, document.blocks[x.block].start, x.start)}


def numeric_order(document: Document, expressions: Sequence[TimeExpression]) -> tuple[bool, str | None]:
    """policy "one order for a whole text": (does the day come first in digits?, why); no why where nothing tells."""
    numeric = [x for x in expressions if x.rule.startswith("numeric")]
    if not numeric:
        return True, None
    for x in numeric:
        m = kept.match(r"(\d{1,2})[/.-](\d{1,2})\b", x.text)
        if m and (int(m[1]) > 12) != (int(m[2]) > 12):
            return int(m[1]) > 12, f"“{x.text}” shows the order of day and month in this text"
    tag = document.meta.language
    region = tag.upper().partition("-")[2]
    if region or not tag.lower().startswith("en"):
        return region not in ("US", "PH", "CA"), f"the order of day and month in {tag}"
    return True, None

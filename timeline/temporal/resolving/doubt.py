"""What may be wrong with a resolved value, in words. Doubt is a promise: what carries none must be right."""

from collections.abc import Sequence

from ...algebra.evaluate import Outcome
from ...algebra.interval import Interval
from ...algebra.terms import Cycle, Fields, Modified, Numeric, Offset, Prior, Term, TimeOfDay
from ...language.context import context
from ...language.grammars import primary
from ...model import Binding, Document, DocumentTime, TimeExpression
from ..recognise import needs_direction, plain_fields
from ..wording import counts_from_publication
from .policies import Told

ON_ANOTHER_DAY = "the publication date is inferred: on another day of its window this would be"
FAR = "no month beside publication has this weekday on that day"
OF_THE_STORY = "with its article a weekday is one of the days told of, which may be long before publication"
WHICH_NIGHT = "which night is not said: taken for the one beside publication"
WHICH_HALF = "whether this hour is of the morning or of the evening is not said"
OF_THEN = "it may be the next behind"
NO_FINER = "is no more exact than"
OF_AN_OLD_STORY = "its year is taken from a date told before or behind it; it may be another"
OF_THE_YEAR_TOLD = "the date before is of another year"
EITHER_WAY = "day and month can be read either way"


def doubt_of(
    x: TimeExpression,
    outcome: Outcome,
    time: DocumentTime,
    binding: Binding | None,
    order_known: bool,
    day_assumed: bool,
) -> str | None:
    """Why the value may be wrong; None where it is told without a mark.

    order_known: something tells whether the day stands first in digits. day_assumed: a clock time without a day.
    """
    span = outcome.interval
    if span is None or x.set_by is not None:
        return None
    if outcome.conflict:
        return outcome.conflict
    if outcome.near:
        value, reason = outcome.near[0]
        return f"{value} is possible as well: {reason}"
    if isinstance(x.term, Numeric) and not order_known:
        return EITHER_WAY
    if time.year_policy and ("year" in outcome.implied or needs_direction(x.term)):
        return time.year_policy
    if x.rule == "the-weekday" and not time.narrative:
        return OF_THE_STORY
    if x.rule == "overnight" and counts_from_publication(x.term):
        return WHICH_NIGHT
    fields = plain_fields(x.term)
    if fields is not None and time.best is not None and _is_far_for_its_weekday(fields, span.first - time.best):
        return FAR
    if binding is not None and not binding.named:
        return binding.reason
    if day_assumed:
        return "which day this clock time is of is not said"
    if x.quoted and counts_from_publication(x.term):
        return "said in a quotation: it counts from the day of speaking, which may be earlier"
    if time.best is not None and span.first > time.best and _later_than_told(x.term):
        return "counted on from the date before, it lies after publication"
    if x.direction > 0 and span.first == time.best and fields is not None and _is_weekday(fields):
        return "it may mean the day of publication, or a week later"
    return None


def _unmodified(term: Term) -> Term:
    return _unmodified(term.term) if isinstance(term, Modified) else term


#: So many characters behind a clock time can the part of the day be told.
_BEHIND = 16


def half_not_said(x: TimeExpression, document: Document) -> bool:
    """ "Shortly after five o'clock": in the morning, or in the evening? The hour that stands is that of the words."""
    term = _unmodified(x.term)
    if not isinstance(term, TimeOfDay) or term.hour is None or term.hour > _TWELVE or term.zone is not None:
        return False
    around = context(primary(document.meta.language))
    said = document.text[x.start : x.end + _BEHIND].lower()
    return around.twelve.search(said, 0, x.end - x.start) is not None and around.half.search(said) is None


_TWELVE = 12


def coarse_base(x: TimeExpression, base: Interval | None) -> bool:
    """ "In June 2016 … a week later": is it counted from a time that is longer than what is counted?"""
    term = _unmodified(x.term)
    if isinstance(term, Offset):
        units = [unit for _, unit in term.amounts]
    elif isinstance(term, Cycle) and isinstance(term.base, Prior):
        units = [term.unit]
    else:
        return False
    return base is not None and base.days > 1 and any(base.days > _LONGEST.get(unit, base.days) for unit in units)


#: The most days of what a unit can be counted from without being more exact than that.
_LONGEST = {"minute": 1, "hour": 1, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 31, "year": 366}


def long_past(expressions: Sequence[TimeExpression], n: int, told: Told, day: int | None) -> str | None:
    """ "It broke on 12 October. By Sunday night …", in November: told of that week, or of the one of publication?

    Of weekdays, months and seasons behind "by" or "until", where no verb looks ahead and the date before lies far back.
    """
    x = expressions[n]
    f = plain_fields(x.term)
    if x.direction > 0 and not x.why_direction.startswith(f"“{x.role}”"):
        return None  # "it will be mended by May"
    if day is None or n == 0 or f is None or x.role not in _ONWARD or not needs_direction(x.term):
        return None
    far = _WEEKS if _is_weekday(f) else _YEAR if f.day is None and (f.month or f.season) else None
    before = expressions[n - 1]
    said = plain_fields(before.term)
    if far is None or before.block != x.block or said is None or not (said.month or said.year):
        return None
    found = told(n - 1)
    if found is None or day - found.last < far or (far == _WEEKS and found.days > 1):
        return None
    return f"{OF_THEN} “{before.text}”"


#: Roles of what a story comes to; so many days before publication a day is no more of its weeks, or of its year.
_ONWARD, _WEEKS, _YEAR = frozenset({"by", "until"}), 10, 250


def _is_far_for_its_weekday(fields: Fields, days: int) -> bool:
    """ "Wednesday the 2nd", where none is near: one of the two may be a slip, or mean something else."""
    return bool(fields.weekday and fields.day) and fields.month is None and abs(days) > _NEAR


#: A day named by its weekday and its number, without a month, is of a month beside publication.
_NEAR = 45


def _is_weekday(fields: Fields) -> bool:
    return fields.weekday is not None and fields.month is None and fields.day is None


def _later_than_told(term: Term) -> bool:
    term = _unmodified(term)
    return (isinstance(term, Offset) and term.sign > 0 and not counts_from_publication(term)) or (
        isinstance(term, Cycle) and term.n > 0 and not counts_from_publication(term)
    )


def hangs_on_publication(doubt: str, time: DocumentTime) -> bool:
    """Would it end if somebody told the publication date?"""
    return doubt == time.year_policy or doubt.startswith(ON_ANOTHER_DAY)

"""What may be wrong with a resolved value, in words. Doubt is a promise: what carries none must be right."""

from ...algebra.evaluate import Outcome
from ...algebra.terms import Cycle, Fields, Modified, Numeric, Offset, Term
from ...model import Binding, DocumentTime, TimeExpression
from ..recognise import needs_direction, plain_fields
from ..wording import counts_from_publication

ON_ANOTHER_DAY = "the publication date is inferred: on another day of its window this would be"
FAR = "no month beside publication has this weekday on that day"
OF_THE_STORY = "with its article a weekday is one of the days told of, which may be long before publication"
WHICH_NIGHT = "which night is not said: taken for the one beside publication"
OF_AN_OLD_STORY = "its year is taken from a date told before or behind it; it may be another"
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


def _is_far_for_its_weekday(fields: Fields, days: int) -> bool:
    """ "Wednesday the 2nd", where none is near: one of the two may be a slip, or mean something else."""
    return bool(fields.weekday and fields.day) and fields.month is None and abs(days) > _NEAR


#: A day named by its weekday and its number, without a month, is of a month beside publication.
_NEAR = 45


def _is_weekday(fields: Fields) -> bool:
    return fields.weekday is not None and fields.month is None and fields.day is None


def _later_than_told(term: Term) -> bool:
    while isinstance(term, Modified):
        term = term.term
    return (isinstance(term, Offset) and term.sign > 0 and not counts_from_publication(term)) or (
        isinstance(term, Cycle) and term.n > 0 and not counts_from_publication(term)
    )


def hangs_on_publication(doubt: str, time: DocumentTime) -> bool:
    """Would it end if somebody told the publication date?"""
    return doubt == time.year_policy or doubt.startswith(ON_ANOTHER_DAY)

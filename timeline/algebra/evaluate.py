"""From a term and an anchor to days. Pure calendar arithmetic; what it fills in is kept apart from what was said."""


from ..frozen import Frozen, replace
from . import calendar, edtf, timex3
from .counted import of_alike, of_cycle, of_nth, of_occurrence, of_offset, of_prior, of_span, of_stretch
from .derivation import Anchor, Derivation, Families
from .fields import of_fields, of_named, of_within
from .interval import Interval, day
from .terms import (
    Alike,
    Cycle,
    Duration,
    Fields,
    Modified,
    NamedDay,
    Nth,
    Numeric,
    Occasion,
    Occurrence,
    Offset,
    Prior,
    Publication,
    Recurrence,
    Span,
    Stretch,
    Term,
    TimeOfDay,
    Vague,
    Within,
)


class Outcome(Frozen):
    """What came out.

    interval: None where the term has no calendar value here (vague, a duration, nothing to count from). value: TIMEX3.
    edtf: None likewise. implied: names of parts that were filled in ("year", "month"). near: second readings that are
    about as good, as (value, reason). steps: the derivation in words. conflict: what the words contradict, if they do.
    """

    interval: Interval | None
    value: str
    edtf: str | None = None
    mod: str | None = None
    implied: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    conflict: str | None = None


def evaluate(term: Term, anchor: Anchor) -> Outcome:
    """Compute a term's days from an anchor. Never raises for a term that a rule can make."""
    found = Derivation(anchor, _FAMILIES)
    mod, inner = None, term
    while isinstance(inner, Modified):
        mod, inner = mod or inner.mod, inner.term
    time = inner if isinstance(inner, TimeOfDay) else None
    try:
        interval = found.interval(time.day if time else inner)
        if interval is not None and not -9999 <= calendar.civil(interval.first)[0] <= 9999:
            interval = None
    except (ValueError, OverflowError):  # a day that no calendar has ("the 31st" in a fixed June)
        interval = None
    if interval is None:
        return Outcome(
            None,
            timex3.underspecified(inner),
            None,
            _CUT.get(mod or "", mod),
            (),
            (),
            tuple(found.steps),
            found.conflict,
        )
    stamp = found.stamp or (timex3.clock(time.hour, time.minute, time.second, time.part) if time else "")
    value = timex3.underspecified(inner) if _told_whole(inner) else timex3.value(interval, anchor.southern)
    if mod in _CUT:
        interval, mod = _cut(interval, mod, anchor.day), _CUT[mod]
    written = _edtf(interval, mod == "APPROX", anchor.southern)
    if stamp:
        value += stamp
        if time and time.part and interval.days <= 1:
            interval = Interval(interval.first, interval.past, "part")
        if stamp[1:2].isdigit() and interval.days == 1:
            interval = Interval(interval.first, interval.past, "point")
            hour, minute, second = stamp[1:3], stamp[4:6], stamp[7:9] or "00"
            zone = time.zone if time and time.zone and time.zone[0] in "Z+-" else ""
            if hour != "24":
                written = f"{written.removesuffix('~')}T{hour}:{minute}:{second}{zone}"
    return Outcome(
        interval, value, written, mod, tuple(found.implied), tuple(found.near), tuple(found.steps), found.conflict
    )


def _told_whole(term: Term) -> bool:
    """Has it a value of its own, wherever it lies: a length of time, a year that begins in one and ends in another?"""
    return type(term) is Stretch or (type(term) is Fields and term.year_span is not None)


#: Parts of a period up to or from the day of writing, and the TIMEX3 mod that they are told by.
_CUT = {"EARLIER": "START", "LATER": "END"}


def _cut(span: Interval, mod: str, today: int | None) -> Interval:
    """ "earlier this year" is over when it is written, "later this year" still to come."""
    if today is None or not span.first <= today < span.past or span.days <= 1:
        return span
    return Interval(span.first, today + 1, "span") if mod == "EARLIER" else Interval(today, span.past, "span")


def _edtf(span: Interval, approx: bool, southern: bool) -> str:
    if span.grain == "day":  # the common case, without the general machinery
        y, m, d = calendar.civil(span.first)
        if y > 0:
            return f"{y:04d}-{m:02d}-{d:02d}" + ("~" if approx else "")
    if span.grain == "season" and (southern or timex3.value(span).endswith("WI")):
        span = replace(span, grain="span")  # codes 21-24 leave open which winter, and which half of the world
    if span.grain in ("point", "part"):
        span = replace(span, grain="day")
    return edtf.edtf_of(span, approx)


def _of_publication(work: Derivation, term: Publication) -> Interval | None:
    return None if work.anchor.day is None else day(work.anchor.day)


def _nowhere(work: Derivation, term: Term) -> None:
    """Vague references, lengths of time and sets have no place in the calendar."""


_FAMILIES: Families = {
    Fields: of_fields,
    Numeric: lambda work, term: of_fields(work, term.ordered(day_first=True)),
    Publication: _of_publication,
    Prior: of_prior,
    Occasion: lambda work, term: work.anchor.prior,
    Cycle: of_cycle,
    Occurrence: of_occurrence,
    Offset: of_offset,
    Within: of_within,
    Nth: of_nth,
    Alike: of_alike,
    NamedDay: of_named,
    Modified: lambda work, term: work.interval(term.term),
    TimeOfDay: lambda work, term: work.interval(term.day),
    Span: of_span,
    Vague: _nowhere,
    Duration: _nowhere,
    Stretch: of_stretch,
    Recurrence: _nowhere,
}

"""Terms → dated expressions, from what `anchor` found about the document.

The window of publication is taken as a whole: where all its days give one value, that is the value; where they do not,
the value at the best day carries a doubt; without a best day the expression stays underspecified.
"""

from collections.abc import Sequence
from functools import lru_cache

from .. import kept
from ..algebra import calendar, edtf, timex3
from ..algebra.derivation import Anchor
from ..algebra.evaluate import Outcome, evaluate
from ..algebra.interval import Interval
from ..algebra.terms import (
    Alike,
    Cycle,
    Fields,
    Modified,
    NamedDay,
    Numeric,
    Occasion,
    Occurrence,
    Offset,
    Prior,
    Publication,
    Term,
    Within,
)
from ..frozen import replace
from ..language.common.named_days import day_of
from ..model import Analysis, Binding, Decisions, DocumentTime, TimeExpression, Timex3
from .bind import is_loose, leans_on
from .recognise import needs_direction
from .resolving import histories, policies
from .resolving.doubt import (
    NO_FINER,
    OF_AN_OLD_STORY,
    OF_THE_YEAR_TOLD,
    ON_ANOTHER_DAY,
    WHICH_HALF,
    coarse_base,
    doubt_of,
    half_not_said,
    long_past,
)
from .resolving.hemisphere import southern
from .wording import counts_from_publication, derivation
from .zones import said_of_zones

#: A window of more days than this is tried at so many of them.
_EVERY_DAY, _SAMPLES = 45, 12
#: A day told in another paragraph holds for a clock time when it is at most so many days before publication.
_RECENT = 7
#: Over a window of more days than this no value is the same on all.
_WIDEST = 400


_NONE = Decisions()


def resolve(
    analysis: Analysis, time: DocumentTime, decisions: Decisions = _NONE, trace: bool = True
) -> tuple[Timex3, ...]:
    """Date every expression of a document. Takes the decision `date`, which `recognise` has put on its expression."""
    return Resolver(analysis, time, trace).all()


class Resolver:
    """One document at one publication time. `at(n, day)` is the outcome of an expression for one day of the window."""

    def __init__(self, analysis: Analysis, time: DocumentTime, trace: bool) -> None:
        """Prepare; nothing is computed yet."""
        self.document, self.expressions, self.time, self.trace = analysis.document, analysis.expressions, time, trace
        self.bindings: dict[int, Binding] = {b.expression: b for b in analysis.bindings}
        self.southern = southern(analysis.document)
        self.day_first, self.order_reason = policies.numeric_order(analysis.document, analysis.expressions)
        self.asides = histories.asides(analysis.document, analysis.expressions) if time.narrative else frozenset()
        self.stamps = policies.post_stamps(analysis.document, analysis.expressions)
        self.clock = _clock(time.clock)
        self.day_assumed: set[int] = set()
        self.year_assumed: set[int] = set()
        self.roughly: set[int] = set()
        self._memo: dict[tuple[int, int | None], Outcome] = {}
        self._busy: set[int] = set()

    def all(self) -> tuple[Timex3, ...]:
        """Every expression, in order; of news without what is told by the way."""
        kept = self.time.narrative
        return tuple(self._timex(n, x) for n, x in enumerate(self.expressions) if kept or not is_loose(x.term))

    # ---------------------------------------------------------- one expression on one day
    def at(self, n: int, day: int | None) -> Outcome:
        """The outcome if the document was written on that day (None: no day is known)."""
        key = (n, day)
        found = self._memo.get(key)
        if found is None:
            if n in self._busy:  # expressions that count from one another count from nothing
                return Outcome(None, timex3.underspecified(self.expressions[n].term))
            self._busy.add(n)
            try:
                found = self._memo[key] = self._evaluate(n, day)
            finally:
                self._busy.discard(n)
        return found

    def _evaluate(self, n: int, day: int | None) -> Outcome:
        x = self.expressions[n]
        return self._read(n, x, day) if x.set_by is None else _set_by_person(x)

    def _read(self, n: int, x: TimeExpression, day: int | None) -> Outcome:
        """What the words say, whatever a person says of them."""
        if _is_absolute(x.term):
            return _absolute(x.term)
        binding = self.bindings.get(n)
        stamp = self.stamps.get(x.block)
        if stamp is not None and stamp != n and counts_from_publication(x.term):
            posted = self.at(stamp, day).interval  # policy "an embedded post counts from its own stamp"
            day = posted.first if posted is not None else day
        term: Term = x.term.ordered(self.day_first) if isinstance(x.term, Numeric) else x.term
        prior, carry = None, False
        if binding is not None:
            if binding.same and binding.antecedent is not None:
                other = self.at(binding.antecedent, day)
                return _whole_day(other) if x.type == "DATE" else other
            term, prior = self._leaning(n, x, term, binding, day)
        else:
            term, prior = self._filled(n, term, day)
            carry = prior is not None
        direction = x.direction
        if self.time.narrative:
            if counts_from_publication(term) and (value := histories.told_by_nobody_now(x)) is not None:
                return Outcome(None, value)
            if carry and prior and counts_from_publication(term) and not isinstance(term, Offset):
                day = prior.first  # in a history "the end of the month" is that of the story
            elif carry and prior and histories.had_happened(self.document, self.expressions, n):
                day, direction, carry = prior.last, histories.BACK, False
        else:
            period = policies.period_told(self.document, self.expressions, n, lambda k: self.at(k, day).interval, day)
            day = day if period is None else period.first
        until = histories.told_next(self.expressions, n, prior) if carry and self.time.narrative and prior else None
        clock = self.clock if day == self.time.best else None
        anchor = Anchor(day, prior, direction, self.southern, clock, carry, until, day_of)
        outcome = evaluate(term, anchor)
        begun = self.at(x.pair, day) if x.pair is not None and needs_direction(term) and not carry else None
        if begun is not None and policies.ends_before(outcome.interval, begun.interval):
            onward = evaluate(term, replace(anchor, prior=begun.interval, carry=True))
            return replace(onward, near=begun.near and outcome.near)
        return outcome

    def _leaning(
        self, n: int, x: TimeExpression, term: Term, binding: Binding, day: int | None
    ) -> tuple[Term, Interval | None]:
        """What an expression that counts from another date counts from."""
        lean = leans_on(term)
        other = None if binding.antecedent is None else self.expressions[binding.antecedent]
        elsewhere = other is None or other.block != x.block
        moments = isinstance(term, Offset) and term.amounts[0][1] in ("minute", "second")
        if elsewhere and moments and not self.time.narrative:
            return term, None  # "moments later" than what the paragraph before told without a date
        bare = x.type == "TIME" and isinstance(lean, Prior)
        if other is not None and bare and kept.search(r"[.!?]\s", self.document.text[other.end : x.start]):
            self.day_assumed.add(n)
        if bare and elsewhere and day is not None and not self.time.narrative:
            self.day_assumed.add(n)  # policy "a clock time without a day is of the day told last, else of publication"
            last = None if binding.antecedent is None else self.at(binding.antecedent, day).interval
            if last is not None and last.days == 1 and last.first <= day <= last.first + _RECENT:
                return term, last
            return term, Interval(day, day + 1, "day")
        prior = None if binding.antecedent is None else self.at(binding.antecedent, day).interval
        if x.type == "TIME" and binding.antecedent in self.day_assumed:
            self.day_assumed.add(n)  # "at 6 p.m. … and was due at 11 p.m."
        if prior is not None and other is not None and policies.past_midnight(self.document, other, x):
            return term, Interval(prior.first + 1, prior.first + 2, "day")
        if lean == Prior("quarter") and prior is not None and day is not None:
            prior = policies.quarter_reported(self.expressions, n, lambda k: self.at(k, day).interval, prior, day)
        if policies.compared_months(self.expressions, n) and (whole := policies.compared_year(term)) is not None:
            return whole, None
        if prior is None and lean == Prior("quarter") and not isinstance(term, Alike):
            latest = Cycle("quarter", -1)  # policy "figures are of the latest quarter that is over"
            return _counted_from(term, latest), None
        if prior is None and day is not None and not self.time.narrative and (from_here := _from_publication(term)):
            return from_here, None  # policy "without a date before, it counts from publication"
        return term, prior

    def _filled(self, n: int, term: Term, day: int | None) -> tuple[Term, Interval | None]:
        """What an expression that leans on nothing takes from the text around it."""

        def told(k: int) -> Interval | None:
            return self.at(k, day).interval

        if policies.date_behind(self.document, self.expressions, n):
            return self._filled(n + 1, self.expressions[n + 1].term, day)
        if self.time.narrative:
            if not needs_direction(term) and not counts_from_publication(term):
                return term, None  # it says all by itself
            before = histories.carried(self.expressions, n, told, self.asides)
            if before is None and needs_direction(term):
                before = histories.told_first(self.expressions, n, told)
                self.year_assumed.update(() if before is None else (n,))
            return term, before
        compared = policies.compared_quarter(self.expressions, n, told)
        if compared is not None:
            return compared, None
        beside = (
            policies.month_just_named(self.document, self.expressions, n, told)
            or policies.other_name(self.document, self.expressions, n, told)
            or policies.year_beside(self.document, self.expressions, n, told)
            or policies.soon_after(self.document, self.expressions, n, told)
        )
        if beside is None and (beside := policies.old_story(self.document, self.expressions, n, told, day)) is not None:
            self.year_assumed.add(n)
        return term, beside

    def _of_year_told(self, n: int, outcome: Outcome) -> str | None:
        """The value that comes first after the date before, which names its year; None where it has that already."""
        term, found = self.expressions[n].term, outcome.interval
        before = policies.year_told(self.expressions, n, lambda k: self.at(k, self.time.best).interval)
        if before is None or found is None:
            return None
        year = calendar.civil(before.first)[0]
        if isinstance(term, NamedDay):  # a feast may move
            days = (day_of(term.key, y) for y in (year, year + 1))
            return next((calendar.iso(d) for d in days if d is not None and before.first < d < found.first), None)
        (own, *day), first = calendar.civil(found.first), calendar.civil(before.first)
        year += tuple(day) < first[1:]
        value = f"{year:04}{outcome.value[4:]}"
        return value if year < own and edtf.interval_of(value[:10]) else None  # no 29 February in 2023

    # ---------------------------------------------------------- over the window
    def _timex(self, n: int, x: TimeExpression) -> Timex3:
        time, binding = self.time, self.bindings.get(n)
        outcome = self.at(n, time.best)
        doubt = None
        if time.best is None:
            outcome = self._agreed(n, outcome)
        elif time.basis == "inferred" and outcome.interval is not None and time.earliest != time.latest:
            other = next((o for d in self._days() if _answer(o := self.at(n, d)) != _answer(outcome)), None)
            if other is not None:
                doubt = f"{ON_ANOTHER_DAY} {other.edtf or other.value}"
        kind = x.type
        counted = binding is not None and x.rule != "eve-of"
        length = _length_told(x.term, outcome, binding) if counted and binding is not None else None
        if length is not None:
            kind, outcome = "DURATION", replace(outcome, value=length)
        if time.best is not None and not time.narrative and (other_value := self._of_year_told(n, outcome)):
            outcome = replace(outcome, near=(*outcome.near, (other_value, OF_THE_YEAR_TOLD)))
        assumed = n in self.day_assumed
        doubt = doubt or doubt_of(x, outcome, time, binding, self.order_reason is not None, assumed)
        if doubt is None and n in self.year_assumed:
            doubt = OF_AN_OLD_STORY
        if doubt is None and outcome.interval is not None and x.set_by is None:
            doubt = self._rough(n, x, binding)
        steps = self._steps(x, outcome, binding) if self.trace else ()
        recurrence = x.term if kind == "SET" else None
        read = self._read(n, x, time.best) if x.set_by is not None and x.term != Fields() else None
        return Timex3(
            x.start, x.end, x.text, kind, outcome.value, outcome.edtf, outcome.mod,
            getattr(recurrence, "quant", None), getattr(recurrence, "freq", None), outcome.interval, None, doubt,
            outcome.implied, outcome.near, steps, x.rule, n, x.set_by, (read.edtf or read.value) if read else None,
        )  # fmt: skip

    def _rough(self, n: int, x: TimeExpression, binding: Binding | None) -> str | None:
        """Why a value is more exact than what its words and its base tell; None where it is not."""
        if not self.time.narrative:
            day = self.time.best
            then = long_past(self.expressions, n, lambda k: self.at(k, day).interval, day)
            if then is not None:
                return then
        if x.type == "TIME":
            return WHICH_HALF if half_not_said(x, self.document) else None
        if binding is None or binding.same or binding.antecedent is None:
            return None
        base = self.at(binding.antecedent, self.time.best).interval
        if binding.antecedent not in self.roughly and not coarse_base(x, base):
            return None
        self.roughly.add(n)
        return f"it {NO_FINER} “{self.expressions[binding.antecedent].text}”"

    def _steps(self, x: TimeExpression, outcome: Outcome, binding: Binding | None) -> tuple[str, ...]:
        steps = derivation(x, outcome, self.time, binding, self.order_reason)
        span = outcome.interval
        zones = said_of_zones(x, span.first if span is not None and span.days == 1 else None, self.document)
        return (*steps[:-1], *zones, steps[-1])

    def _days(self) -> Sequence[int]:
        """The days of the window; of a long one its ends and some between."""
        first, last = self.time.earliest, self.time.latest
        if first is None or last is None:
            return ()
        if last - first <= _EVERY_DAY:
            return range(first, last + 1)
        return (*range(first, last, (last - first) // _SAMPLES), last)

    def _agreed(self, n: int, outcome: Outcome) -> Outcome:
        """The value that all days of the window give, where there is one; else what is known without a day."""
        days = self._days()
        if outcome.interval is not None or not days or days[-1] - days[0] > _WIDEST:
            return outcome
        found = [self.at(n, d) for d in days]
        same = all(o.edtf is not None and _answer(o) == _answer(found[0]) for o in found)
        return found[0] if same else outcome


def _whole_day(outcome: Outcome) -> Outcome:
    """The day of a clock time or of a part of the day."""
    if outcome.interval is None or outcome.interval.grain not in ("point", "part"):
        return outcome
    span = Interval(outcome.interval.first, outcome.interval.past, "day")
    return replace(outcome, interval=span, value=timex3.value(span), edtf=edtf.edtf_of(span))


def _from_publication(term: Term) -> Term | None:
    """ "the previous Thursday", "the 2nd of the month", where no date was named before; None for what needs one."""
    match term:
        case Occurrence(fields=Fields(weekday=int()), n=n, base=Prior()) if n < 0:
            return replace(term, base=Publication())
        case Within(part=Fields(day=int()), whole=Prior(grain="month")):
            return replace(term, whole=Cycle("month", 0))
        case Cycle(unit="day", n=0, base=Prior()):  # "late in the day"
            return Cycle("day", 0)
        case Offset(amounts=((float(), "year"),), sign=1, base=Occasion(), exact=True):
            return Cycle("day", 0)  # "a year to the day after the fire"
        case Modified():
            inner = _from_publication(term.term)
            return None if inner is None else replace(term, term=inner)
        case _:
            return None


def _counted_from(term: Term, base: Term) -> Term:
    """The term with another base."""
    match term:
        case Prior():
            return base
        case Offset() | Cycle() | Occurrence():
            return replace(term, base=_counted_from(term.base, base))
        case _:
            return term


def _offset(term: Term) -> Offset | None:
    while isinstance(term, Modified):
        term = term.term
    return term if isinstance(term, Offset) else None


def _length_told(term: Term, outcome: Outcome, binding: Binding) -> str | None:
    """The length of time that is all the words tell, where it is.

    "two years after her death", a death that the text does not date; "on Sunday, two weeks after giving birth".
    """
    offset, lean = _offset(term), leans_on(term)
    undated = outcome.interval is None and not binding.named
    happening = isinstance(lean, Occasion) and lean.clause
    return timex3.duration(offset.amounts) if offset is not None and (undated or happening) else None


def _answer(outcome: Outcome) -> tuple[str, str | None]:
    """What is told of an outcome; of a length of time the value is the same wherever it lies."""
    return outcome.value, outcome.edtf


def _is_absolute(term: Term) -> bool:
    """Does it name its year and nothing that hangs on where or when it was written?"""
    return isinstance(term, Fields) and term.year is not None and term.season is None


@lru_cache(maxsize=4096)
def _absolute(term: Term) -> Outcome:
    """What a term comes to that is the same on every day: histories are full of them."""
    return evaluate(term, Anchor(None))


def _set_by_person(x: TimeExpression) -> Outcome:
    value = x.set_by.value if x.set_by else None
    found = edtf.interval_of(value) if value else None
    if found is None:
        return Outcome(None, timex3.underspecified(x.term))
    return Outcome(found, timex3.value(found), value)


def _clock(stamp: str | None) -> tuple[int, int] | None:
    m = kept.search(r"T(\d\d):(\d\d)", stamp or "")
    return (int(m[1]), int(m[2])) if m else None

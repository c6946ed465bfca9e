"""Terms → dated expressions, from what `anchor` found about the document. The policies of news prose and of narratives.

A policy is a function here, named in every trace that it touches. The window of publication is taken as a whole: where
all its days give one value, that is the value; where they do not, the value at the best day carries a doubt; without a
best day the expression stays underspecified.
"""

import re
from collections.abc import Sequence

from ..algebra import calendar, edtf, timex3
from ..algebra.evaluate import Anchor, Outcome, evaluate
from ..algebra.interval import Interval
from ..algebra.terms import Cycle, Fields, Modified, Numeric, Offset, Prior, Publication, Term
from ..language.common.named_days import day_of
from ..model import Analysis, Binding, Decisions, DocumentTime, Document, TimeExpression, Timex3
from .bind import is_date, is_year_before, leans_on
from .recognise import needs_direction, plain_fields

_SOUTHERN = re.compile(
    r"\b(?:Australia|New Zealand|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington|South Africa|Johannesburg|Cape Town|"
    r"Argentina|Buenos Aires|Chile|Santiago|Uruguay|Montevideo|Brazil|Sao Paulo|Peru|Bolivia|Paraguay|Zimbabwe|Namibia)\b", re.I)  # fmt: skip


def resolve(
    analysis: Analysis, time: DocumentTime, decisions: Decisions = Decisions(), trace: bool = True
) -> tuple[Timex3, ...]:
    """Date every expression of a document. Takes the decision `date`."""
    return Resolver(analysis, time, trace).all()


def southern(document: Document) -> bool:
    """Is the publisher of the southern hemisphere, as far as place or dateline tell?"""
    return bool(
        _SOUTHERN.search(
            f"{document.meta.place or ''} {document.meta.publisher or ''} {document.text[:60].partition(' - ')[0].partition(' – ')[0] if ' - ' in document.text[:60] or ' – ' in document.text[:60] else ''}"
        )
    )


class Resolver:
    """One document at one publication time. `at(n, day)` is the outcome of an expression for one day of the window."""

    def __init__(self, analysis: Analysis, time: DocumentTime, trace: bool) -> None:
        """Prepare; nothing is computed yet."""
        self.document, self.expressions, self.time, self.trace = analysis.document, analysis.expressions, time, trace
        self.bindings: dict[int, Binding] = {b.expression: b for b in analysis.bindings}
        self.southern = southern(analysis.document)
        self.asides = asides(analysis.expressions) if time.narrative else frozenset()
        self.day_first, self.order_reason = numeric_order(analysis.document, analysis.expressions)
        self.clock = _clock(time.clock)
        self._memo: dict[tuple[int, int | None], Outcome] = {}
        self._busy: set[int] = set()

    def all(self) -> tuple[Timex3, ...]:
        """Every expression, in order."""
        return tuple(self._timex(n, x) for n, x in enumerate(self.expressions))

    # ---------------------------------------------------------- one expression on one day
    def at(self, n: int, day: int | None) -> Outcome:
        """The outcome if the document was written on that day (None: no day is known)."""
        key = (n, day)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._evaluate(n, day)
        return found

    def _evaluate(self, n: int, day: int | None) -> Outcome:
        x = self.expressions[n]
        if x.set_by is not None:
            return _set_by_person(x)
        term = x.term
        if isinstance(term, Numeric):
            term = term.ordered(self.day_first)
        prior, carry = None, False
        if n in self._busy:
            return Outcome(None, timex3.underspecified(term))
        self._busy.add(n)
        try:
            binding = self.bindings.get(n)
            if binding is not None:
                prior = self._antecedent(n, binding, day)
                if binding.same and binding.antecedent is not None:
                    return self.at(binding.antecedent, day)
                if prior is None and term == Prior("quarter"):
                    term = Cycle(
                        "quarter", -1
                    )  # policy "the latest that is over": figures are of a quarter that has ended
                if prior is None and isinstance(leans_on(term), Prior) and day is not None and x.type == "TIME":
                    prior = Interval(day, day + 1, "day")
            elif self.time.narrative or _just_named(term):
                prior, carry = self._carried(n, day, term)
            elif is_year_before(term):
                return evaluate(self._compared(n, day, term), Anchor(day))
            else:
                prior, carry = self._year_of_sentence(n, day, term)
        finally:
            self._busy.discard(n)
        if (
            carry
            and self.time.narrative
            and prior is not None
            and counts_from_publication(term)
            and not isinstance(term, Offset)
        ):
            day = (
                prior.first
            )  # policy "the text carries the year": in a history "the end of the month" is that of the story
        anchor = Anchor(
            day, prior, x.direction, self.southern, self.clock if day == self.time.best else None, carry, day_of
        )
        return evaluate(term, anchor)

    def _antecedent(self, n: int, binding: Binding, day: int | None) -> Interval | None:
        if binding.antecedent is None:
            return None
        x, other = self.expressions[n], self.expressions[binding.antecedent]
        if (
            x.type == "TIME"
            and isinstance(leans_on(x.term), Prior)
            and other.block != x.block
            and day is not None
            and not self.time.narrative
        ):
            return Interval(day, day + 1, "day")
        return self.at(binding.antecedent, day).interval

    def _carried(self, n: int, day: int | None, term: Term) -> tuple[Interval | None, bool]:
        """policy "the text carries the year": the last date told, in a narrative; for a bare day also in news, of its own paragraph."""
        x = self.expressions[n]
        for k in range(n - 1, -1, -1):
            other = self.expressions[k]
            if not self.time.narrative and other.block != x.block:
                break
            if not is_date(other.term) or other.type == "SET":
                continue
            if not self.time.narrative:
                f = plain_fields(other.term)
                if not (f and f.month and f.day and not f.weekday):
                    continue
            if self.time.narrative and (k in self.asides or looks_back(other.term)):
                continue
            found = self.at(k, day).interval
            if found is not None and found.days < 3700:
                return self._finer(k, day, found), True
        return None, False

    def _finer(self, k: int, day: int | None, told: Interval) -> Interval:
        """The place that the text has reached inside a year it names again: the last finer date, if that lies in it."""
        if told.grain != "year":
            return told
        for j in range(k - 1, max(-1, k - 6), -1):
            if is_date(self.expressions[j].term) and self.expressions[j].type != "SET" and j not in self.asides:
                found = self.at(j, day).interval
                if found is not None and found.grain != "year":
                    return found if told.holds(found) else told
        return told

    def _compared(self, n: int, day: int | None, term: Term) -> Term:
        """policy "figures are compared like with like": "a year ago", in a report on a quarter, is that quarter a year before."""
        if not isinstance(term, Offset):
            return term
        for k in range(n - 1, max(-1, n - 5), -1):
            other = self.expressions[k].term
            if is_year_before(other) or self.expressions[k].type == "DURATION" or not is_date(other):
                continue
            found = self.at(k, day).interval
            if found is None or found.grain != "quarter":
                return term
            y, m, _ = calendar.civil(found.first)
            return Offset(term.amounts, term.sign, Fields(year=y, quarter=(m + 2) // 3))
        return term

    def _year_of_sentence(self, n: int, day: int | None, term: Term) -> tuple[Interval | None, bool]:
        """policy "the year is told beside it": a month or day takes the year named before it in its sentence."""
        x = self.expressions[n]
        if n == 0 or not needs_direction(term):
            return None, False
        other = self.expressions[n - 1]
        f = plain_fields(term)
        if (
            other.block != x.block
            or (f is not None and (f.weekday or f.day and not f.month))
            or x.start - other.end > 120
            or not is_date(other.term)
        ):
            return None, False
        if re.search(r"[.!?;]\s", self.document.text[other.end : x.start]):
            return None, False
        found = self.at(n - 1, day).interval
        return (found, True) if found is not None and found.grain in ("year", "half") else (None, False)

    # ---------------------------------------------------------- over the window
    def _timex(self, n: int, x: TimeExpression) -> Timex3:
        time = self.time
        best = time.best
        outcome = self.at(n, best)
        doubt = None
        if best is None:
            outcome, doubt = self._without_best(n, outcome)
        elif time.basis == "inferred" and outcome.interval is not None and time.earliest != time.latest:
            other = next((o for d in self._days() if (o := self.at(n, d)).value != outcome.value), None)
            if other is not None:
                doubt = f"the publication date is inferred: on another day of its window this would be {other.value}"
        doubt = doubt or self._doubt(n, x, outcome)
        steps = self._trace(n, x, outcome) if self.trace else ()
        recurrence = x.term if x.type == "SET" else None
        return Timex3(
            x.start, x.end, x.text, x.type, outcome.value, outcome.edtf, outcome.mod,
            getattr(recurrence, "quant", None), getattr(recurrence, "freq", None), outcome.interval, None, doubt,
            outcome.implied, outcome.near, steps, x.rule, n, x.set_by,
        )  # fmt: skip

    def _days(self) -> Sequence[int]:
        """The days of the window; of a long one its ends and some between."""
        first, last = self.time.earliest, self.time.latest
        if first is None or last is None:
            return ()
        return range(first, last + 1) if last - first <= 45 else range(first, last + 1, max(1, (last - first) // 12))

    def _without_best(self, n: int, outcome: Outcome) -> tuple[Outcome, str | None]:
        days = self._days()
        if days and outcome.interval is None and days[-1] - days[0] < 400:
            found = [self.at(n, d) for d in (*days, days[-1], self.time.latest)]
            if all(o.value == found[0].value and o.edtf for o in found):
                return found[0], None
        return outcome, None

    def _doubt(self, n: int, x: TimeExpression, outcome: Outcome) -> str | None:
        if outcome.interval is None or x.set_by is not None:
            return None
        if outcome.conflict:
            return outcome.conflict
        if outcome.near:
            value, reason = outcome.near[0]
            return f"{value} is possible as well: {reason}"
        if isinstance(x.term, Numeric) and self.order_reason is None:
            return "day and month can be read either way"
        if self.time.year_policy and "year" in outcome.implied:
            return self.time.year_policy
        if self.time.basis == "inferred" and self.time.year_policy and needs_direction(x.term):
            return self.time.year_policy
        binding = self.bindings.get(n)
        if binding is not None and not binding.named:
            return binding.reason
        if (
            x.direction > 0
            and isinstance(x.term, Fields)
            and x.term.weekday
            and not x.term.month
            and not x.term.day
            and outcome.interval.first == self.time.best
        ):
            return "it may mean the day of publication, or a week later"
        return None

    # ---------------------------------------------------------- in words
    def _trace(self, n: int, x: TimeExpression, outcome: Outcome) -> tuple[str, ...]:
        steps = [f"“{x.text}”"]
        if x.set_by is not None:
            return (*steps, f"set by {x.set_by.by or 'a person'}: {outcome.edtf or 'not known'}")
        binding = self.bindings.get(n)
        if binding is not None:
            steps.append(binding.reason)
        context = self._context()
        for step in outcome.steps:
            steps.append(step.replace("publication", context, 1) + (f" ({x.why_direction})" if x.why_direction else ""))
        if not outcome.steps and counts_from_publication(x.term):
            steps.append(f"counted from {context}")
        if isinstance(x.term, Numeric) and self.order_reason:
            steps.append(self.order_reason)
        if outcome.implied and self.time.year_policy and "year" in outcome.implied:
            steps.append(self.time.year_policy)
        steps.append(in_words(outcome) if outcome.interval is not None else f"not resolved: {outcome.value}")
        return tuple(steps)

    def _context(self) -> str:
        t = self.time
        if t.basis == "given" and t.best is not None:
            return f"publication on {say_day(t.best)}"
        if t.earliest is not None and t.latest is not None and t.best is not None:
            window = (
                say_day(t.best) if t.earliest == t.latest else f"between {say_day(t.earliest)} and {say_day(t.latest)}"
            )
            return f"publication, {window} (inferred)"
        return "publication, which is not known"


#: A year so far back, that comes and goes, is an aside; one year back may be another thread of the story.
_LOOK_BACK_YEARS = 2


def asides(expressions: Sequence[TimeExpression]) -> frozenset[int]:
    """policy "an aside carries nothing": looks ahead and back that the next stated year returns from, and ends of ranges."""
    stated = [(n, f.year) for n, x in enumerate(expressions) if (f := plain_fields(x.term)) and f.year is not None]
    out: set[int] = {n for n, _ in stated if expressions[n].pair is not None}
    told = [(n, year) for n, year in stated if n not in out]
    running: int | None = None
    for place, (n, year) in enumerate(told):
        following = next((y for _, y in told[place + 1 : place + 4] if y != year), None)
        if running is not None and following is not None:
            ahead = running <= following < year
            back = year <= running - _LOOK_BACK_YEARS and following >= running
            if ahead or back:
                out.add(n)
                continue
        running = year
    return frozenset(out)


def looks_back(term: Term) -> bool:
    """ "the previous year", "two decades earlier": a look back from the story, which goes on where it was."""
    while isinstance(term, Modified):
        term = term.term
    if isinstance(term, Cycle):
        return term.n < 0 and isinstance(term.base, Prior) and term.unit not in ("day", "week")
    return isinstance(term, Offset) and term.sign < 0 and term.amounts[-1][1] in ("month", "year", "decade", "century")


def counts_from_publication(term: Term) -> bool:
    """Does a term count from the day of writing?"""
    while not isinstance(term, Publication):
        inner = next(
            (
                getattr(term, a)
                for a in ("base", "whole", "day", "term")
                if hasattr(term, a) and not isinstance(getattr(term, a), int | str | None)
            ),
            None,
        )
        if inner is None:
            return False
        term = inner
    return True


def _just_named(term: Term) -> bool:
    """ "the 10th": a bare day takes the month that was just named."""
    f = plain_fields(term)
    return f is not None and f.day is not None and f.month is None


def _set_by_person(x: TimeExpression) -> Outcome:
    value = x.set_by.value if x.set_by else None
    found = edtf.interval_of(value) if value else None
    if found is None:
        return Outcome(None, timex3.underspecified(x.term))
    return Outcome(found, timex3.value(found), value)


def _clock(stamp: str | None) -> tuple[int, int] | None:
    m = re.search(r"T(\d\d):(\d\d)", stamp or "")
    return (int(m[1]), int(m[2])) if m else None


def numeric_order(document: Document, expressions: Sequence[TimeExpression]) -> tuple[bool, str | None]:
    """(is the day first in digits?, why) for a whole document; why is None where nothing tells."""
    if not any(x.rule.startswith("numeric") for x in expressions):
        return True, None
    for x in expressions:
        m = re.match(r"(\d{1,2})[/.-](\d{1,2})\b", x.text) if x.rule.startswith("numeric") else None
        if m and (int(m[1]) > 12) != (int(m[2]) > 12):
            return int(m[1]) > 12, f"“{x.text}” shows the order of day and month in this text"
    region = document.meta.language.upper().partition("-")[2]
    if region:
        return region not in ("US", "PH", "CA"), f"the order of day and month in {document.meta.language}"
    if not document.meta.language.lower().startswith("en"):
        return True, f"the order of day and month in {document.meta.language}"
    return True, None


_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def say_day(day: int) -> str:
    """A day in words: 10 December 2023."""
    y, m, d = calendar.civil(day)
    return f"{d} {_MONTHS[m]} {y if y > 0 else f'{1 - y} BC'}"


def in_words(outcome: Outcome) -> str:
    """A resolved date in words, as precise as it is."""
    span = outcome.interval
    if span is None:
        return outcome.value
    y, m, _ = calendar.civil(span.first)
    if span.grain in ("day", "point", "part"):
        return say_day(span.first)
    if span.grain == "month":
        return f"{_MONTHS[m]} {y}"
    if span.grain == "year":
        return str(y) if y > 0 else f"{1 - y} BC"
    return f"{say_day(span.first)} to {say_day(span.last)}"

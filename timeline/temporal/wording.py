"""Days and derivations in words, as pages and the command line show them."""

from functools import lru_cache

from ..algebra import calendar
from ..algebra.evaluate import Outcome
from ..algebra.terms import Numeric, Publication, Term, Vague
from ..model import Binding, DocumentTime, TimeExpression

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def say_day(day: int) -> str:
    """A day: 10 December 2023."""
    y, m, d = calendar.civil(day)
    return f"{d} {_MONTHS[m - 1]} {y if y > 0 else f'{1 - y} BC'}"


def say_day_of_year(month: int, day: int) -> str:
    """A day of any year: 10 December."""
    return f"{day} {_MONTHS[month - 1]}"


def say_outcome(outcome: Outcome) -> str:
    """A resolved date, as precise as it is; the TIMEX3 value of one that has no days."""
    span = outcome.interval
    if span is None:
        return outcome.value
    y, m, _ = calendar.civil(span.first)
    era = str(y) if y > 0 else f"{1 - y} BC"
    match span.grain:
        case "day" | "point" | "part":
            return say_day(span.first)
        case "month":
            return f"{_MONTHS[m - 1]} {era}"
        case "year":
            return era
        case _:
            return f"{say_day(span.first)} to {say_day(span.last)}"


def say_context(time: DocumentTime) -> str:
    """When the document was written, and how that is known."""
    if time.best is None:
        if time.basis == "given" and time.earliest is not None and time.latest is not None:
            return f"publication between {say_day(time.earliest)} and {say_day(time.latest)}"
        return "publication, which is not known"
    if time.basis == "given":
        return f"publication on {say_day(time.best)}"
    if time.earliest is None or time.latest is None or time.earliest == time.latest:
        return f"publication on {say_day(time.best)} (inferred)"
    return f"publication, between {say_day(time.earliest)} and {say_day(time.latest)} (inferred)"


def derivation(
    x: TimeExpression, outcome: Outcome, time: DocumentTime, binding: Binding | None, order: str | None
) -> tuple[str, ...]:
    """From words to date, one step a line. `order`: why day and month stand as they do in digits."""
    words = f"“{x.text}”"
    if x.set_by is not None:
        return words, f"set by {x.set_by.by or 'a person'}", outcome.edtf or "not known"
    steps = [words]
    if binding is not None:
        steps.append(binding.reason)
    context = say_context(time)
    why = f" ({x.why_direction})" if x.why_direction else ""
    steps += [step.replace("publication", context, 1) + why for step in outcome.steps]
    if not outcome.steps and counts_from_publication(x.term):
        steps.append(f"counted from {context}")
    if isinstance(x.term, Numeric) and order:
        steps.append(order)
    if time.year_policy and "year" in outcome.implied:
        steps.append(time.year_policy)
    steps.append(say_outcome(outcome) if outcome.interval is not None else f"{_NO_DAY.get(_kind(x))}: {outcome.value}")
    return tuple(steps)


_NO_DAY = {
    "DURATION": "a length of time, which names no day",
    "SET": "a time that recurs",
    "REFERENCE": "a reference, which names no day",
    "DATE": "not resolved",
    "TIME": "not resolved",
}


def _kind(x: TimeExpression) -> str:
    return "REFERENCE" if isinstance(x.term, Vague) and x.term.ref.endswith("_REF") else x.type


@lru_cache(maxsize=4096)
def counts_from_publication(term: Term) -> bool:
    """Does a term count from the day of writing?"""
    inner: object = term
    while not isinstance(inner, Publication):
        parts = (getattr(inner, name, None) for name in ("base", "whole", "day", "term"))
        inner = next((p for p in parts if p is not None and not isinstance(p, int | str)), None)
        if inner is None:
            return False
    return True

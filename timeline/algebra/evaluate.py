"""From a term and an anchor to days. Pure calendar arithmetic; what it fills in is kept apart from what was said."""

from dataclasses import dataclass

from .interval import Interval
from .terms import Term


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a term is counted from.

    day: the day of writing, None where it is not known. prior: the date named before, or what an occasion was bound to.
    direction: -1 past, +1 future, 0 not told. southern: seasons of the southern hemisphere. clock: (hour, minute) of writing.
    carry: the text carries the year (narratives), so that `prior` outranks `day` for missing parts.
    """

    day: int | None
    prior: Interval | None = None
    direction: int = 0
    southern: bool = False
    clock: tuple[int, int] | None = None
    carry: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out.

    interval: None where the term has no calendar value here (vague, a duration, nothing to count from). value: TIMEX3.
    edtf: None likewise. implied: names of parts that were filled in ("year", "month"). near: a second reading that is
    about as good: (value, reason). gap: days between anchor and interval. steps: the derivation in words.
    """

    interval: Interval | None
    value: str
    edtf: str | None = None
    mod: str | None = None
    implied: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    gap: int | None = None
    steps: tuple[str, ...] = ()


def evaluate(term: Term, anchor: Anchor, trace: bool = True) -> Outcome:
    """Compute a term's days from an anchor. Never raises for a term that a rule can make."""
    raise NotImplementedError

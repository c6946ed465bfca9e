"""The derivation of one date: what it is counted from, and what is noted down on the way."""

from collections.abc import Callable, Mapping
from typing import Any

from ..frozen import Frozen
from .interval import Interval
from .terms import Term


class Anchor(Frozen):
    """What a term is counted from.

    day: the day of writing, None where it is not known. prior: the date named before, or what an occasion was bound to.
    direction: -1 past, +1 future, 0 not told. southern: seasons of the southern hemisphere. clock: (hour, minute) of
    writing. carry: the text carries the year (narratives), so that `prior` outranks `day` for missing parts; until: the
    first day of the date that it tells next with its year, where that is near.
    named: the day of a named day in a year, None where it is not known.
    """

    day: int | None
    prior: Interval | None = None
    direction: int = 0
    southern: bool = False
    clock: tuple[int, int] | None = None
    carry: bool = False
    until: int | None = None
    named: Callable[[str, int], int | None] = lambda key, year: None


class Derivation:
    """One evaluation under way. A family of terms computes with it, and asks it for the terms inside its own.

    implied, near, steps, conflict: as in `evaluate.Outcome`. stamp: a clock time that the counting led to ("T14:30").
    reference: the day from which missing parts are filled in.
    """

    __slots__ = ("anchor", "conflict", "families", "implied", "near", "reference", "stamp", "steps")

    def __init__(self, anchor: Anchor, families: "Families") -> None:
        """Begin with nothing noted down; `families` says who computes which kind of term."""
        self.anchor = anchor
        self.families = families
        self.implied: list[str] = []
        self.near: list[tuple[str, str]] = []
        self.steps: list[str] = []
        self.conflict: str | None = None
        self.stamp = ""
        carried = anchor.carry and anchor.prior is not None
        self.reference = anchor.prior.first if carried and anchor.prior else anchor.day

    def interval(self, term: Term) -> Interval | None:
        """The days of a term, or None where it has none here."""
        return self.families[type(term)](self, term)

    def counted_from(self, anchor: Anchor) -> "Derivation":
        """A derivation from another anchor; its notes are its own."""
        return Derivation(anchor, self.families)


#: Who computes which kind of term.
Families = Mapping[type, Callable[[Derivation, Any], Interval | None]]

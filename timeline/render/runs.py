"""Text with links, emphasis, time expressions and quotations over one another, cut so that elements nest.

A quotation is the outer element, a run of Markdown the next, a time expression the inner one. What crosses a boundary
of something further out is cut there, into one fragment on each side; the id goes on the first.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from ..frozen import Frozen
from ..model import Run, Span


class Layer(Frozen):
    """A stretch of text that becomes elements: `key` names it and is the id of its first fragment."""

    start: int
    end: int
    key: str
    datetime: str | None = None
    value: str = ""
    note: str | None = None


class Piece(Frozen):
    """Text between two neighbouring boundaries. first, last: it begins or ends its time expression."""

    text: str
    run: Run | None
    time: Layer | None
    first: bool
    last: bool

    @property
    def plain(self) -> bool:
        """Is it mere text, as most is?"""
        return self.time is None and (self.run is None or not (self.run.href or self.run.styles))


class Stretch(Frozen):
    """Neighbouring pieces under the same quotations; `ids` are those, None for one that has begun before."""

    ids: tuple[str | None, ...]
    pieces: tuple[Piece, ...]


def cut(
    text: str, span: Span, runs: Sequence[Run], times: Sequence[Layer] = (), quotes: Sequence[Layer] = ()
) -> tuple[Stretch, ...]:
    """Cut a stretch of text at every boundary of what lies over it. Joined again, the pieces are that text."""
    start, end = span
    spans = [*((r.start, r.end) for r in runs), *((layer.start, layer.end) for layer in (*times, *quotes))]
    bounds = {b for over in spans for b in over if start < b < end}
    atoms = list(pairwise(sorted({start, end} | bounds)))
    begun = {q.key for q in quotes if q.start < start}
    stretches = []
    for over, group in groupby(atoms, key=lambda atom: tuple(q for q in quotes if _covers(q, atom))):
        ids = tuple(None if q.key in begun else q.key for q in over)
        begun.update(q.key for q in over)
        stretches.append(Stretch(ids, tuple(_piece(text, atom, runs, times, span) for atom in group)))
    return tuple(stretches)


def _piece(text: str, atom: Span, runs: Iterable[Run], times: Iterable[Layer], span: Span) -> Piece:
    """One fragment with what lies over it."""
    run = next((r for r in runs if _covers(r, atom)), None)
    time = next((t for t in times if _covers(t, atom)), None)
    first = time is not None and atom[0] == max(time.start, span[0])
    last = time is not None and atom[1] == min(time.end, span[1])
    return Piece(text[atom[0]:atom[1]], run, time, first, last)


def _covers(over: Run | Layer, atom: Span) -> bool:
    """Does it lie over the whole fragment?"""
    return over.start <= atom[0] and atom[1] <= over.end

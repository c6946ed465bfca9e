"""Which of several days is meant, where the words fit many: by tense, by nearness, or by what the text told before."""

from . import timex3
from .derivation import Derivation
from .interval import Interval

#: A direction told by the verb right before the preposition is not weighed against nearness.
_CERTAIN = 3
#: What a step of a narrative costs back, and forward on the way to the next date that it tells.
_BACK, _ON_THE_WAY = 1.3, 0.5
#: How many times nearer a date against the tense must be, to be meant all the same.
_FAR: dict[int | str, int] = {1: 6, 2: 12, "quarter": 3}


def choose(work: Derivation, candidates: list[Interval], base: int, part: str) -> Interval | None:
    """Of candidates in order of time: the latest that has begun, the next to come, or the nearest.

    A tense told from afar (direction 1 rather than 2) yields to a candidate that is nearer by far.
    """
    work.implied.append(part)
    begun = [c for c in candidates if c.first <= base]
    to_come = [c for c in candidates if c.last >= base]
    direction = work.anchor.direction
    if work.anchor.carry and work.anchor.prior is not None:
        work.steps.append("carried on from the date told before")
        told = work.anchor.prior
        return min(candidates, key=lambda c: _carried(c, told, work.anchor.until), default=None)
    back = min((base - c.last for c in begun[-1:]), default=None)
    ahead = min((c.first - base for c in to_come[:1]), default=None)
    nearer = ""
    if direction and abs(direction) < _CERTAIN and part != "week" and back is not None and ahead is not None:
        wrong, right = (ahead, back) if direction < 0 else (back, ahead)
        far = _FAR["quarter" if candidates[0].grain == "quarter" else abs(direction)]
        if max(wrong, 0) * far < right - 31:
            told = begun[-1] if direction < 0 else to_come[0]
            work.near.append((timex3.value(told, work.anchor.southern), "its tense says so, though it lies far off"))
            direction, nearer = -direction, ", which is nearer by far"
    if direction < 0:
        chosen = begun[-1] if begun else None
        work.steps.append(f"the latest up to publication{nearer}")
    elif direction > 0:
        chosen = to_come[0] if to_come else None
        work.steps.append(f"the next from publication on{nearer}")
    else:
        if back is not None and (ahead is None or back <= 2 * max(ahead, 0) or (ahead > 45 and back <= 4 * ahead)):
            chosen = begun[-1]
            other = to_come[0] if to_come else None
        else:
            chosen = to_come[0] if to_come else None
            other = begun[-1] if begun else None
        work.steps.append("the nearest to publication")
        if other is not None and other != chosen:
            work.near.append((timex3.value(other, work.anchor.southern), "no tense tells past from future here"))
    return chosen


def nearest(work: Derivation, candidates: list[Interval], base: int, part: str) -> Interval | None:
    """Weekday and day fit only every five to eleven years: the nearest fit is meant, whatever the tense."""
    work.implied.append(part)
    work.steps.append("the year nearest to publication in which the weekday fits")
    return min(candidates, key=lambda c: abs(c.first - base), default=None)


def _carried(c: Interval, told: Interval, until: int | None) -> float:
    """How far a candidate lies from the date that the text is at: narratives run forward, so back costs more.

    until: the date that the text tells next with its year; what lies on the way there costs less.
    """
    if told.meets(c):
        return 0.0
    if c.first <= told.last:
        return _BACK * (told.first - c.last)
    return (_ON_THE_WAY if until is not None and c.last <= until else 1.0) * (c.first - told.last)

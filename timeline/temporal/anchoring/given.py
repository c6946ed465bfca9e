"""A publication date that somebody states: a day, a moment with a zone, or a coarser EDTF value, which is a window."""


from ...algebra import edtf
from ...kept import pattern
from ...model import Decision, DocumentTime

_DATE_TIME = pattern(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?")


def given_time(
    stated: str, source: str, set_by: Decision | None = None, narrative: bool = False
) -> DocumentTime | None:
    """The document time of a stated date; None where it is no date. `source` says who states it, in words.

    A moment counts as its local day, as written: the zone of the publisher is the one its "today" means.
    """
    m = _DATE_TIME.fullmatch(stated.strip())
    span = edtf.interval_of(f"{m[1]}T{m[2]}{m[3] or ''}" if m else stated.strip())
    if span is None or not -3_700_000 < span.first <= span.past < 3_700_000:
        return None
    best = span.first if span.days == 1 else None
    clock = f"T{m[2]}{m[3] or ''}" if m else None
    return DocumentTime(
        span.first, span.last, best, "given", (f"{source}: {stated.strip()}",), (), clock, narrative, set_by=set_by
    )

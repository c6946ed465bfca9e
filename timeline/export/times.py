"""Days and publication times as the plain records that public formats share."""

from ..algebra import calendar
from ..model import DocumentTime


def iso(day: int) -> str:
    """A day number as an ISO 8601 date; years before 1 and after 9999 with as many digits and the sign they need."""
    y, m, d = calendar.civil(day)
    return f"{'-' if y < 0 else ''}{abs(y):04}-{m:02}-{d:02}"


def published(time: DocumentTime) -> dict[str, object]:
    """When a document was published: a day is claimed (`best`) exactly when the basis is not "unknown"."""
    return {
        "earliest": _date(time.earliest),
        "latest": _date(time.latest),
        "best": _date(time.best),
        "basis": time.basis,
        "evidence": list(time.evidence),
        "alternatives": [iso(day) for day in time.alternatives],
    }


def _date(day: int | None) -> str | None:
    """An ISO date, or null."""
    return None if day is None else iso(day)

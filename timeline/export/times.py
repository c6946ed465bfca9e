"""Publication times as the plain records that public formats share."""

from ..algebra.calendar import iso
from ..model import DocumentTime


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

"""How long a length of time is, roughly: what separates news from its background."""

from collections.abc import Iterable

#: What has gone on for more days than this is no news of these days.
FAR = 14
_DAYS = {
    "day": 1, "night": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "season": 91,
    "half": 182, "year": 365, "decade": 3652, "century": 36524,
}  # fmt: skip


def days_of(amounts: Iterable[tuple[float | None, str]]) -> float:
    """The days of a length of time; hours and what is not told by number count nothing."""
    return sum((count or 0) * _DAYS.get(unit, 0) for count, unit in amounts)

"""`event-date`: when an event happened, whatever its sources say; their own dates stay beside it."""

from ..kind import EVENT, Key, Kind
from .date import value

KIND = Kind(
    "event-date",
    "When an event happened, whatever its sources say.",
    ("identify",),
    (EVENT, Key("value", "text", "The date in EDTF or in words, or unknown.", check=value)),
)

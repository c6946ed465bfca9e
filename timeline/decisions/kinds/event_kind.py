"""`event-kind`: whether an entry is something that happened, was said, or is planned."""

from ..kind import EVENT, Key, Kind

WORDS = ("event", "statement", "planned", "state")

KIND = Kind(
    "event-kind",
    "What sort of thing an entry is.",
    ("identify",),
    (EVENT, Key("value", "text", "One of the sorts there are.", words=WORDS)),
)

"""`accept`: somebody has looked at entries, and they stay as they are until somebody accepts them again."""

from ..kind import Key, Kind

KIND = Kind(
    "accept",
    "Entries stay as they are.",
    ("identify",),
    (Key("events", "events", "Ids of the entries; a single one will do."),),
    beside=True,
)

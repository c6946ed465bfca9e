"""`merge`: entries, or mentions by their ids, that are one event. Whether they exist is seen later."""

from ..kind import Key, Kind

KIND = Kind(
    "merge",
    "These entries are one event.",
    ("link", "corefer"),
    (Key("events", "events", "Ids of the entries, two at least."),),
    fewest=2,
)

"""`apart`: entries that are different events, however alike they are."""

from ..kind import Key, Kind

KIND = Kind(
    "apart",
    "These entries are different events.",
    ("corefer",),
    (Key("events", "events", "Ids of the entries, two at least."),),
    fewest=2,
)

"""`tags`: under what an entry is filed, in place of what it was filed under."""

from ..kind import EVENT, Key, Kind

KIND = Kind(
    "tags",
    "The tags of an entry, in place of those it has.",
    ("identify",),
    (EVENT, Key("tags", "texts", "All its tags; [] for none.")),
)

"""`timezone`: where the clocks of an article's publisher stand. It wins over its front matter."""

from ...authored.forms import time_zone
from ..kind import ARTICLE, Key, Kind

KIND = Kind(
    "timezone",
    "The time zone of an article's publisher.",
    ("read",),
    (ARTICLE, Key("value", "text", "Name of the zone, as in Asia/Seoul.", check=lambda written, _: time_zone(written))),
)

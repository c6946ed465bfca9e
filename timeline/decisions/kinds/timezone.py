"""`timezone`: where the clocks of an article's publisher stand. It wins over its front matter."""

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ...authored.forms import BadValueError, nearest
from ..kind import ARTICLE, Key, Kind


@cache
def _meant(written: str) -> str | None:
    """The zone that was probably meant."""
    return nearest(written, available_timezones())


def zone(written: str, language: str) -> str:
    """The name of a zone of the IANA database. Raises `BadValueError`."""
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        meant = _meant(written)
        hint = f"write '{meant}'" if meant else "write it as in Asia/Seoul"
        raise BadValueError(f"'{written}' is no time zone", hint) from None
    return written


KIND = Kind(
    "timezone",
    "The time zone of an article's publisher.",
    ("read",),
    (ARTICLE, Key("value", "text", "Name of the zone, as in Asia/Seoul.", check=zone)),
)

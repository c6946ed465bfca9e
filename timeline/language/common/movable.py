"""Feasts of other calendars, from the tables of the holidays library (which counts them by country and year)."""

import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ... import kept

#: key → (country that keeps the feast, its name there, shift in days to its first day)
_FEASTS = {
    "rosh hashanah": ("IL", "Rosh Hashanah", 0),
    "yom kippur": ("IL", "Yom Kippur", 0),
    "sukkot": ("IL", "Sukkot", 0),
    "simchat torah": ("IL", "Simchat Torah", 0),
    "passover": ("IL", "Pesach", 0),
    "shavuot": ("IL", "Shavuot", 0),
    "lunar new year": ("SG", "Chinese New Year", 0),
    "vesak": ("SG", "Vesak Day", 0),
    "diwali": ("SG", "Diwali", 0),
    "eid al-fitr": ("TR", "Eid al-Fitr", 0),
    "eid al-adha": ("TR", "Eid al-Adha", 0),
    "ashura": ("IN", "Ashura", 0),
    "holi": ("IN", "Holi", 0),
    "chuseok": ("KR", "Chuseok", 0),
    "buddha's birthday": ("KR", "Buddha's Birthday", 0),
    "orthodox easter": ("GR", "Easter Sunday", 0),
    "orthodox good friday": ("GR", "Good Friday", 0),
    "ramadan": ("TR", "Eid al-Fitr", -30),
}


@cache
def day_of(key: str, year: int) -> int | None:
    """Day number of the first day of a feast in a year, None where the tables do not have it."""
    if key not in _FEASTS or not 1 <= year <= 9999:
        return None
    found: int | None = kept.table(f"{key}|{year}|{_edition()}".encode(), _looked_up)
    return found


@cache
def _edition() -> str:
    """Which tables they are. To load them takes longer than most texts, so what was found in them is kept.

    Told by when they were installed; to look for their version takes longer than a short text, too.
    """
    found = find_spec("holidays")
    return str(Path(found.origin).stat().st_mtime_ns) if found is not None and found.origin else ""


def _looked_up(asked: bytes) -> int | None:
    import holidays

    key, year, _ = asked.decode().split("|")
    country, name, shift = _FEASTS[key]
    with warnings.catch_warnings():  # it warns of years that its tables do not reach; they give no day here
        warnings.simplefilter("ignore")
        table = holidays.country_holidays(country, years=int(year), language="en_US")
    days = [day.toordinal() for day, label in table.items() if label.split(" (")[0].split(" / ")[0] == name]
    return min(days) + shift if days else None

"""`date`: the value of one time expression, and the expression itself where none was recognised."""

import re

from ...algebra.edtf import interval_of, is_edtf
from ...language.dates import as_edtf
from ...user_yaml import BadValueError
from ..kind import ARTICLE, TARGET, Key, Kind

#: EDTF for a day of which nothing is known.
UNKNOWN = "XXXX-XX-XX"

_LONGEST = 100  # characters of a date
_BETWEEN = re.compile(r"\s+(?:to|till|until|bis|à|al?)\s+|\s*[–—]\s*|\s+-\s+", re.I)
_HINT = "write 2023-12-10, 2023-12, 2023-12-10~ (about), 2023-12-08/2023-12-10, 10 December 2023, or unknown"


def value(written: str, language: str) -> str:
    """EDTF from EDTF or words, a range of two dates among them; `UNKNOWN` for "unknown". Raises `BadValueError`.

    Underspecified forms (`XXXX-XX-10`) count.
    """
    if written.strip().lower() == "unknown":
        return UNKNOWN
    short = len(written) <= _LONGEST
    edtf = (as_edtf(written, language) or _range(written, language)) if short else None
    if edtf is None:
        raise BadValueError(f"'{written}' is no date", _HINT)
    return edtf


def exact_value(written: str, language: str) -> str:
    """EDTF that names days of the calendar. Raises `BadValueError`."""
    edtf = value(written, language)
    if interval_of(edtf) is None:
        raise BadValueError(f"'{written}' names no day, month or year", "write 2023-12-10, 2023-12 or 2023")
    return edtf


def _range(written: str, language: str) -> str | None:
    """The days from one date to another; the first takes from the second what it leaves out ("8 to 10 May 1911")."""
    first, *others = _BETWEEN.split(written.strip())
    if len(others) != 1:
        return None
    filled = " ".join([first, *others[0].split()[len(first.split()):]])
    start, last = as_edtf(first, language) or as_edtf(filled, language), as_edtf(others[0], language)
    span = f"{start}/{last}"
    return span if start and last and is_edtf(span) else None


KIND = Kind(
    "date",
    "The value of one time expression; where none was recognised, these words are one.",
    ("recognise", "anchor", "resolve"),
    (ARTICLE, TARGET, Key("value", "text", "The date in EDTF or in words, or unknown.", check=value)),
)

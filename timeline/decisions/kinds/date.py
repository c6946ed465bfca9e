"""`date`: the value of one time expression, and the expression itself where none was recognised."""

import re

from ...algebra.calendar import weekday
from ...algebra.edtf import interval_of, is_edtf
from ...algebra.terms import Fields
from ...authored.forms import BadValueError
from ...language.dates import as_edtf
from ...language.grammars import grammar, primary
from ..kind import ARTICLE, TARGET, Key, Kind

#: EDTF for a day of which nothing is known.
UNKNOWN = "XXXX-XX-XX"

_LONGEST = 100  # characters of a date
_UNKNOWN = ("unknown", "not known", "unbekannt", "inconnu", "inconnue", "desconocido", "desconocida", "sconosciuto")
_DOTTED = re.compile(r"\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*")
_FROM = re.compile(r"^(?:from|von|vom|du|de|del)\s+", re.I)
_HYPHEN = re.compile(r"(?<=^\d)-(?=\d\d?\.?\s+[^\W\d])|(?<=^\d\d)-(?=\d\d?\.?\s+[^\W\d])")  # 8-10 May 1911
_MONTH_FIRST = re.compile(r"^([^\W\d]+\.?)\s+(\d\d?)\s*(?:to|till|until|[-–—])\s*(\d\d?),?\s+(\d{4})$")
_BETWEEN = re.compile(r"\s+(?:to|till|until|bis|à|al?)\s+|\s*[–—]\s*|\s+-\s+", re.I)
_HINT = "write 2023-12-10, 2023-12, 2023-12-10~ (about), 2023-12-08/2023-12-10, 10 December 2023, or unknown"


def value(written: str, language: str) -> str:
    """EDTF from EDTF or words, a range of two dates among them; `UNKNOWN` for "unknown". Raises `BadValueError`.

    Underspecified forms (`XXXX-XX-10`) count.
    """
    if written.strip().lower() in _UNKNOWN:
        return UNKNOWN
    short = len(written) <= _LONGEST
    edtf = (_day_first(written) or as_edtf(written, language) or _range(written, language)) if short else None
    if edtf is None:
        raise BadValueError(f"'{written}' is no date", _HINT)
    _require_weekday(written, edtf, language)
    return edtf


def exact_value(written: str, language: str) -> str:
    """EDTF that names days of the calendar. Raises `BadValueError`."""
    edtf = value(written, language)
    if interval_of(edtf) is None:
        raise BadValueError(f"'{written}' names no day, month or year", "write 2023-12-10, 2023-12 or 2023")
    return edtf


def _day_first(written: str) -> str | None:
    """The EDTF of 10.12.2023: with dots the day comes first, in whatever language."""
    found = _DOTTED.fullmatch(written)
    edtf = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""
    return edtf if is_edtf(edtf) else None


def _range(written: str, language: str) -> str | None:
    """The days from one date to another; each takes from the other what it leaves out ("8 to 10 May 1911")."""
    plain = _MONTH_FIRST.sub(r"\1 \2 \4 – \1 \3 \4", _HYPHEN.sub(" – ", _FROM.sub("", written.strip())))
    first, *others = _BETWEEN.split(plain)
    if len(others) != 1:
        return None
    filled = " ".join([first, *others[0].split()[len(first.split()):]])
    start, last = as_edtf(first, language) or as_edtf(filled, language), as_edtf(others[0], language)
    span = f"{start}/{last}"
    return span if start and last and is_edtf(span) else None


def _require_weekday(written: str, edtf: str, language: str) -> None:
    """Refuse "Monday, 10 December 2023", which was a Sunday: one of the two is a slip. Raises `BadValueError`."""
    interval = interval_of(edtf)
    if interval is None or interval.days != 1 or written == edtf:
        return
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in written)
    for match in grammar(primary(language)).find(written, lower, 0, len(written)):
        said = match.term.weekday if isinstance(match.term, Fields) else None
        if said is not None and said != weekday(interval.first):
            message = f"'{written}': {edtf} was no such day of the week"
            raise BadValueError(message, "correct the day of the week or the date, or leave the day of the week out")


KIND = Kind(
    "date",
    "The value of one time expression; where none was recognised, these words are one.",
    ("recognise", "anchor", "resolve"),
    (ARTICLE, TARGET, Key("value", "text", "The date in EDTF or in words, or unknown.", check=value)),
)

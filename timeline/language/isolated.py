"""A date that stands alone, in words of any language: front matter, a byline, a value that a person typed.

dateparser knows the words; what it fills in by itself is taken out again, and what it would misread is not given to it.
Prose is not read here.
"""

import re
from datetime import date, datetime, time
from functools import lru_cache

from dateparser.data.languages_info import language_order
from dateparser.date import DateDataParser

from ..algebra import interval
from ..algebra.edtf import edtf_of
from ..algebra.interval import Interval

# Two days without a common part: what comes out alike for both was said, and not filled in.
_PROBES = (date(1999, 2, 14), date(2011, 9, 27))

_APPROXIMATE = re.compile(r"^(?:about|around|circa|ca?\.|approximately|roughly|um|etwa|vers|environ|hacia)\s+", re.I)
_ARTICLE = re.compile(r"\b(?:the|den|dem|der|le|el|il)\s+(?=\d)", re.I)  # dateparser stumbles over it
_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m\b|\b(?:noon|midnight)\b", re.I)

# Read wrongly or one way of two: a bare number ("the 10th" becomes October), 3/4/2023, ranges, a bound ("by", "after").
_MISREAD = re.compile(
    r"(?:the\s+)?\d{1,2}(?!\d)\W?\s?\w{0,2}|\d{5,}"
    r"|.*\b(?P<a>0?[1-9]|1[0-2])[./-](?!0?(?P=a)\b)(?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d\d)\b.*"
    r"|.*(?<![-./\d])\d{1,2}\s?[-–—]\s?\d{1,2}(?![-–—./\d]).*"
    r"|(?:by|after|before|until|since|till|bis|nach|vor(?!\s\w+\s(?:Tag|Woche|Monat|Jahr|Stunde))|seit)\b.*",
    re.I | re.S,
)
_YEAR = re.compile(r"\d{4}")


def isolated(text: str, language: str = "en", base: date | None = None) -> str | None:
    """The date that a short text names, in EDTF and no finer than it says: "October 2023" is 2023-10.

    `language` is a BCP 47 tag. `base` is the day that "yesterday" and a missing year are counted from; without one, a
    text that needs it has no answer. A clock time makes an ISO date-time. None where the text is no date, or two.
    """
    words = " ".join(text.split())
    bare = _ARTICLE.sub("", _APPROXIMATE.sub("", words))
    if not bare or len(bare) > 80 or _MISREAD.fullmatch(bare) or (base is None and not _YEAR.search(bare)):
        return None
    approximate = _APPROXIMATE.match(words) is not None
    if base is not None:
        return _parsed(bare, language, base, approximate)
    first, second = (_parsed(bare, language, probe, approximate) for probe in _PROBES)
    return first if first == second else None


def _parsed(text: str, language: str, base: date, approximate: bool) -> str | None:
    found = _parser(language.partition("-")[0].lower(), base).get_date_data(text)
    moment, period = found.date_obj, found.period
    if moment is None:
        return None
    if period == "time":
        return _iso(moment) if _CLOCK.search(text) and not approximate else None
    day = moment.date().toordinal()
    grain = period if period in ("week", "month", "year") else "day"
    return edtf_of(interval.containing(day, grain) if grain != "day" else Interval(day, day + 1, "day"), approximate)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


@lru_cache(maxsize=64)
def _parser(language: str, base: date) -> DateDataParser:
    """A parser for one language; one that dateparser lacks is read with English words."""
    settings = {
        "RELATIVE_BASE": datetime.combine(base, time()),
        "RETURN_TIME_AS_PERIOD": True,
        "PREFER_DATES_FROM": "past",
        "PARSERS": ["relative-time", "custom-formats", "absolute-time"],
    }
    return DateDataParser(languages=[language if language in language_order else "en"], settings=settings)

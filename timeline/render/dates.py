"""Dates in words, in the language of the site: EDTF values and intervals as a reader would say them."""

import re
from collections.abc import Sequence

from ..algebra import calendar
from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..algebra.interval import Interval
from ..frozen import Frozen
from ..locale import Locale, marked

_QUALIFIERS = {
    "~": marked("about %(date)s"), "?": marked("perhaps %(date)s"), "%": marked("perhaps about %(date)s"),
}
_SEASONS = (
    marked("spring %(year)s"), marked("summer %(year)s"), marked("autumn %(year)s"), marked("winter %(year)s"),
)
#: EDTF's numbers for parts of a year that are not months (ISO 8601-2, 4.8).
_PARTS = {
    **{base + n: text for base in (20, 24, 28) for n, text in enumerate(_SEASONS, 1)},
    33: marked("the first quarter of %(year)s"), 34: marked("the second quarter of %(year)s"),
    35: marked("the third quarter of %(year)s"), 36: marked("the fourth quarter of %(year)s"),
    37: marked("the first third of %(year)s"), 38: marked("the second third of %(year)s"),
    39: marked("the third third of %(year)s"), 40: marked("the first half of %(year)s"),
    41: marked("the second half of %(year)s"),
}
_DATE = re.compile(
    r"(?P<year>Y?-?[\dX]+)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?(?P<qualifier>[~?%])?"
)
_YEARLY = 300  # days from which on a unit of the calendar is a year, or longer
TO = marked("%(first)s to %(last)s")  # two ends that stand alone
_WEEK, _WEEKEND = marked("the week from %(first)s to %(last)s"), marked("the weekend of %(first)s and %(last)s")
_BETWEEN = marked("between %(first)s and %(last)s")


class _Date(Frozen):
    """A date to be said. year: as it is written. month, day: their numbers, 0 for one that is not told."""

    year: str
    month: int = 0
    day: int = 0


class Dates(Frozen):
    """Says dates in one language."""

    locale: Locale

    def words(self, edtf: str) -> str:
        """An EDTF date or interval in words; what this small reader does not know is given back as it is."""
        first, slash, last = edtf.partition("/")
        is_interval = slash and any((first, last)) and all(map(_is_end, (first, last)))
        return self._stretch(first, last) if is_interval else self._single(edtf)

    def in_words(self, edtf: str | None, interval: Interval | None) -> str | None:
        """The words for a value, by its calendar unit where that says more than its two ends."""
        is_week = interval is not None and interval.grain in ("week", "weekend")
        if interval is not None and is_week and not (edtf or "").endswith(tuple(_QUALIFIERS)):
            return self.span(interval, _WEEKEND if interval.grain == "weekend" else _WEEK)
        if edtf:
            return self.words(edtf)
        return self.span(interval, TO) if interval else None

    def span(self, interval: Interval, text: str) -> str:
        """Both ends of an interval, told as shortly as they allow: "10 and 16 December 2023"."""
        return self._pair(self._civil(interval.first), self._civil(interval.last), text)

    def within(self, bounds: Interval) -> str:
        """Where a day that is not known must lie: "between 10 and 16 December 2023", "not after 7 October 2023"."""
        if bounds.first <= OPEN_FIRST:
            return self._say(marked("not after %(date)s"), date=self.day(bounds.last))
        if bounds.past >= OPEN_PAST:
            return self._say(marked("not before %(date)s"), date=self.day(bounds.first))
        if bounds.days == 1:
            return self._say(marked("on %(date)s"), date=self.day(bounds.first))
        return self.span(bounds, _BETWEEN)

    def reach(self, told: Sequence[Interval]) -> str:
        """From where the first of some begins to where the last of them ends, either no more exactly than it is told:
        "1908 to 10 December 2023".
        """
        return self._pair(*self._ends(told), TO)

    def ends(self, told: Sequence[Interval]) -> tuple[str, str]:
        """The same two dates by themselves."""
        first, last = self._ends(told)
        return self._date(first), self._date(last)

    def day(self, number: int) -> str:
        """One day, without its weekday."""
        return self._date(self._civil(number))

    def clock(self, edtf: str | None) -> str | None:
        """The time of day in an EDTF date, None where there is none: "18:30", "18:30 UTC"."""
        match = _DATE.fullmatch(edtf or "")
        if not match or not match["clock"]:
            return None
        return match["clock"] + {None: "", "Z": " UTC"}.get(match["zone"], f" UTC{match['zone']}")

    def full(self, number: int) -> str:
        """One day with its weekday."""
        y, m, d = calendar.civil(number)
        fields: dict[str, str | int] = {"year": self.year(y), "month": m, "day": d, "weekday": calendar.weekday(number)}
        return self.locale.date("yMMMMEEEEd", fields)

    def numeral(self, number: int) -> str:
        """The day of the month as a date begins with it: "10", "10."."""
        _, _, d = calendar.civil(number)
        return self._day_only(d) or str(d)

    def month(self, number: int) -> str:
        """The month and the year of a day."""
        y, m, _ = calendar.civil(number)
        return self._date(_Date(self.year(y), m))

    def title(self, stretch: Interval) -> str:
        """A stretch of the calendar as a heading: "10 December 2023", "December 2023", "2023", "1900 to 1999"."""
        y, _, _ = calendar.civil(stretch.first)
        if stretch.days == 1:
            return self.day(stretch.first)
        if stretch.grain == "month":
            return self.month(stretch.first)
        if stretch.grain == "year":
            return self.year(y)
        if stretch.grain in ("decade", "century", "millennium"):
            return self._say(TO, first=self.year(y), last=self.year(calendar.civil(stretch.last)[0]))
        return self.span(stretch, TO)

    def year(self, number: int) -> str:
        """An astronomical year as people write it: 2023, AD 79, 500 BC."""
        if number < 1:
            return self._say(marked("%(year)s BC"), year=str(1 - number))
        return self._say(marked("AD %(year)s"), year=str(number)) if number < 1000 else str(number)

    def gap(self, earlier: Interval, later: Interval) -> str | None:
        """How long after: "9 days later". None where the two touch or cannot be told apart.

        A unit of the calendar stands for some day in it, hence for its middle: what follows must be further away than
        the unit is wide, and how far is told in nothing finer.
        """
        width = max(_width(earlier), _width(later))
        days = later.first - earlier.last
        if width > 1:
            days = (later.first + later.last - earlier.first - earlier.last) // 2
        count = self.locale.count
        if days < width or days < 1:
            return None
        if width == 1 and days < 61:
            is_next = days == 1 and earlier.grain == later.grain == "day"
            next_day = self.locale.gettext("the next day") if is_next else None
            return next_day if days == 1 else count("%(n)s day later", "%(n)s days later", days)
        if width < _YEARLY and 45 <= days < 700:
            return count("about %(n)s month later", "about %(n)s months later", round(days / 30.44))
        return count("about %(n)s year later", "about %(n)s years later", round(days / 365.25)) if days >= 550 else None

    def tick(self, number: int, skeleton: str) -> str:
        """A label of the axis: "7 Oct", "Oct", "Oct 2023"."""
        y, m, d = calendar.civil(number)
        return self.locale.date(skeleton, {"year": self.year(y), "month": m, "day": d})

    # ---------------------------------------------------------------- within
    def _say(self, text: str, **values: str) -> str:
        """A text in this language with its values."""
        return self.locale.gettext(text) % values

    def _stretch(self, first: str, last: str) -> str:
        """An EDTF interval; an open or unknown end is said."""
        if first in ("", ".."):
            return self._say(marked("until %(date)s"), date=self._single(last))
        if last in ("", ".."):
            return self._say(marked("from %(date)s on"), date=self._single(first))
        a, b = _plain(first), _plain(last)
        if a and b:
            return self._pair(self._parts(a), self._parts(b), TO)
        return self._say(marked("from %(first)s to %(last)s"), first=self._single(first), last=self._single(last))

    def _single(self, edtf: str) -> str:
        """One EDTF date, with its clock and its doubt."""
        match = _DATE.fullmatch(edtf)
        if not match:
            return edtf
        told = self._loose(match) or self._date(self._parts(match))
        if clock := self.clock(edtf):
            told = f"{told}, {clock}"
        return self._say(_QUALIFIERS[match["qualifier"]], date=told) if match["qualifier"] else told

    def _loose(self, match: re.Match[str]) -> str | None:
        """A date with a part that no calendar date has: an unknown one, a season, a quarter; None for others."""
        year = self._written_year(match["year"])
        if match["month"] == "XX":
            return self._say(marked("some month of %(year)s"), year=year)
        if match["month"] and int(match["month"]) > 12:
            return self._say(_PARTS.get(int(match["month"]), "%(year)s"), year=year)
        if match["day"] == "XX":
            return self._say(marked("a day in %(month)s"), month=self._date(_Date(year, int(match["month"]))))
        return None

    def _parts(self, match: re.Match[str]) -> _Date:
        """A matched date of the calendar."""
        return _Date(self._written_year(match["year"]), int(match["month"] or 0), int(match["day"] or 0))

    def _written_year(self, written: str) -> str:
        """A year, decade or century; years before the first are counted BC."""
        digits = written.removeprefix("Y")
        if digits.endswith("XX") and digits[:-2].isdigit():
            century = digits[:-2]
            return self._say(marked("the years %(first)s to %(last)s"), first=f"{century}00", last=f"{century}99")
        if digits.endswith("X") and digits[:-1].isdigit():
            return self._say(marked("the %(year)ss"), year=f"{digits[:-1]}0")
        if "X" in digits:
            return self.locale.gettext("an unknown year")
        return self.year(int(digits))

    def _ends(self, told: Sequence[Interval]) -> tuple[_Date, _Date]:
        """Where the first of some intervals begins, and where the last of them ends."""
        first, last = min(told, key=lambda i: i.first), max(told, key=lambda i: i.past)
        return self._as_told(first, first.first), self._as_told(last, last.last)

    def _as_told(self, interval: Interval, number: int) -> _Date:
        """A day of an interval, as exactly as the interval is told."""
        date = self._civil(number)
        if interval.grain in ("year", "decade", "century", "millennium"):
            return _Date(date.year)
        return _Date(date.year, date.month) if interval.grain in ("month", "quarter", "season", "half") else date

    def _civil(self, number: int) -> _Date:
        """A day number as a date."""
        y, m, d = calendar.civil(number)
        return _Date(self.year(y), m, d)

    def _date(self, date: _Date, with_year: bool = True) -> str:
        """A date, as CLDR has it for the parts that it has."""
        fields: dict[str, str | int] = {"year": date.year, "month": date.month, "day": date.day}
        if not date.month:
            return date.year
        if not with_year:
            return self.locale.date("MMMMd", fields) if date.day else self.locale.month(date.month)
        return self.locale.date("yMMMMd" if date.day else "yMMMM", fields)

    def _pair(self, first: _Date, last: _Date, text: str) -> str:
        """Two dates, without repeating in the first what the second says."""
        if first == last and text == TO:
            return self._date(first)
        alike = bool(first.day) == bool(last.day) and bool(first.month) == bool(last.month) and first.year == last.year
        shortly = ""
        if alike and first.month and not self.locale.pattern("yMMMMd").startswith("y"):
            shortly = self._day_only(first.day) if first.day and first.month == last.month else ""
            shortly = shortly or self._date(first, with_year=False)
        return self._say(text, first=shortly or self._date(first), last=self._date(last))

    def _day_only(self, day: int) -> str:
        """The day where a date begins with it, "" in languages in which it does not."""
        before, month, _ = self.locale.pattern("MMMMd").partition("MMMM")
        is_first = month and before.startswith("d") and "'" not in before
        return before.strip().replace("d", str(day), 1) if is_first else ""


def _width(interval: Interval) -> int:
    """In how many days that may be which a date names; 1 for a day, and for a stretch with two ends that are known."""
    return 1 if interval.grain == "span" else interval.days


def closed(interval: Interval) -> Interval:
    """An interval with an open end as the day at its other end; any other as it is."""
    if interval.first <= OPEN_FIRST:
        return Interval(interval.last, interval.past, "day")
    if interval.past >= OPEN_PAST:
        return Interval(interval.first, interval.first + 1, "day")
    return interval


def _is_end(edtf: str) -> bool:
    """Can it be an end of an interval, open or told?"""
    return edtf in ("", "..") or _DATE.fullmatch(edtf) is not None


def _plain(edtf: str) -> re.Match[str] | None:
    """A date of the calendar that is told without a doubt, a clock or an unknown part."""
    match = _DATE.fullmatch(edtf)
    is_plain = match and not any(match[g] for g in ("qualifier", "clock")) and "X" not in edtf
    return match if match and is_plain and int(match["month"] or 0) <= 12 else None

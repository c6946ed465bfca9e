"""What words say about time, with no date in it. Each term prints itself as the call that makes it.

A term is what is *known*: "Saturday, October 7" is `Fields(month=10, day=7, weekday=6)`, whatever the year. Which day
it is, `evaluate` finds out later, from an anchor and a direction; what it has to fill in is kept apart as *implied*.
Units are "day", "week", "month", … (see `interval.GRAINS`, with "hour", "minute", "second" and "fortnight" besides).
"""

from functools import lru_cache

from ..frozen import Frozen


class _Printed(Frozen, cache_hash=True):
    """Prints only what is said, so that a trace can be read."""

    def __repr__(self) -> str:
        said = ((name, getattr(self, name)) for name in self.__struct_fields__)
        shown = (f"{k}={v!r}" for k, v in said if v is not None and v != () and v is not False)
        return f"{type(self).__name__}({', '.join(shown)})"


class Fields(_Printed):
    """Parts of a calendar date that the words name. "October 7" → Fields(month=10, day=7).

    year: astronomical (0 is 1 BC). short_year: two digits ("'90"). decade: 199 for the 1990s; short_decade: 9 for "the
    nineties". century: 19 for the 20th. quarter 1-4, half 1-2, season "SP"|"SU"|"FA"|"WI", week: ISO number.
    weekday 1 (Monday) to 7. bce: the era is said. fiscal: the year is a business year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short_year: int | None = None
    decade: int | None = None
    short_decade: int | None = None
    century: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    week: int | None = None
    weekend: bool = False
    fiscal: bool = False
    julian: bool = False  # Old Style: the day is of the Julian calendar
    year_span: int | None = None  # "2009-10": the year after the first, where one winter or academic year is meant


class Numeric(_Printed):
    """Day and month in digits that fit either way: "03/04/2023". One order holds for a whole document."""

    first: int
    second: int
    year: int | None = None
    short_year: int | None = None

    def ordered(self, day_first: bool) -> Fields:
        """The date in one of the orders."""
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        return Fields(year=self.year, month=month, day=day, short_year=self.short_year)


class Publication(_Printed):
    """The moment of writing: "today" at grain day, "now" at no grain."""


class Prior(_Printed):
    """The date named before in the text: "that day" is Prior("day"); grain None keeps that of the antecedent."""

    grain: str | None = None


class Occasion(_Printed):
    """An event named before: "the day before the vote" counts from Occasion("vote"). Its date comes from a binding.

    clause: the words tell what happened ("after giving birth") and are no name of it.
    """

    words: str
    clause: bool = False


class Cycle(_Printed):
    """The n-th calendar unit from that around the base: "last week" is Cycle("week", -1), "today" Cycle("day", 0)."""

    unit: str
    n: int
    base: "Term" = Publication()


class Occurrence(_Printed):
    """A named part of the calendar, counted: "last August" is Occurrence(Fields(month=8), -1); "this" 0, "next" 1."""

    fields: "Term"
    n: int
    base: "Term" = Publication()


class Offset(_Printed):
    """A distance from a base: "two weeks ago" is Offset(((2, "week"),), -1). None as a number: "some"."""

    amounts: tuple[tuple[float | None, str], ...]
    sign: int
    base: "Term" = Publication()
    exact: bool = False  # to the day, whatever the unit


class Within(_Printed):
    """A part of a container: "April next year" is Within(Fields(month=4), Cycle("year", 1))."""

    part: "Term"
    whole: "Term"


class Nth(_Printed):
    """The n-th of a unit or weekday in a container: "the last Friday of November" is Nth(-1, "weekday", 5, …)."""

    n: int
    unit: str
    weekday: int | None
    whole: "Term"
    count: int = 1  # "the last three days of June"


class Alike(_Printed):
    """The part of a whole that answers to the base: "the 1988 quarter", in a report on a third quarter, is a third."""

    whole: "Term"
    base: "Term" = Prior("quarter")


class TimeOfDay(_Printed):
    """A clock time or a part of the day: "2 p.m. on the 10th". part: MO MI AF EV NI DT. zone: as said, or "Z"."""

    day: "Term"
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    part: str | None = None


class Modified(_Printed):
    """A TIMEX3 mod over a term (START MID END APPROX LESS_THAN …); EARLIER and LATER are up to and from the writing."""

    term: "Term"
    mod: str


class NamedDay(_Printed):
    """A day by its name: "Good Friday", "Bastille Day". `key` names it in `language/common/named_days.py`."""

    key: str
    name: str
    year: int | None = None


class Span(_Printed):
    """From one term to another, both included; None where an end is open."""

    start: "Term | None"
    end: "Term | None"


class Vague(_Printed):
    """A reference to no calendar date: PAST_REF, PRESENT_REF, FUTURE_REF; of "one Sunday" what is known, XXXX-WXX-7.

    loose: told by the way ("the former king", "during this time"), which counts in a history and not in news.
    """

    ref: str
    loose: bool = False


class Duration(_Printed):
    """A length of time: "two weeks" is Duration(((2, "week"),)); "several days" has None as its number."""

    amounts: tuple[tuple[float | None, str], ...]


class Stretch(_Printed):
    """A length of time with a place: "the last three years" is Stretch(((3, "year"),), -1), up to its base."""

    amounts: tuple[tuple[float | None, str], ...]
    sign: int
    base: "Term" = Publication()


class Recurrence(_Printed):
    """A set of times: "every Monday" is Recurrence(Fields(weekday=1), quant="EVERY"), "monthly" of a Duration."""

    of: "Term"
    quant: str | None = None
    freq: str | None = None


Term = (
    Fields
    | Numeric
    | Publication
    | Prior
    | Occasion
    | Cycle
    | Occurrence
    | Offset
    | Within
    | Nth
    | Alike
    | TimeOfDay
    | Modified
    | NamedDay
    | Span
    | Vague
    | Duration
    | Stretch
    | Recurrence
)


_LONG = ("year", "decade", "century", "millennium")


@lru_cache(maxsize=4096)
def timex_type(term: Term) -> str:
    """The TIMEX3 type of a term: DATE, TIME, DURATION or SET."""
    while isinstance(term, Modified):
        term = term.term
    if isinstance(term, Duration | Stretch):
        return "DURATION"
    if isinstance(term, Recurrence):
        return "SET"
    return "TIME" if isinstance(term, TimeOfDay) else "DATE"


def is_day(term: Term) -> bool:
    """Does it name one day as a whole?"""
    match term:
        case Fields():
            return term.day is not None or (term.weekday is not None and not term.weekend)
        case Numeric() | NamedDay():
            return True
        case Cycle():
            return term.unit == "day"
        case Offset():
            return term.amounts[-1][1] == "day" and term.amounts[-1][0] is not None
        case Occurrence():
            return isinstance(term.fields, Fields | NamedDay) and is_day(term.fields)
        case Within():
            return is_day(term.part)
        case Nth():
            return term.weekday is not None or (term.unit == "day" and term.count == 1)
        case _:
            return False


def size(term: Term) -> int:
    """How long what it names is, roughly: 0 for a day or less, 1 for weeks or months, 2 for a year or more."""
    match term:
        case Modified():
            return size(term.term)
        case Within():
            return size(term.part)
        case TimeOfDay():
            return 0
        case Fields(year=None, short_year=None, decade=None, short_decade=None, century=None):
            return 0 if is_day(term) else 1
        case Fields():
            parts = (term.month, term.day, term.weekday, term.quarter, term.half, term.season, term.week)
            return 0 if is_day(term) else 1 if any(part is not None for part in parts) else 2
        case Cycle():
            return 0 if is_day(term) else 2 if term.unit in _LONG else 1
        case Offset():
            return 0 if is_day(term) else 2 if term.amounts[-1][1] in _LONG else 1
        case _:
            return 0 if is_day(term) else 1

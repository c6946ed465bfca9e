"""Clock times: "2 p.m. on the 10th", "4:00pm", "noon Thursday", "6:29 a.m. ET"."""

from .... import kept
from ....algebra.terms import Cycle, Fields, Prior, Term, TimeOfDay
from ....kept import pattern
from ...common import numeric
from ...common.steps import modified
from ...grammar import RuleBook, Site
from .common import noon_hour
from .guards.following import noun_follows

BOOK = RuleBook()
rule = BOOK.rule

_TIME = "( ( NUM:hour | CLOCK | NUMW:hour ) ( AMPM | CLOCKWORD | AMPM ) | CLOCK | DECIMAL AMPM )"
_ZONE = "[ ZONE | UTCOFFSET:zone | local time | local | ( ZONE ) ]".replace("| ( ZONE ) ", "")
_DAY = ("( ( WEEKDAY | DAYABBR:weekday ) [ ,? [ the ] ( MONTH ( DOM:day | DAYTH:day ) | ( DOM:day | DAYTH:day ) of? MONTH ) [ ,? YEAR ] | ,? the DAYTH:day ] "
        "| MONTH ( DOM:day | DAYTH:day ) [ ,? YEAR ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH [ ,? YEAR ] | the DAYTH:day | DEICTIC | TONIGHT | NUMDATE | REL PART | the PRIORREL day | that day )")  # fmt: skip


def clock_of(
    clock: str | None, hour: int | None, ampm: str | None, decimal: float | None
) -> tuple[int, int, int | None] | None:
    if clock:
        parts = [int(x) for x in clock.split(":")]
    elif decimal is not None:
        parts = [int(decimal), round(decimal % 1 * 100)]
    elif ampm and hour is not None and hour >= 100:
        parts = [int(hour) // 100, int(hour) % 100]  # "1130pm"
    else:
        parts = [int(hour or 0), 0]
    h, m, s = parts[0], parts[1], parts[2] if len(parts) > 2 else None
    if ampm:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if ampm == "pm" else 0)
    return (h, m, s) if h <= 24 and m < 60 and (s or 0) < 60 else None


#: From this hour on, "at night" is before midnight.
_NIGHTFALL = 6


def _half_of_day(part: str | None, hour: int | None, clock: str | None) -> str | None:
    """Which half of the day a part of it tells, of an hour that hangs on it."""
    said = int(clock.split(":")[0]) if clock else hour or 0
    if not 1 <= said <= 12 or (part == "NI" and not _NIGHTFALL <= said < 12):
        return None
    return {"AF": "pm", "EV": "pm", "NI": "pm", "MO": "am"}.get(part or "")


def _offset(zone: str | None) -> str | None:
    """ "utc+3" → "+03:00"; letters stay."""
    m = kept.fullmatch(r"(?:utc|gmt)\s?([+−-])(\d{1,2})(?::?(\d\d))?", zone or "")
    return f"{'+' if m[1] == '+' else '-'}{int(m[2]):02}:{m[3] or '00'}" if m else zone


def _day_of(weekday: int | None, month: int | None, day: int | None, year: int | None, deictic: int | None, tonight: str | None, numdate: str | None,
            part: str | None, priorrel: int | None) -> Term | None:  # fmt: skip
    if numdate:
        return numeric.date(numdate)
    if deictic is not None or tonight or part:
        return Cycle("day", deictic or 0)
    if weekday or month or day:
        return Fields(weekday=weekday, month=month, day=day, year=year)
    if priorrel is not None:
        return Cycle("day", priorrel, Prior())
    return None


@rule(
    "clock-day",
    f"[ ABOUT:about ] {_TIME} [ in the PART:half ] {_ZONE} [ , ] [ on | of ] {_DAY} [ PART:half ]",
    {
        "2 p.m. on the 10th": "TimeOfDay(day=Fields(day=10), hour=14, minute=0)",
        "six o'clock on Monday evening": "TimeOfDay(day=Fields(weekday=1), hour=18, minute=0)",
    },
)
def clock_day(at: Site, hour: int | None = None, clock: str | None = None, ampm: str | None = None, decimal: float | None = None, clockword: str | None = None, zone: str | None = None,
              weekday: int | None = None, month: int | None = None, day: int | None = None, year: int | None = None, deictic: int | None = None, tonight: str | None = None,
              numdate: str | None = None, rel: int | None = None, part: str | None = None, priorrel: int | None = None, half: str | None = None, about: str | None = None) -> Term | None:  # fmt: skip
    found = clock_of(
        clock,
        hour,
        ampm or _half_of_day(half or part, hour, clock),
        decimal,
    )
    inner = _day_of(weekday, month, day, year, deictic, tonight, numdate, part, priorrel)
    stamped = numdate is not None and not at.words.startswith(clock or "?")  # "2021/11/03 14:05"
    if not found or (clock and not ampm and not zone and not stamped and not _likely(at, clock)):
        return None
    if tonight and found[0] < 12 and not ampm:
        found = (found[0] + 12, *found[1:])
    return modified(TimeOfDay(inner or Prior("day"), *found, zone=_offset(zone)), about)


@rule(
    "day-clock",
    f"{_DAY} [ , | at | , at | - ] [ ABOUT:about ] {_TIME} [ in the PART:half ] {_ZONE}",
    {
        "Wednesday, February 23,2022 at 4:00pm": "TimeOfDay(day=Fields(year=2022, month=2, day=23, weekday=3), hour=16, minute=0)"
    },
)
def dayclock_of(at: Site, hour: int | None = None, clock: str | None = None, ampm: str | None = None, decimal: float | None = None, clockword: str | None = None, zone: str | None = None,
              weekday: int | None = None, month: int | None = None, day: int | None = None, year: int | None = None, deictic: int | None = None, tonight: str | None = None,
              numdate: str | None = None, rel: int | None = None, part: str | None = None, priorrel: int | None = None, half: str | None = None, about: str | None = None) -> Term | None:  # fmt: skip
    return clock_day(
        at,
        hour,
        clock,
        ampm,
        decimal,
        clockword,
        zone,
        weekday,
        month,
        day,
        year,
        deictic,
        tonight,
        numdate,
        rel,
        part,
        priorrel,
        half,
        about,
    )


@rule("clock", f"[ ABOUT:about ] {_TIME} [ in the PART:half ] {_ZONE}",
      {"6:29 a.m.": "TimeOfDay(day=Prior(grain='day'), hour=6, minute=29)"}, not_in=["John 3:16", "1.9 million"])  # fmt: skip
def clock(at: Site, hour: int | None = None, clock: str | None = None, ampm: str | None = None, decimal: float | None = None, clockword: str | None = None,
          zone: str | None = None, half: str | None = None, about: str | None = None) -> Term | None:  # fmt: skip
    found = clock_of(
        clock,
        hour,
        ampm or _half_of_day(half, hour, clock),
        decimal,
    )
    if not found or (clock and not ampm and not zone and not _likely(at, clock)):
        return None
    if clockword == "oclock" and _BROADCAST.match(at.after(10)):
        return None
    if clockword == "hours" and not clock and at.before(3) != "at ":
        return None  # "almost 12 hrs": a length of time
    if hour is not None and not clock and at.words[0].isalpha() and not clockword and not ampm:
        return None
    if (
        ampm == "am"
        and " am" in at.words
        and "." not in at.words
        and kept.match(r"\s+[a-z]+ing\b|\s+(?:a|the|not|an|so)\b", at.after(10))
    ):
        return None  # "since I am …"
    return modified(TimeOfDay(Prior("day"), *found, zone=_offset(zone)), about)


_BROADCAST = pattern(r"\s(?:news|bulletin|show)\b")


def _likely(at: Site, clock: str) -> bool:
    """A colon between numbers is a time after a preposition or in 24-hour form, not a score or a verse."""
    return (
        bool(
            kept.search(
                r"(?:\bat|\bby|\buntil|\btill|\bfrom|\bto|\bof|\bbefore|\bafter|\baround|\babout|,|\bsince|\band)\s*$",
                at.lower[: at.lower.find(clock, at.start)][-12:],
            )
        )
        or len(clock) >= 8
    )


@rule(
    "half-past",
    "[ a ] ( half | quarter ) ( past | to ) ( NUM:hour | NUMW:hour ) [ AMPM | in the PART ] [ [ on ] ( WEEKDAY | DEICTIC | the DAYTH:day ) [ PART | night ] ]",
    {"half past ten on Tuesday night": "TimeOfDay(day=Fields(weekday=2), hour=22, minute=30)"},
)
def half_past(
    hour: int,
    at: Site,
    ampm: str | None = None,
    weekday: int | None = None,
    deictic: int | None = None,
    day: int | None = None,
    part: str | None = None,
) -> Term | None:
    words = at.words.lower().removeprefix("a ")
    if not 1 <= hour <= 12:
        return None
    minutes = (30 if words.startswith("half") else 15) * (1 if "past" in words else -1)
    late = ampm == "pm" or (ampm is None and (part in ("AF", "EV", "NI") or words.endswith("night")))
    h, m = divmod((hour % 12 + (12 if late else 0)) * 60 + minutes, 60)
    inner: Term = (
        Cycle("day", deictic)
        if deictic is not None
        else Fields(weekday=weekday, day=day)
        if weekday or day
        else Prior("day")
    )
    return TimeOfDay(inner, h, m)


@rule(
    "minutes-to",
    "( NUM:n | NUMW:n ) [ minutes | minute ] ( past | to ) ( NUM:hour | NUMW:hour ) [ AMPM ]",
    {"five minutes to six": "TimeOfDay(day=Prior(grain='day'), hour=5, minute=55)"},
    not_in=["the vote was five to six", "ten to twelve people"],
)
def minutes_to(n: int, hour: int, at: Site, ampm: str | None = None) -> Term | None:
    words = at.words.lower()
    if "minute" not in words and not (n in (5, 10, 20, 25) and at.before(3) == "at "):
        return None
    if not (1 <= hour <= 12 and 1 <= n < 60) or noun_follows(at):
        return None
    total = (hour % 12 + (12 if ampm == "pm" else 0)) * 60 + (n if "past" in words else -n)
    return TimeOfDay(Prior("day"), total // 60 % 24, total % 60)


@rule(
    "hour-on-weekday",
    "( NUMW:hour | NUM:hour ) on WEEKDAY PART",
    {"at seven on Sunday morning": "TimeOfDay(day=Fields(weekday=7), hour=7, minute=0)"},
    not_in=["the seven on Sunday morning"],
)
def hour_on_weekday(hour: int, weekday: int, part: str, at: Site) -> Term | None:
    if not 1 <= hour <= 12 or not kept.search(r"\b(?:at|about|around|by|until|before|after)\s$", at.before(7)):
        return None
    late = part in ("AF", "EV") or (part == "NI" and hour > 5)
    return TimeOfDay(Fields(weekday=weekday), hour % 12 + 12 if late else hour % 12, 0)


@rule(
    "hour-of-relative-part",
    "( NUM:hour | NUMW:hour ) ( REL PART | REL night | TONIGHT )",
    {"since six this morning": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), hour=6, minute=0)"},
    not_in=["all six this morning", "a win at 6 last night cinemas"],
)
def hour_of_relative_part(
    hour: int, at: Site, rel: int = 0, part: str | None = None, tonight: str | None = None
) -> Term | None:
    behind = kept.search(r"\b(?:at|about|around|by|until|till|before|after|since|from)\s$", at.before(7))
    if not 1 <= hour <= 12 or not behind or noun_follows(at):
        return None
    late = part in ("AF", "EV") or (part in (None, "NI") and hour > 3)
    return TimeOfDay(Cycle("day", rel), hour % 12 + 12 if late else hour % 12, 0)


@rule(
    "hour-in-part",
    "( NUM:hour | NUMW:hour ) ( in the PART | at night )",
    {"at 3 in the afternoon": "TimeOfDay(day=Prior(grain='day'), hour=15, minute=0)"},
    not_in=["the 3 in the morning train"],
)
def hour_in_part(hour: int, at: Site, part: str = "NI") -> Term | None:
    if not 1 <= hour <= 12 or not kept.search(r"\b(?:at|about|around|by|until|till|before|after|since|from|to)\s$", at.before(7)):
        return None
    late = part in ("AF", "EV") or (part == "NI" and hour > 5)
    return TimeOfDay(Prior("day"), hour % 12 + 12 if late else hour % 12, 0)


@rule(
    "clock-with-stop",
    f"CLOCKDOT [ AMPM ] {_ZONE}",
    {
        "at 14.20": "TimeOfDay(day=Prior(grain='day'), hour=14, minute=20)",
        "19h30": "TimeOfDay(day=Prior(grain='day'), hour=19, minute=30)",
        "at 0545": "TimeOfDay(day=Prior(grain='day'), hour=5, minute=45)",
    },
    not_in=["up 8.15 percent", "at 4.50 euros", "at 0545.20"],
)
def clock_with_stop(clockdot: str, at: Site, ampm: str | None = None, zone: str | None = None) -> Term | None:
    """British "at 14.20", with no measure behind; "19h30"; four digits that begin with a nought."""
    if _MEASURE.match(at.after(14)):
        return None
    digits = "".join(c for c in clockdot if c.isdigit())
    found = clock_of(f"{digits[:-2]}:{digits[-2:]}", None, ampm, None)
    return TimeOfDay(Prior("day"), *found, zone=_offset(zone)) if found else None


_MEASURE = pattern(
    r"\s*(?:%|percent|per cent|million|billion|points|m\b|km|metres|meters|pounds|dollars|euros|cents|a share|miles|"
    r"kg|tons|tonnes|magnitude|on the richter)"
)


@rule(
    "noon",
    "[ ABOUT:about ] NOON [ [ on | , ] ( WEEKDAY | DEICTIC | the DAYTH:day | [ WEEKDAY ,? ] MONTH DOM:day [ ,? YEAR ] ) ]",
    {"around noon": "Modified(term=TimeOfDay(day=Prior(grain='day'), hour=12, minute=0), mod='APPROX')"},
)
def noon(
    noon: str,
    at: Site,
    weekday: int | None = None,
    deictic: int | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    about: str | None = None,
) -> Term:
    inner: Term = (
        Cycle("day", deictic)
        if deictic is not None
        else Fields(weekday=weekday, month=month, day=day, year=year)
        if weekday or day
        else Prior("day")
    )
    return modified(TimeOfDay(inner, noon_hour(noon, at), 0), about)


@rule(
    "military",
    "NUM ( ( CLOCKWORD | hours ) [ ZONE ] | ZONE )",
    {"1430 hours GMT": "TimeOfDay(day=Prior(grain='day'), hour=14, minute=30, zone='Z')"},
    not_in=["after 4380 hours"],
)
def military(num: int, at: Site, zone: str | None = None) -> Term | None:
    words = at.words
    if not kept.match(r"[0-2]\d[0-5]\d\D", words):
        return None
    return TimeOfDay(Prior("day"), num // 100, num % 100, zone=zone)


_AT_ITS_END = pattern(r"\b(?:at|by|until|till|before)\s$")
#: "the night watch": what is of the night, on whatever day.
_NIGHTLY = pattern(r"[\s-](?:watch|shifts?|sky|bus|trains?|ferry|porter|nurse|guard|desk|editor|manager|owls?|air|tube)\b")


@rule(
    "part-alone",
    "[ ( the | that ) ] [ EARLY:mod -? ] PART",
    {"they left in the morning": "TimeOfDay(day=Prior(grain='day'), part='MO')"},
    not_in=["a morning person"],
)
def part_alone(part: str, at: Site, mod: str | None = None) -> Term | None:
    words = at.words.lower()
    if part == "NI" and _NIGHTLY.match(at.after(12)):
        return None
    if words in ("dawn", "daybreak", "sunrise"):
        return None  # of that day, or of the next
    if words in ("dusk", "sunset", "nightfall"):
        return TimeOfDay(Prior("day"), part=part) if _AT_ITS_END.search(at.before(6)) else None
    if (part == "EV" and words.endswith("eve")) or (at.words[-3:].istitle() and at.words[0].isupper()):
        return None
    if not words.startswith(("the", "that", "mid", "early", "late", "dawn", "dusk", "sun")) and not kept.search(
        r"(?:\buntil|\bby|\bbefore|\bat|\bevery|\bsince|\bfrom|\bto)\s+$", at.before(8)
    ):
        return None
    if words == "the evening" or words == "the morning":
        return TimeOfDay(Prior("day"), part=part) if kept.search(r"\bin\s+$", at.before(5)) else None
    return modified(TimeOfDay(Prior("day"), part=part), mod)

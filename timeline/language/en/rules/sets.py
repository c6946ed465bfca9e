"""Times that recur: "every Monday", "each July 14", "daily", "twice a month", "most Sundays"."""

from .... import kept
from ....algebra.terms import Duration, Fields, Recurrence, Term, TimeOfDay, Vague
from ....kept import pattern
from ...grammar import Pieces, RuleBook, Site
from .clock import clock_of

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "every-unit",
    "EVERYWORD [ other | ORD ] UNIT [ PART ]",
    {"every year": "Recurrence(of=Duration(amounts=((1.0, 'year'),)), quant='EVERY')"},
)
def every_unit(everyword: str, unit: str, at: Site, ord: int | None = None, part: str | None = None) -> Term | None:
    if unit in ("second", "minute") or at.words.lower().startswith(("most", "all")):
        return None
    n = 2.0 if "other" in at.words.lower() else float(ord or 1)
    return Recurrence(Duration(((max(n, 1.0), unit),)), everyword)


@rule(
    "every-units",
    "EVERYWORD ( NUM:n | NUMW:n | SOME:n ) UNITS",
    {"every two weeks": "Recurrence(of=Duration(amounts=((2.0, 'week'),)), quant='EVERY')"},
)
def every_units(everyword: str, n: object, units: str, at: Site) -> Term | None:
    if at.words.lower().startswith(("most", "all")):
        return None
    return Recurrence(Duration(((None if n == "X" else float(n), units),)), everyword)  # type: ignore[arg-type]


@rule(
    "every-weekday",
    "[ on ] EVERYWORD ( WEEKDAY | WEEKDAYS:weekday ) [ PART | night ]".replace("[ on ] ", ""),
    {"every Monday": "Recurrence(of=Fields(weekday=1), quant='EVERY')"},
)
def every_weekday(everyword: str, weekday: int, part: str | None = None) -> Term:
    day = Fields(weekday=weekday)
    return Recurrence(TimeOfDay(day, part=part) if part else day, everyword if everyword != "all" else "EVERY")


@rule(
    "every-date",
    "EVERYWORD ( MONTH [ DOM:day ] | SEASON )",
    {"each July 14": "Recurrence(of=Fields(month=7, day=14), quant='EACH')"},
)
def every_date(everyword: str, month: int | None = None, day: int | None = None, season: str | None = None) -> Term:
    return Recurrence(Fields(month=month, day=day, season=season), everyword)


@rule(
    "every-day-at",
    "every day at ( NUM:hour | NUMW:hour | CLOCK ) AMPM?",
    {"every day at 7 am": "Recurrence(of=TimeOfDay(day=Fields(), hour=7, minute=0), quant='EVERY')"},
)
def every_day_at(at: Site, hour: int | None = None, clock: str | None = None, ampm: str | None = None) -> Term | None:
    found = clock_of(clock, hour, ampm, None)
    return Recurrence(TimeOfDay(Fields(), *found), "EVERY") if found else None


@rule(
    "every-other-weekday",
    "EVERYWORD ( other | ORD ) WEEKDAY [ PART ]",
    {"every other Thursday": "Recurrence(of=Fields(weekday=4), quant='EVERY', freq='2')"},
)
def every_other_weekday(everyword: str, weekday: int, at: Site, ord: int | None = None, part: str | None = None) -> Term | None:
    if ord == -1 or at.words.lower().startswith(("all", "most")):
        return None  # "they argued all last Friday"
    return Recurrence(Fields(weekday=weekday), everyword, str(ord or 2))


@rule(
    "nth-weekday-of-each",
    "[ the ] ORD WEEKDAY ( of | in ) EVERYWORD ( month | year )",
    {"the first Monday of each month": "Recurrence(of=Fields(weekday=1), quant='EACH')"},
)
def nth_weekday_of_each(weekday: int, everyword: str) -> Term:
    return Recurrence(Fields(weekday=weekday), everyword)


@rule(
    "every-part", "EVERYWORD PART", {"each morning": "Recurrence(of=TimeOfDay(day=Fields(), part='MO'), quant='EACH')"}
)
def every_part(everyword: str, part: str, at: Site) -> Term | None:
    return (
        None
        if at.words.lower().startswith(("most", "all", "per"))
        else Recurrence(TimeOfDay(Fields(), part=part), everyword)
    )


@rule(
    "weekday-parts",
    "( WEEKDAY | WEEKDAYS:weekday ) PARTS",
    {"Tuesday nights": "Recurrence(of=TimeOfDay(day=Fields(weekday=2), part='NI'))"},
)
def weekday_parts(weekday: int, parts: str) -> Term:
    return Recurrence(TimeOfDay(Fields(weekday=weekday), part=parts))


@rule(
    "kind-of-day",
    "DAYKIND [ PARTS ]",
    {
        "on weekdays": "Recurrence(of=Vague(ref='XXXX-WXX-WD'))",
        "at weekends": "Recurrence(of=Vague(ref='XXXX-WXX-WE'))",
        "weekday mornings": "Recurrence(of=TimeOfDay(day=Vague(ref='XXXX-WXX-WD'), part='MO'))",
    },
    not_in=["on a weekday", "two weekends"],
)
def kind_of_day(daykind: str, at: Site, parts: str | None = None) -> Term | None:
    """Working days, and weekends, week by week."""
    day = Vague(f"XXXX-WXX-{daykind}")
    if parts:
        return Recurrence(TimeOfDay(day, part=parts))
    if at.words.lower() == "weekday" or not _AT_SUCH.search(at.before(8)):
        return None
    return Recurrence(day)


_AT_SUCH = pattern(r"\b(?:on|at|and|or|during|most|over)\s$|[,(–—]\s?$")


@rule(
    "weekdays-parts",
    "( WEEKDAY:first | WEEKDAYS:first ) ( and | or | & ) ( WEEKDAY:last | WEEKDAYS:last ) PARTS",
    {
        "Monday and Tuesday nights": "Recurrence(of=TimeOfDay(day=Fields(weekday=1), part='NI')) | Recurrence(of=TimeOfDay(day=Fields(weekday=2), part='NI'))"
    },
)
def weekdays_parts(first: int, last: int, parts: str, at: Site) -> Pieces:
    a, b = (Recurrence(TimeOfDay(Fields(weekday=day), part=parts)) for day in (first, last))
    return Pieces(((*at.spans["first"], a), (at.spans["last"][0], at.end, b)))


@rule(
    "opening-days",
    "( WEEKDAY:first | DAYABBR:first ) ( - | -- | to | until | through | and ) ( WEEKDAY:last | DAYABBR:last )",
    {"open Tuesday to Friday": "Recurrence(of=Fields(weekday=2)) | Recurrence(of=Fields(weekday=5))"},
    not_in=["It was open from Tuesday to Friday", "The talks ran Tuesday to Friday"],
)
def opening_days(first: int, last: int, at: Site) -> Pieces | None:
    """When something is open, week by week."""
    if not _OPEN.search(at.before(20)):
        return None
    days = ((at.spans["first"], first), (at.spans["last"], last))
    return Pieces(tuple((start, end, Recurrence(Fields(weekday=day))) for (start, end), day in days))


_OPEN = pattern(r"\b(?:(?:is|are|be|am|stays?|only|also) (?:open|closed|available)|(?:open|opening|visiting|office|business) (?:hours|times):?|opens|weekdays,|^open)\s$")


@rule("frequency", "FREQ", {"monthly": "Recurrence(of=Duration(amounts=((1.0, 'month'),)))"}, not_in=["the Daily Mail"])
def frequency(freq: str, at: Site) -> Term | None:
    if at.words[0].isupper() and at.start and not kept.search(r"[.!?\n]\s*$", at.before(3)):
        return None  # a newspaper
    if kept.search(r"\bthe\s$", at.before(5)) and not kept.match(
        r"\s+(?!(?:said|wrote|reported|quoted|told|says|\w+ed)\b)[a-z]", at.after(12)
    ):
        return None  # "the daily wrote"
    if freq == "quarter" and not kept.match(r"\s*(?:[.,;:)]|$)", at.after(2)):
        return None  # "quarterly profit" is that of a quarter
    return Recurrence(Duration(((1.0, freq),)))


@rule(
    "times-a-unit",
    "( once | twice ) ( a | an | every | each | per ) UNIT",
    {"twice a month": "Recurrence(of=Duration(amounts=((1.0, 'month'),)), freq='2X')"},
)
def times_a_unit(unit: str, at: Site) -> Term:
    return Recurrence(Duration(((1.0, unit),)), None, "1X" if at.words.lower().startswith("once") else "2X")


@rule(
    "a-unit",
    "AN:n UNIT",
    {"$50,000 a year": "Recurrence(of=Duration(amounts=((1.0, 'year'),)))"},
    not_in=["he stayed a year"],
)
def a_unit(n: int, unit: str, at: Site) -> Term | None:
    """ "$50,000 a year", "three times a week": behind an amount it recurs."""
    if unit in ("second", "minute", "hour"):
        return None
    amount = kept.search(
        r"(?:[$£€]\s?[\d.,]+(?:\s(?:million|billion|trillion|thousand))?|\b(?:times|percent|%|per cent|dollars|euros|pounds|tons|barrels|cents|people|cars|units|cases))\s+$",
        at.before(40),
    )
    return Recurrence(Duration(((1.0, unit),))) if amount else None

"""Parts of a day that is named: "Wednesday evening", "the early hours of Sunday", "the night of 3–4 May", "overnight"."""

from .... import kept
from ....algebra.terms import Cycle, Fields, Prior, Term, TimeOfDay
from ....kept import pattern
from ...common.steps import modified, unit_term
from ...grammar import Pieces, RuleBook, Site
from .common import noon_hour, with_article
from .guards.following import noun_follows

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "part-of-weekday",
    "[ EARLY:mod on ] WEEKDAY [ EARLY:mod ] ( PART | night )",
    {"Wednesday evening": "TimeOfDay(day=Fields(weekday=3), part='EV')"},
)
def weekday_part(weekday: int, part: str | None = None, mod: str | None = None) -> Term:
    return modified(TimeOfDay(Fields(weekday=weekday), part=part or "NI"), mod)


@rule(
    "early-hours",
    "[ the ] ( early | small | wee | late ) hours of ( WEEKDAY | DEICTIC | REL ( PART | night ) | the PRIORREL day | the DAYTH:day | [ WEEKDAY ,? ] ( MONTH ( DOM:day | DAYTH:day ) [ ,? YEAR:year ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH [ ,? YEAR:year ] ) )",
    {
        "the early hours of Sunday": "TimeOfDay(day=Fields(weekday=7), part='MO')",
        "the early hours of this morning": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='MO')",
    },
)
def early_hours(
    at: Site,
    rel: int | None = None,
    part: str | None = None,
    weekday: int | None = None,
    deictic: int | None = None,
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    priorrel: int | None = None,
) -> Term:
    inner: Term = Fields(weekday=weekday, month=month, day=day, year=year)
    if rel is not None:
        return TimeOfDay(Cycle("day", rel), part="MO" if part == "MO" else "NI")
    if deictic is not None or priorrel is not None:
        inner = Cycle("day", deictic) if deictic is not None else unit_term("day", None, priorrel)
    return TimeOfDay(inner, part="NI" if "late" in at.words.lower() else "MO")


@rule(
    "part-of-day",
    "[ ( the EARLY:mod | the | EARLY:mod ( in | on ) the | EARLY:mod ) ] [ intervening ] ( PART [ hours ] | night | NOON ) ( of | on | , )? ( WEEKDAY | WEEKDAY ,? the ( DAYTH:day | ORD:day ) | [ WEEKDAY ,? ] MONTH DOM:day [ ,? YEAR:year ] | [ WEEKDAY ,? ] [ the ] ( DOM:day | DAYTH:day ) of? MONTH [ ,? YEAR:year ] | the DAYTH:day [ INST ] | the PRIORREL:priorrel day | DEICTIC )",
    {
        "the afternoon of the 10th": "TimeOfDay(day=Fields(day=10), part='AF')",
        "the evening of May 15": "TimeOfDay(day=Fields(month=5, day=15), part='EV')",
    },
)
def part_of_day(at: Site, part: str | None = None, noon: str | None = None, weekday: int | None = None, month: int | None = None, day: int | None = None,
                year: int | None = None, priorrel: int | None = None, deictic: int | None = None, mod: str | None = None) -> Term | None:  # fmt: skip
    inner: Term
    second = kept.match(r"(?:[-–/]|\sand\s(?:the\s)?)(\d\d?)(?:st|nd|rd|th)?(?!\d|[:.]\d)", at.after(14))
    if second and day is not None and int(second[1]) == day + 1 and at.text[at.end - 1].isdigit():
        night = TimeOfDay(Fields(weekday=weekday, month=month, day=day), part=part or "NI")  # "the night of 3–4 March"
        end = at.end + second.end()
        begun = at.end + second.start(1)
        return Pieces(((at.start, at.end, night), (begun, end, Fields(month=month, day=day + 1))), True)  # type: ignore[return-value]
    if deictic is not None:
        inner = Cycle("day", deictic)
    elif priorrel is not None:
        inner = unit_term("day", None, priorrel)
    else:
        inner = Fields(weekday=weekday, month=month, day=day, year=year)
    if noon:
        return TimeOfDay(inner, noon_hour(noon, at), 0)
    return modified(TimeOfDay(inner, part=part or "NI"), mod)


@rule(
    "night-between",
    "[ the ] night ( from | between | of ) ( [ the ] ( DOM:first | DAYTH:first ) ( to | and | - ) [ the ] ( DOM:last | DAYTH:last ) of? MONTH [ ,? YEAR ] "
    "| WEEKDAY:first ( to | and ) WEEKDAY:last )",
    {
        "the night from 6 to 7 March": "TimeOfDay(day=Fields(month=3, day=6), part='NI') | Fields(month=3, day=7)",
        "the night from Tuesday to Wednesday": "TimeOfDay(day=Fields(weekday=2), part='NI') | Fields(weekday=3)",
    },
)
def night_between(first: int, last: int, at: Site, month: int | None = None, year: int | None = None) -> Pieces:
    """One night, told by both of its days."""
    if month is None:
        a, b = Fields(weekday=first), Fields(weekday=last)
    else:
        a, b = Fields(year=year, month=month, day=first), Fields(year=year, month=month, day=last)
    begun = with_article(at, at.spans["last"][0])
    return Pieces(((at.start, at.spans["first"][1], TimeOfDay(a, part="NI")), (begun, at.end, b)), True)


@rule(
    "overnight",
    "OVERNIGHT [ into ( WEEKDAY | DEICTIC [ PART ] ) ]",
    {
        "overnight into Saturday": "TimeOfDay(day=Fields(weekday=6), part='NI')",
        "overnight into tomorrow morning": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='NI') | "
        "TimeOfDay(day=Cycle(unit='day', n=1, base=Publication()), part='MO')",
    },
    not_in=["they were held overnight", "an overnight train", "fame came overnight"],
)
def overnight(
    at: Site, weekday: int | None = None, deictic: int | None = None, part: str | None = None
) -> Term | Pieces | None:
    if deictic is not None and part is not None:
        night, day = at.start + len("overnight"), Cycle("day", deictic)
        begun = at.lower.index("into ", night) + len("into ")
        before = TimeOfDay(Cycle("day", deictic - 1), part="NI")
        return Pieces(((at.start, night, before), (begun, at.end, TimeOfDay(day, part=part))))
    if weekday is None and deictic is None:
        return _last_night_or_next(at)
    return TimeOfDay(Fields(weekday=weekday) if weekday else Cycle("day", deictic or 0), part="NI")


def _last_night_or_next(at: Site) -> Term | None:
    """ "Two bodies were found overnight": in the night to the day of publication, or that of the day told before it."""
    told = _SENTENCES.split(at.lower[max(0, at.start - 120) : at.start])[-1]
    if noun_follows(at) or at.after(1) in ("-", "–") or _SUDDENLY.search(told):
        return None
    if _NAMES_A_DAY.search(told) or _ON_A_DAY.match(at.after(14)):
        return TimeOfDay(Prior("day"), part="NI")
    return TimeOfDay(Cycle("day", 0 if _AHEAD.search(told) else -1), part="NI")


_SENTENCES = pattern(r"[.;:!?]\s|\n")
#: Verbs of what lasts a night, or is done as if in one.
_SUDDENLY = pattern(
    r"\b(?:stay\w*|kept|keep\w*|held|hold\w*|left|leave|leaving|park\w*|camp\w*|sle\w+|travel\w*|drove|driv\w+|flew|fly\w*|queu\w+|wait\w*|"
    r"bec[ao]me|becoming|chang\w+|vanish\w*|disappear\w*|happen\w*|came|come|grow\w*|grew|soak\w*|chill\w*|rest\w*)(?:\s\w+){0,2}\s$"
    r"|\b(?:an|the|almost)\s$"
)
_NAMES_A_DAY = pattern(
    r"(?:sun|mon|tues|wednes|thurs|fri|satur)day|today|yesterday|tomorrow|\d(?:st|nd|rd|th)\b|\d{4}|\b(?:in|on|of) [a-z]+\.? \d|"
    r"\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_ON_A_DAY = pattern(r"\son\s(?:\d|(?:sun|mon|tues|wednes|thurs|fri|satur)day)")
_AHEAD = pattern(r"\b(?:will|would|to|may|might|could|should|can|must|forecast|expected|due)\b")


@rule(
    "weekend-of",
    "[ the ] weekend of ( [ the ] ( DOM:day | DAYTH:day ) ( - | -- | and ) ( DOM:last | DAYTH:last ) MONTH | MONTH ( DOM:day | DAYTH:day ) [ ( - | -- | and ) ( DOM:last | DAYTH:last ) ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH ) [ ,? YEAR ]",
    {"the weekend of 4-5 May": "Cycle(unit='weekend', n=0, base=Fields(month=5, day=4))"},
)
def weekend_of(day: int, month: int, last: int | None = None, year: int | None = None) -> Term:
    return Cycle("weekend", 0, Fields(year=year, month=month, day=day))


@rule("the-weekend", "[ EARLY:mod ] the weekend", {"the weekend": "Fields(weekend=True)"})
def the_weekend(mod: str | None = None) -> Term:
    return modified(Fields(weekend=True), mod)

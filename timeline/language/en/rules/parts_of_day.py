"""Parts of a day that is named: "Wednesday evening", "the early hours of Sunday", "the night of 3–4 May", "overnight"."""

from .... import kept
from ....algebra.terms import Cycle, Fields, Prior, Term, TimeOfDay
from ....kept import pattern
from ...common.steps import modified, unit_term
from ...grammar import Pieces, RuleBook, Site
from .common import noon_hour, with_article

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


#: What follows "overnight" where it stands for itself.
_THEN = pattern(r"\s*(?:[.,;:)!?]|$)|\s(?:and|but|as|when|while|after|before|in|at|near|on|by|to|from|into|over|across|along)\b")
#: "overnight" is at once.
_SUDDENLY = pattern(
    r"\b(?:an|the)\s$|\b(?:happen(?:s|ed)?|bec[ao]mes?|chang(?:e|es|ed)|famous|rich|success|disappear(?:s|ed)?|vanish(?:es|ed)?|transform(?:s|ed)?)\b[^.,;]{0,12}$"
)


@rule(
    "overnight",
    "OVERNIGHT [ into ( WEEKDAY | DEICTIC ) ]",
    {
        "overnight into Saturday": "TimeOfDay(day=Fields(weekday=6), part='NI')",
        "they searched overnight": "TimeOfDay(day=Prior(grain='day'), part='NI')",
    },
    not_in=["an overnight success", "it will not happen overnight", "he became famous overnight"],
)
def overnight(overnight: str, at: Site, weekday: int | None = None, deictic: int | None = None) -> Term | None:
    if weekday is None and deictic is None:
        idle = not _THEN.match(at.text, at.end) or _SUDDENLY.search(at.before(40))
        return None if idle else TimeOfDay(Prior("day"), part=overnight)
    return TimeOfDay(Fields(weekday=weekday) if weekday else Cycle("day", deictic or 0), part="NI")


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

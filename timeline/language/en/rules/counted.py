"""Distances: "two weeks ago", "three days later", "a month from now", "the day before the vote", "a month into the war"."""

from .... import kept
from ....algebra.terms import (
    Cycle,
    Duration,
    Fields,
    Modified,
    Nth,
    Offset,
    Prior,
    Publication,
    Stretch,
    Term,
    Vague,
)
from ....kept import pattern
from ...common.steps import modified, number, unit_term
from ...grammar import Pieces, RuleBook, Site
from .common import COUNT, attributive

BOOK = RuleBook()
rule = BOOK.rule

ROUGH = "[ ( ABOUT:about | over | exactly | just | only | precisely ) ]"
UNITWORD = "( UNIT:unit | UNITS:unit )"
AMOUNT = f"{COUNT} [ - ] {UNITWORD} [ and a HALFWORD:half | or so | or two ]"


def amounts(n: object, unit: str, hundred: object = None, half: object = None) -> tuple[tuple[float | None, str], ...]:
    """One amount as a term has it."""
    count = number(n, hundred)
    return ((count + 0.5 if half and count is not None else count, unit),)


@rule("ago", f"{ROUGH} {AMOUNT} [ and {COUNT.replace(':n', ':n2').replace(':hundred', ':h2')} ( UNIT:unit2 | UNITS:unit2 ) ] AGO",
      {"two weeks ago": "Offset(amounts=((2.0, 'week'),), sign=-1, base=Publication())", "one month and two days ago": "Offset(amounts=((1.0, 'month'), (2.0, 'day')), sign=-1, base=Publication())"})  # fmt: skip
def ago(n: object, unit: str, ago: int, at: Site, about: str | None = None, hundred: object = None, half: object = None,
        n2: object = None, unit2: str | None = None, h2: object = None) -> Term | Pieces | None:  # fmt: skip
    parts = amounts(n, unit, hundred, half) + (amounts(n2, unit2, h2) if unit2 else ())
    if n == "X" and at.words.lower().startswith("over "):
        return None  # "it froze over some years ago"
    if any(v is None for v, _ in parts):
        return Vague("PAST_REF")
    if about in ("MORE_THAN", "LESS_THAN") and _COMPARED.search(at.before(12)):  # "4 percent more than a year ago"
        return Pieces(((at.spans["n"][0], at.end, Offset(parts, -1)),))
    return modified(Offset(parts, -1), about)


_COMPARED = pattern(r"(?:percent|per cent|%|million|billion|points|times|\d)\s$")


@rule(
    "ago-today",
    f"{ROUGH} {AMOUNT} AGO ( DEICTIC | REL ( week | month ) )",
    {"20 years ago today": "Offset(amounts=((20.0, 'year'),), sign=-1, base=Publication(), exact=True)"},
)
def ago_today(n: object, unit: str, at: Site, deictic: int | None = None, hundred: object = None) -> Term | None:
    parts = amounts(n, unit, hundred)
    if parts[0][0] is None:
        return None
    if deictic is None:
        return Offset(parts, -1, Cycle(at.words.lower().rsplit(None, 1)[-1], 0))
    return Offset(parts, -1, Cycle("day", deictic) if deictic else Publication(), True)


@rule(
    "half-ago",
    f"{ROUGH} half AN? {UNITWORD} AGO",
    {"half a century ago": "Offset(amounts=((0.5, 'century'),), sign=-1, base=Publication())"},
)
def half_ago(unit: str, ago: int, about: str | None = None) -> Term:
    return modified(Offset(((0.5, unit),), -1), about)


@rule(
    "away",
    f"{ROUGH} {AMOUNT} ( away | off )",
    {"the vote is four days away": "Offset(amounts=((4.0, 'day'),), sign=1, base=Publication())"},
    not_in=["the town is two hours away", "take two weeks off"],
)
def away(n: object, unit: str, at: Site, about: str | None = None, hundred: object = None) -> Term | None:
    """ "The vote is four days away"; what is hours away is a place."""
    parts = amounts(n, unit, hundred)
    if unit in ("second", "minute", "hour") or parts[0][0] is None:
        return None
    if not kept.search(r"\b(?:is|are|was|were|['’]s|still|only|just)\s$", at.before(7)) or kept.match(r"\s+from\b", at.after(6)):
        return None
    return modified(Offset(parts, 1), about)


@rule(
    "back",
    f"{ROUGH} {AMOUNT} back",
    {"two years back": "Offset(amounts=((2.0, 'year'),), sign=-1, base=Publication())"},
    not_in=["two years back in prison"],
)
def back(n: object, unit: str, at: Site, about: str | None = None, hundred: object = None) -> Term | None:
    parts = amounts(n, unit, hundred)
    if unit in ("second", "minute", "hour") or not kept.match(r"\s*(?:[.,;:!?)]|$)", at.after(3)):
        return None
    return Vague("PAST_REF") if parts[0][0] is None else modified(Offset(parts, -1), about)


@rule("units-ago", "UNITS AGO", {"decades ago": "Vague(ref='PAST_REF')"})
def units_ago(units: str, ago: int) -> Term:
    return Vague("PAST_REF")


@rule("year-ago", "[ the | a ] [ same | comparable | corresponding ] year - ? ( ago | earlier ) [ quarter | period | month | week ]",
      {"the year-ago quarter": "Offset(amounts=((1.0, 'year'),), sign=-1, base=Prior(grain='quarter'))"}, not_in=["a year ago"])  # fmt: skip
def year_ago(at: Site) -> Term | Pieces | None:
    words = at.words.lower()
    if ("-" not in words and not words.endswith(("quarter", "period"))) or words.startswith(
        ("a year ago", "a year earlier")
    ):
        return None
    term = Offset(((1.0, "year"),), -1, Prior("quarter") if words.endswith(("quarter", "period")) else Publication())
    return attributive(term, at) if words.endswith(("ago", "earlier")) else term


@rule(
    "later",
    f"{ROUGH} {AMOUNT} [ to the day ] LATER [ that | than that ]",
    {
        "a year to the day later": "Offset(amounts=((1.0, 'year'),), sign=1, base=Prior(), exact=True)",
        "three days later": "Offset(amounts=((3.0, 'day'),), sign=1, base=Prior())",
        "a year earlier": "Offset(amounts=((1.0, 'year'),), sign=-1, base=Prior())",
    },
)
def later(
    n: object, unit: str, later: int, at: Site, about: str | None = None, hundred: object = None, half: object = None
) -> Term | None:
    parts = amounts(n, unit, hundred, half)
    word = at.lower[at.spans["later"][0] : at.spans["later"][1]]
    if kept.match(r"\s+than\b", at.after(6)) and not at.words.lower().endswith("that"):
        return None  # "three days later than planned"
    if word in ("after", "before", "prior"):
        if kept.match(r"\s+[A-Za-z]", at.text[at.end : at.end + 3]) and not at.words.lower().endswith("that"):
            return None  # what follows is what it counts from
        if word == "before" and kept.match(r"\s*[a-z]", at.after(2)):
            return None
    if parts[0][0] is None:
        return Vague("PAST_REF" if later < 0 else "FUTURE_REF")
    return modified(Offset(parts, later, Prior(), " to the day " in at.words.lower()), about)


@rule(
    "units-on",
    f"{AMOUNT} on",
    {"A year on, the ward is empty": "Offset(amounts=((1.0, 'year'),), sign=1, base=Prior())"},
    not_in=["two years on the run", "an hour on Monday"],
)
def units_on(n: object, unit: str, at: Site, hundred: object = None, half: object = None) -> Term | None:
    """British: so long after what was told."""
    parts = amounts(n, unit, hundred, half)
    closed = kept.match(r"\s?(?:[,.;:!?)]|$)", at.after(2))
    if not closed or parts[0][0] is None or at.before(2) == ", ":  # "It is still here today, two days on"
        return None
    return Offset(parts, 1, Prior())


@rule(
    "from-now",
    f"{ROUGH} {AMOUNT} ( from now | hence | from today )",
    {"A month from now": "Offset(amounts=((1.0, 'month'),), sign=1, base=Publication())"},
)
def from_now(n: object, unit: str, about: str | None = None, hundred: object = None, half: object = None) -> Term:
    parts = amounts(n, unit, hundred, half)
    return modified(Offset(parts, 1), about) if parts[0][0] is not None else Vague("FUTURE_REF")


@rule(
    "in-time",
    f"{COUNT} {UNITWORD} ' time",
    {"three weeks' time": "Offset(amounts=((3.0, 'week'),), sign=1, base=Publication())"},
)
def in_time(n: object, unit: str, hundred: object = None) -> Term:
    parts = amounts(n, unit, hundred)
    return Offset(parts, 1) if parts[0][0] is not None else Vague("FUTURE_REF")


@rule(
    "years-time", "AN:n UNIT 's time", {"a year's time": "Offset(amounts=((1.0, 'year'),), sign=1, base=Publication())"}
)
def years_time(n: int, unit: str) -> Term:
    return Offset(((1.0, unit),), 1)


@rule("units-later", "( UNITS | MOMENTS:units ) LATER", {"days later": "Offset(amounts=((None, 'day'),), sign=1, base=Prior())"})
def units_later(units: str, later: int, at: Site) -> Term | None:
    word = at.lower[at.spans["later"][0] : at.end]
    if word in ("after", "before", "prior", "hence", "thereafter") and kept.match(r"\s+[a-z]", at.after(3)):
        return None
    return Offset(((None, units),), later, Prior())


@rule(
    "past-stretch",
    f"[ ABOUT:about ] [ the ] ( PASTSPAN:rel | PAST:rel ) [ ( ABOUT:about | SOME ) ] ( {COUNT.replace('| AN:n ', '').replace('( AN:n | NUMW:n', '( NUMW:n')} | HUNDRED:n ) {UNITWORD} [ or so ]",
    {"the last three years": "Stretch(amounts=((3.0, 'year'),), sign=-1, base=Publication())"},
)
def past_stretch(
    rel: int, n: object, unit: str, at: Site, about: str | None = None, hundred: object = None, some: object = None
) -> Term | Pieces | None:
    """Up to publication, or from it on; "the previous" and "the following" count from the date named before."""
    length = amounts(n, unit, hundred)
    if at.words.lower().startswith("last ") and _MODAL.search(at.before(9)):  # "it is expected to last six weeks"
        return Pieces(((at.start + len("last "), at.end, modified(Duration(length), about)),))
    base: Term = Prior() if _FROM_PRIOR.match(at.words.lower()) else Publication()
    fixed = _OF_A_WHOLE.match(at.after(6)) or (rel > 0 and base == Publication() and not _AHEAD.search(at.before(8)))
    return modified(Duration(length) if fixed else Stretch(length, rel, base), about)


_MODAL = pattern(r"\b(?:to|will|would|can|could|may|might|must|shall|should|[nt]['’]t|['’]ll)\s$")
_FROM_PRIOR = pattern(r"(?:the )?(?:previous|preceding|following)\b")
#: "the last three years of the war" ends with the war.
_OF_A_WHOLE = pattern(r"\s+of\b")
_AHEAD = pattern(r"\b(?:over|in|within|during|for)\s$")


@rule(
    "counted-past-units",
    "[ the ] ( NUM:n | NUMW:n | SOME:n ) ( PASTSPAN:rel | PAST:rel ) UNITS:unit",
    {"the four previous weeks": "Stretch(amounts=((4.0, 'week'),), sign=-1, base=Prior())"},
    not_in=["two last minute goals"],
)
def counted_past_units(n: object, rel: int, unit: str, at: Site) -> Term:
    base: Term = Prior() if kept.search(r"\b(?:previous|preceding|following)\b", at.words.lower()) else Publication()
    return Stretch(amounts(n, unit), rel, base)


@rule(
    "past-range",
    f"[ the ] ( PASTSPAN:rel | PAST:rel ) ( NUM:n | NUMW:n ) ( - | -- | to | or ) ( NUM:last | NUMW:last ) {UNITWORD}",
    {"the last 20 to 25 years": "Stretch(amounts=((20.0, 'year'),), sign=-1, base=Publication())"},
)
def past_range(rel: int, n: float, last: float, unit: str, at: Site) -> Term | Pieces | None:
    return past_stretch(rel, n, unit, at)


@rule("past-unit", "[ the | this ] PAST UNIT", {"the past week": "Stretch(amounts=((1.0, 'week'),), sign=-1, base=Publication())"})
def past_unit(past: int, unit: str) -> Term:
    return Stretch(((1.0, unit),), -1)


@rule(
    "coming-units",
    "[ the ] ( PASTSPAN:rel | PAST:rel | REL:rel ) UNITS:units [ ( and | or ) UNITS:more ]",
    {
        "coming months": "Stretch(amounts=((None, 'month'),), sign=1, base=Publication())",
        "the coming days and weeks": "Stretch(amounts=((None, 'day'),), sign=1, base=Publication())",
        "recent years": "Vague(ref='PAST_REF')",
    },
)
def coming_units(rel: int, units: str) -> Term:
    """Of weeks and months the length is meant, of years gone by the time, as annotators have it (TempEval-3)."""
    if rel < 0 and units in ("year", "decade", "century"):
        return Vague("PAST_REF")
    return Stretch(((None, units),), rel or 1)


@rule(
    "units-ahead",
    "[ the ] UNITS ( ahead | to come )",
    {"the weeks ahead": "Stretch(amounts=((None, 'week'),), sign=1, base=Publication())"},
    not_in=["the weeks ahead of the vote"],
)
def units_ahead(units: str, at: Site) -> Term | None:
    return None if kept.match(r"\s+of\b", at.after(4)) else Stretch(((None, units),), 1)


@rule(
    "first-of-period",
    "[ the ] ORD:n ( NUM:count | NUMW:count )? ( UNIT:unit | UNITS:unit ) of ( YEAR:year | MONTH [ ,? YEAR:year ] | REL:rel UNIT:whole | the UNIT:whole | the PRIORREL:priorrel UNIT:whole )",
    {
        "the first week of June": "Nth(n=1, unit='week', whole=Fields(month=6), count=1)",
        "the first ten days of June": "Nth(n=1, unit='day', whole=Fields(month=6), count=10)",
    },
)
def first_of_period(n: int, unit: str, at: Site, count: int | None = None, year: int | None = None, month: int | None = None, rel: int | None = None,
                    priorrel: int | None = None, whole: str | None = None) -> Term | Pieces | None:  # fmt: skip
    if unit == "hour" and n in (1, -1) and count is None and "hours" in at.words.lower() and (year or month or whole):
        unit = "day"  # "the final hours of 2017"
    if unit == "decade" and month and n in _TEN_DAYS:  # ten days of a month, in translated news
        return Modified(Fields(year=year, month=month), _TEN_DAYS[n])
    if unit in ("second", "minute", "hour", "millennium", "quarter", "night"):
        return None
    if unit == "day" and count and month and (n in (1, -1) or (n == 2 and count == _TEN)):
        return Nth(_TEN + 1 if n == 2 else n, unit, None, Fields(year=year, month=month), count)
    if count is not None and count > 1:
        length = Duration(((float(count), unit),))
        if month is not None or (year is None and (whole != "year" or rel is not None or priorrel is not None)):
            return length
        joint = kept.search(r"\sof\s(?=(?:the\s)?\S+$)", at.lower[at.start : at.end])
        if joint is None:
            return length
        return Pieces(
            (
                (at.start, at.start + joint.start(), length),
                (at.start + joint.end(), at.end, Fields(year=year) if year is not None else Cycle("year", 0)),
            )
        )
    inner: Term = (
        unit_term(whole, rel, priorrel)
        if whole and (rel is not None or priorrel is not None)
        else Cycle(whole, 0)
        if whole
        else Fields(year=year, month=month)
    )
    return Nth(n, unit, None, inner)


#: Days in a third of a month.
_TEN = 10
_TEN_DAYS = {1: "START", 2: "MID", 3: "END", -1: "END"}

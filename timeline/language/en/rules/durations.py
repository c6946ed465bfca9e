"""Lengths of time: "two weeks", "about 50 minutes", "a year and a half", "five-hour", "decades"."""

from .... import kept
from ....algebra.terms import Duration, Modified, Term
from ....kept import pattern
from ...common.steps import modified
from ...grammar import REFUSED, RuleBook, Site
from .common import COUNT
from .counted import UNITWORD, amounts

BOOK = RuleBook()
rule = BOOK.rule


@rule("duration", f"[ ABOUT:about ] [ full | entire | whole | another | other ] {COUNT} [ ADJ | - ] {UNITWORD} [ and a HALFWORD:half | or so | or two | or more ]",
      {"two weeks": "Duration(amounts=((2.0, 'week'),))", "about 50 minutes": "Modified(term=Duration(amounts=((50.0, 'minute'),)), mod='APPROX')"},
      not_in=["18 years old", "a second chance", "a second helping"])  # fmt: skip
def duration(
    n: object, unit: str, at: Site, about: str | None = None, hundred: object = None, half: object = None
) -> Term | None:
    words = at.words.lower()
    if _as_many(at):
        return None
    if (
        unit == "second"
        and kept.search(r"\b(?:a|an|one) second$", words)
        and "-" not in words
        and (words.startswith("a ") or kept.match(r"\s+[a-z]", at.after(3)))
    ):
        return None
    length = amounts(n, unit, hundred, half)
    if half and (count := length[0][0]) is not None:
        return modified(Duration(_in_smaller(count - 0.5, 0.5, unit)), about)
    is_fraction = unit == "quarter" and (about or n in (1, 3))
    is_year = unit in ("quarter", "second") and (length[0][0] or 0) >= 1000  # "the 1988 quarter"
    return None if is_fraction or is_year else modified(Duration(length), about)


def _as_many(at: Site) -> bool:
    """ "The second in as many weeks": as many as was told."""
    many = at.words.lower().startswith("many ")
    return at.before(3) == "as " if many else at.before(8) == "as many "


@rule(
    "first-duration",
    f"[ the ] ( ORD | next ) {COUNT} UNITS:unit",
    {"the first nine months": "Duration(amounts=((9.0, 'month'),))"},
)
def first_duration(n: object, unit: str, hundred: object = None) -> Term:
    return Duration(amounts(n, unit, hundred))


@rule(
    "the-duration",
    "the [ latest ] ( NUM:n | NUMW:n ) [ ADJ ] UNITS:unit",
    {"the nine months": "Duration(amounts=((9.0, 'month'),))"},
    not_in=["the two years ago", "the Seven Days battles"],
)
def the_duration(n: float, unit: str, at: Site) -> Term | None:
    """A length that is known: "for the nine months", "the three days of mourning"."""
    counted = kept.match(r"\s*(?:['’]|(?:ago|earlier|later|before|after|since|from|into)\b)", at.after(9))
    named = at.words.rsplit(None, 1)[1][0].isupper()  # "the Seven Days battles"
    return Duration(((float(n), unit),)) if n < 1000 and not counted and not named else None


@rule(
    "over-duration",
    f"over {COUNT} {UNITWORD}",
    {"it lasted over a week": "Modified(term=Duration(amounts=((1.0, 'week'),)), mod='MORE_THAN')"},
    not_in=["it was built over two years"],
)
def over_duration(n: object, unit: str, at: Site, hundred: object = None) -> Term | None:
    """ "over a week" is more than one behind "for" or "lasted"; else it is during one."""
    more = kept.search(r"\b(?:for|after|last|lasts|lasted|took|takes|take|taken|well|just|of|than|spent|wait|waited)\s$", at.before(8))
    return Modified(Duration(amounts(n, unit, hundred)), "MORE_THAN") if more else None


@rule(
    "period-of-length",
    "[ a | the | that | this ] [ same ] ( NUM:n | NUMW:n ) - UNIT:unit period",
    {"a three-year period": "Duration(amounts=((3.0, 'year'),))"},
)
def period_of_length(n: float, unit: str) -> Term:
    return Duration(((float(n), unit),))


@rule(
    "age",
    "( NUM:n | NUMW:n | DECIMAL:n | AN:n | SOME:n ) - ? ( UNIT:unit | UNITS:unit ) - ? ( old | of age )",
    {"a nine-month-old truce": "Duration(amounts=((9.0, 'month'),))", "18 years old": "REFUSED"},
)
def age(n: object, unit: str, at: Site) -> Term | object:
    """The age of a thing is a length of time; that of a person is left alone."""
    return Duration(amounts(n, unit)) if _THING.match(at.lower, at.end) else REFUSED


_THING = pattern(
    r"\s(?:\w+\s)?(?:case|truce|war|company|firm|law|ban|conflict|strike|building|bridge|house|tradition|record|rule|dispute|trial|cease-?fire|treaty|"
    r"agreement|embargo|siege|feud|insurgency|uprising|investigation|inquiry|programme|program|project|policy|institution|church|school|party|club|tree|"
    r"government|coalition|crisis|plan|contract|deal|campaign|revolt|regime|system|network|newspaper|magazine|business|plant|factory|ship|vessel|plane|aircraft)s?\b"
)


@rule(
    "two-part-duration",
    f"[ ABOUT:about ] {COUNT} {UNITWORD} [ , ] [ and ] ( NUM:n2 | NUMW:n2 ) ( UNIT:unit2 | UNITS:unit2 )",
    {"2 hours and 30 minutes": "Duration(amounts=((2.0, 'hour'), (30.0, 'minute')))"},
)
def two_parts(
    n: object, unit: str, n2: float, unit2: str, about: str | None = None, hundred: object = None
) -> Term | None:
    order = ("second", "minute", "hour", "day", "week", "month", "year")
    if unit not in order or unit2 not in order or order.index(unit2) >= order.index(unit):
        return None
    return modified(Duration((*amounts(n, unit, hundred), (float(n2), unit2))), about)


@rule(
    "half-duration",
    f"[ ABOUT:about ] [ a | the ] HALFWORD:half [ an | a | - ] {UNITWORD}",
    {"half an hour": "Duration(amounts=((30.0, 'minute'),))"},
)
def half_duration(half: float, unit: str, about: str | None = None) -> Term:
    if unit == "hour":
        return modified(Duration(((30.0, "minute"),)), about)
    if unit == "year":
        return modified(Duration(((6.0, "month"),)), about)
    if unit == "century":
        return modified(Duration(((50.0, "year"),)), about)
    return modified(Duration(((0.5, unit),)), about)


@rule(
    "unit-and-half",
    f"[ ABOUT:about ] ( AN:n | NUMW:n | NUM:n ) ( {UNITWORD} and a half | and a half {UNITWORD} | - and - a - half - ? {UNITWORD} )",
    {"three and a half years": "Duration(amounts=((3.0, 'year'), (6.0, 'month')))"},
)
def unit_and_half(n: int, unit: str, about: str | None = None) -> Term:
    return modified(Duration(_in_smaller(float(n), 0.5, unit)), about)


#: Into how many of which smaller unit a unit falls, where a fraction of it is told by these (ISO 8601: P2Y6M).
_SMALLER = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second")}


def _in_smaller(whole: float, part: float, unit: str) -> tuple[tuple[float, str], ...]:
    """ "two and a half years": two years and six months; of other units a fraction."""
    many, smaller = _SMALLER.get(unit, (0, unit))
    if not many or (many * part) % 1:
        return ((whole + part, unit),)
    return ((whole, unit), (many * part, smaller)) if part else ((whole, unit),)


@rule(
    "fraction-duration",
    f"[ ABOUT:about ] NUM NUMPAIR - ? {UNITWORD}",
    {"2 1/2 years": "Duration(amounts=((2.0, 'year'), (6.0, 'month')))"},
)
def fraction_duration(num: int, numpair: str, unit: str, about: str | None = None) -> Term:
    top, bottom = (int(x) for x in numpair.split("/"))
    return modified(Duration(_in_smaller(float(num), top / max(bottom, 1), unit)), about)


@rule(
    "range-duration",
    f"[ ABOUT:about ] ( NUM:n | NUMW:n ) ( - | -- | to | or ) ( NUM:last | NUMW:last ) - ? {UNITWORD}",
    {"12 to 14 days": "Duration(amounts=((12.0, 'day'),))"},
)
def range_duration(n: int, last: int, unit: str, about: str | None = None) -> Term:
    return modified(Duration(((float(n), unit),)), about)


@rule("long", "[ the ] UNITADJ", {"week-long": "Duration(amounts=((1.0, 'week'),))"})
def long(unitadj: str) -> Term:
    return Duration(((1.0, unitadj),))


@rule(
    "units",
    "[ [ the ] ( SOME | EARLY | ORD | following | intervening | ensuing ) | the ] UNITS:units [ ( or | and ) [ even ] UNITS:more ]",
    {"weeks": "Duration(amounts=((None, 'week'),))", "within days or weeks": "Duration(amounts=((None, 'day'),))"},
    not_in=["office hours"],
)
def units(units: str, at: Site, some: object = None, more: str | None = None) -> Term | None:
    if _as_many(at):
        return None
    if more is not None:
        pair = some is None and units != more and "quarter" not in (units, more)
        return Duration(((None, units),)) if pair else None
    words = at.words.lower().split()[-1] if at.words.lower().startswith("the ") else at.words.lower()
    if words in ("seconds", "secs", "min", "min.", "minutes", "quarters", "nights", "hrs", "hrs.", "mos.", "weekends"):
        return (
            Duration(((None, units),))
            if words in ("minutes", "seconds")
            and kept.search(r"(?:within|for|in|just|several|only|of)\s+$", at.before(9))
            else None
        )
    if words in ("days", "hours") and kept.search(
        r"(?:\bthese|\boffice|\bopening|\bearly|\bthose|\bworking|\bbusiness|\bholy|\bold)\s+$", at.before(10)
    ):
        return None
    if words == "hours" and _KINDS_OF_HOURS.search(at.before(10)):
        return None
    return Duration(((None, units),))


_KINDS_OF_HOURS = pattern(r"\b(?:curfew|visiting|rush|peak|school|lunch|trading|banking)\s+$")


@rule(
    "whole-unit",
    "( the | an? ) ( entire | whole | full ) UNIT",
    {"the entire week": "Duration(amounts=((1.0, 'week'),))"},
)
def whole_unit(unit: str, at: Site) -> Term | None:
    if at.words.lower() == "the full year" and kept.search(r"\bfor\s$", at.before(5)):
        return None  # that of a report
    return Duration(((1.0, unit),))

"""Weekdays: bare, with their article, not told which, in short, and counted in a month."""


from .... import kept
from ....algebra.terms import Cycle, Fields, Nth, Offset, Term, TimeOfDay, Vague, Within
from ....kept import pattern
from ...common.steps import unit_term
from ...grammar import REFUSED, Pieces, RuleBook, Site
from .guards.following import noun_follows
from .guards.weekdays import weekday_is_meant

BOOK = RuleBook()
rule = BOOK.rule


@rule("weekday", "WEEKDAY", {"on Sunday": "Fields(weekday=7)"}, not_in=["the Sunday Times"])
def weekday(weekday: int, at: Site) -> Term | object:
    return Fields(weekday=weekday) if weekday_is_meant(at) else REFUSED


@rule(
    "the-weekday",
    "the WEEKDAY",
    {"by the Sunday": "Fields(weekday=7)"},
    not_in=["on the Monday of that week", "at the Friday market", "on the Monday's train"],
)
def the_weekday(weekday: int, at: Site) -> Pieces | None:
    """ "On the Friday he was well": that of the days told of, told without its article."""
    counted = _COUNTED_FROM.match(at.text, at.end)  # "the Monday after the flood"
    if not counted and (noun_follows(at) or not _ENDS.match(at.text, at.end) or not _BEFORE_ARTICLE.search(at.before(6))):
        return None
    return Pieces(((at.spans["weekday"][0], at.end, Fields(weekday=weekday)),))


@rule(
    "some-weekday",
    "( a | one | some | any ) WEEKDAY [ PART | night ]",
    {
        "one Sunday in 1962": "Vague(ref='XXXX-WXX-7')",
        "born on a Friday.": "Vague(ref='XXXX-WXX-5')",
        "It was a Monday morning": "TimeOfDay(day=Vague(ref='XXXX-WXX-1'), part='MO')",
    },
    not_in=["ahead of a Monday deadline", "on 3 May, a Sunday,"],
)
def some_weekday(weekday: int, at: Site, part: str | None = None) -> Pieces | None:
    """A weekday that is not told which: no day of the week of publication."""
    if noun_follows(at) or at.after(1) in ("-", "–", "'", "’") or kept.search(r"[,(–—]\s?$", at.before(2)):
        return None
    if kept.match(r"\s[A-Z][a-z]", at.text[at.end : at.end + 3]):
        return None
    day: Term = Vague(f"XXXX-WXX-{weekday}")
    part = part or ("NI" if at.words.lower().endswith("night") else None)
    return Pieces(((at.spans["weekday"][0], at.end, TimeOfDay(day, part=part) if part else day),))


_COUNTED_FROM = pattern(r"\s(?:after|before|following)\s(?!(?:last|next)\b)")
_BEFORE_ARTICLE = pattern(r"\b(?:on|by|until|till|from)\s$")
_ENDS = pattern(r"\s?[.,;:)]|\s(?!(?:of|in)\b)[a-z]|$")


@rule("weekday-short", "DAYABBR:weekday", {"on Sat": "Fields(weekday=6)"}, not_in=["the Sun said", "Mon ami"])
def weekday_short(weekday: int, at: Site) -> Term | None:
    """An abbreviation that is a word or a name as well: behind a preposition."""
    behind = kept.search(r"\b(?:on|until|till|every)\s$", at.before(7))
    return Fields(weekday=weekday) if behind and not kept.match(r"\s[A-Z]", at.text[at.end : at.end + 2]) else None


@rule(
    "weekday-after-nth",
    "[ the ] first WEEKDAY:later after the ORD WEEKDAY in MONTH [ ,? of? YEAR ]",
    {
        "the first Tuesday after the first Monday in November": "Offset(amounts=((1.0, 'day'),), sign=1, base=Nth(n=1, unit='weekday', weekday=1, whole=Fields(month=11), count=1))"
    },
)
def weekday_after_nth(later: int, ord: int, weekday: int, month: int, year: int | None = None) -> Term:
    """The day of American elections."""
    days = (later - weekday - 1) % 7 + 1
    return Offset(((float(days), "day"),), 1, Nth(ord, "weekday", weekday, Fields(month=month, year=year)))


@rule(
    "nth-weekday-of",
    "[ the ] ORD WEEKDAY ( in | of ) ( MONTH [ of? REL:whole year ] | the month | REL month | the PRIORREL month ) [ ,? of? YEAR ]",
    {
        "the last Friday of November": "Nth(n=-1, unit='weekday', weekday=5, whole=Fields(month=11), count=1)",
        "the first Monday in May next year": "Nth(n=1, unit='weekday', weekday=1, whole=Within(part=Fields(month=5), whole=Cycle(unit='year', n=1, base=Publication())), count=1)",
    },
)
def nth_weekday(
    ord: int,
    weekday: int,
    month: int | None = None,
    year: int | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
    whole: int | None = None,
) -> Term:
    if whole is not None:
        return Nth(ord, "weekday", weekday, Within(Fields(month=month), Cycle("year", whole)))
    holder = (
        Fields(month=month, year=year)
        if month
        else unit_term("month", rel if rel is not None or priorrel is not None else 0, priorrel)
    )
    return Nth(ord, "weekday", weekday, holder)

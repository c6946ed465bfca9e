"""Distances from a day or a happening that is named right there: "two days before Christmas", "a month into the war"."""

import re

from .... import kept
from ....algebra.terms import Cycle, Fields, NamedDay, Occasion, Occurrence, Offset, Prior, Term, TimeOfDay
from ....kept import pattern
from ...common.steps import modified, number, valid
from ...grammar import Pieces, RuleBook, Site
from .counted import AMOUNT, ROUGH, amounts
from .guards.following import noun_follows

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "from-named-day",
    f"{ROUGH} ( {AMOUNT} | the UNIT:unit ) ( after | before ) NAMEDAY",
    {
        "two days before Christmas": "Offset(amounts=((2.0, 'day'),), sign=-1, base=NamedDay(key='christmas', name='Christmas'))"
    },
)
def from_named_day(unit: str, nameday: str, at: Site, n: object = 1, hundred: object = None) -> Term | None:
    """Counted from a day by its name."""
    parts = amounts(n, unit, hundred)
    if parts[0][0] is None or unit in ("second", "minute", "hour"):
        return None
    start, end = at.spans["nameday"]
    return Offset(parts, 1 if " after " in at.words.lower() else -1, NamedDay(nameday, at.text[start:end]))


@rule(
    "from-noon",
    "( AN:n | NUM:n | NUMW:n | half AN:half ) ( UNIT:unit | UNITS:unit ) ( before | after ) NOON [ [ on | , ] ( WEEKDAY | DEICTIC | [ WEEKDAY ,? ] MONTH DOM:day [ ,? YEAR ] | [ WEEKDAY ,? ] DOM:day MONTH [ ,? YEAR ] ) ]",
    {
        "an hour before midnight on Friday": "TimeOfDay(day=Fields(weekday=5), hour=23, minute=0)",
        "ten minutes after noon": "TimeOfDay(day=Prior(grain='day'), hour=12, minute=10)",
    },
    not_in=["two days before midnight"],
)
def from_noon(
    unit: str,
    noon: str,
    at: Site,
    n: object = 1,
    half: object = None,
    weekday: int | None = None,
    deictic: int | None = None,
    month: int | None = None,
    day: int | None = None,
    year: int | None = None,
) -> Term | None:
    """A clock time, told by its distance from the middle or the end of a day."""
    count = 0.5 if half is not None else number(n)
    if count is None or unit not in _MINUTES:
        return None
    after = " after " in at.words.lower()
    from_midnight = 0 if noon == "midnight" and after else 24 if noon == "midnight" else 12
    minutes = from_midnight * 60 + round(count * _MINUTES[unit]) * (1 if after else -1)
    if not 0 <= minutes < 24 * 60:
        return None
    inner: Term = Fields(weekday=weekday, month=month, day=day, year=year) if weekday or day else Prior("day")
    return TimeOfDay(inner if deictic is None else Cycle("day", deictic), *divmod(minutes, 60))


_MINUTES = {"minute": 1, "hour": 60}


@rule(
    "from-weekday",
    f"{ROUGH} ( {AMOUNT} | the UNIT:unit ) ( after | before ) [ REL ] WEEKDAY",
    {
        "a day before Saturday's march": "Offset(amounts=((1.0, 'day'),), sign=-1, base=Fields(weekday=6))",
        "the day before last Tuesday": "Offset(amounts=((1.0, 'day'),), sign=-1, base=Occurrence(fields=Fields(weekday=2), n=-1, base=Publication()))",
    },
    not_in=["He spent a day before Saturday at home"],
)
def from_weekday(
    unit: str, weekday: int, at: Site, n: object = 1, hundred: object = None, rel: int | None = None
) -> Term | None:
    """ "a day before Saturday's march": counted from the weekday of something that happened."""
    parts = amounts(n, unit, hundred)
    if parts[0][0] is None or unit in ("second", "minute", "hour"):
        return None
    if rel is None and not kept.match(r"['’]s\s", at.after(3)):
        return None
    base = Fields(weekday=weekday) if rel is None else Occurrence(Fields(weekday=weekday), rel)
    return Offset(parts, 1 if kept.search(r"\bafter\b", at.words.lower()) else -1, base)


@rule(
    "from-weekend",
    f"{ROUGH} ( {AMOUNT} | the UNIT:unit ) ( after | before ) ( the weekend | ( this | next ) weekend )",
    {
        "the day before the weekend": "Offset(amounts=((1.0, 'day'),), sign=-1, base=Fields(weekend=True))"
    },
)
def from_weekend(unit: str, at: Site, n: object = 1, hundred: object = None) -> Term | None:
    parts = amounts(n, unit, hundred)
    if parts[0][0] is None or unit in ("second", "minute", "hour"):
        return None
    sign = 1 if " after " in at.words.lower() else -1
    return Offset(parts, sign, Cycle("weekend", 1) if "next" in at.words.lower() else Fields(weekend=True))


@rule(
    "from-date",
    f"{ROUGH} ( {AMOUNT} | the UNIT:unit ) ( after | before ) "
    f"( MONTH:month ( DOM:day | DAYTH:day ) [ ,? YEAR:year ] | [ the ] ( DOM:day | DAYTH:day ) of? MONTH:month [ ,? YEAR:year ] )",
    {
        "three days after 7 October 2023": "Offset(amounts=((3.0, 'day'),), sign=1, base=Fields(year=2023, month=10, day=7))"
    },
)
def from_date(
    unit: str, month: int, day: int, at: Site, n: object = 1, year: int | None = None, hundred: object = None
) -> Term | Pieces | None:
    """Counted from a day that is named right there."""
    parts, base = amounts(n, unit, hundred), Fields(year=year, month=month, day=day)
    if parts[0][0] is None or unit in ("second", "minute", "hour") or not valid(base) or at.after(2) in ("'s", "’s"):
        return None
    term = Offset(parts, 1 if " after " in at.words.lower() else -1, base)
    definite = kept.search(r"\b(?:after|before) the ", at.lower[at.start : at.end])
    thing = _A_THING.match(at.text, at.end) if definite and noun_follows(at) else None
    return term if thing is None else Pieces(((at.start, thing.end(), term),))


#: "The day after the 9 January accord": what is of that day.
_A_THING = pattern(r"\s[a-z]+\b")
#: What an event's name ends before: a mark, or one of the little words.
_LITTLE = (
    "of in on at and or for by with to which that when began was were had has is the against between from he she it they we you I "
    "there will would could can must may might should but after before until as into under over nobody no not all an a this these "
    "those his her its their some many most several two three"
)
_OCCASION_ENDS = rf"(?=\s*(?:[.,;:)?!]|$|\s(?:{'|'.join(_LITTLE.split())})\b))"
_OCCASION = pattern(
    r"\s+(?:(?:the|this|that|his|her|its|their|our|an?|[A-Z][\w’']+['’]s)\s+)?"
    rf"((?:[A-Za-z][\w’'-]*\s+){{0,2}}?[A-Za-z][\w’'-]*){_OCCASION_ENDS}"
)


#: "it was signed on 20 December": what happened, with its day.
_DATED_CLAUSE = pattern(
    r"\s+((?:it|he|she|they)\s(?:was|were|had been)\s\w+)(?=\s(?:on|in)\s(?:[A-Z][a-z]+\.? \d|\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]+day\b))"
)
_ANY_CLAUSE = pattern(r"\s+(?:the|an?|this|that|these|those)\b(?: [\w’'-]+){1,3}")
#: Words that tell what happened, but are no name of it.
_CLAUSE = pattern(r"\s+(?:his|her|its|their|my|our|he|she|it|they|we|I|[a-z]+ing|[A-Z][\w’'-]+)\b(?: [\w’'-]+){0,3}")


@rule(
    "from-occasion",
    f"{ROUGH} ( {AMOUNT} | the UNIT:unit ) ( FROM:sign | to the day after )",
    {"the day before the vote": "Offset(amounts=((1.0, 'day'),), sign=-1, base=Occasion(words='the vote'))"},
)
def from_occasion(
    unit: str,
    at: Site,
    sign: int = 1,
    n: object = 1,
    about: str | None = None,
    hundred: object = None,
    half: object = None,
) -> Term | None:
    if unit in ("second", "minute", "hour"):
        return None
    word = at.lower[at.spans["sign"][0] : at.spans["sign"][1]] if "sign" in at.spans else "after"
    parts = amounts(n, unit, hundred, half)
    m = _OCCASION.match(at.text, at.end) or _told_before(at)
    dated = _DATED_CLAUSE.match(at.text, at.end)
    if dated and word in ("after", "before") and parts[0][0] is not None:
        told = Occasion(re.sub(r"\s+", " ", dated[1]))
        return Pieces(((at.start, dated.end(1), modified(Offset(parts, sign, told), about)),))  # type: ignore[return-value]
    clause = _CLAUSE.match(at.text, at.end) or (None if m else _ANY_CLAUSE.match(at.text, at.end))
    if clause and word in ("after", "before") and parts[0][0] is not None and at.before(2) in (", ", "– ", "— "):
        words = re.sub(r"\s+", " ", clause[0].strip())  # "on Sunday, two weeks after giving birth"
        return Pieces(((at.start, at.spans["unit"][1], modified(Offset(parts, sign, Occasion(words, True)), about)),))  # type: ignore[return-value]
    if (
        not m
        or word in ("from", "following", "ahead of", "since")
        or not (m[0].lower().split()[0] in ("the", "this", "that") or _is_name(m[0], word, parts))
    ):
        return None
    if parts[0][0] is None:
        return None
    words = re.sub(r"\s+", " ", m[0].strip())
    if kept.match(r"(?:they|he|she|it|we|you|i)\b", words, re.I):
        return None
    if word in ("after", "before") and unit in ("week", "month", "year") and kept.match(r"the\s", at.words.lower()):
        return Pieces(((at.start, m.end(), Cycle(unit, sign, Occasion(words))),))  # type: ignore[return-value]
    exact = "exactly" in at.words.lower() or "to the day" in at.words.lower() or word == "into"
    term: Term = Offset(parts, sign, Occasion(words), exact)
    return Pieces(((at.start, m.end(), modified(term, about)),))  # type: ignore[return-value]


#: So many characters back is a word sought.
_NEAR_BEFORE = 1000


def _told_before(at: Site) -> re.Match[str] | None:
    """ "two weeks after the eruption ash still fell": one word for what the text has named just once, whatever follows."""
    m = _ONE_WORD.match(at.text, at.end)
    named = re.findall(rf"\b{re.escape(m[1])}{_OCCASION_ENDS}", at.text[max(0, at.start - _NEAR_BEFORE) : at.start], re.I) if m else ()
    return m if len(named) == 1 else None


_ONE_WORD = pattern(r"\s+(?:the|this|that)\s+([a-z][\w’'-]{3,})\b")


def _is_name(words: str, preposition: str, parts: tuple[tuple[float | None, str], ...]) -> bool:
    """ "a year after Marathon": a battle by its place, a storm by its name."""
    said = words.split()
    return preposition in ("after", "before") and len(said) <= 3 and all(w[0].isupper() and w[1:2].islower() for w in said)


@rule(
    "eve-of",
    "[ the ] eve of",
    {"the eve of the summit": "Offset(amounts=((1.0, 'day'),), sign=-1, base=Occasion(words='the summit'))"},
)
def eve_of(at: Site) -> Term | None:
    m = _OCCASION.match(at.text, at.end)
    if not m:
        return None
    return Pieces(((at.start, m.end(), Offset(((1.0, "day"),), -1, Occasion(re.sub(r"\s+", " ", m[0].strip())))),))  # type: ignore[return-value]


@rule(
    "part-of-occasion",
    "[ the ] ( PART | night ) ( of | before | after )",
    {
        "the morning of the wedding": "TimeOfDay(day=Occasion(words='the wedding'), part='MO')",
        "the evening before the murder": "TimeOfDay(day=Offset(amounts=((1.0, 'day'),), sign=-1, base=Occasion(words='the murder')), part='EV')",
    },
    not_in=["the morning of life", "the evening before they met", "a night of terror"],
)
def part_of_occasion(at: Site, part: str | None = None) -> Pieces | None:
    """A part of the day of something that happened, or of the day beside it."""
    m = _OCCASION.match(at.text, at.end)
    if m is None or not at.words.lower().startswith("the ") or _A_DAY.search(m[0]):
        return None
    if not kept.match(r"\s+(?:the|this|that|his|her|its|their)\s", m[0], re.I):
        return None
    joint = at.words.lower().rsplit(None, 1)[-1]
    if part is None and joint != "of":
        return None  # "the night before the vote" is counted in nights
    day: Term = Occasion(re.sub(r"\s+", " ", m[0].strip()))
    if joint != "of":
        day = Offset(((1.0, "day"),), 1 if joint == "after" else -1, day)
    return Pieces(((at.start, m.end(), TimeOfDay(day, part=part or "NI")),))


_A_DAY = pattern(r"\b(?:day|night|week|month|year|weekend|century|decade|same|following|previous|next|\w+day|\d+\w*)\b")


@rule(
    "nth-day-of",
    "[ the ] ORD UNIT of",
    {"21 July, the fifth day of the rising": "Occasion(words='the fifth day of the rising', clause=True)"},
    not_in=["on the second day of the trial"],
)
def nth_day_of(ord: int, unit: str, at: Site) -> Pieces | None:
    """ "On 21 July, the fifth day of the rising": told of the day beside which it stands."""
    m = _OCCASION.match(at.text, at.end)
    if m is None or ord < 1 or unit != "day" or not _A_DAY_BEFORE.search(at.text[max(0, at.start - 24) : at.start]):
        return None
    return Pieces(((at.start, m.end(), Occasion(re.sub(r"\s+", " ", at.text[at.start : m.end()]), True)),))


#: A date, and the comma of what is told of it.
_A_DAY_BEFORE = pattern(r"(?:\d|[a-z]day|\b(?:January|February|March|April|May|June|July|August|\w+ber)), $")

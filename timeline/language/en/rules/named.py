"""Days by name: "Good Friday", "Yom Kippur", "9/11", "the Fourth of July"."""

from .... import kept
from ....algebra.terms import Cycle, NamedDay, Occurrence, Prior, Publication, Term, TimeOfDay
from ....kept import pattern
from ...common.named_days import ONCE
from ...grammar import RuleBook, Site

BOOK = RuleBook()
rule = BOOK.rule


@rule(
    "named-day",
    "[ the ] NAMEDAY [ ,? of? YEAR ]",
    {"Good Friday": "NamedDay(key='good friday', name='Good Friday')"},
    not_in=["easter eggs"],
)
def named_day(nameday: str, at: Site, year: int | None = None) -> Term | None:
    written = at.words[4:] if at.words.lower().startswith("the ") else at.words
    if not written[0].isupper() and not written[0].isdigit():
        return None
    if nameday in ("christmas", "easter", "thanksgiving", "passover", "ramadan") and kept.match(
        r"\s+(?:tree|eggs?|island|carol|cards?|gifts?|shopping|bunny|dinner|party|song)", at.after(12)
    ):
        return None
    if _quoted(at):
        return None  # a play
    if " " not in written and _PLACE_BEHIND.match(at.text, at.end):
        return None
    return NamedDay(nameday, written, year)


def _quoted(at: Site) -> bool:
    """Does it stand alone between quotation marks, as a title does?"""
    return at.before(1) in _MARKS and at.after(1) in _MARKS


_MARKS = frozenset("\"“”‘’")
#: "Easter Ross", "Christmas Island", "the Easter Rising".
_PLACE_BEHIND = pattern(r"\s(?:Island|Islands|Rising|Ross|Road|Street|Common|Point|Parade|Humphreys)\b")


@rule("named-day-pair", "NUMPAIR", {"9/11": "NamedDay(key='9/11', name='9/11')"})
def named_pair(numpair: str, at: Site) -> Term | None:
    return NamedDay(numpair, at.words) if numpair in ONCE else None


@rule(
    "relative-named-day",
    "( REL | PRIORREL:prior ) NAMEDAY",
    {"last Christmas": "Occurrence(fields=NamedDay(key='christmas', name='Christmas'), n=-1, base=Publication())"},
)
def relative_named_day(nameday: str, at: Site, rel: int | None = None, prior: int | None = None) -> Term:
    base: Term = Publication() if rel is not None or at.words.lower().startswith("next") else Prior()
    return Occurrence(NamedDay(nameday, at.words.split(None, 1)[1]), rel if rel is not None else prior or 0, base)


@rule(
    "named-weekend",
    "NAMEDAY ( weekend | week ) [ ,? of? YEAR ]",
    {"Easter weekend": "Cycle(unit='weekend', n=0, base=NamedDay(key='easter', name='Easter'))"},
)
def named_weekend(nameday: str, at: Site, year: int | None = None) -> Term | None:
    if not at.words[0].isupper():
        return None
    start, end = at.spans["nameday"]
    unit = "weekend" if "weekend" in at.lower[end : at.end] else "week"
    return Cycle(unit, 0, NamedDay(nameday, at.text[start:end], year))


@rule(
    "named-day-part",
    "NAMEDAY ( PART | night )",
    {"Halloween night": "TimeOfDay(day=NamedDay(key='halloween', name='Halloween'), part='NI')"},
)
def named_day_part(nameday: str, at: Site, part: str | None = None) -> Term | None:
    return (
        TimeOfDay(NamedDay(nameday, at.words.rsplit(None, 1)[0]), part=part or "NI") if at.words[0].isupper() else None
    )


@rule("new-year", "the new year", {"the new year": "Cycle(unit='year', n=1, base=Publication())"})
def new_year() -> Term:
    return Cycle("year", 1)

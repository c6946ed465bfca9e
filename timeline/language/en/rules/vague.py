"""References that name no date: "now", "recently", "in the future"."""

from .... import kept
from ....algebra.terms import Cycle, Duration, Fields, Modified, Prior, Term, Vague
from ....kept import pattern
from ...common.steps import unit_term
from ...grammar import Pieces, RuleBook, Site
from .guards.following import noun_follows, plural_follows

BOOK = RuleBook()
rule = BOOK.rule


@rule("reference", "REF", {"currently": "Vague(ref='PRESENT_REF')"})
def reference(ref: str, at: Site) -> Term | None:
    if at.before(3) == "as " and at.after(4) == " as ":
        return None  # "as recently as Monday"
    return None if at.words.lower() == "most recently" and _DATED.match(at.after(8)) else Vague(ref)


_DATED = pattern(r"\s(?:in|on|at|last|this)\s")


@rule(
    "the-current",
    "REL",
    {"the current number of seats": "Vague(ref='PRESENT_REF')"},
    not_in=["the current was strong", "the next number", "the current month"],
)
def the_current(at: Site) -> Pieces | None:
    """An adjective before its noun; "the current year" is a date."""
    meant = at.words.lower() == "the current" and noun_follows(at)
    return Pieces(((at.start + len("the "), at.end, Vague("PRESENT_REF")),)) if meant else None


@rule(
    "future-units",
    "STORYREF UNITS",
    {"cut payments in future quarters": "Vague(ref='FUTURE_REF')"},
    not_in=["former years"],
)
def future_units(storyref: str) -> Term | None:
    return Vague(storyref) if storyref == "FUTURE_REF" else None


@rule(
    "in-future",
    "STORYREF",
    {"it will not happen again in future.": "Vague(ref='FUTURE_REF')"},
    not_in=["a rise in future payments"],
)
def in_future(storyref: str, at: Site) -> Term | None:
    """British: from now on."""
    behind = storyref == "FUTURE_REF" and at.words.lower() == "future" and at.before(3) == "in "
    return Vague(storyref) if behind and _CLOSES.match(at.after(6)) else None


_CLOSES = pattern(r"\s*(?:[.,;:!?)]|$)|\s(?:and|but|to|be|they|he|she|it|we|you|i|the)\b")


@rule(
    "soon",
    "SOON",
    {"they may soon meet": "Vague(ref='FUTURE_REF')", "it soon will begin": "Vague(ref='FUTURE_REF')"},
    not_in=["it soon became a flood", "as soon as he left", "soon after the vote", "it would soon end"],
)
def soon(soon: str, at: Site) -> Term | None:
    """Only of what is to come: in a story "soon" follows on."""
    return Vague(soon) if _WILL.search(at.before(8)) or _WILL_BEHIND.match(at.after(8)) else None


_WILL = pattern(r"(?:\b(?:will|may|can|could|might|must|should|shall|to)|['’]ll)\s$")
_WILL_BEHIND = pattern(r"\s(?:will|may|can|might|must|shall)\b")


@rule(
    "a-while",
    "AWHILE",
    {"for a while": "Duration(amounts=((None, 'while'),))", "for quite some time": "Duration(amounts=((None, 'while'),))"},
    not_in=["a time of need", "some time ago", "for the first time", "at a time when"],
)
def a_while(awhile: str, at: Site) -> Term | None:
    """A length of time of which nothing is told."""
    behind = _DURING.search(at.before(7))
    return Duration(((None, awhile),)) if behind and not _OF_WHAT.match(at.after(8)) else None


_DURING = pattern(r"\b(?:for|after|in|within)\s$")
_OF_WHAT = pattern(r"\s(?:of|when|that|ago|to|now)\b")


@rule(
    "recent-things",
    "ADVREF",
    {"stung by recent losses": "Vague(ref='PAST_REF')"},
    not_in=["the recent losses", "a recent loss", "his recent losses", "recent loss of sight"],
)
def recent_things(advref: str, at: Site) -> Term | None:
    """ "Recent rulings": of late, where no article makes them known ones."""
    return Vague(advref) if plural_follows(at) and not _KNOWN.search(at.before(8)) else None


_KNOWN = pattern(
    r"(?:\b(?:the|an?|its|his|her|my|our|your|their|this|that|these|those|some|other|more|most|as)|['’]s|-)\s?$"
)


@rule(
    "story-reference",
    "STORYREF",
    {"the former king": "Vague(ref='PAST_REF', loose=True)", "during this time": "Vague(ref='PRESENT_REF', loose=True)"},
    not_in=["the former and the latter", "this time they won"],
)
def story_reference(storyref: str, at: Site) -> Term | Pieces | None:
    """An adjective before its noun; "this time" only where something happens at it, or during it."""
    if " " not in at.words:
        return Vague(storyref, True) if _NOUN_BEHIND.match(at.after(12)) and not at.words[0].isupper() else None
    if at.words.lower() == "to date":
        return Pieces(((at.start + len("to "), at.end, Vague(storyref, True)),)) if _CLOSES.match(at.after(6)) else None
    if at.words.lower() == "the time" and (at.before(3) != "at " or not _CLOSES.match(at.after(6))):
        return None
    return Vague(storyref, True) if _AT_A_TIME.search(at.before(11)) and not _TIME_OF.match(at.after(6)) else None


_NOUN_BEHIND = pattern(r"[\s-]+(?!(?:an?|the|and|or|was|were|is|are|had|has|of|in|to|for|than|by|as)\b)[a-z]")
_AT_A_TIME = pattern(r"\b(?:at|during|by|since|until|throughout|in|around|about|over|for|from)\s$")
_TIME_OF = pattern(r"\s+(?:of|as)\b")


@rule("the-moment", "MOMENT", {"at the moment": "Vague(ref='PRESENT_REF')"}, not_in=["the moment of truth"])
def the_moment(moment: str, at: Site) -> Term | None:
    return Vague(moment) if at.before(3) == "at " and not kept.match(r"\s+(?:of|when|that)\b", at.after(6)) else None


@rule("the-past", "the PAST", {"In the past the river froze": "Vague(ref='PAST_REF')"}, not_in=["the past tense"])
def the_past(at: Site) -> Term | None:
    return None if noun_follows(at) else Vague("PAST_REF")


@rule("latest-quarter", "the LATEST", {"the latest quarter": "Cycle(unit='quarter', n=-1, base=Publication())"})
def latest_quarter() -> Term:
    return Cycle("quarter", -1)


@rule("the-quarter", "the quarter", {"sales in the quarter": "Prior(grain='quarter')"}, not_in=["a quarter of the vote"])
def the_quarter(at: Site) -> Term | None:
    """The business quarter, in the company of figures; not that of a town."""
    figures = _FIGURES.search(at.lower, max(0, at.start - 160), at.end + 160)
    return Prior("quarter") if figures and not _FRACTION.match(at.after(9)) else None


_FIGURES = pattern(
    r"profit|loss|sales|revenue|earnings|income|dividend|shares?\b|results|growth|economy|percent|per cent|[%$£€]"
)
_FRACTION = pattern(r"\s+(?:of|final|century|mile|horse)\b")


@rule(
    "year-end",
    "( [ the ] year - end | year end | [ the ] year 's end )",
    {"year-end": "Modified(term=Cycle(unit='year', n=0, base=Publication()), mod='END')"},
)
def year_end() -> Term:
    return Modified(Cycle("year", 0), "END")


@rule(
    "mid-year",
    "MIDYEAR",
    {"by mid-year": "Modified(term=Cycle(unit='year', n=0, base=Publication()), mod='MID')"},
    not_in=["the mid-year review"],
)
def mid_year(midyear: str, at: Site) -> Term | None:
    return None if noun_follows(at) else Modified(Cycle("year", 0), midyear)


@rule(
    "the-rest-of",
    "the ( rest | remainder ) of ( YEAR:year | the UNIT | REL:rel UNIT | the PRIORREL:priorrel UNIT | PRIORREL:priorrel UNIT | [ the ] SEASON )",
    {
        "the rest of the year": "Modified(term=Cycle(unit='year', n=0, base=Publication()), mod='END')",
        "the remainder of 1915": "Modified(term=Fields(year=1915), mod='END')",
    },
    not_in=["the rest of the country", "the rest of the day crew"],
)
def the_rest_of(
    at: Site,
    year: int | None = None,
    unit: str | None = None,
    rel: int | None = None,
    priorrel: int | None = None,
    season: str | None = None,
) -> Term | None:
    if year is not None:
        return Modified(Fields(year=year), "END")
    if noun_follows(at) or unit in ("second", "minute", "hour", "night"):
        return None
    if season is not None:
        return Modified(Fields(season=season), "END")
    if unit is None:
        return None
    if rel is None and priorrel is None:
        return Modified(Prior("day") if unit == "day" else Cycle(unit, 0), "END")
    return Modified(unit_term(unit, rel, priorrel), "END")


@rule("the-year", "the ( fiscal | financial | full | latest fiscal )? ( year | week | month )", {"for the year": "Cycle(unit='year', n=0, base=Publication())"},
      not_in=["the year of the dragon", "was named Player of the Year"])  # fmt: skip
def the_year(at: Site) -> Term | None:
    """A business report's own period, behind a preposition; "for the year ended March 31" is a length of time."""
    unit = at.words.lower().rsplit(None, 1)[-1]
    if kept.match(r"\s+\d", at.after(3)) or (at.words.startswith("the ") and at.words.rsplit(None, 1)[-1][0].isupper()):
        return None
    if not kept.search(r"\b(?:in|for|during|over|throughout|of|through)\s$", at.before(12)) or kept.match(
        r"\s+(?:of|that|when|before|after|in which|he|she|they|we|was|is)\b", at.after(10)
    ):
        return None
    if kept.match(r"\s+(?:ended|ending|to|through)\b", at.after(9)):
        return Duration(((1.0, unit),))
    return Cycle(unit, 0)


@rule(
    "in-the-year",
    "EARLY:mod in the ( year | month | week | day )",
    {"earlier in the year": "Modified(term=Cycle(unit='year', n=0, base=Publication()), mod='EARLIER')"},
)
def in_the_year(mod: str, at: Site) -> Term:
    unit = at.words.lower().rsplit(None, 1)[-1]
    return Modified(Cycle("day", 0, Prior()) if unit == "day" else Cycle(unit, 0), mod)


@rule("year-in-full", "the year MILLENNIUM_YEARS:year", {"the year two thousand": "Fields(year=2000)"})
def year_in_full(year: int) -> Term:
    return Fields(year=year)

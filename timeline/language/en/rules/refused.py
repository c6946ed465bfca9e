"""What looks like time and is none: names, floors, sections, scores, money, versions."""

from .... import kept
from ....algebra.calendar import is_date
from ....algebra.terms import Term, Vague
from ....kept import pattern
from ...grammar import REFUSED, RuleBook, Site
from .common import WD

BOOK = RuleBook()
rule = BOOK.rule

_PAPERS = pattern(
    r"\s+(?:Times|Telegraph|Post|Mail|Mirror|Express|Herald|Tribune|Star|Sun|Independent|Mercury|World|People|Magazine|Review)\b"
)


@rule(
    "newspaper",
    "[ the ] ( WEEKDAY | FREQ )",
    {"The Sunday Times": "REFUSED", "the Daily Mirror": "REFUSED"},
    not_in=["on Sunday the Post Office was shut"],
)
def newspaper(at: Site, weekday: int | None = None, freq: str | None = None) -> object | None:
    return REFUSED if _PAPERS.match(at.text, at.end) else None


@rule(
    "impossible-date",
    f"{WD} [ the ] ( MONTH NUM:day | MONTH ORDNUM:day | NUM:day of? MONTH | ORDNUM:day of? MONTH ) [ ,? YEAR ]",
    {"Feb 30, 2017": "REFUSED", "31 June 2020": "REFUSED"},
    not_in=["February 29, 2024", "30 April 2021"],
)
def impossible_date(
    month: int, day: int, at: Site, year: int | None = None, weekday: int | None = None
) -> object | None:
    impossible = 0 < day < 100 and not is_date(year or 2000, month, day)
    return REFUSED if impossible and (day <= 31 or year or not at.text[at.spans["day"][1] - 1].isdigit()) else None


@rule("one-day", "one day", {"one day he will": "Vague(ref='FUTURE_REF')"}, not_in=["it lasted one day"])
def one_day(at: Site) -> Term | None:
    """ "One day she will": at some time, not for the length of a day."""
    ahead = kept.match(r"\s+\w+\s+(?:will|would|may|might|could|shall)\b|\s+(?:be|become)\b", at.after(24))
    behind = kept.search(r"\b(?:will|would|may|might|could|shall)\s$", at.before(8))
    return Vague("FUTURE_REF") if ahead or behind else None


@rule(
    "school-day",
    "WEEKDAY ( school | schools | club | clubs | roast | roasts | best | league | lunch | lunches | papers | supplement | driver | drivers | blues | feeling | mood | motivation )",
    {"Sunday school": "REFUSED", "Saturday club": "REFUSED", "the Sunday papers": "REFUSED"},
    not_in=["the school closed on Sunday"],
)
def school_day() -> object:
    return REFUSED


@rule(
    "club-of-a-day",
    "( [ man | girl ] WEEKDAY | WEEKDAY )",
    {"Man Friday": "REFUSED"},
    not_in=["In Sheffield Wednesday was wet", "the man Friday saw"],
)
def club_of_a_day(at: Site) -> object | None:
    """A football club; Crusoe's man."""
    return REFUSED if _MAN.match(at.words) or (_CLUBS.search(at.before(12)) and not _IN_TOWN.search(at.before(20))) else None


_MAN = pattern(r"(?:Man|Girl) Friday")
_CLUBS = pattern(r"(?i)\bsheffield $")
_IN_TOWN = pattern(r"(?i)\b(?:in|at|near|from|to|of|around) sheffield $")


@rule(
    "day-in-a-name",
    "[ the ] ( NAMEDAY | WEEKDAY )",
    {"the Good Friday Agreement": "REFUSED", "Wednesday Addams": "REFUSED"},
    not_in=["Good Friday was wet", "on Friday Agreement was near"],
)
def day_in_a_name(at: Site) -> object | None:
    """A treaty, a film or a play that bears the name of a day."""
    if at.before(3).lower() == "on ":
        return None
    return REFUSED if _BEARS_A_WEEKDAY.match(at.text, at.end) else None


@rule(
    "friday-13",
    "[ the ] WEEKDAY [ the ( DAYTH | ORD ) ] ( film | films | movie | movies | franchise | sequel )",
    {"the Friday the 13th films": "REFUSED"},
    not_in=["on Friday the 13th the films arrived", "on Friday film was shown"],
)
def friday_13(at: Site) -> object | None:
    """Films that bear the name of a day."""
    return None if at.before(3) == "on " else REFUSED


_BEARS_A_WEEKDAY = pattern(
    r"\s(?:Agreement|Accords?|Club|Group|Addams|Weld|Island|Massacre|Rising)\b"
)


_COLOURED = "( bloody | black | red | white | blue | fat | super | manic | stormy | ruby | golden | velvet )"


@rule(
    "day-with-a-name",
    f"{_COLOURED} ( WEEKDAY | MONTH )",
    {"Bloody Sunday": "REFUSED", "Black September": "REFUSED"},
    not_in=["a black Monday for the bank"],
)
def day_with_a_name(at: Site) -> object | None:
    """An event or a band by its name."""
    return REFUSED if at.words[0].isupper() else None


@rule(
    "named-after-a-time",
    "( [ the ] MONTH | ( NUM | NUMW | HUNDRED | TENS ) - ? ( UNIT | UNITS ) '? )",
    {"the October Revolution": "REFUSED", "the Six-Day War": "REFUSED", "the Hundred Years' War": "REFUSED"},
    not_in=["the six-day war game in October"],
)
def named_after_a_time(at: Site) -> object | None:
    """A war or a revolution that is named after its month or its length."""
    return REFUSED if _UPHEAVAL.match(at.text, at.end) else None


_UPHEAVAL = pattern(
    r"['’]?\s(?:War|Wars|Revolution|Uprising|Rising|Manifesto|Putsch|Agreement|Movement)\b"
)


@rule(
    "named-after-a-day",
    "[ the ] ( MONTH ( DOM | DAYTH ) | ( DOM | DAYTH ) of? MONTH )",
    {"the 12 June movement": "REFUSED", "17 June Street": "REFUSED", "the 26th of July Brigade": "REFUSED"},
    not_in=["the 12 June march", "on 12 June Brigade headquarters moved"],
)
def named_after_a_day(at: Site) -> object | None:
    """A movement, a street or a bridge that bears the name of a day."""
    return REFUSED if _BEARS_A_DAY.match(at.text, at.end) and not _ON.search(at.before(3)) else None


_ON = pattern(r"\b(?:on|by)\s$")
_BEARS_A_DAY = pattern(
    r"\s(?:[Mm]ovement|[Cc]oalition|[Aa]lliance|[Rr]evolution|Brigade|Front|Street|Square|Bridge|Stadium|Avenue|University|Airport|Club|Party|Regiment|League)\b"
)


@rule(
    "broadcast",
    "( WEEKDAY ( night | morning ) ( football | baseball | live | raw | lights | fever ) | [ the ] ( TONIGHT | DEICTIC ) show )",
    {"Monday Night Football": "REFUSED", "the Tonight Show": "REFUSED"},
    not_in=["the show on Monday night"],
)
def broadcast() -> object:
    return REFUSED


@rule(
    "church-sunday",
    "[ the ] ORD WEEKDAY ( in | of | after | before ) ( lent | advent | trinity | epiphany )",
    {"the third Sunday in Lent": "REFUSED"},
    not_in=["on the third Sunday in June"],
)
def church_sunday() -> object:
    """Days of the church's year that no rule counts."""
    return REFUSED


@rule(
    "street",
    "[ the ] ( WEEKDAY | MONTH ) ( street | road | lane | square | avenue | club )",
    {"Sunday Street": "REFUSED", "the Monday Club": "REFUSED"},
    not_in=["the street market on Sunday"],
)
def street(at: Site) -> object | None:
    return REFUSED if at.text[at.end - 1].islower() and at.words.rsplit(None, 1)[1][0].isupper() else None


@rule(
    "creature-of-a-month",
    "[ the | a ] MONTH ( bug | bugs | pole | poles | hare | hares | fool | fools | fair | queen | tree | trees | blossom | shower | showers | apple | apples )",
    {"the June bug": "REFUSED", "a May pole": "REFUSED", "April showers": "REFUSED"},
    not_in=["the bug of June"],
)
def creature_of_a_month() -> object:
    return REFUSED


@rule(
    "second-of-rank",
    "[ the | a | for the ] second [ - ] ( time | half-time | place | largest | biggest | highest | deputy | floor | row | round | chance | thought | thoughts | term | goal | class | hand | grade )",
    {"the second time": "REFUSED", "a second largest": "REFUSED"},
    not_in=["a second or two"],
)
def second_of_rank() -> object:
    return REFUSED


@rule(
    "in-the-day",
    "( this day and age | this day in | some day | day by day | day to day | day - to - day | night and day | day after day | year after year | week after week )",
    {"some day": "REFUSED", "day by day": "REFUSED"},
    not_in=["the other day", "a day and a night"],
)
def in_the_day() -> object:
    return REFUSED


@rule("decimal-unit-thing", "NUM - UNIT - NUM", {"24-hour-7": "REFUSED"}, not_in=["a 24-hour strike"])
def unit_thing() -> object:
    return REFUSED

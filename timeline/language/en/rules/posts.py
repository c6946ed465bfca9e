"""What a post of a line or two says of its own day: "Morning run done! #fit", "Off for the weekend http://…".

News that tells of "morning" alone tells no day; who posts tells of the day of the post.
"""

from ....algebra.terms import Cycle, Duration, NamedDay, Term, TimeOfDay, Vague
from ....kept import pattern
from ...grammar import RuleBook, Site

BOOK = RuleBook()
rule = BOOK.rule

#: A post has so many characters at most, and an address, a tag or somebody's handle.
_LONGEST = 320
_MARKS = pattern(r"https?://|(?:^|[\s(])[#@]\w")
#: What a word hangs on that has another meaning: "4-day", "#day", "the day".
_BOUND = pattern(r"(?:[-#@\d'’]|\bthe\s|\bevery\s|\beach\s|\d\s)$")


def _in_a_post(at: Site) -> bool:
    if len(at.text) > _LONGEST or _MARKS.search(at.text) is None:
        return False
    return not _BOUND.search(at.before(6)) and at.after(1) not in ("-", "'", "’")


@rule("post-part", "PART", {"Nicest evening ever with @lia_f": "TimeOfDay(day=Cycle(unit='day', n=0, base=Publication()), part='EV')"},
      not_in=["Nicest evening ever with Lia", "watching the sunset #nofilter"])  # fmt: skip
def post_part(part: str, at: Site) -> Term | None:
    told = at.words.lower() in ("morning", "afternoon", "evening", "night", "nite")
    return TimeOfDay(Cycle("day", 0), part=part) if told and _in_a_post(at) else None


@rule(
    "post-unit",
    "UNIT",
    {
        "Such a busy day! #tired": "Duration(amounts=((1.0, 'day'),))",
        "Off for a run, best weekend #fit": "Cycle(unit='weekend', n=0, base=Publication())",
    },
    not_in=["Such a busy day!", "#day one of #school", "the day after #now"],
)
def post_unit(unit: str, at: Site) -> Term | None:
    told = at.words.lower() == unit and unit in ("day", "week", "month", "year", "hour", "weekend")
    if not told or not _in_a_post(at):
        return None  # "yr" is "your"
    return Cycle("weekend", 0) if unit == "weekend" else Duration(((1.0, unit),))


@rule(
    "post-reference",
    "STORYREF",
    {"What is my future? #thinking": "Vague(ref='FUTURE_REF')"},
    not_in=["What is my future?", "my former school #old"],
)
def post_reference(storyref: str, at: Site) -> Term | None:
    return Vague(storyref) if storyref == "FUTURE_REF" and _in_a_post(at) else None


@rule(
    "post-named-day",
    "NAMEDAY",
    {"Time for some xmas shopping #gifts": "NamedDay(key='christmas', name='xmas')"},
    not_in=["Time for some xmas shopping"],
)
def post_named_day(nameday: str, at: Site) -> Term | None:
    told = at.words[0].isupper() or nameday in ("christmas", "easter", "halloween", "thanksgiving")
    return NamedDay(nameday, at.words) if told and _in_a_post(at) else None

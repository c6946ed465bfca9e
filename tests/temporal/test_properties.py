"""What holds for any text: offsets are exact, values are valid, nothing raises, and weeks later all is weeks later."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.algebra.edtf import is_edtf
from timeline.model import Meta

from .sentence_files import FOLDER, Case, annotated, cases

# ---------------------------------------------------------------- texts
TEMPORAL = re.split(
    r";\s+",
    """Monday; Tues.; the 10th; 10; 3rd; May; march; December 7; 7 Dec. 1921; 1921; '98; the 1980s; 2019-05-13;
    03/04/16; 9/11; noon; 2 p.m.; 14:05; last; next; week; weeks; three; a; days; ago; later; the day before;
    yesterday; tonight; early; spring; Q3; the first half of; of; on; from; to; until; and; Easter; 500 BC;
    20th century; every; daily; since; will; met; the vote; inst.; fiscal 2017; between; in""",
)
ODD = [
    "İ",
    "ß",
    "e\u0301",
    "👩‍👩‍👧",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "\x85",
    "\u2028",
    "－",
    "１０",
    "٣",
    "²",
    "Ⅻ",
    "ﬁ",
    "…",
]
JOINTS = [
    "",
    " ",
    " ",
    " ",
    ", ",
    "-",
    "–",
    "—",
    "\u00a0",
    "\u2009",
    "  ",
    "\n",
    "\n\n",
    "\t",
    ". ",
    "’s ",
    "/",
    "(",
    ")",
]

pieces = st.sampled_from(TEMPORAL) | st.sampled_from(ODD) | st.text(max_size=4)
texts = st.lists(st.tuples(pieces, st.sampled_from(JOINTS)), max_size=14).map(lambda ps: "".join(a + b for a, b in ps))
metas = st.builds(
    Meta,
    published=st.sampled_from(
        [None, "2019-05-15", "2024-02-29", "1912-04", "1934", "0001-01-01", "9999-12-31", "-0044"]
    ),
    language=st.sampled_from(["en", "en-GB", "en-US", "xx"]),
    genre=st.sampled_from([None, "news", "narrative"]),
)


@given(texts, metas)
@example("İİİ on Monday", Meta(published="2019-05-15"))
@example("🕯️ on the 10th of e\u0301te\u0301, Monday", Meta(published="2019-05-15"))
@example("the 31st of the month before the last of 0000", Meta(published="0001-01-01"))
def test_any_text_gives_exact_words_and_valid_values(text, meta):
    found = annotated(text, meta)

    assert all(t["text"] == text[t["start"] : t["end"]] and t["text"].strip() == t["text"] != "" for t in found)
    assert all(t["edtf"] is None or is_edtf(t["edtf"]) for t in found)
    assert all(t["type"] in ("DATE", "TIME", "DURATION", "SET") and is_timex_value(t["value"]) for t in found), found


@given(texts, metas)
@example("He left the day before the weekend.", Meta(published="2019-05-15"))
def test_expressions_stand_one_behind_the_other(text, meta):
    assert all(a["end"] <= b["start"] for a, b in pairwise(annotated(text, meta)))


_WITHIN = r"-[\dX]{2}(?:-[\dX]{2}(?:-\d)?)?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI)|-W[\dX]{2}(?:-(?:WE|\d))?"
_CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?|MO|MI|AF|EV|NI|DT)"
_LENGTH = r"P(?=.)(?:[\d.eX+]+(?:ML|CE|DE|Y|M|Q|WE|W|D))*(?:T(?:[\d.eX+]+[HMS])+)?"
_VALUE = re.compile(rf"(?:BC)?[\dX]{{1,4}}(?:{_WITHIN})*(?:{_CLOCK})?|{_CLOCK}|{_LENGTH}|(?:PAST|PRESENT|FUTURE)_REF")


def is_timex_value(value: str) -> bool:
    """Is it as TIMEX3 writes it: a date with a clock or part of the day, unknown parts X; a length; a reference?"""
    return bool(_VALUE.fullmatch(value))


# ---------------------------------------------------------------- weeks later
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CLAUSES = [
    "The board met on {}.",
    "The board will meet on {}.",
    "The gates are shut until {}.",
    "It has rained since {}.",
    "{} was quiet.",
    "The vote is due {} night.",
    "She left last {}.",
    "They play next {}.",
    "The trial resumes {} week.",
    "He was seen early {}. Three days later he was gone.",
    "Yesterday it snowed; by {} it will be warm. This weekend the lake opens.",
]


@given(
    st.sampled_from(CLAUSES),
    st.sampled_from(WEEKDAYS),
    st.dates(date(1950, 1, 1), date(2020, 1, 1)),
    st.integers(1, 200),
)
def test_weeks_later_the_same_words_mean_weeks_later(clause, weekday, published, weeks):
    text, later = clause.format(weekday), published + timedelta(weeks=weeks)

    now = annotated(text, Meta(published=str(published)))
    then = annotated(text, Meta(published=str(later)))

    assert [moved(t["edtf"], weeks) for t in now] == [t["edtf"] for t in then]
    assert [t["doubt"] is None for t in now] == [t["doubt"] is None for t in then]


def moved(edtf: str, weeks: int) -> str:
    """The same value with every day in it some weeks later."""
    return re.sub(r"\d{4}-\d\d-\d\d", lambda m: str(date.fromisoformat(m[0]) + timedelta(weeks=weeks)), edtf)


# ---------------------------------------------------------------- noise
THEMES = [case for path in sorted(FOLDER.glob("*.md")) if path.stem not in ("not-yet", "noise") for case in cases(path)]


def spread(case: Case, blank: str) -> tuple[list[str], list[str]]:
    """The values of a sentence, and those with other blanks in it."""
    plain = [t["value"] for t in annotated(case.text, case.meta)]
    return plain, [t["value"] for t in annotated(case.text.replace(" ", blank), case.meta)]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "  ", "\t"], ids=ascii)
def test_any_blank_is_as_good_as_a_blank(blank):
    unlike = [case.place for case in THEMES for plain, other in [spread(case, blank)] if plain != other]

    assert len(unlike) <= 0.01 * len(THEMES), unlike


def test_capitals_throughout_hide_no_date():
    lost = [
        case.place
        for case in THEMES
        if len(annotated(case.text.upper(), case.meta)) < len(annotated(case.text, case.meta))
    ]

    assert len(lost) <= 0.02 * len(THEMES), lost

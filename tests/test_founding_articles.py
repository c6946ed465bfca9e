"""The two founding articles, and what they tell when other countries, people and days stand in them.

Nothing may hang on their names or on the weekdays of that autumn: each case renames everybody and moves every date by
the same number of days, so that months, days and weekdays change together.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from timeline.config import Config
from timeline.model import Decisions
from timeline.pipeline import run
from timeline.reading.article import read_article

ATTACK, FIRST_CALL, VOTE, CALL = date(2023, 10, 7), date(2023, 10, 16), date(2023, 12, 8), date(2023, 12, 10)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: In the first article, in the second.
ONE, TWO = "000_206243f07794290f.txt", "003_3b3eb5478953191b.txt"

AS_THEY_ARE: dict[str, str] = {}
NORTH = {
    "Vladimir Putin": "Torvald Kessin", "Putin": "Kessin", "Benjamin Netanyahu": "Amael Rostivar",
    "Netanyahu": "Rostivar",
    "Russian Federation": "Norvik Federation", "anti-Russia": "anti-Norvik", "Russian": "Norvikan", "Russia": "Norvik",
    "anti-Israeli": "anti-Velandic", "anti-Israel": "anti-Veland", "Israeli": "Velandic", "Israel": "Veland",
    "Hamas": "Tarrak", "Gaza Strip": "Orlu Strip", "Gaza": "Orlu", "Anthony Blinken": "Everard Coll",
    "Blinken": "Coll",
    "Kremlin": "Citadel", "Moscow": "Norvikstad", "Iran": "Persha", "Ebrahim Raisi": "Dorim Halvash",
    "Raisi": "Halvash",
    "Robert Wood": "Peter Lang", "Wood": "Lang", "Saudi Arabia": "Southern Arvia", "Palestinian": "Orluan",
    "Mark Jones": "Paul Ames", "Mark": "Paul", "Donga": "Morgen",
}  # fmt: skip
SOUTH = {
    "Vladimir Putin": "Ilse Marwood", "Putin": "Marwood", "Benjamin Netanyahu": "Ruben Castellar",
    "Netanyahu": "Castellar",
    "Russian Federation": "Ambran Federation", "Russian": "Ambran", "Russia": "Ambra", "anti-Israeli": "anti-Lusan",
    "anti-Israel": "anti-Lusa", "Israeli": "Lusan", "Israel": "Lusa", "Hamas": "Sendero", "Gaza Strip": "Marin Strip",
    "Gaza": "Marin", "Anthony Blinken": "Nadia Fell", "Blinken": "Fell", "Kremlin": "Palace", "Moscow": "Ambrasco",
    "Iran": "Kadesh", "Ebrahim Raisi": "Omar Sayeed", "Raisi": "Sayeed", "Robert Wood": "Carl Brandt",
    "Wood": "Brandt",
    "Saudi Arabia": "Port Arden", "Palestinian": "Mariner", "Mark Jones": "Tom Blake",
    "Mark": "Tom", "Donga": "Hesperia",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """How a case differs from the articles as given."""

    names: dict[str, str]
    days: int

    def moved(self, day: date) -> date:
        return day + timedelta(self.days)


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def rewritten(text: str, case: Case) -> str:
    """The article with other names and with all its dates moved."""

    def month_day(day: date) -> str:
        return f"{case.moved(day):%B} {case.moved(day).day}"

    dates = {
        "Saturday, October 7": f"{WEEKDAYS[case.moved(ATTACK).weekday()]}, {month_day(ATTACK)}",
        "October 7": month_day(ATTACK), "October 16": month_day(FIRST_CALL), "December 8": month_day(VOTE),
        "the 10th": f"the {ordinal(case.moved(CALL).day)}", "the 8th": f"the {ordinal(case.moved(VOTE).day)}",
        "on Sunday": f"on {WEEKDAYS[case.moved(CALL).weekday()]}",
    }  # fmt: skip
    table = {**dates, **case.names}
    return re.sub("|".join(map(re.escape, table)), lambda m: table[m[0]], text)


def timeline(root, case: Case, articles=(ONE, TWO)):
    """What the articles give, in the order in which they are named here."""
    documents = []
    for name, article_id in zip(articles, ("first", "second"), strict=False):
        body = rewritten((root / "seeds" / name).read_text(encoding="utf-8"), case)
        paragraphs = "\n\n".join(line for line in body.split("\n") if line.strip())
        source = f"---\nretrieved: 2026-11-21\n---\n\n{paragraphs}\n"
        documents.append(read_article(source.encode(), f"{article_id}-{name[:3]}", f"{name}.md"))
    return run(documents, Decisions(), Config(), date(2026, 11, 21))


def dated(built) -> dict[str | None, list[set[str]]]:
    """Day → the articles behind each of its entries, by the number that their file begins with."""
    found: dict[str | None, list[set[str]]] = {}
    for event in built.events:
        sources = {c.article[-3:] for c in event.citations if c.role != "detail"}
        found.setdefault(event.edtf, []).append(sources)
    return {day: sorted(entries, key=sorted) for day, entries in found.items()}


CASES = [
    pytest.param(Case(AS_THEY_ARE, 0), id="as they are"),
    pytest.param(Case(NORTH, 0), id="other names"),
    pytest.param(Case(NORTH, 33), id="other names, a month on"),
    pytest.param(Case(SOUTH, -121), id="other names, in summer"),
    pytest.param(Case(SOUTH, 72), id="other names, over new year"),
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("order", [(ONE, TWO), (TWO, ONE)], ids=["one, two", "two, one"])
def test_both_articles_give_the_five_events(root, case, order):
    days = {day: case.moved(day).isoformat() for day in (ATTACK, FIRST_CALL, VOTE, CALL)}

    assert dated(timeline(root, case, order)) == {
        days[ATTACK]: [{"000", "003"}],
        days[FIRST_CALL]: [{"003"}],
        days[VOTE]: [{"000", "003"}],
        days[CALL]: [{"000"}, {"000", "003"}],  # what the secretary of state said; the call
    }


@pytest.mark.parametrize("case", CASES)
def test_both_dates_of_publication_are_inferred_and_say_so(root, case):
    call = case.moved(CALL).toordinal()
    for article in timeline(root, case).articles:
        time = article.time
        assert time.basis == "inferred"
        assert time.earliest is not None
        assert time.latest is not None
        assert time.earliest <= call <= time.latest
        assert time.evidence
        assert "fit" in (time.year_policy or "")


@pytest.mark.parametrize("case", CASES)
def test_the_second_article_alone_stays_undated(root, case):
    built = timeline(root, case, (TWO,))

    assert built.articles[0].time.basis == "unknown"
    assert {event.edtf for event in built.events} == {None}
    assert any(t.value == f"XXXX-XX-{case.moved(CALL).day:02}" for t in built.articles[0].timexes)


@pytest.mark.parametrize("case", CASES)
def test_the_first_article_alone_is_dated_by_its_weekdays(root, case):
    days = {case.moved(day).isoformat() for day in (ATTACK, VOTE, CALL)}

    assert set(dated(timeline(root, case, (ONE,)))) == days


@pytest.mark.parametrize("case", CASES)
def test_the_statement_of_an_office_on_the_day_is_a_detail_of_the_call(root, case):
    built = timeline(root, case)
    day = case.moved(CALL).isoformat()
    call = next(
        e
        for e in built.events
        if e.edtf == day and {c.article[-3:] for c in e.citations if c.role == "report"} == {"000", "003"}
    )

    assert any("Office said in a statement" in c.quote for c in call.citations if c.role == "detail")

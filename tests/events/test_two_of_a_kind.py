"""Two things of one kind stay two, however alike they are told; who only speaks of both does not make them one."""

from timeline.model import Document, Event

from .support import article, timeline

STRONG = """A strong earthquake shook the island of Lillevik on Sunday, killing 12 and destroying the harbour of Moss.
Soldiers brought tents to Moss and Halden, where every second house had fallen, officials of Ruritania said.
Governor Ada Lund asked the king for boats and bread. The hospital of Halden treated 90 people."""
STRONG_AGAIN = """An earthquake on the Ruritanian island of Lillevik has killed 12 people, Governor Ada Lund said.
Sunday's quake destroyed the harbour of Moss. In Halden soldiers put up tents for those whose houses had fallen.
The hospital of Halden treated 90 people, and boats with bread were on their way from Zenda."""
WEAK = """An earthquake jolted the island of Lillevik in Ruritania on Sunday, and four people were hurt, radio said.
Walls cracked in the villages of Brekke and Tofte, said Per Holt, the mayor of Larvik. Nobody died.
Schools in Larvik stay closed, and the ferry from Zenda to Brekke does not run."""
WEAK_AGAIN = """Four people were hurt as an earthquake jolted Lillevik, an island of Ruritania, on Sunday.
Per Holt, the mayor of Larvik, told state radio of cracked walls in Brekke and Tofte. Schools stay closed.
The ferry between Brekke and Zenda does not run."""
QUAKES = [
    article(STRONG, "strong-1", "2005-03-14"), article(STRONG_AGAIN, "strong-2", "2005-03-14"),
    article(WEAK, "weak-1"), article(WEAK_AGAIN, "weak-2"),
]  # fmt: skip


def stories(events: tuple[Event, ...]) -> list[set[str]]:
    return [{c.article.split("-")[0] for c in e.citations} for e in events]


def told(*documents: Document) -> dict[str | None, set[str]]:
    return {e.edtf: {c.article for c in e.citations} for e in timeline(documents).events}


def test_reports_of_one_earthquake_do_not_date_those_of_another() -> None:
    found = timeline(QUAKES)
    assert {a.document.id: a.time.basis for a in found.articles if a.document.id.startswith("weak")} == {
        "weak-1": "unknown",
        "weak-2": "unknown",
    }
    assert {"strong", "weak"} not in stories(found.events)


def test_reports_of_one_earthquake_date_each_other() -> None:
    documents = [QUAKES[0], article(STRONG_AGAIN.replace(", Governor Ada", " on Sunday, Governor Ada"), "strong-2")]
    (undated,) = (a for a in timeline(documents).articles if a.document.id == "strong-2")
    assert undated.time.basis == "inferred"


def test_that_two_things_began_makes_them_not_one() -> None:
    firm = "Ardent of Zenda digs tunnels and makes bicycles.\nIts head is Ada Lund.\n"
    found = told(
        article(f"{firm}Work on the tunnel to Moss began in May 2021.", "tunnel", "2021-07-05"),
        article(f"{firm}The sale of a racing bicycle began on 3 May 2021.", "bicycle", "2021-07-05"),
    )
    assert found == {"2021-05": {"tunnel"}, "2021-05-03": {"bicycle"}}


def test_a_plan_is_not_what_happened_years_after_it_was_told() -> None:
    firm = "Ardent of Zenda makes ships.\n"
    found = told(
        article(f"{firm}Ardent said that the sale of a new ship would begin.", "plan", "2005-05-05"),
        article(f"{firm}The sale of the new ship of Ardent began on 3 May 2010.", "sale", "2010-05-05"),
    )
    assert found["2010-05-03"] == {"sale"}


def test_who_tells_of_two_sales_does_not_make_them_one() -> None:
    press = "Minister Ada Lund of Zenda met the press.\n"
    found = told(
        article(f"{press}Ada Lund said that Ardent had sold nine bridges in 2019.", "bridges", "2021-05-05"),
        article(f"{press}Ada Lund noted that four million ferry tickets had been bought.", "tickets", "2021-05-05"),
    )
    assert found["2019"] == {"bridges"}

"""What a later report tells again without a date: joined to the event that is dated elsewhere, or to none."""

import pytest

from timeline.model import Event

from .support import article, timeline

FIRST = article(
    "Zenda's harbour board approved the sale of the Ruritania Ferries fleet to Lund Lines on 4 March 2019. "
    "The Ruritania Ferries crews had asked for a delay.",
    "first",
    "2019-03-05",
    "Board approves sale of ferries",
)


def told_by(events: tuple[Event, ...], day: str) -> set[str]:
    return {c.article for e in events if e.edtf == day for c in e.citations}


def test_the_background_of_a_later_report_joins_the_first_report() -> None:
    later = article(
        "The crews of the ferries in Zenda stopped work on Monday.\n"
        "The harbour board had approved the sale of Ruritania Ferries to Lund Lines.",
        "later",
        "2019-06-11",
        "Ferry crews stop work",
    )
    assert told_by(timeline([FIRST, later]).events, "2019-03-04") == {"first", "later"}


def test_what_leads_a_later_report_is_its_own_news() -> None:
    later = article(
        "Zenda's harbour board has approved the sale of the Ruritania Ferries terminal to Lund Lines.",
        "later",
        "2019-06-11",
        "Board approves sale of terminal",
    )
    assert told_by(timeline([FIRST, later]).events, "2019-03-04") == {"first"}


def test_what_others_did_is_no_look_back() -> None:
    later = article(
        "The crews of the ferries in Zenda stopped work on Monday.\n"
        "Strelsau Council had approved the sale of Michael Tram Works to Rupert Rail.",
        "later",
        "2019-06-11",
        "Ferry crews stop work",
    )
    assert told_by(timeline([FIRST, later]).events, "2019-03-04") == {"first"}


def test_what_is_closed_has_been_closed() -> None:
    first = article("Zenda closed the Lund bridge on Sunday after a storm.", "first", "2019-06-10")
    other = article(
        "Zenda and Lund are old rivals.\nThe Lund bridge in Zenda is closed until further notice.",
        "other",
        "2019-06-10",
    )
    assert told_by(timeline([first, other]).events, "2019-06-09") == {"first", "other"}


def test_a_birth_told_again_is_that_of_the_same_mother() -> None:
    first = article(
        "Zenda mourns a painter.\nAda Lundqvist died on 9 June 2019 in Zenda. Ada Lundqvist won a prize in May 2019.\n"
        "“Our daughter was born on 2 June 2019,” Rupert Michael said for Ada Lundqvist and her friend Fritz Tarlen.",
        "first",
        "2019-06-10",
        "Painter dies",
    )
    other = article(
        "The clinic in Zenda was searched by police on Monday.\n"
        "Ada Lundqvist was treated there. Rivals sued Ada Lundqvist.\n"
        "Ada Lundqvist from Strelsau, a friend of Hans Rassen, had given birth early at the Hentzau clinic.",
        "other",
        "2019-06-25",
        "Police search clinic",
    )
    assert told_by(timeline([first, other]).events, "2019-06-02") == {"first", "other"}


@pytest.mark.parametrize(
    ("words", "told"),
    [("“Our members are utterly appalled and will not forget,”", {"a", "b"}), ("“We will not forget,”", {"a"})],
)
def test_the_same_words_quoted_are_the_same_statement(words: str, told: set[str]) -> None:
    lead = "Ada Lundqvist of the Zenda Union resigned on 3 May 2019.\n"
    first = "The union in Zenda said on 3 June 2019 that its members were “utterly appalled”."
    documents = [
        article(lead + first, "a", "2019-06-04"),
        article(f"{lead}{words} the union said.", "b", "2019-06-04"),
    ]
    (event,) = (e for e in timeline(documents).events if e.edtf == "2019-06-03")
    assert {c.article for c in event.citations} == told
    assert ("both quote the same words" in event.merge_evidence) == (len(told) == 2)

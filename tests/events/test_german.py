"""German: what its clauses tell, and reports in two languages of one event."""

import pytest

from timeline.model import Document
from timeline.reading.article import read_article

from .support import article, timeline


def german(text: str, name: str = "artikel") -> Document:
    """A German article of 6 May 2021."""
    body = "\n\n".join(text.splitlines())
    return read_article(f"---\npublished: 2021-05-06\nlanguage: de\n---\n\n{body}\n".encode(), name, f"{name}.md")


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        ("Am Montag unterzeichnete Ada Lund den Vertrag.", "2021-05-03", "Ada Lund unterzeichnete den Vertrag"),
        ("Ada Lund hat am Montag den Vertrag unterzeichnet.", "2021-05-03", "Ada Lund hat den Vertrag unterzeichnet"),
        ("Die Polizei nahm am Dienstag einen Mann fest.", "2021-05-04", "Polizei nahm einen Mann fest"),
        ("Am 4. Mai stürzte ein Flugzeug bei Zenda ab.", "2021-05-04", "Flugzeug stürzte bei Zenda ab"),
        ("Der Prozess gegen Ada Lund begann am 2. Mai 2021.", "2021-05-02", "Prozess gegen Ada Lund begann"),
        ("Ada Lund ist am Mittwoch zurückgetreten.", "2021-05-05", "Ada Lund ist zurückgetreten"),
    ],
)
def test_what_happened_and_when(text: str, day: str, title: str) -> None:
    events = timeline([german(f"Zenda ist eine Stadt.\n{text}")]).events
    assert [(e.edtf, e.title) for e in events] == [(day, title)]


def test_what_may_happen_makes_no_entry() -> None:
    assert timeline([german("Wenn der Damm am Sonntag bricht, wird die Stadt überflutet.")]).events == ()


def test_nouns_are_no_names() -> None:
    text = "Zenda ist eine Stadt.\nAda Lund eröffnete am Montag in Zenda die neue Brücke."
    (event,) = timeline([german(text)]).events
    assert {*event.participants, *event.places} == {"Ada Lund", "Zenda"}


def test_two_tellings_in_german_are_one_event() -> None:
    one = german("Präsident Boris Krag hat am Montag den Vertrag mit Ruritanien unterzeichnet.", "eins")
    other = german("Am Montag unterzeichnete Boris Krag in Zenda den Vertrag mit Ruritanien.", "zwei")
    (event,) = timeline([one, other]).events
    assert {c.article for c in event.citations} == {"eins", "zwei"}


def test_a_report_in_english_and_one_in_german_are_one_event() -> None:
    one = german("Ada Lundqvist trat am Montag in Zenda zurück.\nAda Lundqvist aus Zenda schwieg.", "deutsch")
    other = article(
        "Ada Lundqvist resigned in Zenda on Monday.\nAda Lundqvist of Zenda kept silent.", "english", "2021-05-06"
    )
    (event,) = timeline([one, other]).events
    assert {c.article for c in event.citations} == {"deutsch", "english"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nur der Kapitän wurde am Montag verhaftet.", "Nur der Kapitän wurde verhaftet"),
        ("Angeblich hat Boris Krag am Montag das Boot gestohlen.", "Boris Krag hat angeblich das Boot gestohlen"),
        ("Die Stadt sagte am Montag, die Schule werde geschlossen.", "Stadt sagte, die Schule werde geschlossen"),
    ],
)
def test_a_german_title_keeps_what_limits_it(text: str, title: str) -> None:
    assert [e.title for e in timeline([german(text)]).events] == [title]

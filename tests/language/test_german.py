"""German beyond its rules: sentences, page furniture, stamps, and dates that stand alone."""

from datetime import date

import pytest

from timeline.annotate import Record, annotate_together
from timeline.language.isolated import isolated
from timeline.language.sentences import sentences
from timeline.model import Meta
from timeline.reading.plain import read_plain


@pytest.mark.parametrize(
    "marked",
    [
        "Am 10. Dezember fiel die Brücke.| Niemand wurde verletzt.",
        "Sie kam am 8. Mai.| Er ging am 9.| Danach war Ruhe.",
        "Dr. Huber traf Prof. Weiß bzw. dessen Frau.| Sie sprachen lange.",
        "Das gilt z. B. für Nr. 4 und Abs. 2.| Mehr nicht.",
        "Um 14.30 Uhr kam die Feuerwehr.| 20 Leute klatschten.",
        "„Wir gehen.“| Er ging.",
        "Sie wurde am 7. Okt. 1951 geboren.| Das weiß man.",
    ],
)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, 0, len(text), "de")] == [s.strip() for s in marked.split("|")]


def test_furniture_is_told_from_the_article() -> None:
    lines = [
        ("headline", "Neustadt sperrt seine alte Brücke"),
        ("byline", "Von Jana Huber und Tom de Vries"),
        ("dateline", "Veröffentlicht am 4. März 2011, 9.30 Uhr | Aktualisiert: 5. März 2011"),
        (
            "body",
            "Der Rat von Neustadt hat am Dienstag beschlossen, die alte Brücke zu sperren, weil sie zwei Risse hat.",
        ),
        ("prompt", "Anzeige"),
        (
            "body",
            "Zwei Mitglieder waren dagegen. „Sie wird uns fehlen“, sagte Olga Brandt, die seit Jahren hier wohnt.",
        ),
        ("sidebar", "Mehr zum Thema"),
        ("sidebar", "Zehn Brücken, die fielen"),
        ("origin", "Quelle: Neustädter Bote"),
        ("copyright", "© 2011 Neustädter Verlag. Alle Rechte vorbehalten."),
        ("prompt", "3 Kommentare"),
    ]
    text = "\n\n".join(line for _, line in lines)
    document = read_plain(text, "brücke", Meta(language="de-DE"))
    assert [(b.role, text[b.start : b.end]) for b in document.blocks] == lines
    assert document.origin == "Neustädter Bote"


def test_a_stamp_dates_an_article() -> None:
    lines = (
        "Neustadt sperrt seine Brücke",
        "Veröffentlicht am 9. März 2011",
        "Der Rat hat am Dienstag so beschlossen.",
    )
    text = "\n\n".join(lines)
    answer = annotate_together([Record("a", text, Meta(language="de"))], date(2020, 1, 1), trace=False)[0]
    assert answer["published"]["best"] == "2011-03-09"
    assert [(t["text"], t["value"]) for t in answer["timexes"]] == [
        ("9. März 2011", "2011-03-09"),
        ("Dienstag", "2011-03-08"),
    ]


def test_weekday_and_date_tell_the_year() -> None:
    text = "Der Rat hat am Samstag, dem 7. Oktober, die Sperre beschlossen. Am Montag kamen die Arbeiter."
    answer = annotate_together([Record("a", text, Meta(language="de"))], date(2020, 1, 1), trace=False)[0]
    assert [t["value"] for t in answer["timexes"]] == ["2017-10-07", "2017-10-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. Juni 1987", "1987-06-05"),
        ("Freitag, 5. Juni 1987", "1987-06-05"),
        ("Freitag, den 5. Juni 1987", "1987-06-05"),
        ("5. Jänner 1987", "1987-01-05"),
        ("5. März 1987, 21:30 Uhr", "1987-03-05T21:30"),
        ("5. März 1987, 21.30 Uhr", "1987-03-05T21:30"),
        ("Juni 1987", "1987-06"),
        ("etwa Juni 1987", "1987-06~"),
        ("25.06.1987", "1987-06-25"),
    ],
)
def test_dates_that_stand_alone(text: str, expected: str) -> None:
    assert isolated(text, "de") == expected


@pytest.mark.parametrize("text", ["bis 5. Juni 1987", "der 5.", "5.–7. Juni 1987", "Anfang 1987", "die 80er Jahre"])
def test_no_answer_rather_than_one_of_two(text: str) -> None:
    assert isolated(text, "de") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("gestern", "1987-06-09"), ("vor 3 Tagen", "1987-06-07"), ("letzte Woche", "1987-06-01/1987-06-07")],
)
def test_what_needs_a_day_to_count_from(text: str, expected: str) -> None:
    assert isolated(text, "de", date(1987, 6, 10)) == expected

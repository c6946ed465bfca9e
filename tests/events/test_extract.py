"""What a document tells, and what it only says."""

import pytest

from timeline.events.extract import extract
from timeline.model import Decision, Decisions
from timeline.pipeline import analyse

from .support import NONE, article, dated, mentions, timeline


@pytest.mark.parametrize(
    "text",
    [
        "The ferry takes about 50 minutes.",
        "The company could collapse within a year.",
        "If the dam breaks on Sunday, the town will be flooded.",
        "He wants to retire in 2027.",
        "House prices have fallen over the past ten years.",
        "She was recently in Oslo.",
        "Ada Lund (@adalund) May 28, 2019",
    ],
)
def test_no_event_is_dated(text: str) -> None:
    assert dated(text) == {}


def test_page_furniture_tells_nothing() -> None:
    words = "Floods killed six people in Zenda on May 3."
    document = article(f"{words}\nCopyright 2019 The Zenda Herald. All rights reserved.")
    found = extract(document, analyse(document, NONE).expressions, NONE)
    assert [document.text[slice(*m.quote)] for m in found] == [words]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Ruritania signed the treaty on May 3.", "happened"),
        ("Ruritania will sign the treaty on May 3.", "planned"),
        ("Ruritania is expected to sign the treaty on May 3.", "planned"),
        ("Ruritania did not sign the treaty on May 3.", "denied"),
    ],
)
def test_whether_it_happened(text: str, factuality: str) -> None:
    assert dated(text)["May 3"].factuality == factuality


def test_a_statement_is_a_statement_and_its_speaker_is_named() -> None:
    mention = dated("Foreign Minister Ada Lund said on Monday that the border stays closed.")["Monday"]
    assert mention.kind == "statement"
    assert mention.participants[0].key == "ada lund"


def test_names_are_joined_over_a_document() -> None:
    found = mentions("Norwegian President Ada Lund met Boris Krag in Zenda.\nLund visited the harbour.")
    first, second = ({p.key for p in m.participants if p.role == "subject"} for m in found)
    assert first == {"norway", "ada lund"}
    assert second == {"ada lund"}


def test_a_pronoun_takes_up_the_person_before() -> None:
    *_, last = mentions("Ada Lund met Boris Krag in Zenda.\nShe resigned on May 3.")
    assert "ada lund" in {p.key for p in last.participants}
    assert last.title == "Ada Lund resigned"


def test_quantities_have_their_units() -> None:
    (mention,) = mentions("Ardent paid $2.5 billion to 1,200 workers on May 3.")
    assert {(q.value, q.unit) for q in mention.quantities} == {(2.5e9, "$"), (1200.0, "people")}


def test_more_about_a_dated_event_is_its_detail() -> None:
    call, more = mentions(
        "Ada Lund and Boris Krag held a telephone conversation on Sunday.\n"
        "The call between Lund and Krag lasted 20 minutes."
    )
    assert more.detail_of == call.id


def test_the_first_of_two_is_no_detail_of_the_other() -> None:
    first, more = mentions(
        "Ada Lund and Boris Krag had their first phone call on May 3.\n"
        "The second phone call of Lund and Krag lasted 20 minutes."
    )
    assert (first.ordinal, more.detail_of) == (1, None)


def test_what_is_said_that_day_belongs_to_the_event_of_the_day() -> None:
    call, said = (
        m
        for m in mentions(
            "Ada Lund phoned Boris Krag on the 12th.\n"
            "The office of Lund said in a statement that day that she had protested."
        )
        if m.expression is not None
    )
    assert said.detail_of == call.id


def test_ids_come_from_the_words_alone() -> None:
    text = "Floods killed six people in Zenda on May 3."
    first, later = mentions(text)[0], mentions(text + "\nNobody else was hurt.")[0]
    assert first.id == later.id
    assert len(first.id) == 10


def test_a_person_can_say_that_something_is_no_event() -> None:
    document = article("Floods killed six people in Zenda on May 3.")
    expressions = analyse(document, NONE).expressions
    (mention,) = extract(document, expressions, NONE)
    refusal = Decision("not-an-event", document.id, mention.trigger)
    assert extract(document, expressions, Decisions((refusal,))) == ()


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The comet was first detected in Chile in May 2019.", "detect"),
        ("Lund and Krag last met in Oslo in May 2019.", "meet"),
        ("Their first meeting took place in May 2019.", "meeting"),
    ],
)
def test_first_and_last_before_a_verb_say_when(text: str, lemma: str) -> None:
    assert [m.lemma for m in mentions(text)] == [lemma]


def test_what_goes_on_while_it_is_written_is_news() -> None:
    (mention,) = mentions("Ardent is raising its bid for Bellweather.")
    assert (mention.kind, mention.factuality) == ("event", "happened")


def test_a_duration_does_not_make_news_vague() -> None:
    (mention,) = mentions("Zenda Rovers won the cup for the first time in 40 years.")
    assert mention.relation == ""


def test_the_nearer_of_two_expressions_dates_it() -> None:
    found = dated("ZENDA, May 2019 (Courier) - Ruritania declared a drought on Thursday.")
    assert "Thursday" in found


@pytest.mark.parametrize(
    ("caption", "tells"),
    [
        ("Photo: Ada Lund resigned as mayor of Zenda on May 3, 2019.", True),
        ("Photo: Ada Lund is seen in Zenda on May 3, 2019.", False),
    ],
)
def test_a_caption_tells_what_happened_but_not_what_it_shows(caption: str, tells: bool) -> None:
    document = article("The town hall of Zenda is empty.\n" + caption)
    assert {b.role for b in document.blocks} == {"body", "caption"}
    found = analyse(document, NONE).mentions
    assert any(m.expression is not None for m in found) == tells


def test_an_event_of_hers_is_of_the_person_named_before() -> None:
    *_, death = mentions("Ada Lund chaired the council of Zenda.\nHer sudden death on May 3 shocked the town.")
    assert "ada lund" in {p.key for p in death.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Zenda is the place to be on May 3.",
        "A flood was likely on May 3.",
        "“We need rain on May 3,” she said.",
        "The number of boats had risen to 50 by May 3.",
        "Photo: Ada Lund celebrating after defeating Boris Krag on May 3.",
        "“A great day.” pic.example.com/x — Ada Lund (@adalund) May 3, 2019",
    ],
)
def test_opinions_forecasts_and_stamps_are_no_events(text: str) -> None:
    assert [
        m for m in mentions("Zenda is a town.\n" + text) if m.expression is not None and m.kind != "statement"
    ] == []


def test_what_a_page_repeats_for_ever_is_told_a_number_of_times() -> None:
    assert 1 < len(mentions("The council closed the bridge on 3 May 2011.\n" * 500)) < 50


def test_a_meeting_of_shareholders_is_a_meeting() -> None:
    found = dated("Ardent said it would go if Bellweather moved its annual shareholder meeting from 6 March 2018.")
    assert found["6 March 2018"].lemma == "meeting"


def test_what_is_scheduled_is_what_happens_then() -> None:
    told = dated("Ada Lund is scheduled to testify on 6 March 2018. She will appear in court starting 9 March 2018.")
    assert [(m.lemma, m.kind, m.factuality) for m in told.values()] == [
        ("testify", "event", "planned"),
        ("appear in court", "event", "planned"),
    ]


def test_he_goes_on_to_be_whom_the_sentences_before_are_about() -> None:
    told = mentions(
        "Gerald Lund ran the bank. Lund shook his head. He will be sentenced on 9 May. He was arrested in 2011."
    )
    assert [[p.key for p in m.participants] for m in told if m.event_class in ("sentence", "arrest")] == [
        ["gerald lund"],
        ["gerald lund"],
    ]


def test_he_is_not_whoever_only_says_the_words_of_a_quotation() -> None:
    told = dated("“He lied to his board,” Miriam Tate told the jury. He was arrested at his home in March 2011.")
    assert told["March 2011"].participants == ()


@pytest.mark.parametrize(
    "text",
    [
        "Orvane lifted its bid for the mill on 4 May 2021.",
        "Orvane sweetened its takeover proposal on 4 May 2021.",
        "Orvane offered to buy the mill on 4 May 2021.",
        "Orvane offered 80 pence a share on 4 May 2021.",
    ],
)
def test_whoever_raises_an_offer_makes_one(text: str) -> None:
    assert dated(text)["4 May 2021"].event_class == "offer"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The directors accepted the offer on 4 May 2021.", "agree"),
        ("The directors dismissed the approach on 4 May 2021.", "reject"),
        ("The mayor dismissed her deputy on 4 May 2021.", "dismiss"),
        ("The ministry gave its consent on 4 May 2021.", "approve"),
        ("Judges set aside the verdict on 4 May 2021.", "quash"),
        ("A jury found her not guilty on 4 May 2021.", "acquit"),
        ("Prosecutors dropped the case on 4 May 2021.", "discontinue"),
        ("She walked out of Holm Lane prison on 4 May 2021.", "free"),
        ("He gave himself up on 4 May 2021.", "surrender"),
        ("Divers gave up the search on 4 May 2021.", "cancel"),
        ("The ferry went down off Ostrel on 4 May 2021.", "crash"),
        ("The talks came to nothing on 4 May 2021.", "fail"),
        ("The drivers laid down tools on 4 May 2021.", "protest"),
        ("The minister said sorry on 4 May 2021.", "apologise"),
        ("The runner failed a drug test on 4 May 2021.", "test_positive"),
        ("The council launched an inquiry on 4 May 2021.", "investigate"),
    ],
)
def test_what_happens_is_told_by_the_words_together(text: str, told: str) -> None:
    assert dated(text)["4 May 2021"].event_class == told


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund announced three days of mourning starting on Wednesday.",
        "Buyers will get 31 crowns a share, a premium of a tenth to Wednesday's closing price.",
        "The letter, dated 9 June 1894, is lost.",
    ],
)
def test_a_day_of_something_else_dates_nothing(text: str) -> None:
    assert dated(text) == {}


def test_the_day_of_a_figure_is_that_on_which_it_is_reported() -> None:
    told = dated("In May 2021 Ardent reported a second-quarter loss of $48m.")
    assert [m.lemma for m in told.values()] == ["report"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Famous 1950s singer Ada Lund died in Zenda.", None),
        ("The 1970s film star Ada Lund was arrested in Zenda.", None),
        ("In the 1950s singer Ada Lund died in Zenda.", "the 1950s"),
    ],
)
def test_a_decade_that_tells_who_somebody_is_dates_nothing(text: str, words: str | None) -> None:
    assert list(dated(text)) == ([words] if words else [])


@pytest.mark.parametrize(
    "text", ["Imre Toth was with her on 3 May 2021.", "The singer's sister came to court during the trial."]
)
def test_who_was_there_makes_no_entry(text: str) -> None:
    assert timeline([article(text, "a", "2021-05-04")]).events == ()

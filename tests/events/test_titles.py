"""Headlines: who did what, whole words, no time, no hearsay."""

import pytest

from .support import article, dated, timeline


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On May 3, the Ruritanian parliament adopted a water law.", "Ruritanian parliament adopted a water law"),
        ("9 of the 40 sailors seized in May 2011 by pirates are free.", "40 sailors seized by pirates"),
        ("Ada Lund was one who came to the hearing Boris Lund died on 3 May 2011.", "Boris Lund died"),
        (
            "Ada Lund said on Monday that the Medusa, an old ship, would never sail.",
            "Ada Lund said that the Medusa would never sail",
        ),
        ("The jury will resume hearing Ada Lund on Monday.", "Jury will resume hearing Ada Lund"),
        ("The council voted on Tuesday, 4 May, to sell the weir.", "Council voted to sell the weir"),
        ("However, Ada Lund also resigned on Monday.", "Ada Lund resigned"),
        ("Ada Lund allegedly stole the boat on Monday.", "Ada Lund allegedly stole the boat"),
        ("The former chief of Medusa resigned on Monday.", "Former chief of Medusa resigned"),
        ("The oil tanker Medusa (built in Turku) sank on Friday off Crete.", "Oil tanker Medusa sank off Crete"),
        ("The bombing of the bridge by rebels on May 3 was condemned.", "Bombing of the bridge by rebels"),
        ("It was a fine feast, Mayor Ada Lund said on Friday.", "Mayor Ada Lund said it was a fine feast"),
        ("On Monday Ada Lund said that the pass was closed.", "Ada Lund said that the pass was closed"),
        ("A 19-year-old was found in the cellar on Friday.", "19-year-old was found in the cellar"),
        ("Ada Lund was jailed for six years on Monday.", "Ada Lund was jailed for six years"),
        ("Medusa shares fell 4 percent to $63.20 on Monday.", "Medusa shares fell 4 percent to $63.20"),
        ("The lake was where 30 divers were seized by pirates in May 2011.", "30 divers were seized by pirates"),
    ],
)
def test_title(text: str, title: str) -> None:
    (mention,) = dated(text).values()
    assert mention.title == title


def test_a_long_subject_loses_its_offices_before_the_sentence_loses_its_object() -> None:
    text = (
        "Norwegian Prime Minister Theodora Abercrombie and Portuguese President Maximilian Featherstonehaugh held a "
        "telephone conversation on Sunday amid growing tension in the straits."
    )
    (mention,) = dated(text).values()
    assert mention.title == "Theodora Abercrombie and Maximilian Featherstonehaugh held a telephone conversation"


@pytest.mark.parametrize("words", [5, 40, 400])
def test_no_title_is_longer_than_a_hundred_characters_or_cut_in_a_word(words: int) -> None:
    text = "The council approved " + "a very long and winding plan for the harbour " * words + "on Monday."
    for mention in dated(text).values():
        assert len(mention.title) <= 100
        assert mention.title.split()[-1] in text.split()


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("Ada Lund said in a letter on 3 May 2011.", "Ada Lund said on 3 May 2011 that the pass was closed."),
        ("He was arrested in Turku on 3 May 2011.", "Ada Lund was arrested in Turku on 3 May 2011."),
        ("Ada Lund said on 3 May 2011.", "Ada Lund said on 3 May 2011 that the pass was closed."),
        ("Many remember the verdict of 3 May 2011.", "The court gave its verdict on Ada Lund on 3 May 2011."),
        ("We signed the lease with Medusa on 3 May 2011.", "Ada Lund signed the lease on 3 May 2011."),
        ("The council, which sank the plan on 3 May 2011, is old.", "The council sank the harbour plan on 3 May 2011."),
        ("The sinking of the Medusa happened on 3 May 2011.", "The Medusa sank on 3 May 2011."),
        ("Its annual meeting is on 3 May 2011.", "The annual meeting of Medusa is on 3 May 2011."),
        ("The fire on 3 May 2011 The barn is old.", "The fire in the old barn on 3 May 2011 was put out."),
    ],
)
def test_of_two_clauses_one_makes_the_better_headline(worse: str, better: str) -> None:
    (bad,), (good,) = dated(worse).values(), dated(better).values()

    assert bad.title_flaws > good.title_flaws


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Getty Images Ada Lund resigned on 3 May 2021.", "Ada Lund resigned"),
        (
            "Very aware of the grief The Zenda council closed the school on 3 May 2021.",
            "Zenda council closed the school",
        ),
        (
            "The number of cases in Zenda increased by 22 to 530 on 3 May 2021.",
            "Number of cases in Zenda increased by 22 to 530",
        ),
        ("The siege of Zenda lasted from 3 May 2021 to 10 June 2021.", "Siege of Zenda lasted"),
    ],
)
def test_what_ran_into_a_line_is_no_part_of_its_title(text: str, title: str) -> None:
    assert [e.title for e in timeline([article("Zenda is a town.\n" + text, "a", "2021-07-04")]).events] == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The old plane went down at noon on 3 May 2021 near Zenda.", "Old plane went down near Zenda"),
        ("An audit was due to be carried out on 3 May 2021.", "Audit was due to be carried out"),
        ("The mayor said in a letter on 3 May 2021 the weir was safe.", "Mayor said the weir was safe"),
        (
            "Ada Lund on 3 May 2021 announced in the Long Hall, with Boris Zweig near, that the mill would close.",
            "Ada Lund announced that the mill would close",
        ),
        (
            "The state agency for the control of rivers and lakes in Zenda said on 3 May 2021 there were signs that "
            "the lower dam had begun to crumble.",
            "State agency said there were signs that the lower dam had begun to crumble",
        ),
        (
            "There are people who are aware of the risk The Water Board confirmed on 3 May 2021 there are 12 wells.",
            "Water Board confirmed there are 12 wells",
        ),
        (
            "The keeper declined to say on 3 May 2021 whether the seal had been fed.",
            "Keeper declined to say whether the seal had been fed",
        ),
    ],
)
def test_a_headline_keeps_what_its_verb_needs(text: str, title: str) -> None:
    assert next(iter(dated(text).values())).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The prosecution said Boris Zweig drowned on 3 May 2021.", "Boris Zweig drowned, prosecution said"),
        (
            "The firm said notes of Zendan and Strelsau customers had been leaked on 3 May 2021.",
            "Firm said notes of Zendan and Strelsau customers had been leaked",
        ),
        ("Ada Lund said: “On 3 May 2021 we signed the lease.”", "Ada Lund: “We signed the lease”"),
        (
            '"On 3 May 2021 I met the divers. They are well," Ada Lund told reporters.',
            "Ada Lund: “I met the divers”",
        ),
        ("“The weir is safe,” Ada Lund wrote in a letter on 3 May 2021.", "Ada Lund: “The weir is safe”"),
        ("He said: “My dog died on 3 May 2021.”", ""),
        ("The US left the pact on 3 May 2021.", "US left the pact"),
    ],
)
def test_a_headline_says_who_says_so(text: str, title: str) -> None:
    assert next(iter(dated(text).values())).title == title


@pytest.mark.parametrize(
    "line", ["Posted by the Zenda Ferry Board of Owners and Guests on 3 May 2021", "I began this letter on 3 May 2021."]
)
def test_the_pages_own_words_are_no_entry(line: str) -> None:
    found = timeline([article(f"{line}\nThe mill burned down on 4 May 2021.")])

    assert [e.title for e in found.events] == ["Mill burned down"]


def test_what_stands_before_a_verbs_own_subject_is_no_part_of_it() -> None:
    (mention,) = dated("“We ran from the moment the first alarm was received on 3 May 2021,” she said.").values()

    assert mention.title == "First alarm was received"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The storm hit a third of the population in Zenda, which stood at 900 on 3 May 2021.",
            "Population in Zenda stood at 900",
        ),
        ("She spoke, confirming the hearing of the case will begin on 3 May 2021.", "Hearing of the case will begin"),
        ("It is the oldest ferry line and became the first green ferry line in 2004.", "First green ferry line"),
        ("Scores of votes were wrongly counted, it emerged on 3 May 2021.", "Scores of votes were wrongly counted"),
    ],
)
def test_a_headline_has_a_subject_that_says_what_it_is(text: str, title: str) -> None:
    assert next(iter(dated(text).values())).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Medusa has agreed on Monday to buy the mill.", "Medusa agreed to buy the mill"),
        ("The talks had begun on 3 May 2021.", "Talks began"),
        ("The bridges have been closed since 3 May 2021.", "Bridges were closed"),
        ("The sirens had been switched off on 3 May 2021.", "Sirens were switched off"),
        ("The sale had been due to close on 3 May 2021.", "Sale was due to close"),
        ("Ruritania has not won since 3 May 2021.", "Ruritania has not won since 3 May 2021"),
        ("Ada Lund said on Monday that the weir had been shut.", "Ada Lund said that the weir had been shut"),
    ],
)
def test_what_has_been_done_is_told_in_the_past(text: str, title: str) -> None:
    (mention,) = dated(text).values()
    assert mention.title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Parliament passed a law in May, having rejected a bill in 2015.", "Parliament rejected a bill"),
        ("The rebels have called themselves an army after declaring a republic in 2014.", "Rebels declared a republic"),
        ("Elected mayor in May 2014, Ada Lund resigned in June.", "Ada Lund was elected mayor"),
        ("Zenda has two mints, which came from Ardent's takeover in 2014 of Medusa.", "Ardent's takeover of Medusa"),
        ("The notice followed a call between Lund and Toth in 2014, the first of many.", "Call between Lund and Toth"),
        ("An inquiry by the council, which began in 2014, was closed in May.", "Inquiry by the council began"),
        (
            "Ardent has been falling since its announcement in 2014 that it would shut.",
            "announcement that it would shut",
        ),
        ("It was built on the spot where the Toth house stood until it burned in 2014.", "Toth house burned"),
    ],
)
def test_what_a_clause_tells_beside_is_told_by_its_doer(text: str, title: str) -> None:
    assert any(made.endswith(title) for made in (m.title for m in dated(text).values()))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ada Lund said on Monday the boy, who fell ten feet, is well.", "Ada Lund said the boy is well"),
        ("Some mills will close, Lund told aides in a call on Monday.", "Lund told aides some mills will close"),
        ("Divers reached the wreck only on Monday.", "Divers reached the wreck"),
        ("In a long report published on Monday, Ada Lund said the weir was safe.", "Ada Lund said the weir was safe"),
        ("The weir was not safe, the board found in a report released on Monday.", "Board found the weir was not safe"),
        ("“The weir is not safe,” Ada Lund said in remarks released on Monday.", "Ada Lund: “The weir is not safe”"),
        ("The first tenants moved in last Monday.", "First tenants moved in"),
        ("Bells rang on Monday, the minute at which the weir had burst.", "Bells rang"),
        ("They honoured Ada Lund on Monday, the last but two of the crew.", "They honoured Ada Lund"),
        ("A trust was set up on Monday to run the weir.", "Trust was set up to run the weir"),
    ],
)
def test_a_headline_says_what_is_said_and_ends_where_that_does(text: str, title: str) -> None:
    (mention,) = dated(text).values()
    assert (mention.title, mention.factuality) == (title, "happened")


def test_what_is_told_of_one_day_is_no_headline_of_another() -> None:
    told = dated("The suspect in Monday's shooting surrendered on Friday.")
    assert told["Friday"].title == "Suspect in shooting surrendered"
    assert "surrendered" not in told["Monday"].title

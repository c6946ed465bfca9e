"""A headline says nothing that its sentence does not: what may be left out, and what must be kept."""

import pytest

from .support import article, dated, mentions, timeline


def titles(text: str) -> list[str]:
    """Of the entries that a sentence makes, written on a Tuesday."""
    return [e.title for e in timeline([article(f"Zenda is a town.\n{text}", "a", "2021-06-15")]).events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Almost all flights were cancelled on Sunday because of fog.", "Almost all flights were cancelled"),
        ("As many as 40 sailors were charged on Monday.", "As many as 40 sailors were charged"),
        ("Only the captain was charged on Monday.", "Only the captain was charged"),
        ("The strike closed only two shops on Monday.", "Strike closed only two shops"),
        ("Half of the Medusa stores in Zenda were closed on Monday.", "Half of the Medusa stores in Zenda were closed"),
        ("Nobody was injured in the crash on Monday.", "Nobody was injured in the crash"),
        ("Allegedly, Ada Lund stole the boat on Monday.", "Allegedly Ada Lund stole the boat"),
        ("However, Ada Lund resigned on Monday.", "Ada Lund resigned"),
        (
            "None of the eleven members of the committee that looked into the sinking of the ferry off the northern "
            "coast of Ruritania voted for the report on Monday.",
            "None of the eleven members of the committee voted for the report",
        ),
    ],
)
def test_how_many_and_how_surely_is_kept(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ruritania have not won the cup since 1998.", "Ruritania have not won the cup since 1998"),
        ("The weir did not open until 6 May.", "Weir did not open until 6 May"),
        (
            "The volcano erupted on Monday for the first time since 1911.",
            "Volcano erupted for the first time since 1911",
        ),
        ("The mill has been closed since 3 May.", "Mill was closed"),
    ],
)
def test_a_time_up_to_which_or_from_which_something_holds_is_kept(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Reports that Boris Zweig had been killed were denied on Monday by his brother.",
            "Reports that Boris Zweig had been killed were denied by his brother",
        ),
        (
            "A man who said he had found the painting was arrested on Monday.",
            "Man who said he had found the painting was arrested",
        ),
        (
            "More than half of those who fled are children, the council said on Monday.",
            "Council said more than half of those who fled are children",
        ),
        ("Half a million people were hurt on Friday.", "Half a million people were hurt"),
        ("RURITANIA, June 14 (XY) - Ada Lund, once a diver, was jailed on Monday.", "Ada Lund was jailed"),
        ("The rumour that Zweig had been shot spread on Sunday.", "Rumour that Zweig had been shot spread"),
        (
            "Thousands who had fled the fighting in Zenda returned on Monday.",
            "Thousands who had fled the fighting in Zenda returned",
        ),
        (
            "Divers who found the wreck said on Monday it was not a warship.",
            "Divers who found the wreck said it was not a warship",
        ),
        ("Ruritania, Zenda and Strelsau signed the pact on Monday.", "Ruritania, Zenda and Strelsau signed the pact"),
        (
            "The owner of the mill, Boris Zweig, and two other men resigned on Monday.",
            "Owner of the mill, Boris Zweig, and two other men resigned",
        ),
        (
            "The head of the navy, Admiral Boris Zweig, was jailed on Monday.",
            "Head of the navy, Admiral Boris Zweig, was jailed",
        ),
        ("Quill was sacked as coach on Monday and replaced by Ada Lund.", "Quill was sacked as coach"),
        ("Strelsau, beaten 3-1 by Zenda on Saturday, are out.", "Strelsau beaten 3-1 by Zenda"),
        ("All passengers died when it left the rails on Monday.", "All passengers died"),
        ("The prize was won by Ada Lund in 2014 and by Boris Zweig in 2016.", "Prize was won by Ada Lund"),
        ("A meeting on the weir planned for Friday was cancelled on Monday.", "Meeting on the weir was cancelled"),
    ],
)
def test_whom_it_befell_is_the_whole_subject(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The owners of the Palmer mill, which burned down in 2019, were jailed.", "Palmer mill burned down"),
        ("The mayor of Strelsau, which was flooded in 2019, resigned.", "Strelsau was flooded"),
        ("The house of Ada Lund, who died in 2019, was sold.", "Ada Lund died"),
        (
            "Sixty joined a lawsuit against the company, which was filed in 2019.",
            "Lawsuit against the company, which was filed",
        ),
        (
            "Rebels freed on Friday three of the eleven sailors they had seized in 2019.",
            "Rebels seized the eleven sailors",
        ),
        ("They left the house which Ada Lund had bought in 1990.", "Ada Lund bought the house"),
        ("Zenda lost to a side which Strelsau had beaten in 2016.", "Strelsau beat a side"),
        ("Lund was stripped of the medal she won in 2019.", "Lund won the medal"),
    ],
)
def test_a_relative_clause_is_about_what_it_can_mean(text: str, title: str) -> None:
    assert title in {m.title for m in dated(text).values()}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The mayor on Monday refused to sign the accord with Ruritania.",
            "Mayor refused to sign the accord with Ruritania",
        ),
        ("The court ruled on Monday that the ban was unlawful.", "Court ruled that the ban was unlawful"),
        (
            "The judge told the jury on Monday to ignore what Ada Lund had said.",
            "Judge told the jury to ignore what Ada Lund had said",
        ),
        (
            "The owner promised on Monday to free the divers if Ruritania paid.",
            "Owner promised to free the divers if Ruritania paid",
        ),
        ("A thief gave himself up on Monday.", "Thief gave himself up"),
        ("The ban was unlawful, a court found on Monday.", "Court found the ban was unlawful"),
        ("Ada Lund missed Monday's match with a sore knee.", "Ada Lund missed match with a sore knee"),
        ("“We will never leave,” said Ada Lund on Monday.", "Ada Lund: “We will never leave”"),
        ("Residents demanded on Monday that the mine be closed.", "Residents demanded that the mine be closed"),
        (
            "The makers said on Monday that the drug, which is sold in Zenda, halved the risk of a stroke.",
            "Makers said that the drug halved the risk of a stroke",
        ),
    ],
)
def test_what_was_said_or_found_or_refused_is_told(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Did Ada Lund resign on Monday?",
        "What happened on 3 May is not clear.",
        "The pass was closed until 6 May.",
        "The vote was postponed from 3 May to 6 May.",
        "An earlier version of this article said on Monday that Ada Lund had resigned.",
        "The judge refused to let Boris Zweig travel to Strelsau on 20 July.",
        "This story has been corrected: an earlier version said that the trial opened on Monday.",
        "The works, which were to have begun on 3 May, were called off.",
    ],
)
def test_nothing_happened_then(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The court is to rule on 1 July.", "planned"),
        ("The bank expects to open a branch on 1 July.", "planned"),
        ("The owner was ordered to return the boat by 1 July.", "planned"),
        ("No ship left Zenda on 3 May.", "denied"),
        ("The weir did not open until 6 May.", "happened"),
    ],
)
def test_whether_it_was_only_to_happen(text: str, factuality: str) -> None:
    assert {m.factuality for m in mentions(text) if m.expression is not None} == {factuality}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The firm said on Monday that 40 people had been hurt on Friday.", "40 people were hurt, firm said"),
        (
            "The government admitted on Monday that it had come close to a swap in 2019.",
            "Government came close to a swap, it admitted",
        ),
        ("Officials announced that the dam had burst on Friday.", "Dam burst, officials announced"),
        ("Ada Lund denied that she had taken money in 2019.", "Ada Lund denied that she had taken money"),
    ],
)
def test_who_tells_it_stands_behind_since_the_day_is_not_that_of_the_telling(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Medusa announced its 2019 profit target in Zenda.",
        "The ferry line has operated since 2005 without an accident.",
        "The offer is a 50 percent premium over the price of the shares on 3 May.",
        "The keepers of a gorilla named Boris said he was well on all days.",
        "FAST CASH Girl sells gold on 3 May ROAD RAGE Man bites bus NIGHT OUT Ada Lund dances",
    ],
)
def test_what_only_sounds_as_if_it_had_happened_is_no_entry(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The heads of Zenda, Strelsau and Hentzau, met on Monday.", "Heads of Zenda, Strelsau and Hentzau met"),
        ("Rebels freed on Monday two of the sailors seized in 2019.", "Rebels freed two of the sailors"),
        ("Ada Lund had her licence suspended on Monday.", "Ada Lund had her licence suspended"),
    ],
)
def test_an_end_that_tells_nothing_is_cut_off_and_no_other(text: str, title: str) -> None:
    assert title in {*titles(text), *(m.title for m in mentions(text))}


def test_lines_that_have_lost_their_break_are_read_one_by_one() -> None:
    text = (
        "Weir to be sold The council voted to sell the weir on 3 May 2021 The mill burned down on 4 May 2021.\n"
        "Monday 3 May 2021 11.40 BST Scores of votes in Zenda were wrongly counted, it emerged on 2 May 2021."
    )
    found = timeline([article(text, "a", "2021-06-15", title="Weir to be sold")])

    assert {e.title for e in found.events} == {
        "Council voted to sell the weir",
        "Mill burned down",
        "Scores of votes in Zenda were wrongly counted",
    }


def test_a_day_to_come_behind_a_promise_is_of_a_plan() -> None:
    (event,) = timeline([article("The mayor promised to reopen the library on 1 July.", "a", "2021-06-15")]).events

    assert (event.edtf, event.kind) == ("2021-07-01", "planned")


def test_rumours_are_no_events() -> None:
    assert titles("Reports that Boris Zweig fled on Monday were wrong.") == []


def test_a_table_of_dates_is_read_line_by_line() -> None:
    table = "2011 Mill founded 2016 Mill sold to Medusa May 2017 Medusa rebuilds mill March 2018 Mill burns down"
    found = timeline([article(table, "a", "2021-06-15")])

    assert {"2011", "2016"} <= {e.edtf for e in found.events}


def test_on_a_day_until_another_is_no_stretch() -> None:
    (event,) = timeline([article("Ada Lund extended the lease on 3 May 2021 until 2024.", "a", "2021-06-15")]).events

    assert event.edtf == "2021-05-03"


def test_what_somebody_told_on_a_day_is_one_entry() -> None:
    text = "The agency said on Monday that the dam had burst and warned that it could flood Zenda."

    assert titles(text) == ["Agency said that the dam had burst"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The family said on Monday they were “absolutely devastated”.", "Family said they were absolutely devastated"),
        ("The vote comes on Monday as Ada Lund leaves the council.", "Vote comes"),
        ("The jury was chosen on Monday, more than two years after the fire.", "Jury was chosen"),
    ],
)
def test_quoted_words_go_on_with_their_sentence_and_verbs_are_no_nouns(text: str, title: str) -> None:
    assert title in titles(text)


def test_a_name_that_somebody_bears_is_no_news() -> None:
    text = "The boy was picked up and dragged by the 400-pound male, lowland gorilla named Boris."

    assert not any("named" in title for title in titles(text))

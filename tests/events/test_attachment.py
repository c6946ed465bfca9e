"""Which event a time expression dates."""

import pytest

from .support import dated


@pytest.mark.parametrize(
    ("text", "expression", "lemma"),
    [
        ("The Danish and Norwegian ministers held talks on Tuesday in Bergen.", "Tuesday", "talks"),
        ("On March 3, the Senate was unable to pass the water bill.", "March 3", "pass"),
        ("On Thursday, the mayors of Lund, Malmo, Ystad and Kalmar met in Visby.", "Thursday", "meet"),
        ("Police on Friday arrested two men in Leeds.", "Friday", "arrest"),
        ("The ship that was seized by rebels in May 2019 has been freed.", "May 2019", "seize"),
        ("They are the first of 40 sailors captured off Aden in June 2018 to be released.", "June 2018", "capture"),
        ("The firm, which was founded in 1987, makes bicycles.", "1987", "found"),
        ("Its May 2 proposal followed a visit by the chairman.", "May 2", "proposal"),
        ("Judges were surprised by Tuesday's resignation.", "Tuesday", "resignation"),
        ("Yesterday, at this year's Harbour Fair, Ada Lund unveiled the ferry.", "Yesterday", "unveil"),
        ("In 2019 the mayor opened the bridge on 3 May.", "3 May", "open"),
        ("It was shown at the 2010 Harbour Fair less than two weeks ago.", "less than two weeks ago", "show"),
        ("The bishop condemned the bombing of the bridge on July 8.", "July 8", "bombing"),
        ("The attack on Sunday killed five people.", "Sunday", "attack"),
        ("The trial is due to start on Monday.", "Monday", "trial"),
        ("Estonia voted for a treaty calling for a truce between two neighbours on the 4th.", "the 4th", "vote"),
        ("He would act the same after a flood like the flood in the valley on May 5.", "May 5", "flood"),
        ("Crowds waited on the day of the verdict on 6 June.", "6 June", "verdict"),
    ],
)  # fmt: skip
def test_the_event_that_is_meant(text: str, expression: str, lemma: str) -> None:
    assert dated(text)[expression].lemma == lemma


def test_a_sentence_can_hold_three() -> None:
    found = dated("Ada Lund said on Sunday that the talks, which began in May 2022, would end on June 3.")
    assert {words: m.lemma for words, m in found.items()} == {"Sunday": "say", "May 2022": "talks", "June 3": "talks"}


def test_each_of_several_is_quoted_by_its_own_part() -> None:
    text = "Norway opened the tunnel on May 3, although the bridge collapsed on May 1."
    quotes = {w: text[slice(*m.quote)] for w, m in dated(text).items()}
    assert "collapsed" in quotes["May 1"]
    assert "opened" not in quotes["May 1"]
    assert "collapsed" not in quotes["May 3"]


def test_the_day_of_saying_stands_for_what_is_said_to_have_happened() -> None:
    (mention,) = dated("The rebels have freed nine divers, officials said Thursday.").values()
    assert (mention.lemma, mention.relation, mention.attribution) == ("free", "reported", "officials")

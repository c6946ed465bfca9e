"""Which of several dates an entry carries, and why."""

from .support import article, timeline

WORDS = "King Boris Castellano signed the Zenda fishing treaty in Strelsau {}."
#: What else each report says, long enough to make it no copy of another.
OTHERWISE = {
    "north": "Fog lay on the lake, and the fleet of small white boats stayed in port under its nets and lamps.",
    "south": "Bells rang all day in the old town while children in blue coats carried reeds to the chapel.",
    "west": "Herring is dear this year, say the cooks, and no law will make the winter shorter by a week.",
}


def test_more_independent_sources_outweigh_one() -> None:
    days = {"north": "on 3 May 2021", "south": "on 3 May 2021", "west": "on 4 May 2021"}
    documents = [article(f"{WORDS.format(d)} {OTHERWISE[n]}", n, "2021-05-06") for n, d in days.items()]
    (event,) = (e for e in timeline(documents).events if "treaty" in e.title)
    assert (event.edtf, event.date_rule, event.disagreement) == ("2021-05-03", "most independent sources", True)


def test_the_more_precise_of_two_that_agree_is_taken() -> None:
    documents = [
        article(WORDS.format("in May 2021"), "vague", "2021-06-20"),
        article(WORDS.format("on 3 May 2021"), "precise", "2021-06-20"),
    ]
    (event,) = timeline(documents).events
    assert (event.edtf, event.disagreement) == ("2021-05-03", False)


def test_copies_of_one_text_are_one_origin() -> None:
    text = f"{WORDS.format('on 3 May 2021')} Bells rang all day in the old town above the quay."
    (event,) = timeline([article(text, "wire", "2021-05-06"), article(text, "copy", "2021-05-06")]).events
    assert event.origins == 1
    assert {c.article for c in event.citations} == {"wire", "copy"}

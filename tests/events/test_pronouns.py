"""Whom a pronoun means, where that is plain: an entry is told by a name, and never by the wrong one."""

import pytest

from .support import article, timeline


def titles(text: str) -> list[str]:
    """Of the entries of a text, written on a Tuesday."""
    return [e.title for e in timeline([article(text, "a", "2021-06-15")]).events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The weir opened in July 1936 and was bombed in 1941. It was listed in 2004.", "Weir was listed"),
        ("The council has run the weir since 1936. It tried to sell it in 2012.", "Council tried to sell it"),
        ("Talks resumed on 3 May. They broke down on 9 May.", "Talks broke down"),
        ("The sirens were silent: they had been switched off in 2019.", "Sirens were switched off"),
        ("Medusa made an offer on 3 May. Its first offer was rejected in 2020.", "Medusa's first offer was rejected"),
        ("Ada Lund died on 3 May. Her father Imre Toth came to the inquest on 9 May.", "Imre Toth came to the inquest"),
        ("It rained. Its leader, Ada Lund, visited the site on 9 May.", "Ada Lund visited the site"),
        ("The court jailed Ada Lund on 3 May. She was released on 9 May.", "Ada Lund was released"),
        ("Police questioned the owner, Ada Lund, on 3 May. She was released on 9 May.", "Ada Lund was released"),
        ("Ada Lund sold the mill in 2019. The court heard that she bought it in 2011.", "Ada Lund bought it"),
        ("The mayor opened the weir in 1936. It was bombed in 1941.", "Weir was bombed"),
        ("The poet Imre Toth wrote his ballad within weeks; it was printed in 1844.", "Ballad was printed"),
        ("Toth turned it down. He told a meeting on 9 May that it was low.", "Toth told a meeting that it was low"),
        ("Mayor Ada Lund said: “It is safe.” She promised in 2020 to rebuild it.", "Ada Lund promised to rebuild it"),
    ],
)
def test_an_entry_is_told_by_the_name(text: str, title: str) -> None:
    assert any(made.endswith(title) for made in titles(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The poet Imre Toth wrote the ballad in 1844; it was printed in Zenda in 1845.", "Imre Toth was"),
        ("The court heard that she bought the mill in 2011.", "Court bought"),
        ("Ada Lund said that she had paid. He was arrested on 3 May.", "Ada Lund was arrested"),
        ("Mrs Ada Lund told him: “So be it.” The court heard that he sold the mill in 2011.", "Ada Lund sold"),
        ("The council closed the weir in 2019. It was built in 1936.", "Council was built"),
        ("The council said that the weir would close. It was built in 1936.", "Council was built"),
        ("The day ended early: a pump failed at noon. It was working again on 9 June.", "Day was working"),
        ("Police said that he was arrested on 3 May.", "Police was"),
        ("Her husband, the smith Imre Toth, died in 1999. Her letters were sold in 2001.", "Imre Toth's letters"),
        ("The judge said the evidence against Boris Zweig, which he gave on 3 May, was true.", "Judge gave"),
        ("More than 50 divers searched the wreck. It burned on 9 June.", "More than 50 divers burned"),
        ("The ship sailed. It had started raining on 9 June.", "Ship had"),
    ],
)
def test_nobody_is_named_who_may_not_be_meant(text: str, wrong: str) -> None:
    assert not any(made.startswith(wrong) for made in titles(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ada Lund was suspended in 2019, after an auditor found that bills to the mill had not been paid, and was "
            "arrested in 2020.",
            "Ada Lund was arrested",
        ),
        ("The ballad was printed in 1844 and banned in Ruritania in 1845.", "Ballad was banned in Ruritania"),
        ("The weir was built in 1935 and opened by Ada Lund in 1936.", "Weir was opened by Ada Lund"),
    ],
)
def test_a_verb_takes_the_subject_and_the_helper_that_fit_it(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "A clerk has been arrested on suspicion of fraud, police confirmed on Wednesday.",
        "The ship was crushed by ice on 9 June and sank within the hour.",
        "Ada Lund confirmed that she would take charge of the mill on 1 July.",
    ],
)
def test_one_sentence_is_not_told_twice(text: str) -> None:
    assert len(titles(text)) == 1

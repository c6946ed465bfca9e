"""Page furniture is told from the article, and the article from page furniture. A line of a case: role, bar, text."""

import pytest

from timeline.model import Meta
from timeline.reading.article import read_article
from timeline.reading.plain import read_plain

PROSE = """\
body | The council of Marlow voted on Tuesday to close the old bridge, after an inspection had found two cracks.
body | Two members were against it. “We shall miss it,” said Olga Brandt, who has crossed it daily since she was six.\
"""

CASES = {
    "a headline, a byline, a date": f"""\
headline | Marlow closes its old bridge
byline | By Tom Harker and Ann de Vries
dateline | Published 4 March 2011, 9:30 am | Updated: March 5, 2011
{PROSE}""",
    "two headlines": f"""\
headline | Marlow closes its old bridge
headline | Cracks: “It was a matter of time”
{PROSE}""",
    "a question as a headline": f"""\
headline | Will the bridge ever open again?
{PROSE}""",
    "byline with agency and date": f"""\
headline | Marlow closes its old bridge
byline | Tom Harker, The Courier | 4 Mar 2011
{PROSE}""",
    "a dateline of its own": f"""\
dateline | MARLOW, England (PA) —
{PROSE}""",
    "below the prose": f"""\
{PROSE}
origin | Source: The Marlow Courier
link | Read the original article
copyright | © 2011 Marlow Media Ltd. All rights reserved.
prompt | Share this: Facebook Twitter WhatsApp
prompt | Leave a Reply
prompt | Your email address will not be published. Required fields are marked *""",
    "comments": f"""\
{PROSE}
prompt | 2 Comments
prompt | Jo says:
prompt | March 6, 2011 at 10:12 am
prompt | I crossed it on Monday and it shook like a jelly, so good riddance.""",
    "an author at the end": f"""\
{PROSE}
biography | Tom Harker is a reporter for The Courier. He covers bridges and those who cross them.
biography | Ann de Vries, a native of Delft, is an award-winning freelance journalist based in London.""",
    "an author before the comments": f"""\
{PROSE}
biography | The author is a columnist at The Courier.
prompt | Leave a comment""",
    "other stories": """\
headline | Marlow closes its old bridge
body | The council of Marlow voted on Tuesday to close the old bridge, after an inspection had found two cracks.
sidebar | READ MORE: Ten bridges that fell
body | Two members were against it. “We shall miss it,” said Olga Brandt, who has crossed it daily since she was six.
sidebar | Related stories
sidebar | Ferry to run from Sunday
sidebar | How the bridge was built in 1911""",
    "in between": f"""\
{PROSE}
prompt | Advertisement Continue reading the main story
prompt | Sign up for our morning newsletter and never miss a bridge
caption | The bridge at dusk, seen from the mill [Photo: Ann Lee/Northern Images]
caption | Photo: Ann Lee/Northern Images
prompt | We use cookies to give you the best experience on this site.
body | It had stood since 1911, and nobody remembers Marlow without it any more than without the mill.""",
    "credits at the end": f"""\
{PROSE}
byline | (Reporting by Tom Harker; Editing by Ann de Vries)
byline | The Courier's Ann de Vries contributed to this report.
prompt | Read or share this story: https://marlow.example.org/a""",
}

BODIES = (
    # sentences that begin like furniture
    "By Tuesday the river had risen by two metres, and the last bus had gone.",
    "Source: the river itself, said the miller, pointing at the cracks.",
    "Share prices fell on Tuesday.",
    "Related cases are pending before the courts of three counties.",
    "Copyright law will change on 1 June.",
    "Leave a reply unanswered for a week and they call you, she said.",
    "More people came on Sunday than the bridge could hold.",
    "Photographs of 4 March show the crack.",
    "Cookies were handed out on Tuesday to those who waited.",
    "Credit company Marlow Trust said on Monday that it would pay.",
    "Comments by the mayor on Monday caused a stir.",
    "Many of those who came on Saturday contributed to this report about the bridge.",
    "Image is everything, the mayor said on Friday.",
    # people of whom the article speaks
    "Olga Brandt is a writer for The Courier, and will leave it in May.",
    "Piet Mol is a journalist who was arrested on Friday at the bridge with two of the protesters.",
)


def parsed(case: str) -> list[tuple[str, str]]:
    lines = (line.split(" | ", 1) for line in case.splitlines())
    return [(role, text) for role, text in lines]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_roles_in_plain_text(case: str) -> None:
    expected = parsed(case)
    text = "\n".join(line for _, line in expected)
    assert [(b.role, text[b.start : b.end]) for b in read_plain(text, "a").blocks] == expected


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_roles_in_markdown(case: str) -> None:
    expected = parsed(case)
    document = read_article("\n\n".join(line.replace("*", "\\*") for _, line in expected).encode(), "a", "a.md")
    assert [(b.role, document.text[b.start : b.end]) for b in document.blocks] == expected


@pytest.mark.parametrize("sentence", BODIES)
def test_the_article_stays_the_article(sentence: str) -> None:
    prose = [text for _, text in parsed(PROSE)]
    for lines in ([sentence, *prose], [prose[0], sentence, prose[1]], [*prose, sentence]):
        document = read_plain("\n".join(lines), "a")
        assert [b.role for b in document.blocks] == ["body"] * 3


def test_one_block_alone_is_the_article() -> None:
    assert [b.role for b in read_plain("Marlow closes its old bridge", "a").blocks] == ["body"]
    assert [b.role for b in read_plain("Leave a Reply", "a").blocks] == ["body"]


def test_lines_without_prose_are_the_article() -> None:
    assert {b.role for b in read_plain("A list\nOf things\nTo buy", "a").blocks} == {"body"}


def test_the_title_in_the_text_is_a_headline_even_with_a_full_stop() -> None:
    text = "The bridge is closed.\n\n" + "\n\n".join(line for _, line in parsed(PROSE))
    assert read_plain(text, "a", Meta(title="The Bridge is closed")).blocks[0].role == "headline"
    assert read_plain(text, "a", Meta(title="Another")).blocks[0].role == "body"


@pytest.mark.parametrize(
    ("first", "role"),
    [
        ("A barn near Marlow burned down on Friday night, and two horses died in it.", "body"),
        ("“The bridge of Marlow will never again be opened to any traffic at all.”", "body"),
        ("A barn near Marlow burned down on Friday night, and two horses died", "headline"),
        ("Who set fire to the old barn near Marlow, in which two horses died?", "headline"),
        ("A bridge of the Marlow kind is to be built in seven states of the U.S.", "headline"),
        ("The bridge is closed.", "headline"),
    ],
)
def test_the_lead_of_a_text_without_headline_is_told_though_it_was_made_the_title(first: str, role: str) -> None:
    text = f"{first}\n\n" + "\n\n".join(line for _, line in parsed(PROSE))
    assert read_plain(text, "a", Meta(title=first)).blocks[0].role == role


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Source: The Marlow Courier", "The Marlow Courier"),
        ("(Source: PA)", "PA"),
        ("Source: marlow.example.org", "marlow.example.org"),
        ("Source: https://marlow.example.org/a", "https://marlow.example.org/a"),
        ("This article was first published in The Marlow Courier.", "The Marlow Courier"),
        ("Originally published at Marlow.example.org", "Marlow.example.org"),
    ],
)
def test_whom_a_source_line_names(line: str, origin: str) -> None:
    text = "\n".join([*(text for _, text in parsed(PROSE)), line])
    document = read_plain(text, "a")
    assert document.origin == origin
    assert document.blocks[-1].role == "origin"


GLUED = "The bridge was closed on Tuesday, and the ferry will run until it is open again, said the council."


@pytest.mark.parametrize(
    ("tail", "pieces"),
    [
        ("\nSource: The Courier\nTom Harker is a reporter for The Courier.", ["origin", "biography"]),
        ("Source: The Courier", ["origin"]),
        (" Leave a Reply", ["prompt"]),
        ("\nLeave a Reply", ["prompt"]),
        ("\n© 2011 Marlow Media", ["copyright"]),
        (" Nobody was hurt.", []),
        ("\nNobody was hurt.", []),
    ],
)
def test_furniture_that_is_glued_to_a_paragraph(tail: str, pieces: list[str]) -> None:
    prose = parsed(PROSE)[0][1]
    markdown = read_article(f"{prose}\n\n{GLUED}{tail}".encode(), "a", "a.md")
    assert [b.role for b in markdown.blocks] == ["body", "body", *pieces]
    assert "\n\n".join(markdown.text[b.start : b.end] for b in markdown.blocks) == markdown.text


def test_lines_above_the_prose_in_one_paragraph() -> None:
    prose = parsed(PROSE)
    title = "Marlow closes its old bridge"
    text = f"---\ntitle: {title}\n---\n{title}\nBy Tom Harker\n{prose[0][1]}\n\n{prose[1][1]}"
    document = read_article(text.encode(), "a", "a.md")
    assert [(b.role, b.line) for b in document.blocks] == [("headline", 4), ("byline", 5), ("body", 6), ("body", 8)]

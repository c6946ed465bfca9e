"""From a file as it arrives to Markdown that reads back as the same words."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.diagnostics import InputError
from timeline.intake import reader
from timeline.intake.naming import slug
from timeline.intake.writing import as_markdown, clean, escaped
from timeline.reading.article import read_article

DAY = "2020-05-04"

# Whatever CommonMark, YAML or a scrape could make something of.
_odd = st.sampled_from(
    ["1986.", "12)", "*", "#", "##", "_a_", "-", "+", "•", "> b", "`c`", "[d](e)", "[f]: g", "![h](i)", "<j@k.example>",
     "~~l~~", "&amp;", "\\", "\\*", "---", "===", "***", "| m |", "|---|", "```", "~~~", "https://x.example/n_o_p",
     "<b>", "“q”", "r: s", "\u00a0", "\u202e", "t", "U", "2 * 3", "*v", "w*", "\t", "    "]
)  # fmt: skip
_any = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
_lines = st.lists(st.lists(_odd | _any, max_size=8).map(" ".join), max_size=8)


def added(text: str) -> str:
    return reader.read(text.encode(), "a.txt").article(DAY)


def test_a_text_becomes_an_article() -> None:
    assert added("War: a “history”\nIt began on Monday.\n\n1986. Nobody *knew*.\nLeave a Reply") == """\
---
title: "War: a “history”"
retrieved: 2020-05-04
---

War: a “history”

It began on Monday.

1986\\. Nobody \\*knew\\*.

Leave a Reply
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1986. A dam", "1986\\. A dam"),
        ("3) Third", "3\\) Third"),
        ("# 7", "\\# 7"),
        ("#7 is here", "#7 is here"),
        ("- so they say", "\\- so they say"),
        ("-5 degrees", "-5 degrees"),
        ("+ one", "\\+ one"),
        ("* star", "\\* star"),
        ("---", "\\---"),
        ("> he said", "\\> he said"),
        ("• kept", "• kept"),
        ("snake_case and _this_", "snake_case and \\_this\\_"),
        ("2 * 3 is 6", "2 * 3 is 6"),
        ("[Photo: A]", "\\[Photo: A]"),
        ("a & b &amp; c", "a & b \\&amp; c"),
        ("x < y <z>", "x < y \\<z>"),
        ("10.5 percent", "10.5 percent"),
    ],
)
def test_only_what_markdown_would_eat_is_escaped(line: str, expected: str) -> None:
    assert escaped(line) == expected
    assert read_article(expected.encode(), "a", "a.md").text == line


def test_bullets_in_a_row_are_a_list() -> None:
    assert as_markdown(["Bring:", "- a rope", "- a *light*", "- one"]) == "Bring:\n\n- a rope\n- a \\*light\\*\n- one"
    assert as_markdown(["- a rope"]) == "\\- a rope"


def test_lines_of_a_full_column_become_paragraphs() -> None:
    text = "The master of the harbour said the ferry\nwould be raised before the\nsummer.\n\nNobody had\nexpected it."
    body = reader.read(text.encode(), "a.txt").body
    assert body == (
        "The master of the harbour said the ferry would be raised before the summer.\n\nNobody had expected it."
    )


@given(_lines)
def test_the_words_come_back(lines: list[str]) -> None:
    text = "\n".join(lines)
    words = clean(text).split()
    if not words:
        return
    document = read_article(added(text).encode(), "a", "a.md")
    # Bullets in a row are told as a list, so that their signs are not words.
    bullets = {"-", "+", "*"}
    told = [w for w in document.text.split() if w not in bullets]
    # Furniture that is glued to a word ("?©") is parted from it.
    assert "".join(told) == "".join(w for w in words if w not in bullets)
    assert str(document.meta.retrieved) == DAY


@given(st.text(min_size=1, max_size=200))
def test_any_title_is_a_safe_name(title: str) -> None:
    name = slug(title)
    assert name == name.lower().strip("-")
    assert 0 < len(name.encode()) <= 208
    assert not set(name) & set('/\\:*?"<>|. ')
    assert slug(name) == name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Mayor’s “last” day: Friday!", "the-mayors-last-day-friday"),
        ("Über Ängste in Łódź", "uber-angste-in-łodz"),
        ("日本の橋", "日本の橋"),
        ("Con", "article-con"),
        ("../..", "article"),
        ("…", "article"),
    ],
)
def test_names(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_text_that_is_one_long_line_gets_a_short_title() -> None:
    title = reader.read(("word " * 1000).encode(), "a.txt").title
    assert len(title) <= 201
    assert title.endswith("word…")


def test_markdown_keeps_its_front_matter() -> None:
    markdown = b"---\npublisher: The Courier\nretrieved: 2019-01-01\n---\n\n# A *day*\n\nIt was long.\n"
    assert reader.read(markdown, "a.md").article(DAY) == (
        "---\npublisher: The Courier\nretrieved: 2019-01-01\ntitle: \"A day\"\n---\n\n# A *day*\n\nIt was long.\n"
    )


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        (b"PK", "a.odt", "unknown-form"),
        (b"%PDF", "a.pdf", "damaged"),
        (b" \n", "a.txt", "empty"),
        (b"\x00", "a.txt", "binary"),
        (b"\xff\xfea", "a.txt", "encoding"),
        (b"caf\xe9", "a", "encoding"),
        (b"---\ntitle: x\n", "a.md", "front-matter"),
    ],
)
def test_what_cannot_be_taken_in(data: bytes, path: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        reader.read(data, path)
    assert [(d.path, d.code) for d in refused.value.diagnostics] == [(path, code)]

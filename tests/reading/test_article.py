"""Articles of a project: Markdown with front matter → text, blocks, runs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.diagnostics import InputError
from timeline.model import Document, Place, Run
from timeline.reading.article import read_article

PATH = "content/articles/a.md"


def read(text: str) -> Document:
    return read_article(text.encode(), "a", PATH)


def shape(markdown: str) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block."""
    document = read(markdown)
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def told(data: bytes) -> list[tuple[int, int, str]]:
    with pytest.raises(InputError) as refused:
        read_article(data, "a", PATH)
    assert {d.path for d in refused.value.diagnostics} == {PATH}
    return [(d.line, d.column, d.code) for d in refused.value.diagnostics]


def test_blocks_are_joined_by_a_blank_line() -> None:
    document = read("One is here.\nIt goes on.\n\nTwo is\\\nthere.\n")
    assert document.text == "One is here. It goes on.\n\nTwo is\nthere."
    assert [b.sentences for b in document.blocks] == [((0, 12), (13, 24)), ((26, 39),)]
    assert [b.line for b in document.blocks] == [1, 4]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Big\n\nSmall\n===\n\n### Third", [("heading", 1, "Big"), ("heading", 1, "Small"), ("heading", 3, "Third")]),
        ("- one\n- two\n  - three", [("item", 1, "one"), ("item", 1, "two"), ("item", 2, "three")]),
        ("1986. A dam broke.", [("item", 1, "1986. A dam broke.")]),
        ("3) third\n4) fourth", [("item", 1, "3) third"), ("item", 1, "4) fourth")]),
        ("1. one\n\n   more\n2.", [("item", 1, "1. one"), ("item", 1, "more"), ("item", 1, "2.")]),
        ("1. - inner", [("item", 2, "1. inner")]),
        ("> quoted\n> on\n>\n> - item", [("quote", 0, "quoted on"), ("item", 1, "item")]),
        ("```\ncode  here\n\nmore\n```", [("code", 0, "code  here\n\nmore")]),
        ("    indented", [("code", 0, "indented")]),
        ("| a | b |\n|---|---|\n| *c* | d |", [("paragraph", 0, "a | b"), ("paragraph", 0, "c | d")]),
        ("a\n\n---\n\nb", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        ("<b>bold</b>\n\n<div>\nx\n</div>", [("paragraph", 0, "<b>bold</b>"), ("paragraph", 0, "<div> x </div>")]),
        ("a ![picture](p.png) b", [("paragraph", 0, "a  b")]),
        ("a&nbsp;b &amp; \\*c\\*", [("paragraph", 0, "a\u00a0b & *c*")]),
        ("1986\\. A dam broke.", [("paragraph", 0, "1986. A dam broke.")]),
    ],
)
def test_kinds_of_blocks(markdown: str, expected: list[tuple[str, int, str]]) -> None:
    assert shape(markdown) == expected


def test_a_picture_alone_is_its_caption() -> None:
    document = read("![A boat at night](boat.jpg)\n\nThe boat came in at night.")
    assert [b.role for b in document.blocks] == ["caption", "body"]
    assert document.text == "A boat at night\n\nThe boat came in at night."


def test_runs_have_styles_and_allowed_links() -> None:
    inline = "a *b **c*** `d` ~~e~~ [f *g*](https://x.example/?a=1&b)"
    document = read(f"{inline} [h](javascript:x) [i](mailto:j@x.example) [k](l)")
    href = "https://x.example/?a=1&b"
    assert document.text == "a b c d e f g [h](javascript:x) i k"
    assert document.blocks[0].runs == (
        Run(0, 2),
        Run(2, 4, ("emphasis",)),
        Run(4, 5, ("emphasis", "strong")),
        Run(5, 6),
        Run(6, 7, ("code",)),
        Run(7, 8),
        Run(8, 9, ("strike",)),
        Run(9, 10),
        Run(10, 12, (), href),
        Run(12, 13, ("emphasis",), href),
        Run(13, 32),
        Run(32, 33, (), "mailto:j@x.example"),
        Run(33, 35),
    )


def test_front_matter_is_checked() -> None:
    document = read("""\
---
title: 'War: a history'
publisher: The Courier
author: [Ann Lee, Bo Ek]
url: https://x.example/a
published: 4 March 1911, 9:30 p.m.
retrieved: 2020-01-02T10:00:00Z
language: en-GB
timezone: Asia/Seoul
tags: [a, b]
publish_text: none
genre: narrative
page: 012
---

The text.
""")
    meta = document.meta
    assert (meta.title, meta.publisher, meta.author) == ("War: a history", "The Courier", "Ann Lee, Bo Ek")
    assert (meta.published, meta.retrieved) == ("1911-03-04T21:30", date(2020, 1, 2))
    assert (meta.language, meta.timezone, meta.tags, meta.page) == ("en-GB", "Asia/Seoul", ("a", "b"), "012")
    assert (meta.publish_text, meta.genre) == ("none", "narrative")
    assert meta.places["published"] == Place(PATH, 6, 1)
    assert document.blocks[0].line == 16


@pytest.mark.parametrize(
    ("line", "column", "code", "hint"),
    [
        ("titel: x", 1, "unknown-key", "write 'title'"),
        ("published: someday", 12, "bad-published", "write 2023-12-10, "),
        ("published: XXXX-03-04", 12, "bad-published", "write 2023-12-10, "),
        ("retrieved: 3 May", 12, "bad-retrieved", "year-month-day"),
        ("language: english", 11, "bad-language", "de"),
        ("timezone: Asia/Soul", 11, "bad-timezone", "write 'Asia/Seoul'"),
        ("timezone: ../../etc/passwd", 11, "bad-timezone", "Asia/Seoul"),
        ("url: javascript:alert(1)", 6, "bad-url", "https://"),
        ("publish_text: ful", 15, "bad-publish_text", "write 'full'"),
        ("genre: poem", 8, "bad-genre", "write one of these"),
        ("title: [a]", 8, "no-text", "write title"),
        ("title: War: a history", 11, "yaml", "quotes"),
    ],
)
def test_a_mistake_in_front_matter_has_its_place(line: str, column: int, code: str, hint: str) -> None:
    with pytest.raises(InputError) as refused:
        read(f"---\npublisher: x\n{line}\n---\ntext")
    (finding,) = refused.value.diagnostics
    assert (finding.path, finding.line, finding.column, finding.code) == (PATH, 3, column, code)
    assert hint in finding.hint


def test_all_mistakes_of_front_matter_at_once() -> None:
    assert told(b"---\ntitel: x\nurl: y\ngenre: z\n---\ntext") == [
        (2, 1, "unknown-key"),
        (3, 6, "bad-url"),
        (4, 8, "bad-genre"),
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (0, 0, "empty")),
        (b" \r\n\t\n", (0, 0, "empty")),
        (b"---\ntitle: x\n---\n\n", (4, 0, "empty")),
        (b"---\ntitle: x\n\ntext", (1, 1, "front-matter")),
        (b"---\n- a\n---\ntext", (2, 1, "no-mapping")),
        (b"one\ntwo\n\x00", (3, 0, "binary")),
        (b"one\ncaf\xe9", (2, 4, "encoding")),
        ("one".encode("utf-16"), (1, 1, "encoding")),
        (b"one \xed\xa0\x80", (1, 5, "encoding")),
        (b"---\ntitle: x\n---\none\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> other\n", (5, 1, "conflict")),
    ],
)
def test_what_cannot_be_read(data: bytes, expected: tuple[int, int, str]) -> None:
    assert told(data) == [expected]


def test_marks_and_line_ends_of_other_systems() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\nOne\r\ntwo.\r\rThree."
    assert read_article(data, "a", PATH).text == "One two.\n\nThree."


def test_controls_become_blanks_and_directions_stay() -> None:
    assert read("a\x07b\u2028c \u202ed\u202c").text == "a b c \u202ed\u202c"


def test_the_title_is_not_part_of_the_text() -> None:
    assert read("---\ntitle: A long day\n---\nIt was long.").text == "It was long."


@given(st.text(st.sampled_from("ab \n*_`[]()<>#-+1.|~!&;\\\t>="), max_size=200))
def test_runs_cover_every_block_and_blocks_the_text(markdown: str) -> None:
    try:
        document = read(markdown)
    except InputError:
        return
    assert "\n\n".join(document.text[b.start : b.end] for b in document.blocks) == document.text
    for block in document.blocks:
        edges = [block.start, *(edge for run in block.runs for edge in (run.start, run.end)), block.end]
        assert edges[::2] == edges[1::2]
        assert all(run.start < run.end for run in block.runs)
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end] != ""
        assert all(block.start <= a < b <= block.end for a, b in block.sentences)

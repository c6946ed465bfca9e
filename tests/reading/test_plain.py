"""Plain text, unchanged, in blocks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Meta
from timeline.reading.plain import is_hard_wrapped, paragraphs, read_plain

WRAPPED = """\
The harbour master said that the ferry, which had been built in the
north and was older than most of those who sailed on it, would not be
raised before the summer. Nobody had expected
anything else.

A second report is due. It will name the owner, and
the insurers have been told.
   A new paragraph begins with blanks and goes on
to its end.
"""


def blocks(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraphs(text)]


def test_a_line_is_a_block() -> None:
    assert blocks("One thing.\n  Another thing. \n\n\n\tThe third\n") == ["One thing.", "Another thing.", "The third"]


def test_lines_of_a_full_column_are_one_block() -> None:
    assert is_hard_wrapped(WRAPPED)
    assert [" ".join(block.split())[:8] for block in blocks(WRAPPED)] == ["The harb", "A second", "A new pa"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line",
        "A headline of the day\nAnother headline\nThe first paragraph, which is long enough to be one.",
        "He came.\nhe saw.\nhe left.\n",
        "A very long line " + "that goes on and on " * 20 + "\nand a second one\nand a third one",
    ],
)
def test_lines_that_end_where_they_mean_to(text: str) -> None:
    assert not is_hard_wrapped(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council met. On December\n8, 2023 it voted.",
        "The council met on 8\nDecember 2023 in the hall.",
        "The council met on Friday, December 8,\n2023 in the hall.",
        "Der Rat traf sich am 8.\nDezember 2023 im Saal.",
    ],
)
def test_a_date_is_whole_across_the_end_of_a_line(text: str) -> None:
    assert blocks(text) == [text]


@pytest.mark.parametrize("text", ["Minutes of it\n8 members came", "On December\n\n8, 2023", "Figs, 3\nPears, 4"])
def test_other_lines_stay_blocks(text: str) -> None:
    assert len(blocks(text)) == 2


def test_offsets_refer_to_the_text_as_it_is() -> None:
    text = "\ufeff  One thing.\r\n\nAnother \ud800 thing.\n"
    document = read_plain(text, "a", Meta(language="de"))
    assert document.text is text
    assert [(text[b.start : b.end], b.line) for b in document.blocks] == [
        ("\ufeff  One thing.", 1),
        ("Another \ud800 thing.", 3),
    ]


@given(st.text("ab .\n\t\r\u2028\x00•", max_size=100))
def test_blocks_hold_every_word_in_order(text: str) -> None:
    document = read_plain(text, "a")
    assert "".join("".join(text[b.start : b.end].split()) for b in document.blocks) == "".join(text.split())
    ends = [edge for b in document.blocks for edge in (b.start, b.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("unit", ["a ", "1", ",", "the the ", ". ", "a\n", "By A B ", "A. ", "(", "“", "Source: A "])
def test_time_grows_with_length_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        read_plain(text, "a")
        return time.process_time() - start

    seconds(1000)
    assert seconds(300_000) < 3

"""Expressions through Markdown: across links, emphasis, code and soft line breaks, never across paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra import calendar
from timeline.model import Analysis, Document, Timex3
from timeline.reading.article import read_article
from timeline.temporal.anchoring.given import given_time
from timeline.temporal.bind import bind
from timeline.temporal.recognise import recognise
from timeline.temporal.resolve import resolve

PUBLISHED = "2019-05-15"
EXPRESSIONS = {
    "Monday, May 13, 2019": calendar.ordinal(2019, 5, 13),
    "the day before yesterday": calendar.ordinal(2019, 5, 13),
    "the 7th of March 1986": calendar.ordinal(1986, 3, 7),
    "three days ago": calendar.ordinal(2019, 5, 12),
    "17 December 1903": calendar.ordinal(1903, 12, 17),
}
MARKS = [
    "*{}*",
    "**{}**",
    "[{}](https://example.org/a)",
    "`{}`",
    "~~{}~~",
    "***{}***",
    "[*{}*](https://example.org/b 'c')",
]


def read(body: str) -> tuple[Document, tuple[Timex3, ...]]:
    """An article of that text, and its dated expressions."""
    document = read_article(f"---\npublished: {PUBLISHED}\n---\n\n{body}\n".encode(), "a", "a.md")
    expressions = recognise(document)
    time = given_time(PUBLISHED, "front matter")
    assert time is not None
    return document, resolve(Analysis(document, expressions, bind(document, expressions)), time)


@given(st.sampled_from(sorted(EXPRESSIONS)), st.sampled_from(MARKS), st.data())
def test_marks_inside_an_expression_hide_nothing(words, mark, data):
    parts = words.split(" ")
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first + 1, len(parts)))
    marked = " ".join([*parts[:first], mark.format(" ".join(parts[first:last])), *parts[last:]])

    document, (found,) = read(f"The old pier burned on {marked}, people say.")

    assert document.text == f"The old pier burned on {words}, people say."
    assert document.text[found.start : found.end] == found.text == words
    assert found.interval is not None
    assert found.interval.first == EXPRESSIONS[words]


@given(st.sampled_from(sorted(EXPRESSIONS)), st.data(), st.sampled_from(["\n", " \n", "\n  ", "\n> ", "  \n"]))
def test_a_line_may_end_inside_an_expression(words, data, line_end):
    parts = words.split(" ")
    at = data.draw(st.integers(1, len(parts) - 1))
    quote = "> " if ">" in line_end else ""

    split = " ".join(parts[:at]) + line_end + " ".join(parts[at:])

    document, (found,) = read(f"{quote}The pier burned {split} when a lamp fell over in the engine room.")

    assert document.text[found.start : found.end] == found.text
    assert found.text.split() == parts
    assert found.interval is not None
    assert found.interval.first == EXPRESSIONS[words]


@given(
    st.sampled_from(sorted(EXPRESSIONS)),
    st.data(),
    st.sampled_from(["\n\n", "\n\n- ", "\n\n> ", "\n\n## ", "\n\n---\n\n"]),
)
def test_no_expression_runs_from_one_paragraph_into_the_next(words, data, gap):
    parts = words.split(" ")
    at = data.draw(st.integers(1, len(parts) - 1))

    document, found = read(f"The pier burned {' '.join(parts[:at])}{gap}{' '.join(parts[at:])}.")

    assert all("\n" not in t.text and t.text in document.text for t in found)
    assert all(any(b.start <= t.start and t.end <= b.end for b in document.blocks) for t in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1986\\. A ferry sank.", [("1986", "1986")]),
        ("1986. A ferry sank.", [("1986", "1986")]),
        ("The pier burned &ndash; on Monday&nbsp;night.", [("Monday\u00a0night", "2019-05-13TNI")]),
        ("See <https://example.org/2011/05/13/> for Monday.", [("Monday", "2019-05-13")]),
    ],
)
def test_marks_of_markdown_are_no_part_of_an_expression(body, expected):
    _, found = read(body)

    assert [(t.text, t.value) for t in found] == expected

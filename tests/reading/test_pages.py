"""Pages of printed sources: their marks are no part of the text, and every place knows its page."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.article import read_article


def read(body: str, head: str = "title: The old lock\ntype: book\n"):
    return read_article(f"---\n{head}---\n\n{body}\n".encode(), "a", "a.md")


def test_a_mark_is_taken_out_with_one_of_the_blanks_around_it() -> None:
    document = read("The gates <!-- page 12 --> fell on Monday.")
    assert document.text == "The gates fell on Monday."
    assert [document.page_at(document.text.index(word)) for word in ("gates", "fell")] == [None, "12"]


def test_a_mark_by_itself_or_at_the_end_is_about_what_follows() -> None:
    document = read("<!-- page xi -->\n\nOne.\n\n<!-- page 1 -->\n\nTwo. <!-- page 2 -->\n\nThree.")
    assert document.text == "One.\n\nTwo.\n\nThree."
    assert [document.page_at(document.text.index(word)) for word in ("One", "Two", "Three")] == ["xi", "1", "2"]


def test_emphasis_runs_on_over_a_page() -> None:
    document = read("They *saw <!-- page 3 --> it fall* at dawn.")
    (block,) = document.blocks
    assert [(run.styles, document.text[run.start : run.end]) for run in block.runs] == [
        ((), "They "), (("emphasis",), "saw it fall"), ((), " at dawn.")
    ]  # fmt: skip


def test_without_marks_the_page_of_the_front_matter_counts() -> None:
    assert read("The gates fell.", "title: A\npage: 4\n").page_at(4) == "4"
    assert read("The gates fell.").page_at(4) is None


def test_another_comment_is_text_as_ever() -> None:
    assert read("See <!-- here --> it.").text == "See <!-- here --> it."


@given(st.lists(st.sampled_from(["word", "*soft*", "<!-- page 7 -->", "\n\n", "<!-- page 8 -->"]), max_size=12))
def test_words_are_the_same_with_and_without_marks(pieces: list[str]) -> None:
    marked = read("Start. " + " ".join(pieces) + " end")
    bare = read("Start. " + " ".join(p for p in pieces if not p.startswith("<!--")) + " end")
    assert marked.text.split() == bare.text.split()
    assert all(run.end > run.start for block in marked.blocks for run in block.runs)

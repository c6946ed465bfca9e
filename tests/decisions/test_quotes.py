"""A quotation stands in one place, or it is an orphan; it never lands on a look-alike."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.decisions.load import Target
from timeline.decisions.quotes import nearest, occurrences
from timeline.reading.plain import read_plain

TEXT = """The ferry “Aurora” sank on the 4th.

On the 4th  of May, the captain’s son was
found. On the 41st day he left."""


def found(exact: str, prefix: str = "", suffix: str = "") -> list[str]:
    return [TEXT[a:b] for a, b in occurrences(TEXT, Target(exact, prefix, suffix))]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (("sank on the 4th",), ["sank on the 4th"]),
        (("the 4th",), ["the 4th", "the 4th"]),
        (("the 4th", "sank on "), ["the 4th"]),
        (("the 4th", "sank on"), ["the 4th"]),
        (("the 4th", "", " of May"), ["the 4th"]),
        (("the 4th", "", "of May"), ["the 4th"]),
        (("the 4th of May",), ["the 4th  of May"]),
        (("captain's son was found",), ["captain’s son was\nfound"]),
        (('ferry "Aurora"',), ["ferry “Aurora”"]),
        (("  the ferry",), []),
        (("The ferry ",), ["The ferry"]),
        (("the 41",), []),
        (("erry",), []),
        (("the 4th. On",), []),
        (("On the 4th", "on the 4th."), ["On the 4th"]),
        (("sank on", "", "the 4"), []),
        (("“Aurora”", "erry"), []),
        (("the 5th",), []),
        (("T.e ferry",), []),
    ],
)
def test_where_a_quotation_stands(quote: tuple[str, ...], expected: list[str]) -> None:
    assert found(*quote) == expected


def test_the_very_characters_win_over_their_typographic_kin() -> None:
    text = "He said ‘no’ and she said 'no' too."
    (span,) = occurrences(text, Target("'no'"))
    assert span == (text.index("'no'"), text.index("'no'") + 4)


_words = st.lists(st.sampled_from(["on", "the", "4th", "41st", "of", "May", "ferry", "sank."]), min_size=1, max_size=12)


@given(_words, _words, _words)
def test_after_any_edit_it_is_in_one_place_or_in_none(before: list[str], quoted: list[str], after: list[str]) -> None:
    text, quote = " ".join([*before, *quoted, *after]), " ".join(quoted)
    spans = occurrences(text, Target(quote))
    words = [*before, *quoted, *after]
    count = sum(words[n : n + len(quoted)] == quoted for n in range(len(words)))
    assume(not quote.endswith("."))  # a stop is no word, so that "sank." may also be part of no longer word
    assert len(spans) == count
    assert all(text[a:b] == quote for a, b in spans)


def test_candidates_are_found_in_blocks() -> None:
    document = read_plain(TEXT, "a")
    spans = nearest(document, Target("on the 5th of May"))
    assert TEXT[slice(*spans[0])] == "On the 4th  of May"
    assert nearest(document, Target("something else entirely")) == ()

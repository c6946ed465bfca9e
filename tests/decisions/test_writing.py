"""The tool writes into files of people: whatever stands there stays as it is, and stays in force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.authored import files
from timeline.decisions.load import Override, load
from timeline.decisions.writing import appended, beside, entry, remarked, requoted

PATH = "content/overrides.yaml"
NEW = remarked(entry("published", article="ferry", value="1911-03", reason='Said: "no", # 1'), "The ferry")


def read(text: str) -> list[Override]:
    return list(load({PATH: files.plain(text)}, ["ferry", "harbour/plan"]))


def told(override: Override) -> tuple[object, ...]:
    target = override.target
    quote = (target.exact, target.prefix, target.suffix) if target else None
    return override.kind, override.article, quote, override.value, (override.reason or "").rstrip("\n")


AFTER = ("published", "ferry", None, "1911-03", 'Said: "no", # 1')

FILES = {
    "no file yet": "",
    "comments alone": "# nothing yet\n",
    "comments without a line end": "# nothing yet",
    "a mark of the byte order alone": "\ufeff",
    "an empty document": "---\n",
    "an empty list": "[]\n",
    "one entry": "- {kind: withdraw, article: ferry}\n",
    "no final line end": "- kind: withdraw\n  article: ferry",
    "a text at the end": "- kind: withdraw\n  article: ferry\n  reason: |\n    It is\n    wrong.",
    "a text that keeps its blank lines": "- kind: withdraw\n  article: ferry\n  reason: |+\n    Wrong.\n\n\n",
    "indented": "# ours\n\n   - kind: withdraw  # why?\n     article: ferry\n\n# the end\n",
    "a dash on a line of its own": "-\n  kind: withdraw\n  article: ferry\n",
    "an end mark": "---\n- kind: withdraw\n  article: ferry\n...\n# below\n",
    "in brackets": "[{kind: withdraw, article: ferry}]",
    "in brackets on many lines": "[\n  {kind: withdraw, article: ferry},  # a, b]\n]\n# end",
    "Windows": "\ufeff- kind: withdraw\r\n  article: ferry\r\n",
    "Windows, no final line end": "# é\r\n- kind: withdraw\r\n  article: ferry",
    "dashes within a text": "- kind: withdraw\n  article: ferry\n  reason: >\n    - one\n    - two\n",
}


@pytest.mark.parametrize("before", FILES.values(), ids=list(FILES))
def test_an_entry_goes_to_the_end_and_all_else_stays(before: str) -> None:
    after = appended(before, NEW)
    assert after is not None
    overrides = read(after)
    assert list(map(told, overrides)) == [*map(told, read(before)), AFTER]
    assert [o.place for o in overrides[:-1]] == [o.place for o in read(before)]
    kept = iter(after)
    assert all(character in kept for character in before)  # every character, in its order
    assert ("\r\n" in before) == ("\r\n" in after)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in before


def test_what_is_no_list_is_left_alone() -> None:
    assert appended("kind: date\n", NEW) is None


_texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=30)
_words = _texts.filter(str.strip)


@st.composite
def people_s_files(draw: st.DrawFn) -> str:
    """Overrides as different people lay them out."""
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    indent = " " * draw(st.integers(0, 4))
    lines = draw(st.lists(st.sampled_from(["# a note", "", f"{indent}# - kind: date"]), max_size=3))
    for _ in range(draw(st.integers(0, 4))):
        words = draw(_words)
        quote = entry("not-a-date", article="ferry", target={"exact": words}).splitlines()
        block = [*entry("withdraw", article="ferry").splitlines(), "  reason: |", "    It is - a pity.", "    # indeed"]
        flow = ["- {kind: withdraw, article: ferry}  # {"]
        lines += [f"{indent}{line}" for line in draw(st.sampled_from([quote, block, flow]))]
        lines += draw(st.lists(st.sampled_from(["", f"{indent}# so"]), max_size=2))
    end = draw(st.sampled_from(["", line_end]))
    return draw(st.sampled_from(["", "\ufeff"])) + line_end.join(lines) + end


@given(people_s_files(), _words)
def test_whatever_a_file_looks_like_nothing_in_it_is_lost(before: str, words: str) -> None:
    after = appended(before, entry("not-a-date", article="harbour/plan", target={"exact": words}, by="Ann"))
    assert after is not None
    assert after.startswith(before)
    *kept, new = map(told, read(after))
    assert kept == list(map(told, read(before)))
    assert new == ("not-a-date", "harbour/plan", (words, "", ""), None, "")


def quotes(text: str) -> list[tuple[str, str, str]]:
    return [(o.target.exact, o.target.prefix, o.target.suffix) for o in read(text) if o.target]


QUOTED = {
    "plain": "- kind: split\n  article: ferry\n  target:\n    exact: the 4rh of May  # a slip\n    prefix: on\n",
    "in quotes": "- kind: split\n  article: ferry\n  target: {exact: 'the 4rh of May', prefix: on}  # so\n",
    "below": "- kind: split\n  article: ferry\n  target:\n    exact: |-\n      the 4rh\n      of May\n    prefix: on\n",
    "on two lines": "- kind: split\n  article: ferry\n  target:\n    exact: the 4rh\n      of May\n    prefix: on\n",
    "Windows":
        "\ufeff- kind: split\r\n  article: ferry\r\n  target:\r\n    exact: the 4rh of May\r\n    prefix: on\r\n",
}


@pytest.mark.parametrize("before", QUOTED.values(), ids=list(QUOTED))
@pytest.mark.parametrize("words", ["the 4th of May", "the 4th, {of} May", 'so "called": # 4', "a\nb"])
def test_a_quotation_is_changed_and_all_else_stays(before: str, words: str) -> None:
    (place,) = [o.target.place for o in read(before) if o.target]
    after = requoted(before, place.line, place.column, words)
    assert after is not None
    assert quotes(after) == [(words, "on", "")]
    assert after[: after.index("exact:")] == before[: before.index("exact:")]
    assert after.partition("prefix:")[2] == before.partition("prefix:")[2]
    assert ("# a slip" in after) == ("# a slip" in before)


@pytest.mark.parametrize("before", QUOTED.values(), ids=list(QUOTED))
def test_what_stands_after_a_quotation_is_added_beside_it(before: str) -> None:
    (place,) = [o.target.place for o in read(before) if o.target]
    after = beside(before, place.line, place.column, "suffix", "and, then")
    assert after is not None
    assert [(exact.replace("\n", " "), prefix, suffix) for exact, prefix, suffix in quotes(after)] == [
        ("the 4rh of May", "on", "and, then")
    ]

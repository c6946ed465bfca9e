"""YAML that people write: what it means to them, and what they are told where it means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.authored.forms import Form, day, nearest, one_of
from timeline.authored.nodes import Items, Mapping, Scalar, read, read_mapping
from timeline.authored.written import scalar
from timeline.diagnostics import Diagnostic, InputError
from timeline.model import Place


def values(text: str) -> dict[str, str | None]:
    return {key: node.text for key, node in read_mapping(text, "f.yaml").nodes.items() if isinstance(node, Scalar)}


def findings(text: str, first_line: int = 1) -> list[tuple[int, int, str]]:
    with pytest.raises(InputError) as caught:
        read_mapping(text, "f.yaml", first_line)
    return [(d.line, d.column, d.code) for d in caught.value.diagnostics]


@pytest.mark.parametrize("written", ["1961-04-12", "10:30", "no", "yes", "012", "1e3", "0x1f", "1_000", "off", ".5"])
def test_a_scalar_is_what_is_written(written: str) -> None:
    assert values(f"key: {written}") == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_written_is_nothing(written: str) -> None:
    assert values(f"key: {written}") == {"key": None}
    assert values(f"key: '{written}'") == {"key": written}


def test_a_place_counts_from_the_line_where_the_text_begins() -> None:
    mapping = read_mapping("a: 1\nb:\n  - two\n", "f.yaml", first_line=7)
    assert mapping.places["b"] == Place("f.yaml", 8, 1)
    assert mapping.nodes["b"] == Items((Scalar("two", Place("f.yaml", 9, 5)),), Place("f.yaml", 9, 3))


def test_an_empty_text_has_no_keys() -> None:
    assert read_mapping("# only a comment\n", "f.yaml").nodes == {}


def test_all_mistakes_are_told_at_once() -> None:
    assert findings("a: 1\na: 2\nb: &x 3\nc: *x\n<<: {d: 4}\ne: !!python/name:os.system\n") == [
        (2, 1, "duplicate-key"),
        (3, 4, "anchor"),
        (4, 4, "alias"),
        (5, 1, "bad-key"),
        (6, 4, "tag"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: War: a history", (1, 11, "yaml")),
        ("a: 1\ntitle: 'open", (2, 8, "yaml")),
        ("a:\n\tb: 1", (2, 1, "yaml")),
        ("title: *very* good", (1, 13, "yaml")),
        ("- a\n- b", (1, 1, "no-mapping")),
        ("only words", (1, 1, "no-mapping")),
        ("a: 1\n---\nb: 2", (2, 1, "two-documents")),
        ("a: 1\nb: \x00", (2, 4, "bad-character")),
        ("b: \udc80", (1, 4, "bad-character")),
        ("a: " + "[" * 100_000, (1, 23, "too-deep")),
        ("x" * 4_000_001, (0, 0, "too-large")),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> theirs\n", (1, 1, "conflict")),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n", (2, 1, "conflict")),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, expected: tuple[int, int, str]) -> None:
    assert findings(text) == [expected]


def test_a_syntax_error_says_what_to_write() -> None:
    with pytest.raises(InputError, match="needs quotes"):
        read("title: War: a history", "f.yaml")


def test_nested_deeper_than_anybody_writes() -> None:
    block = "\n".join("  " * n + "a:" for n in range(25))
    assert findings(block) == [(21, 41, "too-deep")]


def form(text: str, *keys: str) -> tuple[Form, list[Diagnostic]]:
    noted: list[Diagnostic] = []
    return Form(read_mapping(text, "f.yaml"), keys, noted), noted


def test_an_unknown_key_names_the_nearest() -> None:
    _, noted = form("titel: x\nzzz: y\n", "title", "url")
    assert [(d.line, d.message, d.hint) for d in noted] == [
        (1, "unknown key 'titel'", "write 'title'"),
        (2, "unknown key 'zzz'", "known are title, url"),
    ]


def test_getters_give_values_or_findings() -> None:
    filled, noted = form(
        "name: x\ntags: [a, b]\nmany: [a, [b]]\ngroup: {a: 1}\nday: 1961-04-31\nmode: ful\none: [a]\nempty:\n",
        "name", "tags", "many", "group", "day", "mode", "one", "empty",
    )  # fmt: skip
    assert (filled.text("name"), filled.text("absent"), filled.texts("tags")) == ("x", None, ("a", "b"))
    assert filled.texts("name") == ("x",)
    assert filled.texts("empty") == ()
    assert isinstance(filled.mapping("group"), Mapping)
    assert noted == []
    assert filled.texts("many") == ()
    assert filled.mapping("name") is None
    assert filled.checked("day", day) is None
    assert filled.checked("mode", one_of("full", "none")) is None
    assert filled.text("one") is None
    assert filled.required("empty") is False
    assert filled.required("name") is True
    assert [(d.line, d.column, d.code) for d in noted] == [
        (3, 11, "no-text"),
        (1, 7, "no-mapping"),
        (5, 6, "bad-day"),
        (6, 7, "bad-mode"),
        (7, 6, "no-text"),
        (8, 7, "missing-key"),
    ]
    assert noted[3].hint == "write 'full'"


def test_nearest_does_not_mind_capitals() -> None:
    assert nearest("Publisher", ["publisher", "url"]) == "publisher"
    assert nearest("qqq", ["publisher", "url"]) is None


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_text_written_into_yaml_is_read_back(text: str) -> None:
    assert values(f"key: {scalar(text)}\n") == {"key": text}


@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t<~", max_size=60))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    lines = text.count("\n") + 1
    told: tuple[Diagnostic, ...] = ()
    try:
        read(text, "f.yaml")
    except InputError as refused:
        told = refused.diagnostics
    assert all(d.path == "f.yaml" and 1 <= d.line <= lines + 1 for d in told)

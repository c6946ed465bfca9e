"""What is kept beside the bytecode: the same as made anew, and harmless whatever becomes of its file."""

import re

import pytest

from timeline import kept
from timeline.kept import _Store

EXPRESSIONS = [
    (r"\b(?:mon|tues)day\b", re.NOFLAG),
    (r"(?P<day>\d{1,2})\.\s?(?P<month>\d\d?)(?!\d)", re.NOFLAG),
    (r"(?<=[a-z])ß|[^\W\d_]+(?>x{1,3})", re.IGNORECASE),
    (r"(?i:é|[à-ü])$", re.MULTILINE),
]


@pytest.mark.parametrize(("regex", "flags"), EXPRESSIONS)
def test_an_expression_is_what_re_makes_of_it(regex, flags):
    for made in (kept.pattern(regex, flags), kept.pattern(regex, flags)):
        assert made == re.compile(regex, flags)
        assert made.groupindex == re.compile(regex, flags).groupindex


def test_an_expression_finds_with_its_groups():
    found = kept.pattern(r"(?P<day>\d{1,2})\.(?P<month>\d\d?)").search("am 24.12 um acht")

    assert found is not None
    assert (found["day"], found["month"], found.lastgroup) == ("24", "12", "month")


def test_a_slip_in_an_expression_is_told():
    with pytest.raises(re.error):
        kept.pattern("(a")


def test_what_one_run_has_made_the_next_one_finds(tmp_path):
    first = _Store(str(tmp_path / "x.kept"))
    first.get(("words", "mon tue", 1), lambda: ["mon", "tue"])
    first.write()

    assert _Store(str(tmp_path / "x.kept")).get(("words", "mon tue", 1), _never) == ["mon", "tue"]


def test_another_edition_is_made_anew(tmp_path):
    store = _Store(str(tmp_path / "x.kept"))
    store.get(("words", "mon", 1), lambda: "old")

    assert store.get(("words", "mon", 2), lambda: "new") == "new"


@pytest.mark.parametrize("content", [b"", b"no marshal", b"\xe9\x00\x00\x00"])
def test_a_broken_file_is_as_good_as_none(tmp_path, content):
    (tmp_path / "x.kept").write_bytes(content)

    assert _Store(str(tmp_path / "x.kept")).get(("words", "mon", 1), lambda: 1) == 1


def test_where_nothing_can_be_written_nothing_fails(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = _Store(str(tmp_path / "file" / "x.kept"))
    store.get(("words", "mon", 1), lambda: 1)

    store.write()

    assert (tmp_path / "file").read_text() == "in the way"


def _never():
    raise AssertionError("it was made before")


@pytest.mark.parametrize("text", ["at 7:30", "7:30", "noon"])
def test_what_is_asked_of_an_expression_is_as_re_answers(text):
    for asked, of_re in ((kept.search, re.search), (kept.match, re.match), (kept.fullmatch, re.fullmatch)):
        found, expected = asked(r"\d:\d\d", text), of_re(r"\d:\d\d", text)
        assert (found and found.span()) == (expected and expected.span())

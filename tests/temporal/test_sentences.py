"""Sentences with the dates that they give: the files of `sentences/`, which are there to be read."""

import pytest

from timeline.algebra.edtf import is_edtf
from timeline.frozen import replace

from .sentence_files import FOLDER, Case, Told, annotated, cases, tells

NOT_YET = FOLDER / "not-yet.md"
RIGHT = [case for path in sorted(FOLDER.glob("*.md")) if path != NOT_YET for case in cases(path)]


def params(found: list[Case]) -> list[object]:
    return [pytest.param(case, id=case.place) for case in found]


def differences(case: Case) -> list[str]:
    """What is told otherwise than expected; a doubt may be told where none is expected, and costs in the sum below."""
    expected, found = case.expected or (), tells(case)
    if len(expected) == len(found):
        found = tuple(replace(f, doubt=f.doubt and e.doubt) for e, f in zip(expected, found, strict=True))
    return [f"- {t}" for t in expected if t not in found] + [f"+ {t}" for t in found if t not in expected]


@pytest.mark.parametrize("case", params(RIGHT))
def test_a_sentence_tells_what_it_should(case: Case) -> None:
    assert not differences(case), f"{case.text}\n" + "\n".join(differences(case))


@pytest.mark.parametrize("case", params(cases(NOT_YET)))
def test_a_sentence_is_not_yet_told_rightly(case: Case) -> None:
    assert differences(case), f"“{case.text}” is right now: move it to the file of its theme"


def test_few_right_answers_are_doubted() -> None:
    told = [(e, f) for case in RIGHT for e, f in zip(case.expected or (), tells(case), strict=True)]
    doubted = [f"{found.words} → {found.value}" for expected, found in told if found.doubt and not expected.doubt]

    assert len(doubted) <= 0.05 * len(told), "\n".join(doubted)


@pytest.mark.parametrize("case", params(RIGHT))
def test_a_value_is_edtf_and_says_how_it_came_about(case: Case) -> None:
    for timex in annotated(case.text, case.meta):
        assert timex["edtf"] is None or is_edtf(timex["edtf"])
        assert timex["trace"][0] == f"“{timex['text']}”"
        assert case.text[timex["start"] : timex["end"]] == timex["text"]


# ---------------------------------------------------------------- the files themselves
def test_a_slip_in_a_file_is_told_with_its_line(tmp_path) -> None:
    path = tmp_path / "slip.md"
    for text, said in [
        ("> A sentence.\n", "slip.md:1: nothing is expected"),
        ("Published: 2019-05-15 (Friday)\n", "slip.md:1: 2019-05-15 was no Friday"),
        ("> On Monday.\n\n- Monday 2019-05-13\n", "slip.md:3: '- Monday 2019-05-13' is not of the form"),
    ]:
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=said):
            cases(path)


def test_a_line_says_words_value_mod_edtf_and_doubt(tmp_path) -> None:
    path = tmp_path / "one.md"
    path.write_text("> Early.\n\n- early May → 2019-05 START (none), in doubt\n- May → 2019-05\n", encoding="utf-8")

    assert cases(path)[0].expected == (
        Told("early May", "2019-05", "START", None, True),
        Told("May", "2019-05", None, "2019-05"),
    )

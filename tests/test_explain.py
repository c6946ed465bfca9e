"""`timeline explain`: what is told of an expression, and how it looks."""

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

from .temporal.sentence_files import FOLDER, cases

SENTENCES = [case for path in sorted(FOLDER.glob("*.md")) for case in cases(path) if not case.meta.genre]


def explain(text: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["explain", "--text", text, "--today", "2025-01-01", *options])


def told(text: str, *options: str) -> dict[str, list[str]]:
    """What is said of the last expression of a sentence, by its labels."""
    rows: dict[str, list[str]] = {}
    label = ""
    for line in explain(text, "--published", "2019-05-15", *options).output.split("\n\n")[-1].splitlines()[1:]:
        label = line[2:14].strip() or label
        rows.setdefault(label, []).append(line[14:])
    return rows


def test_an_expression_is_told_from_words_to_value(root):
    rows = told("The orchestra will play next Thursday.")

    assert rows["rule"][0].startswith("relative-weekday (timeline/language/en/rules/")
    assert rows["rule"][1:] == ["[ the ] REL ( WEEKDAY | DAYABBR:weekday ) [ PART ]"]
    assert "“Thursday” by weekday: shorter" in rows["instead of"]
    assert rows["says"] == ["Occurrence(fields=Fields(weekday=4), n=1, base=Publication())"]
    assert rows["steps"] == ["counted from publication on 15 May 2019", "16 May 2019"]
    assert rows["value"] == ["DATE 2019-05-16"]
    assert rows["EDTF"] == ["2019-05-16"]
    assert rows["near"][0].startswith("2019-05-23: ")
    assert rows["doubt"]


def test_the_place_of_a_rule_is_where_it_stands(root):
    place = told("She left yesterday.")["rule"][0].partition("(")[2].rstrip(")")

    path, _, line = place.partition(":")
    assert '"day-deictic"' in "\n".join((root / path).read_text().splitlines()[int(line) - 1 : int(line) + 3])


def test_the_word_that_tells_the_direction_is_named():
    assert told("The board met on Monday.")["direction"] == ["“met” looks back"]
    assert told("The board will meet on Monday.")["direction"] == ["“will meet” looks ahead"]


def test_what_another_date_is_counted_from_is_named():
    assert told("The pier burned on 3 April. Two days later it fell.")["leans on"] == ["“3 April”"]
    assert told("It was open from March to June 2016.")["ends"] == ["the stretch that “March” begins"]


def test_what_looks_like_a_date_and_is_none_is_told_with_the_rule_that_says_so():
    said = explain("Mrs May spoke.", "--published", "2019-05-15").output

    assert "Left alone" in said
    assert "“May”: month (timeline/language/en/rules/" in said


def test_a_sentence_without_words_about_time_is_told_too():
    assert "There are no words about time in it." in explain("Nobody spoke.").output


def test_without_a_date_of_publication_the_value_stays_open():
    rows = explain("The pier burned on the 10th.").output

    assert "publication, which is not known" in rows
    assert "DATE XXXX-XX-10" in rows


def test_a_language_may_be_named():
    assert told("The pier was closed on 03/04/2016.", "--language", "en-US")["EDTF"] == ["2016-03-04"]
    assert told("The pier was closed on 03/04/2016.", "--language", "en-GB")["EDTF"] == ["2016-04-03"]


@pytest.mark.parametrize("published", ["soon", "2019-02-30", "2019-05-15T99:99", ""])
def test_a_date_of_publication_that_is_none_is_refused(published):
    result = explain("On Monday.", "--published", published)

    assert result.exit_code == 2
    assert f"'{published}' is no date; write 2023-12-10" in result.output


def test_any_sentence_fits_a_narrow_window():
    for case in SENTENCES:
        published = ("--published", case.meta.published) if case.meta.published else ()
        result = explain(case.text, *published)

        assert result.exit_code == 0, result.output
        assert not [line for line in result.output.splitlines() if len(line) > 80 and not line.startswith("“")]

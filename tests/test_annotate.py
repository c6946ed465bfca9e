"""`timeline annotate`: lines in, lines out; what is wrong with one concerns that one."""

import gc
import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner, Result

from timeline.annotate import Record, annotate, parse_record
from timeline.cli import main

GOOD = {"id": "good", "text": "The board met on Monday.", "published": "2019-05-15"}


def run(*lines: Any, options: tuple[str, ...] = ()) -> Result:
    """The command, given those lines on its standard input."""
    raw = [ln if isinstance(ln, bytes) else (ln if isinstance(ln, str) else json.dumps(ln)).encode() for ln in lines]
    return CliRunner().invoke(main, ["annotate", "--today", "2020-01-01", *options], input=b"\n".join(raw) + b"\n")


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_document_is_dated():
    (answer,) = answers(run(GOOD))

    assert answer["id"] == "good"
    assert answer["published"] == {
        "earliest": "2019-05-15",
        "latest": "2019-05-15",
        "best": "2019-05-15",
        "basis": "given",
        "evidence": answer["published"]["evidence"],
        "alternatives": [],
    }
    (timex,) = answer["timexes"]
    assert timex["trace"]
    del timex["trace"]
    assert timex == {
        "start": 17,
        "end": 23,
        "text": "Monday",
        "type": "DATE",
        "value": "2019-05-13",
        "edtf": "2019-05-13",
        "doubt": None,
    }


def test_traces_can_be_left_out():
    (answer,) = answers(run(GOOD, options=("--no-trace",)))

    assert [timex["trace"] for timex in answer["timexes"]] == [[]]


def test_answers_come_in_the_order_of_the_lines_also_where_some_belong_together():
    ids = ["c", "a", "b", "d", "e"]
    shared = {"c": "x", "b": "x", "a": None, "d": "y", "e": "x"}

    result = run(*({"id": i, "text": "It rained on the 10th.", "collection": shared[i]} for i in ids))

    assert [answer["id"] for answer in answers(result)] == ids


def test_a_mark_at_the_beginning_of_the_file_and_empty_lines_are_passed_over():
    result = run(b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), "", "   ", GOOD)

    assert result.exit_code == 0
    assert len(answers(result)) == 2


# ---------------------------------------------------------------- lines that cannot be used
BAD = {
    "not UTF-8": (b'{"id": "a", "text": "On \xff Monday"}', "this line is not UTF-8"),
    "a raw NUL": (b'{"id": "a", "text": "On \x00Monday"}', "no JSON"),
    "no JSON": ("On Monday.", "no JSON"),
    "half an object": ('{"id": "a", "text": "On Mon', "no JSON"),
    "nested without end": ("[" * 200_000, "no JSON"),
    "an endless number": ('{"id": "a", "text": "b", "n": ' + "9" * 5000 + "}", "no JSON"),
    "a list": ('["On Monday."]', "no JSON object"),
    "no text": ('{"id": "a"}', "'id' and 'text'"),
    "a number as id": ('{"id": 5, "text": "On Monday."}', "'id' and 'text'"),
    "a lone surrogate in the text": ('{"id": "a", "text": "On \\ud800 Monday"}', "'text' holds half a character"),
    "a lone surrogate in the id": ('{"id": "\\udfff", "text": "On Monday"}', "'id' holds half a character"),
    "a publication date in words": ('{"id": "a", "text": "b", "published": "soon"}', "'published' is no date: 'soon'"),
    "a day no calendar has": ('{"id": "a", "text": "b", "published": "2019-02-30"}', "'published' is no date"),
    "an hour no clock has": ('{"id": "a", "text": "b", "published": "2019-05-15T25:99"}', "'published' is no date"),
    "a year too far off": ('{"id": "a", "text": "b", "published": "Y99999"}', "'published' is no date"),
    "no days at all": ('{"id": "a", "text": "b", "published": "XXXX-10-07"}', "'published' is no date"),
    "a number as date": ('{"id": "a", "text": "b", "published": 20190515}', "'published' is no string"),
    "a day of retrieval that is none": ('{"id": "a", "text": "b", "retrieved": "never"}', "'retrieved' is no date"),
    "an unknown genre": ('{"id": "a", "text": "b", "genre": "poem"}', "'genre' is 'poem'"),
    "an unknown language": ('{"id": "a", "text": "b", "language": "xx-YY"}', "'language' is 'xx-YY'"),
    "a language of no tag": ('{"id": "a", "text": "b", "language": "en_GB"}', "'language' is 'en_GB'"),
    "an unknown zone": ('{"id": "a", "text": "b", "timezone": "Asia/Soul"}', "'Asia/Soul' is no time zone"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(name):
    line, message = BAD[name]

    result = run(GOOD, line, GOOD)

    assert result.exit_code == 1
    assert [answer["id"] for answer in answers(result)] == ["good", "good"]
    assert result.stderr.startswith("<stdin>:2:")
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.count("error:") == 1


# ---------------------------------------------------------------- texts that are odd, not bad
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   \n\n ", []),
        ("The board met on\u0000Monday\u0000.", ["Monday"]),
        ("The board met on \u202eMonday\u202c, \u2066the 13th\u2069.", ["Monday\u202c, \u2066the 13th"]),
        ("It was dated February 30, 2017.", []),
        ("It was dated 31 April 2017, 2017-13-01 and 99/99/2017.", []),
        ("It was dated the 32nd.", []),
        ("The year 10000000000000000000000 is far off.", []),
    ],
)
def test_an_odd_text_is_answered_like_any_other(text, expected):
    result = run({**GOOD, "text": text})

    assert result.exit_code == 0, result.stderr
    (answer,) = answers(result)
    assert [t["text"] for t in answer["timexes"]] == expected
    assert all(text[t["start"] : t["end"]] == t["text"] for t in answer["timexes"])


@pytest.mark.parametrize(
    ("published", "best"),
    [
        ("2019-05-15", "2019-05-15"),
        ("2019-05-15T23:30:00+09:00", "2019-05-15"),
        ("2019-05-15 23:30Z", "2019-05-15"),
        ("-0044-03-15", "-0044-03-15"),
        ("1912-04", None),
        ("1934", None),
        ("2019-05-10/2019-05-15", None),
    ],
)
def test_a_publication_date_may_be_a_day_a_moment_or_a_window(published, best):
    (answer,) = answers(run({**GOOD, "published": published}))

    assert answer["published"]["basis"] == "given"
    assert answer["published"]["best"] == best


def test_a_plain_text_waits_for_nothing_that_it_does_not_need():
    others = ("dateparser", "holidays", "markdown_it", "zoneinfo", "timeline.events", "timeline.temporal.joint")
    program = f"""
import sys
from datetime import date
from timeline.annotate import annotate, parse_record
record = parse_record('{{"id": "a", "text": "The board met on Monday.", "published": "2019-05-15"}}', 1)
assert [t["value"] for t in next(annotate([record], date(2020, 1, 1)))["timexes"]] == ["2019-05-13"]
print(*sorted(name for name in {others!r} if name in sys.modules))
"""

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == []


def test_reading_leaves_nothing_that_refers_to_itself():
    text = "The board met on Monday. On 3 May it will meet again, two days before the vote. Ramadan was in June 2016.\n"
    lines = [GOOD, {"id": "undated", "text": text * 20}, {**GOOD, "text": text * 20, "genre": "narrative"}]
    run(*lines)  # what is loaded and kept for ever
    records = [found for n, line in enumerate(lines) if isinstance(found := parse_record(json.dumps(line), n), Record)]
    gc.collect()
    answers = [answer["timexes"] for answer in annotate(records, date(2020, 1, 1))]

    assert all(answers)
    assert gc.collect() == 0  # the command does without the collector

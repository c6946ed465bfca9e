"""`timeline check`: what there is to settle in a project, in which order, and that the line to write settles it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from timeline.checking import findings
from timeline.cli import main
from timeline.model import Change, Decision, Decisions, Event, Place, Timeline

#: No year fits better than another, and two sentences hang on the day.
UNKNOWN = """\
---
title: Ferry runs aground
retrieved: 2021-06-01
---

The ferry of Larne Sound ran aground on Friday. The harbour master was questioned on Saturday.
"""
GIVEN = """\
---
title: Mill sold
published: 2021-05-20
---

The old mill of Brackwater was sold on Tuesday.
"""
NUMERIC = """\
---
title: A tower
published: 2021-05-20
---

The tower of Brackwater was closed on 03/04/2021.
"""
BY_POLICY = """\
---
title: A bakery
retrieved: 2021-06-01
---

The bakery of Oxhill burned down on Tuesday, May 14. The baker was taken to hospital on Wednesday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    return tmp_path


def write(folder: Path, **articles: str) -> None:
    for name, text in articles.items():
        (folder / "content/articles" / f"{name}.md").write_text(text)


def check(folder: Path, status: int = 1) -> list[dict[str, Any]]:
    options = ["check", "--project", str(folder), "--today", "2022-02-01", "--format", "json"]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == status, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def codes(folder: Path) -> list[str]:
    return [finding["code"] for finding in check(folder)]


def test_nothing_to_settle_is_said_with_status_0(folder):
    write(folder, mill=GIVEN)

    result = CliRunner().invoke(main, ["check", "--project", str(folder), "--today", "2022-02-01"])

    assert (result.exit_code, result.stdout) == (0, "nothing to settle\n")
    assert check(folder, status=0) == []


def test_the_line_stands_below_its_place(folder):
    write(folder, ferry=UNKNOWN)

    said = CliRunner().invoke(main, ["check", "--project", str(folder), "--today", "2022-02-01"]).stdout.splitlines()

    assert said[0].startswith("content/articles/ferry.md:2: nothing tells when this was published")
    assert said[1] == "    published: YYYY-MM-DD"


def test_an_unknown_publication_date_is_settled_by_its_line(folder):
    write(folder, ferry=UNKNOWN)
    (finding,) = check(folder)
    assert finding["code"] == "unknown-publication"
    assert finding["settles"] >= 2  # "on Friday", "on Saturday"

    line = finding["write"].replace("YYYY-MM-DD", "2021-05-31")
    write(folder, ferry=UNKNOWN.replace("---\n", f"---\n{line}\n", 1))

    assert check(folder, status=0) == []


def test_what_settles_more_comes_first(folder):
    more = UNKNOWN.rstrip() + " The court sits on Monday, and the owners met on Sunday.\n"
    write(folder, a_ferry=UNKNOWN, b_ferry=more.replace("Larne Sound", "Quell Bay").replace("harbour master", "pilot"))

    found = check(folder)

    assert found[0]["place"]["path"] == "content/articles/b_ferry.md"
    assert [finding["settles"] for finding in found] == sorted((f["settles"] for f in found), reverse=True)


def test_a_year_by_policy_is_named_with_the_other_years(folder):
    write(folder, bakery=BY_POLICY)

    (finding,) = check(folder)

    assert finding["code"] == "inferred-publication"
    assert finding["write"] == "published: 2019-05-15"  # a Wednesday, the day after a 14 May that is a Tuesday
    assert "15 May 2013" in finding["message"]


def test_a_stated_date_that_the_text_contradicts_is_told_where_it_stands(folder):
    text = GIVEN.replace("was sold on Tuesday", "was sold on 2 June 2021")
    write(folder, mill=text)

    (finding,) = check(folder)

    assert (finding["code"], finding["write"]) == ("contradicted-publication", "published: 2021-06-02")
    assert finding["place"]["line"] == 3
    assert "2021-05-20" in finding["message"]
    assert "2 June 2021" in finding["message"]


def test_a_contradicted_date_settles_only_what_would_come_to_something_else(folder):
    text = GIVEN.rstrip() + " It was restored on 2 June 2021. The guild met in 2019 and on 4 May 2020.\n"
    write(folder, mill=text)

    (finding,) = check(folder)

    # "on Tuesday" and its entry move; whole dates stay what they are
    assert finding["settles"] == 2


def test_a_date_to_come_is_doubted_with_the_day_that_it_is(folder):
    write(folder, mill=GIVEN.replace("2021-05-20", "2201-05-20"))

    (finding,) = check(folder)

    assert (finding["code"], finding["write"]) == ("contradicted-publication", "published: YYYY-MM-DD")
    assert "2201-05-20" in finding["message"]
    assert "later than 1 February 2022, today" in finding["message"]


def test_a_date_after_the_day_of_retrieval_is_doubted(folder):
    write(folder, mill=GIVEN.replace("published: 2021-05-20", "published: 2021-05-20\nretrieved: 2021-05-02"))

    (finding,) = check(folder)

    assert "later than 2 May 2021, the day it was retrieved" in finding["message"]


def test_a_stamp_to_come_is_doubted_too(folder):
    text = UNKNOWN.replace("The ferry", "Published: 3 December 2201\n\nThe ferry", 1)
    write(folder, ferry=text)

    doubted = next(f for f in check(folder) if f["code"] == "contradicted-publication")

    assert doubted["message"] == "the stamp “3 December 2201” is later than 1 June 2021 and is not believed"
    assert doubted["write"] == "published: YYYY-MM-DD"


IN_SEOUL = """\
---
title: Mill sold
publisher: The Seoul Courier
published: 2021-05-20T22:30:00Z
---

The old mill of Brackwater was sold today.
"""


def test_a_moment_that_is_another_day_where_the_publisher_is_wants_its_zone(folder):
    write(folder, mill=IN_SEOUL)
    (finding,) = check(folder)
    assert (finding["code"], finding["write"]) == ("publication-zone", "timezone: Asia/Seoul")
    assert "on 21 May 2021 if the zone of its publisher, “Seoul”, is its own" in finding["message"]
    assert finding["settles"] == 2  # "today", and the sale

    for zone in ("Asia/Seoul", "UTC"):
        write(folder, mill=IN_SEOUL.replace("publisher:", f"timezone: {zone}\npublisher:"))
        assert check(folder, status=0) == []


def test_that_it_is_another_day_elsewhere_stands_on_its_page(folder):
    write(folder, mill=IN_SEOUL)

    CliRunner().invoke(main, ["build", "--project", str(folder), "--today", "2022-02-01"])

    for page in ("articles/mill.html", "sources.html"):
        assert "that is 07:30 on 21 May 2021" in (folder / "site" / page).read_text()


def test_a_build_warns_of_a_contradiction_and_a_strict_one_fails(folder):
    write(folder, mill=GIVEN.replace("was sold on Tuesday", "was sold on 2 June 2021"))
    options = ["build", "--project", str(folder), "--today", "2022-02-01"]

    told = CliRunner().invoke(main, options)
    strict = CliRunner().invoke(main, [*options, "--strict"])

    assert told.exit_code == 0
    where = "content/articles/mill.md:3:1: warning: "
    assert where + "front matter: 2021-05-20; “2 June 2021” is told as past" in told.output
    assert "is it “published: 2021-06-02”?" in told.output
    assert strict.exit_code != 0


def test_the_day_after_is_a_matter_of_zones(folder):
    write(folder, mill=GIVEN.replace("published: 2021-05-20", "published: 2021-05-20\nretrieved: 2021-05-19"))

    assert check(folder, status=0) == []


def test_an_article_without_any_day_should_say_when_it_was_retrieved(folder):
    write(folder, ferry=UNKNOWN.replace("retrieved: 2021-06-01\n", ""))

    last = check(folder)[-1]

    assert (last["code"], last["write"]) == ("no-day-of-retrieval", "retrieved: 2022-02-01")


def test_where_there_is_no_front_matter_the_line_comes_with_its_dashes(folder):
    write(folder, ferry=UNKNOWN.split("---\n\n")[1])

    assert {(f["place"]["line"], f["write"]) for f in check(folder)} == {
        (1, "---\npublished: YYYY-MM-DD\n---"),
        (1, "---\nretrieved: 2022-02-01\n---"),
    }


def test_digits_that_can_be_read_either_way_are_settled_by_the_language(folder):
    write(folder, tower=NUMERIC)
    (finding,) = check(folder)
    assert finding["code"] == "numeric-order"

    write(folder, tower=NUMERIC.replace("title:", f"{finding['write']}\ntitle:"))

    assert check(folder, status=0) == []


def test_a_doubtful_date_is_settled_by_its_entry(folder):
    write(folder, mill=GIVEN.replace("was sold on Tuesday", "will be shown on Thursday"))  # of that week, or the next
    (finding,) = check(folder)
    assert finding["code"] == "doubtful-date"
    assert finding["place"] == {"path": "content/articles/mill.md", "line": 6, "column": 0}

    (folder / "content/overrides.yaml").write_text(finding["write"] + "\n")

    assert check(folder, status=0) == []


def test_words_that_nobody_has_written_make_an_orphan(folder):
    write(folder, mill=GIVEN)
    entry = "- kind: date\n  article: mill\n  target: {exact: on Sunday}\n  value: 2021-05-16\n"
    (folder / "content/overrides.yaml").write_text(entry)

    assert codes(folder) == ["orphan"]


def test_an_accepted_entry_that_the_build_would_change_names_the_line_that_takes_it_anew():
    change = Change("e1", "title", "Mill sold", "Mill given away")
    event = Event("e1", "Mill sold", "2021-05-18", None, "event", 1.0, (), status="accepted", withheld=(change,))
    acceptance = Decision("accept", events=("e1",), on="2021-06-01", place=Place("content/overrides.yaml", 7, 3))

    (finding,) = findings(Timeline("", (), (event,)), Decisions((acceptance,)), (), date(2022, 2, 1))

    assert (finding.code, finding.place.line, finding.write) == ("accepted-differs", 7, "timeline decide accept e1")

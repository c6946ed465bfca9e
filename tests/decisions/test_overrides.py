"""Files of overrides: read, checked, attached; and what people are told."""

import pytest

from timeline.decisions.attach import attach
from timeline.decisions.kind import all_kinds
from timeline.decisions.load import Override, load
from timeline.diagnostics import InputError
from timeline.model import Decision, Document, Place
from timeline.reading.article import read_article

FILE = "content/overrides.yaml"

ARTICLE = """\
---
title: The ferry
---

The ferry sank on the 4th, said the harbour.

It was raised on the 4th of May.
"""


@pytest.fixture
def ferry() -> Document:
    return read_article(ARTICLE.encode(), "ferry", "content/articles/ferry.md")


def read(text: str) -> tuple[Override, ...]:
    return load({FILE: text}, ["ferry", "harbour/plan"])


def told(text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(InputError) as refused:
        read(text)
    assert {d.path for d in refused.value.diagnostics} == {FILE}
    return [(d.line, d.column, d.code, d.hint) for d in refused.value.diagnostics]


def test_the_kinds_there_are() -> None:
    assert {name: kind.stages for name, kind in all_kinds().items()} == {
        "accept": ("identify",),
        "apart": ("corefer",),
        "date": ("recognise", "anchor", "resolve"),
        "event": ("identify",),
        "event-date": ("identify",),
        "event-kind": ("identify",),
        "hide": ("identify",),
        "hold": ("identify",),
        "image": ("identify",),
        "language": ("read",),
        "merge": ("link", "corefer"),
        "move-citation": ("corefer",),
        "not-a-date": ("recognise",),
        "not-an-event": ("extract",),
        "note": ("identify",),
        "published": ("anchor",),
        "split": ("corefer",),
        "tags": ("identify",),
        "timezone": ("read",),
        "title": ("identify",),
        "withdraw": ("read",),
    }


def test_each_kind_becomes_a_decision(ferry: Document) -> None:
    overrides = read("""\
- kind: date
  article: ferry
  target: {exact: on the 4th, suffix: ", said"}
  value: 4 March 1911
  reason: The log says so.
  by: Ann
  on: 2020-02-03
- kind: not-a-date
  article: ferry
  target:
    exact: the 4th of May
- kind: published
  article: ferry
  value: 1911-03
- kind: merge
  events: [k3f9x2, p77qd1]
""")
    decisions, findings = attach(overrides, [ferry])
    at, later = ferry.text.index("on the 4th"), ferry.text.index("the 4th of May")
    assert findings == ()
    assert decisions.all == (
        Decision(
            "date", "ferry", (at, at + 10), (), "1911-03-04", "The log says so.", "Ann", "2020-02-03", Place(FILE, 1, 3)
        ),
        Decision("not-a-date", "ferry", (later, later + 14), place=Place(FILE, 8, 3)),
        Decision("published", "ferry", value="1911-03", place=Place(FILE, 12, 3)),
        Decision("merge", events=("k3f9x2", "p77qd1"), place=Place(FILE, 15, 3)),
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [("1911-03-04", "1911-03-04"), ("1911-03~", "1911-03~"), ("1911-03-04/1911-03-06", "1911-03-04/1911-03-06"),
     ("XXXX-03-04", "XXXX-03-04"), ("March 1911", "1911-03"), ("about 1911", "1911~"),
     ("8 to 10 May 1911", "1911-05-08/1911-05-10"),
     ("30 May – 2 June 1911", "1911-05-30/1911-06-02"), ("30 December 1911 to 2 January 1912", "1911-12-30/1912-01-02"),
     ("1911-05-08 to 1911-05-10", "1911-05-08/1911-05-10"), ("unknown", "XXXX-XX-XX"),
     ("8-10 May 1911", "1911-05-08/1911-05-10"), ("May 8 to 10, 1911", "1911-05-08/1911-05-10"),
     ("from 8 to 10 May 1911", "1911-05-08/1911-05-10"), ("not known", "XXXX-XX-XX"),
     ("10.5.1911", "1911-05-10"), ("Wednesday, 10 May 1911", "1911-05-10"), ("Monday, 10 May 1911", None),
     ("between 8 and 10 May 1911", None), ("5/10/1911", None), ("31.2.1911", None),
     ("10 to 8 May 1911", None), ("012-03-04", None), ("soon", None), ("the 4th", None),
     ("1911-02-30", None), ("no", None)],
)  # fmt: skip
def test_a_date_is_edtf_or_words(written: str, value: str | None) -> None:
    text = f"- kind: date\n  article: ferry\n  target: {{exact: x}}\n  value: {written}\n"
    if value is None:
        assert [finding[:3] for finding in told(text)] == [(4, 10, "bad-value")]
    else:
        assert read(text)[0].value == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("10. Dezember 2023", "2023-12-10"), ("etwa 1911", "1911~"), ("8. bis 10. Mai 1911", "1911-05-08/1911-05-10"),
     ("unbekannt", "XXXX-XX-XX"), ("10.12.2023", "2023-12-10"), ("Montag, 10. Dezember 2023", None)],
)  # fmt: skip
def test_words_are_of_the_language_of_the_project(written: str, value: str | None) -> None:
    text = f"- {{kind: published, article: ferry, value: '{written}'}}"
    if value in (None, "XXXX-XX-XX"):  # nobody can say that an article was published on no day
        with pytest.raises(InputError):
            load({FILE: text}, ["ferry"], "de")
    else:
        assert load({FILE: text}, ["ferry"], "de")[0].value == value


def test_an_empty_file_decides_nothing() -> None:
    assert read("# nothing yet\n") == ()


def test_all_mistakes_at_once_with_the_nearest_right_word() -> None:
    text = """\
- kind: dat
- kind: date
  artikel: ferry
  target: {exact: x, sufix: y}
  vale: 1911
- kind: published
  article: fery
  value: XXXX-03-04
- kind: published
  article: ferry.md
  value: 1911
  on: yesterday
- kind: not-a-date
  article: ferry
  target: the 4th
- kind: merge
  events: [k3f9x2]
- merge
- reason: none
"""
    assert told(text) == [
        (1, 9, "unknown-kind", "write 'date'"),
        (2, 3, "missing-key", "write article: …"),
        (2, 3, "missing-key", "write value: …"),
        (3, 3, "unknown-key", "write 'article'"),
        (4, 22, "unknown-key", "write 'suffix'"),
        (5, 3, "unknown-key", "write 'value'"),
        (7, 12, "bad-article", "write 'ferry'"),
        (8, 10, "bad-value", "write 2023-12-10, 2023-12 or 2023"),
        (10, 12, "bad-article", "write 'ferry'"),
        (12, 7, "bad-on", "write year-month-day, as in 2023-12-10"),
        (15, 11, "no-mapping", "write target: {…: …}"),
        (17, 11, "bad-events", "write events: [first, second]"),
        (18, 3, "no-mapping", "write: - kind: date"),
        (19, 3, "missing-key", "write kind: …"),
    ]


def test_the_mistakes_of_all_files_are_told_together() -> None:
    with pytest.raises(InputError) as refused:
        load({"a.yaml": "kind: date", "b.yaml": "- 'open", "c.yaml": "- kind: x"}, [])
    assert [(d.path, d.code) for d in refused.value.diagnostics] == [
        ("a.yaml", "no-list"),
        ("b.yaml", "yaml"),
        ("c.yaml", "unknown-kind"),
    ]


def orphan(ferry: Document, quote: str) -> tuple[str, str]:
    overrides = read(f"- kind: not-a-date\n  article: ferry\n  target: {{exact: {quote}}}\n")
    decisions, findings = attach(overrides, [ferry], lambda article: ARTICLE)
    assert decisions.all == ()
    ((severity, code, line, column, message, hint),) = [
        (d.severity, d.code, d.line, d.column, d.message, d.hint) for d in findings
    ]
    assert (severity, code, line, column) == ("warning", "orphan", 3, 19)
    return message, hint


def test_a_quotation_that_stands_twice_is_an_orphan(ferry: Document) -> None:
    message, hint = orphan(ferry, "the 4th")
    assert "2 times" in message
    assert "prefix or suffix" in hint
    assert "content/articles/ferry.md:5:19: “The ferry sank on the 4th, said the harbour.”" in hint
    assert "content/articles/ferry.md:7:18: “It was raised on the 4th of May.”" in hint


def test_a_quotation_that_stands_nowhere_is_an_orphan_with_candidates(ferry: Document) -> None:
    message, hint = orphan(ferry, "on the 5th of May")
    assert "does not stand" in message
    assert "near to it:\n      content/articles/ferry.md:7:15: “on the 4th of May”" in hint


def test_a_quotation_without_kin_is_an_orphan_too(ferry: Document) -> None:
    assert orphan(ferry, "Wednesday")[1] == "quote the words as the article has them"


def test_an_article_that_could_not_be_read_leaves_orphans() -> None:
    overrides = read("- kind: not-a-date\n  article: ferry\n  target: {exact: x}\n")
    _, (finding,) = attach(overrides, [])
    assert finding.code == "orphan"


def test_of_two_that_contradict_the_later_counts(ferry: Document) -> None:
    overrides = read(
        "- kind: published\n  article: ferry\n  value: 1911\n- kind: published\n  article: ferry\n  value: 1912\n"
    )
    decisions, (finding,) = attach(overrides, [ferry])
    assert [d.value for d in decisions.all] == ["1912"]
    assert (finding.code, finding.line) == ("contradiction", 4)
    assert "'1911'" in finding.message

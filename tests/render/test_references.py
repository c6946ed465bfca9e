"""How a source is cited: as what it is."""

import json
from datetime import date
from typing import Any

import pytest

from timeline.config import Config
from timeline.locale import Locale
from timeline.model import Decisions
from timeline.pipeline import run
from timeline.reading.article import read_article
from timeline.render import references
from timeline.render.dates import Dates
from timeline.render.references import Reference

DATES = Dates(Locale())

PRINT = """title: The gates are gone
type: article-newspaper
author: Jana Holm
container: Ostrel Mercury
volume: 12, no. 88
page: "3"
place: Ostrel
published: 1907-05-14
"""
ARCHIVE = """title: Letter to the canal board
type: manuscript
author: Jana Holm
archive: State archive, Ostrel
shelfmark: F 12/3, leaf 4
published: 1907-05~
"""
POST = """title: The gates just went
type: post
author: "@keeper"
publisher: Quayside
place: Ostrel, at the lock
published: 2031-05-06T09:30+02:00
url: https://quayside.example/p/1
retrieved: 2031-05-07
"""
PAGE = "title: 100% of {gates}\nurl: https://weir.example/a_b\nretrieved: 2031-05-07\n"


def cited(front_matter: str, body: str = "The gates fell, they said.") -> Reference:
    document = read_article(f"---\n{front_matter}---\n\n{body}\n".encode(), "gates", "gates.md")
    (article,) = run([document], Decisions(), Config(), date(2031, 9, 1)).articles
    return references.reference(article)


def csl(front_matter: str) -> dict[str, Any]:
    (item,) = json.loads(references.csl([cited(front_matter)]))
    return dict(item)


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        (PRINT, "Jana Holm. “The gates are gone”. Ostrel Mercury, 12, no. 88, Ostrel, 14 May 1907, p. 3."),
        (ARCHIVE, "Jana Holm. “Letter to the canal board” [manuscript]. about May 1907, State archive, Ostrel, "
                  "F 12/3, leaf 4."),
        (POST, "@keeper. “The gates just went” [post]. Quayside, Ostrel, at the lock, 6 May 2031. "
               "https://quayside.example/p/1 (read on 2031-05-07)"),
        (PAGE, "“100% of {gates}”. no date. https://weir.example/a_b (read on 2031-05-07)"),
    ],
)  # fmt: skip
def test_in_words(front_matter: str, expected: str) -> None:
    assert references.plain([cited(front_matter)], DATES) == expected


@pytest.mark.parametrize(
    ("front_matter", "kind"),
    [
        (PRINT, "article-newspaper"), (ARCHIVE, "manuscript"), (POST, "post"), (PAGE, "webpage"),
        ("title: A\n", "document"), ("title: A\ncontainer: The Weir\n", "article-newspaper"),
        ("title: A\narchive: Here\n", "manuscript"),
    ],
)  # fmt: skip
def test_the_kind_is_the_stated_one_or_what_is_told_of_it(front_matter: str, kind: str) -> None:
    assert cited(front_matter).kind == kind


def test_csl_json_has_the_fields_of_the_kind() -> None:
    assert csl(PRINT) == {
        "id": "gates", "type": "article-newspaper", "title": "The gates are gone", "author": [{"literal": "Jana Holm"}],
        "container-title": "Ostrel Mercury", "volume": "12, no. 88", "page": "3", "publisher-place": "Ostrel",
        "issued": {"date-parts": [[1907, 5, 14]]}, "language": "en",
    }  # fmt: skip
    assert csl(ARCHIVE)["archive_location"] == "F 12/3, leaf 4"
    assert csl(ARCHIVE)["issued"] == {"date-parts": [[1907, 5]], "circa": True}
    assert csl(PAGE)["accessed"] == {"date-parts": [[2031, 5, 7]]}
    assert "issued" not in csl(PAGE)


def test_bibtex_has_a_type_for_each_kind_and_escapes_what_tex_would_run() -> None:
    assert references.bibtex([cited(PRINT)]) == (
        "@article{gates,\n  author = {{Jana Holm}},\n  title = {{The gates are gone}},\n"
        "  journal = {Ostrel Mercury},\n  volume = {12, no. 88},\n  pages = {3},\n  address = {Ostrel},\n"
        "  year = {1907},\n  date = {1907-05-14}\n}\n"
    )
    assert references.bibtex([cited(ARCHIVE)]).startswith("@unpublished{gates,")
    assert "{100\\% of \\{gates\\}}" in references.bibtex([cited(PAGE)])
    assert references.bibtex([cited(PAGE)]).startswith("@misc{gates,")


def test_several_authors_are_several() -> None:
    said = Reference("gates", "book", "Gates", author="Jana Holm; Ole Ley")
    assert json.loads(references.csl([said]))[0]["author"] == [{"literal": "Jana Holm"}, {"literal": "Ole Ley"}]
    assert "author = {{Jana Holm} and {Ole Ley}}" in references.bibtex([said])


def test_a_date_that_was_inferred_is_never_told_as_given() -> None:
    said = Reference("gates", "webpage", "The gates are gone", issued="2031-05-06", inferred=True)
    assert references.plain([said], DATES) == "“The gates are gone”. 6 May 2031 (inferred)."
    assert json.loads(references.csl([said]))[0]["issued"]["circa"] is True
    assert "note = {Date inferred}" in references.bibtex([said])


def test_words_on_a_page_are_cited_for_it() -> None:
    source = cited(PRINT)
    assert references.whereabouts(references.at(source, "7"), DATES.locale) == "Ostrel Mercury, 12, no. 88, p. 7"
    assert references.whereabouts(references.at(source, None), DATES.locale).endswith("p. 3")
    assert references.pages("3-5", DATES.locale) == "pp. 3-5"

"""`timeline.json` is what its schema and its description say."""

import json

import jsonschema
import pytest

from tests.render import crowd, sample
from timeline import ladder, urls
from timeline.algebra import calendar
from timeline.config import Config
from timeline.export import discover, times
from timeline.model import DocumentTime
from timeline.publishing import publishable


def published(level):
    """The sample's export with so much of the articles."""
    config = Config(publish_text=level)
    return dict(discover.files(publishable(sample.timeline(), config), config))


@pytest.mark.parametrize("level", ["full", "excerpt", "none"])
def test_it_obeys_its_schema(level):
    files = published(level)
    schema = json.loads(files["timeline.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(files["timeline.json"]), schema)


def test_a_long_timeline_is_there_by_years_too(monkeypatch):
    assert not [path for path in published("full") if path.startswith("timeline/")]
    monkeypatch.setattr(ladder, "OWN_PAGES", 50)
    config = Config(publish_text="full")
    files = dict(discover.files(publishable(crowd.timeline(60), config), config))
    whole, years = json.loads(files["timeline.json"]), json.loads(files["timeline-years.json"])["years"]
    schema, by_year = json.loads(files["timeline.schema.json"]), {}
    for year in years:
        part = json.loads(files[year["url"]])
        jsonschema.validate(part, schema)
        assert len(part["events"]) == year["events"]
        assert {a["id"] for a in part["articles"]} == {c["article"] for e in part["events"] for c in e["citations"]}
        by_year[year["year"]] = part["events"]
    assert [e for events in by_year.values() for e in events] == whole["events"]
    assert {"-3000", "-0043", "2011", "2018", "12345", "undated"} <= by_year.keys()
    assert all(e["edtf"].startswith("2013") for e in by_year["2013"])


def test_the_schema_refuses_what_is_missing():
    files = published("full")
    schema, data = json.loads(files["timeline.schema.json"]), json.loads(files["timeline.json"])
    del data["events"][0]["citations"][0]["quote"]
    with pytest.raises(jsonschema.ValidationError, match="'quote' is a required property"):
        jsonschema.validate(data, schema)


@pytest.mark.parametrize("level", ["full", "excerpt"])
def test_quotations_are_exactly_the_text_between_their_offsets(level):
    texts = {a.document.id: a.document.text for a in sample.timeline().articles}
    citations = [c for e in json.loads(published(level)["timeline.json"])["events"] for c in e["citations"]]
    assert len(citations) == 10
    for c in citations:
        assert c["quote"] == texts[c["article"]][c["start"]:c["end"]] != ""
        if c["expression"] is not None:
            assert texts[c["article"]].startswith(c["expression"], c["expression_start"])


def test_nothing_of_an_article_that_is_not_published_is_in_it():
    data = json.loads(published("none")["timeline.json"])
    assert {c["quote"] for e in data["events"] for c in e["citations"]} == {""}
    assert all(c["start"] == c["end"] for e in data["events"] for c in e["citations"])


def test_entries_lead_to_their_pages():
    events = json.loads(published("full")["timeline.json"])["events"]
    assert [e["url"] for e in events] == [urls.event(e.id) for e in sample.timeline().events]
    assert [e["edtf"] is None for e in events] == [False] * 5 + [True] * 2
    assert [e["disagreement"] for e in events].count(True) == 1


def test_a_publication_date_is_told_whole():
    day = calendar.ordinal(2021, 3, 11)
    time = DocumentTime(day - 1, day + 5, day, "inferred", ("because",), (calendar.ordinal(-4, 2, 29),))
    assert times.published(time) == {
        "earliest": "2021-03-10", "latest": "2021-03-16", "best": "2021-03-11", "basis": "inferred",
        "evidence": ["because"], "alternatives": ["-0004-02-29"],
    }
    assert times.published(DocumentTime())["best"] is None

"""Each format, read by a program or library that is not ours."""

import csv
import io
import json
from urllib.robotparser import RobotFileParser

import edtf
import feedparser
import icalendar
import pytest
from lxml import etree
from pyld import jsonld
from usp.tree import sitemap_from_str

from tests.render import crowd, sample
from timeline.algebra import calendar, interval
from timeline.config import Config
from timeline.export import discover, sitemap
from timeline.frozen import replace
from timeline.publishing import publishable
from timeline.render.site import render

SITE = "https://h.example/t/"
FULL = Config(publish_text="full", base_url=SITE, description="Closed & <propped> up.")


def exported(timeline=None, config=FULL):
    """The files of all exports."""
    return dict(discover.files(publishable(timeline or sample.timeline(), config), config))


@pytest.fixture(scope="module")
def files():
    return exported()


def context(url, options):
    """The vocabularies, without the network: every term is its own."""
    vocabulary = {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": vocabulary}}


# ---------------------------------------------------------------- CSV
def test_the_table_has_a_line_an_entry(files):
    rows = list(csv.DictReader(io.StringIO(files["timeline.csv"].decode(), newline="")))
    events = sample.timeline().events
    assert [(r["id"], r["edtf"], r["title"]) for r in rows] == [(e.id, e.edtf or "", e.title) for e in events]
    assert (rows[1]["first_day"], rows[1]["last_day"]) == ("2021-03-08", "2021-03-19")
    assert rows[2]["dates_differ"] == "yes"
    assert rows[0]["url"] == f"{SITE}events/b4k2m7qzrt.html"


def test_every_date_is_edtf_and_has_the_bounds_that_stand_beside_it():
    rows = csv.DictReader(io.StringIO(exported(crowd.timeline(60))["timeline.csv"].decode(), newline=""))
    dated = [row for row in (*rows, *csv.DictReader(io.StringIO(exported()["timeline.csv"].decode()))) if row["edtf"]]
    assert {len(row["edtf"]) for row in dated} > {len("2021-04"), len("2021-03-06")}
    for row in dated:
        told = edtf.parse_edtf(row["edtf"])
        ends = [f"{'-' if t.tm_year < 0 else ''}{abs(t.tm_year):04}-{t.tm_mon:02}-{t.tm_mday:02}"
                for t in (told.lower_strict(), told.upper_strict())]
        assert ends == [row["first_day"], row["last_day"]], row["edtf"]


@pytest.mark.parametrize("title", ["=1+1", "+1", "@sum", "-1+cmd", "\t=1"])
def test_no_cell_is_a_formula(title):
    whole = sample.timeline()
    timeline = replace(whole, events=(replace(whole.events[0], title=title),))
    (row,) = csv.DictReader(io.StringIO(exported(timeline)["timeline.csv"].decode(), newline=""))
    assert row["title"] == f"'{title}"


# ---------------------------------------------------------------- Atom
def test_the_feed_has_the_entries_with_what_the_format_demands(files):
    feed = feedparser.parse(files["entries.atom"])
    assert not feed.bozo
    assert feed.version == "atom10"
    events = sample.timeline().events
    assert {e.link for e in feed.entries} == {f"{SITE}events/{e.id}.html" for e in events}
    assert {e.title for e in feed.entries} == {e.title for e in events}
    updated = [e.updated for e in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert all(e.id and e.updated_parsed for e in feed.entries)
    assert feed.feed.id == f"{SITE}entries.atom"


def test_the_feed_of_changes_has_the_corrections(files):
    (entry,) = feedparser.parse(files["changes.atom"]).entries
    assert entry.updated == "2021-05-02T00:00:00Z"
    assert "2021-03-07/2021-03-19 → 2021-03-08/2021-03-19" in entry.summary


def test_a_feed_is_well_formed_whatever_a_title_holds():
    whole = sample.timeline()
    timeline = replace(whole, events=(replace(whole.events[0], title="a \x00\x0b]]> <b>&amp; 日本"),))
    (entry,) = feedparser.parse(exported(timeline)["entries.atom"], sanitize_html=False).entries
    assert not feedparser.parse(exported(timeline)["entries.atom"]).bozo
    assert "日本" in entry.title


# ---------------------------------------------------------------- iCalendar
def test_the_calendar_has_the_dated_entries_with_their_days(files):
    events = icalendar.Calendar.from_ical(files["timeline.ics"]).walk("VEVENT")
    dated = [e for e in sample.timeline().events if e.interval]
    assert [str(e["SUMMARY"]) for e in events] == [e.title for e in dated]
    assert [events[1][name].to_ical() for name in ("DTSTART", "DTEND")] == [b"20210308", b"20210320"]
    assert all(e["UID"] and e["DTSTAMP"] for e in events)


def test_lines_of_the_calendar_are_short_and_its_signs_escaped():
    whole = sample.timeline()
    title = "Eins; zwei, drei\\ vier – " + "ü" * 90
    text = exported(replace(whole, events=(replace(whole.events[0], title=title),)))["timeline.ics"]
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == title


def test_what_no_calendar_reaches_is_left_out():
    whole = sample.timeline()
    far = [interval.day(calendar.ordinal(y, 1, 1)) for y in (-43, 12_345)]
    timeline = replace(whole, events=tuple(replace(whole.events[0], id=str(n), interval=i) for n, i in enumerate(far)))
    assert not icalendar.Calendar.from_ical(exported(timeline)["timeline.ics"]).walk("VEVENT")


# ---------------------------------------------------------------- JSON-LD
def test_an_event_page_says_what_it_is_to_search_engines():
    pages = dict(render(publishable(sample.timeline(), FULL), FULL))
    page = etree.HTML(pages["events/c5n3p8rasu.html"].decode())
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    (event,) = jsonld.expand(json.loads(data), {"documentLoader": context})
    assert event["@id"] == f"{SITE}events/c5n3p8rasu.html"
    assert event["@type"] == ["https://schema.org/Event"]
    assert event["https://schema.org/startDate"] == [{"@value": "2021-03-08"}]
    assert event["https://schema.org/endDate"] == [{"@value": "2021-03-19"}]
    (work,) = event["https://schema.org/subjectOf"]
    assert work["https://schema.org/url"] == [{"@value": "https://weekly.example/2021/03/bridge?id=7"}]


# ---------------------------------------------------------------- Web Annotation
@pytest.mark.parametrize("level", ["full", "excerpt"])
def test_every_annotation_finds_its_words(level):
    data = json.loads(exported(config=replace(FULL, publish_text=level))["annotations.jsonld"])
    assert jsonld.expand(data, {"documentLoader": context})
    texts = {a.document.id: a.document.text for a in sample.timeline().articles}
    found = {(a["target"]["source"], a["target"]["selector"][1]["start"]) for a in data["items"]}
    if level == "full":
        assert len(found) == sum(len(a.timexes) for a in sample.timeline().articles)
    assert found
    for annotation in data["items"]:
        quotation, position = annotation["target"]["selector"]
        (text,) = [t for t in texts.values() if quotation["prefix"] + quotation["exact"] + quotation["suffix"] in t]
        assert text[position["start"]:position["end"]] == quotation["exact"]


# ---------------------------------------------------------------- TimelineJS
def test_slides_have_their_dates_and_no_markup_of_articles():
    whole = sample.timeline()
    events = (replace(whole.events[1], title="<img src=x>"), *whole.events[2:])
    data = json.loads(exported(replace(whole, events=events))["timelinejs.json"])
    first = data["events"][0]
    assert first["start_date"] == {"year": 2021, "month": 3, "day": 8}
    assert first["end_date"] == {"year": 2021, "month": 3, "day": 19}
    assert "<img" not in json.dumps(data)
    assert len({s["unique_id"] for s in data["events"]}) == len(data["events"]) == 4


# ---------------------------------------------------------------- sitemap, robots
def test_the_sitemap_lists_pages_that_there_are(files):
    pages = dict(render(publishable(sample.timeline(), FULL), FULL))
    listed = etree.fromstring(files["sitemap.xml"]).xpath("//*[local-name()='loc']/text()")
    assert f"{SITE}articles/Courier%20%232%3A%20note.html" in listed
    assert {e.removeprefix(SITE) for e in listed if "%" not in e} <= set(pages)
    assert len(listed) == len(set(listed))
    assert {page.url for page in sitemap_from_str(files["sitemap.xml"].decode()).all_pages()} == set(listed)


def test_a_long_sitemap_has_several_files(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 40)
    made = exported(crowd.timeline(60))
    assert made["sitemap.xml"].count(b"<sitemap>") == 2
    assert made["sitemap_1.xml"].count(b"<loc>") == 40


def test_robots_may_read_all_and_find_the_sitemap(files):
    robots = RobotFileParser()
    robots.parse(files["robots.txt"].decode().splitlines())
    assert robots.can_fetch("anybody", f"{SITE}events/x.html")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]


def test_what_needs_an_address_is_left_out_without_one():
    config = replace(FULL, base_url=None)
    assert not {"entries.atom", "changes.atom", "sitemap.xml"} & set(exported(config=config))
    assert discover.left_out(config) == ["atom", "sitemap"]
    assert discover.left_out(FULL) == []
    offered = {path for path, _, _ in discover.downloads(config)}
    assert {"timeline.json", "timeline.csv", "timeline.ics", "timelinejs.json", "annotations.jsonld"} <= offered
    assert "entries.atom" not in offered

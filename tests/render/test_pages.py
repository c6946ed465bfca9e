"""Families of pages: what there is a page for, and how pages lead to one another."""

import pytest
from lxml import html

from tests.render import crowd, sample
from timeline import ladder
from timeline.config import Config
from timeline.frozen import replace
from timeline.model import Block, Change, Image, Note, Run, Timeline
from timeline.publishing import publishable
from timeline.render.site import render


def pages(timeline, **settings):
    """The pages of a site, parsed."""
    config = Config(publish_text="full", **settings)
    files = render(publishable(timeline, config), config)
    return {path: html.fromstring(content) for path, content in files if path.endswith(".html")}


def said(node):
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def large():
    """Some hundred entries more than one page holds."""
    return pages(crowd.timeline(620, years=2))


def test_a_small_timeline_has_no_pages_for_what_it_lacks():
    site = pages(Timeline("Nothing", (), ()))
    assert sorted(site) == ["404.html", "index.html", "method.html", "sources.html"]


def test_every_page_leads_to_the_pages_that_there_are(large):
    nav = [a.text_content() for a in large["index.html"].xpath("//header[@class='bar']//nav/a")]
    assert nav == ["Timeline", "Undated", "Names", "Tags", "Sources", "Changes", "Method"]


def test_neighbouring_parts_lead_to_one_another(large):
    page: str | None = "years/-3000.html"
    walked = []
    while page:
        walked.append(page)
        after = large[page].xpath("//link[@rel='next']/@href")
        page = f"years/{after[0].rpartition('/')[2]}" if after else None
    assert sorted(walked) == sorted(p for p in large if p.startswith("years/"))
    back = large[walked[-1]].xpath("//nav[@class='around']/a[@rel='prev']/@href")
    assert back == [f"../{walked[-2]}"]


def test_each_dated_entry_stands_on_one_part_page(large):
    anchors = [i for p, tree in large.items() if p.startswith("years/") for i in tree.xpath("//article/@id")]
    dated = [f"e-{e.id}" for e in crowd.timeline(620, years=2).events if e.interval]
    assert sorted(anchors) == sorted(dated)


def test_entries_without_pages_have_all_they_need_where_they_stand(monkeypatch):
    monkeypatch.setattr(ladder, "OWN_PAGES", 450)
    timeline = crowd.timeline(460, years=2)
    site = pages(timeline)
    for path, page in site.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
    entry = site["years/2011.html"].xpath("//article[.//details[@class='correct']]")[0]
    assert entry.xpath("string(.//h3/a/@href)") == f"../years/2011.html#{entry.get('id')}"
    assert site["years/2012.html"].xpath("//figure[@class='strip']//a")
    assert not site["years/2012.html"].xpath("//*[@class='here']"), "the strip is the part's own"


def test_within_a_day_those_of_known_time_come_first_and_the_rest_is_said_to_have_none():
    whole = sample.timeline()
    vote = whole.events[2]
    times = {"a": "2021-03-09", "b": "2021-03-09T18:30:00", "c": "2021-03-09T09:05:00Z"}
    day = tuple(replace(vote, id=i, title=i, edtf=edtf, clock=None, disagreement=False) for i, edtf in times.items())
    index = pages(replace(whole, events=day))["index.html"]
    (heading,) = index.xpath("//h2[@class='date']")
    assert said(heading) == "Tuesday 9 March 2021"
    assert heading.xpath("string(.//time/@datetime)") == "2021-03-09"
    assert index.xpath("//article//h3/a/text()") == ["c", "b", "a"]
    assert [said(p) for p in index.xpath("//p[@class='clock']")] == ["09:05 UTC", "18:30"]
    assert [said(li) for li in index.xpath("//li[p[@class='untimed']]/p")] == ["Time not given"]
    assert index.xpath("string(//li[p[@class='untimed']]//h3)") == "a"


def test_the_strip_marks_the_part_that_is_shown(large):
    assert large["years/2011.html"].xpath("//*[@class='here']")
    assert not large["index.html"].xpath("//*[@class='here']")


def test_the_index_is_led_by_the_most_important(large):
    shown = large["index.html"].xpath("//article/@id")
    events = [e for e in crowd.timeline(620, years=2).events if e.interval]
    least = min(e.importance for e in events if f"e-{e.id}" in shown)
    assert len(shown) == 12
    assert sum(e.importance > least for e in events) == 11


def test_an_entry_leads_to_its_place_among_others(large):
    for path, page in large.items():
        if path.startswith("events/") and page.xpath("//p[contains(@class, 'dated')]"):
            target, _, anchor = page.xpath("string(//p[contains(@class, 'dated')]/a/@href)").partition("#")
            assert large[target.removeprefix("../")].xpath(f"//article[@id='{anchor}']")


def test_on_one_page_the_less_important_are_folded():
    index = pages(crowd.timeline(90))["index.html"]
    open_ones = index.xpath("//article[not(ancestor::details)]/@id")
    folded = index.xpath("//details[@class='minor-days']//article/@id")
    assert len(open_ones) + len(folded) == 90
    assert len(folded) > 30
    for details in index.xpath("//details[@class='minor-days']"):
        assert said(details.find("summary")).startswith(f"{len(details.xpath('.//article'))} more, ")


def test_names_and_tags_have_pages_that_list_their_entries():
    whole = sample.timeline()
    both = [replace(e, participants=("Old  Bridge", "old bridge"), tags=("Piers",)) for e in whole.events[:2]]
    site = pages(replace(whole, events=(*both, *whole.events[2:])))
    assert [a.text_content() for a in site["names/old-bridge.html"].xpath("//ol[@class='lines']//a/span[2]")] == [
        "Varnholm closes the Old Bridge", "Engineers prop up the piers",
    ]
    assert said(site["tags/piers.html"].xpath("//header[@class='masthead']/p")[0]) == "Tags · 2 entries"
    event = site[f"events/{both[0].id}.html"]
    assert event.xpath("//ul[@class='named']//a/@href") == ["../names/old-bridge.html", "../tags/piers.html"]
    assert "Varnholm" in said(event.xpath("//ul[@class='named']")[0])  # of one entry only: named, without a page


def test_names_that_would_share_an_address_do_not():
    whole = sample.timeline()
    events = tuple(replace(e, participants=("A–B", "A/B", "日本")) for e in whole.events[:2])
    site = pages(replace(whole, events=events))
    assert sorted(p for p in site if p.startswith("names/")) == [
        "names/a-b-2.html", "names/a-b.html", "names/日本.html",
    ]


def test_a_former_address_leads_on():
    whole = sample.timeline()
    site = pages(replace(whole, events=(replace(whole.events[0], aliases=("former",)),)))
    refresh = site["events/former.html"].xpath("string(//meta[@http-equiv='refresh']/@content)")
    assert refresh == f"0; url=../events/{whole.events[0].id}.html"


def test_corrections_are_listed_with_what_was_said_before():
    (line,) = pages(sample.timeline())["changes.html"].xpath("//ol[@class='changes']/li")
    assert said(line) == (
        "Engineers prop up the piers Date, 2 May 2021, by Runa. Before: 7 to 19 March 2021. Now: 8 to 19 March 2021."
        " The harbour log has the eighth."
    )


def test_the_change_log_is_shown_the_newest_first():
    whole = sample.timeline()
    log = (Change("gone", "hidden", on="2021-06-01"), Change("b4k2m7qzrt", "title", "Old", "New", "2021-07-01"))
    lines = pages(replace(whole, changes=log))["changes.html"].xpath("//ol[@class='changes']/li")
    assert [said(line) for line in lines][:2] == [
        "Varnholm closes the Old Bridge Title, 1 July 2021, by the program. Before: Old. Now: New.",
        "An entry that is not shown any more Not shown any more, 1 June 2021, by the program.",
    ]


def test_notes_and_pictures_stand_on_the_page_of_their_entry():
    whole = sample.timeline()
    note = Note("Measured again.", (Block(0, 15, runs=(Run(0, 8, ("strong",)), Run(8, 15))),), "Runa")
    picture = Image("piers/one.jpg", "Two piers with cracks", "© Runa")
    event = replace(whole.events[0], notes=(note,), images=(picture,))
    page = pages(replace(whole, events=(event,)))[f"events/{event.id}.html"]
    assert said(page.xpath("//aside")[0]) == "Measured again. Runa"
    assert page.xpath("//aside//strong/text()") == ["Measured"]
    (image,) = page.xpath("//figure[@class='picture']/img")
    assert (image.get("src"), image.get("alt")) == ("../images/piers/one.jpg", "Two piers with cracks")


def test_a_source_names_those_of_the_same_origin():
    whole = sample.timeline()
    articles = tuple(replace(a, document=replace(a.document, origin="Norden Wire")) for a in whole.articles[::2])
    site = pages(replace(whole, articles=articles, events=whole.events[:1]))
    told = said(site["articles/Courier #2: note.html"].xpath("//dl")[0])
    assert "Norden Wire (one origin with Ferry takes over while the Old Bridge is mended)" in told


def test_many_quotations_collapse_to_three():
    events = crowd.timeline(400).events
    crowded = max(events, key=lambda e: len(e.citations))
    page = pages(crowd.timeline(400))[f"events/{crowded.id}.html"]
    assert len(page.xpath("//div[@class='claim'][not(ancestor::details)]")) == 3
    assert len(page.xpath("//details[@class='fold']//div[@class='claim']")) == len(crowded.citations) - 3
    assert "57 more quotations" in said(page)


def test_the_page_for_what_is_not_found_leads_home_from_any_depth():
    page = pages(sample.timeline(), base_url="https://h.example/t/")["404.html"]
    links = page.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src")
    assert [link for link in links if not link.startswith(("/t/", "#"))] == []
    assert "/t/assets/style.css" in links


def test_corrections_are_edited_where_the_repository_is():
    def edit(repository):
        index = pages(sample.timeline(), repository=repository)["index.html"]
        return index.xpath("//footer//a[text()='Edit its corrections']/@href")

    assert edit("https://github.com/o/bridges") == ["https://github.com/o/bridges/blob/HEAD/content/overrides.yaml"]
    at_branch = edit("https://github.com/o/bridges/tree/main")
    assert at_branch == ["https://github.com/o/bridges/edit/main/content/overrides.yaml"]
    assert edit("https://gitlab.com/o/bridges.git") == [
        "https://gitlab.com/o/bridges/-/blob/HEAD/content/overrides.yaml"
    ]
    assert edit("https://git.example/o/bridges") == []

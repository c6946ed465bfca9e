"""The pages: what each says, and that nothing in an article breaks out of its place."""

import gzip
import json
import re

import pytest
from lxml import html

from tests.render import sample
from timeline import urls
from timeline.authored import nodes
from timeline.config import Config
from timeline.decisions.attach import attach
from timeline.decisions.load import load
from timeline.diagnostics import InputError
from timeline.frozen import replace
from timeline.ladder import OPEN
from timeline.model import Meta
from timeline.publishing import publishable
from timeline.render.site import render
from timeline.render.sources import sentences

CLOSURE, PROPS, VOTE = "events/b4k2m7qzrt.html", "events/c5n3p8rasu.html", "events/d6q4r9sbtv.html"
NOTE, PILOT = "events/f7s5t2ucvw.html", "events/h3u7v4wexy.html"
WEEKLY = "articles/weekly/old-bridge.html"


def pages(timeline=None, config=None, templates=None):
    """The files of a site, as text."""
    config = config or Config(title="Bridges", publish_text="full")
    files = render(publishable(timeline or sample.timeline(), config), config, templates)
    return {path: content.decode() for path, content in files if not path.endswith((".woff2", ".svg", ".png"))}


@pytest.fixture(scope="module")
def site():
    return pages()


def tree(page):
    """A page to be searched."""
    return html.fromstring(page.encode())


def said(page, path="//main"):
    """What stands on a page, in one line."""
    return " ".join(" ".join(node.text_content() for node in tree(page).xpath(path)).split())


def test_there_is_a_page_for_everything(site):
    timeline = sample.timeline()
    assert {f"events/{e.id}.html" for e in timeline.events} < set(site)
    assert {f"articles/{a.document.id}.html" for a in timeline.articles} < set(site)
    assert {"index.html", "sources.html", "method.html", "assets/style.css", "assets/timeline.js"} < set(site)
    assert site["articles/jisr.txt"] == sample.ARABIC[0][1]


def test_a_date_stands_with_its_precision_in_words_and_shape(site):
    times = tree(site["index.html"]).xpath("//h2[@class='date']")
    assert [" ".join(t.text_content().split()) for t in times] == [
        "Saturday 6 March 2021", "8 to 19 March 2021", "Tuesday 9 March 2021", "Wednesday 10 March 2021", "April 2021",
    ]
    machines = [t.xpath("string(.//time/@datetime)") for t in times]
    assert machines == ["2021-03-06", "", "2021-03-09", "2021-03-10", "2021-04"]
    classes = " ".join(tree(site["index.html"]).xpath("//article/@class"))
    shapes = re.findall(r"shape-\w+", classes)
    assert shapes == ["shape-day", "shape-range", "shape-day", "shape-day", "shape-part", "shape-none", "shape-none"]


def test_gaps_are_said_in_words(site):
    gaps = tree(site["index.html"]).xpath("//p[@class='gap']")
    assert [gap.text_content() for gap in gaps] == ["2 days later"]  # the last entry is told by its month


def test_undated_entries_have_a_place_of_their_own(site):
    titles = tree(site["index.html"]).xpath("//section[.//h2[@id='undated']]//h3")
    assert [t.text_content() for t in titles] == ["A harbour pilot warns of the piers", "إغلاق الجسر القديم"]
    assert "The day is not known; between 1 January 1998 and 5 March 2021." in said(site[PILOT])


def test_sources_are_counted_and_compared(site):
    assert "2 sources, 2 origins dates agree accepted by a person" in said(site[CLOSURE])
    assert "2 sources, 2 origins dates differ found by machine, not reviewed" in said(site[VOTE])
    assert "This source says otherwise." in said(site[VOTE], "//div[contains(@class, 'dissent')]")
    assert "1 source rests on an inferred date statement found by machine" in said(site[NOTE])


def test_the_way_from_words_to_date_is_told_for_every_source(site):
    ways = [" ".join(way.text_content().split()) for way in tree(site[VOTE]).xpath("//ol[@class='steps']")]
    assert ways == [
        "Tuesday evening → the last Tuesday before the paper came out on Friday 12 March 2021 → 9 March 2021",
        "Wednesday → the last Wednesday up to publication → published between 10 and 16 March 2021, inferred"
        " → 10 March 2021",
    ]
    assert "Doubt: the publication date is inferred 3 March 2021 fits as well: the week before" in said(site[VOTE])


def test_how_the_publication_date_is_known_is_told(site):
    assert "The Courier, from Norden Wire published between 10 and 16 March 2021, inferred" in said(site[CLOSURE])
    assert "“Wednesday” is the last Wednesday before it" in said(site[VOTE])
    assert "10 March 2010 fits as well." in said(site[VOTE])
    assert "publication date not known (not after 2 April 2021)" in said(site["sources.html"])


def test_the_expression_is_marked_in_the_quotation(site):
    claims = tree(site[CLOSURE]).xpath("//section[@aria-labelledby='sources']//blockquote")
    assert [[m.text_content() for m in c.xpath(".//mark")] for c in claims] == [["Saturday, March 6"], ["the 6th"]]
    assert claims[0].text_content() == sample.timeline().events[0].citations[0].quote
    assert [e.text for e in claims[0].xpath(".//em")] == ["cracks in two piers"]


def test_a_quotation_leads_to_its_words_elsewhere_and_here(site):
    links = tree(site[VOTE]).xpath("//div[@class='claim'][1]//ul[@class='links']//a/@href")
    start = sample.timeline().events[2].citations[0].start
    assert links == [
        f"../articles/weekly/old-bridge.html#q{start}-{start + 80}",
        "https://weekly.example/2021/03/bridge?id=7#:~:text=The%20council%20voted%20for%20a,with%20nine%20votes%20to%20eight.",
        "https://archive.example/web/2021/bridge",
    ]
    assert tree(site[WEEKLY]).xpath(f"//mark[@id='q{start}-{start + 80}']")


def test_a_correction_says_what_the_machine_had_said(site):
    assert (
        "Corrected 2 May 2021 by Runa. Date: the machine had said 7 to 19 March 2021, now 8 to 19 March 2021."
        " The harbour log has the eighth."
    ) in said(site[PROPS])


def test_what_belongs_to_an_entry_is_on_its_page(site):
    page = said(site[CLOSURE])
    assert "The mayor, Ilse Brandvik, called the state of the piers a disgrace." in page
    assert "Both say “closed”, of the Old Bridge, in Varnholm." in page
    assert "other closures are meant" in page
    assert tree(site[CLOSURE]).xpath("//nav[@class='around']//@href") == ["../events/c5n3p8rasu.html"]


def test_what_can_be_decided_of_an_entry_stands_on_its_page_ready_to_be_copied(site):
    event = next(e for e in sample.timeline().events if urls.event(e.id) == CLOSURE)
    boxes = tree(site[CLOSURE]).xpath("//details[@class='correct decide']//figure")
    offered = {box.xpath("string(figcaption)"): box.xpath("string(.//code)") for box in boxes}
    assert offered["It is called otherwise"].splitlines()[:2] == ["- kind: title", f"  event: {event.id}"]
    assert list(offered) == [
        "It is called otherwise", "It was at another time", "It is the same as another entry",
        "It does not belong here", "It is right, and stays as it is",
    ]  # fmt: skip
    filled = "".join(offered.values()).replace("another-id", "k3f9x2abcd")
    kinds = [o.kind for o in load({"overrides.yaml": filled}, [])]
    assert kinds == ["title", "event-date", "merge", "hide", "accept"]


def test_the_yaml_of_a_claim_corrects_just_that_claim(site):
    for path in (CLOSURE, PROPS, VOTE):
        for box in tree(site[path]).xpath("//details[@class='correct']//code"):
            overrides = load({"overrides.yaml": box.text}, [a.document.id for a in sample.timeline().articles])
            decisions, findings = attach(overrides, [a.document for a in sample.timeline().articles])
            assert findings == ()
            (decision,) = decisions.all
            if decision.kind != "date":
                continue
            expressions = [c.timex for e in sample.timeline().events for c in e.citations if c.timex]
            assert (decision.span, decision.value) in [((x.start, x.end), x.edtf) for x in expressions]


def test_an_entry_can_be_cited():
    config = Config(authors=("R. Ytterdal",), base_url="https://b.example/t/")
    page = tree(pages(config=config)[CLOSURE])
    boxes = [box.text_content() for box in page.xpath("//section[@aria-labelledby='cite']//code")]
    plain, bibtex, csl, sources, _, sources_csl = boxes
    timeline = sample.timeline().title
    url = "https://b.example/t/events/b4k2m7qzrt.html"
    assert plain == f"R. Ytterdal. “Varnholm closes the Old Bridge.” {timeline}, entry b4k2m7qzrt. {url}"
    assert f"url = {{{url}}}" in bibtex
    assert json.loads(csl)[0]["URL"] == url
    cited = {c.article for c in sample.timeline().events[0].citations}
    assert {item["id"] for item in json.loads(sources_csl)} == cited
    assert len(sources.splitlines()) == len(cited)
    assert page.xpath("//link[@rel='canonical']/@href") == [url]


def test_every_expression_of_an_article_is_marked_and_explained(site):
    page = tree(site[WEEKLY])
    article = sample.timeline().articles[2]
    assert len(article.timexes) == 7
    for timex in article.timexes:
        (element,) = page.xpath(f"//*[@id='t{timex.start}']")
        assert element.text_content() == timex.text
        assert element.tag == "time"
        note = element.xpath("string(.//a/@href)").removeprefix("#")
        assert timex.trace[0] in page.xpath(f"string(//*[@id='{note}'])")
        assert page.xpath(f"//*[@id='{note}']//a[@href='#t{timex.start}']")
    assert page.xpath("//ul[@class='notes']/following-sibling::div//a/@href")[0] == "../../events/b4k2m7qzrt.html"


def test_the_text_of_an_article_is_whole_and_furniture_stands_apart(site):
    page = tree(site[WEEKLY])
    paragraphs = page.xpath("//div[@class='paragraph']/*[1]")
    assert [p.text_content().strip() for p in paragraphs[1:5]] == [text for _, text in sample.WEEKLY[1:5]]
    assert [" ".join(p.text_content().split()) for p in page.xpath("//p[@class='furniture']")] == [
        f"Headline {sample.WEEKLY[0][1]}", f"About the author {sample.WEEKLY[5][1]}",
    ]
    assert page.xpath("//a[@href='https://divers.example/report']/em/text()") == ["cracks in two piers"]


def test_an_excerpt_says_so_and_has_no_plain_text():
    site = pages(config=Config(publish_text="excerpt"))
    assert "An excerpt" in said(site[WEEKLY])
    assert "about bridges since" not in said(site[WEEKLY])
    assert not [path for path in site if path.startswith("articles/") and path.endswith(".txt")]


def test_without_publication_there_is_not_a_sentence():
    site = pages(config=Config(publish_text="none"))
    assert "is not published here" in said(site[WEEKLY])
    for path, page in site.items():
        for words in ("divers had found", "nine votes", "a disgrace", "third such closure"):
            assert words not in page, path


def test_many_entries_are_folded():
    event = sample.timeline().events[0]
    few = replace(sample.timeline(), events=(event,) * OPEN)
    many = replace(sample.timeline(), events=(event,) * (OPEN + 1))
    assert not tree(pages(few)["index.html"]).xpath("//details[@class='fold']")
    assert len(tree(pages(many)["index.html"]).xpath("//details[@class='fold']")) == OPEN + 1


def test_an_empty_timeline_has_an_index():
    empty = replace(sample.timeline(), events=(), articles=())
    assert "No events yet" in said(pages(empty)["index.html"])


DATA = "@type='application/ld+json'"  # what browsers do not run
EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7*7 }}{% raw %}</title></style>"


def test_nothing_in_an_article_becomes_markup():
    whole = sample.timeline()
    meta = Meta(
        title=EVIL, publisher=EVIL, author=EVIL, url="javascript:alert(1)", archived="data:text/html,x", rights=EVIL,
        licence=EVIL, language='en" onload="alert(1)', tags=(EVIL,),
    )
    doc = sample.document("evil", (("body", EVIL),))
    doc = replace(doc, meta=meta, origin=EVIL)
    doc = sample.styled(doc, "<script>", "strong", href="javascript:alert(1)")
    event = replace(
        whole.events[0], title=EVIL, summary=(EVIL,), participants=(EVIL,), places=(EVIL,), tags=(EVIL,),
        merge_evidence=(EVIL,), apart=(EVIL,), date_rule=EVIL, citations=(sample.cite(doc, EVIL),),
    )
    timeline = replace(whole, title=EVIL, articles=(replace(whole.articles[0], document=doc),), events=(event,))
    for path, page in pages(timeline, Config(title=EVIL, description=EVIL, authors=(EVIL,), licence=EVIL)).items():
        if path.endswith(".html"):
            assert "<script>" not in page
            assert "<img" not in page
            assert not tree(page).xpath("//@onerror | //@onload")
            assert not [a for a in tree(page).xpath("//a/@href") if a.startswith(("javascript", "data"))]
            assert not tree(page).xpath(f"//script[not(@src) and not({DATA})]")
            assert all(json.loads(data)["name"] == EVIL for data in tree(page).xpath(f"//script[{DATA}]/text()"))
            assert "49" not in said(page)
            assert "script-src 'self'" in page


def test_no_page_asks_for_a_script_of_its_own_or_anything_from_elsewhere(site):
    for path, page in site.items():
        if path.endswith(".html"):
            page = tree(page)
            assert not page.xpath(f"//style | //@style | //script[not(@src) and not({DATA})]")
            assert not [a for a in page.xpath("//script/@src | //link/@href") if "://" in a]


def test_a_project_may_put_its_own_template_first_and_add_pages(tmp_path):
    (tmp_path / "partials").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "partials/strip.html").write_text("<p>no strip</p>")
    about = '{% extends "base.html" %}{% block main %}<h1>{{ site.title }}</h1>{% endblock %}'
    (tmp_path / "pages/about.html").write_text(about)
    (tmp_path / "style.css").write_text("body{}")
    site = pages(templates=tmp_path)
    assert "no strip" in site["index.html"]
    assert "The Old Bridge of Varnholm" in said(site["about.html"])
    assert site["assets/style.css"] == "body{}"


@pytest.mark.parametrize(
    ("template", "message"), [("{% if %}", "about.html:1: error: Expected"), ("{{ site.titel }}", "'titel'")]
)
def test_a_faulty_template_is_told_with_its_place(tmp_path, template, message):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/about.html").write_text(template)
    with pytest.raises(InputError) as told:
        pages(templates=tmp_path)
    assert message in str(told.value)


def test_the_yaml_that_is_offered_can_be_read(site):
    for path in (WEEKLY, "articles/Courier #2: note.html"):
        for box in tree(site[path]).xpath("//code[not(ancestor::section[@aria-labelledby='cite'])]"):
            assert isinstance(nodes.read(box.text, "overrides.yaml"), nodes.Items)


def test_the_budgets_hold(site):
    packed = {path: len(gzip.compress(content.encode())) for path, content in site.items()}
    assert packed["assets/style.css"] <= 12_000
    assert len(site["assets/timeline.js"]) <= 10_000
    assert all(size <= 70_000 for path, size in packed.items() if path.endswith(".html"))


def test_a_doubt_that_all_share_is_said_once():
    whole = sample.timeline()
    closure = whole.events[0]
    doubtful = tuple(
        replace(c, timex=c.timex and replace(c.timex, doubt="the year is guessed")) for c in closure.citations[:2]
    )
    page = pages(replace(whole, events=(replace(closure, citations=doubtful),)))[CLOSURE]
    assert page.count("the year is guessed") == 1


def test_evidence_reads_as_sentences():
    lines = ("the 4th fits", "the 4th fits", "“noon” is told", "It said “stop.”", "why?")
    assert sentences(lines) == ("The 4th fits.", "“noon” is told.", "It said “stop.”", "Why?")

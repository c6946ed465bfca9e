"""Saved pages: what they state of themselves, where, and what stands before an article."""

import sys
from datetime import date
from email.message import EmailMessage

import pytest

from tests.intake.told import meta_of, refusal
from timeline.diagnostics import InputError
from timeline.intake import reader
from timeline.intake.encodings import decode_page
from timeline.intake.page.dates import page_dates, statement
from timeline.intake.page.head import read_head

PROSE = (
    "<p>The lock gates at Ostrel gave way on Monday, said the canal office, and forty barges lay dry at night.</p>"
    "<p>Nobody was hurt. The keeper, Jana Holm, had heard the timber creak for days and sent the crews ashore.</p>"
    "<p>Repairs begin next week and will take a month, the office said; until then boats go by the old river.</p>"
)


def page(head: str = "", top: str = "", prose: str = PROSE, foot: str = "") -> str:
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Lock gates give way</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><main><article><h1>Lock gates give way</h1>{top}"
        f"{prose}</article></main><footer>{foot}</footer></body></html>"
    )


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


# ---------------------------------------------------------------- dates
LAYOUTS = {
    "an article in JSON-LD": (
        page(ld('{"@type": "NewsArticle", "headline": "x", "datePublished": "2031-05-06T21:30:00+02:00"}')),
        ("2031-05-06T21:30+02:00", "json-ld"),
    ),
    "a graph, the type one of several": (
        page(ld('{"@graph": [{"@type": "WebSite"}, {"@type": ["A", "BlogPosting"], "datePublished": "2031-05-06"}]}')),
        ("2031-05-06", "json-ld"),
    ),
    "a page whose main entity it is": (
        page(ld('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "May 6, 2031"}}')),
        ("2031-05-06", "json-ld"),
    ),
    "several articles, of which one has this headline": (
        page(
            ld(
                '[{"@type": "Article", "headline": "Other", "datePublished": "2031-01-02"},'
                '{"@type": "Article", "headline": "Lock gates give way", "datePublished": "2031-05-06"}]'
            )
        ),
        ("2031-05-06", "json-ld"),
    ),
    "broken JSON-LD before Open Graph": (
        page(ld("{oops") + '<meta property="article:published_time" content="2031-05-06T09:05Z">'),
        ("2031-05-06T09:05Z", "open-graph"),
    ),
    "Dublin Core": (page('<meta name="DC.date.issued" content="20310506">'), ("2031-05-06", "meta")),
    "microdata": (page(top='<span itemprop="datePublished" content="2031-05-06">6 May</span>'), ("2031-05-06", "meta")),
    "words in a meta element": (page('<meta name="pubdate" content="Tue, 6 May 2031">'), ("2031-05-06", "meta")),
    "a marked time among others": (
        page(
            top='<time datetime="2031-05-08" class="updated">8 May</time>'
            '<time class="entry-date published updated" datetime="2031-05-06T10:00:00">6 May</time>',
            foot='<time datetime="2030-01-01">another story</time>',
        ),
        ("2031-05-06T10:00", "time"),
    ),
    "the one time, in a byline": (
        page(top='<p>By Ida Moss, <time datetime="2031-05-06">Tuesday</time></p>'),
        ("2031-05-06", "time"),
    ),
    "the address": (page('<link rel="canonical" href="https://weir.example/2031/05/06/lock">'), ("2031-05-06", "url")),
    "a visible line": (page(top='<div class="post-date">May 6, 2021</div>'), ("2021-05-06", "line")),
}

DECOYS = {
    "nothing": page(),
    "a year in the copyright line": page(foot="© 2019 The Weir. All rights reserved."),
    "a date in the prose": page(prose=PROSE + "<p>The gates were last renewed on 4 March 1998, it said.</p>"),
    "a time in the prose": page(
        prose='<p>The gates were last renewed on <time datetime="1998-03-04">4 March 1998</time>, when the canal '
        "office still had a yard of its own, and thirty men to work in it all year round.</p>" + PROSE
    ),
    "articles of a list": page(
        ld('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2031-01-02"}]}')
    ),
    "several articles, none of them this": page(
        ld('[{"@type":"Article","datePublished":"2031-01-02"},{"@type":"Article","datePublished":"2031-01-03"}]')
    ),
    "times that differ": page(top='<time datetime="2031-05-06">a</time><time datetime="2031-04-01">b</time>'),
    "a time in prose without paragraphs": page(
        prose="<div>The gates were last renewed on May 6, 1998, when the canal office still had a yard of its own, and "
        "thirty men to work in it.<br><br>Nobody was hurt.</div>" + PROSE
    ),
    "a change only": page('<meta property="article:modified_time" content="2031-05-09T10:00Z">'),
    "a placeholder": page('<meta name="date" content="1970-01-01T00:00:00Z">'),
    "two readings": page('<meta name="date" content="04/05/2031">'),
    "a month in the address": page('<link rel="canonical" href="https://weir.example/2031/05/lock-12">'),
    "a number in the address": page('<link rel="canonical" href="https://weir.example/a/120310506123">'),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_day_is_taken_from_where_the_page_states_it(name: str) -> None:
    markup, expected = LAYOUTS[name]
    meta = meta_of(markup)
    assert (meta.published, meta.published_source) == expected


@pytest.mark.parametrize("name", DECOYS)
def test_no_day_is_taken_from_elsewhere(name: str) -> None:
    meta = meta_of(DECOYS[name])
    assert (meta.published, meta.published_source) == (None, None)


def test_statements_come_by_authority() -> None:
    markup = page('<meta name="date" content="2031-05-05">' + ld('{"@type":"Article","datePublished":"2031-05-06"}'))
    told = page_dates(read_head(markup), "https://weir.example/2031-05-04/lock", "en")
    assert [(one.source, one.edtf) for one in told] == [
        ("json-ld", "2031-05-06"), ("meta", "2031-05-05"), ("url", "2031-05-04")
    ]  # fmt: skip


@pytest.mark.parametrize(("other", "warned"), [("2031-05-05", False), ("2031-05-07", False), ("2031-05-08", True)])
def test_a_contradiction_is_told_with_both_days_unless_a_time_zone_explains_it(other: str, warned: bool) -> None:
    markup = page(f'<meta name="date" content="{other}">' + ld('{"@type":"Article","datePublished":"2031-05-06"}'))
    found = reader.read(markup.encode(), "a.html")
    assert [w.code for w in found.warnings] == ["dates-differ"] * warned
    assert all("2031-05-06" in w.message and other in w.message for w in found.warnings)


@pytest.mark.parametrize("written", ["", "soon", "2 hours ago", "2031", "May 2031", "2031-13-01", "0001-01-01T00:00"])
def test_what_is_no_single_day_is_no_statement(written: str) -> None:
    assert statement(written, "meta") is None


# ---------------------------------------------------------------- everything else
def test_what_a_page_says_of_itself_goes_into_front_matter() -> None:
    meta = meta_of(
        page(
            '<link rel="canonical" href="https://weir.example/lock">'
            '<meta property="og:title" content="Gates gone | The Weir">'
            + ld(
                '{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Ida Moss"}, {"name": "Bo &amp; Co"}],'
                '"publisher": {"@id": "#weir"}}, {"@type": "Organization", "@id": "#weir", "name": "The Weir"}]}'
            )
        )
    )
    assert (meta.title, meta.publisher, meta.author) == ("Gates gone", "The Weir", "Ida Moss, Bo & Co")
    assert (meta.url, meta.language, meta.retrieved) == ("https://weir.example/lock", "en-GB", date(2031, 9, 1))


def test_the_text_is_that_of_the_article() -> None:
    lists = "<ul><li>1986. A review</li><li>a *new* lock</li></ul><blockquote>We heard it.</blockquote>"
    body = reader.read(page(prose=f"{PROSE}<h2>What next</h2>{lists}", foot="© 2019 The Weir").encode(), "a.html").body
    assert body.endswith("## What next\n\n- 1986\\. A review\n- a \\*new\\* lock\n\n> We heard it.")
    assert "Jana Holm, had heard the timber creak" in body
    assert "Sport" not in body
    assert "2019" not in body


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        (" saved from url=(0025)https://weir.example/lock ", "https://weir.example/lock"),
        (
            "\n Page saved with SingleFile \n url: https://weir.example/lock \n saved date: Tue",
            "https://weir.example/lock",
        ),
        (" see https://weir.example/other ", None),
    ],
)
def test_the_address_is_that_of_which_the_browser_took_note(comment: str, expected: str | None) -> None:
    assert meta_of(f"<!--{comment}-->{page()}").url == expected


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),  # said wrongly
        ("no-such-thing", "cp1252"),
        ("iso-8859-2", "iso-8859-2"),
    ],
)
def test_umlauts_survive_every_encoding(declared: str, encoding: str) -> None:
    data = page(f'<meta charset="{declared}">', prose=f"<p>Müller öffnete die Tür.</p>{PROSE}").encode(encoding)
    assert "Müller öffnete die Tür." in reader.read(data, "a.html").body


def test_other_scripts_and_marks_of_order() -> None:
    assert decode_page("水門が壊れた".encode("iso-2022-jp"), "a", "iso-2022-jp") == "水門が壊れた"
    assert decode_page('<meta charset="shift_jis">水門①'.encode("cp932"), "a").endswith("水門①")
    assert decode_page("\ufeffwater".encode("utf-16-le"), "a") == "water"


def mhtml(markup: str) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://weir.example/lock"
    message["Date"] = "Wed, 07 May 2031 08:00:00 GMT"
    message.set_content(markup, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png", cid="<picture>")
    return message.as_bytes()


def test_a_page_in_one_file_brings_its_address_and_the_day_it_was_saved() -> None:
    meta = meta_of(mhtml(page()), "a.mhtml")
    assert (meta.title, meta.url, meta.retrieved) == (
        "Lock gates give way", "https://weir.example/lock", date(2031, 5, 7)
    )  # fmt: skip


# ---------------------------------------------------------------- what is no article
STUB = "<p>The lock gates at Ostrel gave way on Monday, said the canal office.</p>"
COOKIES = "<p>We use cookies and other tools to keep this page running. Accept all cookies or choose.</p>"

NO_ARTICLES = {
    "empty": "<!doctype html><html><body></body></html>",
    "paywall": page(prose=STUB + "<div class='offer'>Subscribe to continue reading</div>"),
    "cookie-wall": f"<html><body><div><h1>Before you go on</h1>{COOKIES}</div></body></html>",
    "login": page(prose="<form>Your name <input><input type='password'></form>"),
    "robot-check": "<html><body><h1>One moment</h1><p>Verify you are human by this picture.</p></body></html>",
}


@pytest.mark.parametrize("code", NO_ARTICLES)
def test_a_wall_is_refused_by_its_name(code: str) -> None:
    assert refusal(NO_ARTICLES[code].encode(), "a.html") == code


def test_an_article_that_the_page_itself_calls_paid_is_refused_when_only_its_beginning_is_there() -> None:
    paid = ld('{"@type": "NewsArticle", "isAccessibleForFree": "False"}')
    assert refusal(page(paid, prose=STUB).encode(), "a.html") == "paywall"
    assert reader.read(page(paid, prose=PROSE * 6).encode(), "a.html").body


def test_furniture_does_not_make_a_wall() -> None:
    cookies = f"<div class='cookie-banner'>{COOKIES}</div><form>Log in to comment <input type='password'></form>"
    assert "Nobody was hurt" in reader.read(page(foot=cookies).encode(), "a.html").body


def test_binary_data_is_no_page() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n\0\0\0", "a.html") == "binary"


def test_a_message_without_a_page_is_no_mhtml() -> None:
    assert refusal(b"Subject: x\n\nnothing", "a.mhtml") == "damaged"


def test_without_the_readers_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"the package trafilatura is needed\n.*pip install '\.\[intake\]'"):
        reader.read(page().encode(), "a.html")


@pytest.mark.parametrize("hostile", ["<p ", "<!--", "<a href='", "<![ ", "<![a[b]]>", "<time>", "<"])
def test_what_is_broken_on_a_page_costs_neither_the_article_nor_time(hostile: str) -> None:
    assert "Nobody was hurt" in reader.read((page() + hostile * 5000).encode(), "a.html").body


def test_odd_values_in_json_ld_are_passed_over() -> None:
    odd = '[1, {"@graph": 5}, {"@type": "Article", "url": {"a": 1}}, {"@type": "Article", "headline": [7]}]'
    assert meta_of(page(ld(odd))).published is None

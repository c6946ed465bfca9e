"""Thirty made-up pages that say when they were published, each in its own way, beside days that mean something else."""

from dataclasses import dataclass

DAY = "2031-05-06"  # a Tuesday; every page was published on it
PROSE = (
    "<p>The lock gates at Ostrel gave way, said the canal office, and forty barges lay dry in the basin at night.</p>"
    "<p>Nobody was hurt. The keeper, Jana Holm, had heard the timber creak since 2 April 2031 and sent the crews "
    "ashore in good time.</p><p>Repairs begin on 12 May 2031 and will take a month, the office said; until then boats "
    "go by the old river.</p>"
)
TITLE = "Lock gates give way at Ostrel"


@dataclass(frozen=True)
class Layout:
    """A page. says: the day that it gives as its own, None where it gives none."""

    name: str
    markup: str
    says: str | None = DAY


def page(
    top: str = "", head: str = "", foot: str = "", title: str = TITLE, prose: str = PROSE, language: str = "en-GB",
    above: str = "", around: str = "article", before: str = "", tail: str = "",
) -> str:  # fmt: skip
    return (
        f"<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<header><a href='/'>The Weir</a><nav><a href='/sport'>Sport</a></nav>{before}</header>"
        f"<main><{around} class='story'>{above}<h1>{title}</h1>{top}{prose}{foot}</{around}></main>"
        f"<footer>{tail}© 2034 The Weir. All rights reserved.</footer></body></html>"
    )


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


RELATED = (
    "<aside><h2>More on this</h2><ul><li><time datetime='2031-05-01'>1 May 2031</time> Basin to close</li>"
    "<li><time datetime='2031-04-20'>20 April 2031</time> Timber yard sold</li></ul></aside>"
)
COMMENTS = (
    "<section class='comments'><h2>2 comments</h2><div class='comment'>Ida, 8 May 2031: <p>I was there and saw it.</p>"
    "</div><div class='comment'>Posted 9 May 2031 by Ole <p>So was I, and it was no small noise, I can tell you.</p>"
    "</div></section>"
)

LAYOUTS = (
    Layout("JSON-LD, related stories beside it", page(RELATED, ld(
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"{DAY}T08:00:00+01:00","dateModified":"2031-05-09"}}'
    ))),
    Layout("a graph of JSON-LD, comments below", page(head=ld(
        f'{{"@graph":[{{"@type":"WebPage","datePublished":"2030-01-01"}},{{"@type":"Article","datePublished":"{DAY}"}}]}}'
    ), foot=COMMENTS)),
    Layout("Open Graph, with a later change", page(head=(
        f'<meta property="article:published_time" content="{DAY}T07:00Z">'
        '<meta property="article:modified_time" content="2031-05-11T07:00Z">'
    ))),
    Layout("Dublin Core", page(head=f'<meta name="DC.date.issued" content="{DAY}">')),
    Layout("a meta element of a library", page(head='<meta name="citation_publication_date" content="2031/05/06">')),
    Layout("microdata in a span", page(f'<span itemprop="datePublished" content="{DAY}">Tuesday</span>')),
    Layout("a marked time and one of a change", page(
        '<time class="updated" datetime="2031-05-09">9 May</time> '
        f'<time class="published" datetime="{DAY}">6 May</time>'
    )),
    Layout("the address alone", page(head='<link rel="canonical" href="https://weir.example/2031/05/06/lock-gates">')),
    Layout("a line with a label", page('<p>Published 6 May 2031</p>')),
    Layout("a label and an update on one line", page('<p>Published: 6 May 2031 | Updated: 9 May 2031</p>')),
    Layout("the update first", page('<div>Last updated 9 May 2031</div><div>First published on 6 May 2031</div>')),
    Layout("by-line and date", page('<p class="byline">By Ida Moss | 6 May 2031</p>')),
    Layout("the date alone under the headline", page('<div class="post-date">Tuesday, 6 May 2031</div>')),
    Layout("the date alone, its element without a name", page('<div>6 May 2031</div>')),
    Layout("American words", page('<p class="dateline">May 6, 2031 at 9:30 p.m. ET</p>', language="en-US")),
    Layout("figures, the month first or not", page('<div class="date">05/06/2031</div>', language="en-US")),
    Layout("figures, the day first or not", page('<p>Posted 06/05/2031</p>', language="en-GB")),
    Layout("figures that leave no choice", page('<p>Posted 2031-05-06 09:30</p>')),
    Layout("the event's day in the headline", page(
        '<p>Published 6 May 2031</p>', title="Lock gates: what happened on 3 May 2031"
    )),
    Layout("the event's day right below it", page(
        '<p>When: Saturday 17 May 2031, 7 pm, Town Hall</p>'
        '<p class="meta posted-on">Posted on 6 May 2031 by Ida Moss</p>'
    )),
    Layout("at the foot of the article", page(foot='<p>Published on 6 May 2031</p>')),
    Layout("above the headline", page(above='<p class="date">6 May 2031</p>')),
    Layout("today's day in the masthead", page(
        '<p class="byline">By Ida Moss, 6 May 2031</p>', before='<div class="today date">Thursday, 9 October 2031</div>'
    )),
    Layout("German", page(
        '<p class="autor">Von Ida Moos</p><p>Veröffentlicht am 6. Mai 2031, 9:30 Uhr</p>', language="de"
    )),
    Layout("German, with its state", page('<p>06.05.2031, Stand: 09.05.2031</p>', language="de")),
    Layout("French", page("<p>Publié le 6 mai 2031 à 9h30, mis à jour le 9 mai 2031</p>", language="fr")),
    Layout("Spanish", page("<p>Publicado el 6 de mayo de 2031</p>", language="es")),
    Layout("Polish", page("<p>Opublikowano: 6 maja 2031</p>", language="pl")),
    Layout("Japanese", page('<p class="date">2031年5月6日</p>', language="ja")),
    Layout("nested boxes and a clock", page(
        '<div><div><span>Ida Moss</span></div>'
        '<div><span class="timestamp"><b>6 May 2031</b>, <i>14:05</i></span></div></div>',
        around="div",
    )),
)  # fmt: skip

#: Pages that do not say it, and what on them looks as if.
DECOYS = (
    Layout("a year of copyright", page(), None),
    Layout("related stories and comments", page(RELATED, foot=COMMENTS), None),
    Layout("only a change", page("<p>Last updated 9 May 2031</p>"), None),
    Layout("only a change, in JSON-LD", page(head=ld('{"@type":"Article","dateModified":"2031-05-09"}')), None),
    Layout("a change that also stands as date", page(
        head='<meta name="date" content="2031-05-09"><meta name="last-modified" content="2031-05-09">'
    ), None),
    Layout("the day of an event", page('<p class="event-date">17 May 2031</p><p>Town Hall, 17 May 2031</p>'), None),
    Layout("an event alone under the headline", page("<p>17 May 2031</p>"), None),
    Layout("today's day in the masthead", page(before='<div class="date">Thursday, 9 October 2031</div>'), None),
    Layout("the day of printing", page(
        head='<meta name="revised" content="2031-10-09">', foot="<p>Printed 9 October 2031</p>"
    ), None),
    Layout("two times that differ", page(
        '<time datetime="2031-05-09">9 May</time><time datetime="2031-05-17">17 May</time>'
    ), None),
    Layout("the headline's day alone", page(title="What happened on 3 May 2031"), None),
    Layout("cards of other stories before the text", page(
        '<div class="teaser card"><h3>Basin to close</h3><p class="date">1 May 2031</p></div>'
    ), None),
    Layout("an event in JSON-LD", page(head=ld('{"@type":"Event","startDate":"2031-05-17"}')), None),
    Layout("a caption", page(
        '<figure><img alt=""><figcaption>The gates on 3 May 2031. Photo: Ole</figcaption></figure>'
    ), None),
    Layout("a folder of pictures", page('<img src="/uploads/2031/05/03/gates.jpg" alt="">'), None),
)  # fmt: skip

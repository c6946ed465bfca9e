# ruff: noqa: E501 -- prose and markup
"""More pages, made up after the rules were written and by nobody who thought of them: what they say, or None."""

TITLE = "Pool closes after burst pipe"
_PROSE = (
    "<p>The council voted to close the pool after a pipe burst, and swimmers will be sent to the hall in the next town.</p>"
    "<p>Work starts on 20 June 2023 and the cost is put at two million, said the clerk, who asked for patience from all.</p><p>The last repair was in March 2011, when the roof was replaced by a firm from the coast at short notice.</p>"
)


def _page(body: str, head: str = "", lang: str = "en", t: str = TITLE) -> str:
    return f"<html lang='{lang}'><head><title>{t}</title>{head}</head><body>{body}</body></html>"


def _article(inner: str, t: str = TITLE) -> str:
    return f"<article><h1>{t}</h1>{inner}</article>"


PAGES: tuple[tuple[str, str, str | None], ...] = (
    (
        "aside div no class related",
        _page(
            f"<div>{_article('<p class=date>June 3, 2023</p>' + _PROSE)}<div><h3>Related</h3><p>June 1, 2023 – Other</p></div></div>"
        ),
        "2023-06-03",
    ),
    (
        "related before text with time",
        _page(
            f"<div class='latest'><time datetime='2023-06-09'>9 June</time> Fire downtown</div>{_article(_PROSE)}<p>Published June 3, 2023</p>"
        ),
        "2023-06-03",
    ),
    (
        "updated only time elements unlabelled",
        _page(_article("<p>Updated <time datetime='2023-06-05T10:00'>June 5, 2023</time></p>" + _PROSE)),
        None,
    ),
    (
        "published and updated times unlabelled attr",
        _page(
            _article(
                "<p>Published <time datetime='2023-06-03'>June 3</time>, updated <time datetime='2023-06-05'>June 5</time></p>"
                + _PROSE
            )
        ),
        "2023-06-03",
    ),
    (
        "comments with time elements",
        _page(
            _article("<span>03/06/2023</span>" + _PROSE)
            + "<section id='comments'><time datetime='2023-06-04T10:00'>4 June</time><p>I agree</p></section>",
            lang="en-GB",
        ),
        "2023-06-03",
    ),
    (
        "one comment time only",
        _page(
            _article(_PROSE)
            + "<div class='comment'><time datetime='2023-06-04T10:00'>4 June</time><p>I agree</p></div>"
        ),
        None,
    ),
    (
        "single related time only",
        _page(
            _article(_PROSE)
            + "<div class='more'><a href=x><time datetime='2023-05-30'>30 May</time> Other story</a></div>"
        ),
        None,
    ),
    (
        "event page",
        _page(
            _article(
                "<p><time datetime='2023-06-17T19:00'>17 June 2023, 7 pm</time></p><p>Town Hall</p>" + _PROSE,
                t="Public meeting on the pool",
            )
        ),
        None,
    ),
    ("headline date", _page(_article("<p>By Al Fox</p>" + _PROSE, t="Minutes of 1 June 2023")), None),
    (
        "headline date in h1 + byline date",
        _page(_article("<p>By Al Fox, June 3, 2023</p>" + _PROSE, t="Minutes of 1 June 2023")),
        "2023-06-03",
    ),
    ("copyright date", _page(_article(_PROSE) + "<footer>Copyright 2019-2023. Last build June 9, 2023</footer>"), None),
    (
        "meta date & visible same",
        _page(_article("<p>June 3, 2023</p>" + _PROSE), "<meta name='date' content='2023-06-03'>"),
        "2023-06-03",
    ),
    (
        "meta date modified",
        _page(
            _article("<p>June 3, 2023</p>" + _PROSE),
            "<meta name='date' content='2023-06-08'><meta property='article:modified_time' content='2023-06-08'>",
        ),
        "2023-06-03",
    ),
    (
        "og published wrong year typo none",
        _page(
            _article("<p class='byline'>June 3, 2023</p>" + _PROSE),
            "<meta property='article:published_time' content='2023-06-03T00:00:00Z'>",
        ),
        "2023-06-03",
    ),
    (
        "json-ld in array & breadcrumb",
        _page(
            _article(_PROSE),
            '<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":"Pool closes after burst pipe","datePublished":"Jun 3, 2023, 10:00 AM"}]</script>',
        ),
        "2023-06-03",
    ),
    (
        "json-ld of related article only",
        _page(
            _article(_PROSE),
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fire downtown","url":"https://x.example/fire","datePublished":"2023-05-30"}</script>',
        ),
        None,
    ),
    (
        "url date vs visible",
        _page(
            _article("<p class='date'>3 June 2023</p>" + _PROSE),
            "<link rel='canonical' href='https://x.example/2023/06/03/pool'>",
        ),
        "2023-06-03",
    ),
    (
        "fr",
        _page(
            _article("<p>Par Anne Roy – Publié le 03/06/2023 à 18h12 – Mis à jour le 05/06/2023</p>" + _PROSE),
            lang="fr",
        ),
        "2023-06-03",
    ),
    ("fr2", _page(_article("<p>le samedi 3 juin 2023</p>" + _PROSE), lang="fr"), "2023-06-03"),
    ("it", _page(_article("<div class='data'>3 giugno 2023</div>" + _PROSE), lang="it"), "2023-06-03"),
    ("es", _page(_article("<p>Madrid - 3 jun 2023 - 10:00 CEST</p>" + _PROSE), lang="es"), "2023-06-03"),
    (
        "nl",
        _page(_article("<time datetime='2023-06-03T12:00:00+02:00'>za 3 juni, 12:00</time>" + _PROSE), lang="nl"),
        "2023-06-03",
    ),
    ("sv", _page(_article("<p>Publicerad 3 juni 2023 Uppdaterad 4 juni 2023</p>" + _PROSE), lang="sv"), "2023-06-03"),
    (
        "tr",
        _page(_article("<p>Giriş: 03.06.2023 - 10:00 Güncelleme: 04.06.2023 - 11:00</p>" + _PROSE), lang="tr"),
        "2023-06-03",
    ),
    ("us numeric class", _page(_article("<p class='date'>6/3/2023</p>" + _PROSE), lang="en-US"), "2023-06-03"),
    ("us numeric 2", _page(_article("<p class='date'>6/13/2023</p>" + _PROSE), lang="en-US"), "2023-06-13"),
    ("cs", _page(_article("<p>Publikováno: 3. června 2023</p>" + _PROSE), lang="cs"), "2023-06-03"),
    ("ru", _page(_article("<p class='date'>3 июня 2023, 12:00</p>" + _PROSE), lang="ru"), "2023-06-03"),
    (
        "date in header el",
        _page(
            "<article><header><h1>Pool closes after burst pipe</h1><p>Saturday, June 3, 2023</p></header>"
            + _PROSE
            + "</article>"
        ),
        "2023-06-03",
    ),
    (
        "aside reading list w/out class",
        _page(
            "<article><h1>Pool closes after burst pipe</h1><ul><li><a href=x>Fire downtown</a> <span>May 30, 2023</span></li></ul>"
            + _PROSE
            + "</article>"
        ),
        None,
    ),
    (
        "photo date",
        _page(
            _article("<div class='caption'>The pool on June 1, 2023 (Al Fox)</div><p>Posted: June 3, 2023</p>" + _PROSE)
        ),
        "2023-06-03",
    ),
    (
        "press embargo",
        _page(_article("<p>EMBARGOED UNTIL 5 JUNE 2023</p><p>Issued 3 June 2023</p>" + _PROSE)),
        "2023-06-03",
    ),
    (
        "correction at top",
        _page(
            _article(
                "<p>Correction, June 6, 2023: an earlier version was wrong.</p><p class='byline'>By Al Fox June 3, 2023</p>"
                + _PROSE
            )
        ),
        "2023-06-03",
    ),
    (
        "archived banner",
        _page(
            "<div class='banner date'>This page was archived on June 30, 2023</div>"
            + _article("<p>By Al Fox</p>" + _PROSE)
        ),
        None,
    ),
    ("last reviewed", _page(_article("<p>Last reviewed: June 5, 2023</p>" + _PROSE)), None),
    ("effective date", _page(_article("<p class='date'>Effective June 10, 2023</p>" + _PROSE)), None),
    ("expires", _page(_article("<p class='date'>Offer ends June 10, 2023</p>" + _PROSE)), None),
    ("next meeting", _page(_article("<p class='date'>Next meeting: June 10, 2023</p>" + _PROSE)), None),
    (
        "event date class date alone",
        _page(
            _article(
                "<p class='date'>June 10, 2023</p><p>7 pm, Town Hall. Tickets 5 pounds</p>" + _PROSE,
                t="Concert for the pool",
            )
        ),
        None,
    ),
)

"""Articles, front matter and corrections by somebody who means harm: nothing of theirs runs or breaks out of its place.

The project is built as users build theirs, and every page opened in a browser, with the policy of the site and without.
"""

import json
from datetime import date

import pytest
from lxml import html

from timeline import build, search

CALLS = (
    "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "<svg onload=window.pwned=1>",
    "'\"><svg/onload=window.pwned=1>",
    "</script><script>window.pwned=1</script>", "</title><script>window.pwned=1</script>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>", "{{ cycler.__init__.__globals__ }}", "{% raw %}",
    "<style>*{display:none}</style>", "<!--", "]]>", "&lt;script&gt;", "\u202eright to left\u202c", "--></template>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>", "<form action=//evil.example>",
)
ADDRESSES = ("javascript:window.pwned=1", "data:text/html,<script>alert(1)</script>", "//evil.example/x", "vbscript:x")


def quoted(text):
    """A text as YAML, whatever is in it."""
    return json.dumps(text)


def article(n, call):
    """One with the call in every place that can hold it."""
    link = ADDRESSES[n % len(ADDRESSES)]
    return f"""---
title: {quoted(f"Harbour {n} {call}")}
publisher: {quoted(call)}
author: {quoted(call)}
rights: {quoted(call)}
licence: {quoted(call)}
tags: [{quoted(call)}]
published: 2021-03-{n % 27 + 1:02}
---

The harbour of Varnholm was closed on Saturday {call} after a storm, number {n}.

The mayor, {call}, visited Skarvik on March {n % 20 + 1}, 2021 and [opened the lock]({link}) there. ![a]({link})

> {call} On Monday two tugs sank in Norden.

    {call}

<div onclick="window.pwned=1">On Tuesday the council sold a crane to Aldermill.</div>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Folder of the built site."""
    root = tmp_path_factory.mktemp("hostile")
    articles = root / "content/articles"
    articles.mkdir(parents=True)
    for n, call in enumerate(CALLS):
        (articles / f"a{n}.md").write_text(article(n, call))
    settings = {"title": CALLS[4], "description": CALLS[5], "authors": [CALLS[1]], "licence": CALLS[2]}
    (root / "timeline.yaml").write_text(json.dumps({**settings, "publish_text": "full"}))
    build.build(root, date(2026, 11, 21))
    events = [e["id"] for e in json.loads((root / "site/timeline.json").read_text())["events"]]
    assert len(events) > len(CALLS)
    decided = [
        *({"kind": "title", "event": e, "value": CALLS[n % len(CALLS)]} for n, e in enumerate(events[:9])),
        *({"kind": "note", "event": e, "value": CALLS[n % len(CALLS)], "by": CALLS[1]} for n, e in enumerate(events)),
        {"kind": "published", "article": "a3", "value": "2021-04-05", "reason": CALLS[0], "by": CALLS[2]},
        {"kind": "tags", "event": events[0], "tags": list(CALLS)},
        {"kind": "hide", "event": events[9], "reason": CALLS[4]},
    ]
    (root / "content/overrides.yaml").write_text(json.dumps(decided))
    build.build(root, date(2026, 11, 21))
    return root / "site"


@pytest.mark.parametrize("bypass", [False, True], ids=["the policy holds", "without the policy"])
def test_nothing_runs_on_any_page(new_page, site, serve, bypass):
    page = new_page(bypass_csp=bypass)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    base = serve(site)
    for path in sorted(site.rglob("*.html")):
        page.goto(base + path.relative_to(site).as_posix())
        assert page.evaluate("window.pwned") is None, path
        assert page.locator("main").is_visible(), path
        assert page.locator("base, iframe, form:not(.filters), meta[http-equiv=refresh]").count() == 0, path
    assert {url for url in asked if not url.startswith((base, "data:"))} == set()


def test_no_address_is_one_that_runs(site):
    for path in site.rglob("*.html"):
        for link in html.fromstring(path.read_bytes()).xpath("//@href | //@src"):
            assert not link.lower().lstrip().startswith(("javascript:", "data:text", "vbscript:", "//")), (path, link)


@pytest.mark.skipif(not search.available(), reason="Pagefind is not installed (extra `search`)")
def test_what_is_found_stays_text(new_page, site, serve):
    page = new_page()
    page.goto(f"{serve(site)}search.html?q=harbour")
    page.locator(".results a").first.wait_for()
    assert page.locator(".results :is(script, img, svg, iframe, style)").count() == 0
    assert page.evaluate("window.pwned") is None

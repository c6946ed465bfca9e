"""Addresses of the web: where a request may go, how polite it is, and what becomes of bad answers."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.intake import serving
from tests.intake.serving import HASTE, PATIENCE, Server
from timeline.commands.add import command
from timeline.diagnostics import InputError
from timeline.frozen import replace
from timeline.intake.web.addresses import NotAllowedError, is_public, target
from timeline.intake.web.robots import Rules
from timeline.reading.article import read_article

PROSE = (
    "<p>The lock gates at Ostrel gave way on Monday, said the canal office, and forty barges lay dry at night.</p>"
    "<p>Nobody was hurt. The keeper, Jana Holm, had heard the timber creak for days and sent the crews ashore.</p>"
)


def page(title: str = "Lock gates give way", head: str = "", prose: str = PROSE) -> str:
    text = f"<article><h1>{title}</h1>{prose}</article>"
    return f"<html lang='en'><head><title>{title}</title>{head}</head><body>{text}</body></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving.serving() as running:
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project/content/articles").mkdir(parents=True)
    return tmp_path / "project"


def add(project: Path, server: Server, *sources: object) -> Result:
    arguments = [*map(str, sources), "--project", str(project), "--retrieved", "2031-09-01"]
    return CliRunner().invoke(command, arguments, obj=server.client().get)


def refusal(server: Server, url: str, **options: object) -> tuple[str, str]:
    with pytest.raises(InputError) as refused:
        server.client(**options).get(url)
    (finding,) = refused.value.diagnostics
    assert finding.hint
    assert finding.path == url
    return finding.code, finding.message


# ---------------------------------------------------------------- where a request may go
@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1", "::127.0.0.1",
    ],
)  # fmt: skip
def test_places_that_only_this_machine_reaches_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_the_public_web_is(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://localhost./", "http://2130706433/", "http://0x7f.1/",
        "http://0177.0.0.1/", "http://127.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/",
        "http://user@127.0.0.1/", "https://169.254.169.254/latest/meta-data/", "http://１２７.0.0.1/",
        "ftp://press.example/", "file:///etc/passwd", "gopher://127.0.0.1/", "http:///path", "http://",
        "http://press.example:99999/", "javascript:alert(1)", "data:text/html,x",
    ],
)  # fmt: skip
def test_no_way_of_writing_an_address_leads_there(url: str) -> None:
    with pytest.raises((NotAllowedError, OSError)):
        target(url)


def test_a_name_is_judged_by_all_the_numbers_it_stands_for() -> None:
    with pytest.raises(NotAllowedError, match=r"press\.example is not on the public web"):
        target("https://press.example/", lambda host, port: ["93.184.215.14", "192.168.0.9"])


def test_the_request_goes_to_the_number_that_was_judged(server: Server) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.9.9.9"]])
    url = server.page("/a", page())
    found = server.client(resolver=lambda host, port: next(answers)).get(url)
    assert found.url == url
    assert [head["Host"] for _, head in server.asked] == [f"press.example:{server.port}"] * 2


def test_without_being_told_otherwise_this_machine_is_not_asked(server: Server, project: Path) -> None:
    server.page("/a", page())
    result = CliRunner().invoke(command, [f"http://127.0.0.1:{server.port}/a", "--project", str(project)])
    assert result.exit_code == 1
    assert "127.0.0.1 is not on the public web" in result.stderr
    assert server.asked == []


@pytest.mark.parametrize(
    "to", ["http://intranet.example/", "file:///etc/passwd", "ftp://press.example/a", "//intranet.example:80/x"]
)
def test_a_redirect_leads_nowhere_that_a_person_could_not_name(server: Server, to: str) -> None:
    code, _ = refusal(server, server.redirect("/a", to))
    assert code == "not-public"
    assert server.paths() == ["/a"]


def test_redirects_are_followed_and_the_last_address_counts(server: Server, project: Path) -> None:
    server.page("/c", page())
    server.redirect("/b", "/c", 308)
    result = add(project, server, server.redirect("/a", server.url("/b", "other.example")))
    assert result.exit_code == 0
    (article,) = (project / "content/articles").iterdir()
    meta = read_article(article.read_bytes(), "a", "a.md").meta
    assert meta.url == server.url("/c", "other.example")


def test_a_circle_ends(server: Server) -> None:
    server.redirect("/b", "/a")
    assert refusal(server, server.redirect("/a", "/b"))[0] == "redirects"
    assert len(server.paths()) == PATIENCE.redirects + 1


# ---------------------------------------------------------------- manners
def test_it_says_who_it_is_and_asks_robots_txt_first_and_once(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open\n", "text/plain")
    client = server.client()
    client.get(server.page("/a", page()))
    client.get(server.page("/private/open", page()))
    with pytest.raises(InputError, match=r"robots\.txt does not let programs"):
        client.get(server.page("/private/b", page()))
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/private/open"]
    assert all(head["User-Agent"].startswith("timeline/") for _, head in server.asked)


def test_rules_for_timeline_go_before_those_for_all(server: Server) -> None:
    rules = Rules("User-agent: *\nDisallow: /\n\nUser-agent: timeline\nDisallow: /*.pdf$\nCrawl-delay: 3\n")
    assert rules.allows("https://a.example/x", "timeline")
    assert not rules.allows("https://a.example/x.pdf", "timeline")
    assert not rules.allows("https://a.example/x", "other")
    assert rules.pause("timeline") == 3


@pytest.mark.parametrize(("status", "code"), [(404, "status"), (500, "robots"), (503, "robots")])
def test_where_there_are_no_rules_all_is_allowed_and_where_they_cannot_be_had_nothing(
    server: Server, status: int, code: str
) -> None:
    server.pages["/robots.txt"] = (status, {}, b"")
    assert refusal(server, server.url("/absent"))[0] == code


def test_a_host_is_left_alone_between_two_requests(server: Server) -> None:
    client = server.client(limits=replace(PATIENCE, pause=4), clock=lambda: 100.0)
    client.get(server.page("/a", page()))
    client.get(server.page("/b", page()))
    assert server.waited == [4.0, 4.0]


def test_what_may_pass_is_tried_again_and_what_the_server_asks_for_is_waited(server: Server) -> None:
    body = page().encode()
    server.pages["/a"] = [(503, {"Retry-After": "1"}, b""), (200, {"Content-Type": "text/html"}, body)]
    assert server.client().get(server.url("/a")).data == body
    assert server.waited == [1.0]


@pytest.mark.parametrize(
    ("status", "head", "tries", "says"),
    [
        (404, {}, 1, "there is no such page"), (403, {}, 1, "it refuses programs"), (410, {}, 1, "taken down"),
        (401, {}, 1, "password"), (500, {}, 3, "error (500)"), (429, {"Retry-After": "9999"}, 1, "too many requests"),
        (418, {}, 1, "error (418)"),
    ],
)  # fmt: skip
def test_what_does_not_pass_is_told(server: Server, status: int, head: dict[str, str], tries: int, says: str) -> None:
    server.pages["/a"] = (status, head, b"")
    assert says in refusal(server, server.url("/a"))[1]
    assert len(server.paths()) == tries


# ---------------------------------------------------------------- bad answers
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (serving.silent, "slow"), (serving.endless, "slow"), (serving.broken, "connection"),
        (serving.huge, "too-large"), (serving.bomb, "too-large"), (serving.nonsense, "connection"),
        ((200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip"), "damaged"),
        ((200, {"Content-Type": "text/html"}, b"x" * 200_001), "too-large"),
    ],
    ids=["silent", "endless", "broken", "huge", "bomb", "no HTTP", "no gzip", "too long by its own word"],
)  # fmt: skip
def test_a_bad_answer_is_one_clear_line(server: Server, answer: object, code: str) -> None:
    server.pages["/a"] = answer
    limits = replace(HASTE if code == "slow" else PATIENCE, retries=0)
    assert refusal(server, server.url("/a"), limits=limits)[0] == code


def test_bad_answers_do_not_stop_the_rest(server: Server, project: Path) -> None:
    server.limits = replace(PATIENCE, silence=2, whole=30)
    server.pages["/silent"], server.pages["/huge"] = serving.silent, serving.huge
    good, picture = server.page("/good", page()), server.page("/p", b"\x89PNG\r\n\0\0", "image/png")
    empty = server.page("/empty", "<html></html>")
    wall = server.page("/wall", page(prose="<p>We use cookies. Accept all cookies?</p>"))
    addresses = [server.url("/silent"), server.url("/huge"), server.url("/absent"), picture, empty, wall, good]
    listed = project.parent / "addresses.txt"
    listed.write_text("# what to read\n\n" + "\n".join(addresses) + "\n", encoding="utf-8")

    result = add(project, server, listed)

    assert result.exit_code == 1
    assert "1 added, 0 unchanged, 0 changed, 6 failed" in result.output
    told = ("in time", "larger than", "no such page", "image/png", "no text", "cookies")
    for address, says in zip(addresses[:-1], told, strict=True):
        assert any(line.startswith(f"  {address}: ") and says in line for line in result.output.splitlines()), says
    assert [path.name for path in (project / "content/articles").iterdir()] == ["lock-gates-give-way.md"]


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/html; charset=iso-8859-2", page("Wały w Łodzi", prose=PROSE).encode("iso-8859-2")),
        ("text/html; charset=utf-8", page("Wały w Łodzi", prose=PROSE).encode("utf-8")),
        ("text/html; charset=iso-8859-1", page("Wały w Łodzi", prose=PROSE).encode("utf-8")),
        ("text/html", page("Wały w Łodzi", '<meta charset="windows-1250">').encode("cp1250")),
        ("text/html; charset=nonsense", page("Wały w Łodzi", '<meta charset="utf-8">').encode("utf-8")),
    ],
)  # fmt: skip
def test_encodings_even_wrongly_told(server: Server, project: Path, media: str, body: bytes) -> None:
    add(project, server, server.page("/a", body, media))
    assert [path.name for path in (project / "content/articles").iterdir()] == ["wały-w-łodzi.md"]


# ---------------------------------------------------------------- feeds
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Weir</title>
<item><title>One</title><link>{one}</link><pubDate>Tue, 06 May 2031 09:05:00 +0200</pubDate></item>
<item><title>Two</title><link>{two}</link></item><item><title>No link</title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Weir</title>
<entry><title>One</title><link href="{one}"/>
<published>2031-05-06T09:05:00+02:00</published><updated>2031-06-01T00:00:00Z</updated></entry>
<entry><title>Two</title><link rel="alternate" href="{two}"/><updated>2031-06-02T00:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize(("feed", "media"), [(RSS, "application/rss+xml"), (ATOM, "text/xml"), (ATOM, "text/html")])
def test_a_feed_leads_to_its_pages_and_tells_when_they_were_published(
    server: Server, project: Path, feed: str, media: str
) -> None:
    one = server.page("/one", page("One boat"))
    other = "<p>Two boats were lost at sea off the cape, the harbour said; others lay in the bay for days.</p>"
    two = server.page("/two", page("Two boats", prose=other * 2))
    result = add(project, server, server.page("/feed", feed.format(one=one, two=two), media))
    assert result.exit_code == 0, result.output
    metas = {p.stem: read_article(p.read_bytes(), "a", "a.md").meta for p in (project / "content/articles").iterdir()}
    assert {name: (m.published, m.published_source) for name, m in metas.items()} == {
        "one-boat": ("2031-05-06T09:05+02:00", "feed"),
        "two-boats": (None, None),
    }


def test_a_feed_that_leads_to_itself_comes_to_an_end(server: Server, project: Path) -> None:
    feed = server.page("/feed", RSS.format(one=server.url("/feed"), two=server.url("/feed")), "application/rss+xml")
    result = add(project, server, feed)
    assert "0 added, 0 unchanged, 0 changed, 1 failed" in result.output or "no page and no document" in result.stderr
    assert server.paths() == ["/feed", "/feed"]


def test_a_feed_that_contradicts_its_page_is_told(server: Server, project: Path) -> None:
    one = server.page("/one", page("One boat", '<meta property="article:published_time" content="2031-05-01">'))
    server.page("/two", page("Two boats"))
    result = add(project, server, server.page("/feed", RSS.format(one=one, two=one), "application/rss+xml"))
    (article,) = (project / "content/articles").iterdir()
    assert read_article(article.read_bytes(), "a", "a.md").meta.published is None
    assert "published 2031-05-06T09:05+02:00? the feed that leads to the page" in result.output


@pytest.mark.parametrize("text", ["<rss", "<?xml version='1.0'?><html/>", "<rss version='2.0'><channel/></rss>"])
def test_what_is_no_feed_or_an_empty_one_is_told(server: Server, project: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.rss"
    path.write_text(text, encoding="utf-8")
    result = add(project, server, path)
    assert result.exit_code == 1
    assert f"{path}: error: this " in result.stderr


def test_what_came_over_the_web_tells_the_moment(server: Server, project: Path) -> None:
    arguments = [server.page("/a", page()), "--project", str(project)]
    assert CliRunner().invoke(command, arguments, obj=server.client().get).exit_code == 0
    (article,) = (project / "content/articles").iterdir()
    (line,) = [line for line in article.read_text(encoding="utf-8").splitlines() if line.startswith("retrieved: ")]
    assert line.endswith("Z")
    assert len(line) == len("retrieved: 2031-09-01T10:30Z")


# ---------------------------------------------------------------- https
@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Key and certificate of press.example, signed by nobody."""
    openssl = shutil.which("openssl")
    if openssl is None and os.environ.get("CI") == "true":
        pytest.fail("openssl is missing, and what cannot be checked here is no success")
    if openssl is None:
        pytest.skip("openssl is missing")
    file = tmp_path / "press.pem"
    names = ["-subj", "/CN=press.example", "-addext", "subjectAltName=DNS:press.example"]
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(file), "-out", f"{file}.crt", "-days", "2"]
    subprocess.run([openssl, *made, *names], check=True, capture_output=True)
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


@pytest.mark.parametrize(("host", "trusted", "code"), [
    ("press.example", True, None), ("press.example", False, "certificate"), ("other.example", True, "certificate"),
])  # fmt: skip
def test_a_certificate_is_checked_for_the_name_and_not_for_the_number(
    server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, code: str | None
) -> None:
    server.page("/a", page())
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    with server.over_tls(certificate) as port:
        url = f"https://{host}:{port}/a"
        if code:
            assert refusal(server, url, limits=replace(PATIENCE, retries=0))[0] == code
        else:
            assert b"Lock gates" in server.client().get(url).data

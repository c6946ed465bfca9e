"""Who is answered, and what nobody may do: the safety rules of a server that changes files."""

import http.client
import json
import socket
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from timeline.review import server
from timeline.review.session import Session

from .conftest import TODAY


@pytest.fixture
def review(root):
    """A session that is served, and how to ask it."""
    session = Session(root, TODAY, "Ann")
    with server.serving(session) as address:
        yield Client(address, session)


class Client:
    """A browser as far as it matters here: it keeps the key and the token."""

    def __init__(self, address, session):
        parts = urlsplit(address)
        self.host, self.key, self.session = parts.netloc, parts.query.removeprefix("key="), session
        self.cookie = f"timeline-review-{parts.port}={self.key}"
        self.token = self.get("/")[1].partition('data-token="')[2].partition('"')[0]

    def ask(self, method, path, body=None, **headers):
        """Status and text of an answer; a header of None is not sent."""
        sent = {"Host": self.host, "Cookie": self.cookie}
        if method == "POST":
            sent |= {"Origin": f"http://{self.host}", "Content-Type": "application/json", server.TOKEN: self.token}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(self.host, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        if body is not None:
            sent.setdefault("Content-Length", str(len(body)))
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        self.headers = answer.headers
        return answer.status, answer.read().decode()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, sent, **headers):
        return self.ask("POST", path, sent if isinstance(sent, bytes) else json.dumps(sent).encode(), **headers)

    def answer(self, **headers):
        """Answer the first question."""
        item = self.session.left()[0].id
        return self.post("/decide", {"item": item, "action": "date", "value": "2024-05-18"}, **headers)


@contextmanager
def unchanged(root):
    """Nothing is written."""
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    yield
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


def test_an_answer_of_its_own_page_is_written(review, root):
    status, text = review.answer()
    assert (status, json.loads(text)["error"]) == (200, "")
    assert (root / "content/overrides/islander.yaml").exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80", "Origin": "http://evil.example:80"},
        {"Host": None},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"X_Review_Token": None},
        {"X_Review_Token": "guessed"},
        {"X_Review_Token": "gu\u00e9ssed"},
        {"Cookie": None},
        {"Cookie": "timeline-review-1=guessed"},
    ],
)
def test_who_is_not_its_own_page_changes_nothing(review, root, headers):
    with unchanged(root):
        status, _ = review.answer(**headers)
    assert status == 403


def test_the_name_of_another_that_leads_here_sees_nothing(review):
    port = review.host.partition(":")[2]
    names = ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "127.0.0.1", f"0.0.0.0:{port}")
    for name in names:
        for path in ("/", f"/?key={review.key}", "/item", "/site/index.html", "/assets/review.js"):
            assert review.get(path, Host=name)[0] == 403


def test_without_the_key_nobody_sees_anything(review):
    for path in ("/", "/item", "/articles", "/news", "/site/index.html", "/?key=guessed"):
        status, text = review.get(path, Cookie=None)
        assert (status, "its key" in text) == (403, True)


def test_the_key_leaves_the_address_and_stays_in_the_browser(review):
    status, _ = review.get(f"/?key={review.key}", Cookie=None)
    assert (status, review.headers["Location"]) == (303, "/")
    assert "HttpOnly; SameSite=Strict" in review.headers["Set-Cookie"]


def test_a_look_changes_nothing(review, root):
    item = review.session.left()[0].id
    with unchanged(root):
        for path in ("/decide", "/undo", "/later", f"/decide?item={item}&action=date&value=2024-05-18"):
            assert review.get(path)[0] == 404
        for path in ("/", "/item", f"/item?id={item}&action=date&value=2024-05-18", "/articles"):
            assert review.get(path)[0] == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_other_methods_are_not_known(review, root, method):
    with unchanged(root):
        assert review.ask(method, "/decide")[0] == 501


@pytest.mark.parametrize(
    "path",
    [
        "/site/../timeline.yaml", "/site/..%2f..%2fcontent/articles/gazette.md",
        "/site/%2e%2e/content/articles/gazette.md", "/site//etc/passwd",
        "/site/images/../../content/articles/gazette.md", "/assets/../review.css",
        "/assets/..%2fstyle.css", "/assets/page.html", "/../../etc/passwd", "/site/%00", "/site/index.html/..",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(review, path):
    assert review.get(path)[0] == 404


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"x" * (server.MOST_BYTES + 1), {}, 413),
        (b"{}", {"Content_Length": "99999999999999"}, 413),
        (b"{}", {"Content_Length": "-1"}, 411),
        (b"{}", {"Content_Length": "two"}, 411),
        (b"{}", {"Content_Type": "text/plain"}, 415),
        (b"{}", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        (b"{", {}, 400),
        (b"\xff", {}, 400),
        (b"[" * 60_000, {}, 400),
        (b"[]", {}, 400),
        (b'{"item": 7}', {}, 400),
    ],
)
def test_what_is_no_answer_is_refused(review, root, body, headers, status):
    with unchanged(root):
        assert review.post("/decide", body, **headers)[0] == status


def test_a_request_that_never_ends_holds_up_nobody(review):
    host, port = review.host.split(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(b"POST /decide HTTP/1.1\r\nHost: " + review.host.encode() + b"\r\nContent-Length: 10\r\n")
        begun = time.monotonic()
        assert review.get("/item")[0] == 200
        assert time.monotonic() - begun < 5


def test_a_page_lets_nothing_in_from_elsewhere(review):
    review.get("/")
    policy = review.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    review.get("/site/index.html")
    assert "script-src" not in review.headers["Content-Security-Policy"]
    assert "default-src 'none'" in review.headers["Content-Security-Policy"]
    assert review.headers["X-Content-Type-Options"] == "nosniff"


def test_text_of_an_article_stays_text(root):
    file = root / "content/articles/gazette.md"
    file.write_text(file.read_text().replace("Ferry runs", "Ferry <script>alert(1)</script> runs"))
    with server.serving(Session(root, TODAY)) as address:
        client = Client(address, Session(root, TODAY))
        for path in ("/", "/articles", "/item"):
            assert "<script>alert" not in client.get(path)[1]


def test_a_wrong_date_is_said_beside_its_field(review, root):
    item = review.session.left()[0].id
    with unchanged(root):
        status, text = review.post("/decide", {"item": item, "action": "date", "value": "someday"})
    assert status == 200
    assert json.loads(text)["wrong"].startswith("'someday' is no date: write 2023-12-10")


def test_an_item_that_is_gone_is_said_and_the_next_one_shown(review):
    status, text = review.post("/decide", {"item": "date-nowhere", "action": "accept"})
    assert status == 200
    assert "settled already" in json.loads(text)["gone"]
    assert "When was this published?" in json.loads(text)["html"]


def test_a_change_on_disk_is_news(review, root):
    seen = json.loads(review.get("/item")[1])["seen"]
    told = []
    waiting = threading.Thread(target=lambda: told.append(json.loads(review.get(f"/news?seen={seen}")[1])))
    waiting.start()
    for n in range(40):  # watching begins a moment after it is asked for
        (root / "content/overrides.yaml").write_text(f"# {n}\n- kind: nothing\n")
        waiting.join(0.25)
        if not waiting.is_alive():
            break
    assert "content/overrides.yaml:2:9: error: unknown kind 'nothing'" in told[0]["error"]


def test_the_site_beside_is_as_it_would_be_now(review):
    assert "set by a person" not in review.get("/site/index.html")[1]
    page = json.loads(review.answer()[1])["page"]
    assert page.startswith("index.html")
    text = review.get("/site/index.html")[1]
    assert "Thursday" in text
    assert "<script src" not in text

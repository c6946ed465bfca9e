"""The review as a page on loopback: for this machine alone, for who has the key, and no change without the token.

A page of another site can send requests here, and a name of its own can be made to lead here. So the `Host` must be
ours, a change must come from a page of ours (`Origin`) and carry the token that only such a page knows, and nobody sees
a page without the key that the command prints. Nothing is changed by a GET.
"""

import json
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from hmac import compare_digest
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlsplit

from ..authored.forms import BadValueError
from ..diagnostics import InputError
from ..preview import News, Server, changes
from .desk import Desk, Reply
from .session import GoneError, Session

#: A decision is a few words; nothing longer is read.
MOST_BYTES = 64_000
TOKEN = "X-Review-Token"
_HEADERS = {
    "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: A page of the site beside it: its own style, no script, in no frame but ours.
_POLICY_BESIDE = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
_MEDIA = {
    "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
    "woff2": "font/woff2", "json": "application/json", "txt": "text/plain; charset=utf-8", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
}  # fmt: skip


class _RefusedError(Exception):
    """A request that is not looked at further."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        """Both as they are answered."""
        super().__init__(why)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    """Requests → `Desk`. Whoever asks is looked at before what is asked."""

    timeout = 30  # seconds in which a request must have come in
    server_version, sys_version = "timeline", ""

    def __init__(self, *args: object, desk: Desk, key: str, token: str) -> None:
        """Serve one connection."""
        self._desk, self._key, self._token = desk, key, token
        super().__init__(*args)  # type: ignore[arg-type]

    # ---------------------------------------------------------------- looking
    def do_GET(self) -> None:
        """A page, a part of one, a file of the site beside it."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if not self._is_here():
            self._refuse(HTTPStatus.FORBIDDEN, "this page is for this machine alone")
        elif parts.path == "/" and self._is_same(query.get("key", ""), self._key):
            self._let_in()
        elif not self._is_known():
            self._refuse(HTTPStatus.FORBIDDEN, "open the address that `timeline review` has printed, with its key")
        elif parts.path.startswith("/site/"):
            self._beside(unquote(parts.path.removeprefix("/site/")))
        elif parts.path.startswith("/assets/"):
            self._file(self._desk.asset(parts.path.removeprefix("/assets/")), parts.path)
        else:
            self._page(parts.path, query)

    def _page(self, path: str, query: Mapping[str, str]) -> None:
        looks: dict[str, Callable[[], Reply]] = {
            "/item": lambda: self._desk.item(
                query.get("id"), "whole" in query, query.get("back", ""), "queued" in query
            ),
            "/articles": self._desk.articles,
            "/news": lambda: self._desk.news(query.get("seen", "")),
        }
        if path == "/":
            page = self._desk.page(self._token)
            self._answer(HTTPStatus.OK, page.encode(), "html", {"Content-Security-Policy": _POLICY})
        elif path in looks:
            self._json(looks[path]())
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such page")

    def _beside(self, path: str) -> None:
        try:
            content = self._desk.beside(path)
        except InputError as wrong:
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, str(wrong).encode(), "txt")
            return
        self._file(content, path, {"Content-Security-Policy": _POLICY_BESIDE})

    def _file(self, content: bytes | None, path: str, headers: Mapping[str, str] | None = None) -> None:
        if content is None:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such file")
        else:
            self._answer(HTTPStatus.OK, content, path.rpartition(".")[2], headers or {})

    # ---------------------------------------------------------------- changing
    def do_POST(self) -> None:
        """A decision, an undo, a thing put off."""
        deeds: dict[str, Callable[[Mapping[str, str]], Reply]] = {
            "/decide": self._desk.decide, "/undo": self._desk.undo, "/later": self._desk.later,
        }  # fmt: skip
        deed = deeds.get(urlsplit(self.path).path)
        if not self._is_here() or not self._is_ours():
            self._refuse(HTTPStatus.FORBIDDEN, "only the page of this review may change anything")
        elif deed is None:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such deed")
        else:
            self._do(deed)

    def _do(self, deed: Callable[[Mapping[str, str]], Reply]) -> None:
        body: Mapping[str, str] = {}
        try:
            body = self._body()
            self._json(deed(body))
        except _RefusedError as refused:
            self._refuse(refused.status, str(refused))
        except BadValueError as wrong:
            said = f"{wrong}: {wrong.hint}" if wrong.hint else str(wrong)
            self._json({"wrong": said})
        except GoneError as gone:
            self._json({**self._desk.item(None), "gone": str(gone)})
        except (InputError, OSError) as wrong:
            self._json({**self._desk.item(body.get("item")), "gone": str(wrong)})

    def _body(self) -> Mapping[str, str]:
        """What was sent, as texts by name. Raises _RefusedError."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            raise _RefusedError(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
        if int(length) > MOST_BYTES:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "that is longer than any decision")
        if self.headers.get_content_type() != "application/json":
            raise _RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON")
        try:
            sent = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "that is no JSON") from None
        if not isinstance(sent, dict) or not all(isinstance(v, str) for v in sent.values()):
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "send texts by their names")
        return sent

    # ---------------------------------------------------------------- who asks
    def _is_here(self) -> bool:
        """Was the request sent to this machine by its own name?"""
        hosts = self.headers.get_all("Host") or []
        return len(hosts) == 1 and hosts[0] in self._hosts()

    def _is_ours(self) -> bool:
        """Does it come from our page, with the key and the token?"""
        origins = [f"http://{host}" for host in self._hosts()]
        sent = self.headers.get(TOKEN, "")
        return self.headers.get("Origin") in origins and self._is_known() and self._is_same(sent, self._token)

    def _is_known(self) -> bool:
        """Has the browser been let in?"""
        try:
            cookies = SimpleCookie(self.headers.get("Cookie", ""))
        except CookieError:
            return False
        kept = cookies.get(self._cookie())
        return kept is not None and self._is_same(kept.value, self._key)

    def _hosts(self) -> tuple[str, str]:
        port = self._port()
        return f"127.0.0.1:{port}", f"localhost:{port}"

    def _cookie(self) -> str:
        return f"timeline-review-{self._port()}"

    def _port(self) -> int:
        assert isinstance(self.server, Server)
        return self.server.server_port

    def _let_in(self) -> None:
        """Keep the key in the browser and take it out of the address."""
        kept = f"{self._cookie()}={self._key}; Path=/; HttpOnly; SameSite=Strict"
        self._answer(HTTPStatus.SEE_OTHER, b"", "txt", {"Location": "/", "Set-Cookie": kept})

    @staticmethod
    def _is_same(sent: str, kept: str) -> bool:
        return compare_digest(sent.encode(), kept.encode())

    # ---------------------------------------------------------------- answering
    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True
        self._answer(status, f"{why}\n".encode(), "txt")

    def _json(self, content: Reply) -> None:
        """What came of it, also where a date was wrong or an item gone: the request itself was in order."""
        self._answer(HTTPStatus.OK, json.dumps(content, ensure_ascii=False).encode(), "json")

    def _answer(self, status: HTTPStatus, content: bytes, kind: str, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        media = _MEDIA.get(kind, "application/octet-stream")
        sent = {**_HEADERS, "Content-Type": media, "Content-Length": str(len(content)), **(headers or {})}
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(session: Session, port: int = 0) -> Iterator[str]:
    """Serve a session on loopback while it is watched for changes on disk; gives the address with its key.

    port: 0 for any that is free. Raises OSError if it is taken.
    """
    key, token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    news, stop = News(), threading.Event()
    desk = Desk(session, news)
    with Server(("127.0.0.1", port), partial(_Handler, desk=desk, key=key, token=token)) as server:
        watching = threading.Thread(target=_watch, args=(session, news, stop), daemon=True)
        answering = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        watching.start()
        answering.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/?key={key}"
        finally:
            stop.set()
            server.shutdown()
            answering.join()
            watching.join()


def _watch(session: Session, news: News, stop: threading.Event) -> None:
    """Read again on every change of the project that is not our own, and tell open pages."""
    for _ in changes(session.root, stop):
        if session.refresh():
            news.tell(session.state.error)

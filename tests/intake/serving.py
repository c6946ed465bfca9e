"""A server on this machine that answers as servers of the web do, badly too."""

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

from timeline.frozen import replace
from timeline.intake.web.fetch import Client, Limits

#: For answers that come, however busy this machine is; and for those that never do.
PATIENCE = Limits(connect=30, silence=30, whole=60, size=200_000, pause=0, longest_wait=1)
HASTE = replace(PATIENCE, silence=0.8, whole=3)


@dataclass
class Server:
    """pages: what is answered, by path: status, head, body; or a function that writes to the connection by itself."""

    pages: dict[str, object] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0
    waited: list[float] = field(default_factory=list)
    limits: Limits = PATIENCE
    handler: type[BaseHTTPRequestHandler] = BaseHTTPRequestHandler

    def url(self, path: str, host: str = "press.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: str | bytes, media: str = "text/html; charset=utf-8", **head: str) -> str:
        data = body if isinstance(body, bytes) else body.encode()
        self.pages[path] = (200, {"Content-Type": media, **head}, data)
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        self.pages[path] = (status, {"Location": to}, b"")
        return self.url(path)

    def client(self, **options: object) -> Client:
        """A client for which this machine is the web, and that never sleeps."""
        settings: dict[str, object] = {
            "limits": self.limits, "allowed": lambda number: number == "127.0.0.1", "resolver": _here,
            "sleep": self.waited.append, **options,
        }  # fmt: skip
        return Client(**settings)  # type: ignore[arg-type]

    @contextmanager
    def over_tls(self, certificate: Path) -> Iterator[int]:
        """The same pages by https, with this key and certificate; the port."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        httpd = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        httpd.handle_error = lambda *_: None  # type: ignore[method-assign]
        httpd.daemon_threads = True
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield httpd.server_port
        finally:
            httpd.shutdown()
            httpd.server_close()
            thread.join()

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def _here(host: str, port: int) -> list[str]:
    return ["10.0.0.7"] if host == "intranet.example" else ["127.0.0.1"]


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            answer = server.pages.get(self.path, (404, {}, b""))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
            if callable(answer):
                answer(self)
                return
            status, head, body = cast("tuple[int, dict[str, str], bytes]", answer)
            self.send_response(status)
            for name, value in head.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server.handler = Handler
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    httpd.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.port = httpd.server_port
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


Hostile = Callable[[BaseHTTPRequestHandler], None]


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Takes the request and says nothing."""
    time.sleep(4)
    handler.close_connection = True


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A word every now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>on and on</p>")
        handler.wfile.flush()
        time.sleep(0.1)


def broken(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it gives."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<p>half of a")
    handler.close_connection = True


def huge(handler: BaseHTTPRequestHandler) -> None:
    """More than anybody wants, and does not say so."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"x" * 10_000)


_BOMB = gzip.compress(b"x" * 5_000_000)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """Little that unpacks to much."""
    body = _BOMB
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    """No HTTP at all."""
    handler.wfile.write(b"\x00\x01\x02 what?\r\n\r\n")
    handler.close_connection = True

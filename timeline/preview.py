"""A project's site while somebody works on it: served on loopback, built anew on every change, told what is wrong."""

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from . import project

#: What a project is made of. The site itself and hidden files are not watched.
WATCHED = ("content", "templates", project.STATIC, project.SETTINGS)
NEWS, SCRIPT = "/.timeline/news", "/.timeline/reload.js"
_WAIT = 20.0  # seconds that a page waits for news before it asks again
_SETTLE = 50  # milliseconds without a further change before a build begins

_RELOAD = b"""\
// Ask for news again and again: a build makes the page load anew, an error is shown over it.
let seen = null;
const box = document.createElement("pre");
box.setAttribute("role", "alert");
box.className = "preview-error";
const style = new CSSStyleSheet();
style.replaceSync(".preview-error{position:fixed;inset:auto 0 0;z-index:9;margin:0;padding:1rem 1.5rem;max-height:60vh;"
  + "overflow:auto;white-space:pre-wrap;background:#7a1208;color:#fff;font:14px/1.5 ui-monospace,monospace}");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
async function ask() {
  for (;;) {
    try {
      const news = await (await fetch(`/.timeline/news?seen=${seen ?? ""}`)).json();
      if (seen !== null && news.built !== seen.split(".")[0]) location.reload();
      seen = `${news.built}.${news.told}`;
      box.textContent = news.error;
      if (news.error) document.body.append(box); else box.remove();
    } catch {
      await new Promise((later) => setTimeout(later, 1000));
    }
  }
}
ask();
"""

#: An entry that is edited may lose its page and get it back: who looks at it is not left behind.
_MISSING = f"""\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No such page</title><script src="{SCRIPT}" defer></script></head>
<body><h1>There is no such page</h1>
<p>It may come with the next build; this page then loads by itself. <a href="/">To the timeline</a></p></body></html>
""".encode()


class News:
    """What open pages are waiting for: how many builds there were, how many messages, and the last error ("": none)."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self._changed = threading.Condition()
        self._built = self._told = 0
        self._error = ""

    def tell(self, error: str) -> None:
        """A build has ended: with an error, or well."""
        with self._changed:
            self._told += 1
            self._built += not error
            self._error = error
            self._changed.notify_all()

    def wait(self, seen: str, timeout: float = _WAIT) -> bytes:
        """The news as JSON, as soon as they are others than those seen ("built.told"), or after `timeout` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: f"{self._built}.{self._told}" != seen, timeout)
            return json.dumps({"built": str(self._built), "told": self._told, "error": self._error}).encode()


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, the pages with one script more; the script; the news. Only for requests of this machine."""

    def __init__(self, *args: object, folder: Path, news: News) -> None:
        """Serve a folder."""
        self._folder, self._news = folder, news
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer."""
        path, _, query = self.path.partition("?")
        if not self._is_here():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == NEWS:
            self._answer(self._news.wait(query.removeprefix("seen=")), "application/json")
        elif path == SCRIPT:
            self._answer(_RELOAD, "text/javascript")
        elif (file := self._page()) is None:
            super().do_GET()
        elif file.is_file():
            script = f'<script src="{SCRIPT}" defer></script></head>'.encode()
            self._answer(file.read_bytes().replace(b"</head>", script, 1), "text/html; charset=utf-8")
        else:
            self._answer(_MISSING, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        if self._is_here():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def _is_here(self) -> bool:
        """Was this machine asked by its own name? Pages of other origins must not look in by one that leads here."""
        return self.headers.get("Host", "").rpartition(":")[0] in ("127.0.0.1", "localhost")

    def _page(self) -> Path | None:
        """The HTML file that is asked for, whether it is there or not; None for anything else."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        return file if file.suffix == ".html" else None

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send it, not to be kept."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True
    request_queue_size = 128  # a page asks for all that it is made of at once; the usual five would turn some away

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that was closed before its answer is no fault; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, news: News, port: int = 0) -> Iterator[str]:
    """Serve the folder on loopback; gives the address. port: 0 for any that is free. Raises OSError if it is taken."""
    handler = partial(_Handler, folder=folder, news=news)
    with Server(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


#: Builds, calls what it is given when the pages stand, and gives what is wrong, "" for nothing.
Build = Callable[[Callable[[], None]], str]


def rebuild(root: Path, build: Build, news: News, stop: threading.Event | None = None) -> None:
    """Build on every change of the project, until stopped."""
    for _ in changes(root, stop):
        told(build, news)


def told(build: Build, news: News) -> None:
    """Build, and tell it as soon as there is something to see."""
    if wrong := build(partial(news.tell, "")):
        news.tell(wrong)


def changes(root: Path, stop: threading.Event | None) -> Iterable[object]:
    """Changes of what the project is made of, one at a time, until stopped."""

    def matters(_: object, path: str) -> bool:
        parts = Path(path).relative_to(root).parts
        return bool(parts) and parts[0] in WATCHED and not any(part.startswith(".") for part in parts)

    return watch(root, watch_filter=matters, step=_SETTLE, debounce=4 * _SETTLE, stop_event=stop)

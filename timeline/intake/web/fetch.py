"""A polite client for single pages of the web: it says who it is, heeds robots.txt, waits, and knows when to give up.

Only a person's `timeline add` calls it; a build fetches nothing.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

import urllib3

from ... import __version__
from ...authored.files import MAX_BYTES
from ...diagnostics import InputError, error
from ...frozen import Frozen
from .addresses import NotAllowedError, Resolver, Target, is_public, joined, resolve, target
from .answer import Fetched
from .robots import Rules

#: What robots.txt calls us, and what we say in each request.
AGENT = "timeline"
USER_AGENT = f"{AGENT}/{__version__} (adds single articles for a person; heeds robots.txt)"

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/atom+xml,application/rss+xml,*/*;q=0.5"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGAIN = frozenset((429, 500, 502, 503, 504))
_PIECE = 65_536
_ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB have to be read

_SAID = {
    401: ("it asks for a password", "save the page in a browser in which you are signed in, and add that file"),
    402: ("it asks to be paid", "save the page in a browser in which you are signed in, and add that file"),
    403: ("it refuses programs", "save the page in a browser, and add that file"),
    404: ("there is no such page", "look at the address; an archive on the web may have a copy"),
    410: ("the page has been taken down", "an archive on the web may have a copy"),
    429: ("it has had too many requests", "try again later"),
    451: ("it may not be shown where you are", "save the page in a browser, and add that file"),
}


class Limits(Frozen):
    """How patient to be. Seconds for a connection, between two pieces of an answer, and for all of it; bytes; seconds
    between two requests to one host; redirects; further attempts and the longest wait before one.
    """

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 60.0
    size: int = MAX_BYTES
    pause: float = 1.0
    redirects: int = 5
    retries: int = 2
    longest_wait: float = 15.0


class _FailedError(Exception):
    """Why an address gave nothing; again: it may do so later, after so many seconds where it says."""

    def __init__(self, code: str, message: str, hint: str, again: bool = False, after: float = 0.0) -> None:
        super().__init__(message)
        self.code, self.hint, self.again, self.after = code, hint, again, after


@dataclass(slots=True)
class Client:
    """Fetches what may be fetched, one address after the other.

    allowed: whether an IP address may be asked; resolver: finds those of a host. Both are for tests, which have their
    server on this machine; no option of the program reaches them.
    """

    limits: Limits = Limits()  # noqa: RUF009 (it is frozen)
    allowed: Callable[[str], bool] = is_public
    resolver: Resolver = resolve
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _rules: dict[str, Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Fetched:
        """The answer of an address, redirects followed. Raises `InputError` with one clear line."""
        try:
            return self._follow(url)
        except _FailedError as failed:
            raise InputError([error(url, 0, 0, failed.code, str(failed), failed.hint)]) from None

    def _follow(self, url: str) -> Fetched:
        here = url
        for _ in range(self.limits.redirects + 1):
            place = self._target(here)
            self._heed(place)
            answer = self._patiently(place)
            if isinstance(answer, Fetched):
                return answer
            here = joined(place.url, answer)
        message = f"it leads on and on, more than {self.limits.redirects} times"
        raise _FailedError("redirects", message, "open it in a browser, and name the address where that ends")

    def _target(self, url: str) -> Target:
        try:
            return target(url, self.resolver, self.allowed)
        except NotAllowedError as refused:
            raise _FailedError("not-public", str(refused), "save the page in a browser, and add that file") from None
        except OSError as problem:
            message = f"nobody knows this host ({problem.strerror or problem})"
            raise _FailedError("no-host", message, "look at the spelling, and whether you are online") from None

    # ------------------------------------------------------------ manners
    def _heed(self, place: Target) -> None:
        rules = self._rules.get(place.origin)
        if rules is None:
            rules = self._rules[place.origin] = self._robots(place)
        if not rules.reachable:
            message = "its robots.txt cannot be fetched, so that it is not known what may be"
            raise _FailedError("robots", message, "try again later, or save the page in a browser")
        if not rules.allows(place.url, AGENT):
            message = "its robots.txt does not let programs fetch this"
            raise _FailedError("robots", message, "save the page in a browser, and add that file")

    def _robots(self, place: Target) -> Rules:
        """The rules of an origin. Where it has none, all is allowed; where it does not answer, nothing is."""
        url = f"{place.origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                answer = self._patiently(self._target(url), most=_ROBOTS_BYTES, whole=False)
            except _FailedError as failed:
                if failed.code not in ("status", "unavailable"):
                    raise  # the page would meet the same: say what it is
                return Rules(reachable=failed.code == "status")
            if isinstance(answer, Fetched):
                return Rules(answer.data.decode("utf-8", "replace"))
            url = joined(url, answer)
        return Rules()

    def _wait_for(self, place: Target) -> None:
        """Leave a host alone for a while after each request."""
        pause = max(self.limits.pause, self._rules.get(place.origin, Rules()).pause(AGENT))
        before = self._asked.get(place.host)
        if before is not None and (rest := before + pause - self.clock()) > 0:
            self.sleep(rest)
        self._asked[place.host] = self.clock()

    # ------------------------------------------------------------ one address
    def _patiently(self, place: Target, most: int | None = None, whole: bool = True) -> Fetched | str:
        """What `_once` gives, after further attempts where that helps."""
        for attempt in range(self.limits.retries + 1):
            self._wait_for(place)
            try:
                return self._once(place, most or self.limits.size, whole)
            except _FailedError as failed:
                if not failed.again or attempt == self.limits.retries or failed.after > self.limits.longest_wait:
                    raise
                self.sleep(failed.after or self.limits.pause * 2**attempt)
        raise AssertionError("unreachable")  # pragma: no cover

    def _once(self, place: Target, most: int, whole: bool) -> Fetched | str:
        """The answer of an address, or where it leads. Of an answer that is larger than `most` bytes, only the
        beginning where not the `whole` of it is needed.
        """
        deadline = self.clock() + self.limits.whole
        with _pool(place, self.limits) as pool:
            try:
                answer = pool.urlopen(
                    "GET", place.path, headers=_headers(place), redirect=False, retries=False,
                    preload_content=False, assert_same_host=False,
                )  # fmt: skip
                with answer:
                    location = answer.headers.get("Location")
                    if answer.status in _REDIRECTS and location:
                        return location
                    if answer.status != 200:
                        raise _refused(answer.status, answer.headers.get("Retry-After"))
                    if whole and int(answer.headers.get("Content-Length") or 0) > most:
                        raise _too_large(most)
                    data = b"".join(self._pieces(answer, most, whole, deadline))
            except (urllib3.exceptions.HTTPError, OSError, ValueError) as problem:
                raise _trouble(problem) from None
        media, charset = _media(answer.headers.get("Content-Type", ""))
        return Fetched(place.url, data, media, charset)

    def _pieces(self, answer: urllib3.BaseHTTPResponse, most: int, whole: bool, deadline: float) -> Iterator[bytes]:
        left = most
        for piece in iter(partial(_read, answer), b""):
            if self.clock() > deadline:
                message = f"it does not come to an end within {self.limits.whole:.0f} seconds"
                raise _FailedError("slow", message, "save the page in a browser, and add that file")
            yield piece[:left]
            left -= len(piece)
            if left < 0:
                if whole:
                    raise _too_large(most)
                return


def _read(answer: urllib3.BaseHTTPResponse) -> bytes:
    return answer.read1(_PIECE, decode_content=True)


def _pool(place: Target, limits: Limits) -> urllib3.HTTPConnectionPool:
    """A connection to the number that was judged, with certificates for the name."""
    patience = urllib3.Timeout(connect=limits.connect, read=limits.silence)
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.number, place.port, timeout=patience)
    return urllib3.HTTPSConnectionPool(
        place.number, place.port, timeout=patience, server_hostname=place.host, assert_hostname=place.host,
        cert_reqs="CERT_REQUIRED",
    )  # fmt: skip


def _headers(place: Target) -> dict[str, str]:
    return {
        "Host": place.netloc, "User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }  # fmt: skip


def _media(written: str) -> tuple[str, str | None]:
    head = Message()
    head["Content-Type"] = written or "application/octet-stream"
    charset = head.get_content_charset()
    return head.get_content_type(), charset


def _refused(status: int, retry_after: str | None) -> _FailedError:
    message, hint = _SAID.get(status, (f"it answers with an error ({status})", "try again later, or use a browser"))
    code = "status" if status < 500 and status != 429 else "unavailable"
    return _FailedError(code, message, hint, status in _AGAIN, _seconds(retry_after))


def _seconds(written: str | None) -> float:
    """How long a server asks to be left alone; 0 where it does not say so in seconds."""
    if written and written.strip().isdecimal():
        return float(written)
    try:
        return 3600.0 if written and parsedate_to_datetime(written) else 0.0
    except ValueError:
        return 0.0


def _too_large(most: int) -> _FailedError:
    return _FailedError("too-large", f"larger than {most // 1_000_000} MB", "save its text, and add that file")


def _trouble(problem: Exception) -> _FailedError:
    if isinstance(problem, urllib3.exceptions.TimeoutError):
        return _FailedError(
            "slow", "it does not answer in time", "try again later, or save the page in a browser", True
        )
    if isinstance(problem, urllib3.exceptions.SSLError):
        return _FailedError(
            "certificate", "its certificate is not valid", "see in a browser whether it is the right place"
        )
    if isinstance(problem, urllib3.exceptions.DecodeError):
        return _FailedError("damaged", "its answer cannot be unpacked", "save the page in a browser, and add that file")
    inner: Any = problem.__cause__ or problem
    said = getattr(inner, "strerror", None) or "the connection was lost"
    return _FailedError("connection", f"cannot be fetched: {said}", "try again later", True)

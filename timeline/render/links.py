"""Addresses: which may be linked, and how to point at the very words on somebody else's page or in our copy."""

from urllib.parse import quote, urlsplit

from .. import urls
from ..model import Span

_ALLOWED = ("http", "https", "mailto")


def safe(href: str | None) -> str | None:
    """The address if it is one that a page may link to, else None: nothing that a browser would run."""
    if not href or any(ord(c) < 33 for c in href):
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    return href if parts.scheme in _ALLOWED and (parts.netloc or parts.scheme == "mailto") else None


def at_the_words(href: str | None, words: str) -> str | None:
    """The address with a text fragment, so that browsers scroll to the words and mark them."""
    href = safe(href)
    return f"{href}{'' if '#' in href else '#'}:~:text={_directive(words)}" if href and words.strip() else href


def relative(target: str, page: str, fragment: str = "") -> str:
    """From one page of the site to another file of it, by their paths; the names of articles may hold any character."""
    return quote(urls.relative(target, page)) + (f"#{fragment}" if fragment else "")


def from_root(site: str, target: str, fragment: str = "") -> str:
    """From any page of the server to a file of the site, by its path there. site: whole address of the site."""
    return urlsplit(site).path + quote(target) + (f"#{fragment}" if fragment else "")


def absolute(site: str | None, target: str) -> str | None:
    """The whole address of a file of the site, None where the site does not know its own."""
    return site + quote(target) if site else None


def in_repository(repository: str | None, path: str) -> str | None:
    """A file or folder of a repository, where its host shows and edits it; None for hosts that are not known.

    A repository may be named with its branch, as GitHub shows it (`…/tree/main`): then the file opens for editing. It
    opens for reading otherwise, since GitHub edits no file by the name HEAD; a click leads on from there.
    """
    host = urlsplit(repository or "").hostname or ""
    base, _, branch = (repository or "").rstrip("/").partition("/tree/")
    base, sort = base.removesuffix("/-").removesuffix(".git"), "blob" if "." in path else "tree"
    if host in ("github.com", "www.github.com"):
        return f"{base}/{'edit' if branch and sort == 'blob' else sort}/{branch or 'HEAD'}/{path}"
    if host.startswith("gitlab."):
        return f"{base}/-/{'edit' if branch and sort == 'blob' else sort}/{branch or 'HEAD'}/{path}"
    return None


def quotation_id(span: Span) -> str:
    """The id of a quotation on its article's page."""
    return f"q{span[0]}-{span[1]}"


def expression_id(start: int) -> str:
    """The id of a time expression on its article's page."""
    return f"t{start}"


def note_id(start: int) -> str:
    """The id of the note that derives a time expression."""
    return f"n{start}"


def _directive(words: str) -> str:
    """Long quotations are named by their beginning and end, as the text fragment standard advises."""
    tokens = words.split()
    if len(tokens) <= 12:
        return _encode(" ".join(tokens))
    return f"{_encode(' '.join(tokens[:5]))},{_encode(' '.join(tokens[-5:]))}"


def _encode(words: str) -> str:
    """Percent-encoded; dash, comma and ampersand have a meaning of their own in a text directive."""
    return quote(words, safe="").replace("-", "%2D")

"""What a page says of itself, apart from its text: `<meta>`, links, JSON-LD, `<time>`, headline, language."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any

from ...frozen import Frozen

_ARTICLE_TYPES = ("Article", "Posting", "Report")
# As browsers and SingleFile note it in a comment at the top.
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|\A\s*Page saved with.*?\burl:\s*)(?P<address>https?://\S+)", re.S)

Node = Mapping[str, Any]


class PageHead(Frozen):
    """What a page says of itself, as written there. metas: lower-case name and content, in order."""

    metas: tuple[tuple[str, str], ...] = ()
    canonical: str | None = None
    language: str | None = None
    title: str | None = None
    headline: str | None = None
    articles: tuple[Node, ...] = ()
    asks_password: bool = False
    saved_from: str | None = None

    def meta(self, *names: str) -> str | None:
        """The content of the first of these names that the page has."""
        found = dict(reversed(self.metas))
        return next((found[name] for name in names if found.get(name)), None)


def read_head(markup: str) -> PageHead:
    """What a page, well-formed, says of itself; what is broken in its JSON-LD is not said."""
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    headline = _line(parser.texts["h1"])
    canonical = parser.canonical
    told = dict(reversed(parser.metas))
    names = {headline, _line(told.get("og:title", ""))} - {None}
    addresses = {canonical, told.get("og:url")} - {None}
    return PageHead(
        metas=tuple(parser.metas),
        canonical=canonical,
        language=parser.language,
        title=_line(parser.texts["title"]),
        headline=headline,
        articles=_about_this(tuple(_articles(parser.scripts)), names, addresses),
        asks_password=parser.asks_password,
        saved_from=parser.saved_from,
    )


def name_of(value: object) -> str | None:
    """A name in JSON-LD, which may be a text, a thing with a name, or a list of either."""
    if isinstance(value, str):
        return _line(unescape(value))
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_of, value))) or None
    return name_of(value.get("name")) if isinstance(value, Mapping) else None


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None


# ---------------------------------------------------------------- JSON-LD
def _articles(scripts: list[str]) -> Iterator[Node]:
    """The articles that the page is; those in its lists of other stories are further down and not looked at."""
    for script in scripts:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in data if isinstance(data, list) else [data]:
            graph = node.get("@graph", [node]) if isinstance(node, dict) else []
            nodes = [n for n in (graph if isinstance(graph, list) else [graph]) if isinstance(n, dict)]
            by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str)}
            for one in nodes:
                found = one if _is_article(one) else one.get("mainEntity")
                if isinstance(found, dict) and _is_article(found):
                    yield {key: _resolved(value, by_id) for key, value in found.items()}


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_TYPES) for kind in named)


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    """What a reference within the graph stands for."""
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value]
    known = by_id.get(value["@id"]) if isinstance(value, dict) and isinstance(value.get("@id"), str) else None
    return known or value


def _about_this(found: tuple[Node, ...], names: set[str | None], addresses: set[str | None]) -> tuple[Node, ...]:
    """Of several articles those that are this page, by headline or address; one alone, unless both say otherwise."""
    if len(found) == 1:
        return () if _is_another(found[0], names, addresses) else found
    return tuple(node for node in found if name_of(node.get("headline")) in names or _addresses(node) & addresses)


def _is_another(node: Node, names: set[str | None], addresses: set[str | None]) -> bool:
    """Has it an address and a headline of its own, of which the page has neither?"""
    headline = name_of(node.get("headline"))
    here = {_place(address) for address in addresses if address}
    there = {_place(address) for address in _addresses(node)}
    if here and there:
        return not here & there and not _alike(headline, names)
    return bool(there and headline) and not _alike(headline, names)


def _alike(headline: str | None, names: set[str | None]) -> bool:
    """Does a headline share half of its words with one of the page's? Search engines are given shorter ones."""
    words = set((headline or "").casefold().split())
    return any(2 * len(words & set((name or "").casefold().split())) >= len(words) > 0 for name in names)


def _addresses(node: Node) -> set[str]:
    return {_address(node.get("url")), _address(node.get("mainEntityOfPage"))} - {""}


def _place(address: str) -> str:
    """An address without what varies between two ways to the same page."""
    return re.sub(r"\Ahttps?://(?:www\.)?|[?#].*|/*\Z", "", address.lower())


def _address(value: object) -> str:
    found = value.get("@id") if isinstance(value, Mapping) else value
    return found if isinstance(found, str) else ""


# ---------------------------------------------------------------- the markup
class _Parser(HTMLParser):
    """Collects, in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.canonical: str | None = None
        self.language: str | None = None
        self.texts = {"title": "", "h1": ""}
        self.scripts: list[str] = []
        self.asks_password = False
        self.saved_from: str | None = None
        self._within = ""  # the element whose text is being collected

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in reversed(attrs)}
        if tag == "html":
            self.language = has.get("lang") or has.get("xml:lang") or None
        elif tag == "meta":
            name = has.get("property") or has.get("name") or has.get("itemprop") or ""
            self.metas.append((name.strip().lower(), has.get("content", "").strip()))
        elif tag == "link" and "canonical" in has.get("rel", "").lower().split():
            self.canonical = self.canonical or has.get("href", "").strip() or None
        elif tag == "script" and "ld+json" in has.get("type", "").lower():
            self.scripts.append("")
            self._within = "script"
        elif tag in self.texts and not self.texts[tag]:
            self._within = tag
        elif tag == "input" and has.get("type", "").lower() == "password":
            self.asks_password = True
        elif has.get("itemprop") == "datePublished" and has.get("content"):
            self.metas.append(("datepublished", has["content"].strip()))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "script":
            self.scripts[-1] += data
        elif self._within:
            self.texts[self._within] += data

    def handle_comment(self, data: str) -> None:
        if m := _SAVED_FROM.search(data):
            self.saved_from = m["address"]

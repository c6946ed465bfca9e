"""A saved web page: its main text, and what it says of itself."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from ...authored.forms import BadValueError, is_language_tag, web_address
from ...frozen import replace
from ...reading.plain import read_plain
from ..arrival import Arrival, described
from ..encodings import decode_page
from ..naming import parted, title_from
from ..outside import reading
from ..page import stamps
from ..page.dates import Clue, contradiction, page_dates, settled, statement
from ..page.head import PageHead, name_of, read_head
from ..page.pictures import picture
from ..page.walls import refuse_walls
from ..writing import clean, escaped

SUFFIXES = (".html", ".htm", ".xhtml")

_ASIDE = re.compile(r"<(script|style|nav|aside)\b.*?</\1\s*>", re.S | re.I)
# So many letters without an end of a paragraph are no byline any more.
_PROSE = re.compile(r"[^<\s](?:(?:</?(?:a|abbr|b|br|em|i|q|span|strong|time)\b[^>]*>|\s)*[^<\s]){79}", re.I)
_BODY = re.compile(r"<body\b", re.I)
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # kana and Chinese characters
_DENSE_PAGE = 60
_BREAK = re.compile(r"\n\s*\n")


def intake(data: bytes, path: str) -> Arrival:
    """The article on a saved page. Raises `InputError` for a page without one."""
    return page(decode_page(data, path), path)


def page(markup: str, path: str, address: str | None = None, saved: date | None = None) -> Arrival:
    """The article of a page. address: where it was, as its envelope has it; saved: the day of that.

    Raises `InputError` where there is no article, and where a wall stands before it.
    """
    with reading(path, "HTML"):
        from trafilatura import bare_extraction, html2txt

        root = _root(markup)
        found = bare_extraction(markup, include_comments=False, config=_settings(markup))
        body = "\n\n".join(_blocks(getattr(found, "body", None)))
        whole = html2txt(markup)
        head = read_head(_mended(root))
    refuse_walls(body, whole, path, _betrayed(head))
    url = _url(head, address)
    language = _language(head)
    with reading(path, "HTML"):
        lines = stamps.clues(root, head.headline, language or "en") if root is not None else ()
        image = picture(head, root) if root is not None else {}
    clues = page_dates(head, url, language or "en", lines) or _by_htmldate(markup, path)
    stated = settled(clues)
    publisher = _article_fact(head, "publisher") or head.meta("og:site_name", "application-name") or _named(head)
    facts = {
        "title": _title(head, publisher) or title_from(read_plain(body, path)),
        "publisher": publisher,
        "author": _author(head),
        "url": url,
        "language": language,
        "published": stated.edtf if stated else None,
        "published_source": stated.source if stated else None,
        **image,
        "retrieved": saved.isoformat() if saved else None,
    }
    conflict = contradiction(clues, path)
    return described(facts, body, (conflict,) if conflict else (), clues)


def _settings(markup: str) -> Any:
    """Trafilatura's own, but for writing without blanks: an article of it is short in characters, and still one."""
    from trafilatura.settings import use_config

    settings = use_config()
    if len(_DENSE.findall(markup)) > _DENSE_PAGE:
        settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
        settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return settings


def _root(markup: str) -> Any:
    """The page as a tree; None where there is nothing."""
    from lxml import etree

    return etree.fromstring(markup.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))


def _mended(root: Any) -> str:
    """The page as well-formed HTML: the parser of the standard library takes hours for some that is not."""
    from lxml import etree

    return "" if root is None else str(etree.tostring(root.getroottree(), encoding="unicode", method="html"))


# ---------------------------------------------------------------- the text
def _blocks(element: Any) -> Iterator[str]:
    """The main text, an element of trafilatura's own vocabulary, as blocks of Markdown."""
    if element is None:
        return
    if element.tag == "head":
        level = min(6, int((element.get("rend") or "h2").lstrip("h") or 2))
        yield from (f"{'#' * level} {line}" for line in _lines(element))
    elif element.tag == "list":
        yield "\n".join(f"- {line}" for item in element for line in _lines(item))
    elif element.tag == "quote":
        yield from (f"> {line}" for part in (element if len(element) else [element]) for line in _lines(part))
    elif element.tag == "table":
        yield from (" | ".join(line for cell in row for line in _lines(cell)) for row in element.iter("row"))
    elif any(child.tag in ("p", "head", "list", "quote", "table") for child in element):
        for child in element:
            yield from _blocks(child)
    else:
        yield from _lines(element)


def _lines(element: Any) -> Iterator[str]:
    """The paragraphs of an element's text, escaped; two line breaks part them."""
    for paragraph in _BREAK.split(clean(_text(element))):
        if words := " ".join(paragraph.split()):
            yield escaped(words)


def _text(element: Any) -> str:
    children = (("\n" if child.tag == "lb" else "") + _text(child) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(children)


# ---------------------------------------------------------------- what the page says of itself
def _betrayed(head: PageHead) -> set[str]:
    """Walls that the markup speaks of."""
    paid = any(str(article.get("isAccessibleForFree")).lower() == "false" for article in head.articles)
    return ({"paywall"} if paid else set()) | ({"login"} if head.asks_password else set())


def _article_fact(head: PageHead, key: str) -> str | None:
    return next(filter(None, (name_of(article.get(key)) for article in head.articles)), None)


def _title(head: PageHead, publisher: str | None) -> str | None:
    title = _article_fact(head, "headline") or head.meta("og:title") or head.headline or head.title
    if title and publisher:
        title = re.sub(rf"\s+[|–—·:-]\s+{re.escape(publisher)}\Z", "", title)
    return title


def _named(head: PageHead) -> str | None:
    """The site, where the page's title carries its name behind the headline."""
    return parted(head.title, [head.headline])[1] if head.title and head.headline else None


def _author(head: PageHead) -> str | None:
    names = (_article_fact(head, "author"), head.meta("author"), head.meta("article:author", "dc.creator"))
    author = next((name for name in names if name and "://" not in name), None)
    return re.sub(r"\Aby\s+", "", author, flags=re.I) if author else None


def _url(head: PageHead, address: str | None) -> str | None:
    """The first address that is one: what the page says of itself goes before where it was saved from.

    One that leads to the front page of its site is that of the article only where there is no other.
    """
    found = []
    for candidate in (head.canonical, head.meta("og:url"), address, head.saved_from):
        with suppress(BadValueError):
            found.append(web_address(candidate or ""))
    return next((url for url in found if urlsplit(url).path.strip("/")), next(iter(found), None))


def _language(head: PageHead) -> str | None:
    told = (head.language, head.meta("og:locale", "content-language", "language"))
    tags = (tag.replace("_", "-") for tag in told if tag)
    return next(filter(is_language_tag, tags), None)


def _by_htmldate(markup: str, path: str) -> tuple[Clue, ...]:
    """The date above the first paragraph, as htmldate reads it, where the page states none in a known place.

    It looks no further: dates in the text, in other stories and at the foot are not the day of publication. Nor is
    1 January, which it makes of a year alone. It does not say what a date is called there, so it has to be asked about.
    """
    above = _ASIDE.sub("", markup)
    body = _BODY.search(above)
    prose = _PROSE.search(above, body.end() if body else 0)
    with reading(path, "HTML"):
        from htmldate import find_date

        found = find_date(above[: prose.start()] if prose else above, extensive_search=False, original_date=True)
    clue = statement(found or "", "htmldate")
    doubt = "it is not told what this date is called on the page"
    return (replace(clue, doubt=doubt),) if clue and not clue.edtf.endswith("-01-01") else ()

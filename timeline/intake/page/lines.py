"""A page as lines, as readers see them: what stands in the head of an article, and what its `<time>` elements say.

A `<time>` stands in its line as a sign and its value in ISO 8601, not as the words that it shows ("three days ago").
"""

import re
from collections.abc import Iterator
from typing import Any

from ...frozen import Frozen

#: Before the value of a `<time>`, and of one that the page marks as its day of publication: for private use, so in no
#: text.
TIME, MARKED = "\ue000", "\ue001"

#: Elements whose words are not the article's, and those that part no lines.
_APART = frozenset(("script", "style", "nav", "aside", "footer", "form", "noscript", "template", "figure", "select"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "em", "font", "i", "mark", "small", "span", "strong", "sup", "time", "u"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
#: What is called so holds a by-line or a day of publication; what is called so the day of something else.
_NAMED = re.compile(
    r"byline|publish|posted|pub-?date|pubtime|timestamp|dateline|(?:entry|post|article)[_-]?date"
    r"|(?:\A|[\s_-])(?:meta|info)(?:\Z|[\s_-])",
    re.I,
)
_MISNAMED = re.compile(r"event|updat|modif|expire|archive|print", re.I)
#: What is called so is about other stories, or by readers.
_OTHERS = re.compile(
    r"(?:\A|[\s_-])(?:comments?|related|teasers?|cards?|recommend\w*|sidebar|widget|promo|newsletter|most-?read|latest)"
    r"(?:\Z|[\s_-])",
    re.I,
)
_PUBLISHED_CLASSES = frozenset(("published", "entry-date", "dt-published", "post-date", "publish-date", "pubdate"))
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")


class Line(Frozen):
    """A line as readers see it.

    heading: that of the page; leads: a heading that leads elsewhere; named: its element is called a by-line, or one of
    publication; inside: it belongs to the article.
    """

    text: str
    heading: bool = False
    leads: bool = False
    named: bool = False
    inside: bool = False


def lines_of(root: Any) -> tuple[Line, ...]:
    """The lines of a page, given as an lxml element, in its order."""
    body = root.find(".//body")
    return tuple(_walk(root if body is None else body, False, False))


def _walk(element: Any, inside: bool, named: bool) -> Iterator[Line]:
    """The lines of an element: its words up to the next element that begins a line."""
    inside = inside or element.tag in ("article", "main")
    named = _is_named(element, named)
    words: list[str] = [element.text or ""]
    line_named = named

    def flush() -> Iterator[Line]:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            leads = element.tag in _HEADINGS and (element.find(".//a") is not None or element.getparent().tag == "a")
            yield Line(text, element.tag == "h1", leads, line_named, inside)

    for child in element:
        if _is_apart(child):
            words.append(" ")
        elif child.tag == "br":
            yield from flush()
            line_named = named
        elif child.tag in _INLINE and not _has_blocks(child):
            line_named = line_named or any(_is_named(c, False) for c in child.iter())
            words.append(_words(child))
        else:
            yield from flush()
            line_named = named
            yield from _walk(child, inside, named)
        words.append(child.tail or "")
    yield from flush()


def _words(element: Any) -> str:
    """The words of an element that begins no line; of a `<time>` its value."""
    if (stamp := _stamp(element)) is not None:
        return f" {stamp} "
    inner = (("" if _is_apart(child) else _words(child)) + (child.tail or "") for child in element)
    text = (element.text or "") + "".join(inner)
    return f" {text} " if element.tag in ("span", "time") else text  # boxes, most often


def _stamp(element: Any) -> str | None:
    """What stands for a `<time>`, or for an `<abbr>` in the way of hAtom, from before there was one."""
    value = (element.get("datetime") or "") if element.tag == "time" else ""
    classes = frozenset((element.get("class") or "").lower().split())
    if element.tag == "abbr" and classes & _PUBLISHED_CLASSES:
        value = element.get("title") or ""
    value = value.strip().replace(" ", "T", 1)
    if not _ISO.fullmatch(value):
        return None
    use = element.get("itemprop")
    if use == "datePublished" or element.get("pubdate") is not None or classes & _PUBLISHED_CLASSES:
        return MARKED + value
    changed = use == "dateModified" or any("updated" in name or "modified" in name for name in classes)
    return ("updated " if changed else "") + TIME + value


def _is_apart(element: Any) -> bool:
    return not isinstance(element.tag, str) or element.tag in _APART or _OTHERS.search(_called(element)) is not None


def _is_named(element: Any, before: bool) -> bool:
    if not isinstance(element.tag, str):
        return before
    called = _called(element)
    return not _MISNAMED.search(called) and (before or bool(_NAMED.search(called)))


def _called(element: Any) -> str:
    """What the markup calls an element."""
    return " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "data-testid"))


def _has_blocks(element: Any) -> bool:
    inner = (child.tag for child in element.iter() if child is not element)
    return any(isinstance(tag, str) and tag not in _INLINE and tag != "br" for tag in inner)

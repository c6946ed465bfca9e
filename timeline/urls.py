"""Where things are found on the site: the one place that knows. All paths are relative to the site's root."""

import re
import unicodedata

INDEX, SOURCES, UNDATED, NAMES, TAGS, METHOD, CHANGES, SEARCH, NOT_FOUND = (
    "index.html", "sources.html", "undated.html", "names.html", "tags.html", "method.html", "changes.html",
    "search.html", "404.html",
)
INDEXES = "pagefind/"  # what the search reads
CARD = "assets/card.png"  # what other sites show where somebody links to this one
_LONGEST_SLUG = 60  # characters


def event(event_id: str) -> str:
    """Page of an event."""
    return f"events/{event_id}.html"


def anchor(event_id: str) -> str:
    """Place of an event on a page that holds many: the same on whichever page that is."""
    return f"e-{event_id}"


def article(article_id: str) -> str:
    """Page of an article."""
    return f"articles/{article_id}.html"


def article_text(article_id: str) -> str:
    """Plain text of an article, published where `publish_text` is full."""
    return f"articles/{article_id}.txt"


def expression(article_id: str, start: int) -> str:
    """A time expression on its article's page."""
    return f"{article(article_id)}#t{start}"


def image(file: str) -> str:
    """A picture, by its path below `content/images/`."""
    return f"images/{file}"


def part(name: str) -> str:
    """Page of a part of the calendar: 2023, 2023-12."""
    return f"years/{name}.html"


def name(slug: str) -> str:
    """Page of somebody, something or a place that is named in several events."""
    return f"names/{slug}.html"


def tag(slug: str) -> str:
    """Page of a tag."""
    return f"tags/{slug}.html"


def index(number: int) -> str:
    """Folder of an index of the search; the later ones lie within the first."""
    return INDEXES if number == 1 else f"{INDEXES}{number}/"


def numbered(page: str, number: int) -> str:
    """The second and later pages of one that goes on: names/x_2.html."""
    return page if number == 1 else f"{page.removesuffix('.html')}_{number}.html"


def slug(text: str) -> str:
    """A name for an address and a file: letters and digits of any script in lower case, the rest as dashes."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[\W_]+", "-", plain)[:_LONGEST_SLUG].strip("-") or "unnamed"


def relative(target: str, page: str) -> str:
    """Link from one page to a target, so that the site works at any address and from disk."""
    return "../" * page.count("/") + target

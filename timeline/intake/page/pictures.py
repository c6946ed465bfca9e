"""The picture that a page shows as its own, and to whom it belongs. It is noted and not fetched."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...authored.forms import BadValueError, web_address
from .head import PageHead, name_of

_RIGHTS = ("copyrightNotice", "creditText", "copyrightHolder", "creator", "author", "license")
#: Whose a picture is, at the end of its caption.
CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph)?|picture|image|illustration|foto|bild|crédit|credit|source)s?(?:\s+(?:by|credit|von|de))?\s*"
    r"[:/©–-]|©|\(c\))\s*(?P<whose>[^\n]{2,120}?)\s*\)?\Z",
    re.I,
)


def picture(head: PageHead, root: Any) -> dict[str, str | None]:
    """Its address and its rights, as keys of the front matter. root: the page as an lxml element."""
    stated = next(_stated(head), (None, None))
    address = stated[0] or _address(head.meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image"))
    return {"picture": address, "picture_rights": (stated[1] or _credited(root)) if address else None}


def _stated(head: PageHead) -> Iterator[tuple[str, str | None]]:
    """The pictures of JSON-LD that have an address, with what is said about their rights."""
    for article in head.articles:
        images = article.get("image")
        for image in images if isinstance(images, list) else [images]:
            node = image if isinstance(image, Mapping) else {"url": image}
            address = _address(node.get("url")) or _address(node.get("contentUrl"))
            if address:
                yield address, next(filter(None, (name_of(node.get(key)) for key in _RIGHTS)), None)


def _address(value: object) -> str | None:
    try:
        return web_address(value) if isinstance(value, str) else None
    except BadValueError:
        return None


def _credited(root: Any) -> str | None:
    """What the first caption that names somebody says."""
    captions = (" ".join("".join(caption.itertext()).split()) for caption in root.iter("figcaption"))
    found = (CREDIT.search(caption) for caption in captions)
    return next((m["whose"].strip(" .()") for m in found if m), None)

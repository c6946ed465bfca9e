"""`language`: what an article is written in. It wins over its front matter."""

from ...authored.forms import language_tag
from ..kind import ARTICLE, Key, Kind

KIND = Kind(
    "language",
    "The language of an article.",
    ("read",),
    (ARTICLE, Key("value", "text", "Its tag, as in en-GB.", check=lambda written, _: language_tag(written))),
)

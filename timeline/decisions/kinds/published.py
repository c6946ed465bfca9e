"""`published`: when an article was published. It wins over its front matter."""

from ..kind import ARTICLE, Key, Kind
from .date import exact_value

KIND = Kind(
    "published",
    "When an article was published.",
    ("anchor",),
    (ARTICLE, Key("value", "text", "The date in EDTF or in words.", check=exact_value)),
)

"""`event`: an entry written by hand, with the words of the articles that it cites."""

from ..kind import Key, Kind
from .date import value
from .event_kind import WORDS
from .title import title

KIND = Kind(
    "event",
    "An entry written by hand.",
    ("identify",),
    (
        Key("title", "text", "What it is called.", check=title),
        Key("value", "text", "When it happened, in EDTF or in words, or unknown.", check=value),
        Key("citations", "citations", "The words that it cites: article, exact, and prefix or suffix where needed."),
        Key("event-kind", "text", "What sort of thing it is.", required=False, words=WORDS),
        Key("tags", "texts", "Its tags.", required=False),
    ),
    beside=True,
)

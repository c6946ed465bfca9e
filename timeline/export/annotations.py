"""`annotations.jsonld`: every expression of time as a W3C Web Annotation of its article."""

from typing import Any

from .. import urls
from ..as_json import as_json
from ..config import Config
from ..locale import marked
from ..model import Article, Timeline, Timex3
from ..publishing import HIDDEN
from . import records

DOWNLOAD = ("annotations.jsonld", "application/ld+json", marked("Annotations"))
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of context on either side


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """One page of annotations, in the order of articles and their texts."""
    items = [_annotation(a, x, config) for a in timeline.articles for x in a.timexes]
    page = {
        "@context": _CONTEXT,
        "id": records.address(config.base_url, DOWNLOAD[0]),
        "type": "AnnotationPage",
        "items": items,
    }
    return [(DOWNLOAD[0], as_json(page))]


def _annotation(article: Article, timex: Timex3, config: Config) -> dict[str, Any]:
    """What the words mean, said of the words: the TIMEX3 value, and the EDTF date where there is one."""
    document = article.document
    page = urls.article(document.id)
    values = dict.fromkeys(filter(None, (timex.edtf, timex.value)))
    return {
        "id": records.address(config.base_url, page, f"t{timex.start}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [{"type": "TextualBody", "value": v, "format": "text/plain", "purpose": "identifying"} for v in values],
        "target": {
            "source": records.address(config.base_url, page),
            "selector": [
                _quotation(document.text, timex.start, timex.end),
                {"type": "TextPositionSelector", "start": timex.start, "end": timex.end},
            ],
        },
    }


def _quotation(text: str, start: int, end: int) -> dict[str, str]:
    """The words with those around them that are published."""
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND):start].rpartition(HIDDEN)[2],
        "suffix": text[end:end + _AROUND].partition(HIDDEN)[0],
    }

"""JSON Schemas of what people write, made from its definitions: editors complete and check while somebody types."""

from collections.abc import Callable

from ..config import KEYS, Setting
from .kind import Key, Kind, all_kinds

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, object]


def overrides() -> Schema:
    """The schema of `content/overrides.yaml` and of each file in `content/overrides/`."""
    return {
        "$schema": _DRAFT,
        "title": "What people have decided about a timeline",
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": list(all_kinds()), "description": "What is decided."}},
            "oneOf": [_entry(kind) for kind in all_kinds().values()],
        },
        "$defs": {"quotation": _quotation(), "words": _WORDS},
    }


def settings() -> Schema:
    """The schema of `timeline.yaml`."""
    return {
        "$schema": _DRAFT,
        "title": "Settings of a timeline",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {key.name: {"description": key.says, **_setting(key)} for key in KEYS},
    }


def _setting(key: Setting) -> Schema:
    """What a setting can be."""
    if key.words:
        return {"enum": list(key.words)}
    return _list(_WORDS, 0) if key.several else _WORDS


def _entry(kind: Kind) -> Schema:
    """An entry of one kind."""
    return {
        "title": kind.name,
        "description": kind.says,
        "type": "object",
        "additionalProperties": False,
        "required": ["kind", *(key.name for key in kind.keys if key.required)],
        "properties": {"kind": {"const": kind.name}, **{key.name: _key(key, kind) for key in kind.keys}, **_common()},
    }


def _key(key: Key, kind: Kind) -> Schema:
    """What a key can hold, and what it is for."""
    return {"description": key.says, **_SHAPES[key.shape](key, kind.fewest)}


#: YAML reads `2023`, `2023-12-10` and `no` as a number, a day and false; here they are what somebody has written.
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_ID: Schema = {"type": ["string", "number"], "pattern": "^[0-9a-z]{4,32}$"}
_REFERENCE: Schema = {"$ref": "#/$defs/words"}


def _list(item: Schema, fewest: int) -> Schema:
    """Several, or a single one without the brackets where one will do."""
    several: Schema = {"type": "array", "items": item, "minItems": fewest}
    return {"anyOf": [several, item]} if fewest < 2 else {**several, "uniqueItems": True}


_SHAPES: dict[str, Callable[[Key, int], Schema]] = {
    "text": lambda key, _: {"enum": list(key.words)} if key.words else _REFERENCE,
    "texts": lambda key, _: _list(_REFERENCE, 0),
    "article": lambda key, _: _REFERENCE,
    "target": lambda key, _: {"$ref": "#/$defs/quotation"},
    "event": lambda key, _: _ID,
    "events": lambda key, fewest: _list(_ID, fewest),
    "citations": lambda key, _: _list(_quotation(article=True), 1),
}


def _common() -> Schema:
    """Keys of every kind."""
    return {
        "reason": {**_REFERENCE, "description": "Why: readers are shown it."},
        "by": {**_REFERENCE, "description": "Who has decided."},
        "on": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$", "description": "When, as in 2023-12-10."},
    }


def _quotation(article: bool = False) -> Schema:
    """W3C Web Annotation's TextQuoteSelector."""
    properties: Schema = {
        "exact": {**_REFERENCE, "description": "The words, as the article has them."},
        "prefix": {**_REFERENCE, "description": "The words directly before."},
        "suffix": {**_REFERENCE, "description": "The words directly after."},
    }
    if article:
        properties["article"] = {**_REFERENCE, "description": "The article they are from."}
    required = ["article", "exact"] if article else ["exact"]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}

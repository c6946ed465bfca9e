"""Texts without a project: records in, dated expressions out. The same stages as `pipeline`, as far as `resolve`.

Documents that share a collection are evidence for one another; any other stands alone.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .algebra import edtf
from .diagnostics import Diagnostic, error
from .events.extract import extract
from .events.link import link
from .export.records import published
from .model import Analysis, Decisions, Document, DocumentTime, Meta, Timex3
from .reading.plain import read_plain
from .temporal.anchor import anchor
from .temporal.bind import bind
from .temporal.recognise import recognise
from .temporal.resolve import resolve

#: Documents handled at once, where none belongs to a collection: enough to keep overheads small, few enough for memory.
CHUNK = 64

_STATED = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?")
_TEXTS = ("published", "language", "retrieved", "timezone", "genre", "collection")


@dataclass(frozen=True, slots=True)
class Record:
    """One document to annotate, checked."""

    id: str
    text: str
    meta: Meta


def parse_record(line: str, number: int, path: str = "<stdin>") -> Record | Diagnostic:
    """One JSON line; what is wrong with it, where it cannot be used."""

    def wrong(code: str, message: str, hint: str = "") -> Diagnostic:
        return error(path, number, 0, code, message, hint)

    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as slip:
        return wrong(
            "no-json",
            f"this line is no JSON: {slip}",
            'write one object a line: {"id": "a", "text": "…", "published": "2023-12-11"}',
        )
    if not isinstance(data, dict):
        return wrong(
            "no-object", "this line is no JSON object", 'write {"id": "a", "text": "…", "published": "2023-12-11"}'
        )
    if not isinstance(data.get("id"), str) or not isinstance(data.get("text"), str):
        return wrong("no-text", "a document needs the keys 'id' and 'text', both strings")
    for key in _TEXTS:
        if data.get(key) is not None and not isinstance(data[key], str):
            return wrong("no-string", f"'{key}' is no string")
    text = data["text"].replace("\0", " ")
    if any("\ud800" <= c <= "\udfff" for c in text) if not text.isascii() else False:
        return wrong(
            "surrogate",
            "the text holds half a character (a lone surrogate)",
            "encode it as UTF-8 before it becomes JSON",
        )
    stated = data.get("published")
    if (
        stated
        and not (_STATED.fullmatch(stated) or edtf.is_edtf(stated))
        or stated
        and edtf.interval_of(stated[:10] if _STATED.fullmatch(stated) else stated) is None
    ):
        return wrong(
            "no-date",
            f"'published' is no date: {stated!r}",
            "write 2023-12-10, 2023-12-10T21:30:00+09:00, 1934, 1912-04 or null",
        )
    try:
        retrieved = date.fromisoformat(data["retrieved"][:10]) if data.get("retrieved") else None
    except ValueError:
        return wrong("no-date", f"'retrieved' is no date: {data['retrieved']!r}", "write it as in 2023-12-10")
    if data.get("genre") not in (None, "news", "narrative"):
        return wrong("no-genre", f"'genre' is {data['genre']!r}", 'write "news", "narrative" or null')
    meta = Meta(published=stated or None, retrieved=retrieved, language=data.get("language") or "en", timezone=data.get("timezone"),
                genre=data.get("genre"), collection=data.get("collection"))  # fmt: skip
    return Record(data["id"], text, meta)


def annotate(records: Sequence[Record], today: date, trace: bool = True) -> Iterator[dict[str, Any]]:
    """The answers, in the order of the records."""
    collections: dict[str, list[int]] = defaultdict(list)
    for n, record in enumerate(records):
        if record.meta.collection is not None:
            collections[record.meta.collection].append(n)
    answers: dict[int, dict[str, Any]] = {}
    for members in collections.values():
        together = annotate_together([records[n] for n in members], today, trace)
        answers.update(zip(members, together, strict=True))
    for n, record in enumerate(records):
        yield answers.pop(n) if n in answers else annotate_together([record], today, trace)[0]


def annotate_together(records: Sequence[Record], today: date, trace: bool) -> list[dict[str, Any]]:
    """Documents that are evidence for one another."""
    decisions = Decisions()
    documents = [read_plain(r.text, r.id, r.meta) for r in records]
    undated = len(documents) > 1 and any(d.meta.published is None for d in documents)
    analyses = [_analyse(d, decisions, undated) for d in documents]
    times = anchor(analyses, link(analyses, decisions) if undated else (), decisions, today)
    return [answer(a.document, t, resolve(a, t, decisions, trace)) for a, t in zip(analyses, times, strict=True)]


def _analyse(document: Document, decisions: Decisions, linked: bool) -> Analysis:
    expressions = recognise(document, decisions)
    mentions = extract(document, expressions, decisions) if linked else ()
    return Analysis(document, expressions, bind(document, expressions), mentions)


def answer(document: Document, time: DocumentTime, timexes: Iterable[Timex3]) -> dict[str, Any]:
    """The public record of one document."""
    return {"id": document.id, "published": published(time), "timexes": [_timex(t) for t in timexes]}


def _timex(t: Timex3) -> dict[str, Any]:
    out: dict[str, Any] = {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value}
    if t.mod:
        out["mod"] = t.mod
    out["edtf"], out["doubt"], out["trace"] = t.edtf, t.doubt, list(t.trace)
    return out

"""Texts without a project: records in, dated expressions out. The same stages as `pipeline`, as far as `resolve`.

Documents that share a collection are evidence for one another; any other stands alone.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from .diagnostics import Diagnostic, error
from .export.times import published
from .frozen import Frozen, replace
from .language.grammars import languages, primary
from .model import Analysis, Decisions, Document, DocumentTime, Link, Meta, Timex3
from .reading.plain import read_plain
from .temporal.anchor import anchor
from .temporal.anchoring.given import given_time
from .temporal.bind import bind
from .temporal.recognise import recognise
from .temporal.resolve import resolve

_TEXTS = ("published", "language", "retrieved", "timezone", "genre", "collection")
_GENRES = ("news", "narrative")
_FORM = 'write one object a line: {"id": "a", "text": "…", "published": "2023-12-11"}'


class Record(Frozen):
    """One document to annotate, checked."""

    id: str
    text: str
    meta: Meta


class _UnusableError(Exception):
    """What is wrong with a line: a stable code, a message, and what to write instead."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def parse_record(line: str, number: int, path: str = "<stdin>") -> Record | Diagnostic:
    """One JSON line; what is wrong with it, where it cannot be used."""
    try:
        return _record(_object(line))
    except _UnusableError as slip:
        return error(path, number, 0, slip.code, slip.message, slip.hint)


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as slip:
        raise _UnusableError("no-json", f"this line is no JSON: {slip}", _FORM) from None
    if not isinstance(data, dict):
        raise _UnusableError("no-object", "this line is no JSON object", _FORM)
    if not isinstance(data.get("id"), str) or not isinstance(data.get("text"), str):
        raise _UnusableError("no-text", "a document needs the keys 'id' and 'text', both strings", _FORM)
    for key in _TEXTS:
        if data.get(key) is not None and not isinstance(data[key], str):
            raise _UnusableError("no-string", f"'{key}' is no string", "write it in quotes, or null")
    for key in ("id", "text", *_TEXTS):
        said = data.get(key) or ""
        if not said.isascii() and not _is_whole(said):
            message = f"'{key}' holds half a character (a lone surrogate)"
            raise _UnusableError("surrogate", message, "encode it as UTF-8 before it becomes JSON")
    return data


def _is_whole(text: str) -> bool:
    """Can it be written as UTF-8?"""
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def _record(data: dict[str, Any]) -> Record:
    published, retrieved, genre = data.get("published") or None, data.get("retrieved") or None, data.get("genre")
    if published and given_time(published, "published") is None:
        hint = "write 2023-12-10, 2023-12-10T21:30:00+09:00, 1934, 1912-04 or null"
        raise _UnusableError("no-date", f"'published' is no date: {published!r}", hint)
    if genre not in (None, *_GENRES):
        raise _UnusableError("no-genre", f"'genre' is {genre!r}", "write news, narrative or null")
    language = data.get("language") or "en"
    if primary(language) != language.split("-")[0].lower():  # read as English it would be full of wrong dates
        hint = f"write one of {', '.join(languages())}, with a region where it is known (en-GB), or null for English"
        raise _UnusableError("no-language", f"'language' is {language!r}, which has no rules here", hint)
    meta = Meta(
        published=published,
        retrieved=_day(retrieved) if retrieved else None,
        language=language,
        timezone=_zone(data["timezone"]) if data.get("timezone") else None,
        genre=genre,
        collection=data.get("collection"),
    )
    return Record(data["id"], data["text"].replace("\0", " "), meta)


def _zone(written: str) -> str:
    """The name of a time zone, where there is such a one."""
    from .authored.forms import BadValueError, time_zone  # texts that name none do not wait for the tables of zones

    try:
        return time_zone(written)
    except BadValueError as slip:
        raise _UnusableError("no-zone", str(slip), slip.hint or "") from None


def _day(retrieved: str) -> date:
    """Its day, where it is a date-time."""
    try:
        return datetime.fromisoformat(retrieved).date()
    except ValueError:
        raise _UnusableError("no-date", f"'retrieved' is no date: {retrieved!r}", "write it as in 2023-12-10") from None


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
    analyses = [_analyse(d, decisions) for d in documents]
    links: tuple[Link, ...] = ()
    if len(documents) > 1 and any(d.meta.published is None for d in documents):
        analyses, links = _linked(analyses, decisions)
    times = anchor(analyses, links, decisions, today)
    return [answer(a.document, t, resolve(a, t, decisions, trace)) for a, t in zip(analyses, times, strict=True)]


def _analyse(document: Document, decisions: Decisions) -> Analysis:
    expressions = recognise(document, decisions)
    return Analysis(document, expressions, bind(document, expressions))


def _linked(analyses: Sequence[Analysis], decisions: Decisions) -> tuple[list[Analysis], tuple[Link, ...]]:
    """With what happened in each, and which of it may be one event: evidence for articles that carry no date."""
    from .events.extract import extract  # a text that stands alone starts without the events' words
    from .events.link import link
    from .events.linking.collection import collect

    told = [replace(a, mentions=extract(a.document, a.expressions, decisions)) for a in analyses]
    return told, link(told, collect(told), decisions)


def answer(document: Document, time: DocumentTime, timexes: Iterable[Timex3]) -> dict[str, Any]:
    """The public record of one document."""
    return {"id": document.id, "published": published(time), "timexes": [_timex(t) for t in timexes]}


def _timex(t: Timex3) -> dict[str, Any]:
    out: dict[str, Any] = {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value}
    if t.mod:
        out["mod"] = t.mod
    out["edtf"], out["doubt"], out["trace"] = t.edtf, t.doubt, list(t.trace)
    return out

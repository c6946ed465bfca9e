"""The record of what was published, `content/ids/<id>.yaml`: one file an event, so that branches merge in git.

`timeline publish` writes these files and nobody has to; a build reads them and finds the words that they cite. What two
branches write of one event merges, too, where git keeps the lines of both (`merge=union`): hence a citation and a
change have a line each, and a change that both have recorded counts once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..authored import nodes
from ..authored.forms import Form, day, one_of
from ..authored.written import quoted, scalar
from ..diagnostics import Diagnostic, InputError
from ..frozen import replace
from ..model import Change, Cited, Document, Published
from .load import Target
from .quotes import occurrences

_PUBLISHED = "# What readers have been shown of this event. `timeline publish` keeps this file."
_ACCEPTED = "# This event as it was accepted; it stays so. `timeline decide accept` keeps this file."
_STATUSES = ("public", "merged", "hidden", "held", "deleted")
_ENTRY = (
    "id", "status", "into", "reason", "accepted", "title", "edtf", "kind", "tags", "aliases", "citations", "changes",
)  # fmt: skip
_CITED = ("article", "exact", "prefix", "suffix", "mention", "role", "edtf")
_CHANGE = ("on", "what", "before", "after", "by", "reason")


# ---------------------------------------------------------------- reading
def load(files: Mapping[str, str]) -> tuple[Published, ...]:
    """The entries in files of these paths and texts, by id. Raises `InputError` with everything that is wrong."""
    findings: list[Diagnostic] = []
    found: dict[str, Published] = {}
    for path, text in files.items():
        try:
            mapping = nodes.read_mapping(text, path)
        except InputError as refused:
            findings.extend(refused.diagnostics)
            continue
        entry = _entry(Form(mapping, _ENTRY, findings))
        if entry is None:
            continue
        if entry.id in found:
            place = mapping.place
            findings.append(nodes.at(place, "same-id", f"'{entry.id}' is in another file too", "keep one of them"))
        found[entry.id] = entry
    if findings:
        raise InputError(findings)
    return tuple(found[i] for i in sorted(found))


def _entry(form: Form) -> Published | None:
    if not (form.required("id") and form.required("title")):
        return None
    event = form.text("id") or ""
    return Published(
        event, form.text("title") or "", form.text("edtf"), form.text("kind") or "event",
        form.checked("status", one_of(*_STATUSES)) or "public",
        tuple(dict.fromkeys(c for m in form.mappings("citations") if (c := _cited(Form(m, _CITED, form.findings))))),
        form.texts("tags"), form.texts("aliases"), form.text("into"), form.text("reason"), form.text("accepted"),
        _log(_change(Form(m, _CHANGE, form.findings), event) for m in form.mappings("changes")),
    )  # fmt: skip


def _cited(form: Form) -> Cited | None:
    if not (form.required("article") and form.required("exact")):
        return None
    article, exact, prefix, suffix, mention, role, edtf = (form.text(key) for key in _CITED)
    return Cited(article or "", exact or "", prefix or "", suffix or "", mention or "", role or "report", edtf)


def _log(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in the order of their days, each once: on the first day, where branches have recorded it on several."""
    found: list[Change] = []
    last: dict[tuple[str | None, ...], Change] = {}
    for change in sorted(changes, key=lambda change: change.on):
        subject = _subject(change)
        before = last.get(subject)
        if before is None or replace(before, on=change.on) != change:
            found.append(change)
        last[subject] = change
    return tuple(found)


def _subject(change: Change) -> tuple[str | None, ...]:
    """What a change is about: two of one subject, one after the other, that say the same are one."""
    more = {"citation": change.before or change.after, "merged": change.before, "accepted": change.on}
    return change.what, more.get(change.what)


def _change(form: Form, event: str) -> Change:
    on = form.checked("on", lambda written: day(written).isoformat()) or ""
    _, what, before, after, by, reason = (form.text(key) for key in _CHANGE)
    return Change(event, what or "", before, after, on, by, reason)


# ---------------------------------------------------------------- finding the words again
def located(record: Iterable[Published], documents: Iterable[Document]) -> tuple[Published, ...]:
    """The record with the places where its citations stand now, articles under the names that they have now."""
    documents = tuple(documents)
    by_name = {alias: d for d in documents for alias in d.meta.aliases} | {d.id: d for d in documents}
    return tuple(replace(e, citations=tuple(_located(c, by_name.get(c.article)) for c in e.citations)) for e in record)


def _located(words: Cited, document: Document | None) -> Cited:
    if document is None:
        return words
    if not words.exact:  # the article as a whole
        return replace(words, article=document.id, span=(0, 0))
    places = occurrences(document.text, Target(words.exact, words.prefix, words.suffix))
    return replace(words, article=document.id, span=places[0] if len(places) == 1 else None)


# ---------------------------------------------------------------- writing
def dump(entry: Published) -> str:
    """The text of an entry's file: what can change by itself is a line, so that git merges and people read it."""
    return "".join(f"{line}\n" for line in _lines(entry))


def _lines(entry: Published) -> Iterator[str]:
    yield _PUBLISHED if entry.changes else _ACCEPTED
    yield f"id: {scalar(entry.id)}"
    yield from _groups("citations", _CITED, [(
        c.article, c.exact, c.prefix or None, c.suffix or None, c.mention or None, c.role, c.edtf
    ) for c in entry.citations])  # fmt: skip
    # Between the two lists that branches add to stand more lines than git takes for one conflict.
    told = (
        ("status", entry.status), ("into", entry.into), ("reason", entry.reason), ("accepted", entry.accepted),
        ("title", entry.title), ("edtf", entry.edtf), ("kind", entry.kind),
    )  # fmt: skip
    yield from (f"{key}: {scalar(value)}" for key, value in told if value is not None)
    yield from _list("tags", entry.tags)
    yield from _list("aliases", entry.aliases)
    yield from _groups("changes", _CHANGE, [(c.on, c.what, c.before, c.after, c.by, c.reason) for c in entry.changes])


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    if values:
        yield f"{key}:"
        yield from (f"  - {scalar(value)}" for value in values)


def _groups(key: str, names: Sequence[str], groups: Iterable[Sequence[str | None]]) -> Iterator[str]:
    for n, group in enumerate(groups):
        if n == 0:
            yield f"{key}:"
        filled = (f"{name}: {quoted(value)}" for name, value in zip(names, group, strict=True) if value is not None)
        yield f"  - {{{', '.join(filled)}}}"

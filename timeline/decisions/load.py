"""Files of overrides → checked entries, every mistake of every file at once. No article is read for it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .. import user_yaml
from ..diagnostics import Diagnostic, InputError
from ..model import Place
from ..user_yaml import BadValueError, Form, Items, Node, Scalar, at, day, suggestion
from .kind import Kind, all_kinds

_COMMON = ("kind", "reason", "by", "on")
_TARGET = ("exact", "prefix", "suffix")
_NOWHERE = Place("")
_EVENT_ID = re.compile(r"[0-9a-z]{4,32}")


@dataclass(frozen=True, slots=True)
class Target:
    """Words in an article (W3C Web Annotation: TextQuoteSelector). prefix and suffix stand directly around them."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    place: Place = _NOWHERE


@dataclass(frozen=True, slots=True)
class Override:
    """One entry of a file of overrides, checked as far as it can be without the articles. place: of the entry."""

    kind: str
    article: str | None = None
    target: Target | None = None
    events: tuple[str, ...] = ()
    value: str | None = None
    reason: str | None = None
    by: str | None = None
    on: str | None = None
    place: Place = _NOWHERE


def load(files: Mapping[str, str], articles: Collection[str], language: str = "en") -> tuple[Override, ...]:
    """The overrides in files of these paths and texts, in their order.

    `articles` are the ids there are; `language` is the project's, for values in words. Raises `InputError`.
    """
    findings: list[Diagnostic] = []
    found: list[Override] = []
    for path, text in files.items():
        try:
            node = user_yaml.read(text, path)
        except InputError as refused:
            findings.extend(refused.diagnostics)
            continue
        entries = (_entry(entry, articles, language, findings) for entry in _entries(node, findings))
        found.extend(entry for entry in entries if entry)
    if findings:
        raise InputError(findings)
    return tuple(found)


def _entries(node: Node, findings: list[Diagnostic]) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.nodes
    if not (isinstance(node, Scalar) and node.text is None):
        hint = "begin each entry with - as in: - kind: date"
        findings.append(at(node.place, "no-list", "a file of overrides is a list of entries", hint))
    return ()


def _entry(node: Node, articles: Collection[str], language: str, findings: list[Diagnostic]) -> Override | None:
    if not isinstance(node, user_yaml.Mapping):
        findings.append(at(node.place, "no-mapping", "an entry has keys with values", "write: - kind: date"))
        return None
    kind = _kind(node, findings)
    if kind is None:
        return None
    form = Form(node, (*_COMMON, *kind.keys), findings)
    for key in kind.keys:
        form.required(key)
    check = kind.value
    return Override(
        kind.name,
        form.checked("article", lambda written: _known(written, articles)),
        _target(form, findings),
        _events(form, findings) if "events" in kind.keys else (),
        form.checked("value", lambda written: check(written, language)) if check else None,
        form.text("reason"),
        form.text("by"),
        form.checked("on", lambda written: day(written).isoformat()),
        node.place,
    )


def _kind(node: user_yaml.Mapping, findings: list[Diagnostic]) -> Kind | None:
    kinds = all_kinds()
    form = Form(node, node.nodes, findings)
    name = form.text("kind") if form.required("kind") else None
    if name is not None and name not in kinds:
        findings.append(at(form.place("kind"), "unknown-kind", f"unknown kind '{name}'", suggestion(name, kinds)))
    return kinds.get(name) if name else None


def _known(written: str, articles: Collection[str]) -> str:
    if written in articles:
        return written
    if written.removesuffix(".md") in articles:
        raise BadValueError(f"'{written}' is named without its suffix", f"write '{written.removesuffix('.md')}'")
    meant = user_yaml.nearest(written, articles)
    hint = f"write '{meant}'" if meant else "an article is named by its path in content/articles, without .md"
    raise BadValueError(f"there is no article '{written}'", hint)


def _target(form: Form, findings: list[Diagnostic]) -> Target | None:
    mapping = form.mapping("target")
    if mapping is None:
        return None
    quote = Form(mapping, _TARGET, findings)
    if not quote.required("exact"):
        return None
    exact, prefix, suffix = (quote.text(key) or "" for key in _TARGET)
    if not exact.strip():
        findings.append(at(quote.place("exact"), "bad-exact", "exact: only blanks", "quote the words of the article"))
    return Target(exact, prefix, suffix, quote.place("exact"))


def _events(form: Form, findings: list[Diagnostic]) -> tuple[str, ...]:
    events = form.texts("events")
    place = form.place("events")
    odd = next((event for event in events if not _EVENT_ID.fullmatch(event)), None)
    if odd is not None:
        hint = "copy it from the event's page"
        findings.append(at(place, "bad-events", f"events: '{odd}' is no id of an event", hint))
    elif len(set(events)) < 2 and events:
        findings.append(at(place, "bad-events", "events: two different ones at least", "write events: [first, second]"))
    return events

"""Files of overrides → checked entries, every mistake of every file at once. No article is read for it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..authored import nodes
from ..authored.forms import BadValueError, Form, day, nearest, one_of, suggestion
from ..authored.nodes import Items, Node, Scalar, at
from ..diagnostics import Diagnostic, InputError
from ..frozen import Frozen, replace
from ..model import Place
from .kind import Key, Kind, all_kinds

_COMMON = ("kind", "reason", "by", "on")
_TARGET = ("exact", "prefix", "suffix")
_NOWHERE = Place("")
_MOST_HINTS = 30  # mistakes of which each is told the nearest right name, which takes long among many
_LONGEST_QUOTE = 5_000  # characters: a long paragraph
_EVENT_ID = re.compile(r"[0-9a-z]{4,32}")


class Target(Frozen):
    """Words in an article (W3C Web Annotation: TextQuoteSelector). prefix and suffix stand directly around them.

    exact: "" where the article is meant as a whole. page: of a source in print, where somebody has noted it.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    place: Place = _NOWHERE
    page: str = ""


class Override(Frozen):
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
    more: tuple[tuple[str, str], ...] = ()
    citations: tuple[tuple[str, Target], ...] = ()


def load(
    files: Mapping[str, str],
    articles: Collection[str],
    language: str = "en",
    own: Mapping[str, tuple[str, str]] | None = None,
    former: Mapping[str, str] | None = None,
) -> tuple[Override, ...]:
    """The overrides in files of these paths and texts, in their order.

    articles: the ids there are, and those there have been; language: the project's, for values in words; own: path and
    front matter, by id, of articles that hold their own, which come first; former: former names of articles, with what
    they are called now. Raises `InputError`.
    """
    findings: list[Diagnostic] = []
    found: list[Override] = []
    names = {**(former or {}), **{article: article for article in articles}}
    for article, (path, front_matter) in (own or {}).items():
        found += _own(article, path, front_matter, names, language, findings)
    for path, text in files.items():
        try:
            node = nodes.read(text, path)
        except InputError as refused:
            findings.extend(refused.diagnostics)
            continue
        entries = (_entry(entry, names, language, findings) for entry in _entries(node, findings))
        found.extend(entry for entry in entries if entry)
    if findings:
        raise InputError(findings)
    return tuple(found)


def _own(
    article: str,
    path: str,
    front_matter: str,
    names: Mapping[str, str],
    language: str,
    findings: list[Diagnostic],
) -> Iterator[Override]:
    """The entries below the key "overrides" of an article's front matter; they are about this article."""
    try:
        node = nodes.read_mapping(front_matter, path, first_line=2).nodes.get("overrides")
    except InputError:
        return  # told by whoever reads the article
    for entry in _entries(node, findings) if node else ():
        if isinstance(entry, nodes.Mapping) and "article" not in entry.nodes:
            entry = replace(entry, nodes={**entry.nodes, "article": Scalar(article, entry.place)})
        found = _entry(entry, names, language, findings)
        if found:
            yield found


def _entries(node: Node, findings: list[Diagnostic]) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.nodes
    if not (isinstance(node, Scalar) and node.text is None):
        hint = "begin each entry with - as in: - kind: date"
        findings.append(at(node.place, "no-list", "a file of overrides is a list of entries", hint))
    return ()


def _entry(node: Node, names: Mapping[str, str], language: str, findings: list[Diagnostic]) -> Override | None:
    if not isinstance(node, nodes.Mapping):
        findings.append(at(node.place, "no-mapping", "an entry has keys with values", "write: - kind: date"))
        return None
    kind = _kind(node, findings)
    if kind is None:
        return None
    form = Form(node, (*_COMMON, *(key.name for key in kind.keys)), findings)
    by_shape: dict[str, list[Key]] = {}
    for key in kind.keys:
        if not key.required or form.required(key.name):
            by_shape.setdefault(key.shape, []).append(key)
    texts = {key.name: _text(form, key, language) for key in by_shape.get("text", ())}
    lists = {key.name: form.texts(key.name) for key in by_shape.get("texts", ())}
    value = texts.pop("value", None)
    return Override(
        kind.name,
        form.checked("article", lambda written: known(written, names, findings)) if "article" in by_shape else None,
        _target(form, findings) if "target" in by_shape else None,
        _event_ids(form, kind, by_shape, findings),
        value,
        form.text("reason"),
        form.text("by"),
        form.checked("on", lambda written: day(written).isoformat()),
        node.place,
        (*((name, text) for name, text in texts.items() if text), *((n, t) for n, ts in lists.items() for t in ts)),
        _citations(form, names, findings) if "citations" in by_shape else (),
    )


def _kind(node: nodes.Mapping, findings: list[Diagnostic]) -> Kind | None:
    kinds = all_kinds()
    form = Form(node, node.nodes, findings)
    name = form.text("kind") if form.required("kind") else None
    if name is not None and name not in kinds:
        findings.append(at(form.place("kind"), "unknown-kind", f"unknown kind '{name}'", suggestion(name, kinds)))
    return kinds.get(name) if name else None


def known(written: str, names: Mapping[str, str], findings: Sequence[Diagnostic] = ()) -> str:
    """What an article is called now. findings: so far; after many, none of them looks for the nearest name."""
    if written in names:
        return names[written]
    if written.removesuffix(".md") in names:
        raise BadValueError(f"'{written}' is named without its suffix", f"write '{written.removesuffix('.md')}'")
    meant = nearest(written, names) if len(findings) < _MOST_HINTS else None
    hint = f"write '{meant}'" if meant else "an article is named by its path in content/articles, without .md"
    raise BadValueError(f"there is no article '{written}'", hint)


def _text(form: Form, key: Key, language: str) -> str | None:
    check = key.check
    if key.words:
        return form.checked(key.name, one_of(*key.words))
    return form.checked(key.name, lambda written: check(written, language)) if check else form.text(key.name)


def _target(form: Form, findings: list[Diagnostic]) -> Target | None:
    mapping = form.mapping("target")
    return quote(Form(mapping, _TARGET, findings)) if mapping else None


def quote(form: Form) -> Target | None:
    """The quotation that a group of keys holds."""
    if not form.required("exact"):
        return None
    exact, prefix, suffix = (form.text(key) or "" for key in _TARGET)
    if not exact.strip():
        hint = "quote the words of the article"
        form.findings.append(at(form.place("exact"), "bad-exact", "exact: only blanks", hint))
    for key in _TARGET:
        if len(form.text(key) or "") > _LONGEST_QUOTE:
            message, hint = f"{key}: longer than {_LONGEST_QUOTE:,} characters", "quote fewer words"
            form.findings.append(at(form.place(key), f"bad-{key}", message, hint))
    return Target(exact, prefix, suffix, form.place("exact"))


def _citations(
    form: Form, names: Mapping[str, str], findings: list[Diagnostic]
) -> tuple[tuple[str, Target], ...]:
    """Quotations with the articles they are from."""
    found = []
    for mapping in form.mappings("citations"):
        quoted = Form(mapping, ("article", *_TARGET), findings)
        quoted.required("article")
        article, target = quoted.checked("article", lambda written: known(written, names, findings)), quote(quoted)
        if article and target:
            found.append((article, target))
    return tuple(found)


def _event_ids(
    form: Form, kind: Kind, shapes: Collection[str], findings: list[Diagnostic]
) -> tuple[str, ...]:
    """Ids of events in the right form; whether there are such events is seen later."""
    key = next((shape for shape in ("event", "events") if shape in shapes), None)
    if key is None:
        return ()
    events = form.texts(key) if key == "events" else tuple(filter(None, [form.text(key)]))
    place = form.place(key)
    odd = next((event for event in events if not _EVENT_ID.fullmatch(event)), None)
    if odd is not None:
        hint = "copy it from the event's page"
        findings.append(at(place, f"bad-{key}", f"{key}: '{odd}' is no id of an event", hint))
    elif 0 < len(set(events)) < kind.fewest:
        findings.append(at(place, "bad-events", "events: two different ones at least", "write events: [first, second]"))
    return events

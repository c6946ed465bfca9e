"""Entries that people write as files of their own, `content/events/<name>.md`: front matter, and what there is to say.

Each is read into what the override `event` says, with two things more: it may cite a source as a whole, or a page of
it, and its name gives the entry an id that stays whatever becomes of its words.
"""

from collections.abc import Mapping

from ..authored import nodes
from ..authored.forms import BadValueError, Form, day, one_of
from ..authored.nodes import at
from ..diagnostics import Diagnostic, InputError, error
from ..model import Place
from .kinds.date import value
from .kinds.event_kind import WORDS
from .kinds.title import title
from .load import Override, Target, known, quote

KEYS = ("title", "date", "kind", "tags", "citations", "reason", "by", "on")
_CITED = ("article", "exact", "prefix", "suffix", "page")


def load(
    written: Mapping[str, tuple[str, str]], names: Mapping[str, str], language: str = "en"
) -> tuple[Override, ...]:
    """The entries in files of these paths, each with its front matter and the Markdown below it.

    names: what each article is called, under every name it has had; language: the project's, for dates in words. Raises
    `InputError` with every mistake of every file.
    """
    findings: list[Diagnostic] = []
    found = []
    for path, (head, body) in written.items():
        try:
            mapping = nodes.read_mapping(head, path, first_line=2)
        except InputError as refused:
            findings.extend(refused.diagnostics)
            continue
        if not mapping.nodes:
            hint = "begin with a line ---, then title, date and citations, then another line ---"
            findings.append(error(path, 1, 1, "front-matter", "an entry says at its top what it is", hint))
            continue
        found.append(_entry(Form(mapping, KEYS, findings), path, body, names, language))
    if findings:
        raise InputError(findings)
    return tuple(found)


def _entry(form: Form, path: str, body: str, names: Mapping[str, str], language: str) -> Override:
    for key in ("title", "date"):
        form.required(key)
    citations = _citations(form, names) if form.required("citations") else ()
    told = {
        "title": form.checked("title", lambda written: title(written, language)),
        "event-kind": form.checked("kind", one_of(*WORDS)),
        "note": body.strip() or None,
        "file": path,
    }
    return Override(
        "event",
        value=form.checked("date", lambda written: value(written, language)),
        reason=form.text("reason"),
        by=form.text("by"),
        on=form.checked("on", lambda written: day(written).isoformat()),
        place=Place(path, 1, 1),
        more=(
            *((name, text) for name, text in told.items() if text),
            *(("tags", tag) for tag in form.texts("tags")),
            *(("page", target.page) for _, target in citations),
        ),
        citations=citations,
    )


def _citations(form: Form, names: Mapping[str, str]) -> tuple[tuple[str, Target], ...]:
    """Sources with the words of them that are cited, or as a whole; a list of names alone will do."""
    node = form.items("citations")
    if not node and not form.mappings("citations"):
        hint = "name a source: - article: its file in content/articles, without .md"
        form.findings.append(at(form.place("citations"), "bad-citations", "citations: an entry cites a source", hint))
    if node and all(isinstance(n, nodes.Scalar) for n in node):
        checked = (_named(form, n, names) for n in node if isinstance(n, nodes.Scalar))
        return tuple((name, Target("", place=form.place("citations"))) for name in checked if name)
    found = []
    for mapping in form.mappings("citations"):
        cited = Form(mapping, _CITED, form.findings)
        cited.required("article")
        article = cited.checked("article", lambda written: known(written, names))
        whole = Target("", place=mapping.place, page=cited.text("page") or "")
        target = quote(cited) if cited.text("exact") is not None else whole
        if article and target:
            found.append((article, Target(target.exact, target.prefix, target.suffix, target.place, whole.page)))
    return tuple(found)


def _named(form: Form, node: nodes.Scalar, names: Mapping[str, str]) -> str | None:
    try:
        return known(node.text or "", names)
    except BadValueError as problem:
        form.findings.append(at(node.place, "bad-citations", f"citations: {problem}", problem.hint))
        return None

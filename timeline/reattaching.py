"""Words that were quoted and have lost their place: where each may stand now, and putting it there.

Somebody mends a letter in an article, and a correction, or the record of an entry, quotes words that are there no more.
Nothing is moved by itself: a person chooses among the places that are offered, and what is written is checked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from . import project
from .authored import files, nodes
from .authored.written import quoted
from .build import analyse, writing
from .decisions import ledger
from .decisions.attach import Orphan, attached
from .decisions.load import Override, Target, load
from .decisions.places import in_file
from .decisions.quotes import nearest, occurrences, quoting
from .decisions.writing import beside, requoted
from .diagnostics import InputError, error
from .frozen import Frozen, replace
from .gathering import article_names, documents_of
from .model import Cited, Decisions, Document, Place, Timeline
from .reading.front_matter import with_overrides

_FRONT_MATTER = re.compile(r"(\ufeff?---[ \t]*\r?\n)(.*?)^(?=(?:---|\.\.\.)[ \t]*\r?$)", re.M | re.S)


class Choice(Frozen):
    """A place where lost words may stand now. target: a quotation that has this place alone."""

    place: Place
    words: str
    target: Target


class Lost(Frozen):
    """A quotation without a place. place: where it is written; what: whose it is, in words; choices: the best first."""

    place: Place
    what: str
    article: str
    target: Target
    choices: tuple[Choice, ...]


def lost(root: Path, today: date) -> tuple[Lost, ...]:
    """All that has lost its place in a project and may have another: of corrections first, then of entries.

    Raises InputError where the project cannot be read.
    """
    overrides, documents, sources = documents_of(root)
    found = [*_of_overrides(overrides, documents, sources)]
    result = analyse(root, today)
    found += _of_entries(result.timeline, result.decisions, sources)
    return tuple(found)


def reattach(root: Path, one: Lost, choice: Choice) -> None:
    """Write a quotation anew where it is written, all else as it stands. Raises InputError where that cannot be."""
    with writing(root):
        if one.place.path.startswith(f"{project.RECORD}/"):
            _in_record(root, one, choice)
        else:
            _in_overrides(root, one, choice)


# ---------------------------------------------------------------- what has lost its place
def _of_overrides(
    overrides: Iterable[Override], documents: Mapping[str, Document], sources: Mapping[str, str]
) -> Iterator[Lost]:
    for override in overrides:
        _, orphans = attached(override, documents)
        for orphan in orphans:
            if orphan.document is not None and orphan.target is not None:
                spans = _spans(orphan)
                choices = _choices(orphan.document, spans, sources[orphan.article])
                yield Lost(orphan.target.place, f"'{override.kind}'", orphan.article, orphan.target, choices)


def _spans(orphan: Orphan) -> Sequence[tuple[int, int]]:
    """Where it may stand: at the places that it has, if there are several, in the order of their likeness."""
    return (*orphan.candidates, *(place for place in orphan.places if place not in orphan.candidates))


def _of_entries(timeline: Timeline, decisions: Decisions, sources: Mapping[str, str]) -> Iterator[Lost]:
    """Entries that have gone, or are kept as they were accepted, and quote words that are not there any more."""
    documents = {a.document.id: a.document for a in timeline.articles}
    frozen = {event.id for event in timeline.events if event.frozen}
    gone = {g.id for g in timeline.gone if g.sort == "event" and g.status == "deleted"}
    noted = {entry.id: entry.citations for entry in decisions.accepted if entry.id in frozen}
    for entry in decisions.known():
        if entry.status == "public" and (entry.id in gone | frozen or entry.id not in timeline.named):
            kept = dict.fromkeys((*entry.citations, *noted.get(entry.id, ())))
            for cited in (c for c in kept if c.span is None and c.article in documents):
                document, target = documents[cited.article], Target(cited.exact, cited.prefix, cited.suffix)
                choices = _choices(document, nearest(document, target), sources[cited.article])
                place = Place(f"{project.RECORD}/{entry.id}.yaml")
                yield Lost(place, f"the entry “{entry.title}”", cited.article, target, choices)


def _choices(document: Document, spans: Iterable[tuple[int, int]], source: str) -> tuple[Choice, ...]:
    """Stretches that can be quoted so that they stand alone."""
    quoted = ((span, quoting(document.text, span)) for span in spans)
    return tuple(
        Choice(in_file(document, span, source), " ".join(target.exact.split()), target)
        for span, target in quoted if occurrences(document.text, target) == (span,)
    )  # fmt: skip


# ---------------------------------------------------------------- writing it anew
def _in_record(root: Path, one: Lost, choice: Choice) -> None:
    """In the record of an entry, and where it is noted as it was accepted."""
    name = Path(one.place.path).name
    _, former = article_names(root)
    for folder in (project.RECORD, project.ACCEPTED):
        path = f"{folder}/{name}"
        if (root / path).exists():
            (entry,) = ledger.load({path: files.read(root / path, path)})
            cited = tuple(
                _moved(c, one, choice.target) if former.get(c.article, c.article) == one.article else c
                for c in entry.citations
            )
            files.write(root / path, ledger.dump(replace(entry, citations=cited)), path)


def _moved(cited: Cited, one: Lost, to: Target) -> Cited:
    if (cited.exact, cited.prefix, cited.suffix) != (one.target.exact, one.target.prefix, one.target.suffix):
        return cited
    return replace(cited, article=one.article, exact=to.exact, prefix=to.prefix, suffix=to.suffix)


def _in_overrides(root: Path, one: Lost, choice: Choice) -> None:
    """In a file of overrides, or in the front matter of an article."""
    file = root / one.place.path
    text = files.read_as_it_stands(file, one.place.path)
    before = _read(root, one.place.path, text)
    after = _rewritten(text, one, choice.target)
    if after is None or not _only_that(before, _read(root, one.place.path, after), one, choice.target):
        message = "this quotation cannot be changed without changing more"
        told = {"exact": choice.target.exact, "prefix": choice.target.prefix, "suffix": choice.target.suffix}
        words = ", ".join(f"{key}: {quoted(value)}" for key, value in told.items() if value)
        place = one.place
        hint = f"write it yourself: target: {{{words}}}"
        raise InputError([error(place.path, place.line, place.column, "no-room", message, hint)])
    files.write(file, after, one.place.path)


def _rewritten(text: str, one: Lost, to: Target) -> str | None:
    """A file with another quotation in the place of one."""
    head = _FRONT_MATTER.match(text) if one.place.path.endswith(".md") else None
    start, end, above = (*head.span(2), 1) if head else (0, len(text), 0)
    part, line, column = text[start:end], one.place.line - above, one.place.column
    there = _beside(nodes.read(files.plain(part), ""), line, column)
    wanted = {"exact": to.exact, "prefix": to.prefix, "suffix": to.suffix}
    edits = [(place, key) for key, place in there.items()]
    for place, key in sorted(edits, key=lambda edit: (edit[0].line, edit[0].column), reverse=True):
        changed = requoted(part, place.line, place.column, wanted[key])
        if changed is None:
            return None
        part = changed
        for more in ("suffix", "prefix") if key == "exact" else ():
            if wanted[more] and more not in there:
                added = beside(part, place.line, place.column, more, wanted[more])
                if added is None:
                    return None
                part = added
    return text[:start] + part + text[end:]


def _beside(node: nodes.Node, line: int, column: int) -> dict[str, Place]:
    """Where the parts of the quotation are written whose words begin on a line and in a column."""
    if isinstance(node, nodes.Items):
        return next((found for n in node.nodes if (found := _beside(n, line, column))), {})
    if not isinstance(node, nodes.Mapping):
        return {}
    exact = node.nodes.get("exact")
    if exact is not None and (exact.place.line, exact.place.column) == (line, column):
        return {key: node.nodes[key].place for key in ("exact", "prefix", "suffix") if key in node.nodes}
    return next((found for n in node.nodes.values() if (found := _beside(n, line, column))), {})


def _read(root: Path, path: str, text: str) -> Sequence[Override]:
    """The overrides of a file as it would be. Raises InputError."""
    names, former = article_names(root)
    language, plain = project.config(root).language, files.plain(text)
    if not path.endswith(".md"):
        return load({path: plain}, names, language, former=former)
    (article,) = (article.id for article in project.article_files(root) if article.path == path)
    head = with_overrides(plain, path)
    return load({}, names, language, {article: (path, head)} if head else {}, former)


def _only_that(before: Sequence[Override], after: Sequence[Override], one: Lost, to: Target) -> bool:
    """Is a quotation all that has changed?"""

    def without_places(overrides: Iterable[Override], lost_place: Place | None) -> list[object]:
        return [
            replace(
                o, place=Place(""), target=_changed(o.target, lost_place, to) if o.target else None,
                citations=tuple((a, _changed(t, lost_place, to)) for a, t in o.citations),
            )
            for o in overrides
        ]  # fmt: skip

    return without_places(before, one.place) == without_places(after, None)


def _changed(target: Target, at: Place | None, to: Target) -> Target:
    """The quotation as it should read, without its place."""
    return replace(to if target.place == at else target, place=Place(""))

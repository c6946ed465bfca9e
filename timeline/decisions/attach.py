"""Overrides and documents → Decisions: each quotation gets its one place in the text, or is told to be an orphan."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from ..diagnostics import Diagnostic, warning
from ..model import Decision, Decisions, Document, Span
from .kind import all_kinds
from .load import Override, Target
from .quotes import nearest, occurrences

_FRONT_MATTER = ("language", "timezone")  # kinds that are read as keys of the front matter


def attach(
    overrides: Sequence[Override], documents: Iterable[Document]
) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """Decisions in the order of the overrides, and what could not be attached.

    A quotation that stands nowhere, or in several places, makes no decision but a warning "orphan" that names the
    nearest candidates; so does one whose article is not among the documents. Two entries of one kind about the same
    words with different values are a warning "contradiction", and the later one counts.
    """
    by_id = {document.id: document for document in documents}
    findings: list[Diagnostic] = []
    found: dict[tuple[object, ...], Decision] = {}
    for override in overrides:
        decision = _attached(override, by_id, findings)
        if decision is None:
            continue
        about: tuple[object, ...] = (decision.kind, decision.article, decision.span, decision.events)
        if all_kinds()[decision.kind].beside:
            about = (*about, decision.value, decision.more, decision.cites)
        earlier = found.pop(about, None)
        if earlier is not None and (earlier.value, earlier.more) != (decision.value, decision.more):
            findings.append(_contradiction(earlier, decision))
        found[about] = decision
    return Decisions(tuple(found.values())), tuple(findings)


def front_matter(overrides: Iterable[Override]) -> dict[str, dict[str, str]]:
    """What people have set otherwise before an article is read, by article: keys of the front matter with values."""
    found: dict[str, dict[str, str]] = {}
    for override in overrides:
        if override.kind in _FRONT_MATTER and override.article and override.value:
            found.setdefault(override.article, {})[override.kind] = override.value
    return found


def _attached(override: Override, documents: Mapping[str, Document], findings: list[Diagnostic]) -> Decision | None:
    quoted = [(override.article or "", override.target)] if override.target else []
    places = [_place(article, target, documents, findings) for article, target in (*quoted, *override.citations)]
    spans = [span for span in places if span]
    if len(spans) < len(places):
        return None
    articles = (article for article, _ in override.citations)
    return Decision(
        override.kind, override.article, spans[0] if override.target else None, override.events, override.value,
        override.reason, override.by, override.on, override.place, override.more,
        tuple(zip(articles, spans[len(quoted):], strict=True)),
    )  # fmt: skip


def _place(
    article: str, target: Target, documents: Mapping[str, Document], findings: list[Diagnostic]
) -> Span | None:
    """The one place of a quotation; None and a finding where it has none, or several."""
    document = documents.get(article)
    places = occurrences(document.text, target) if document else ()
    if len(places) == 1:
        return places[0]
    findings.append(_orphan(target, article, document, places))
    return None


def _orphan(target: Target, article: str | None, document: Document | None, places: Sequence[Span]) -> Diagnostic:
    quote, place = target.exact, target.place
    if document is None:
        message, hint = f"the article '{article}' could not be read", "mend it, or take this entry out"
    elif places:
        message = f"“{quote}” stands in {document.path} {len(places)} times: {_listed(document, places, around=20)}"
        hint = "add prefix or suffix, the words directly before or after the one that is meant"
    else:
        candidates = nearest(document, target)
        message = f"“{quote}” does not stand in {document.path}" + (" as quoted" if candidates else "")
        near = f"near to it: {_listed(document, candidates)}"
        hint = near if candidates else "quote the words as the article has them"
    return warning(place.path, place.line, place.column, "orphan", message, hint)


def _listed(document: Document, spans: Sequence[Span], around: int = 0) -> str:
    """Stretches with their lines, and with some characters around them where they read alike."""
    shown = ((" ".join(document.text[max(0, a - around) : b + around].split()), _line(document, a)) for a, b in spans)
    return ", ".join(f"“{words}” (line {line})" for words, line in islice(shown, 5))


def _line(document: Document, offset: int) -> int:
    """Line of the file on which the block around an offset begins."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.start) - 1
    return document.blocks[index].line if index >= 0 else 0


def _contradiction(earlier: Decision, later: Decision) -> Diagnostic:
    message = f"line {earlier.place.line} of {earlier.place.path} says '{earlier.value}' here, and this '{later.value}'"
    place = later.place
    return warning(place.path, place.line, place.column, "contradiction", message, "take one of them out")

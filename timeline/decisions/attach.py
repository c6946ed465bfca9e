"""Overrides and documents → Decisions: each quotation gets its one place in the text, or is told to be an orphan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..diagnostics import Diagnostic, warning
from ..frozen import Frozen
from ..model import Decision, Decisions, Document, Place, Span
from .kind import all_kinds
from .load import Override, Target
from .places import in_file
from .quotes import nearest, occurrences

_FRONT_MATTER = ("language", "timezone")  # kinds that are read as keys of the front matter
OFFER = "\n    to choose one: timeline reattach"
_MOST = 5  # places of one quotation that are listed


def attach(
    overrides: Sequence[Override], documents: Iterable[Document], source: Callable[[str], str] | None = None
) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """Decisions in the order of the overrides, and what could not be attached.

    A quotation that stands nowhere, or in several places, makes no decision but a warning "orphan" that names the
    nearest candidates; so does one whose article is not among the documents. Two entries of one kind about the same
    words with different values are a warning "contradiction", and the later one counts. source: gives the text of an
    article's file by the article's id, so that candidates are told with line and column.
    """
    by_id = {document.id: document for document in documents}
    findings: list[Diagnostic] = []
    found: dict[tuple[object, ...], Decision] = {}
    for override in overrides:
        decision, lost = attached(override, by_id)
        findings += [told(orphan, source) for orphan in lost]
        if decision is None:
            continue
        about: tuple[object, ...] = (decision.kind, decision.article, decision.span, decision.events)
        if all_kinds()[decision.kind].beside:
            about = (*about, decision.value, decision.more, decision.cites, decision.reason, decision.by, decision.on)
        earlier = found.pop(about, None)
        if earlier is not None and (earlier.value, earlier.more) != (decision.value, decision.more):
            findings.append(_contradiction(earlier, decision))
        found[about] = decision
    findings += _at_odds(found.values())
    return Decisions(tuple(found.values())), tuple(findings)


def front_matter(overrides: Iterable[Override]) -> dict[str, dict[str, str]]:
    """What people have set otherwise before an article is read, by article: keys of the front matter with values."""
    found: dict[str, dict[str, str]] = {}
    for override in overrides:
        if override.kind in _FRONT_MATTER and override.article and override.value:
            found.setdefault(override.article, {})[override.kind] = override.value
    return found


class Orphan(Frozen):
    """A quotation that has no place in an article, or several. candidates: where it may be meant to stand."""

    override: Override
    article: str
    target: Target | None
    document: Document | None = None
    places: tuple[Span, ...] = ()
    candidates: tuple[Span, ...] = ()


def attached(override: Override, documents: Mapping[str, Document]) -> tuple[Decision | None, list[Orphan]]:
    """What an entry decides, in its place; None and what has no place where it lacks one."""
    quoted = [(override.article or "", override.target)] if override.target else []
    places = [_place(override, article, target, documents) for article, target in (*quoted, *override.citations)]
    lost = [place for place in places if isinstance(place, Orphan)]
    if not places and override.article and override.article not in documents and override.kind != "withdraw":
        lost = [Orphan(override, override.article, None)]
    if lost:
        return None, lost
    spans = [place for place in places if not isinstance(place, Orphan)]
    articles = (article for article, _ in override.citations)
    return Decision(
        override.kind, override.article, spans[0] if override.target else None, override.events, override.value,
        override.reason, override.by, override.on, override.place, override.more,
        tuple(zip(articles, spans[len(quoted):], strict=True)),
    ), []  # fmt: skip


def _place(override: Override, article: str, target: Target, documents: Mapping[str, Document]) -> Span | Orphan:
    """The one place of a quotation, or what there is to say where it has none, or several."""
    document = documents.get(article)
    if document and not target.exact:
        return (0, 0)
    places = occurrences(document.text, target) if document else ()
    if len(places) == 1:
        return places[0]
    return Orphan(override, article, target, document, places, nearest(document, target) if document else ())


def told(orphan: Orphan, source: Callable[[str], str] | None = None) -> Diagnostic:
    """An orphan in words: its place among the overrides, and the candidates with theirs in the article."""
    document, target = orphan.document, orphan.target
    place = target.place if target else orphan.override.place
    quote = f"“{target.exact}”" if target and target.exact else f"this '{orphan.override.kind}'"
    if document is None:
        message = f"{quote} is about the article '{orphan.article}', which is not there any more"
        hint = f"write `aliases: [{orphan.article}]` at the top of that article if it was renamed; or take this out"
        return warning(place.path, place.line, place.column, "orphan", message, hint)
    text = source(document.id) if source else None
    if orphan.places:
        message = f"{quote} stands in {document.path} {len(orphan.places)} times"
        hint = "add prefix or suffix, the words directly before or after the one that is meant; it stands at"
        hint += _listed(document, orphan.places, text, around=20) + OFFER
    elif orphan.candidates:
        message = f"{quote} does not stand in {document.path} as quoted"
        hint = "near to it:" + _listed(document, orphan.candidates, text) + OFFER
    else:
        message = f"{quote} does not stand in {document.path}"
        hint = "quote the words as the article has them"
    return warning(place.path, place.line, place.column, "orphan", message, hint)


def _listed(document: Document, spans: Sequence[Span], source: str | None, around: int = 0) -> str:
    """Stretches with their places, a line each, and with some characters around them where they read alike."""
    lines = []
    for start, end in spans[:_MOST]:
        place = in_file(document, (start, end), source) if source is not None else Place(document.path)
        where = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
        before = document.text[max(0, start - around) : start].rsplit("\n\n", 1)[-1]
        after = document.text[end : end + around].split("\n\n", 1)[0]
        words = " ".join(f"{before}{document.text[start:end]}{after}".split())
        lines.append(f"\n      {where}: “{words}”")
    return "".join(lines) + (f"\n      and {len(spans) - _MOST} more" if len(spans) > _MOST else "")


def _at_odds(decisions: Iterable[Decision]) -> Iterator[Diagnostic]:
    """Decisions on dates whose words overlap, so that they cannot both be followed."""
    placed: list[tuple[str, int, int, Decision]] = [
        (d.article or "", *d.span, d) for d in decisions if d.kind in ("date", "not-a-date") and d.span
    ]
    placed.sort(key=lambda one: one[:3])
    for (article, _, end, one), (other_article, start, _, other) in pairwise(placed):
        if article == other_article and start < end and (one.kind, one.value) != (other.kind, other.value):
            earlier, later = sorted((one, other), key=lambda d: (d.place.path, d.place.line, d.place.column))
            yield _contradiction(earlier, later)


def _contradiction(earlier: Decision, later: Decision) -> Diagnostic:
    said, now = earlier.value or earlier.kind, later.value or later.kind
    message = f"line {earlier.place.line} of {earlier.place.path} says '{said}' here, and this '{now}'"
    place = later.place
    return warning(place.path, place.line, place.column, "contradiction", message, "take one of them out")

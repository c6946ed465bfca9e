"""How words became dates, and dates an entry: the whole derivation, as lines of text."""

import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from .called import by_name
from .language.grammar import REFUSED, Match, Rule
from .language.grammars import grammar, primary
from .model import (
    Analysis,
    Article,
    Binding,
    Citation,
    Decision,
    Decisions,
    Document,
    DocumentTime,
    Event,
    Reading,
    TimeExpression,
    Timeline,
    Timex3,
)
from .temporal.anchor import anchor
from .temporal.bind import bind
from .temporal.recognise import lower_same_length, recognise
from .temporal.resolve import resolve
from .temporal.wording import say_context

_WIDTH = 80
_LABEL = 12

Row = tuple[str, str]  # what it is, and what there is to say of it


def of_text(document: Document, today: date) -> Iterator[str]:
    """Of a text by itself: when it was published; each expression; what looks like one and is left alone."""
    expressions = recognise(document)
    (time,) = anchor([Analysis(document, expressions, bind(document, expressions))], (), Decisions(), today)
    yield from _document(document, time, Decisions())


def of_article(article: Article, decisions: Decisions, line: int | None = None) -> Iterator[str]:
    """The same of an article of a timeline; of the block around a line of its file where one is told."""
    document = article.document
    blocks = [block.line for block in document.blocks]
    chosen = bisect_right(blocks, line) - 1 if line is not None else None
    yield from _document(document, article.time, decisions, lambda x: chosen is None or x.block == chosen)


def of_event(event: Event, timeline: Timeline, decisions: Decisions) -> Iterator[str]:
    """Of an entry: its date and the rule that chose it, what people have decided, and each citation's derivation."""
    articles = {a.document.id: a for a in timeline.articles}
    mine = {name for name, meant in by_name(timeline.events).items() if meant.id == event.id}
    about = [decision for decision in decisions.all if mine.intersection(decision.events)]
    yield "\n".join([f"{event.id}  {event.title}", *_paragraph(_entry(event, about))])
    for citation in event.citations:
        yield _citation(citation, articles[citation.article], decisions)


def _document(
    document: Document, time: DocumentTime, decisions: Decisions,
    wanted: Callable[[TimeExpression], bool] = lambda x: True,
) -> Iterator[str]:
    """When a document was published, what people say of it, its expressions, and what looks like one and is none."""
    yield "\n".join(_paragraph(_context(document, time, decisions)))
    told = list(_expressions(document, time, decisions, wanted))
    yield from told
    refused = [_refusal(document.text, match) for match in _refusals(document)]
    if refused:
        yield "\n".join(["Left alone", *_paragraph(refused)])
    if not told and not refused:
        yield "There are no words about time in it."


def _context(document: Document, time: DocumentTime, decisions: Decisions) -> Iterator[Row]:
    """When a document was published and what that rests on; what people have decided of it and its words."""
    yield "context", say_context(time)
    yield from (("", reason) for reason in time.evidence)
    if time.year_policy:
        yield "policy", time.year_policy
    for decision in decisions.all:
        if decision.article == document.id and decision.kind != "date":
            yield from _decision(decision, f"{decision.kind}: {_about(decision, document)}")


def _about(decision: Decision, document: Document) -> str:
    """What a decision says, and of which words."""
    words = f"“{document.text[slice(*decision.span)]}”" if decision.span else ""
    return " → ".join(filter(None, (words, decision.value, *decision.events)))


def _expressions(
    document: Document, time: DocumentTime, decisions: Decisions, wanted: Callable[[TimeExpression], bool]
) -> Iterator[str]:
    """Each expression that is wanted, with its way from words to value."""
    expressions = recognise(document, decisions, explain=True)
    analysis = Analysis(document, expressions, bind(document, expressions))
    bindings = {binding.expression: binding for binding in analysis.bindings}
    rules = {rule.name: rule for rule in grammar(primary(document.meta.language)).rules}
    for timex in resolve(analysis, time, decisions):
        x = expressions[timex.expression]
        if wanted(x):
            rows = [*_reading(x, rules), *_meaning(x, expressions, bindings.get(timex.expression)), *_dating(timex)]
            yield "\n".join([f"“{x.text}”, at {x.start} to {x.end}", *_paragraph(rows)])


def _entry(event: Event, decisions: Iterable[Decision]) -> Iterator[Row]:
    """What an entry is, and who or what has made it so. decisions: about the entry."""
    yield "date", event.edtf or "none"
    if event.date_rule:
        yield "", f"chosen by this rule: {event.date_rule}"
    yield "kind", f"{event.kind}, {event.status}"
    if event.aliases:
        yield "once", ", ".join(event.aliases)
    changed = {correction.place: correction for correction in event.corrections}
    for decision in decisions:
        correction = changed.pop(decision.place, None)
        values = f": {correction.before or 'none'} → {correction.after or 'none'}" if correction else ""
        yield from _decision(decision, f"{decision.kind}{values or _named(decision)}")
    for correction in changed.values():
        what = " ".join(filter(None, (correction.what, f"of “{correction.words}”" if correction.words else "")))
        place = f"{correction.place.path}:{correction.place.line}" if correction.place.path else "a person"
        yield "override", f"{what}: {correction.before or 'none'} → {correction.after or 'none'} ({place})"
        if correction.reason:
            yield "", correction.reason
    yield from (("one entry" if n == 0 else "", why) for n, why in enumerate(event.merge_evidence))
    yield from (("left apart" if n == 0 else "", why) for n, why in enumerate(event.apart))
    for change in event.withheld:
        before, after = change.before or "none", change.after or "none"
        yield "held back", f"it is accepted as it is; this build has {change.what}: {before} → {after}"


def _named(decision: Decision) -> str:
    """What a decision says beside the entry that it is about."""
    said = " ".join(decision.events) if len(decision.events) > 1 else decision.value
    return f": {said}" if said else ""


def _citation(citation: Citation, article: Article, decisions: Decisions) -> str:
    """A quotation with the derivation of its expression, and what its article's day rests on."""
    lines = [f"{article.document.path or article.document.id}: “{citation.quote}”"]
    timex, time = citation.timex, article.time
    if timex is None:
        return "\n".join([*lines, *_paragraph([("tells", "a detail, without a date of its own")])])
    lines += _paragraph(_context(article.document, time, decisions))
    span = timex.start, timex.end
    lines += _expressions(article.document, time, decisions, lambda x: x.span == span)
    return "\n".join(lines)


# ---------------------------------------------------------------- what there is to say
def _reading(x: TimeExpression, rules: dict[str, Rule]) -> Iterator[Row]:
    """The rule that reads the words, and the readings that it beat."""
    rule = rules.get(x.rule)
    yield "rule", f"{rule.name} (timeline/{rule.place})" if rule else x.rule
    if rule:
        yield "", " ".join(rule.pattern.split())
    for n, rival in enumerate(x.rivals):
        yield "instead of" if n == 0 else "", f"“{rival.text}” by {rival.rule}: {_why_beaten(rival, x)}"


def _why_beaten(rival: Reading, x: TimeExpression) -> str:
    """The leftmost reading wins, then the longest, then the one whose rule comes first."""
    if len(rival.text) < len(x.text):
        return "shorter"
    return "begins later" if len(rival.text) > len(x.text) else "as long, and its rule comes later"


def _meaning(x: TimeExpression, expressions: tuple[TimeExpression, ...], binding: Binding | None) -> Iterator[Row]:
    """What the words say, without any date."""
    yield "says", repr(x.term)
    if x.why_direction:
        yield "direction", x.why_direction
    if x.pair is not None:
        yield "ends", f"the stretch that “{expressions[x.pair].text}” begins"
    if binding is not None and binding.antecedent is not None:
        yield "leans on", f"“{expressions[binding.antecedent].text}”"


def _dating(timex: Timex3) -> Iterator[Row]:
    """The way to the value, and how sure it is."""
    if timex.set_by:
        yield from _decision(timex.set_by)
        if timex.read_as:
            yield "", f"the machine would have said {timex.read_as}"
    for n, step in enumerate(timex.trace[1:]):  # the first one is the words
        yield "steps" if n == 0 else "", step
    if timex.implied:
        yield "filled in", ", ".join(timex.implied)
    yield "value", " ".join(filter(None, (timex.type, timex.value, timex.mod)))
    yield "EDTF", timex.edtf or "none"
    if timex.doubt:
        yield "doubt", timex.doubt
    for n, (value, reason) in enumerate(timex.alternatives):
        yield "near" if n == 0 else "", f"{value}: {reason}"


def _decision(decision: Decision, what: str = "") -> Iterator[Row]:
    """Who has decided what, where, and why."""
    place = decision.place
    where = f"{place.path}:{place.line}" + (f", by {decision.by}" if decision.by else "")
    yield "override", f"{what} ({where})" if what else where
    if decision.reason:
        yield "", decision.reason


def _refusals(document: Document) -> Iterator[Match]:
    """What looks like time and is none, as a rule says."""
    text, lower = document.text, lower_same_length(document.text)
    for block in document.blocks:
        found = grammar(primary(document.meta.language)).find(text, lower, block.start, block.end)
        yield from (match for match in found if match.term is REFUSED)


def _refusal(text: str, match: Match) -> Row:
    return "", f"“{text[match.start : match.end]}”: {match.rule.name} (timeline/{match.rule.place})"


# ---------------------------------------------------------------- how it is laid out
def _paragraph(rows: Iterable[Row]) -> Iterator[str]:
    """Rows as lines: labels in a column, wrapped beside it."""
    for label, value in rows:
        yield from textwrap.wrap(
            value,
            _WIDTH,
            initial_indent=f"  {label:{_LABEL}}",
            subsequent_indent=" " * (_LABEL + 4),
            break_long_words=False,
            break_on_hyphens=False,
        )

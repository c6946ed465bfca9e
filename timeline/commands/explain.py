"""`timeline explain`: how words about time became a date, from the rule that read them to the value."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import click

from ..language.grammar import REFUSED, Match, Rule
from ..language.grammars import grammar, primary
from ..model import Analysis, Binding, Decisions, Document, Meta, Reading, TimeExpression, Timex3
from ..reading.plain import read_plain
from ..temporal.anchor import anchor
from ..temporal.bind import bind
from ..temporal.given import given_time
from ..temporal.recognise import lower_same_length, recognise
from ..temporal.resolve import resolve
from ..temporal.wording import say_context

_WIDTH = 80
_LABEL = 12

Row = tuple[str, str]  # what it is, and what there is to say of it


def _stated(_context: click.Context, _option: click.Parameter, published: str | None) -> str | None:
    """The publication date, if it is one."""
    if published is not None and given_time(published, "published") is None:
        raise click.BadParameter(f"'{published}' is no date; write 2023-12-10, 2023-12-10T21:30+09:00, 1912-04 or 1934")
    return published


@click.command("explain", short_help="Tell how words became a date.")
@click.option("--text", metavar="SENTENCE", required=True, help="The words, with the sentence that they stand in.")
@click.option("--published", metavar="DATE", callback=_stated, help="When it was published, in EDTF or ISO 8601.")
@click.option("--language", metavar="TAG", default="en", show_default=True, help="What it is written in (BCP 47).")
@click.option("--today", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Nothing is published after it.")
def command(text: str, published: str | None, language: str, today: datetime | None) -> None:
    """Tell of each expression in SENTENCE which rule reads it and why, what it says, and how it is dated."""
    document = read_plain(text, "text", Meta(published=published, language=language))
    click.echo("\n\n".join(explanations(document, today.date() if today else date.today())))


def explanations(document: Document, today: date) -> Iterator[str]:
    """When the text was published; each expression; what looks like one and is left alone."""
    expressions = recognise(document, explain=True)
    analysis = Analysis(document, expressions, bind(document, expressions))
    (time,) = anchor([analysis], (), Decisions(), today)
    bindings = {binding.expression: binding for binding in analysis.bindings}
    rules = {rule.name: rule for rule in grammar(primary(document.meta.language)).rules}

    yield "\n".join(_paragraph([("context", say_context(time)), *(("", reason) for reason in time.evidence)]))
    for timex in resolve(analysis, time):
        x = expressions[timex.expression]
        rows = [*_reading(x, rules), *_meaning(x, expressions, bindings.get(timex.expression)), *_dating(timex)]
        yield "\n".join([f"“{x.text}”, at {x.start} to {x.end}", *_paragraph(rows)])
    refused = [_refusal(document.text, match) for match in _refusals(document)]
    if refused:
        yield "\n".join(["Left alone", *_paragraph(refused)])
    if not expressions and not refused:
        yield "There are no words about time in it."


# ---------------------------------------------------------------- what there is to say
def _reading(x: TimeExpression, rules: dict[str, Rule]) -> Iterator[Row]:
    """The rule that reads the words, and the readings that it beat."""
    rule = rules[x.rule]
    yield "rule", f"{rule.name} (timeline/{rule.place})"
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

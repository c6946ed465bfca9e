"""Who is answerable for the words above an entry: a headline never says on its own what the text says by another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..language.event_lexicon import EventLexicon
from ..model import Span
from .attachment import Trigger
from .clauses import Clause
from .titles import LIMIT, UNFIT, Headline, is_first_person
from .tokens import Token

_WORD = re.compile(r"[^\W\d_]+")


def credited(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    said_by: Span | None,
    own: Headline,
    headline: Callable[[Trigger], Headline],
    lexicon: EventLexicon,
) -> Headline:
    """The headline with who says so: of what is reported the clause that reports it, of somebody's own words the
    speaker and the words as a quotation. Without words where somebody speaks of himself and no name says who.

    said_by: tokens that name who says it; headline: makes that of another trigger of the sentence.
    """
    finite = trigger.predicate is not None and trigger.predicate.finite
    reporting = _reporting(trigger, clauses, lexicon) if finite else None
    if reporting is not None and reporting.finite is not None:
        whole = headline(Trigger(reporting, reporting.finite, None))
        if whole.flaws < UNFIT and _has(whole.words, tokens, trigger):
            return replace(own, words=whole.words, flaws=min(own.flaws, whole.flaws + 1))
    if not any(is_first_person(w) for w in _WORD.findall(own.words)):
        return own
    speaker = _speaker(text, tokens, said_by, clauses, lexicon)
    quoted = f"{speaker}: “{own.words}”"
    return replace(own, words=quoted if speaker and len(quoted) <= LIMIT else "")


def _reporting(trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> Clause | None:
    """The clause that says what a complement tells ("the defence said [the singer …]")."""
    n = next((i for i, c in enumerate(clauses) if c is trigger.clause), 0)
    while n > 0 and clauses[n].kind == "complement" and clauses[n - 1].past == clauses[n].first:
        n -= 1
    first = clauses[n]
    if first is trigger.clause or first.finite is None or first.kind == "relative" or first.quoted:
        return None
    return first if lexicon.group(first.finite.event_class or "") == "statement" else None


def _has(words: str, tokens: Sequence[Token], trigger: Trigger) -> bool:
    return tokens[trigger.tokens[1]].text.lower() in words.lower().split()


def _speaker(
    text: str, tokens: Sequence[Token], said_by: Span | None, clauses: Sequence[Clause], lexicon: EventLexicon
) -> str:
    """Who speaks, where that has a name; with what hangs on it ("a statement issued on behalf of Ada Lund")."""
    if said_by is None or tokens[said_by[0]].tag == "pron":
        return ""
    first, past = said_by
    inside = next((c for c in clauses if c.first <= first < c.past), None)
    if inside and inside.finite and lexicon.group(inside.finite.event_class or "") != "statement":
        past = inside.past
    if not any(t.tag == "name" for t in tokens[first:past]):
        return ""
    while first < past and tokens[first].tag == "det":
        first += 1
    words = " ".join(text[tokens[first].start : tokens[past - 1].end].split())
    return words[:1].upper() + words[1:]

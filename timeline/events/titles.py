"""A headline from a clause: who did what, as it stands, without the time, without who says so, at most 100 characters."""

import re
from collections.abc import Sequence

from ..language.event_lexicon import EventLexicon
from .attachment import Trigger
from .clauses import Clause
from .tokens import Token

LIMIT = 100
_SPACE = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"[“”\"«»]|^[\s,;:–—-]+|[\s,;:–—-]+$")
_CUT_BEFORE = ("prep", "conj", "rel", "that", "sub", "comma", "to", "verb")
_DANGLING = ("prep", "conj", "rel", "that", "sub", "comma", "to", "det", "aux", "adj", "poss", "number", "adv", "not")


def title_of(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    subject: str | None,
    lexicon: EventLexicon,
) -> str:
    """Title for a trigger. `subject`: words to put in a pronoun's place."""
    if trigger.predicate is None:
        return _compose(text, tokens, [_noun_phrase(tokens, trigger)], None, lexicon)
    clause, predicate = trigger.clause, trigger.predicate
    parts: list[tuple[int, int]] = []
    replaced = None
    if clause.subject and predicate.form == "finite":
        first, past = clause.subject
        lone = past - first == 1 and tokens[first].tag == "pron"
        if lone and subject:
            replaced = subject
        else:
            parts.append((first, past))
    elif predicate.form in ("participle", "gerund"):
        start = _phrase_start(tokens, predicate.first, clause.first)
        parts.append((start, predicate.first))
    parts.append((predicate.first, _end(tokens, trigger, clauses, lexicon)))
    return _compose(text, tokens, parts, replaced, lexicon)


def _end(tokens: Sequence[Token], trigger: Trigger, clauses: Sequence[Clause], lexicon: EventLexicon) -> int:
    """The clause's own end, or its complement's where the verb only introduces it ("said that …")."""
    assert trigger.predicate is not None
    end = trigger.clause.past
    following = [c for c in clauses if c.first >= end]
    if (
        lexicon.group(trigger.predicate.event_class or "") == "statement"
        and following
        and following[0].kind == "complement"
    ):
        return following[0].past
    return end


def _phrase_start(tokens: Sequence[Token], n: int, least: int) -> int:
    first = n
    while first > least and (
        tokens[first - 1].tag in ("noun", "name", "number", "adj", "det", "poss")
        or tokens[first - 1].lower in ("of", "than")
    ):
        first -= 1
    return first


def _noun_phrase(tokens: Sequence[Token], trigger: Trigger) -> tuple[int, int]:
    """The phrase around an event noun: its modifiers and what follows with a preposition."""
    assert trigger.noun is not None
    first = trigger.noun.first
    while first > 0 and tokens[first - 1].tag in ("noun", "name", "number", "adj", "poss", "time", "det"):
        first -= 1
        if tokens[first].tag == "det":
            break
    past = trigger.noun.last + 1
    while past < len(tokens) and tokens[past].tag in ("prep", "noun", "name", "number", "adj", "det", "poss", "time"):
        past += 1
    return first, past


def _compose(
    text: str, tokens: Sequence[Token], parts: Sequence[tuple[int, int]], subject: str | None, lexicon: EventLexicon
) -> str:
    kept = [n for first, past in parts for n in range(first, past)]
    kept = _without_time(tokens, kept)
    kept = [n for n in kept if not (tokens[n].tag == "adv" and tokens[n].lower in lexicon.words["hedges"])]
    while (kept and tokens[kept[0]].tag in ("conj", "comma", "that", "sub", "adv", "stop", "quote")) or (
        kept and tokens[kept[0]].lower in ("the", "a", "an")
    ):
        kept.pop(0)
    budget = LIMIT - (len(subject) + 1 if subject else 0)
    kept = _shorten(text, tokens, kept, budget)
    words = _spell(text, tokens, kept)
    whole = f"{subject} {words}" if subject else words
    whole = _LOOSE_MARKS.sub("", _SPACE.sub(" ", whole)).strip()
    return whole[:1].upper() + whole[1:]


def _without_time(tokens: Sequence[Token], kept: Sequence[int]) -> list[int]:
    """Drop time expressions, the preposition that rules them, and the possessive mark after them."""
    out: list[int] = []
    for n in kept:
        token = tokens[n]
        if token.tag == "time":
            while out and (
                tokens[out[-1]].tag in ("prep", "comma") or tokens[out[-1]].lower in ("late", "early", "the")
            ):
                out.pop()
        elif not (token.tag in ("poss", "comma") and n and tokens[n - 1].tag == "time"):
            out.append(n)
    return out


def _shorten(text: str, tokens: Sequence[Token], kept: Sequence[int], budget: int) -> list[int]:
    """The longest beginning within the budget that ends where a phrase ends."""
    kept = list(kept)
    while kept and (len(_spell(text, tokens, kept)) > budget or tokens[kept[-1]].tag in _DANGLING):
        if len(_spell(text, tokens, kept)) > budget:
            cut = next((i for i in range(len(kept) - 1, 2, -1) if tokens[kept[i]].tag in _CUT_BEFORE), None)
            kept = kept[:cut] if cut else kept[:-1]
        else:
            kept.pop()
    return kept


def _spell(text: str, tokens: Sequence[Token], kept: Sequence[int]) -> str:
    """The words as they stand in the text; one blank where something was left out."""
    out: list[str] = []
    for i, n in enumerate(kept):
        if i:
            adjoining = n == kept[i - 1] + 1
            between = text[tokens[kept[i - 1]].end : tokens[n].start] if adjoining else " "
            out.append(
                "" if tokens[n].tag in ("comma", "poss") and not adjoining else between if len(between) <= 3 else " "
            )
        out.append(tokens[n].text)
    return "".join(out)

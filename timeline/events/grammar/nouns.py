"""Nouns that name a happening ("strike", "phone call"), and whether one known event is meant by them."""

from collections.abc import Container, Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from .tokens import Token


class EventNoun(Frozen):
    """A noun that names a happening: tokens first ≤ n ≤ last."""

    first: int
    last: int
    lemma: str
    event_class: str


def event_nouns(tokens: Sequence[Token], lexicon: EventLexicon) -> tuple[EventNoun, ...]:
    """Nouns that name a happening, heads of their phrases only ("strike", not that of "strike fund")."""
    found: list[EventNoun] = []
    n = 0
    while n < len(tokens):
        noun = _noun_at(tokens, n, lexicon)
        if noun is None:
            n += 1
            continue
        heads = noun.last + 1 >= len(tokens) or tokens[noun.last + 1].tag not in ("noun", "name")
        if heads:
            found.append(noun)
        n = noun.last + 1 if heads else n + 1
    return tuple(found)


def _noun_at(tokens: Sequence[Token], n: int, lexicon: EventLexicon) -> EventNoun | None:
    for phrase in lexicon.noun_phrases.get(tokens[n].lower, ()):
        last = n + len(phrase.rest)
        if last < len(tokens) and all(t.lower == w for t, w in zip(tokens[n + 1 : last + 1], phrase.rest, strict=True)):
            return EventNoun(n, last, phrase.lemma, phrase.event_class)
    known = lexicon.nouns.get(tokens[n].lower)
    return EventNoun(n, n, *known) if known and tokens[n].tag in ("noun", "adj") else None


def is_definite(tokens: Sequence[Token], noun: EventNoun) -> bool:
    """Is it one known event: "the attack", "its attack", "Monday's attack"?"""
    for token in reversed(tokens[: noun.first]):
        if token.tag == "det":
            return token.lower not in ("a", "an", "any", "no", "another", "some", "every", "each")
        if token.tag == "poss":
            return True
        if token.tag not in ("adj", "noun", "number", "name"):
            return False
    return False


def stands_behind(tokens: Sequence[Token], noun: EventNoun, words: Container[str]) -> bool:
    """Does one of some words rule a noun ("since its announcement")?"""
    n = noun.first - 1
    while n > 0 and tokens[n].tag in ("det", "adj", "noun", "name", "poss", "number"):
        n -= 1
    return n >= 0 and tokens[n].lower in words

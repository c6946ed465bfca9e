"""Known events that a sentence mentions beside what it tells: "… after the collapse of the dam", "video released by …".

By themselves they make no entry. They show that one more source speaks of an event that others tell.
"""

from collections.abc import Iterator, Sequence

from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.nouns import EventNoun, is_definite
from ..grammar.parsing import Sentence
from ..grammar.predicates import Predicate
from ..grammar.tokens import Token
from .triggers import Found

#: Relation of an event that is mentioned so.
PASSING = "in passing"
_PHRASE = ("det", "adj", "noun", "name", "number", "poss")
_VAGUE = ("", "any", "statement", "change")  # groups whose words tell of no one event
_WORDS = 4  # words that tell which event is meant, at least
_LEADING_ON = ("of", "in", "at", "near", "by", "against", "between", "from", "on", "with", "for", "to")


def in_passing(sentence: Sentence, found: Sequence[Found], lexicon: EventLexicon) -> Iterator[Found]:
    """What a sentence mentions and neither dates nor tells, each with the words that do."""
    if sentence.caption:
        return
    taken = {n for f in found for n in range(f.trigger.tokens[0], f.trigger.tokens[1] + 1)}
    told = {f.trigger.event_class for f in found}
    tokens, every = sentence.tokens, list[Found]()
    for noun in sentence.nouns:
        if noun.first not in taken and noun.event_class not in told and _is_one_event(tokens, noun, lexicon):
            every.append(_found(sentence, noun.first, noun.last + 1, noun, None))
    for clause in sentence.clauses:
        for verb in clause.predicates:
            if verb.head not in taken and _is_done_to(tokens, verb, lexicon):
                every.append(_found(sentence, verb.first, verb.last + 1, None, verb))
    yield from (f for f in every if _says_which(tokens, f))


def _is_one_event(tokens: Sequence[Token], noun: EventNoun, lexicon: EventLexicon) -> bool:
    return _is_definite_kind(noun.event_class, lexicon) and is_definite(tokens, noun)


def _is_definite_kind(event_class: str, lexicon: EventLexicon) -> bool:
    known = lexicon.classes.get(event_class)
    return known is not None and not known.aspect and known.group not in _VAGUE


def _is_done_to(tokens: Sequence[Token], verb: Predicate, lexicon: EventLexicon) -> bool:
    """Does a participle tell what was done to the noun before it: "a video released by the station"?"""
    if verb.form != "participle" or verb.first == 0 or verb.negated:
        return False
    return _is_definite_kind(verb.event_class or "", lexicon) and tokens[verb.first - 1].tag in ("noun", "name")


def _found(sentence: Sentence, first: int, past: int, noun: EventNoun | None, verb: Predicate | None) -> Found:
    """With the whole phrase for a quotation: from its article on, and with what "of" and "by" add."""
    tokens = sentence.tokens
    clause = next(c for c in sentence.clauses if c.first <= first < c.past)
    while first > clause.first and tokens[first - 1].tag in _PHRASE:
        first -= 1
    while past < clause.past and _goes_on(tokens, past):
        past += 1
    while past - 1 > first and tokens[past - 1].tag in ("prep", "det", "poss"):
        past -= 1
    return Found(Trigger(clause, verb, noun), None, PASSING, (first, past))


def _says_which(tokens: Sequence[Token], found: Found) -> bool:
    """Do the words by themselves say which event is meant: with a name or number in them, and not just "its offer"?"""
    first, past = found.phrase or (0, 0)
    return past - first >= _WORDS and any(t.tag in ("name", "number") for t in tokens[first:past])


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].tag in _PHRASE or (tokens[n].tag == "prep" and tokens[n].lower in _LEADING_ON)

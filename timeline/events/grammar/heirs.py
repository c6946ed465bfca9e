"""What a sentence leaves to the pronouns of the next: whom "she" means there, and what "it" and "they"."""

from collections.abc import Mapping, Sequence

from ...language.event_lexicon import EventLexicon
from ...model import Span
from .clauses import Clause, is_plural
from .pronouns import PERSONAL, POSSESSIVE, Heirs, is_pronoun, known_person
from .tokens import Token

_LONGEST = 50  # characters of a subject that can be named again
_TRAILING = ("adv", "time", "not", "prep", "conj")  # what the words for somebody do not end with
_OBJECTS = ("det", "name", "noun", "number", "adj")


def heirs_of(
    text: str,
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    keys: Mapping[str, str],
    known: Heirs,
    lexicon: EventLexicon,
) -> Heirs:
    """What a sentence leaves to the next. known: what was left to it. keys: name in lower case → its whole name."""
    person = _person(text, tokens, clauses, keys, known)
    called = _called(tokens) if person is not None else None
    if person is not None and called is None and person == known.person:
        called = known.called
    subject = next((c.subject for c in clauses if c.subject and c.kind in ("main", "coordinate") and not c.quoted), None)
    if subject is None or person is not None:
        return Heirs(person, called)
    if is_pronoun(tokens, subject):
        pronoun = tokens[subject[0]].lower
        kept = pronoun in ("it", "they")
        return Heirs(None, None, known.thing, known.several) if kept else Heirs()
    first, past = _words(tokens, subject)
    words = text[tokens[first].start : tokens[past - 1].end] if first < past else ""
    if not words or len(words) > _LONGEST or any(t.tag in ("pron", "poss", "verb", "aux") for t in tokens[first:past]):
        return Heirs()
    if is_plural(tokens[first:past]):
        return Heirs(several=words)
    if tokens[first].tag not in ("det", "name", "adj", "noun") or known_person(tokens[first:past], lexicon):
        return Heirs()
    return Heirs(thing=words, sole=_sole(tokens, clauses, subject))


def _words(tokens: Sequence[Token], subject: Span) -> Span:
    """A subject as it can be named again: without what is inserted or hangs on it behind its name."""
    first, past = subject
    ends = next((n for n in range(first + 1, past) if tokens[n].tag in ("comma", "rel", "that", "open", "stop")), past)
    while ends > first and tokens[ends - 1].tag in _TRAILING:
        ends -= 1
    return first, ends


def _sole(tokens: Sequence[Token], clauses: Sequence[Clause], subject: Span) -> bool:
    """Is nothing else told of in a sentence: neither another subject nor something that was done to?"""
    for clause in clauses:
        if clause.subject and clause.subject != subject and not is_pronoun(tokens, clause.subject):
            return False
        verb = clause.finite
        if verb is None or verb.passive or verb.lemma == "be":
            continue
        if verb.last + 1 < clause.past and tokens[verb.last + 1].tag in _OBJECTS:
            return False
    return True


def _called(tokens: Sequence[Token]) -> str | None:
    """By which pronoun a person is spoken of in a sentence; None where by neither, or by both."""
    said = {POSSESSIVE.get(t.lower, t.lower) for t in tokens} & set(PERSONAL)
    return said.pop() if len(said) == 1 else None


def _person(
    text: str, tokens: Sequence[Token], clauses: Sequence[Clause], keys: Mapping[str, str], known: Heirs
) -> str | None:
    """The person that a sentence is about: its main subject, where that is or ends in a name of two words or more, or
    in one that stands for such a name. He that a sentence goes on to mean stays known.

    Whoever only says the words of a quotation takes nobody's place, and then nobody is plainly meant.
    """
    for clause in clauses:
        if clause.subject and clause.kind != "relative" and not clause.quoted:
            first, past = clause.subject
            pronoun = tokens[first].lower
            if is_pronoun(tokens, clause.subject) and pronoun in PERSONAL:
                return known.of(pronoun)
            start = past
            while start > first and tokens[start - 1].tag == "name":
                start -= 1
            name = text[tokens[start].start : tokens[past - 1].end] if start < past else ""
            whole = keys.get(name.lower(), name)
            if " " not in whole or (start > first and tokens[start - 1].tag == "det"):
                return None
            before = None if known.person is None else keys.get(known.person.lower(), known.person)
            return None if any(c.quoted for c in clauses) and before != whole else name
    return None

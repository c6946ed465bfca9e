"""What a subject can be: a pronoun, one or several, somebody."""

from collections.abc import Sequence

from ...language.event_lexicon import EventLexicon
from .tokens import Token

_DOERS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women")
_PERSONS = ("ist", "ists", "man", "men", "woman", "women")  # endings of nouns that name nothing but people
_SINGULAR = ("ss", "us", "is", "gas", "news", "series", "species")  # how words end in an s that is no plural's


def is_pronoun(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """Is a subject one pronoun, alone or with adverbs ("it officially")?"""
    first, past = subject
    return tokens[first].tag == "pron" and all(t.tag == "adv" for t in tokens[first + 1 : past])


def head_of(subject: Sequence[Token]) -> int:
    """Number of a subject's last word before what hangs on it."""
    ends = (n for n, t in enumerate(subject) if n and t.tag in ("prep", "to", "rel", "comma") and t.lower != "than")
    return next(ends, len(subject)) - 1


def is_plural(subject: Sequence[Token], lexicon: EventLexicon) -> bool:
    """Are it several ("all passengers", "the ships in port")? Names are not: "Kalvia Airways"."""
    word = subject[head_of(subject)]
    plural = word.tag == "noun" and word.lower.endswith("s") and not word.lower.endswith(_SINGULAR)
    joined = any(t.lower == "and" for t in subject)
    told = subject[0].lower in lexicon.words["of_several"] or word.lower in lexicon.words["crowds"]
    return plural or joined or told


def is_person(token: Token, lexicon: EventLexicon) -> bool:
    """Does a noun name somebody, by a list or by its ending ("owners", "pianist")?"""
    known = token.lower in lexicon.words["titles"] or lexicon.synonyms.get(token.lower) in lexicon.words["people"]
    return known or token.tag == "name" or token.lower.endswith(_DOERS) or token.lower in lexicon.words["people"]


def known_person(subject: Sequence[Token], lexicon: EventLexicon) -> bool:
    """Is a subject somebody by what is said of him ("the poet August Heim", "a man")? A name alone does not tell."""
    head = head_of(subject)
    told = subject[:head] if subject[head].tag == "name" else ()
    return _names_somebody(subject[head], lexicon) or any(
        _names_somebody(t, lexicon) or (t.tag == "noun" and is_person(t, lexicon)) for t in told
    )


def is_one(token: Token, lexicon: EventLexicon) -> bool:
    """Can a "he" or a "she" be meant by it: no court, no crew?"""
    return token.lower not in lexicon.words["groups"]


def _names_somebody(token: Token, lexicon: EventLexicon) -> bool:
    people = lexicon.words["titles"] | lexicon.words["people"]
    return (token.lower in people or token.lower.endswith(_PERSONS)) and is_one(token, lexicon)

"""Whom a pronoun means, where that is plain; a wrong name in a headline is worse than a pronoun."""

from collections.abc import Sequence

from .clauses import Clause
from .tokens import Token

_PERSONAL = ("he", "she")
_OTHER = ("it", "they")


def antecedent(
    text: str, tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], heir: str | None
) -> str | None:
    """Words for the pronoun that is a clause's subject; None where it is no pronoun or nobody is plainly meant.

    They are the subject of the clause that it depends on, else, for a person, `heir`, from the sentence before.
    """
    if clause.subject is None or not is_pronoun(tokens, clause.subject):
        return None
    pronoun = tokens[clause.subject[0]].lower
    if pronoun not in _PERSONAL + _OTHER:
        return None
    for other in reversed(clauses):
        if other.first >= clause.first or other.subject is None or other.subject == clause.subject or other.quoted:
            continue
        if not is_pronoun(tokens, other.subject):
            return text[tokens[other.subject[0]].start : tokens[other.subject[1] - 1].end]
    return heir if pronoun in _PERSONAL else None


def is_pronoun(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """Is a subject one pronoun?"""
    return subject[1] - subject[0] == 1 and tokens[subject[0]].tag == "pron"


def person_named(text: str, tokens: Sequence[Token], clauses: Sequence[Clause]) -> str | None:
    """The person that a sentence is about: its main subject, where that is or ends in a name of two words or more."""
    for clause in clauses:
        if clause.subject and clause.kind != "relative" and not clause.quoted:
            first, past = clause.subject
            start = past
            while start > first and tokens[start - 1].tag == "name":
                start -= 1
            return text[tokens[start].start : tokens[past - 1].end] if past - start >= 2 else None
    return None

"""Whom a pronoun means, where that is plain; a wrong name in a headline is worse than a pronoun."""

from collections.abc import Mapping, Sequence

from .clauses import Clause
from .tokens import Token

_PERSONAL = ("he", "she")
_POSSESSIVE = ("his", "her")
_SEVERAL = ("all", "both", "these", "those", "many", "several", "few", "most")
_SINGULAR = ("ss", "us", "is", "gas", "news", "series", "species")  # how words end in an s that is no plural's
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
        if pronoun == "it" and _is_plural(tokens[slice(*other.subject)]):
            continue
        if not is_pronoun(tokens, other.subject) and tokens[other.subject[0]].tag not in ("to", "prep"):
            first, past = other.subject
            while past > first + 1 and tokens[past - 1].tag in ("adv", "time"):
                past -= 1
            return text[tokens[first].start : tokens[past - 1].end]
    return heir if pronoun in _PERSONAL else None


def _is_plural(subject: Sequence[Token]) -> bool:
    """Are it several ("all passengers", "the ships in port")? Names are not: "Kalvia Airways"."""
    head = next((n for n, t in enumerate(subject) if t.tag in ("prep", "rel", "comma")), len(subject)) - 1
    word = subject[head]
    plural = word.tag == "noun" and word.lower.endswith("s") and not word.lower.endswith(_SINGULAR)
    return plural or subject[0].lower in _SEVERAL


def owner(text: str, tokens: Sequence[Token], noun: int, clauses: Sequence[Clause], heir: str | None) -> str | None:
    """Whose event it is: "his arrest", "her sudden death". None where nobody is plainly meant.

    It is the person of whom the sentence has told before, else `heir`, from the sentence before.
    """
    n = noun - 1
    while n >= 0 and tokens[n].tag in ("adj", "noun"):
        n -= 1
    if n < 0 or tokens[n].lower not in _POSSESSIVE:
        return None
    earlier = [c.subject for c in clauses if c.subject and c.subject[1] <= n and not c.quoted]
    named = next((s for s in reversed(earlier) if not is_pronoun(tokens, s)), None)
    if named is None:
        return heir
    return text[tokens[named[0]].start : tokens[named[1] - 1].end] if tokens[named[1] - 1].tag == "name" else None


def is_pronoun(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """Is a subject one pronoun, alone or with adverbs ("it officially")?"""
    first, past = subject
    return tokens[first].tag == "pron" and all(t.tag == "adv" for t in tokens[first + 1 : past])


def person_named(
    text: str, tokens: Sequence[Token], clauses: Sequence[Clause], keys: Mapping[str, str], known: str | None
) -> str | None:
    """The person that a sentence is about: its main subject, where that is or ends in a name of two words or more, or
    in one that stands for such a name (`keys`). `known`: of the sentence before, whom a "he" goes on to mean.

    Whoever only says the words of a quotation takes nobody's place, and then nobody is plainly meant.
    """
    for clause in clauses:
        if clause.subject and clause.kind != "relative" and not clause.quoted:
            first, past = clause.subject
            if is_pronoun(tokens, clause.subject) and tokens[first].lower in _PERSONAL:
                return known
            start = past
            while start > first and tokens[start - 1].tag == "name":
                start -= 1
            name = text[tokens[start].start : tokens[past - 1].end] if start < past else ""
            whole = keys.get(name.lower(), name)
            if " " not in whole or (start > first and tokens[start - 1].tag == "det"):
                return None
            before = None if known is None else keys.get(known.lower(), known)
            return None if any(c.quoted for c in clauses) and before != whole else name
    return None

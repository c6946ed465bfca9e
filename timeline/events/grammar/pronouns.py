"""Whom a pronoun means, where that is plain; a wrong name in a headline is worse than a pronoun."""

from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from .clauses import Clause
from .subjects import head_of, is_one, is_person, is_plural, is_pronoun, known_person
from .tokens import Token, written

PERSONAL = ("he", "she")
#: Possessive → the pronoun of whom it speaks.
POSSESSIVE = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OTHER = ("it", "they")
_TRAILING = ("adv", "time", "not")  # what stands between a subject and its verb


class Heirs(Frozen):
    """Words that the pronouns of a sentence can stand for, by what the sentence before was about.

    person: whom "he" or "she" means; called: which of the two, where a text has said so. thing: what "it" means, and
    several: what "they" means. sole: nothing else was told of that an "it" could mean.
    """

    person: str | None = None
    called: str | None = None
    thing: str | None = None
    several: str | None = None
    sole: bool = False

    def of(self, pronoun: str) -> str | None:
        """The words for a personal or possessive pronoun; None where nobody is plainly meant."""
        pronoun = POSSESSIVE.get(pronoun, pronoun)
        if pronoun in PERSONAL:
            return self.person if self.called in (None, pronoun) else None
        return {"it": self.thing, "they": self.several}.get(pronoun)


def antecedent(
    text: str,
    tokens: Sequence[Token],
    clause: Clause,
    clauses: Sequence[Clause],
    heirs: Heirs,
    lexicon: EventLexicon,
) -> str | None:
    """Words for the pronoun that is a clause's subject; None where it is no pronoun or nobody is plainly meant.

    They are the subject of the clause that it depends on, where that can be meant, else those from the sentence before.
    """
    if clause.subject is None or not is_pronoun(tokens, clause.subject):
        return None
    pronoun = tokens[clause.subject[0]].lower
    if pronoun not in PERSONAL + _OTHER:
        return None
    passed = False
    for other in reversed(clauses):
        if other.first >= clause.subject[0] or other.subject is None or other.subject == clause.subject or other.quoted:
            continue
        if is_pronoun(tokens, other.subject) or tokens[other.subject[0]].tag in ("to", "prep"):
            continue
        if _can_be(tokens[slice(*other.subject)], pronoun, lexicon):
            between = tokens[other.subject[1] : clause.first]
            aside = passed or clause.kind == "relative"
            doubtful = aside and pronoun in PERSONAL and any(t.tag == "name" for t in between)
            return None if doubtful else _words(text, tokens, other.subject)
        if pronoun == "it" and known_person(tokens[slice(*other.subject)], lexicon):
            return done_to(text, tokens, other, lexicon)
        passed = True
    if passed and pronoun in _OTHER:
        return None
    if pronoun == "it" and (_says_nothing(tokens, clause, lexicon) or not (heirs.sole or _acts(clause))):
        return None
    return heirs.of(pronoun)


def done_to(text: str, tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> str | None:
    """Words for the one thing that somebody did something to ("the mayor opened [the weir] in May"), without whose it
    is; None where that are several, or a person's name.
    """
    verb = clause.finite
    if verb is None or verb.passive or verb.lemma == "be":
        return None
    first = past = verb.last + 1
    while past < clause.past and tokens[past].tag in ("det", "adj", "noun", "name", "number"):
        past += 1
    behind = tokens[past : clause.past]
    if first == past or tokens[first].tag != "det" or tokens[past - 1].tag not in ("noun", "name"):
        return None
    more = any(t.tag in ("det", "name", "poss", "verb", "that", "to") for t in behind)
    if more or is_plural(tokens[first:past], lexicon):
        return None
    return written(text, tokens, first + 1, past)


def _can_be(subject: Sequence[Token], pronoun: str, lexicon: EventLexicon) -> bool:
    """Can a pronoun mean a subject: "he" no firm, "it" neither several nor the poet?"""
    if pronoun == "it":
        return not is_plural(subject, lexicon) and not known_person(subject, lexicon)
    if pronoun in PERSONAL:
        head = subject[head_of(subject)]
        return is_person(head, lexicon) and is_one(head, lexicon) and not is_plural(subject, lexicon)
    return True


def _acts(clause: Clause) -> bool:
    return clause.finite is not None and not clause.finite.passive


def _says_nothing(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> bool:
    """Is an "it" nothing in particular ("it rained", "it was feared that …")?"""
    verb = clause.finite
    if verb is None:
        return False
    after = tokens[verb.last + 1].tag if verb.last + 1 < len(tokens) else "stop"
    plain = verb.lemma == "be" or after == "that" or (verb.passive and after in ("to", "stop", "comma"))
    return plain or any(t.lower in lexicon.words["impersonal"] for t in tokens[verb.first : verb.last + 2])


def _words(text: str, tokens: Sequence[Token], subject: tuple[int, int]) -> str:
    first, past = subject
    while past > first + 1 and tokens[past - 1].tag in _TRAILING:
        past -= 1
    return written(text, tokens, first, past)


def owner(
    text: str, tokens: Sequence[Token], noun: int, clauses: Sequence[Clause], heirs: Heirs, lexicon: EventLexicon
) -> str | None:
    """Whose it is: "his arrest", "her sudden death", "its bid". None where nobody is plainly meant.

    It is whom the sentence has told of before, else who is left from the sentence before.
    """
    n = noun - 1
    while n >= 0 and tokens[n].tag in ("adj", "noun", "number", "det") and tokens[n].lower not in POSSESSIVE:
        n -= 1
    pronoun = POSSESSIVE.get(tokens[n].lower) if n >= 0 else None
    if pronoun is None:
        return None
    earlier = [c.subject for c in clauses if c.subject and c.subject[1] <= n and not c.quoted]
    named = next((s for s in reversed(earlier) if not is_pronoun(tokens, s)), None)
    if named is None:
        return heirs.of(pronoun)
    if pronoun in PERSONAL:
        mark = next((i for i in range(named[0] + 1, named[1]) if tokens[i].tag == "poss"), None)
        if mark is not None and all(t.tag == "name" for t in tokens[named[0] : mark]):  # "Lund's appeal failed; her …"
            return written(text, tokens, named[0], mark)
        return written(text, tokens, *named) if tokens[named[1] - 1].tag == "name" else None
    return _words(text, tokens, named) if _can_be(tokens[slice(*named)], pronoun, lexicon) else None


def meant(
    text: str,
    tokens: Sequence[Token],
    clause: Clause,
    clauses: Sequence[Clause],
    heirs: Heirs,
    lexicon: EventLexicon,
) -> str | None:
    """Words for the pronoun that is a clause's subject or that says whose its subject is ("its first offer")."""
    if clause.subject is not None and tokens[clause.subject[0]].lower in POSSESSIVE:
        return owner(text, tokens, clause.subject[0] + 1, clauses, heirs, lexicon)
    return antecedent(text, tokens, clause, clauses, heirs, lexicon)

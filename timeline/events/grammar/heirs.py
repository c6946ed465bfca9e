"""What a sentence leaves to the pronouns of the next: whom "she" means there, and what "it" and "they"."""

from collections.abc import Mapping, Sequence

from ...language.event_lexicon import EventLexicon
from ...model import Span
from .clauses import Clause
from .pronouns import PERSONAL, POSSESSIVE, Heirs, done_to
from .subjects import head_of, is_one, is_person, is_plural, is_pronoun, known_person
from .tokens import Token, written

_LONGEST = 50  # characters of a subject that can be named again
_TRAILING = ("adv", "time", "not", "prep", "conj")  # what the words for somebody do not end with
_FULL = 2  # words of a person's whole name
_DONE_TO_PEOPLE = ("justice", "captivity", "office", "election")
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
    person = _person(text, tokens, clauses, keys, known, lexicon)
    called = _called(tokens) if person is not None else None
    if person is not None and called is None and person == known.person:
        called = known.called
    own = (c.subject for c in clauses if c.kind in ("main", "coordinate") and not c.quoted)
    subject = next(filter(None, own), None)
    if subject is None or person is not None:
        thing = _thing_done_to(text, tokens, clauses, lexicon) if person else None
        return Heirs(person, called, thing, sole=True)
    if is_pronoun(tokens, subject):
        pronoun = tokens[subject[0]].lower
        kept = pronoun in ("it", "they")
        return Heirs(None, None, known.thing, known.several) if kept else Heirs()
    if not _alone(tokens, clauses, subject, lexicon):
        return Heirs()
    first, past = _words(tokens, subject)
    words = written(text, tokens, first, past)
    if not words or len(words) > _LONGEST or any(t.tag in ("pron", "poss", "verb", "aux") for t in tokens[first:past]):
        return Heirs()
    if is_plural(tokens[first:past], lexicon):
        return Heirs(several=words)
    if known_person(tokens[first:past], lexicon):
        return Heirs(thing=_thing_done_to(text, tokens, clauses, lexicon), sole=True)
    if tokens[first].tag not in ("det", "name", "adj", "noun"):
        return Heirs()
    alone = past - first == 1 and [t.tag for t in tokens].count("name") == 1  # "Toth left. He …": who else?
    person = words if alone and not any(c.quoted for c in clauses) else None
    return Heirs(person, thing=words, sole=_sole(tokens, clauses))


def _thing_done_to(text: str, tokens: Sequence[Token], clauses: Sequence[Clause], lexicon: EventLexicon) -> str | None:
    """What a person did something to, where the sentence tells of nothing else."""
    told = [c for c in clauses if c.finite]
    return done_to(text, tokens, told[0], lexicon) if len(told) == 1 else None


def _words(tokens: Sequence[Token], subject: Span) -> Span:
    """A subject as it can be named again: without what is inserted or hangs on it behind its name."""
    first, past = subject
    ends = next((n for n in range(first + 1, past) if tokens[n].tag in ("comma", "rel", "that", "open", "stop")), past)
    while ends > first and tokens[ends - 1].tag in _TRAILING:
        ends -= 1
    return first, ends


def _alone(tokens: Sequence[Token], clauses: Sequence[Clause], subject: Span, lexicon: EventLexicon) -> bool:
    """Is a sentence about nothing else that is one, or several, as this is?"""
    others = {c.subject for c in clauses if c.subject and c.kind != "relative"} - {subject}
    several = is_plural(tokens[slice(*subject)], lexicon)
    return all(is_pronoun(tokens, o) or is_plural(tokens[slice(*o)], lexicon) != several for o in others)


def _sole(tokens: Sequence[Token], clauses: Sequence[Clause]) -> bool:
    """Is nothing told of in a sentence that was done something to?"""
    for clause in clauses:
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
    text: str,
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    keys: Mapping[str, str],
    known: Heirs,
    lexicon: EventLexicon,
) -> str | None:
    """The person that a sentence is about: its main subject, where that is or ends in a name of two words or more, or
    in one that stands for such a name, or that a "he" behind it takes up. He that a sentence goes on to mean stays
    known. Where the subject is nobody, the one person who is named.

    Whoever only says the words of a quotation that speaks of a "he" takes nobody's place; nobody is plainly meant then.
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
            name = written(text, tokens, start, past)
            if not name:
                return _only_person(text, tokens, lexicon)
            whole = keys.get(name.lower(), name)
            if start > first and tokens[start - 1].tag == "det":
                return None
            if " " not in whole and not _called(tokens[past:]):
                return _only_person(text, tokens, lexicon)
            hearer = _hearer(tokens, clause, lexicon)
            if hearer is not None:  # "Judge Ada Lund told her …": she is the one before
                return known.of(hearer)
            before = None if known.person is None else keys.get(known.person.lower(), known.person)
            quoted = [t for c in clauses if c.quoted for t in tokens[c.first : c.past]]
            return None if _called(quoted) and before != whole else name
    return None


def _hearer(tokens: Sequence[Token], clause: Clause, lexicon: EventLexicon) -> str | None:
    """The pronoun for somebody else to whom a clause says something."""
    verb = clause.finite
    after = tokens[verb.last + 1] if verb is not None and verb.last + 1 < len(tokens) else None
    if after is None or verb is None or verb.lemma not in lexicon.words["told_to"]:
        return None
    return {"him": "he", "her": "she"}.get(after.lower)


def _only_person(text: str, tokens: Sequence[Token], lexicon: EventLexicon) -> str | None:
    """The one person whom a sentence names besides its subject: by an office before the name, or by what was done
    ("police questioned the owner of the mill, Ada Lund", "the court jailed Ada Lund").
    """
    found = []
    n = 0
    while n < len(tokens) and tokens[n].lower not in PERSONAL and POSSESSIVE.get(tokens[n].lower) not in PERSONAL:
        end = n
        while end < len(tokens) and tokens[end].tag == "name":
            end += 1
        if end - n >= _FULL and _is_somebody(tokens, n, lexicon):
            found.append(written(text, tokens, n, end))
        n = max(end, n + 1)
    return found[0] if len(found) == 1 else None


def _is_somebody(tokens: Sequence[Token], n: int, lexicon: EventLexicon) -> bool:
    before = tokens[n - 1] if n else None
    if before is None:
        return False
    if before.tag == "verb":
        form = lexicon.verbs.get(before.lower)
        return form is not None and lexicon.group(form.event_class or "") in _DONE_TO_PEOPLE
    if before.tag == "comma":
        opens = max((i for i in range(n - 1) if tokens[i].tag in ("verb", "aux", "comma", "stop")), default=-1) + 1
        return opens < n - 1 and is_person(tokens[head_of(tokens[opens : n - 1]) + opens], lexicon)
    return before.tag == "noun" and is_person(before, lexicon) and is_one(before, lexicon)

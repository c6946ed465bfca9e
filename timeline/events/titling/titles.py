"""A headline from a clause: who did what, as it stands, without the time and who says so, at most 100 characters.

Not every clause makes one. What a headline should not be is counted as its flaws, so that an entry can be called by the
best of the clauses that tell it.
"""

import re
from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.clauses import Clause
from ..grammar.pronouns import POSSESSIVE, Heirs, meant, owner
from ..grammar.subjects import is_pronoun
from ..grammar.tokens import Token
from .fitting import fit, loses, spell
from .flaws import flaws_of
from .parts import Parts, parts_of
from .pruning import Times, by_itself, pruned, without_place
from .saying import says
from .tense import in_past

LIMIT = 100
_SPACE = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"[“”\"«»•]|^[\s,;:–—'’-]+|[\s,;:–—-]+$")
_ADDRESS = re.compile(r"https?:|www\.|[a-z]\.(?:com|org|net)\b|@")  # of a page or a handle


class Headline(Frozen):
    """Words, and how much is wrong with them: 0 for nothing; from `UNFIT` on, nobody would print them.

    told: how the clause begins to tell it, nothing left out but the time: what other clauses are compared with.
    """

    words: str
    flaws: int
    told: str


def headline_of(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    heirs: Heirs,
    times: Times,
    lexicon: EventLexicon,
    limit: int = LIMIT,
) -> Headline:
    """Headline for a trigger. heirs: what its pronouns can stand for; limit: characters at most."""
    parts = parts_of(tokens, trigger, clauses, lexicon)
    replaced, subject = _named_again(text, tokens, trigger, clauses, parts.subject, heirs, lexicon)
    parts = Parts(subject, parts.verb, parts.rest)
    own, room = by_itself(tokens, parts, lexicon), limit - (len(replaced) + 1 if replaced else 0)
    told = pruned(tokens, parts, times, lexicon)
    cleaned = told if own is parts else pruned(tokens, own, times, lexicon)
    finite = {c.finite.first: _begins(c) for c in clauses if c.finite}
    if trigger.noun is None and trigger.predicate and says(trigger.clause, trigger.predicate, lexicon):
        cleaned = without_place(tokens, cleaned, finite)
    as_told = cleaned == told and room == limit
    said, cleaned = in_past(tokens, cleaned, trigger, lexicon)
    fitted = fit(text, said, cleaned, room, finite, lexicon)
    spelled = spell(text, said, fitted.all)
    words_told = spelled if as_told else spell(text, tokens, fit(text, tokens, told, limit, finite, lexicon).all)
    words = _within(spelled, room)
    whole = _SPACE.sub(" ", f"{replaced} {words}" if replaced else words)
    whole = _LOOSE_MARKS.sub("", _before_address(whole)).strip()
    cut = loses(cleaned, fitted, finite)
    flaws = flaws_of(tokens, trigger, fitted, bool(cleaned.rest), cut, bool(replaced), lexicon)
    return Headline(whole[:1].upper() + whole[1:], flaws, words_told)


def _begins(clause: Clause) -> int:
    """Where the words begin that a clause's verb cannot stand without."""
    verb = clause.finite.first if clause.finite else clause.past
    return min(clause.first, verb) if clause.kind == "relative" else clause.subject[0] if clause.subject else verb


def _named_again(
    text: str,
    tokens: Sequence[Token],
    trigger: Trigger,
    clauses: Sequence[Clause],
    subject: tuple[int, ...],
    heirs: Heirs,
    lexicon: EventLexicon,
) -> tuple[str | None, tuple[int, ...]]:
    """Words for the pronoun that a headline would begin with, or for whose its subject is, and what stays of that."""
    finite = trigger.predicate is not None and trigger.predicate.finite
    said = trigger.clause.subject if finite else None
    told = finite or trigger.predicate is None
    whose = told and bool(subject) and tokens[subject[0]].lower in POSSESSIVE
    if said and is_pronoun(tokens, said):
        words = meant(text, tokens, trigger.clause, clauses, heirs, lexicon)
        kept = tuple(n for n in subject if tokens[n].tag == "adv")
    elif whose:
        words = owner(text, tokens, subject[0] + 1, clauses, heirs, lexicon)
        kept = subject[1:]
    else:
        one = bool(subject) and lexicon.numbers.get(tokens[subject[0]].lower) == 1  # "one, Ada Lund, came back"
        return None, _by_its_name(tokens, subject) if one else subject
    if words is None or len(words) > LIMIT // 2:  # no name: "it" means no one thing
        return None, _by_its_name(tokens, subject) if whose else subject
    article, _, bare = words.partition(" ")
    words = bare if bare and article.lower() in lexicon.words["articles"] else words
    return (_possessive(words, text) if whose else words), kept


def _by_its_name(tokens: Sequence[Token], subject: tuple[int, ...]) -> tuple[int, ...]:
    """Of "her father Imre Toth" and "its leader, Ada Lund," the name."""
    tags = [tokens[n].tag for n in subject]
    if "name" not in tags:
        return subject
    first, past = tags.index("name"), len(tags) - tags[::-1].index("name")
    whole = set(tags[first:past]) == {"name"} and set(tags[past:]) <= {"comma"}
    return subject[first:past] if whole and set(tags[1:first]) <= {"noun", "adj", "comma"} else subject


def _possessive(words: str, text: str) -> str:
    mark = "’" if "’" in text else "'"
    return words + (mark if words.endswith("s") and words.islower() else f"{mark}s")


def _before_address(words: str) -> str:
    """Without the address of a page, or a handle, and what follows it."""
    found = _ADDRESS.search(words)
    return words[: found.start()].rpartition(" ")[0] if found else words


def _within(words: str, budget: int) -> str:
    return words if len(words) <= budget else words[:budget].rsplit(" ", 1)[0]

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
from ..grammar.pronouns import is_pronoun
from ..grammar.tokens import Token
from .fitting import fit, loses, spell
from .flaws import flaws_of
from .parts import Parts, parts_of, says
from .pruning import Times, by_itself, pruned, without_place

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
    heir: str | None,
    times: Times,
    lexicon: EventLexicon,
    limit: int = LIMIT,
) -> Headline:
    """Headline for a trigger. heir: words that a pronoun as its subject stands for; limit: characters at most."""
    subject = trigger.clause.subject if trigger.predicate and trigger.predicate.finite else None
    replaced = heir if subject and is_pronoun(tokens, subject) else None
    if replaced and len(replaced) > LIMIT // 2:  # no name: "it" means no one thing
        replaced = None
    article, _, bare = (replaced or "").partition(" ")
    replaced = bare if bare and article.lower() in lexicon.words["articles"] else replaced
    parts = parts_of(tokens, trigger, clauses, lexicon)
    if replaced:
        parts = Parts(tuple(n for n in parts.subject if tokens[n].tag == "adv"), parts.verb, parts.rest)
    own, room = by_itself(tokens, parts), limit - (len(replaced) + 1 if replaced else 0)
    told = pruned(tokens, parts, times, lexicon)
    cleaned = told if own is parts else pruned(tokens, own, times, lexicon)
    finite = {c.finite.first: c.subject[0] if c.subject else c.finite.first for c in clauses if c.finite}
    if trigger.noun is None and trigger.predicate and says(trigger.clause, trigger.predicate, lexicon):
        cleaned = without_place(tokens, cleaned, finite)
    fitted = fit(text, tokens, cleaned, room, finite, lexicon)
    spelled = spell(text, tokens, fitted.all)
    if cleaned != told or room != limit:
        words_told = spell(text, tokens, fit(text, tokens, told, limit, finite, lexicon).all)
    else:
        words_told = spelled
    words = _within(spelled, room)
    whole = _SPACE.sub(" ", f"{replaced} {words}" if replaced else words)
    whole = _LOOSE_MARKS.sub("", _before_address(whole)).strip()
    cut = loses(cleaned, fitted, finite)
    flaws = flaws_of(tokens, trigger, fitted, bool(cleaned.rest), cut, bool(replaced), lexicon)
    return Headline(whole[:1].upper() + whole[1:], flaws, words_told)


def _before_address(words: str) -> str:
    """Without the address of a page, or a handle, and what follows it."""
    found = _ADDRESS.search(words)
    return words[: found.start()].rpartition(" ")[0] if found else words


def _within(words: str, budget: int) -> str:
    return words if len(words) <= budget else words[:budget].rsplit(" ", 1)[0]

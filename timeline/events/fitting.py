"""How a headline is fitted into its length: what is left out first, and where words may end."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..language.event_lexicon import EventLexicon
from .tokens import Token

_CUT_BEFORE = ("prep", "conj", "rel", "that", "sub", "comma", "to", "verb")
_DANGLING = ("prep", "conj", "rel", "that", "sub", "comma", "to", "det", "aux", "poss", "not")
_PARTICLES = ("up", "down", "out", "off", "over", "away", "back", "apart", "through")
_SHOUTED = 3  # letters from which a word in capitals is no short form


@dataclass(frozen=True, slots=True)
class Parts:
    """Tokens of a headline: who, did, what. `core`: as many of `rest` as must stay."""

    subject: tuple[int, ...]
    verb: tuple[int, ...]
    rest: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """In their order."""
        return self.subject + self.verb + self.rest


def fit(text: str, tokens: Sequence[Token], parts: Parts, budget: int, lexicon: EventLexicon) -> Parts:
    """Shorten by what is missed least: the end first, then the offices before names, then what hangs on the subject."""
    bare = _bare_names(tokens, parts.subject, lexicon)
    for subject in (parts.subject, bare, _head_only(tokens, bare)):
        trimmed = Parts(subject, parts.verb, _trim(text, tokens, Parts(subject, parts.verb, parts.rest), budget))
        object_lost = bool(parts.rest) and (not trimmed.rest or (tells(tokens, parts) and not tells(tokens, trimmed)))
        if len(spell(text, tokens, trimmed.all)) <= budget and not object_lost:
            break
    return trimmed


def tells(tokens: Sequence[Token], parts: Parts) -> bool:
    """Does what is said have a verb of its own ("said the bridge is safe", not "said the bridge")?"""
    first = next((n for n, i in enumerate(parts.rest) if tokens[i].tag == "aux"), None)
    return first is not None and any(tokens[i].tag in ("noun", "name", "pron") for i in parts.rest[:first])


def _trim(text: str, tokens: Sequence[Token], parts: Parts, budget: int) -> tuple[int, ...]:
    """The longest beginning of the rest within the budget that ends where a phrase ends."""
    rest = list(parts.rest)
    while rest:
        fits = len(spell(text, tokens, parts.subject + parts.verb + tuple(rest))) <= budget
        if fits and (not _dangles(tokens, rest[-1]) or _is_particle(tokens[rest[-1]], len(rest))):
            break
        if fits:
            rest.pop()
        else:
            cut = next((i for i in range(len(rest) - 1, -1, -1) if _may_end_before(tokens[rest[i]])), 0)
            rest = rest[:cut]
    return tuple(rest)


def _dangles(tokens: Sequence[Token], n: int) -> bool:
    """Would a headline that ends here wait for something: a preposition, an adjective whose noun is gone?"""
    if tokens[n].tag in ("number", "adj", "adv"):
        follows = tokens[n + 1].tag if n + 1 < len(tokens) else "stop"
        return follows in ("noun", "name", "adj", "number") or (tokens[n].tag == "adv" and follows in ("verb", "adv"))
    ends = n + 1 == len(tokens) or tokens[n + 1].tag in ("stop", "comma")
    return tokens[n].tag in _DANGLING and not (tokens[n].tag == "prep" and ends)  # "stürzte ab": there it is a particle


def _is_particle(token: Token, place: int) -> bool:
    """ "broke out", "burned down": the first word after the verb belongs to it."""
    return place == 1 and token.lower in _PARTICLES


def _may_end_before(token: Token) -> bool:
    return token.tag in _CUT_BEFORE and token.lower != "of"


def _bare_names(tokens: Sequence[Token], kept: Sequence[int], lexicon: EventLexicon) -> tuple[int, ...]:
    """ "Ruritanian President Ada Lund" → "Ada Lund": no office and no country before a name."""
    out = []
    for i, n in enumerate(kept):
        word = tokens[n].lower
        office = word in lexicon.words["titles"] or word in lexicon.demonyms
        if not (office and i + 1 < len(kept) and tokens[kept[i + 1]].tag == "name"):
            out.append(n)
    return tuple(out)


def _head_only(tokens: Sequence[Token], kept: Sequence[int]) -> tuple[int, ...]:
    """The subject up to its first preposition, comma or clause."""
    for i, n in enumerate(kept):
        if i and tokens[n].tag in ("prep", "comma", "rel", "that", "open", "stop", "verb"):
            return tuple(kept[:i])
    return tuple(kept)


def spell(text: str, tokens: Sequence[Token], kept: Sequence[int]) -> str:
    """The words as they stand in the text; one blank where something was left out."""
    out: list[str] = []
    for i, n in enumerate(kept):
        if i:
            adjoining = n == kept[i - 1] + 1
            between = text[tokens[kept[i - 1]].end : tokens[n].start] if adjoining else " "
            joined = tokens[n].tag in ("comma", "poss") and not adjoining
            out.append("" if joined else between if len(between) <= 1 else " ")
        opens = n == 0 and i and tokens[n].tag != "name"  # a sentence's first word, not the headline's
        word = tokens[n].text.capitalize() if _shouts(tokens, n) else tokens[n].text
        out.append(word[:1].lower() + word[1:] if opens else word)
    return "".join(out)


def _shouts(tokens: Sequence[Token], n: int) -> bool:
    """Is a word one of several of a name that are all set in capitals ("ADA LUND"), and no short form ("NATO")?"""
    own, *beside = (tokens[i] for i in (n, n - 1, n + 1) if 0 <= i < len(tokens))
    return _in_capitals(own) and any(_in_capitals(t) for t in beside)


def _in_capitals(token: Token) -> bool:
    return token.tag == "name" and len(token.text) >= _SHOUTED and token.text.isalpha() and token.text.isupper()

"""Verbs of a sentence with their helpers: what was, is, will or may be done."""

from collections.abc import Sequence

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from .tokens import Token


class Predicate(Frozen):
    """A verb with its helpers. first, head, last: tokens. form: finite infinitive participle gerund.

    tense: past present progressive perfect future modal. cue: the word that colours it ("will", "expected", "fail").
    """

    first: int
    head: int
    last: int
    lemma: str
    event_class: str | None
    form: str
    tense: str
    passive: bool = False
    negated: bool = False
    cue: str = ""

    @property
    def finite(self) -> bool:
        """Can it carry a clause?"""
        return self.form == "finite"


_ENDS = ("comma", "stop", "quote", "open", "close", "rel", "sub", "that")


def predicates_of(tokens: Sequence[Token], lexicon: EventLexicon) -> tuple[Predicate, ...]:
    """Every verb group of a sentence, in order."""
    found: list[Predicate] = []
    n = 0
    while n < len(tokens):
        tag = tokens[n].tag
        if (tag == "to" and n + 1 < len(tokens) and _base(tokens[_skip_adverbs(tokens, n + 1)], lexicon)) or tag in (
            "aux",
            "verb",
        ):
            group = _group(tokens, n, lexicon)
        else:
            n += 1
            continue
        found.append(group)
        n = group.last + 1
    return tuple(found)


def _skip_adverbs(tokens: Sequence[Token], n: int) -> int:
    while n + 1 < len(tokens) and tokens[n].tag == "adv":
        n += 1
    return n


def _base(token: Token, lexicon: EventLexicon) -> bool:
    if token.tag == "aux":
        return token.lower in ("be", "have", "do")
    form = lexicon.verbs.get(token.lower)
    return token.tag in ("verb", "noun") and form is not None and "b" in form.tenses


def _group(tokens: Sequence[Token], first: int, lexicon: EventLexicon) -> Predicate:
    """The verb group that begins at a token: helpers, adverbs, the verb, and what belongs to its phrase."""
    n, helpers, negated = first, [], False
    infinitive = tokens[first].tag == "to"
    if infinitive:
        n += 1
    while n < len(tokens) and tokens[n].tag in ("aux", "not", "adv"):
        negated |= tokens[n].tag == "not" or tokens[n].lower in lexicon.words["negations"]
        if tokens[n].tag == "aux":
            helpers.append(tokens[n].lower)
        n += 1
    head = n if n < len(tokens) and (tokens[n].tag == "verb" or (infinitive and not helpers)) else None
    if head is None and lexicon.verb_second and not infinitive:
        head = _closing(tokens, n)
        n = n if head is None else head + 1
    elif head is not None:
        n += 1
    if head is None:  # a copula: "were in court", "has been part"
        head = next(i for i in range(n - 1, first - 1, -1) if tokens[i].tag == "aux")
        n = head + 1
        helpers.pop()
    lemma, event_class = _lemma(tokens[head], lexicon)
    phrase_end = n
    for phrase in lexicon.verb_phrases.get(lemma, ()):
        end = _match_phrase(tokens, n, phrase.rest)
        if end is not None:
            lemma, event_class, phrase_end = (
                phrase.lemma,
                phrase.event_class,
                max(n, end if "~" not in phrase.rest else n),
            )
            break
    negated |= phrase_end < len(tokens) and tokens[phrase_end].lower == "no"
    be = any(h in lexicon.words["be"] for h in helpers)
    form, tense, passive = _shape(tokens[head], helpers, infinitive, be, lexicon)
    return Predicate(
        first, head, phrase_end - 1, lemma, event_class, form, tense, passive, negated, _cue(helpers, lexicon)
    )


def _closing(tokens: Sequence[Token], n: int) -> int | None:
    """The verb that closes a clause whose helper stands second: "hat … unterzeichnet", "soll … abstimmen"."""
    end = next((i for i in range(n, len(tokens)) if tokens[i].tag in _ENDS), len(tokens))
    return next((i for i in range(end - 1, n - 1, -1) if tokens[i].tag == "verb"), None)


def _lemma(token: Token, lexicon: EventLexicon) -> tuple[str, str | None]:
    for name in ("be", "have", "do"):
        if token.lower in lexicon.words[name]:
            return name, None
    form = lexicon.verbs.get(token.lower)
    if form:
        return form.lemma, form.event_class
    return (token.lower[:-2] if token.lower.endswith("ed") else token.lower), None


def _match_phrase(tokens: Sequence[Token], n: int, rest: tuple[str, ...]) -> int | None:
    """Where a phrase that goes on at token n ends; None where it does not."""
    gap = 0
    for piece in rest:
        if piece == "~":
            gap = 6
            continue
        while n < len(tokens) and tokens[n].lower.rstrip("s") != piece.rstrip("s"):
            if not gap or tokens[n].tag in ("stop", "quote", "comma", "verb"):
                return None
            gap, n = gap - 1, n + 1
        if n >= len(tokens):
            return None
        n, gap = n + 1, 0
    return n


def _cue(helpers: Sequence[str], lexicon: EventLexicon) -> str:
    return next((h for h in helpers if h in lexicon.words["modals"]), "")


def _shape(
    token: Token, helpers: Sequence[str], infinitive: bool, be: bool, lexicon: EventLexicon
) -> tuple[str, str, bool]:
    """(form, tense, passive) of a group."""
    known = lexicon.verbs.get(token.lower)
    tenses = known.tenses if known else "g" if token.lower.endswith("ing") else "pn"
    passive = be and "n" in tenses
    if infinitive:
        return "infinitive", "present", passive
    if token.lower in ("being", "having") and token.tag == "aux" and not helpers:
        return "gerund", "present", False
    if helpers:
        modal = next((h for h in helpers if h in lexicon.words["modals"]), "")
        if helpers[0] in ("being", "having"):
            return "gerund", "perfect", passive
        if modal:
            return "finite", "future" if modal in ("will", "shall", "'ll", "wo", "won't") else "modal", passive
        if lexicon.verb_second:
            return "finite", "past", passive
        if helpers[0] in ("has", "have", "'ve", "hasn't", "haven't"):
            return "finite", "perfect", passive
        past = helpers[0] in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't")
        going_on = "g" in tenses and helpers[0] in lexicon.words["be"]
        return "finite", "past" if past else "progressive" if going_on else "present", passive
    if token.tag == "aux":
        return (
            "finite",
            "past"
            if token.lower in ("was", "were", "had", "did")
            else "modal"
            if token.lower in lexicon.words["modals"]
            else "present",
            False,
        )
    if "p" in tenses:
        return "finite", "past", False
    if "n" in tenses:
        return "participle", "past", True
    if "g" in tenses:
        return "gerund", "present", False
    return "finite", "present", False

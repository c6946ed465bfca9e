"""How much is wrong with a headline: about an unnamed "he", without what was said, cut short."""

from collections.abc import Sequence

from ...language.event_lexicon import EventLexicon
from ..grammar.attachment import Trigger
from ..grammar.pronouns import POSSESSIVE
from ..grammar.tokens import Token
from .parts import Parts, runs_in

_COPULAS = ("be", "have", "do", "become")
_FEW = 3  # words below which a headline tells little
_LEAST_NOUNS = 2  # of a headline without a verb
_POOR = 2  # flaws: it says little, or leans on what was said before
_GRAVE = 6  # flaws: somebody speaks of himself

#: So many flaws make words unfit to be printed above an entry.
UNFIT = 10


def flaws_of(
    tokens: Sequence[Token],
    trigger: Trigger,
    kept: Parts,
    had_rest: bool,
    cut: bool,
    replaced: bool,
    lexicon: EventLexicon,
) -> int:
    """How much is wrong with a headline: each thing nobody would print counts `UNFIT`, a lesser one less."""
    words = [tokens[n] for n in kept.all]
    predicate = trigger.predicate
    named = replaced or any(t.tag == "name" for t in words)
    unfit = [any(runs_in(tokens, n) for n in kept.all), bool(words) and words[0].tag == "prep" and not replaced]
    lesser = [not named, trigger.clause.kind in ("relative", "complement"), len(words) + replaced < _FEW]
    happens = trigger.event_class, predicate.event_class if predicate else None
    bland = "any" in map(lexicon.group, filter(None, happens))  # "the accident happened near Zenda"
    whose = bool(words) and words[0].lower in POSSESSIVE and not replaced  # "its meeting"
    grave = any(is_first_person(t.text, lexicon) for t in words)
    if predicate is None:
        lesser.append(True)
        unfit.append(replaced + sum(t.tag in ("noun", "name") for t in words) < _LEAST_NOUNS)
    else:
        says = trigger.noun is None and lexicon.group(predicate.event_class or "") == "statement"
        unfit.append(not replaced and all(tokens[n].tag in ("pron", "adv") for n in kept.subject))
        bare = had_rest or says or predicate.lemma in _COPULAS or _goes_on(tokens, predicate.last)
        unfit.append(
            (bare and not kept.rest)
            or (cut and says)
            or (says and not predicate.passive and _only_where(tokens, kept.rest))
        )
        told_of = predicate.form == "participle" and predicate.passive and bool(kept.subject)
        unfit.append(not predicate.finite and (whose or not told_of))
        lesser.append(not predicate.finite)
        lesser.append(not replaced and _leans(tokens, kept.subject))
    return UNFIT * sum(unfit) + _GRAVE * grave + sum(lesser) + _POOR * (bland + whose)


def _only_where(tokens: Sequence[Token], rest: Sequence[int]) -> bool:
    """Is of what was said no more left than in what ("said in a letter to the council")?"""
    return bool(rest) and tokens[rest[0]].tag == "prep" and tokens[rest[0]].lower in ("in", "at", "during")


def is_first_person(word: str, lexicon: EventLexicon) -> bool:
    """Does somebody speak of himself ("my", "us"; not "US")?"""
    return word.lower() in lexicon.words["first_person"] and (word == "I" or not word.isupper())


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Does what a verb says stand right behind it ("chose to …", "said that …")?"""
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    return after is not None and after.tag in ("to", "that", "not", "rel") and after.lower not in ("when", "where")


def _leans(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    """Does a subject lean on what was said before ("the group", "two leaders"): a plain noun and no name?"""
    tags = [tokens[n].tag for n in subject]
    return "name" not in tags and tags.count("noun") + tags.count("adj") < _LEAST_NOUNS

"""Forms of English verbs and nouns, by the rules of spelling and from the list of irregular ones."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

_VOWELS = "aeiou"


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Forms of a verb with what each can be: {"voted": "pn", "votes": "s", …}."""
    past, participle = irregular[verb] if verb in irregular else (_past(verb), _past(verb))
    forms: dict[str, str] = {}
    for form, tense in ((verb, "b"), (_third(verb), "s"), (past, "p"), (participle, "n"), (_gerund(verb), "g")):
        forms[form] = forms.get(form, "") + tense
    return forms


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun and its regular plural."""
    return noun, _third(noun)


def parted(verb: str) -> tuple[str, str] | None:
    """No English verb is parted."""
    return None


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _doubles(verb: str) -> bool:
    """Is the last consonant doubled ("ban", "occur", "plan", not "open" or "visit")?"""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    syllables = sum(a in _VOWELS and b not in _VOWELS for a, b in pairwise(verb))
    return syllables == 1 or verb.endswith(("cel", "fer", "mit", "cur", "pel", "gret", "vel", "trol", "nap"))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"

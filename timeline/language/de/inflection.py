"""Forms of German verbs and nouns, by rule and from the list of irregular ones."""

import re
from collections.abc import Mapping, Sequence

_INSEPARABLE = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "hinter")
_WITH_E = re.compile(r"(?:[td]|[^aeiouäöülrmnhy][mn]|ch[mn])$")  # "arbeitet", "öffnet"
_CASES = ("", "e", "en", "n", "er", "s", "es", "ern")


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Forms with what each can be, as in English; "zurück|treten" gives those of one word: "zurückgetreten"."""
    prefix, _, base = verb.rpartition("|")
    stem = base[:-2] if base.endswith("en") else base[:-1]
    e = "e" if _WITH_E.search(stem) else ""
    past, participle, third, *_ = [*irregular.get(base, ()), *("",) * 3]
    past = past or f"{stem}{e}te"
    ge = "" if base.endswith("ieren") or base.startswith(_INSEPARABLE) else "ge"
    participle, third = participle or f"{ge}{stem}{e}t", third or f"{stem}{e}t"
    plural = past + ("n" if past.endswith("e") else "en")
    forms: dict[str, str] = {}
    for form, tense in ((base, "b"), (third, "s"), (past, "p"), (plural, "p"), (participle, "n")):
        forms[prefix + form] = forms.get(prefix + form, "") + tense
    if prefix:
        forms[f"{prefix}zu{base}"] = "b"
    return forms


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun in its cases; forms that it does not have do no harm."""
    return tuple(noun + ending for ending in _CASES)


def parted(verb: str) -> tuple[str, str] | None:
    """("treten", "zurück") for a verb that a main clause parts; None for one that stays whole."""
    prefix, bar, base = verb.rpartition("|")
    return (base, prefix) if bar else None

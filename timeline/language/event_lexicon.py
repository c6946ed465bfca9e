"""The words of a language that tell what happens: `events.yaml` of its folder → look-ups by form.

A word's form leads to its base and to the class of happening that it names, so that "resigned", "resignation" and "step
down" meet. Forms are made by the rules of the language's spelling from base forms, the irregular ones are listed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from .tables import yaml_of


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class of happenings. group: of classes that may tell one event. aspect: it says only that something begins.

    once: it happens to somebody or something but once, so that two dates of it contradict each other.
    """

    name: str
    group: str
    kind: str = "event"  # "event" "statement"
    aspect: bool = False
    once: bool = False
    report: bool = False  # a statement that makes news by itself ("announced")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb. tenses: of "b" base, "s" third person, "p" past, "n" participle, "g" -ing."""

    lemma: str
    tenses: str
    event_class: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are one trigger: the rest of them, after the first; "~" is a gap of up to four words."""

    rest: tuple[str, ...]
    lemma: str
    event_class: str


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All look-ups. `words[name]` are the closed classes and cue words of the file, by their key there."""

    classes: Mapping[str, EventClass]
    verbs: Mapping[str, Form]
    nouns: Mapping[str, tuple[str, str]]  # form → (lemma, class)
    noun_phrases: Mapping[str, tuple[Phrase, ...]]  # by first word
    verb_phrases: Mapping[str, tuple[Phrase, ...]]  # by the base of the first word
    light: frozenset[str]
    words: Mapping[str, frozenset[str]]
    demonyms: Mapping[str, str]
    units: Mapping[str, str]
    scales: Mapping[str, float]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    openings: tuple[str, ...]
    agencies: tuple[tuple[str, ...], ...]  # words of their names, the longest first
    synonyms: Mapping[str, str]  # word → the plainest of those that reports use for one another
    tags: Mapping[str, str]  # part of speech of the words of the closed classes

    def group(self, event_class: str) -> str:
        """The group of a class; the empty string for no class."""
        found = self.classes.get(event_class)
        return found.group if found else ""


_VOWELS = "aeiou"
_WORD_LISTS = (
    "not_verbs", "determiners", "prepositions", "pronouns", "conjunctions", "subordinators", "maybe_subordinators",
    "relatives", "modals", "be", "have", "do", "negations", "conditional", "planned", "possible", "wanted", "hedges",
    "titles", "not_names", "stopwords", "stamps", "pictured", "uncertain", "bodies",
)  # fmt: skip


#: Lists of the file that fix a word's part of speech; the earlier list wins.
_PARTS_OF_SPEECH = (
    ("negations", "not"), ("relatives", "rel"), ("subordinators", "sub"), ("conjunctions", "conj"),
    ("modals", "aux"), ("be", "aux"), ("have", "aux"), ("do", "aux"),
    ("determiners", "det"), ("pronouns", "pron"), ("prepositions", "prep"),
)  # fmt: skip


def _tags(data: Mapping[str, Any]) -> dict[str, str]:
    tags = {"that": "that", "to": "to"}
    for name, tag in _PARTS_OF_SPEECH:
        for word in data[name]:
            tags.setdefault(str(word), tag)
    return tags


def inflect(verb: str, irregular: Mapping[str, list[str]]) -> dict[str, str]:
    """Forms of a verb with what each can be: {"voted": "pn", "votes": "s", …}."""
    past, participle = irregular[verb] if verb in irregular else (_past(verb), _past(verb))
    forms: dict[str, str] = {}
    for form, tense in ((verb, "b"), (_third(verb), "s"), (past, "p"), (participle, "n"), (_gerund(verb), "g")):
        forms[form] = forms.get(form, "") + tense
    return forms


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


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    return _third(noun)


def _verb_forms(data: Mapping[str, Any]) -> dict[str, Form]:
    """Every form of every verb; the first class that lists a verb owns it."""
    owners: dict[str, str | None] = {}
    for name, spec in data["classes"].items():
        for verb in spec.get("verbs", ()):
            owners.setdefault(str(verb), name)
    phrases = [phrase.split()[0] for spec in data["classes"].values() for phrase in spec.get("phrases", ())]
    for verb in [*data["verbs"], *data["light"], *data["irregular"], *phrases]:
        owners.setdefault(str(verb), None)
    out: dict[str, Form] = {}
    for verb, owner in owners.items():
        for form, tenses in inflect(verb, data["irregular"]).items():
            out.setdefault(form, Form(verb, tenses, owner))
    return out


def _nouns(data: Mapping[str, Any]) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[Phrase, ...]]]:
    """(single nouns by form, noun phrases by first word)."""
    single: dict[str, tuple[str, str]] = {}
    several: dict[str, list[Phrase]] = {}
    for name, spec in data["classes"].items():
        for noun in spec.get("nouns", ()):
            for form in (noun, plural(noun)):
                first, *rest = form.split()
                if rest:
                    several.setdefault(first, []).append(Phrase(tuple(rest), noun, name))
                else:
                    single.setdefault(form, (noun, name))
    return single, {k: _longest_first(v) for k, v in several.items()}


def _verb_phrases(data: Mapping[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    out: dict[str, list[Phrase]] = {}
    for name, spec in data["classes"].items():
        for phrase in spec.get("phrases", ()):
            first, *rest = phrase.split()
            out.setdefault(first, []).append(Phrase(tuple(rest), phrase.replace(" ~", ""), name))
    return {k: _longest_first(v) for k, v in out.items()}


def _longest_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda p: -len(p.rest)))


def parse(data: Mapping[str, Any]) -> EventLexicon:
    """Turn the YAML into look-ups."""
    nouns, noun_phrases = _nouns(data)
    return EventLexicon(
        classes={
            name: EventClass(name, **{k: v for k, v in spec.items() if k not in ("verbs", "nouns", "phrases")})
            for name, spec in data["classes"].items()
        },
        verbs=_verb_forms(data),
        nouns=nouns,
        noun_phrases=noun_phrases,
        verb_phrases=_verb_phrases(data),
        light=frozenset(data["light"]),
        words={key: frozenset(map(str, data[key])) for key in _WORD_LISTS},
        demonyms=data["demonyms"],
        units={word: unit for unit, words in data["units"].items() for word in words},
        scales=data["scales"],
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        openings=tuple(sorted(data["openings"], key=len, reverse=True)),
        agencies=tuple(sorted((tuple(str(name).split()) for name in data["agencies"]), key=len, reverse=True)),
        synonyms={str(word): plain for plain, words in data["synonyms"].items() for word in words},
        tags=_tags(data),
    )


@cache
def load_events(language: str = "en") -> EventLexicon:
    """The lexicon of happenings of a language folder. Languages without one share English's until they have theirs."""
    data = yaml_of(language.split("-")[0].lower(), "events")
    return load_events("en") if data is None else parse(data)

"""The words of a language that tell what happens: `events.yaml` of its folder → look-ups by form.

A word's form leads to its base and to the class of happening that it names, so that "resigned", "resignation" and "step
down" meet. Forms are made by the rules of the language's spelling from base forms, the irregular ones are listed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any, Protocol, cast

from ..frozen import Frozen
from .tables import yaml_of


class Inflection(Protocol):
    """What the module `inflection` of a language's folder has: how its words change."""

    def verb_forms(self, verb: str, irregular: Mapping[str, Sequence[str]], /) -> dict[str, str]:
        """Forms of a verb with what each can be, in the letters of `Form.tenses`."""

    def noun_forms(self, noun: str, /) -> tuple[str, ...]:
        """Forms of a noun, itself included."""

    def parted(self, verb: str, /) -> tuple[str, str] | None:
        """(what is conjugated, what closes the clause) of a verb that a main clause parts."""


class EventClass(Frozen):
    """A class of happenings. group: of classes that may tell one event. aspect: it says only that something begins.

    once: it happens to somebody or something but once, so that two dates of it contradict each other.
    """

    name: str
    group: str
    kind: str = "event"  # "event" "statement"
    aspect: bool = False
    once: bool = False
    report: bool = False  # a statement that makes news by itself ("announced")
    act: bool = False  # a statement that does what it names ("apologised", "promised"), so that its class tells it


class Form(Frozen):
    """A form of a verb. tenses: of "b" base, "s" third person, "p" past, "n" participle, "g" -ing."""

    lemma: str
    tenses: str
    event_class: str | None


class Phrase(Frozen):
    """Words that are one trigger: the rest of them, after the first; "~" is a gap of up to four words."""

    rest: tuple[str, ...]
    lemma: str
    event_class: str


class EventLexicon(Frozen):
    """All look-ups. `words[name]` are the closed classes and cue words of the file, by their key there."""

    classes: Mapping[str, EventClass]
    verbs: Mapping[str, Form]
    pasts: Mapping[str, str]  # base of a verb → its past form
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
    adverbs: frozenset[str]
    tallied: Mapping[str, str]  # what is counted on from report to report → of which count it is
    tags: Mapping[str, str]  # part of speech of the words of the closed classes
    verb_second: bool = False  # the finite verb stands second, the others close the clause, the subject may follow
    capital_nouns: bool = False  # a capital makes no name

    def kinds(self, word: str) -> Iterator[str]:
        """The classes of a word in lower case, as a verb and as a noun."""
        form, noun = self.verbs.get(word), self.nouns.get(word)
        if form is not None and form.event_class is not None:
            yield form.event_class
        if noun is not None:
            yield noun[1]

    def group(self, event_class: str) -> str:
        """The group of a class; the empty string for no class."""
        found = self.classes.get(event_class)
        return found.group if found else ""


_WORD_LISTS = (
    "not_verbs", "determiners", "prepositions", "pronouns", "conjunctions", "subordinators", "maybe_subordinators",
    "governing", "leading_to_times",
    "relatives", "modals", "be", "have", "do", "negations", "conditional", "planned", "possible", "wanted", "hedges",
    "titles", "not_names", "stopwords", "stamps", "pictured", "uncertain", "bodies", "articles", "contracted",
    "exact", "doubting", "counting", "finding", "bounding", "asking", "texts", "people", "parts", "lasting", "spells",
    "rounds", "rumours", "plain_verbs", "further", "groups", "impersonal", "emerging", "papers", "refusing",
    "told_to", "of_one", "of_several", "crowds", "inner", "before_articles", "ahead", "calling_for", "wishing",
    "at_the_time", "of_other_times", "perceiving", "making_done", "naming", "coming", "particles", "amounts",
    "degrees", "awaiting", "grounds", "superlatives", "first_person",
)  # fmt: skip


#: Lists of the file that fix a word's part of speech; the earlier list wins.
_PARTS_OF_SPEECH = (
    ("negations", "not"), ("relatives", "rel"), ("subordinators", "sub"), ("conjunctions", "conj"),
    ("modals", "aux"), ("be", "aux"), ("have", "aux"), ("do", "aux"),
    ("determiners", "det"), ("pronouns", "pron"), ("prepositions", "prep"),
)  # fmt: skip


def _tags(data: Mapping[str, Any]) -> dict[str, str]:
    tags = {str(word): "that" for word in data["complementizers"]} | dict.fromkeys(data["infinitive_marks"], "to")
    for name, tag in _PARTS_OF_SPEECH:
        for word in data[name]:
            tags.setdefault(str(word), tag)
    return tags


def _verb_forms(data: Mapping[str, Any], inflection: Inflection) -> dict[str, Form]:
    """Every form of every verb; the first class that lists a verb owns it."""
    owners: dict[str, str | None] = {}
    for name, spec in data["classes"].items():
        for verb in spec.get("verbs", ()):
            owners.setdefault(str(verb), name)
    phrases = [phrase.split()[0] for spec in data["classes"].values() for phrase in _phrases(spec)]
    bases = [parts[0] for verb in owners if (parts := inflection.parted(verb))]
    for verb in [*data["verbs"], *data["light"], *data["irregular"], *phrases, *bases]:
        owners.setdefault(str(verb), None)
    out: dict[str, Form] = {}
    for verb, owner in owners.items():
        for form, tenses in inflection.verb_forms(verb, data["irregular"]).items():
            out.setdefault(form, Form(verb.replace("|", ""), tenses, owner))
    return out


def _nouns(
    data: Mapping[str, Any], inflection: Inflection
) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[Phrase, ...]]]:
    """(single nouns by form, noun phrases by first word)."""
    single: dict[str, tuple[str, str]] = {}
    several: dict[str, list[Phrase]] = {}
    for name, spec in data["classes"].items():
        for noun in spec.get("nouns", ()):
            for form in inflection.noun_forms(noun):
                first, *rest = form.split()
                if rest:
                    several.setdefault(first, []).append(Phrase(tuple(rest), noun, name))
                else:
                    single.setdefault(form, (noun, name))
    return single, {k: _longest_first(v) for k, v in several.items()}


def _verb_phrases(data: Mapping[str, Any], inflection: Inflection) -> dict[str, tuple[Phrase, ...]]:
    out: dict[str, list[Phrase]] = {}
    for name, spec in data["classes"].items():
        for phrase in _phrases(spec):
            first, *rest = phrase.split()
            out.setdefault(first, []).append(Phrase(tuple(rest), phrase.replace(" ~", ""), name))
        for verb in spec.get("verbs", ()):
            if parts := inflection.parted(verb):
                out.setdefault(parts[0], []).append(Phrase(("~", parts[1]), verb.replace("|", ""), name))
    return {k: _longest_first(v) for k, v in out.items()}


def _phrases(spec: Mapping[str, Any]) -> Iterator[str]:
    """The phrases of a class, those with alternatives ("raise/lift ~ offer") once for each choice."""
    for phrase in spec.get("phrases", ()):
        yield from map(" ".join, product(*(word.split("/") for word in phrase.split())))


def _longest_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda p: -len(p.rest)))


def parse(data: Mapping[str, Any], inflection: Inflection) -> EventLexicon:
    """Turn the YAML into look-ups."""
    nouns, noun_phrases = _nouns(data, inflection)
    verbs = _verb_forms(data, inflection)
    return EventLexicon(
        classes={
            name: EventClass(name, **{k: v for k, v in spec.items() if k not in ("verbs", "nouns", "phrases")})
            for name, spec in data["classes"].items()
        },
        verbs=verbs,
        pasts={form.lemma: word for word, form in verbs.items() if "p" in form.tenses},
        nouns=nouns,
        noun_phrases=noun_phrases,
        verb_phrases=_verb_phrases(data, inflection),
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
        adverbs=frozenset(map(str, [*data["hedges"], *data["doubting"], *data["counting"]])),
        tallied={str(word): count for count, words in data["tallied"].items() for word in words},
        tags=_tags(data),
        verb_second=data.get("verb_second", False),
        capital_nouns=data.get("capital_nouns", False),
    )


@cache
def load_events(language: str = "en") -> EventLexicon:
    """The lexicon of happenings of a language folder. Languages without one share English's until they have theirs."""
    code = language.split("-")[0].lower()
    data = yaml_of(code, "events")
    if data is None:
        return load_events("en")
    return parse(data, cast(Inflection, import_module(f"{__package__}.{code}.inflection")))

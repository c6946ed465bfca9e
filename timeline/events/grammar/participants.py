"""Names in a document, joined over it ("Prime Minister Ada Lund" … "Lund"), and which of them take part in a clause."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from ...frozen import Frozen
from ...language.event_lexicon import EventLexicon
from ...model import Document, Participant, Quantity, Span
from .tokens import Token

_CAPITAL = r"(?:[^\W\d_a-zà-ÿ]\.(?:[^\W\d_]\.)*|[#@]?[^\W\d_a-zà-ÿ][\w’'&-]*)"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?|de\s+|al-|bin\s+|van\s+|von\s+)?{_CAPITAL})*"
)
_AFTER = re.compile(r"(?<!\w)(\w+) ([^\W\d_a-zà-ÿ][\w-]+)")
_ADJECTIVE = re.compile(r"[a-zà-ÿ]{2,}(?<!t)e[nmrs]?")  # "ihre neue Brücke", but not "sagte Lund"
_MIDDLE = re.compile(r"(?<=[\w,;’'] )[^\W\d_a-zà-ÿ][\w&-]+")
_COMPOUND = re.compile(r"[^\W\d_]+[-‐‑][a-zà-ÿ]")  # "Oslo-based"
_POSSESSIVE = re.compile(r"['’]s?$")
_FULL = 2  # words of a name that need not stand in the midst of a sentence to be known for one
_SMALL = ("of", "for", "the", "de", "al", "bin", "van", "von")
_PLACE_WORDS = ("in", "at", "near", "outside", "inside", "from", "to", "across")


class Names(Frozen):
    """Names of one document. words: capitalised words that are names there. keys: name in lower case → its key.

    parted: the names in a run of capitals; many runs stand again and again.
    """

    words: frozenset[str]
    keys: Mapping[str, str]
    parted: Callable[[str], Sequence[tuple[str, ...]]]


def names_of(document: Document, lexicon: EventLexicon) -> Names:
    """Read the names of a document's own text and join the short ones with the long ones."""
    texts = [document.text[b.start : b.end] for b in document.blocks if b.role in ("body", "headline")]
    middle = Counter(w for text in texts for w in _MIDDLE.findall(text))
    common = {w for text in texts for w in _common(text, lexicon)} if lexicon.capital_nouns else set()
    no_names = lexicon.words["not_names"]
    words = frozenset(w for w in middle if (low := w.lower()) not in no_names and low not in lexicon.tags) - common
    parted = cache(partial(_split, words=words, lexicon=lexicon))
    found: Counter[tuple[str, ...]] = Counter()
    for run, count in Counter(run for text in texts for run in _NAME.findall(text)).items():
        for name in parted(run):
            found[name] += count
    return Names(words, _join(found, frozenset(lexicon.demonyms.values())), parted)


def _common(text: str, lexicon: EventLexicon) -> Iterator[str]:
    """Words with a capital that are no names, in a language that writes all nouns so: what has an article, an adjective
    or a number before it, or is known to name an event.
    """
    for before, word in _AFTER.findall(text):
        lower = before.lower()
        known = (
            word.lower() in lexicon.nouns or word.lower() in lexicon.units or word.lower() in lexicon.words["titles"]
        )
        counted = lexicon.tags.get(lower) == "det" or lower in lexicon.numbers or lower.isdigit()
        looks = _ADJECTIVE.fullmatch(before) and lower not in lexicon.verbs and lower not in lexicon.tags
        if known or counted or looks or lower in lexicon.words["contracted"]:
            yield word


def _split(name: str, words: frozenset[str], lexicon: EventLexicon) -> list[tuple[str, ...]]:
    """The names in a run of capitals, cut at titles: "Ruritanian President Ada Lund" → (ruritania,), (ada, lund)."""
    parts: list[list[str]] = [[]]
    run = name.split()
    for n, raw in enumerate(run):
        word = _POSSESSIVE.sub("", raw) if raw[-2:].endswith(("'", "’", "'s", "’s")) else raw
        lower = word.lower()
        plain = lower in lexicon.tags or lower in lexicon.verbs or lower in lexicon.nouns
        leads = n == 0 and not plain and n + 1 < len(run) and run[n + 1] in words  # "Ada Lund" at the start
        common = word not in words and ((n == 0 and plain) or (lexicon.capital_nouns and not leads))
        if _COMPOUND.match(word):
            place = lower.split("-")[0]
            parts += [[lexicon.demonyms.get(place, place)], []]
        elif (
            lower in lexicon.words["titles"]
            or lower in lexicon.words["not_names"]
            or common
            or lower.strip(".") in lexicon.words["titles"]
        ):
            parts.append([])
        elif lower == "of" and len(parts[-1]) > 1 and parts[-1][-1] not in lexicon.words["bodies"]:
            parts.append([])  # "Ada McKay of NATO" is two names, "Royal Bank of Ruritania" is one
        elif lower not in ("of", "the", "for"):
            parts[-1].append(lexicon.demonyms.get(lower, lower))
        if raw != word:
            parts.append([])
    return [tuple(" ".join(p).split()) for p in parts if p]


def _join(found: Counter[tuple[str, ...]], countries: frozenset[str]) -> dict[str, str]:
    """A word that ends longer names stands for the most frequent of them ("Lund": "Ada Lund"); a country for itself."""
    longer: dict[str, Counter[tuple[str, ...]]] = {}
    for name, count in found.items():
        if len(name) > 1:
            longer.setdefault(name[-1], Counter())[name] += count
    keys: dict[str, str] = {}
    for name in found:
        full = name
        if len(name) == 1 and name[0] in longer and name[0] not in countries:
            full = min(longer[name[0]].items(), key=lambda item: (-item[1], item[0]))[0]
        keys[" ".join(name)] = " ".join(full)
    return keys


def participants_in(
    text: str,
    tokens: Sequence[Token],
    span: tuple[int, int],
    subject: tuple[int, int] | None,
    names: Names,
) -> tuple[Participant, ...]:
    """Names among some tokens, each with its part in the clause."""
    out: dict[str, Participant] = {}
    ranges = [span] if subject is None or span[0] <= subject[0] < span[1] else [subject, span]
    for first, past in ranges:
        n = first
        while n < past:
            if tokens[n].tag != "name":
                n += 1
                continue
            end = n + 1
            while end < past and (
                tokens[end].tag == "name"
                or (tokens[end].lower == "of" and end + 1 < past and tokens[end + 1].tag == "name")
            ):
                end += 1
            where: Span = (tokens[n].start, tokens[end - 1].end)
            in_subject = subject is not None and subject[0] <= n < subject[1]
            before = tokens[n - 1].lower if n else ""
            role = "subject" if in_subject else "place" if before in _PLACE_WORDS else "object"
            for part in names.parted(text[where[0] : where[1]]):
                key = names.keys.get(" ".join(part), " ".join(part))
                out.setdefault(key, Participant(key, text[where[0] : where[1]], where, role))
            n = end
    return tuple(out.values())


def named_as(name: str, span: Span, names: Names) -> tuple[Participant, ...]:
    """The participants that a pronoun stands for, by the name that it takes up; `span` is where the pronoun is said.
    Nobody where it takes up no name ("the council").
    """
    capitals = [w for w in name.split() if w[0].isupper() and w.lower() not in _SMALL]
    if len(capitals) < _FULL and names.words.isdisjoint(map(_bare, capitals)):
        return ()
    parts = names.parted(name)
    keys = dict.fromkeys(names.keys.get(" ".join(part), " ".join(part)) for part in parts)
    return tuple(Participant(key, name, span, "subject") for key in keys)


def spelled(key: str, said: Iterable[str]) -> str:
    """A name for readers: each word as the sources write it ("UN", "McKay"), else with a capital ("Ruritania").

    A word in capitals is taken only where no source writes it otherwise, and not in names of several ("ADA LUND").
    """
    parts, said = key.split(), list(said)
    joined = [_bare(name) for name in said if _joins(name) and _key(name) == key and not name.isupper()]
    if joined:
        return min(joined)
    written: dict[str, str] = {}
    for word in (_bare(word) for name in said for word in name.split()):
        best = written.get(word.lower())
        if not word.islower() and (best is None or (best.isupper() and not word.isupper())):
            written[word.lower()] = word
    if len(parts) > 1 and all(written.get(word, "").isupper() for word in parts):
        written = {}
    return " ".join(written.get(word) or (word if word in _SMALL else word.capitalize()) for word in parts)


def _joins(name: str) -> bool:
    """Is a name held together by a small word ("Bank of Ruritania")?"""
    return any(word in _SMALL for word in name.split())


def _key(name: str) -> str:
    return " ".join(word.lower() for word in _bare(name).split() if word not in ("of", "the", "for"))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def quantities_in(tokens: Sequence[Token], span: tuple[int, int], lexicon: EventLexicon) -> tuple[Quantity, ...]:
    """Numbers among some tokens with what they count: "$3 billion", "12 of the boats", "ten minutes"."""
    out: list[Quantity] = []
    for n in range(*span):
        value = _value(tokens[n], lexicon)
        if value is None:
            continue
        unit = "$" if tokens[n].text[0] in "$£€" else ""
        end = n + 1
        if end < span[1] and tokens[end].lower in lexicon.scales:
            value *= lexicon.scales[tokens[end].lower]
            end += 1
        unit = unit or _unit(tokens, end, span[1], lexicon)
        if unit:
            out.append(Quantity(value, unit, (tokens[n].start, tokens[end - 1].end)))
    return tuple(out)


def _value(token: Token, lexicon: EventLexicon) -> float | None:
    if token.lower in lexicon.numbers:
        return float(lexicon.numbers[token.lower])
    if token.tag != "number":
        return None
    digits = re.match(r"[$£€]?(\d[\d,]*(?:\.\d+)?)", token.text)
    return float(digits[1].replace(",", "")) if digits and digits[1].strip(",") else None


def _unit(tokens: Sequence[Token], first: int, past: int, lexicon: EventLexicon) -> str:
    for token in tokens[first : min(past, first + 5)]:
        if token.lower in lexicon.units:
            return lexicon.units[token.lower]
        if token.tag in ("verb", "aux", "comma", "stop", "time", "quote", "conj", "rel"):
            return ""
    return ""

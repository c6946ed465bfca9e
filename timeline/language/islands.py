"""Islands: the places of a text that hold words of time, found by one regex, and the words of each as codes.

An island begins at a temporal word; what the lexicon knows right before and behind belongs to it. Each of its words
becomes one character, the code of all that it can mean.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..frozen import Frozen
from ..kept import pattern
from . import tokens
from .lexicon import Lexicon, trie_regex

#: What codes are taken from: signs that stand for themselves in a class of a regex, the first of them in one byte.
_CODES = [chr(n) for n in range(1, 0x400) if chr(n) not in "\\[]^-&|~"]
#: What may stand before a word. Letters beyond ASCII are told from it afterwards: a search runs fast through a class
#: that it can hold in a table.
_SIGN = "[^0-9a-z_]"
_LEAD = 48  # characters before a temporal word in which an expression can begin
_LONGEST = 2000  # characters of an island
_BLANK = pattern(r"\s+")


class Island(Frozen):
    """The words of one island: their places from its beginning, codes and values."""

    spans: list[tuple[int, int]]
    codes: str
    values: list[Any]


class Words:
    """A lexicon, compiled: it finds islands and cuts them."""

    def __init__(self, lexicon: Lexicon, literals: Iterable[str]) -> None:
        """literals: words that rules name as themselves."""
        self._code_of: dict[frozenset[str], str] = {}
        meanings: dict[str, dict[str, Any]] = {w: dict(m) for w, m in lexicon.meanings.items()}
        for word in sorted(literals):
            meanings.setdefault(word, {})[word] = word
        shapes = tokens.shapes_with(lexicon.shapes)
        for kinds in sorted(tokens.all_kinds(shapes), key=sorted):
            self._code(kinds)
        self._marks = {mark: self._code(frozenset({kind})) for mark, kind in tokens.MARKS.items()}
        self._dash, self._long_dash = self._code(frozenset({"-"})), self._code(frozenset({"--"}))
        self._unknown = self._code(frozenset())
        self._words: dict[str, tuple[str, Any]] = {w: (self._code(frozenset(m)), m) for w, m in meanings.items()}
        self._uncapitalised: dict[str, tuple[str, Any]] = {}
        for word, kinds in lexicon.cased.items():
            left = {k: v for k, v in meanings[word].items() if k not in kinds}
            self._uncapitalised[word] = self._code(frozenset(left)), left
        self._codes_of: dict[str, str] = {}
        for kinds, code in self._code_of.items():
            for kind in kinds:
                self._codes_of[kind] = self._codes_of.get(kind, "") + code
        self._scan = _scanners(lexicon, meanings, shapes)

    def _code(self, kinds: frozenset[str]) -> str:
        """The character that stands for a set of kinds."""
        return self._code_of.setdefault(kinds, _CODES[len(self._code_of)])

    def codes_with(self, kind: str) -> str:
        """The codes of all words that can be of a kind."""
        return self._codes_of.get(kind, "")

    def island(self, lower: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the next island of lower[start:end] begins and ends; None where there is none."""
        core = self._scan.core
        if start == 0 and (opening := core.match(" " + lower[: min(end, _LONGEST)])) is not None:
            return 0, opening.end() - 1
        found = core.search(lower, max(0, start - 1), end)
        while found is not None:
            shortened = found.lastgroup is not None  # "'45"
            first = found.start() if shortened else found.start() + 1
            if shortened or self._scan.glued.match(lower, first) is None:
                return self._lead(lower, max(start, first - _LEAD), first), found.end()
            found = core.search(lower, first, end)
        return None

    def _lead(self, lower: str, start: int, core: int) -> int:
        """Where what belongs to a temporal word before it begins."""
        if start == 0 and self._scan.lead.match(" " + lower[:core]):
            return 0
        lead = self._scan.lead.search(lower, max(0, start - 1), core)
        while lead is not None:
            first = lead.start() + 1
            if self._scan.glued.match(lower, first) is None:
                return first
            lead = self._scan.lead.search(lower, first, core)
        return core

    def cut(self, text: str, lower: str) -> Island:
        """The words of an island, which is the whole of `text`."""
        spans: list[tuple[int, int]] = []
        values: list[Any] = []
        codes: list[str] = []
        for m in self._scan.token.finditer(lower):
            shape, word = m.lastgroup, m[0]
            if shape == "WORD":
                entry = self._words.get(word)
                if entry is None:
                    word = _BLANK.sub(" ", word).replace("’", "'").replace("‐", "-").replace("‑", "-")
                    entry = self._words[word]
                if word in self._uncapitalised and not text[m.start()].isupper():
                    entry = self._uncapitalised[word]
                code, value = entry
            elif shape == "DASH":
                code, value = (self._long_dash if len(word) > 1 or word == "—" else self._dash), None
            elif shape == "MARK":
                code, value = self._marks[word], None
            elif shape == "UNKNOWN":
                code, value = self._unknown, None
            else:
                kinds, value = tokens.kinds_of(shape or "", word)
                code = self._code_of[kinds]
            spans.append(m.span())
            codes.append(code)
            values.append(value)
        return Island(spans, "".join(codes), values)


class _Scanners(Frozen):
    """What finds and cuts islands.

    core: a sign, the temporal word behind it, which is searched for, and what belongs to it behind; the apostrophe of
    "'45" is part of it. glued: what a temporal word must not be glued to. lead: a sign and what belongs to a temporal
    word before it. token: one word, number or sign.
    """

    core: re.Pattern[str]
    glued: re.Pattern[str]
    lead: re.Pattern[str]
    token: re.Pattern[str]


def _scanners(
    lexicon: Lexicon, meanings: Mapping[str, Mapping[str, Any]], shapes: Sequence[tuple[str, str]]
) -> _Scanners:
    """Compile them. Groups are atomic or bounded, so that no text makes them backtrack.

    A search that begins with a class of characters, as that for `core` does, is fast: within words nothing is tried.
    """
    core, other = _words_regex(lexicon, meanings, core=True), _words_regex(lexicon, meanings, core=False)
    edge = r"(?!\w)"
    core_shapes = [(name, regex) for name, regex in shapes if name in lexicon.core.union(tokens.CORE_SHAPES)]
    lettered = "".join(f"|{regex}" for name, regex in core_shapes if name in tokens.LETTERED)
    numbers = "|".join(regex for name, regex in core_shapes if name not in tokens.LETTERED)
    years = r"(?<!(?<!\d)\d\d\d-)[12]\d{3}(?!\d|[.,]\d|-\d\d-\d\d)"
    before_a_word = rf"\d{{1,4}}(?:[.:]\d\d?)?(?=(?:{core}){edge})"  # "10am"
    number = rf"(?>{numbers}|{years}|{before_a_word})"
    word = rf"(?>(?:{core}){edge}{lettered})"
    shortened = rf"(?<=['’])(?P<short>\d0s{edge}|\d\d{edge})"
    gap = rf"\s*(?:(?:[{tokens.DASH}]{{1,2}}|{tokens.MARK})\s*)?"
    any_word = rf"(?:{_words_regex(lexicon, meanings, core=None)}){edge}"
    any_number = "|".join(regex for name, regex in shapes if name not in tokens.LETTERED)
    any_lettered = "|".join(regex for name, regex in shapes if name in tokens.LETTERED)
    named, named_lettered = (  # an empty group at the end of each: one around it would hide from `re` how it begins
        "|".join(f"(?:{regex})(?P<{name}>)" for name, regex in shapes if (name in tokens.LETTERED) is lettered)
        for lettered in (False, True)
    )
    lead = rf"(?>(?:(?:{other}){edge}|\d{{1,4}}(?:\.\d+)?(?!\w)){gap}){{1,8}}\Z"
    tail = rf"(?>(?:{gap}(?=[\w'’])(?>{any_lettered}|{any_word}|{any_number})){{0,24}})"
    glued = r"(?<=[\w$£€¥])|(?<=[$£€¥]\s)|(?<=\d[.,:/])|(?<=[a-z]/)"
    return _Scanners(
        pattern(rf"{_SIGN}(?:(?=\d)(?:{shortened}|{number})|{word}){tail}"),
        pattern(glued),
        pattern(rf"{_SIGN}{lead}"),
        pattern(
            rf"(?=\S)(?:{named_lettered}|{any_word}(?P<WORD>)|{named}|[{tokens.DASH}]{{1,2}}(?P<DASH>)"
            rf"|(?:{tokens.MARK})(?P<MARK>)|[^\W\d_]+(?P<UNKNOWN>))"
        ),
    )


def _words_regex(lexicon: Lexicon, meanings: Mapping[str, Mapping[str, Any]], core: bool | None) -> str:
    """One regex for the words that have (or lack) a core kind, or for all."""

    def wanted(kinds: Iterable[str]) -> bool:
        return core is None or core is not lexicon.core.isdisjoint(kinds)

    return trie_regex(
        (word for word, kinds in meanings.items() if word not in lexicon.compounded and wanted(kinds)),
        (compound for compound in lexicon.compounds if wanted([compound.kind])),
    )

"""Rules over kinds of words: how a language says time.

A rule is a pattern over kinds (see `notation`), a function that makes the term, and examples that are its tests:

    @rule("month-day", "MONTH DOM [ ,? YEAR ]", examples={"October 7": "Fields(month=10, day=7)"}, not_in=["May said"])
    def month_day(month, dom, year=None): return Fields(month=month, day=dom, year=year)

How it is fast: one regex finds temporal words, two more what belongs to them before and behind: an *island* of words
the lexicon knows. Its words become one character each, the code of what they can mean; patterns are regexes over such
codes, and since islands repeat ("MONTH DOM ,") the rules that fit a code string come from a cache.
"""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ..algebra.terms import Term
from . import tokens
from .lexicon import Lexicon, trie_regex
from .notation import Pattern, compile_pattern, literals

Producer = TypeVar("Producer", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say time. `produce` returns a Term, REFUSED (looks like a date, is none) or None (does not apply)."""

    name: str
    pattern: str
    produce: Callable[..., Any]
    examples: Mapping[str, str]
    not_in: Sequence[str]
    parameters: frozenset[str]  # what `produce` asks for, of what the pattern captures; "at" asks for the Site
    place: str  # file:line of the function


class _Refused:
    """The words look like time and are not: no other rule may read them."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED = _Refused()


@dataclass(frozen=True, slots=True)
class Site:
    """Where a match stands: the text, its lower case (of the same length), the match's span."""

    text: str
    lower: str
    start: int
    end: int
    spans: Mapping[str, tuple[int, int]]

    def before(self, n: int = 24) -> str:
        """Lower-cased text just before."""
        return self.lower[max(0, self.start - n) : self.start]

    def after(self, n: int = 24) -> str:
        """Lower-cased text just after."""
        return self.lower[self.end : self.end + n]

    @property
    def words(self) -> str:
        """The match as written."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Several expressions in one pattern ("October 7 and 16"): (start, end, term) each. ranged: they are a stretch."""

    parts: tuple[tuple[int, int, Term], ...]
    ranged: bool = False


@dataclass(slots=True)
class RuleBook:
    """Rules of one language, in order; earlier rules win between matches of one length."""

    rules: list[Rule] = field(default_factory=list)

    def rule(
        self, name: str, pattern: str, examples: Mapping[str, str] | None = None, not_in: Sequence[str] = ()
    ) -> Callable[[Producer], Producer]:
        """Register a function as a rule. examples: words → the term they make; not_in: texts that it leaves alone."""

        def register(produce: Producer) -> Producer:
            code = produce.__code__
            parameters = frozenset(inspect.signature(produce).parameters)
            place = f"{code.co_filename.rpartition('timeline/')[2]}:{code.co_firstlineno}"
            self.rules.append(Rule(name, pattern, produce, examples or {}, not_in, parameters, place))
            return produce

        return register


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that fits the tokens [first, last) of an island, and which token fills which argument."""

    rule: Rule
    first: int
    last: int
    captures: tuple[tuple[str, str, int], ...]  # (argument, kind, token)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's reading of some characters. rivals: shorter or later readings that it beat (only when asked for)."""

    start: int
    end: int
    rule: Rule
    term: Any  # a Term, or REFUSED
    rivals: tuple["Match", ...] = ()
    ranged: bool = False  # the end of a stretch that the match before it begins


@dataclass(frozen=True, slots=True)
class _Island:
    """Tokens of one island: their places from its beginning, codes and values."""

    starts: list[int]
    ends: list[int]
    codes: str
    values: list[Any]


_CACHE_SIZE = 20_000  # islands, and code strings: a text of 1 MB has a few thousand different ones
_LEAD = 48  # characters before a temporal word in which an expression can begin
_WORDS = re.compile(r"\w+")
_APOSTROPHES = "'’"
_BLANK = re.compile(r"\s+")


class Grammar:
    """A language's lexicon and rules, compiled."""

    def __init__(self, lexicon: Lexicon, rules: Sequence[Rule]) -> None:
        """Compile. Raises ValueError when a pattern names a kind that nothing has."""
        self.rules = tuple(rules)
        self._code_of: dict[frozenset[str], str] = {}
        self._cache: dict[str, tuple[Candidate, ...]] = {}
        meanings: dict[str, dict[str, Any]] = {w: dict(m) for w, m in lexicon.meanings.items()}
        for word in {w for r in rules for w in literals(r.pattern)}:
            meanings.setdefault(word, {})[word] = word
        self._words: dict[str, tuple[str, Any]] = {w: (self._code(frozenset(m)), m) for w, m in meanings.items()}
        self._uncapitalised: dict[str, tuple[str, Any]] = {}
        for word, kinds in lexicon.cased.items():
            left = {k: v for k, v in meanings[word].items() if k not in kinds}
            self._uncapitalised[word] = self._code(frozenset(left)), left
        shapes = tokens.shapes_with(lexicon.shapes)
        for kinds in tokens.all_kinds(shapes):
            self._code(kinds)
        self._marks = {mark: self._code(frozenset({kind})) for mark, kind in tokens.MARKS.items()}
        self._dash, self._long_dash = self._code(frozenset({"-"})), self._code(frozenset({"--"}))
        self._unknown = self._code(frozenset())
        self._scan = _scanners(lexicon.core, meanings, shapes)
        self._islands: dict[str, _Island] = {}
        self._by_first: dict[str, list[tuple[int, Rule, Pattern]]] = {}
        for n, rule in enumerate(self.rules):
            try:
                pattern = compile_pattern(rule.pattern, self._codes_with)
            except ValueError as slip:
                raise ValueError(f"rule {rule.name} ({rule.place}): {slip}") from None
            for code in sorted(pattern.first):
                self._by_first.setdefault(code, []).append((n, rule, pattern))

    def _code(self, kinds: frozenset[str]) -> str:
        """The character that stands for a set of kinds."""
        return self._code_of.setdefault(kinds, chr(0xE000 + len(self._code_of)))

    def _codes_with(self, kind: str) -> str:
        return "".join(code for kinds, code in self._code_of.items() if kind in kinds)

    # -------------------------------------------------------------- matching
    def candidates(self, codes: str) -> tuple[Candidate, ...]:
        """All rules that fit a code string: leftmost first, then longest, then in the order of the rules."""
        found = self._cache.get(codes)
        if found is None:
            rows = []
            for at, code in enumerate(codes):
                for n, rule, pattern in self._by_first.get(code, ()):
                    m = pattern.regex.match(codes, at)
                    if m and m.end() > at:
                        taken = tuple((name, kind, m.start(g)) for g, name, kind in pattern.captures if m.start(g) >= 0)
                        rows.append((at, -m.end(), n, Candidate(rule, at, m.end(), taken)))
            rows.sort(key=lambda row: row[:3])
            if len(self._cache) >= _CACHE_SIZE:
                self._cache.clear()
            found = self._cache[codes] = tuple(row[3] for row in rows)
        return found

    def find(self, text: str, lower: str, start: int, end: int, explain: bool = False) -> list[Match]:
        """Non-overlapping readings of text[start:end], left to right. `lower`: the text in lower case, equally long."""
        out: list[Match] = []
        scan, starts, done = self._scan, self._scan.starts, start
        for word in _WORDS.finditer(lower, start, end):
            if word[0] not in starts and not (word[0][0].isdecimal() or word[0][-1].isdecimal()):
                continue
            first = word.start()
            if first < done:
                continue
            if word[0][0].isdecimal() and first > start and lower[first - 1] in _APOSTROPHES:
                first -= 1  # "the '90s"
            core = scan.core.match(lower, first, end) or scan.core.match(lower, word.start(), end)
            if core is None:
                continue
            first = core.start()
            lead = scan.lead.search(lower, max(done, first - _LEAD), first)
            tail = scan.tail.match(lower, core.end(), end)
            done = tail.end() if tail else core.end()
            self._read(text, lower, lead.start() if lead else first, done, out, explain)
            if out and out[-1].end > done:  # "the day before the vote": a rule may read on beyond its island
                done = out[-1].end
        return out

    def _tokens(self, text: str, lower: str, first: int, last: int) -> _Island:
        """The tokens of an island, with places from its beginning; islands repeat, so they come from a cache."""
        written = text[first:last]
        found = self._islands.get(written)
        if found is None:
            if len(self._islands) >= _CACHE_SIZE:
                self._islands.clear()
            found = self._islands[written] = self._cut(written, lower[first:last])
        return found

    def _cut(self, text: str, lower: str) -> _Island:
        starts: list[int] = []
        ends: list[int] = []
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
            starts.append(m.start())
            ends.append(m.end())
            codes.append(code)
            values.append(value)
        return _Island(starts, ends, "".join(codes), values)

    def _read(self, text: str, lower: str, at: int, last: int, out: list[Match], explain: bool) -> None:
        island = self._tokens(text, lower, at, last)
        done, first = 0, len(out)
        for c in self.candidates(island.codes):
            if c.first < done and not explain:
                continue
            arguments: dict[str, Any] = {}
            for name, kind, token in c.captures:
                if name in c.rule.parameters:
                    value = island.values[token]
                    arguments[name] = value[kind] if type(value) is dict else value
            start, end = at + island.starts[c.first], at + island.ends[c.last - 1]
            if "at" in c.rule.parameters:
                spans = {name: (at + island.starts[token], at + island.ends[token]) for name, _, token in c.captures}
                arguments["at"] = Site(text, lower, start, end, spans)
            term = c.rule.produce(**arguments)
            if term is None:
                continue
            if c.first >= done:
                done = c.last
                if type(term) is Pieces:
                    out.extend(
                        Match(a, b, c.rule, t, (), term.ranged and n > 0) for n, (a, b, t) in enumerate(term.parts)
                    )
                else:
                    out.append(Match(start, _without_stop(text, start, end), c.rule, term))
            elif term is not REFUSED and type(term) is not Pieces and len(out) > first:
                out[-1] = replace(out[-1], rivals=(*out[-1].rivals, Match(start, end, c.rule, term)))


def _without_stop(text: str, start: int, end: int) -> int:
    """The end of a match, without a full stop that ends the sentence rather than an abbreviation ("last May.")."""
    if (
        text[end - 1] != "."
        or end - start < 4
        or text[end - 2 : end - 1] in "mM"
        or not text[end - 4 : end - 1].isalpha()
    ):
        return end
    after = text[end : end + 3].lstrip()
    return end - 1 if not after or after[0].isupper() else end


@dataclass(frozen=True, slots=True)
class _Scanners:
    """What finds and cuts islands.

    starts: the words that a temporal lexeme can begin with: looking words up is three times as fast as one regex of
    them all. Regexes: core is a temporal lexeme, lead what belongs to it before, tail what behind; token cuts.
    """

    starts: frozenset[str]
    core: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    token: re.Pattern[str]


def _scanners(
    core_kinds: frozenset[str], meanings: Mapping[str, Mapping[str, Any]], shapes: Sequence[tuple[str, str]]
) -> _Scanners:
    """Compile them. Groups are atomic or bounded, so that no text makes them backtrack."""
    core = [w for w, m in meanings.items() if core_kinds.intersection(m)]
    other = [w for w, m in meanings.items() if not core_kinds.intersection(m)]
    named = "|".join(f"(?P<{name}>{regex})" for name, regex in shapes)
    number = "|".join(regex for _, regex in shapes)
    core_number = "|".join(regex for name, regex in shapes if name in core_kinds.union(tokens.CORE_SHAPES))
    core_word = trie_regex(core)
    edge = r"(?!\w)"
    gap = rf"\s*(?:(?:[{tokens.DASH}]{{1,2}}|{tokens.MARK})\s*)?"
    word = rf"(?:{trie_regex(meanings)}){edge}"
    free = r"(?<![\w$£€¥])(?<![$£€¥]\s)(?<!\d[.,:/])(?<![a-z]/)"
    glued = rf"\d{{1,4}}(?:[.:]\d\d)?(?={core_word}{edge})"
    return _Scanners(
        frozenset(m[0] for w in core if (m := _WORDS.match(w))),
        re.compile(
            rf"\b{free}(?>(?:{core_word}){edge}|{core_number}|(?<!(?<!\d)\d\d\d-)[12]\d{{3}}(?!\d|[.,]\d)|{glued})|['’]\d0s{edge}|['’]\d\d{edge}"
        ),
        re.compile(rf"\b{free}(?>(?:(?:{trie_regex(other)}){edge}|\d{{1,4}}(?:\.\d+)?(?!\w)){gap}){{1,8}}\Z"),
        re.compile(rf"(?>(?:{gap}(?>{word}|{number})){{1,24}})"),
        re.compile(
            rf"(?P<WORD>{word})|{named}|(?P<DASH>[{tokens.DASH}]{{1,2}})|(?P<MARK>{tokens.MARK})|(?P<UNKNOWN>[^\W\d_]+)"
        ),
    )

"""Rules over kinds of words: how a language says time.

A rule is a pattern over kinds (see `notation`), a function that makes the term, and examples that are its tests:

    @rule("month-day", "MONTH DOM [ ,? YEAR ]", examples={"October 7": "Fields(month=10, day=7)"}, not_in=["May said"])
    def month_day(month, dom, year=None): return Fields(month=month, day=dom, year=year)

How it is fast: only *islands* of words that the lexicon knows are looked at (see `islands`). Their words become one
character each, the code of what they can mean, and which rules fit codes is found once (see `fitting`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..algebra.terms import Term
from ..frozen import Frozen, replace
from .fitting import Fitting
from .islands import Island, Words
from .lexicon import Lexicon
from .notation import SlipError, compile_patterns, literals

Producer = TypeVar("Producer", bound=Callable[..., Any])


class Rule(Frozen):
    """A way to say time. `produce` returns a Term, REFUSED (looks like a date, is none) or None (does not apply)."""

    name: str
    pattern: str
    produce: Callable[..., Any]
    examples: Mapping[str, str]
    not_in: Sequence[str]
    parameters: frozenset[str]  # what `produce` asks for, of what the pattern captures
    looks_around: bool  # it asks for its Site, as "at"
    place: str  # file:line of the function


class _Refused:
    """The words look like time and are not: no other rule may read them."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED = _Refused()


class Site(Frozen):
    """Where a match stands: the text, its lower case (of the same length), the match's span."""

    text: str
    lower: str
    start: int
    end: int
    island: int  # where its island begins
    words_of_island: Sequence[tuple[int, int]]  # and where the words of that stand, counted from there
    captures: Sequence[tuple[str, str, int]]  # (argument, kind, word), counted from the first word of the match
    first: int  # which of the island's words that is

    @property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Where the words stand that fill the arguments."""
        words = ((name, self.words_of_island[self.first + word]) for name, _, word in self.captures)
        return {name: (self.island + start, self.island + end) for name, (start, end) in words}

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


class Pieces(Frozen):
    """Several expressions in one pattern ("October 7 and 16"): (start, end, term) each. ranged: they are a stretch."""

    parts: tuple[tuple[int, int, Term], ...]
    ranged: bool = False


class RuleBook:
    """Rules of one language, in order; earlier rules win between matches of one length."""

    def __init__(self) -> None:
        """Without a rule."""
        self.rules: list[Rule] = []

    def rule(
        self, name: str, pattern: str, examples: Mapping[str, str] | None = None, not_in: Sequence[str] = ()
    ) -> Callable[[Producer], Producer]:
        """Register a function as a rule. examples: words → the term they make; not_in: texts that it leaves alone."""

        def register(produce: Producer) -> Producer:
            code = produce.__code__
            parameters = frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
            place = f"{code.co_filename.rpartition('timeline/')[2]}:{code.co_firstlineno}"
            looks_around = "at" in parameters
            self.rules.append(Rule(name, pattern, produce, examples or {}, not_in, parameters, looks_around, place))
            return produce

        return register


class Match(Frozen):
    """A rule's reading of some characters. rivals: shorter or later readings that it beat (only when asked for)."""

    start: int
    end: int
    rule: Rule
    term: Any  # a Term, or REFUSED
    rivals: tuple["Match", ...] = ()
    ranged: bool = False  # the end of a stretch that the match before it begins


_CACHE_SIZE = 20_000  # islands, which repeat ("in 1945"): a text of 1 MB has a few thousand different ones


class Grammar:
    """A language's lexicon and rules, compiled."""

    def __init__(self, lexicon: Lexicon, rules: Sequence[Rule]) -> None:
        """Compile. Raises ValueError when a pattern names a kind that nothing has."""
        self.rules = tuple(rules)
        words = {word for rule in rules for word in literals(rule.pattern)}
        self._words = Words(lexicon, words)
        try:
            patterns = compile_patterns([rule.pattern for rule in rules], self._words.codes_with)
        except SlipError as slip:
            rule = self.rules[slip.number]
            raise ValueError(f"rule {rule.name} ({rule.place}): {slip}") from None
        self._fitting = Fitting(patterns)
        self._islands: dict[str, Island] = {}

    def find(self, text: str, lower: str, start: int, end: int, explain: bool = False) -> list[Match]:
        """Non-overlapping readings of text[start:end], left to right. `lower`: the text in lower case, equally long."""
        out: list[Match] = []
        done = start
        while (island := self._words.island(lower, done, end)) is not None:
            first, done = island
            self._choose(self._cut(text[first:done], lower[first:done]), text, lower, first, out, explain)
            while out and out[-1].end > end:
                out.pop()  # it read on into the next paragraph
            if out and out[-1].end > done:  # "the day before the vote": a rule may read on beyond its island
                done = out[-1].end
        return out

    def _cut(self, text: str, lower: str) -> Island:
        """An island, which is the whole of `text`."""
        found = self._islands.get(text)
        if found is None:
            if len(self._islands) >= _CACHE_SIZE:
                self._islands.clear()
            found = self._islands[text] = self._words.cut(text, lower)
        return found

    def _choose(self, words: Island, text: str, lower: str, island: int, out: list[Match], explain: bool) -> None:
        """Append what the words of an island say where it stands; to explain, with the readings that this beat."""
        codes, spans, values = words.codes, words.spans, words.values
        done, begun, read = 0, len(out), 0
        for first in range(len(codes)):
            if first < done and not explain:
                continue
            start = island + spans[first][0]
            for fit in self._fitting.fits(codes, first):
                beaten = first < done or start < read
                if beaten and not explain:
                    break
                rule, last = self.rules[fit.rule], first + fit.length
                end = island + spans[last - 1][1]
                arguments: dict[str, Any] = {}
                for name, kind, word in fit.captures:
                    if name in rule.parameters:
                        value = values[first + word]
                        arguments[name] = value[kind] if type(value) is dict else value
                if rule.looks_around:
                    arguments["at"] = Site(text, lower, start, end, island, spans, fit.captures, first)
                term = rule.produce(**arguments)
                if term is None:
                    continue
                if not beaten:
                    done, read = last, _append(out, rule, term, start, end, text)
                elif term is not REFUSED and type(term) is not Pieces and len(out) > begun:
                    out[-1] = replace(out[-1], rivals=(*out[-1].rivals, Match(start, end, rule, term)))


def _append(out: list[Match], rule: Rule, term: Any, start: int, end: int, text: str) -> int:
    """Append what a rule says of text[start:end]; where it has read to, if beyond."""
    if type(term) is not Pieces:
        out.append(Match(start, _without_stop(text, start, end) if text[end - 1] == "." else end, rule, term))
        return 0
    out.extend(
        Match(a, _without_stop(text, a, b), rule, t, (), term.ranged and n > 0)
        for n, (a, b, t) in enumerate(term.parts)
    )
    return out[-1].end


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

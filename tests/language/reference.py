"""Writes docs/rules.md, the reference of all rules, from the rules themselves: python -m tests.language.reference"""

import sys
from collections.abc import Iterator
from inspect import getdoc
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from timeline.language import lexicon, notation, tokens
from timeline.language.grammar import Rule
from timeline.language.grammars import grammar, languages

PATH = Path(__file__).parents[2] / "docs" / "rules.md"

_NAMES = {"de": "German", "en": "English"}
_WORDS_SHOWN = 6

_HEAD = """\
# Rules

How each language says time, rule by rule. This file is made from the rules, by `python -m tests.language.reference`; \
their examples are their tests.

A **pattern** is made of kinds of words. `KIND` stands for any word of that kind, `KIND:name` for one that the rule \
knows by another name; words in small letters and marks stand for themselves. `?` makes what is before it optional, \
`[ … ]` is optional, `( a | b )` one or the other. Of two readings the one that begins first wins, then the longer \
one, then the one whose rule stands first here.

What a rule makes is a **term**: what the words say, with no date in it. Several terms are several expressions. \
`REFUSED` keeps words from being read as time at all.
"""


def reference() -> str:
    """The whole file."""
    return "\n".join([_HEAD, *(line for language in languages() for line in _language(language))])


def _language(language: str) -> Iterator[str]:
    rules = grammar(language).rules
    yield f"## {_NAMES.get(language, language)}\n"
    for module, group in groupby(rules, lambda rule: str(rule.produce.__module__)):
        yield f"### {_sentence(sys.modules[module].__doc__)}\n"
        yield f"[`{_file(module)}`](../{_file(module)})\n"
        for rule in group:
            yield from _rule(rule)
    yield "### Kinds of words\n"
    yield from _kinds(language, rules)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"#### {rule.name}\n"
    if explained := getdoc(rule.produce):
        yield f"{_sentence(explained)}\n"
    yield "\n".join(["```", *wrap(" ".join(rule.pattern.split()), 110, break_on_hyphens=False), "```\n"])
    yield "\n".join(f"- “{words}” → {_terms(terms)}" for words, terms in rule.examples.items()) + "\n"
    if rule.not_in:
        yield f"Not in {', '.join(f'“{text}”' for text in rule.not_in)}.\n"


def _terms(terms: str) -> str:
    return ", ".join(f"`{term}`" for term in terms.split(" | "))


def _sentence(docstring: str | None) -> str:
    """A docstring on one line; it may begin with a blank before a quotation mark."""
    return " ".join((docstring or "").split())


def _file(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def _kinds(language: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    """The kinds that patterns name, each with some of its words, or the shape of its digits."""
    words: dict[str, list[str]] = {}
    for word, meaning in lexicon.load(language).meanings.items():
        for kind in meaning:
            words.setdefault(kind, []).append(word)
    shapes = dict(tokens.SHAPES)
    yield "| kind | words |\n| --- | --- |"
    for kind in sorted({kind for rule in rules for kind in notation.kinds(rule.pattern)}):
        known = words.get(kind, [])
        more = ", …" if len(known) > _WORDS_SHOWN else ""
        shown = ", ".join(known[:_WORDS_SHOWN]) + more
        yield f"| `{kind}` | {shown or ('digits' if kind in shapes else 'a number that can be one')} |"
    yield ""


if __name__ == "__main__":
    PATH.write_text(reference(), encoding="utf-8")

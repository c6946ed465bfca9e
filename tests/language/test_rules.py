"""Every rule of every language, by the examples and counter-examples that stand beside it."""

import pytest

from timeline.language.grammar import REFUSED, Rule
from timeline.language.grammars import grammar, languages
from timeline.temporal.recognise import lower_same_length

# Rules that cannot fire on their example, by the fault that keeps them from it. Whoever mends one strikes it out.
RULES = [
    pytest.param(language, rule, id=f"{language}-{rule.name}")
    for language in languages()
    for rule in grammar(language).rules
]


def readings(language: str, rule: Rule, text: str) -> list[str]:
    """The terms that a rule makes of a text, where no other rule has the better reading."""
    found = grammar(language).find(text, lower_same_length(text), 0, len(text))
    return [repr(match.term) for match in found if match.rule is rule]


def refuses(rule: Rule) -> bool:
    """Is it a rule that keeps words from being read as time?"""
    return set(rule.examples.values()) == {repr(REFUSED)}


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_examples_say_what_the_rule_makes_of_them(language, rule):
    assert {words: " | ".join(readings(language, rule, words)) for words in rule.examples} == rule.examples


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_counter_examples_are_left_alone(language, rule):
    harmless = set() if refuses(rule) else {repr(REFUSED)}

    assert {
        text: readings(language, rule, text)
        for text in rule.not_in
        if not set(readings(language, rule, text)) <= harmless
    } == {}


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_has_an_example(language, rule):
    assert rule.examples


@pytest.mark.parametrize("language", languages())
def test_no_two_rules_share_a_name(language):
    names = [rule.name for rule in grammar(language).rules]

    assert len(names) == len(set(names))

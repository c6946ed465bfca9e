"""docs/rules.md is what the rules say."""

from timeline.language.grammars import grammar, languages

from .reference import PATH, reference


def test_the_reference_is_current():
    assert PATH.read_text(encoding="utf-8") == reference(), "run: python -m tests.language.reference"


def test_every_rule_is_in_it():
    headings = [line for line in reference().splitlines() if line.startswith("#### ")]

    assert headings == [f"#### {rule.name}" for language in languages() for rule in grammar(language).rules]

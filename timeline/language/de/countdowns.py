"""How German counts to a day, or from one."""

from ..countdowns import Countdowns

_FIRST = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"
_TENS = "zwanzigst dreißigst vierzigst fünfzigst sechzigst siebzigst achtzigst neunzigst hundertst"
_COUNTED = "einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_ENDINGS = ("e", "en", "er", "es", "em")

COUNTDOWNS = Countdowns(
    to_go=r"\s(?:vor dem|vor der|bis zum|bis zur)\b",
    anniversary=r"""
        (?:\b(?P<off>\d+|[a-zäöüß]+)\s(?:tage?|(?P<week>wochen?))\s(?:(?P<early>vor)|nach)\s(?:dem|ihrem|seinem)\s)?
        \b(?P<n>\d+\.|[a-zäöüß]+)\sjahrestage?s?\b
    """,
    word="jahrestag",
    numbers={
        **{word + end: n for n, word in enumerate(_FIRST.split(), 1) for end in _ENDINGS},
        **{word + end: 10 * n for n, word in enumerate(_TENS.split(), 2) for end in _ENDINGS},
        **{word: n for n, word in enumerate(_COUNTED.split(), 1)},
    },
)

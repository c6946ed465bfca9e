"""The same words of somebody, quoted by two reports: by nothing is a statement known more surely."""

import re
from collections.abc import Sequence

from ...frozen import packed

_PASSAGE = re.compile(r"[“„«\"]([^“”„«»\"]+)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_RUN = 4  # words in a row that two people do not say by chance
_SHORT, _LETTERS = 2, 10  # words and letters that a passage has at least, which counts as a whole


def quoted(text: str) -> tuple[str, ...]:
    """The passages in quotation marks, their words in small letters; one that is not closed goes to the text's end."""
    passages = (_WORD.findall(m[1].lower()) for m in _PASSAGE.finditer(text))
    return tuple(" ".join(words) for words in passages if len(words) >= _SHORT)


def telling(passages: Sequence[str]) -> frozenset[str]:
    """Runs of words by which passages are known again: four in a row, or a short passage as a whole."""
    out = set[str]()
    for words in (passage.split() for passage in passages):
        if len(words) >= _RUN or sum(map(len, words)) >= _LETTERS:
            out.update(_runs(words, min(_RUN, len(words))))
    return packed(out)


def within(passages: Sequence[str]) -> frozenset[str]:
    """All runs of words of passages in which another's telling ones can be found."""
    lengths = range(_SHORT, _RUN + 1)
    runs = (run for passage in passages for length in lengths for run in _runs(passage.split(), length))
    return packed({run for run in runs if len(run) > _LETTERS})


def _runs(words: Sequence[str], length: int) -> list[str]:
    return [" ".join(words[n : n + length]) for n in range(len(words) - length + 1)]

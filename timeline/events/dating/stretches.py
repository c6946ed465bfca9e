"""What is told from one day to another ("a siege from 3 May to 10 June") lies in the whole stretch between them."""

import re
from collections.abc import Iterable, Mapping

from ...algebra.interval import Interval
from ...frozen import replace
from ...model import Analysis, Timex3

_ON = re.compile(r"\b(?:on|in|am|im)\s$")
_NEAR = 4  # characters before a date


def whole(analysis: Analysis, timexes: Iterable[Timex3]) -> Mapping[int, Timex3]:
    """Values of a document by the number of their expression; that which begins a stretch has the whole of it."""
    values = {timex.expression: timex for timex in timexes}
    for n, expression in enumerate(analysis.expressions):
        if expression.pair is not None and expression.pair in values and n in values:
            begin, end = values[expression.pair], values[n]
            values[expression.pair] = _joined(begin, end, analysis.document.text) or begin
    return values


def _joined(begin: Timex3, end: Timex3, text: str) -> Timex3 | None:
    """One value for both ends; None where they tell no stretch of days."""
    first, last = begin.interval, end.interval
    if _ON.search(text, max(0, begin.start - _NEAR), begin.start):  # "extended it on Monday until 2024"
        return None
    if first is None or last is None or first.first >= last.first or begin.set_by or end.set_by:
        return None
    if begin.edtf is None or end.edtf is None or "/" in begin.edtf + end.edtf or "T" in begin.edtf + end.edtf:
        return None
    return replace(
        begin,
        end=end.end,
        text=text[begin.start : end.end],
        value=f"{begin.value}/{end.value}",
        edtf=f"{begin.edtf}/{end.edtf}",
        interval=Interval(first.first, last.past, "span"),
        doubt=begin.doubt or end.doubt,
        trace=(*begin.trace, *end.trace),
    )

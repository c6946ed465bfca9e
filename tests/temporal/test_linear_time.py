"""Four times the text takes about four times the work, whatever the text is made of.

No second is asserted: each text is grown until its work can be measured at all, and then once more by four, in one run.
"""

from time import process_time

import pytest

from timeline.model import Meta

from .sentence_files import annotated

MEASURABLE = 0.01  # seconds of work below which the ratio would be noise
LONGEST = 100_000  # characters; a text that is done with so fast is no danger
BOUND = 7  # for four times the text: linear gives 4, quadratic 16

TEXTS = {
    "digits": "7", "commas": ",", "full stops": ".", "dashes": "-", "long dashes": "—", "quotes": "“", "brackets": "(",
    "apostrophes": "'", "blanks": " ", "no-break blanks": "\u00a0", "lines": "\n", "paragraphs": "\n\n", "letters": "a",
    "words": "word ", "combining marks": "e\u0301", "emoji": "👩‍👩‍👧", "letters that grow": "İ", "NUL": "\0",
    "articles": "the the the ", "of the": "of the ", "May may": "May may ", "and": "and ", "last": "last ",
    "early": "early ", "more than": "more than ", "two hundred": "two hundred ", "until it will": "until it will ",
    "numbers": "10 10 ", "fractions": "1/2 ", "half a clock": "12:", "half a date": "2019-", "ordinals": "1st of ",
    "numeric dates": "03/04/16 ", "years": "1914 ", "years in sentences": "In 1914 it was. ", "clocks": "noon 14:05 ",
    "weekdays": "Monday, ", "weekdays in sentences": "On Monday he said so. ", "months": "March and ",
    "quarters": "Q1 ", "days of the month": "the 10th ", "named days": "9/11 ", "ages": "18 years old ",
    "lengths": "two weeks ", "later": "three days later ", "events": "the day before the vote ",
    "a history": "In 1914 it began. On 3 May it grew. The next day it fell. Two years later it was over. ",
    "news": "The board met on Monday. It will meet again on the 10th, three weeks before the vote of 7 June.\n\n",
}  # fmt: skip

NOT_YET = {
    "one line without a stop is searched from its beginning for each expression's cue": [
        "weekdays", "months", "quarters", "named days", "days of the month", "numeric dates",
    ],
    "each event is sought in the sentence of every other expression": ["events"],
}  # fmt: skip


def work(text: str) -> float:
    """Seconds of the processor for a text."""
    begun = process_time()
    annotated(text, Meta(published="2019-05-15"))
    return process_time() - begun


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_with_the_text(request, name):
    for reason, names in NOT_YET.items():
        if name in names:
            request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    text = TEXTS[name] * (1000 // len(TEXTS[name]))
    work(text)  # what is made on first use is not counted

    while work(text) < MEASURABLE and len(text) < LONGEST:
        text *= 2

    assert min(work(text * 4) for _ in range(2)) < BOUND * max(MEASURABLE / 2, *(work(text) for _ in range(3)))

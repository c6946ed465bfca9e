"""Four times the text takes about four times the work, whatever the text is made of.

No second is asserted: each text is grown until its work can be measured at all, and then once more by four, in one run.
"""

from time import process_time

import pytest

from timeline.model import Meta

from .hostile_texts import HOSTILE
from .sentence_files import annotated

MEASURABLE = 0.01  # seconds of work below which the ratio would be noise
LONGEST = 100_000  # characters; a text that is done with so fast is no danger
BOUND = 7  # for four times the text: linear gives 4, quadratic 16
TRIES = 4  # a machine that is busy may look square for once


def work(text: str) -> float:
    """Seconds of the processor for a text."""
    begun = process_time()
    annotated(text, Meta(published="2019-05-15"))
    return process_time() - begun


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text(name):
    text = HOSTILE[name] * (1000 // len(HOSTILE[name]))
    work(text)  # what is made on first use is not counted

    while work(text) < MEASURABLE and len(text) < LONGEST:
        text *= 2

    assert any(work(text * 4) < BOUND * max(MEASURABLE / 2, work(text)) for _ in range(TRIES))

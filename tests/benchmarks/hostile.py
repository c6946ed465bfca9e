"""Ten million characters of each hostile text, and fifty million in one line: python -m tests.benchmarks.hostile

The test of linear time does this with small texts at every run; here are the sizes that nobody waits for every day.
"""

import sys
from time import process_time

from timeline.model import Meta

from ..temporal.hostile_texts import HOSTILE
from ..temporal.sentence_files import annotated

SIZE = 10_000_000
LONG_LINE = 50_000_000


def tell(name: str, text: str) -> None:
    """Annotate a text and say how long it took."""
    begun = process_time()
    found = len(annotated(text, Meta(published="2019-05-15")))
    seconds = process_time() - begun
    sys.stdout.write(f"{name:24}{seconds:8.1f} s{len(text) / seconds:14,.0f} characters/s{found:10,} expressions\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and tell; names of hostile texts may be given, to try those alone."""
    for name in sys.argv[1:] or HOSTILE:
        tell(name, HOSTILE[name] * (SIZE // len(HOSTILE[name])))
    if not sys.argv[1:]:
        tell("one line", "word " * (LONG_LINE // 5))


if __name__ == "__main__":
    main()

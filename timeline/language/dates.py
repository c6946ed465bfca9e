"""A date that a person typed into front matter, an override or an option: EDTF, or words."""

import re
from datetime import date

from ..algebra.edtf import is_edtf

_BLANK_BEFORE_CLOCK = re.compile(r"(?<=\d)\s+(?=\d\d:\d\d)")


def as_edtf(written: str, language: str = "en", base: date | None = None) -> str | None:
    """The date in EDTF, no finer than it is written; None where it is none.

    "2023-12-10 21:30" counts as ISO. Words are read in `language`, from the day `base` where they need one.
    """
    plain = _BLANK_BEFORE_CLOCK.sub("T", written.strip())
    if is_edtf(plain):
        return plain
    from .isolated import isolated  # its library takes longer to load than most commands to run

    return isolated(written, language, base)

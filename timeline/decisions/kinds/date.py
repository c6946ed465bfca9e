"""`date`: the value of one time expression, and the expression itself where none was recognised."""

from ...algebra.edtf import interval_of
from ...language.dates import as_edtf
from ...user_yaml import BadValueError
from ..kind import Kind


def value(written: str, language: str) -> str:
    """EDTF from EDTF or words; underspecified forms (`XXXX-XX-10`) count. Raises `BadValueError`."""
    edtf = as_edtf(written, language)
    if edtf is None:
        hint = "write 2023-12-10, 2023-12, 2023-12-10~ (about), 2023-12-08/2023-12-10, or 10 December 2023"
        raise BadValueError(f"'{written}' is no date", hint)
    return edtf


def exact_value(written: str, language: str) -> str:
    """EDTF that names days of the calendar. Raises `BadValueError`."""
    edtf = value(written, language)
    if interval_of(edtf) is None:
        raise BadValueError(f"'{written}' names no day, month or year", "write 2023-12-10, 2023-12 or 2023")
    return edtf


KIND = Kind("date", ("article", "target", "value"), ("recognise", "anchor", "resolve"), value)

"""The forms in which articles arrive, one module each, found by themselves.

To add a form, put a module here with `SUFFIXES`, the endings of file names it takes (in small letters, with the dot),
and `intake(data: bytes, path: str) -> Arrival`, which raises `InputError` for what it cannot read.
"""

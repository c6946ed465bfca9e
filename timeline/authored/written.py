"""A text as it is written into YAML, so that any reader takes it for these very words."""

import re

_UNSAFE = re.compile(r'[^\x20\x21\x23-\x5b\x5d-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN = re.compile(r"[^\W\d_][\w ,.'’()“”–—-]*[\w.)’”]")


def scalar(text: str) -> str:
    """A text as it is written into YAML: plain where any reader takes it for these words, else in double quotes."""
    return text if len(text) > 5 and _PLAIN.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, as it can stand anywhere in YAML."""
    return '"' + _UNSAFE.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04x}", text) + '"'

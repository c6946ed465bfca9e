"""What becomes of a file that is added: what the article says of itself, or why there is none."""

import pytest

from timeline.diagnostics import InputError
from timeline.intake import reader
from timeline.model import Meta
from timeline.reading.article import read_article


def meta_of(content: str | bytes, name: str = "a.html") -> Meta:
    """The front matter of the article that a file becomes."""
    data = content if isinstance(content, bytes) else content.encode()
    return read_article(reader.read(data, name).article("2031-09-01").encode(), "a", "a.md").meta


def refusal(data: bytes, name: str) -> str:
    """The code of the one finding for which a file is refused, which names it and says what to do."""
    with pytest.raises(InputError) as refused:
        reader.read(data, name)
    (finding,) = refused.value.diagnostics
    assert finding.path == name
    assert finding.hint
    return finding.code

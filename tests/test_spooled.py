"""Files between being made and being laid: as a dictionary, whatever their size."""

import pytest

from timeline import spooled
from timeline.spooled import Spool


@pytest.fixture(params=["memory", "disk"], autouse=True)
def place(request, monkeypatch):
    monkeypatch.setattr(spooled, "_IN_MEMORY", 1 if request.param == "disk" else 1_000_000)


def test_each_file_is_read_as_it_was_put():
    files = {"a.html": b"one", "b/c.html": b"", "ü.json": "zwölf\r\n".encode()}

    assert dict(Spool(files.items())) == files


def test_of_two_at_one_path_the_later_counts():
    assert dict(Spool([("a", b"old, and longer"), ("b", b"two"), ("a", b"new")])) == {"a": b"new", "b": b"two"}


def test_what_holds_more_leaves_what_it_was_made_of_as_it_is():
    first = Spool([("a", b"one")])
    second = first.holding([("b", b"two")])
    third = first.holding([("a", b"another"), ("c", b"three")])

    assert dict(first) == {"a": b"one"}
    assert dict(second) == {"a": b"one", "b": b"two"}
    assert dict(third) == {"a": b"another", "c": b"three"}


def test_what_is_read_while_more_is_put_is_the_same():
    files = Spool((str(n), b"x" * n) for n in range(50))
    more = files.holding((f"copy of {path}", content) for path, content in files.items())

    assert {path: len(content) for path, content in more.items()} == {
        **{str(n): n for n in range(50)},
        **{f"copy of {n}": n for n in range(50)},
    }

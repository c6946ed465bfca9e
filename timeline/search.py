"""The index of the search page, made by Pagefind where it is installed (extra `search`)."""

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from . import urls

_MARK = b"data-pagefind-body"
_LONGEST = 3_600  # seconds for an index, before something must be wrong
_PROGRAM = (".js", ".css", ".pagefind")  # endings of what searches, which is the same for all indexes

#: A file of a site: where it stands, and its content.
File = tuple[str, bytes]


def available() -> bool:
    """Is Pagefind there?"""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


#: The pages that were indexed last, as a hash, and their index: while somebody works on a site, most builds change
#: nothing that is searched.
_LAST: dict[bytes, list[File]] = {}


def index(pages: Mapping[str, bytes], number: int = 1) -> list[File]:
    """The files of the index of all HTML pages among these, as (path, content), in order.

    Only what a page marks with `data-pagefind-body` is found. number: of indexes that the pages are spread over
    (`ladder.indexes`). Raises OSError where Pagefind does not do its work.
    """
    found = [path for path in pages if path.endswith(".html")]
    marked = [path for path in found if _MARK in pages[path]] or found
    known = _hash(marked, pages, number)
    if known not in _LAST:
        _LAST.clear()
        _LAST[known] = list(_indexes(marked, pages, number))
    return _LAST[known]


def _hash(paths: Iterable[str], pages: Mapping[str, bytes], number: int) -> bytes:
    known = hashlib.blake2b(str(number).encode())
    for path in paths:
        content = pages[path]
        known.update(f"{path}\0{len(content)}\0".encode() + content)
    return known.digest()


def _indexes(paths: Sequence[str], pages: Mapping[str, bytes], number: int) -> Iterator[File]:
    """The indexes of pages: each has some of every kind, so that they weigh words alike."""
    for n in range(number):
        for path, content in _index(paths[n::number], pages):
            if n == 0 or not path.endswith(_PROGRAM):
                yield urls.index(n + 1) + path, content


def _index(paths: Iterable[str], pages: Mapping[str, bytes]) -> list[File]:
    """The index of some pages, its files by their paths within it."""
    with TemporaryDirectory(prefix="timeline-") as folder:
        site, made = Path(folder, "site"), Path(folder, "index")
        for path in paths:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(pages[path])
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(made)]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=_LONGEST)
        if ran.returncode:
            raise OSError(f"Pagefind could not index the site: {ran.stderr.strip() or ran.stdout.strip()}")
        files = sorted(p for p in made.rglob("*") if p.is_file() and not _is_interface(p.name))
        return [(p.relative_to(made).as_posix(), p.read_bytes()) for p in files]


def _is_interface(name: str) -> bool:
    """Is it of Pagefind's own user interfaces? The search page has its own."""
    return name.startswith(("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight"))

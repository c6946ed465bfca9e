"""The index of the search page, made by Pagefind where it is installed (extra `search`)."""

import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
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


def index(pages: Iterable[File], number: int = 1) -> list[File]:
    """The files of the index of all HTML pages among these, as (path, content), in order.

    Only what a page marks with `data-pagefind-body` is found. number: of indexes that the pages are spread over
    (`ladder.indexes`). Raises OSError where Pagefind does not do its work.
    """
    found = [(path, content) for path, content in pages if path.endswith(".html")]
    marked = [(path, content) for path, content in found if _MARK in content]
    return list(_indexes(tuple(marked or found), number))


@lru_cache(maxsize=1)  # while somebody works on a site, most builds change nothing that is searched
def _indexes(pages: tuple[File, ...], number: int) -> tuple[File, ...]:
    """The indexes of pages: each has some of every kind, so that they weigh words alike."""
    first, *further = (_index(pages[n::number]) for n in range(number))
    more = ((n, file) for n, files in enumerate(further, 2) for file in files if not file[0].endswith(_PROGRAM))
    placed = (*((urls.index(1), file) for file in first), *((urls.index(n), file) for n, file in more))
    return tuple((folder + path, content) for folder, (path, content) in placed)


def _index(pages: tuple[File, ...]) -> list[File]:
    """The index of some pages, its files by their paths within it."""
    with TemporaryDirectory(prefix="timeline-") as folder:
        site, made = Path(folder, "site"), Path(folder, "index")
        for parent in {(site / path).parent for path, _ in pages}:
            parent.mkdir(parents=True, exist_ok=True)
        for path, content in pages:
            (site / path).write_bytes(content)
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(made)]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=_LONGEST)
        if ran.returncode:
            raise OSError(f"Pagefind could not index the site: {ran.stderr.strip() or ran.stdout.strip()}")
        files = sorted(p for p in made.rglob("*") if p.is_file() and not _is_interface(p.name))
        return [(p.relative_to(made).as_posix(), p.read_bytes()) for p in files]


def _is_interface(name: str) -> bool:
    """Is it of Pagefind's own user interfaces? The search page has its own."""
    return name.startswith(("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight"))

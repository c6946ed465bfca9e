"""The index of the search page, made by Pagefind where it is installed (extra `search`)."""

import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = "pagefind"
_MARK = b"data-pagefind-body"
_LONGEST = 3_600  # seconds for an index, before something must be wrong


def available() -> bool:
    """Is Pagefind there?"""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def index(pages: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The files of the index of all HTML pages among these, as (path, content), in order.

    Only what a page marks with `data-pagefind-body` is found. Raises OSError where Pagefind does not do its work.
    """
    found = [(path, content) for path, content in pages if path.endswith(".html")]
    marked = [(path, content) for path, content in found if _MARK in content]
    return list(_index(tuple(marked or found)))


@lru_cache(maxsize=1)  # while somebody works on a site, most builds change nothing that is searched
def _index(pages: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, bytes], ...]:
    """The index of pages."""
    with TemporaryDirectory(prefix="timeline-") as folder:
        root = Path(folder)
        for path, content in pages:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-subdir", FOLDER]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=_LONGEST)
        if ran.returncode:
            raise OSError(f"Pagefind could not index the site: {ran.stderr.strip() or ran.stdout.strip()}")
        made = sorted(p for p in (root / FOLDER).rglob("*") if p.is_file() and not _is_interface(p.name))
        return tuple((p.relative_to(root).as_posix(), p.read_bytes()) for p in made)


def _is_interface(name: str) -> bool:
    """Is it of Pagefind's own user interfaces? The search page has its own."""
    return name.startswith(("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight"))

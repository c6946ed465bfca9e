"""Files that are made and not yet laid, by their paths: on disk, where those of a large site would take much memory."""

from collections.abc import Iterable, Iterator, Mapping
from tempfile import SpooledTemporaryFile
from weakref import finalize

#: Bytes up to which they stay in memory: a site of some hundred articles needs no file.
_IN_MEMORY = 64 << 20


class Spool(Mapping[str, bytes]):
    """Contents by path, each read when it is asked for; of two at one path the later counts.

    Raises OSError where the disk does not play along.
    """

    def __init__(self, files: Iterable[tuple[str, bytes]] = ()) -> None:
        """Put these files away."""
        self._shelf = _Shelf()
        self._places = self._put(files)

    def __getitem__(self, path: str) -> bytes:
        """Read a file's content."""
        start, length = self._places[path]
        self._shelf.file.seek(start)
        return self._shelf.file.read(length)

    def __iter__(self) -> Iterator[str]:
        """The paths, in the order in which they came."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many files they are."""
        return len(self._places)

    def holding(self, files: Iterable[tuple[str, bytes]]) -> "Spool":
        """These files and more; this one stays as it is."""
        more = object.__new__(Spool)
        more._shelf = self._shelf
        more._places = {**self._places, **self._put(files)}
        return more

    def _put(self, files: Iterable[tuple[str, bytes]]) -> dict[str, tuple[int, int]]:
        """Write at the end, and tell where each begins and how long it is."""
        places: dict[str, tuple[int, int]] = {}
        for path, content in files:
            places[path] = self._shelf.file.seek(0, 2), len(content)
            self._shelf.file.write(content)
        return places


class _Shelf:
    """The file that spools share; it goes with the last of them."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(_IN_MEMORY, prefix="timeline-")  # noqa: SIM115
        finalize(self, self.file.close)

"""The output folder: written beside the old one and swapped in one step, never over somebody else's files."""

import ctypes
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .as_json import as_json
from .diagnostics import InputError, error
from .frozen import Frozen

MANIFEST = ".timeline-manifest.json"
_PAUSE = 0.05  # seconds between two attempts at a lock
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2
_HERE = -100  # AT_FDCWD: paths as they are


class Written(Frozen):
    """What a swap has done: how many files there are now, and how many of them are new or changed."""

    files: int
    changed: int


def write(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make the folder hold these files, by path with `/`, and whatever it held that is not ours.

    Nothing happens to the folder before all is written. Raises InputError where it is somebody else's, or one of its
    foreign files stands where one of ours belongs; OSError where the disk does not play along.
    """
    target = folder.resolve()
    _recover(target)
    ours = owned(folder)
    foreign = _foreign(target, ours)
    places = _places(files) if foreign else set()
    if taken := sorted(name for name in foreign & places if not _is_folder(target / name)):
        what, hint = "stands where a page goes, and no build has made it", "move it away, or give it another name"
        raise InputError(error(str(folder / name), 0, 0, "not-ours", what, hint) for name in taken)
    names, manifest = {*files, MANIFEST}, _list(files)
    there = target.is_dir()

    def content(name: str) -> bytes:  # one at a time: together they may be more than memory holds
        return manifest if name == MANIFEST else files[name]

    changed = {name for name in names if not (there and _same(target / name, content(name)))}
    if not changed and not ours - names:
        return Written(len(names), 0)
    new = _beside(target, "building")
    new.mkdir(parents=True)
    try:
        for name in sorted(foreign):
            _link(target / name, _place(new, name))
        for parent in {name.rpartition("/")[0] for name in names}:
            (new / parent).mkdir(parents=True, exist_ok=True)
        for name in sorted(names):
            if name in changed:
                (new / name).write_bytes(content(name))
            else:
                _link(target / name, new / name)
        _swap(new, target)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return Written(len(names), len(changed))


@contextmanager
def locked(file: Path, patience: float = 0, holder: str = "another build is running here") -> Iterator[None]:
    """Hold a lock, waiting for it as long as patience goes (seconds). Raises InputError where somebody else holds it.

    holder: what is said of who holds it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as handle:
        until = time.monotonic() + patience
        while True:
            try:
                _lock(handle.fileno())
                break
            except OSError as problem:
                if time.monotonic() >= until:
                    hint = "wait until it has finished"
                    raise InputError([error(str(file), 0, 0, "locked", holder, hint)]) from problem
                time.sleep(_PAUSE)
        yield


def _lock(descriptor: int) -> None:
    """Take an exclusive lock or raise OSError; it ends with the process."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# ---------------------------------------------------------------- what is whose
def owned(folder: Path) -> frozenset[str]:
    """The files in it that an earlier build has written. Raises InputError where it is there and none has."""
    target = folder.resolve()
    if not target.exists():
        return frozenset()
    if not target.is_dir():
        raise InputError([error(str(folder), 0, 0, "not-ours", "is a file", "move it away: the site is built there")])
    try:
        listed = json.loads((target / MANIFEST).read_bytes())["files"]
        return frozenset({*map(str, listed), MANIFEST})
    except FileNotFoundError:
        if not any(target.iterdir()):
            return frozenset()
        what = f"holds files and no {MANIFEST}: no build has made it, so none replaces it"
        raise InputError([error(str(folder), 0, 0, "not-ours", what, "move it away, or empty it")]) from None
    except (ValueError, KeyError, TypeError) as problem:
        hint = "restore it, or move the folder away"
        raise InputError([error(str(folder / MANIFEST), 0, 0, "not-ours", "is damaged", hint)]) from problem


def _foreign(target: Path, ours: frozenset[str]) -> frozenset[str]:
    """Everything else in the folder: somebody's repository, domain name, documents. An empty folder counts, too."""
    found = set[str]()
    for folder, folders, names in os.walk(target):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        path = f"{here.relative_to(target).as_posix()}/".removeprefix("./")
        found.update(path + name for name in (*names, *links))
        if path and not names and not folders:
            found.add(path.removesuffix("/"))
    return frozenset(found) - ours


def _places(files: Iterable[str]) -> set[str]:
    """Files and the folders they stand in."""
    return {part.as_posix() for name in files for part in (PurePosixPath(name), *PurePosixPath(name).parents)}


def _list(files: Mapping[str, bytes]) -> bytes:
    """The manifest: every file with its hash."""
    hashes = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return as_json({"version": 1, "files": hashes})


def _is_folder(path: Path) -> bool:
    """A folder itself, not a link to one."""
    return path.is_dir() and not path.is_symlink()


def _same(file: Path, content: bytes) -> bool:
    """Does the file hold just this?"""
    try:
        return file.stat().st_size == len(content) and not file.is_symlink() and file.read_bytes() == content
    except OSError:
        return False


# ---------------------------------------------------------------- moving
def _beside(target: Path, what: str) -> Path:
    """A name next to the folder, on the same disk, that is ours while we hold the lock."""
    return target.with_name(f".{target.name}.{what}")


def _place(folder: Path, name: str) -> Path:
    """Where a file goes, its folder made."""
    path = folder.joinpath(*PurePosixPath(name).parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _link(old: Path, new: Path) -> None:
    """The same file in a second place: a hard link, or a copy where the disk has none. An empty folder is made anew."""
    if _is_folder(old):
        new.mkdir(parents=True, exist_ok=True)
        return
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _swap(new: Path, target: Path) -> None:
    """Put the new folder in the old one's place: in one step where the system can, else in two with a way back."""
    old = _beside(target, "previous")
    if not target.exists():
        new.rename(target)
        return
    if _exchange(new, target):
        new.rename(old)
    else:
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step; False where this system or disk cannot."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(a), _HERE, os.fsencode(b), _EXCHANGE) == 0)


def _recover(target: Path) -> None:
    """Clear away what a build that was killed has left; bring the old folder back if it was just being moved."""
    old, new = _beside(target, "previous"), _beside(target, "building")
    if old.is_dir() and not target.exists():
        old.rename(target)
    for leftover in (old, new):
        if leftover.is_dir():
            shutil.rmtree(leftover)

"""Files that people write: read whole and decoded, with a clear word where that fails; written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..diagnostics import InputError, error

MAX_BYTES = 20_000_000

_CONFLICT = "<<<<<<< "  # how git begins what two branches have written in one place
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read(file: Path, shown: str) -> str:
    """The text of a file; `shown` is how a person is told of it. Raises `InputError`."""
    return decode(read_bytes(file, shown), shown)


def read_as_it_stands(file: Path, shown: str) -> str:
    """The text of a file with its byte order mark and its line ends, to be written back. Raises `InputError`."""
    data = read_bytes(file, shown)
    decode(data, shown)
    return data.decode("utf-8")


def read_if_there(file: Path, shown: str) -> str | None:
    """The same of a file that may be missing; None where it is."""
    return read_as_it_stands(file, shown) if file.exists() else None


def read_bytes(file: Path, shown: str) -> bytes:
    """The content of a regular file of a sane size. Raises `InputError`."""
    try:
        if not file.exists():
            raise InputError([error(shown, 0, 0, "no-file", "there is no such file", "look at the spelling")])
        if not file.is_file():
            raise InputError([error(shown, 0, 0, "no-file", "this is no file", "name a text file")])
        if file.stat().st_size > MAX_BYTES:
            message = f"larger than {MAX_BYTES // 1_000_000} MB"
            raise InputError([error(shown, 0, 0, "too-large", message, "split it, or name the right file")])
        return file.read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        hint = "see that you may read it"
        raise InputError([error(shown, 0, 0, "unreadable", f"cannot be read: {reason}", hint)]) from None


def decode(data: bytes, shown: str) -> str:
    """UTF-8 with or without a byte order mark, as text with one kind of line end. Raises `InputError`."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            raise InputError([error(shown, 1, 1, "encoding", f"this is {name}", "save it as UTF-8")])
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        hint = "name a text file, saved as UTF-8"
        raise InputError([error(shown, line, 0, "binary", "a zero byte: this is no text", hint)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        start = data.rfind(b"\n", 0, problem.start) + 1
        column = len(data[start : problem.start].decode("utf-8", "replace")) + 1
        message = f"byte 0x{data[problem.start]:02X} is not UTF-8"
        raise InputError([error(shown, line, column, "encoding", message, "save the file as UTF-8")]) from None
    return plain(text)


def refuse_conflict(text: str, shown: str, first_line: int = 1) -> None:
    """Refuse a text in which git has left both sides of a conflict. Raises `InputError`.

    `first_line` is the line of the file where the text begins.
    """
    at = 0 if text.startswith(_CONFLICT) else text.find(f"\n{_CONFLICT}") + 1
    if at or text.startswith(_CONFLICT):
        line = first_line + text.count("\n", 0, at)
        hint = "keep what is right of both sides, and take the lines <<<<<<<, ======= and >>>>>>> out"
        raise InputError([error(shown, line, 1, "conflict", "two branches differ here, and nobody has chosen", hint)])


def plain(text: str) -> str:
    """A text without a byte order mark, with one kind of line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def write_new(file: Path, text: str, shown: str) -> None:
    """Write a file that is not there yet, whole or not at all. `shown` is how a person is told of it.

    Raises `InputError` where it is there already or cannot be written.
    """
    _write(file, text, shown, _give_name)


def write(file: Path, text: str, shown: str) -> None:
    """Write a file whole or not at all, in place of what it held, with the rights that it had.

    Where it is a link, what it leads to is written. Raises `InputError` where it cannot be written.
    """
    _write(file, text, shown, Path.replace)


def _write(file: Path, text: str, shown: str, give_name: Callable[[Path, Path], object]) -> None:
    try:
        file = file.resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        rights = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            temporary.chmod(rights)
            give_name(temporary, file)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as problem:
        message = f"cannot be written: {problem.strerror or problem}"
        hint = "see that you may write there and that there is room"
        raise InputError([error(shown, 0, 0, "unwritable", message, hint)]) from None


def _give_name(temporary: Path, file: Path) -> None:
    """Give a finished file its name. Raises `FileExistsError` where that is taken."""
    try:
        os.link(temporary, file)  # fails where the name is taken, unlike a rename
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if file.exists():
            raise FileExistsError("there is such a file already") from None
        temporary.replace(file)

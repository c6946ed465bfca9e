"""Entries written into files of overrides for people, and taken out again; everything else stays as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from . import files, project
from .decisions.attach import attach
from .decisions.load import Override, load
from .decisions.writing import appended
from .diagnostics import InputError, error
from .reading.article import read_article


@dataclass(frozen=True, slots=True)
class Edit:
    """What was added to a file. path: as shown to people; added: the very characters; created: there was no file."""

    path: str
    added: str
    created: bool = False


def add(root: Path, article: str, new: str) -> Edit:
    """Append entries to the overrides of an article, once all is found to be right.

    Raises InputError where the file, an entry, or the place of its words is not right: nothing is written then.
    """
    path = f"{project.OVERRIDES_FOLDER}/{article}.yaml"
    file = root / path
    created = not file.exists()
    before = "" if created else files.read(file, path)
    text = appended(before, new)
    config = project.config(root)
    known = [a.id for a in project.article_files(root)]
    told = len(load({path: before}, known, config.language)) if before.strip() else 0
    _require_places(root, load({path: text}, known, config.language)[told:])
    files.write(file, text, path)
    return Edit(path, text[len(before):], created)


def take_out(root: Path, edit: Edit) -> None:
    """Take out what `add` has written, and nothing else; a file that it made is gone, too.

    Raises InputError where those lines do not stand in the file exactly once any more.
    """
    file = root / edit.path
    text = files.read(file, edit.path) if _is_of_overrides(root, file) and file.exists() else ""
    if edit.added and text.endswith(edit.added):
        left = text.removesuffix(edit.added)
    elif edit.added.strip() and text.count(edit.added.strip("\n")) == 1:
        left = text.replace(edit.added.lstrip("\n"), "", 1)
    else:
        message = "the entry to be undone has been changed or taken out by hand"
        raise InputError([error(edit.path, 0, 0, "not-there", message, "take it out of the file yourself")])
    if edit.created and not left.strip():
        file.unlink(missing_ok=True)
    else:
        files.write(file, left, edit.path)


def _is_of_overrides(root: Path, file: Path) -> bool:
    """Does it stand where `add` writes?"""
    return file.resolve().is_relative_to((root / project.OVERRIDES_FOLDER).resolve())


def _require_places(root: Path, overrides: Iterable[Override]) -> None:
    """Refuse words that do not stand in one place of their articles."""
    overrides = list(overrides)
    names = {name for o in overrides for name in (o.article, *(article for article, _ in o.citations)) if name}
    articles = [article for article in project.article_files(root) if article.id in names]
    documents = [read_article(files.read_bytes(a.file, a.path), a.id, a.path) for a in articles]
    _, findings = attach(overrides, documents)
    paths = {document.id: document.path for document in documents}
    if findings:
        shown = paths.get(next((o.article for o in overrides if o.article), ""), "")
        raise InputError(replace(f, path=shown, line=0, column=0, severity="error") for f in findings)

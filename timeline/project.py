"""A project folder: where things lie in it, and its settings.

A project is a folder with `content/articles/`; everything else in it is optional. Files are named to people by their
path within the project, with slashes on every system.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from .authored import files
from .authored.forms import Form, language_tag, one_of, web_address
from .authored.nodes import read_mapping
from .config import KEYS, Config
from .diagnostics import Diagnostic, InputError, error, warning
from .frozen import Frozen

CONTENT = "content"
ARTICLES = "content/articles"
SETTINGS = "timeline.yaml"
OVERRIDES = "content/overrides.yaml"
OVERRIDES_FOLDER = "content/overrides"
EVENTS = "content/events"
RECORD = "content/ids"
STATIC = "static"
TEMPLATES = "templates"
IMAGES = "content/images"
RECORDED_ARTICLES = "content/ids/articles"
ACCEPTED = "content/ids/accepted"

_TEXTS = (".htm", ".html", ".json", ".markdown", ".md", ".text", ".txt", ".yaml")
_WORDS = {setting.name: setting.words for setting in KEYS}


class ArticleFile(Frozen):
    """An article of the project. id: path below `content/articles/` without the suffix; path: as shown to a person."""

    id: str
    path: str
    file: Path


def find_root(start: Path) -> Path:
    """The project that a folder is in: the nearest one upwards with `content/articles/`. Raises `InputError`."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / ARTICLES).is_dir():
            return folder
    hint = "make one with `timeline init DIR` and go there, or name one with --project DIR"
    raise InputError([error(str(here), 0, 0, "no-project", f"this is no project: there is no {ARTICLES}/ here", hint)])


def config(root: Path) -> Config:
    """The project's settings, the defaults where it has no `timeline.yaml`. Raises `InputError`."""
    file = root / SETTINGS
    return load_config(files.read(file, SETTINGS), SETTINGS) if file.exists() else Config()


def load_config(text: str, path: str) -> Config:
    """Settings from YAML, checked. Raises `InputError` with everything that is wrong."""
    findings: list[Diagnostic] = []
    form = Form(read_mapping(text, path), _WORDS, findings)
    default = Config()
    settings = Config(
        title=form.text("title") or default.title,
        description=form.text("description") or default.description,
        base_url=form.checked("base_url", _base_url),
        repository=form.checked("repository", web_address),
        licence=form.text("licence"),
        authors=form.texts("authors"),
        language=form.checked("language", language_tag) or default.language,
        locale=form.text("locale"),
        palette=form.checked("palette", one_of(*_WORDS["palette"])) or default.palette,
        publish_text=form.checked("publish_text", one_of(*_WORDS["publish_text"])) or default.publish_text,
        publish=form.checked("publish", one_of(*_WORDS["publish"])) or default.publish,
    )
    if findings:
        raise InputError(findings)
    return settings


def article_files(root: Path) -> tuple[ArticleFile, ...]:
    """All articles, in the order of their ids. Hidden files, and links that lead out of the project, are left alone.

    Raises `InputError` where two files would have one id.
    """
    folder = root / ARTICLES
    found: dict[str, ArticleFile] = {}
    clashes = []
    for file in sorted(_below(folder, ".md")):
        name = file.relative_to(folder).with_suffix("").as_posix()
        shown = file.relative_to(root).as_posix()
        twin = found.setdefault(name.casefold(), ArticleFile(name, shown, file))
        if twin.file != file:
            message = f"differs from {twin.path} only in capitals"
            clashes.append(error(shown, 0, 0, "same-id", message, "rename one: both would have one address"))
    if clashes:
        raise InputError(clashes)
    return tuple(sorted(found.values(), key=lambda article: article.id))


def override_files(root: Path) -> dict[str, str]:
    """Path and text of every file of overrides, in order. Raises `InputError` with every one that cannot be read."""
    single = root / OVERRIDES
    several = sorted(_below(root / OVERRIDES_FOLDER, ".yaml"))
    unread = [*_below(root / OVERRIDES_FOLDER, ".yml"), *[p for p in [single.with_suffix(".yml")] if p.exists()]]
    if unread:  # what somebody has decided there would be passed over in silence
        shown = (file.relative_to(root).as_posix() for file in sorted(unread))
        raise InputError(error(p, 0, 0, "not-read", "is named .yml", "give it the ending .yaml") for p in shown)
    return _read_all(root, [*([single] if single.exists() else []), *several])


def event_files(root: Path) -> dict[str, str]:
    """Path and text of every entry that is written by hand. Raises `InputError` with every one that cannot be read."""
    return _read_all(root, sorted(_below(root / EVENTS, ".md")))


def record_files(root: Path, folder: str = RECORD) -> dict[str, str]:
    """Path and text of every file of the record of events, or of the events as they were accepted (`ACCEPTED`).

    Raises `InputError` with every one that cannot be read.
    """
    return _read_all(root, sorted(path for path in _below(root / folder, ".yaml") if path.parent == root / folder))


def unread_files(root: Path) -> tuple[Diagnostic, ...]:
    """What somebody has put where articles, corrections and entries lie, and no build reads: warnings.

    Hidden files are left alone, and what nobody takes for a text, such as the picture or PDF that an article is from.
    """
    found = []
    for folder, suffix in ((ARTICLES, ".md"), (OVERRIDES_FOLDER, ".yaml"), (EVENTS, ".md")):
        read = set(_below(root / folder, suffix))
        for where, folders, names in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for file in (Path(where, name) for name in sorted(names) if not name.startswith(".")):
                if file not in read and file.suffix.lower() in _TEXTS:
                    found.append(_unread(file, file.relative_to(root).as_posix(), folder, suffix))
    return tuple(found)


def _unread(file: Path, shown: str, folder: str, suffix: str) -> Diagnostic:
    """Why a file is not read, and what to do."""
    if file.suffix.lower() != suffix:
        bring = f"bring it in with: timeline add {quote(shown)}; and " if folder == ARTICLES else ""
        message = f"is not read: only files that end in {suffix} are"
        return warning(shown, 0, 0, "not-read", message, f"{bring}move it elsewhere")
    if file.is_symlink():
        message = "is not read: it is a link to nothing, or to what lies outside this folder"
        return warning(shown, 0, 0, "not-read", message, "put the file itself there")
    return warning(shown, 0, 0, "not-read", "is not read: it is no regular file", "put a text file there")


def require_folders(root: Path) -> None:
    """Refuse a file where a folder of the project belongs: what is meant to be in it would be passed over in silence.

    Raises `InputError`.
    """
    taken = [f for f in (OVERRIDES_FOLDER, EVENTS, RECORD, IMAGES, STATIC, TEMPLATES) if (root / f).is_file()]
    if taken:
        hint = "move it away, or make a folder of that name and put it there"
        raise InputError(error(f, 0, 0, "no-folder", "is a file where a folder belongs", hint) for f in taken)


def recorded_articles(root: Path) -> tuple[str, ...]:
    """Ids under which articles have been public: the files of their record are named by them."""
    folder = root / RECORDED_ARTICLES
    return tuple(sorted(path.relative_to(folder).as_posix().removesuffix(".yaml") for path in _below(folder, ".yaml")))


def static_files(root: Path) -> dict[str, bytes]:
    """What is copied to the site as it is: path below `static/` and content. Hidden files are left alone."""
    folder = root / STATIC
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in _below(folder)}


def image_names(root: Path) -> tuple[str, ...]:
    """The pictures that there are, by their paths below `content/images/`."""
    folder = root / IMAGES
    return tuple(file.relative_to(folder).as_posix() for file in _below(folder))


def image(root: Path, name: str) -> bytes:
    """A picture of an event by its path below `content/images/`. Raises `InputError` where there is none inside it."""
    folder = (root / IMAGES).resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        hint = "put the picture there, or correct its name in the overrides"
        raise InputError([error(f"{IMAGES}/{name}", 0, 0, "no-image", "there is no such picture", hint)])
    return file.read_bytes()


def _read_all(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    texts: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for file in paths:
        shown = file.relative_to(root).as_posix()
        try:
            texts[shown] = files.read(file, shown)
        except InputError as refused:
            findings.extend(refused.diagnostics)
    if findings:
        raise InputError(findings)
    return texts


def _below(folder: Path, suffix: str | None = None) -> Iterator[Path]:
    """Regular files below a folder, of one suffix where it is told; links only to what is below it too."""
    inside = folder.resolve()
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if name.startswith(".") or suffix not in (None, file.suffix.lower()) or not file.is_file():
                continue
            if not file.is_symlink() or file.resolve().is_relative_to(inside):
                yield file


def _base_url(written: str) -> str:
    address = web_address(written)
    return address if address.endswith("/") else f"{address}/"

"""The files of a project, read: its articles, what people have decided of them, and what was published before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from . import project
from .analysing import PLAIN, Progress, Stages
from .authored import files
from .authored.forms import nearest
from .config import Config
from .decisions import by_hand, ledger
from .decisions.attach import attach, front_matter
from .decisions.load import Override, load
from .diagnostics import Diagnostic, InputError, error
from .frozen import Frozen, replace
from .model import Decisions, Document, Published
from .project import ArticleFile
from .reading.front_matter import former_names, split, with_overrides


class Gathered(Frozen):
    """The files of a project, read: articles, what people have decided of them, and the record."""

    documents: tuple[Document, ...]
    overrides: tuple[Override, ...]
    record: tuple[Published, ...]
    accepted: tuple[Published, ...]
    data: dict[str, bytes]

    def source(self, article: str) -> str:
        """The text of an article's file."""
        path = next(document.path for document in self.documents if document.id == article)
        return files.decode(self.data[article], path)


def gathered(root: Path, config: Config, progress: Progress, stages: Stages) -> Gathered:
    """The files of a project. Raises InputError with every mistake at once."""
    documents: list[Document] = []
    mistakes: list[Diagnostic] = []
    overrides: tuple[Override, ...] = ()
    record: tuple[Published, ...] = ()
    accepted: tuple[Published, ...] = ()
    articles = project.article_files(root)
    data: dict[str, bytes] = {}
    for article in articles:
        with _noting(mistakes):
            data[article.id] = files.read_bytes(article.file, article.path)
    own = {a.id: (a.path, head) for a in articles if (head := _with_overrides(data.get(a.id, b""), a.path))}
    names, former = _names(root, articles, data)
    with _noting(mistakes):
        overrides = load(project.override_files(root), names, config.language, own, former)
    mistakes += without_picture(overrides, project.image_names(root))
    with _noting(mistakes):
        called = {**former, **{name: name for name in names}}
        overrides += by_hand.load(_parted(project.event_files(root)), called, config.language)
    with _noting(mistakes):
        record = ledger.load(project.record_files(root))
    with _noting(mistakes):
        accepted = ledger.load(project.record_files(root, project.ACCEPTED))
    decided = front_matter(overrides)
    for done, article in enumerate((a for a in articles if a.id in data), 1):
        progress("Reading", done, len(articles))
        with _noting(mistakes):
            documents.append(stages.read(data[article.id], article.id, article.path, decided.get(article.id)))
    if mistakes:
        raise InputError(mistakes)
    return Gathered(tuple(documents), overrides, record, accepted, data)


def attached(root: Path, read: Gathered) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """What people have decided, in its places, and warnings."""
    decisions, warnings = attach(read.overrides, read.documents, read.source)
    return replace(
        decisions, record=ledger.located(read.record, read.documents), articles=project.recorded_articles(root),
        accepted=ledger.located(read.accepted, read.documents),
    ), warnings  # fmt: skip


def documents_of(root: Path) -> tuple[tuple[Override, ...], dict[str, Document], dict[str, str]]:
    """What people have decided; the articles by id; the texts of their files by id. Raises InputError."""
    read = gathered(root, project.config(root), lambda what, done, total: None, PLAIN)
    return read.overrides, {d.id: d for d in read.documents}, {d.id: read.source(d.id) for d in read.documents}


def without_picture(overrides: Iterable[Override], pictures: Collection[str]) -> Iterator[Diagnostic]:
    """Overrides that show a picture which is not there."""
    for override in (o for o in overrides if o.kind == "image"):
        name, place = dict(override.more).get("file", ""), override.place
        if name and name not in pictures:
            message = f"there is no picture '{name}' in {project.IMAGES}/"
            meant = nearest(name, pictures)
            hint = f"write '{meant}'" if meant else "put it there, or correct its name"
            yield error(place.path, place.line, place.column, "no-image", message, hint)


def article_names(root: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    """The names that a decision may use of an article: ids there are and have been; what they were called before.

    Raises InputError where an article cannot be read.
    """
    articles = project.article_files(root)
    return _names(root, articles, {article.id: files.read_bytes(article.file, article.path) for article in articles})


def _names(
    root: Path, articles: Sequence[ArticleFile], data: Mapping[str, bytes]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The same. data: what stands in the files by id; the front matter of those that cannot be read is passed over."""
    former: dict[str, str] = {}
    for article in articles:
        with suppress(InputError):
            if b"aliases" in data.get(article.id, b""):
                text = files.decode(data[article.id], article.path)
                former |= dict.fromkeys(former_names(text, article.path), article.id)
    return (*(a.id for a in articles), *(a for a in project.recorded_articles(root) if a not in former)), former


@contextmanager
def _noting(mistakes: list[Diagnostic]) -> Iterator[None]:
    """Keep what is refused and go on, so that every mistake is told at once."""
    try:
        yield
    except InputError as refused:
        mistakes += refused.diagnostics


def _parted(texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Front matter and what stands below it, by the path of the file. Raises InputError with every mistake."""
    mistakes: list[Diagnostic] = []
    parts: dict[str, tuple[str, str]] = {}
    for path, text in texts.items():
        with _noting(mistakes):
            head, body, _ = split(text, path)
            parts[path] = (head, body)
    if mistakes:
        raise InputError(mistakes)
    return parts


def _with_overrides(data: bytes, path: str) -> str | None:
    """The front matter of an article that holds overrides of its own; what cannot be read is told by its reader."""
    try:
        return with_overrides(files.decode(data, path), path) if b"overrides" in data else None
    except InputError:
        return None

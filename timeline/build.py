"""From a project's folder to its site: all reading, running in several processes, and writing of a build."""

import gc
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

from . import output, pipeline, project, search, urls
from .authored import files
from .authored.forms import nearest
from .checking import contradictions, is_unbounded
from .config import Config
from .decisions import by_hand, ledger, schema
from .decisions.attach import attach, front_matter
from .decisions.load import Override, load
from .decisions.orphans import about_events, without_effect
from .diagnostics import Diagnostic, InputError, error
from .export import discover
from .frozen import Frozen, replace
from .model import Analysis, Decisions, Document, Published, Timeline
from .project import ArticleFile
from .publishing import publishable
from .reading.article import read_article
from .reading.front_matter import former_names, split, with_overrides
from .render.site import render

SITE = "site"
CHUNK = 64  # documents that are sent to another process at once
_PATIENCE = 20.0  # seconds that one who writes decisions waits for another
WORTH_A_PROCESS = 32  # documents; below, starting one costs more than it saves

#: Told what is being done, how much of it is done, and how much there is (0: not known).
Progress = Callable[[str, int, int], None]


class Stages(Frozen):
    """The stages that know no dates; who builds again and again gives some that remember.

    known: what is remembered of a document, None for nothing; keep: remembers it, and gives it back.
    """

    read: Callable[[bytes, str, str, Mapping[str, str] | None], Document] = read_article
    known: Callable[[Document, Decisions], Analysis | None] = lambda document, decisions: None
    keep: Callable[[Document, Decisions, Analysis], Analysis] = lambda document, decisions, analysis: analysis
    link: Callable[[Sequence[Analysis], Decisions], pipeline.Linked] = pipeline.linked


PLAIN = Stages()


class Result(Frozen):
    """What a project says on a day. warnings: findings that did not stop the work."""

    root: Path
    config: Config
    timeline: Timeline
    decisions: Decisions
    warnings: tuple[Diagnostic, ...]


class Report(Frozen):
    """What a build has made. warnings: findings that did not stop it. left_out: exports that need a `base_url`.

    unbounded: how many articles tell neither when they were published nor when they were retrieved.
    """

    site: Path
    articles: int
    events: int
    written: output.Written
    warnings: tuple[Diagnostic, ...]
    left_out: tuple[str, ...] = ()
    unbounded: int = 0


def build(
    folder: Path, today: date, jobs: int | None = None, strict: bool = False, base_url: str | None = None,
    progress: Progress = lambda what, done, total: None, stages: Stages = PLAIN,
    shown: Callable[[], None] | None = None,
) -> Report:
    """Build the site of the project around `folder`. jobs: processes to work in; None for as many as pay.

    shown: called as soon as the pages stand, the search still with the index that was there; that is then made anew.

    Raises InputError for input that cannot be worked with, and where `strict` for warnings, too: the site then stays as
    it was. Raises OSError where it cannot be written.
    """
    root = project.find_root(folder)
    with locked(root):
        output.owned(root / SITE)  # refused at once, not after all the work
        result = analyse(root, today, jobs, strict, base_url, progress, stages)
        progress("Writing", 0, 0)
        made = _made(result.timeline, result.config, root)
        if shown:
            output.write(root / SITE, _whole(made, _old_index(root), root))
            shown()
        written = output.write(root / SITE, _whole(made, _index(made), root))
        _keep_schemas(root)
    left_out = tuple(discover.left_out(result.config))
    articles, events = len(result.timeline.articles), len(result.timeline.events)
    unbounded = sum(map(is_unbounded, result.timeline.articles))
    return Report(root / SITE, articles, events, written, result.warnings, left_out, unbounded)


def _keep_schemas(root: Path) -> None:
    """Lay the schemas of what people write beside the lock, where their editors find them."""
    for name, made in (("overrides", schema.overrides), ("settings", schema.settings)):
        file, text = root / f".timeline/{name}.schema.json", json.dumps(made(), ensure_ascii=False, indent=1) + "\n"
        if not file.is_file() or file.read_bytes() != text.encode():
            files.write(file, text, f".timeline/{name}.schema.json")


def locked(root: Path) -> AbstractContextManager[None]:
    """Hold the lock of a project. Raises InputError where somebody else is building or publishing there."""
    return output.locked(root / ".timeline" / "lock")


def writing(root: Path) -> AbstractContextManager[None]:
    """Hold the right to write decisions in a project. Raises InputError where somebody else does not let go of it."""
    return output.locked(root / ".timeline" / "writing", _PATIENCE, "another command is writing decisions here")


def analyse(
    root: Path, today: date, jobs: int | None = None, strict: bool = False, base_url: str | None = None,
    progress: Progress = lambda what, done, total: None, stages: Stages = PLAIN, reopened: Collection[str] = (),
) -> Result:
    """Read a project and find its timeline; nothing is written. Raises InputError as `build` does.

    reopened: ids of accepted entries that are told as they would be, had nobody accepted them.
    """
    project.require_folders(root)
    config = project.config(root)
    config = replace(config, base_url=base_url) if base_url else config
    with _unswept():
        read = _read(root, config, progress, stages)
        decisions, warnings = _attached(root, read)
    warnings = (*project.unread_files(root), *warnings)
    decisions = replace(decisions, reopened=frozenset(reopened))
    if strict and warnings:
        raise InputError(warnings)
    analyse_all = partial(_analyse_all, jobs=jobs, progress=progress, stages=stages)
    with _unswept():
        timeline = pipeline.run(read.documents, decisions, config, today, analyse_all, stages.link)
    findings = (
        *about_events(decisions, timeline.named), *without_effect(timeline.idle), *contradictions(timeline.articles),
    )  # fmt: skip
    if findings and (strict or any(finding.severity == "error" for finding in findings)):
        raise InputError(findings)
    return Result(root, config, timeline, decisions, (*warnings, *findings))


def site_files(timeline: Timeline, config: Config, root: Path) -> dict[str, bytes]:
    """Every file of the site by its path: pages and data of what may be published, index, pictures, `static/`.

    Raises InputError where a file of `static/` stands where the site has one of its own.
    """
    made = _made(timeline, config, root)
    return _whole(made, _index(made), root)


def _made(timeline: Timeline, config: Config, root: Path) -> dict[str, bytes]:
    """What is made of a timeline: pages and data of what may be published, and pictures."""
    public = publishable(timeline, config)
    written = project.OVERRIDES if (root / project.OVERRIDES).exists() else project.CONTENT
    templates = root / project.TEMPLATES
    made = dict(render(public, config, templates, search.available(), discover.downloads(config), written))
    made.update(discover.files(public, config))
    pictures = sorted({image.file for event in public.events for image in event.images})
    made.update((urls.image(name), project.image(root, name)) for name in pictures)
    return made


def _index(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index of the search, where there can be one."""
    return dict(search.index(made.items())) if search.available() else {}


def _old_index(root: Path) -> dict[str, bytes]:
    """The index of the site as it stands, where there can be one."""
    names = output.owned(root / SITE) - project.static_files(root).keys() if search.available() else ()
    files = {name: root / SITE / name for name in names if name.startswith(f"{search.FOLDER}/")}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def _whole(made: Mapping[str, bytes], index: Mapping[str, bytes], root: Path) -> dict[str, bytes]:
    """The whole site. Raises InputError as `site_files` does."""
    made, static = {**made, **index}, project.static_files(root)
    if taken := sorted(made.keys() & static.keys()):
        what, hint = "stands where the site has a file of its own", "give it another name"
        raise InputError(error(f"{project.STATIC}/{name}", 0, 0, "taken", what, hint) for name in taken)
    return made | static


class _Read(Frozen):
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


def documents_of(root: Path) -> tuple[tuple[Override, ...], dict[str, Document], dict[str, str]]:
    """What people have decided; the articles by id; the texts of their files by id. Raises InputError."""
    read = _read(root, project.config(root), lambda what, done, total: None, PLAIN)
    return read.overrides, {d.id: d for d in read.documents}, {d.id: read.source(d.id) for d in read.documents}


def _attached(root: Path, read: _Read) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """What people have decided, in its places, and warnings."""
    decisions, warnings = attach(read.overrides, read.documents, read.source)
    return replace(
        decisions, record=ledger.located(read.record, read.documents), articles=project.recorded_articles(root),
        accepted=ledger.located(read.accepted, read.documents),
    ), warnings  # fmt: skip


def _read(root: Path, config: Config, progress: Progress, stages: Stages) -> _Read:
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
    names, former = article_names(root, articles, data)
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
    return _Read(tuple(documents), overrides, record, accepted, data)


def without_picture(overrides: Iterable[Override], pictures: Collection[str]) -> Iterator[Diagnostic]:
    """Overrides that show a picture which is not there."""
    for override in (o for o in overrides if o.kind == "image"):
        name, place = dict(override.more).get("file", ""), override.place
        if name and name not in pictures:
            message = f"there is no picture '{name}' in {project.IMAGES}/"
            meant = nearest(name, pictures)
            hint = f"write '{meant}'" if meant else "put it there, or correct its name"
            yield error(place.path, place.line, place.column, "no-image", message, hint)


def article_names(
    root: Path, articles: Iterable[ArticleFile], data: Mapping[str, bytes]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The names that a decision may use of an article: ids there are and have been; what they were called before.

    data: the content of the articles' files by id. The front matter of those that cannot be read is passed over.
    """
    articles = tuple(articles)
    former: dict[str, str] = {}
    for article in articles:
        with suppress(InputError):
            if b"aliases" in data.get(article.id, b""):
                text = files.decode(data[article.id], article.path)
                former |= dict.fromkeys(former_names(text, article.path), article.id)
    return (*(a.id for a in articles), *(a for a in project.recorded_articles(root) if a not in former)), former


@contextmanager
def _unswept() -> Iterator[None]:
    """Nothing that reading and analysing make goes in circles: Python need not look for such garbage through millions
    of objects, neither while they are made nor while pages are made of them. What stood before is looked through again.
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


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


def _jobs(wanted: int | None, documents: int) -> int:
    """How many processes to work in."""
    return wanted or max(1, min(os.cpu_count() or 1, documents // WORTH_A_PROCESS))


def _analyse_all(
    documents: Iterable[Document], decisions: Decisions, jobs: int | None, progress: Progress, stages: Stages
) -> Iterator[Analysis]:
    """The first stages for every document, in order, here or in other processes. They have no use for the record."""
    documents, decisions = list(documents), Decisions(decisions.all)
    known = [stages.known(d, decisions) for d in documents]
    unknown = [d for d, analysis in zip(documents, known, strict=True) if analysis is None]
    new = _analyses(unknown, decisions, _jobs(jobs, len(unknown)))
    for done, (document, analysis) in enumerate(zip(documents, known, strict=True), 1):
        progress("Analysing", done, len(documents))
        yield analysis or stages.keep(document, decisions, next(new))


def _analyses(documents: Sequence[Document], decisions: Decisions, jobs: int) -> Iterator[Analysis]:
    """As `_analyse_all`, without telling and of what is not known."""
    if jobs == 1 or len(documents) < 2:
        yield from (pipeline.analyse(d, decisions) for d in documents)
        return
    size = max(1, min(CHUNK, -(-len(documents) // jobs)))
    chunks = [documents[i:i + size] for i in range(0, len(documents), size)]
    try:
        with ProcessPoolExecutor(min(jobs, len(chunks))) as pool:
            for analyses in pool.map(partial(_analyse_chunk, decisions=decisions), chunks):
                yield from analyses
    except BrokenProcessPool as problem:
        what = "a process that was analysing articles was ended from outside (is the memory full?)"
        raise InputError([error("", 0, 0, "process-ended", what, "build again with --jobs 1")]) from problem



def _analyse_chunk(documents: Sequence[Document], decisions: Decisions) -> list[Analysis]:
    """What a worker does."""
    return [pipeline.analyse(d, decisions) for d in documents]

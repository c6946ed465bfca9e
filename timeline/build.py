"""From a project's folder to its site: what is read, told, made and written, in this order."""

import gc
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from . import ladder, output, pipeline, project, search, urls
from .analysing import PLAIN, Progress, Stages, analyse_all
from .authored import files
from .checking import contradictions, is_unbounded
from .config import Config
from .decisions import schema
from .decisions.orphans import about_events, without_effect
from .diagnostics import Diagnostic, InputError, error
from .export import discover
from .frozen import Frozen, replace
from .gathering import attached, gathered
from .model import Decisions, Timeline
from .publishing import publishable
from .render.site import render
from .spooled import Spool

SITE = "site"
_PATIENCE = 20.0  # seconds that one who writes decisions, or previews, waits for another


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
    Who asks for that looks at the pages while they work, and another build is waited for.

    Raises InputError for input that cannot be worked with, and where `strict` for warnings, too: the site then stays as
    it was. Raises OSError where it cannot be written.
    """
    root = project.find_root(folder)
    with locked(root, _PATIENCE if shown else 0):
        output.owned(root / SITE)  # refused at once, not after all the work
        result = analyse(root, today, jobs, strict, base_url, progress, stages)
        progress("Writing", 0, 0)
        public = publishable(result.timeline, result.config)
        with _unswept():
            made = _made(public, result.config, root)
        if shown:
            output.write(root / SITE, _whole(made, _old_index(root), root))
            shown()
        written = output.write(root / SITE, _whole(made, _index(made, public), root))
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


def locked(root: Path, patience: float = 0) -> AbstractContextManager[None]:
    """Hold the lock of a project. Raises InputError where somebody else is building or publishing there.

    patience: seconds to wait for them.
    """
    return output.locked(root / ".timeline" / "lock", patience)


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
        read = gathered(root, config, progress, stages)
        decisions, warnings = attached(root, read)
    warnings = (*project.unread_files(root), *warnings)
    decisions = replace(decisions, reopened=frozenset(reopened))
    if strict and warnings:
        raise InputError(warnings)
    in_processes = partial(analyse_all, jobs=jobs, progress=progress, stages=stages)
    with _unswept():
        timeline = pipeline.run(read.documents, decisions, config, today, in_processes, stages.link)
    findings = (
        *about_events(decisions, timeline.named), *without_effect(timeline.idle), *contradictions(timeline.articles),
    )  # fmt: skip
    if findings and (strict or any(finding.severity == "error" for finding in findings)):
        raise InputError(findings)
    return Result(root, config, timeline, decisions, (*warnings, *findings))


def site_files(timeline: Timeline, config: Config, root: Path) -> Mapping[str, bytes]:
    """Every file of the site by its path: pages and data of what may be published, index, pictures, `static/`.

    Raises InputError where a file of `static/` stands where the site has one of its own.
    """
    public = publishable(timeline, config)
    made = _made(public, config, root)
    return _whole(made, _index(made, public), root)


def _made(public: Timeline, config: Config, root: Path) -> Spool:
    """What is made of what may be published of a timeline: pages, data and pictures."""
    written = project.OVERRIDES if (root / project.OVERRIDES).exists() else project.CONTENT
    templates = root / project.TEMPLATES
    pages = render(public, config, templates, search.available(), discover.downloads(config), written)
    pictures = sorted({image.file for event in public.events for image in event.images})
    beside = ((urls.image(name), project.image(root, name)) for name in pictures)
    return Spool(pages).holding(discover.files(public, config)).holding(beside)


def _index(made: Mapping[str, bytes], public: Timeline) -> dict[str, bytes]:
    """The index of the search, where there can be one."""
    number = ladder.indexes(len(public.articles), len(public.events))
    return dict(search.index(made, number)) if search.available() else {}


def _old_index(root: Path) -> dict[str, bytes]:
    """The index of the site as it stands, where there can be one."""
    names = output.owned(root / SITE) - project.static_files(root).keys() if search.available() else ()
    files = {name: root / SITE / name for name in names if name.startswith(urls.INDEXES)}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def _whole(made: Spool, index: Mapping[str, bytes], root: Path) -> Spool:
    """The whole site. Raises InputError as `site_files` does."""
    whole, static = made.holding(index.items()), project.static_files(root)
    if taken := sorted(whole.keys() & static.keys()):
        what, hint = "stands where the site has a file of its own", "give it another name"
        raise InputError(error(f"{project.STATIC}/{name}", 0, 0, "taken", what, hint) for name in taken)
    return whole.holding(static.items())


@contextmanager
def _unswept() -> Iterator[None]:
    """Nothing that reading, analysing and rendering make goes in circles: Python need not look for such garbage through
    millions of objects. What stood before is looked through again.
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

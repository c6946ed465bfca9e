"""The first stages for every document, which know no dates: here, or in several processes at once."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from . import pipeline
from .diagnostics import InputError, error
from .frozen import Frozen
from .model import Analysis, Decisions, Document
from .reading.article import read_article

CHUNK = 64  # documents that are sent to another process at once
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


def _jobs(wanted: int | None, documents: int) -> int:
    """How many processes to work in."""
    return wanted or max(1, min(os.cpu_count() or 1, documents // WORTH_A_PROCESS))


def analyse_all(
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
    """As `analyse_all`, without telling and of what is not known."""
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

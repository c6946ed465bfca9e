"""A sitting: the project as it is, the queue, what was decided. Each decision is written and built at once."""

import os
import threading
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from .. import project, reattaching
from ..authored import files
from ..build import Result, analyse
from ..deciding import Added, accept, add, take_out
from ..decisions.load import Target
from ..decisions.quotes import occurrences
from ..diagnostics import InputError
from ..frozen import Frozen, replace
from ..model import Article
from ..preview import WATCHED
from ..reattaching import Lost
from ..remembering import Memory
from . import actions, history, queue
from .beside import Beside, theme
from .history import Step
from .items import Answer, Item
from .queue import Told


class GoneError(Exception):
    """What an answer was given to is not there any more; the message says what has become of it."""


class State(Frozen):
    """The project as last read. number: of the reading; error: what is wrong on disk since then, "" for nothing."""

    result: Result
    project: Told
    items: tuple[Item, ...]
    beside: Beside
    lost: tuple[Lost, ...] = ()
    number: int = 1
    error: str = ""


class Decided(Frozen):
    """What an answer has led to. event: an entry to look at; written: the lines, by path."""

    words: str
    event: str | None = None
    written: tuple[Added, ...] = ()

    def lines(self) -> Iterator[str]:
        """The lines that were added to files of overrides."""
        for added in self.written:
            if added.path.startswith(project.OVERRIDES_FOLDER):
                yield added.after.removeprefix(added.before or "").strip()


class Session:
    """One person at one project. Methods may be called from several threads; one works at a time."""

    def __init__(self, root: Path, today: date, by: str | None = None) -> None:
        """Read the project. by: who is reviewing. Raises InputError where it cannot be read."""
        self.root, self.today, self.by = root, today, by
        self._lock = threading.RLock()
        self._memory, self.theme = Memory(), theme(root, project.config(root))
        self._seen = _fingerprint(root)
        self._later: dict[str, None] = {}
        self._shown: dict[str, Item] = {}
        self.history = history.load(root)
        self.decided = 0
        self.state = self._read(1)

    # ---------------------------------------------------------------- looking
    def left(self) -> tuple[Item, ...]:
        """What is still to be settled; what was put off comes last."""
        aside = self.history.aside
        items = [i for i in self.state.items if aside.get(i.id) != i.fingerprint]
        return (*(i for i in items if i.id not in self._later), *(i for i in items if i.id in self._later))

    def show(self, item: str | None) -> Item | None:
        """An item by its id, or the next one; None where there is none."""
        with self._lock:
            found = self._find(item) if item else next(iter(self.left()), None)
            if found is not None:
                self._shown[found.id] = found
            return found

    def words(self, item: str, typed: str) -> Item:
        """What do these words of an item's article mean? Raises BadValueError where they have not one place there."""
        with self._lock:
            one = self.state.project.articles[self._current(item).article or ""]
            found = queue.words(one, actions.place_of(one, typed))
            self._shown[found.id] = found
            return found

    # ---------------------------------------------------------------- deciding
    def decide(self, item: str, answer: Answer) -> Decided:
        """Write down what a person has answered, and build.

        Raises BadValueError for a value that does not do, GoneError where the item is not there any more, InputError
        where files are not right: nothing is written then.
        """
        with self._lock:
            self.refresh()
            if self.state.error:
                raise GoneError(f"nothing is written while this is wrong:\n{self.state.error}")
            current = self._current(item)
            answer = replace(answer, by=answer.by or self.by, on=answer.on or self.today.isoformat())
            deeds = actions.decide(current, answer, self.state.project, self.state.result.config.language)
            edits = self._write(deeds, answer)
            words = actions.in_words(current, answer)
            self._remember(Step(current.id, words, edits, aside=not edits), None if edits else current.fingerprint)
            self.decided += 1
            self._later.pop(current.id, None)
            self._rebuild()
            if answer.action == "accept-again" and any(_same(current, i) for i in self.state.items):
                words += "; it still differs, so keep what was published, or correct what is told now"
            return Decided(words, next(iter(current.events), None), edits)

    def later(self, item: str) -> None:
        """Put an item off to the end of this sitting."""
        with self._lock:
            self._later.pop(item, None)
            self._later[item] = None

    def undo(self) -> Step | None:
        """Take the last decision back; None where there is none. Raises InputError where its lines have been edited."""
        with self._lock:
            if not self.history.steps:
                return None
            step = self.history.steps[-1]
            take_out(self.root, step.edits)
            self.history = self.history.shrunk()
            history.save(self.root, self.history)
            self.decided = max(0, self.decided - 1)
            self._rebuild()
            return step

    # ---------------------------------------------------------------- the files
    def refresh(self) -> bool:
        """Read again where something on disk has changed; was that so?"""
        with self._lock:
            if _fingerprint(self.root) == self._seen:
                return False
            self._rebuild()
            return True

    def _rebuild(self) -> None:
        self._seen = _fingerprint(self.root)
        try:
            if (self.root / project.TEMPLATES).is_dir():
                self.theme = theme(self.root, project.config(self.root))
            self.state = self._read(self.state.number + 1)
        except InputError as wrong:
            self.state = replace(self.state, error=str(wrong), number=self.state.number + 1)

    def _read(self, number: int) -> State:
        before = _fingerprint(self.root)
        result = analyse(self.root, self.today, jobs=1, stages=self._memory.stages())
        self._read_at = before
        told = queue.told(result.timeline, result.decisions)
        without_place = any(w.code == "orphan" for w in result.warnings)
        homeless = reattaching.lost(self.root, self.today) if without_place else ()
        items = queue.queue(told, result.warnings, self.today, homeless)
        return State(result, told, items, Beside(result, self.theme), homeless, number)

    def _write(self, deeds: Sequence[actions.Deed], answer: Answer) -> tuple[Added, ...]:
        """Write all of them or none."""
        written: list[Added] = []
        try:
            for deed in deeds:
                written += self._written(deed, answer)
        except InputError:
            take_out(self.root, written)
            raise
        return tuple(written)

    def _written(self, deed: actions.Deed, answer: Answer) -> tuple[Added, ...]:
        if isinstance(deed, actions.Entry):
            return (add(self.root, deed.article, deed.text),)
        if isinstance(deed, actions.Reattachment):
            return self._reattached(deed)
        by, reason = answer.by or None, answer.reason or None
        return accept(self.root, deed.events, self.today, by, reason, self._analyse)

    def _reattached(self, deed: actions.Reattachment) -> tuple[Added, ...]:
        """An entry's quotation stands in its record, and in the note of how it was accepted."""
        one = next(one for one in self.state.lost if queue.lost_id(one) == deed.item)
        name = Path(one.place.path).name
        paths = dict.fromkeys((one.place.path, f"{project.RECORD}/{name}", f"{project.ACCEPTED}/{name}"))
        before = {path: files.read_if_there(self.root / path, path) for path in paths}
        reattaching.reattach(self.root, one, one.choices[deed.number - 1])
        after = {path: files.read_if_there(self.root / path, path) for path in paths}
        return tuple(Added(p, (), before[p], text) for p, text in after.items() if text and text != before[p])

    def _analyse(self, reopened: Collection[str] = ()) -> Result:
        """The project as it is; what was read last where nothing has changed since and no entry is to be reopened."""
        if not reopened and _fingerprint(self.root) == self._read_at:
            return self.state.result
        return analyse(self.root, self.today, jobs=1, stages=self._memory.stages(), reopened=reopened)

    def _remember(self, step: Step, aside: str | None) -> None:
        self.history = self.history.grown(step, aside)
        history.save(self.root, self.history)

    # ---------------------------------------------------------------- finding an item again
    def _current(self, item: str) -> Item:
        """The item of an id as it is now; where its article was edited, the one of the same words."""
        now, shown = self._find(item), self._shown.get(item)
        if now is None and shown is not None:
            now = self._attached(shown)
        if now is None:
            raise GoneError(
                f"“{shown.exact}” does not stand in one place of the article any more: it was edited meanwhile"
                if shown and shown.exact else "that is settled already, or its article was changed meanwhile"
            )  # fmt: skip
        return now

    def _attached(self, shown: Item) -> Item | None:
        """The item about the same words in an article that was edited: where they stand once, or once so surrounded."""
        one = self.state.project.articles.get(shown.article or "")
        if one is None or shown.kind not in ("date", "words"):
            return None
        near = Target(shown.exact, " ".join(shown.before.split()[-2:]))
        places = occurrences(one.document.text, near)
        places = places if len(places) == 1 else occurrences(one.document.text, Target(shown.exact))
        if shown.kind == "words":
            return queue.words(one, places[0]) if len(places) == 1 else None
        timexes = [x for x in one.timexes if len(places) == 1 and (x.start, x.end) == places[0]]
        return queue.expression(self.state.project, one, timexes[0]) if timexes else None

    def _find(self, item: str) -> Item | None:
        of_queue = next((i for i in self.state.items if i.id == item), None)
        if item.startswith("words-"):
            return self._attached(self._shown[item]) if item in self._shown else None
        return of_queue or next((i for i in self._openable(item.partition("-")[0]) if i.id == item), None)

    def _openable(self, kind: str) -> Iterator[Item]:
        """Items that a person may go to without the program's having a question."""
        project = self.state.project
        for one in project.timeline.articles:
            match kind:
                case "article":
                    yield queue.article(project, one)
                case "date":
                    yield from (queue.expression(project, one, x) for x in one.timexes)
                case "publication":
                    yield queue.publication(project, one, _published(one))
        if kind == "entry":
            yield from (queue.entry(project, e) for e in project.timeline.events if e.citations)


def _published(one: Article) -> str:
    return "; ".join(one.time.evidence) or "nothing tells when this was published"


def _same(one: Item, other: Item) -> bool:
    """Does an item ask what another did?"""
    return (one.id, one.fingerprint) == (other.id, other.fingerprint)


def _fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    """What the files of a project look like from outside."""
    found = []
    for name in WATCHED:
        top = root / name
        if top.is_file():
            found.append(_look(top))
        for where, folders, names in os.walk(top):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            found += [_look(Path(where, n)) for n in sorted(names) if not n.startswith(".")]
    return tuple(found)


def _look(file: Path) -> tuple[str, int, int]:
    try:
        seen = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), seen.st_mtime_ns, seen.st_size

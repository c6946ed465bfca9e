"""The desk where arrivals are taken in: each is compared with what is there, asked about, and written or left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import files, project
from ..diagnostics import InputError
from ..model import Document
from ..reading.article import read_article
from ..reading.front_matter import split
from . import changes, dialogue
from .arrival import Arrival
from .duplicates import Match, Shelf, known_as
from .naming import slug
from .sources import Found
from .weighing import believable, with_stamps

ADDED, UNCHANGED, CHANGED, LEFT_OUT, FAILED = "added", "unchanged", "changed", "left out", "failed"

#: Keys that tell of the bytes which were read, and go with a new text.
_OF_THE_BYTES = re.compile(r"(?:retrieved|sha256)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a source. path: its article; reason: what is special about it; refused: why it failed.

    difference, losses: of a changed article, what its new text says otherwise and what would lose its words. kept: the
    old text still stands. unsure: a day of publication is likely, and nobody has said that it is right.
    """

    source: str
    what: str
    path: str = ""
    reason: str = ""
    refused: InputError | None = None
    difference: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    kept: bool = False
    unsure: bool = False
    article: Arrival | None = None


@dataclass(slots=True)
class Desk:
    """Takes arrivals into a project.

    day, moment: when it is, for what comes from this machine, and from the web. ask, say: the person, None where
    nobody is asked. on_change: what becomes of changed articles where nobody is asked. No file is ever written over,
    but for the text of an article that somebody wants replaced.
    """

    root: Path
    day: str
    moment: str
    language: str = "en"
    on_change: str = dialogue.KEEP
    ask: dialogue.Ask | None = None
    say: dialogue.Say = print
    stopped: bool = False
    _shelf: Shelf = field(default_factory=Shelf)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Look at what is there. An article that cannot be read is `build`'s to complain about."""
        for article in project.article_files(self.root):
            self._taken.add(article.id.casefold())
            try:
                self._shelf.put(read_article(files.read_bytes(article.file, article.path), article.id, article.path))
            except InputError:
                continue

    def take(self, found: Found) -> Outcome:
        """Take one arrival in."""
        arrival = found.arrival
        if arrival is None or found.refused is not None:
            return Outcome(found.source, FAILED, refused=found.refused)
        try:
            return self._take(found.source, arrival, found.sha256, self.moment if found.fetched else self.day)
        except InputError as refused:
            return Outcome(found.source, FAILED, refused=refused)

    def _take(self, source: str, arrival: Arrival, sha256: str, when: str) -> Outcome:
        arrival = believable(arrival, when)
        document = self._read(arrival, when, sha256)
        match = self._shelf.find(document, sha256)
        if match is None:
            asked = with_stamps(arrival, document) if self.ask else arrival
            return self._add(source, asked, sha256, when)
        known = match.known
        if not match.changed:
            return Outcome(source, UNCHANGED, known.path)
        if not known.sentences:
            self._replace(match, arrival, sha256, when)
            return Outcome(source, ADDED, known.path, reason="the text of a source that was only described")
        return self._changed(source, match, document, arrival, sha256, when)

    def _add(self, source: str, arrival: Arrival, sha256: str, when: str) -> Outcome:
        wanted = arrival
        if self.ask is not None:
            self.say(f"{source}")
            answer = dialogue.settle(arrival, self.ask, self.say, self.language)
            self.ask = None if answer.all or answer.stop else self.ask
            self.stopped = answer.stop
            if answer.arrival is None:
                return Outcome(source, LEFT_OUT)
            wanted = answer.arrival
        path = self._write(wanted, sha256, when)
        told = wanted.fact("published") or "published" in wanted.keys
        return Outcome(source, ADDED, path, unsure=bool(wanted.clues) and not told, article=wanted)

    def _changed(
        self, source: str, match: Match, document: Document, arrival: Arrival, sha256: str, when: str
    ) -> Outcome:
        old = match.known
        new = replace(document, id=old.document.id, path=old.path)
        outcome = Outcome(
            source, CHANGED, old.path, difference=changes.difference(old.sentences, known_as(new).sentences),
            losses=changes.losses(self.root, old.document, new), kept=True,
        )  # fmt: skip
        wanted = self.on_change
        if self.ask is not None:
            for line in report(outcome):
                self.say(line)
            wanted = dialogue.changed(self.ask, self.say)
        if wanted == dialogue.BESIDE:
            return self._add(source, arrival, sha256, when)
        if wanted == dialogue.REPLACE:
            self._replace(match, arrival, sha256, when)
        return replace(outcome, kept=wanted == dialogue.KEEP)

    # ------------------------------------------------------------ files
    def _write(self, arrival: Arrival, sha256: str, when: str) -> str:
        """Write an article under the first free name; the path, as shown to a person."""
        name = stem = slug(arrival.title)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        path = f"{project.ARTICLES}/{name}.md"
        text = arrival.article(when, sha256)
        files.write_new(self.root / path, text, path)
        self._taken.add(name.casefold())
        self._shelf.put(read_article(text.encode(), name, path))
        return path

    def _replace(self, match: Match, arrival: Arrival, sha256: str, when: str) -> None:
        """Put the new text in place of the old one. What stands above it stays, but for what tells of the bytes."""
        document = match.known.document
        file = self.root / document.path
        head, _, _ = split(files.read(file, document.path), document.path)
        kept = "".join(line for line in head.splitlines(keepends=True) if not _OF_THE_BYTES.match(line))
        keys = frozenset(key for key in document.meta.places if not _OF_THE_BYTES.match(f"{key}:"))
        text = replace(arrival, brought=kept, keys=keys).article(when, sha256)
        read = read_article(text.encode(), document.id, document.path)  # nothing is written that cannot be read
        files.write(file, text, document.path)
        self._shelf.put(read)

    def _read(self, arrival: Arrival, when: str, sha256: str) -> Document:
        path = f"{project.ARTICLES}/{slug(arrival.title)}.md"
        return read_article(arrival.article(when, sha256).encode(), slug(arrival.title), path)


def report(outcome: Outcome) -> Iterator[str]:
    """A changed article for a person: what differs, and what would be lost."""
    yield f"changed    {outcome.path} differs from {outcome.source}"
    yield from (f"    {line}" for line in outcome.difference)
    yield from (f"    its new text would lose {loss}" for loss in outcome.losses)

"""The desk where arrivals are taken in: each is compared with what is there, asked about, and written or left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .. import project
from ..authored import files
from ..diagnostics import InputError
from ..frozen import Frozen, replace
from ..model import Document
from ..reading.article import read_article
from ..reading.front_matter import split
from . import changes, dialogue
from .arrival import Arrival
from .duplicates import Known, Shelf, known_as
from .naming import slug
from .sources import Found
from .weighing import believable, with_stamps

ADDED, UNCHANGED, CHANGED, LEFT_OUT, FAILED = "added", "unchanged", "changed", "left out", "failed"

#: Keys that tell of the bytes which were read, and go with a new text.
_OF_THE_BYTES = re.compile(r"(?:retrieved|sha256)[ \t]*:")


class Outcome(Frozen):
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
        if found.arrival is None or found.refused is not None:
            return Outcome(found.source, FAILED, refused=found.refused)
        when = self.moment if found.fetched else self.day
        try:
            return self._take(_Received(found.source, believable(found.arrival, when), found.sha256, when))
        except InputError as refused:
            return Outcome(found.source, FAILED, refused=refused)

    def _take(self, received: "_Received") -> Outcome:
        document = received.document()
        match = self._shelf.find(document, received.sha256)
        if match is None:
            return self._add(received)
        known = match.known
        if not match.changed:
            return Outcome(received.source, UNCHANGED, known.path)
        if not known.sentences:
            self._replace(known.document, received)
            return Outcome(received.source, ADDED, known.path, reason="the text of a source that was only described")
        return self._changed(known, received)

    def _add(self, received: "_Received") -> Outcome:
        wanted = received.arrival
        if self.ask is not None:
            self.say(received.source)
            answer = dialogue.settle(with_stamps(wanted, received.document()), self.ask, self.say, self.language)
            self.ask = None if answer.all or answer.stop else self.ask
            self.stopped = answer.stop
            if answer.arrival is None:
                return Outcome(received.source, LEFT_OUT)
            wanted = answer.arrival
        path = self._write(replace(received, arrival=wanted))
        told = wanted.fact("published") or "published" in wanted.keys
        return Outcome(received.source, ADDED, path, unsure=bool(wanted.clues) and not told, article=wanted)

    def _changed(self, old: Known, received: "_Received") -> Outcome:
        new = replace(received.document(), id=old.document.id, path=old.path)
        outcome = Outcome(
            received.source, CHANGED, old.path, kept=True,
            difference=changes.difference(old.sentences, known_as(new).sentences),
            losses=changes.losses(self.root, old.document, new, self._shelf.former()),
        )  # fmt: skip
        wanted = self.on_change
        if self.ask is not None:
            for line in report(outcome):
                self.say(line)
            wanted = dialogue.changed(self.ask, self.say)
        if wanted == dialogue.BESIDE:
            return self._add(received)
        if wanted == dialogue.REPLACE:
            self._replace(old.document, received)
        return replace(outcome, kept=wanted == dialogue.KEEP)

    # ------------------------------------------------------------ files
    def _write(self, received: "_Received") -> str:
        """Write an article under the first free name; the path, as shown to a person."""
        name = stem = slug(received.arrival.title)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        path = f"{project.ARTICLES}/{name}.md"
        text = received.text()
        files.write_new(self.root / path, text, path)
        self._taken.add(name.casefold())
        self._shelf.put(read_article(text.encode(), name, path))
        return path

    def _replace(self, old: Document, received: "_Received") -> None:
        """Put the new text in place of the old one. What stands above it stays, but for what tells of the bytes."""
        file = self.root / old.path
        head, _, _ = split(files.read(file, old.path), old.path)
        kept = "".join(line for line in head.splitlines(keepends=True) if not _OF_THE_BYTES.match(line))
        keys = frozenset(key for key in old.meta.places if not _OF_THE_BYTES.match(f"{key}:"))
        text = replace(received, arrival=replace(received.arrival, brought=kept, keys=keys)).text()
        read = read_article(text.encode(), old.id, old.path)  # nothing is written that cannot be read
        files.write(file, text, old.path)
        self._shelf.put(read)


class _Received(Frozen):
    """An arrival with where it came from, the hash of its bytes, and the day or moment at which it was had."""

    source: str
    arrival: Arrival
    sha256: str
    when: str

    def text(self) -> str:
        """The file that is written of it."""
        return self.arrival.article(self.when, self.sha256)

    def document(self) -> Document:
        """The file as it will be read. Raises InputError where it cannot be."""
        name = slug(self.arrival.title)
        return read_article(self.text().encode(), name, f"{project.ARTICLES}/{name}.md")


def report(outcome: Outcome) -> Iterator[str]:
    """A changed article for a person: what differs, and what would be lost."""
    yield f"changed    {outcome.path} differs from {outcome.source}"
    yield from (f"    {line}" for line in outcome.difference)
    yield from (f"    its new text would lose {loss}" for loss in outcome.losses)

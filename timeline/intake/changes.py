"""An article that has come again with other words: what differs, and what would be lost with the old ones."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .. import project
from ..authored import files
from ..decisions import ledger
from ..decisions.load import Override, Target, load
from ..decisions.quotes import occurrences
from ..diagnostics import InputError
from ..model import Document, Published
from ..reading.front_matter import with_overrides

_LONGEST = 300  # characters of a sentence as it is shown


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """What the new text takes away (-) and what it brings (+), sentence by sentence, each with what stands around."""
    lines: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            lines += [f"- {_short(sentence)}" for sentence in old[i:j]]
            lines += [f"+ {_short(sentence)}" for sentence in new[k:m]]
    return tuple(lines)


def losses(root: Path, old: Document, new: Document, former: Mapping[str, str]) -> tuple[str, ...]:
    """What people have decided or published that stands on words which the new text does not have, in words.

    former: what articles were called before, with what they are called now. Overrides or a record with mistakes in them
    are `build`'s to complain about: of these nothing is told.
    """
    try:
        return (*_overrides(root, old, new, former), *_entries(root, old, new))
    except InputError:
        return ()


def _overrides(root: Path, old: Document, new: Document, former: Mapping[str, str]) -> Iterator[str]:
    articles = [article.id for article in project.article_files(root)]
    head = with_overrides(files.read(root / old.path, old.path), old.path) if old.id in articles else None
    own = {old.id: (old.path, head)} if head else {}
    for override in load(project.override_files(root), articles, own=own, former=former):
        if any(name == old.id for name in _cited(override)) and _holds(override, old) and not _holds(override, new):
            words = next((t.exact for t in _targets(override, old.id)), "")
            yield f"the override {override.kind} in {override.place.path}:{override.place.line}, on “{_short(words)}”"


def _cited(override: Override) -> tuple[str | None, ...]:
    return (override.article if override.target else None, *(name for name, _ in override.citations))


def _targets(override: Override, article: str) -> Iterator[Target]:
    if override.target is not None and override.article == article:
        yield override.target
    yield from (target for name, target in override.citations if name == article and target is not None)


def _holds(override: Override, document: Document) -> bool:
    """Do all the words that it quotes from an article stand in one place each?"""
    own = [(override.article, override.target)] if override.target else []
    return all(
        len(occurrences(document.text, target)) == 1
        for name, target in (*own, *override.citations)
        if name == document.id and target is not None
    )


def _entries(root: Path, old: Document, new: Document) -> Iterator[str]:
    published, accepted = (project.record_files(root, where) for where in (project.RECORD, project.ACCEPTED))
    record = {entry.id: entry for entry in (*ledger.load(published), *ledger.load(accepted))}.values()
    kept = {entry.id for entry in ledger.load(accepted)}
    before, after = ledger.located(record, [old]), ledger.located(record, [new])
    for then, now in zip(before, after, strict=True):
        for words in _lost(then, now, old.id):
            what = "the accepted entry" if then.accepted or then.id in kept else "the published entry"
            yield f"{what} {then.id} “{then.title}”, which cites “{_short(words)}”"


def _lost(then: Published, now: Published, article: str) -> Iterator[str]:
    for a, b in zip(then.citations, now.citations, strict=True):
        if a.article == article and a.span is not None and b.span is None:
            yield a.exact


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rsplit(" ", 1)[0] + " …"

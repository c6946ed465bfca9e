"""Decisions written for people into `content/overrides/`: checked as a build checks them, and never half.

Commands and the review page call the same functions. What somebody has written in a file stays as it is, and of two
who write at the same time the second waits for the first.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from . import project
from .authored import files
from .authored.forms import suggestion
from .build import Result, analyse, writing
from .called import acceptances, by_name
from .decisions import ledger
from .decisions.attach import OFFER, attach
from .decisions.load import Override, load
from .decisions.publish import as_accepted
from .decisions.writing import appended, entry, remarked
from .diagnostics import Diagnostic, InputError, error
from .frozen import Frozen, replace
from .gathering import article_names, without_picture
from .model import Event, Timeline
from .reading.article import read_article
from .record import cited

_MOST = 5  # entries that a remark names


class Added(Frozen):
    """A decision that was written. path: of its file, as shown to a person; warnings: what speaks against it there.

    before, after: the text of that file then and now; before is None where there was none.
    """

    path: str
    warnings: tuple[Diagnostic, ...] = ()
    before: str | None = None
    after: str = ""


def known_article(root: Path, written: str) -> str:
    """The id of an article that a person names, with or without its suffix or folder. Raises InputError."""
    known = [article.id for article in project.article_files(root)]
    name = written.removeprefix(f"{project.ARTICLES}/").removesuffix(".md")
    if name not in known:
        raise InputError([error(written, 0, 0, "no-article", "there is no such article", suggestion(name, known))])
    return name


def add(root: Path, article: str, new: str) -> Added:
    """Append an entry, of `writing.entry`, to the overrides of an article, once all is found to be right.

    Raises InputError where the file, the entry, or the place of its words is not right: nothing is written then.
    """
    path = f"{project.OVERRIDES_FOLDER}/{article}.yaml"
    with writing(root):
        added = _with_entry(root, path, new)
        files.write(root / path, added.after, path)
    return added


def take_out(root: Path, written: Iterable[Added]) -> None:
    """Take out what `add` and `accept` have written, the last first, and nothing else; a file they made is gone, too.

    Raises InputError where some of those lines do not stand in their file exactly once any more: all stays then.
    """
    with writing(root):
        left: dict[str, str | None] = {}
        for added in reversed(tuple(written)):
            text = left[added.path] if added.path in left else files.read_if_there(root / added.path, added.path)
            rest = _without(text or "", added)
            if rest is None:
                message = "the entry to be undone has been changed or taken out by hand"
                raise InputError([error(added.path, 0, 0, "not-there", message, "take it out of the file yourself")])
            left[added.path] = None if added.before is None and not rest.strip() else rest
        for path, text in left.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
            else:
                files.write(root / path, text, path)


def _without(text: str, added: Added) -> str | None:
    """A file's text without what was added to it; None where that does not stand there once."""
    before = added.before or ""
    if text == added.after:
        return before
    entry_alone = added.after.removeprefix(before).strip("\r\n") if added.after.startswith(before) else ""
    if not entry_alone or text.count(entry_alone) != 1:
        return None
    start = text.index(entry_alone)
    return text[:start] + text[start + len(entry_alone):].lstrip("\r\n")


def accept(
    root: Path, names: Collection[str], today: date, by: str | None = None, reason: str | None = None,
    read: Callable[[Collection[str]], Result] | None = None,
) -> tuple[Added, ...]:
    """Accept entries as they are now: each is noted as it stands, and stays so until it is accepted again.

    The notes go to `content/ids/accepted/`. names: ids of entries; an article's name stands for all entries that cite
    it; "all" for all that are shown. read: the project as it is now, with some accepted entries as if nobody had
    accepted them; who has it at hand saves an analysis. Gives the files of overrides first, then the notes. Raises
    InputError, as `add` does, and where a name stands for nothing.
    """
    read = read or (lambda reopened: analyse(root, today, reopened=reopened))
    day = today.isoformat()
    with writing(root):
        result = read(())
        timeline, events = result.timeline, with_holders(result.timeline, named_events(result.timeline, names))
        if frozen := [event.id for event in events if event.frozen]:
            timeline = read(frozen).timeline
            now = by_name(timeline.events)  # without those that only their acceptance keeps: these stay as they are
            wanted = (*(event.id for event in events), *names)
            events = tuple({now[name].id: now[name] for name in wanted if name in now}.values())
        said = {i for d in result.decisions.of("accept") if (d.by, d.on) == (by, day) for i in d.events}
        told = {"reason": reason, "by": by, "on": day}
        written = tuple(_acceptances(root, [event for event in events if event.id not in said], told))
        before = acceptances(timeline.events, result.decisions)
        # The last acceptance counts, also where somebody whose day had begun before has given it.
        last = {event.id: max(day, (before[event.id].on or "") if event.id in before else "") for event in events}
        noted = tuple(_notes(root, timeline, events, last))
        for added in (*noted, *written):
            files.write(root / added.path, added.after, added.path)
    return (*written, *noted)


def _acceptances(root: Path, events: Iterable[Event], told: Mapping[str, str | None]) -> Iterator[Added]:
    """The entries of overrides that accept events, one in the file of each article that tells some of them first."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.citations[0].article, []).append(event)
    for article, some in by_article.items():
        new = remarked(entry("accept", events=[event.id for event in some], **told), in_words(some))
        yield _with_entry(root, f"{project.OVERRIDES_FOLDER}/{article}.yaml", new)


def _notes(root: Path, timeline: Timeline, events: Iterable[Event], days: Mapping[str, str]) -> Iterator[Added]:
    """How events stand, a file each. days: of their acceptances."""
    texts = {a.document.id: a.document for a in timeline.articles}
    for event in events:
        path = f"{project.ACCEPTED}/{event.id}.yaml"
        text = ledger.dump(as_accepted(event, texts, days[event.id]))
        yield Added(path, (), files.read_if_there(root / path, path), text)


def named_events(timeline: Timeline, names: Iterable[str]) -> tuple[Event, ...]:
    """The entries that these names stand for, each once: of `named_event`, of articles, or "all". Raises InputError."""
    cited: dict[str, list[Event]] = {}
    for event in timeline.events:
        for article in {citation.article for citation in event.citations}:
            cited.setdefault(article, []).append(event)
    cited["all"] = list(timeline.events)
    found = (event for name in names for event in cited.get(name) or [named_event(timeline, name)])
    return tuple({event.id: event for event in found}.values())


def with_holders(timeline: Timeline, events: Sequence[Event]) -> tuple[Event, ...]:
    """Entries, and the accepted ones that hold words which those would take, or would take what those give up.

    A citation belongs to one entry: taken over by one alone, it would stand in both or in neither.
    """
    frozen = [event for event in timeline.events if event.frozen]
    found = {event.id: event for event in events}
    fresh = [event for event in events if event.frozen]
    while fresh:
        moving = {words for event in fresh for words in _moving(event)}
        fresh = [e for e in frozen if e.id not in found and moving & {*_moving(e), *_cited(e)}]
        found |= {event.id: event for event in fresh}
    return tuple(found.values())


def _moving(event: Event) -> set[str]:
    """The words that an accepted entry would take or give up, were it accepted again."""
    return {words for c in event.withheld if c.what == "citation" for words in (c.before, c.after) if words}


def _cited(event: Event) -> set[str]:
    """The words that an entry cites, as a change of them says it."""
    return {cited(c.article, c.quote) for c in event.citations}


def named_event(timeline: Timeline, name: str) -> Event:
    """The entry with an id, present or former, or that of one of its mentions. Raises InputError."""
    if event := by_name(timeline.events).get(name):
        return event
    gone = next((g for g in timeline.gone if g.sort == "event" and g.id == name), None)
    hint = suggestion(name, [event.id for event in timeline.events])
    told = f"this entry is not shown: it is {gone.status}" if gone else "there is no such entry"
    raise InputError([error(name, 0, 0, "no-event", told, hint)])


def in_words(events: Sequence[Event]) -> str:
    """What entries are called, for people who read the file of overrides."""
    titles = [f"“{event.title}”" for event in events[:_MOST]]
    return ", ".join(titles) + (f" and {len(events) - _MOST} more" if len(events) > _MOST else "")


def read(root: Path, texts: dict[str, str]) -> Sequence[Override]:
    """The overrides in files of these paths and texts. Raises InputError."""
    names, former = article_names(root)
    return load(texts, names, project.config(root).language, former=former)


def _with_entry(root: Path, path: str, new: str) -> Added:
    """A file of overrides with one more entry, as it would be written. Raises InputError."""
    file = root / path
    _require_read(root, file, path)
    text = files.read_if_there(file, path)
    before = read(root, {path: files.plain(text or "")})
    after = appended(text or "", new)
    try:
        overrides = read(root, {path: files.plain(after)}) if after else ()
    except InputError as wrong:  # with the new entry: its lines stand in no file, so none is named
        raise InputError(replace(f, line=0, column=0) for f in wrong.diagnostics) from None
    if after is None or not overrides or list(map(_settled, overrides[:-1])) != list(map(_settled, before)):
        message = "an entry cannot be added here without changing what is there"
        hint = "write it there yourself:\n" + "".join(f"      {line}\n" for line in new.splitlines()).rstrip()
        raise InputError([error(path, 0, 0, "no-room", message, hint)])
    if missing := [replace(f, line=0, column=0) for f in without_picture(overrides[-1:], project.image_names(root))]:
        raise InputError(missing)
    return Added(path, _spoken_against(root, overrides[-1], before), text, after)


def _settled(override: Override) -> Override:
    """An entry without what a final line end adds to its last text."""
    value, reason, by = ((text or "").rstrip("\n") for text in (override.value, override.reason, override.by))
    return replace(override, value=value, reason=reason, by=by)


def _require_read(root: Path, file: Path, path: str) -> None:
    """Refuse a file that no build would read: what is written there would be lost."""
    folder = root / project.OVERRIDES_FOLDER
    inside = folder.resolve()
    if file.resolve().is_relative_to(inside) and file.parent.resolve() == inside / file.parent.relative_to(folder):
        return
    message = "this is a link that leads out of the folder, where no build looks"
    raise InputError([error(path, 0, 0, "not-read", message, "put the file itself there")])


def _spoken_against(root: Path, override: Override, beside: Sequence[Override]) -> tuple[Diagnostic, ...]:
    """What speaks against an entry among the others. Raises InputError where its words do not stand in one place."""
    names = {name for name in (override.article, *(article for article, _ in override.citations)) if name}
    articles = [article for article in project.article_files(root) if article.id in names]
    sources = {a.id: files.read_bytes(a.file, a.path) for a in articles}
    documents = [read_article(sources[a.id], a.id, a.path) for a in articles]
    paths = {document.id: document.path for document in documents}

    def source(article: str) -> str:
        return files.decode(sources[article], paths[article])

    decisions, findings = attach([override], documents, source)
    if not decisions.all:
        shown = paths.get(override.article or "", "")
        unwritten = (replace(f, hint=f.hint.removesuffix(OFFER)) for f in findings)
        raise InputError(replace(f, path=shown, line=0, column=0, severity="error") for f in unwritten)
    with suppress(InputError):  # of a file that is not written to: the build tells
        shared = root / project.OVERRIDES
        texts = {project.OVERRIDES: files.read(shared, project.OVERRIDES)} if shared.exists() else {}
        beside = [*read(root, texts), *beside]
    _, findings = attach([*beside, override], documents, source)
    return tuple(f for f in findings if f.code == "contradiction" and (f.path, f.line) == _at(override))


def _at(override: Override) -> tuple[str, int]:
    return override.place.path, override.place.line

"""What has been decided in a review, to be undone again, also in a later session; and what was put aside."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import project
from ..authored import files
from ..deciding import Added
from ..frozen import Frozen, field

#: Where it is kept: with the other things that a project does not share.
PATH = ".timeline/review.json"
_KEPT = 200  # decisions
_CONTENT = (project.OVERRIDES, f"{project.OVERRIDES_FOLDER}/", f"{project.RECORD}/", f"{project.ARTICLES}/")


class Step(Frozen):
    """A decision: the item, what was answered, in words, and what was written for it."""

    item: str
    words: str
    edits: tuple[Added, ...]
    aside: bool = False  # the item was put aside; nothing was written


class History(Frozen):
    """All of them, the last at the end. aside: items that were put aside, by what had been seen of them."""

    steps: tuple[Step, ...] = ()
    aside: Mapping[str, str] = field(default_factory=dict)

    def grown(self, step: Step, seen: str | None = None) -> "History":
        """With one more decision. seen: what was seen of an item that is put aside by it."""
        aside = {**self.aside, step.item: seen} if seen is not None else self.aside
        return History((*self.steps, step)[-_KEPT:], aside)

    def shrunk(self) -> "History":
        """Without the last decision."""
        *steps, last = self.steps
        aside = {i: seen for i, seen in self.aside.items() if not (last.aside and i == last.item)}
        return History(tuple(steps), aside)


def load(root: Path) -> History:
    """That of a project; an empty one where none can be read: it is a convenience and holds nothing of its own."""
    try:
        kept = json.loads((root / PATH).read_bytes())
        return History(tuple(map(_step, kept["steps"])), {str(k): str(v) for k, v in kept["aside"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return History()


def save(root: Path, history: History) -> None:
    """Keep it. Raises InputError where it cannot be written."""
    kept = {"steps": [_kept(step) for step in history.steps], "aside": dict(history.aside)}
    files.write(root / PATH, json.dumps(kept, ensure_ascii=False, indent=1) + "\n", PATH)


def _kept(step: Step) -> dict[str, object]:
    edits = [{"path": e.path, "before": e.before, "after": e.after} for e in step.edits]
    return {"item": step.item, "words": step.words, "edits": edits, "aside": step.aside}


def _step(kept: Mapping[str, Any]) -> Step:
    """A step as it was kept. Raises ValueError where it would change files that no decision is written to."""
    edits = tuple(Added(str(e["path"]), (), _text(e["before"]), str(e["after"])) for e in kept["edits"])
    if any(not e.path.startswith(_CONTENT) or ".." in e.path.split("/") for e in edits):
        raise ValueError("no file of decisions")
    return Step(str(kept["item"]), str(kept["words"]), edits, bool(kept["aside"]))


def _text(kept: object) -> str | None:
    return None if kept is None else str(kept)

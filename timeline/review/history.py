"""What has been decided in a review, to be undone again, also in a later session; and what was put aside."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .. import files
from ..correcting import Edit

#: Where it is kept: with the other things that a project does not share.
PATH = ".timeline/review.json"
_KEPT = 500  # decisions


@dataclass(frozen=True, slots=True)
class Step:
    """A decision: the item, what was answered, in words, and what was written for it."""

    item: str
    words: str
    edits: tuple[Edit, ...]
    aside: bool = False  # the item was put aside; nothing was written


@dataclass(frozen=True, slots=True)
class History:
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
    kept = {"steps": [asdict(step) for step in history.steps], "aside": dict(history.aside)}
    files.write(root / PATH, json.dumps(kept, ensure_ascii=False, indent=1) + "\n", PATH)


def _step(kept: Mapping[str, object]) -> Step:
    edits = kept["edits"]
    assert isinstance(edits, Sequence)
    return Step(
        str(kept["item"]), str(kept["words"]),
        tuple(Edit(str(e["path"]), str(e["added"]), bool(e["created"])) for e in edits), bool(kept["aside"]),
    )  # fmt: skip

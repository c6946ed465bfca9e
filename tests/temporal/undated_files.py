"""The notation of `undated/*.md`: an article, the day on which it is read, and what is found out about its day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_CASE = re.compile(
    r"## (?P<name>.+)\ntoday: (?P<today>\S+)\n\n(?P<text>.*?)\n\n(?P<found>(?:unknown|given|\d{4}-).*)", re.S
)
_FOUND = re.compile(
    r"(?P<given>given )?(?P<best>unknown|\d{4}-\d\d-\d\d)"
    r"(?: in (?P<earliest>[\d-]*)\.\.(?P<latest>[\d-]*))?(?:; also (?P<also>[\d ]+))?"
)


@dataclass(frozen=True)
class UndatedCase:
    """One article. window: None where it is not looked at; also: the other years that are named; given: by a stamp."""

    name: str
    today: date
    text: str
    best: str | None
    window: tuple[str | None, str | None] | None
    also: tuple[int, ...]
    given: bool = False

    @property
    def basis(self) -> str:
        """What the day rests on, as `DocumentTime` has it."""
        return "unknown" if self.best is None else "given" if self.given else "inferred"


def cases(folder: Path) -> Iterator[UndatedCase]:
    """All cases of all files. Raises ValueError where a section is no case."""
    for path in sorted(folder.glob("*.md")):
        for section in re.split(r"^(?=## )", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            yield _case(section.partition("\n# ")[0].strip(), path)


def _case(section: str, path: Path) -> UndatedCase:
    case = _CASE.fullmatch(section)
    found = _FOUND.fullmatch(case["found"].partition("\n")[0]) if case else None
    if case is None or found is None:
        raise ValueError(f"{path.name}: no case: {section[:60]!r}")
    window = None if found["latest"] is None else (found["earliest"] or None, found["latest"] or None)
    best = None if found["best"] == "unknown" else found["best"]
    also = tuple(int(year) for year in (found["also"] or "").split())
    return UndatedCase(
        case["name"], date.fromisoformat(case["today"]), case["text"], best, window, also, bool(found["given"])
    )

"""The Markdown files of `sentences/`: prose for people, and between it sentences with the dates that they give.

    Published: 2019-05-15 (Wednesday)      until the next such line; Language:, Genre: and Place: may follow it

    > The harbour board met on Monday.

    - Monday → 2019-05-13                  words → TIMEX3 value MOD (EDTF), in doubt

Mod and doubt are written where there are any, EDTF where it differs from the value, "(none)" where it is missing though
the value would be EDTF. "- nothing" stands below a sentence without a date.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

from timeline.algebra.edtf import interval_of
from timeline.annotate import Record, annotate_together
from timeline.frozen import Frozen, replace
from timeline.model import Meta

FOLDER = Path(__file__).parent / "sentences"
TODAY = date(2025, 1, 1)

_SETTING = re.compile(r"(Published|Language|Genre|Place): (\S.*?)(?: \((\w+day)\))?")
_TOLD = re.compile(r"- (.+?) → (\S+?)(?: ([A-Z_]+))?(?: \(([^\s()]+)\))?(, in doubt)?")


class Told(Frozen):
    """One expression: its words, value, mod, EDTF, and whether it is marked as doubtful."""

    words: str
    value: str
    mod: str | None = None
    edtf: str | None = None
    doubt: bool = False


class Case(Frozen):
    """A sentence and what it should tell, with its place in the file; `expected` is None until its lines are read."""

    place: str
    text: str
    meta: Meta
    expected: tuple[Told, ...] | None = None


def cases(path: Path) -> list[Case]:
    """The sentences of a file. Raises ValueError, with the line, where an expectation is missing or ill-formed."""
    settings: dict[str, str] = {}
    found: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        if setting := _SETTING.fullmatch(line):
            settings = _settings(settings, place, *setting.groups())
        elif line.startswith("> "):
            found.append(Case(place, line[2:], _meta(settings)))
        elif line == "- nothing":
            found[-1] = replace(found[-1], expected=())
        elif line.startswith("- "):
            found[-1] = replace(found[-1], expected=(*(found[-1].expected or ()), _told(line, place)))
    bare = [case.place for case in found if case.expected is None]
    if bare:
        raise ValueError(f"{', '.join(bare)}: nothing is expected of this sentence")
    return found


def _settings(before: dict[str, str], place: str, key: str, value: str, weekday: str | None) -> dict[str, str]:
    """The settings with one more. A publication date begins them anew; its weekday, said for readers, must be right."""
    if weekday and date.fromisoformat(value[:10]).strftime("%A") != weekday:
        raise ValueError(f"{place}: {value} was no {weekday}")
    return {key: value} if key == "Published" else {**before, key: value}


def _meta(settings: dict[str, str]) -> Meta:
    stated = settings.get("Published", "none")
    return Meta(
        published=None if stated == "none" else stated,
        language=settings.get("Language", "en"),
        genre=settings.get("Genre"),
        place=settings.get("Place"),
    )


def _told(line: str, place: str) -> Told:
    m = _TOLD.fullmatch(line)
    if m is None:
        raise ValueError(f"{place}: {line!r} is not of the form “- words → value MOD (EDTF), in doubt”")
    words, value, mod, edtf, doubt = m.groups()
    same = value if interval_of(value) else None
    return Told(words, value, mod, None if edtf == "none" else edtf or same, bool(doubt))


def annotated(text: str, meta: Meta) -> list[dict[str, Any]]:
    """The expressions of a text, as `timeline annotate` gives them."""
    (answer,) = annotate_together([Record("a", text, meta)], TODAY, trace=True)
    timexes: list[dict[str, Any]] = answer["timexes"]
    return timexes


def tells(case: Case) -> tuple[Told, ...]:
    """What the program tells of a sentence."""
    return tuple(
        Told(t["text"], t["value"], t.get("mod"), t["edtf"], t["doubt"] is not None)
        for t in annotated(case.text, case.meta)
    )

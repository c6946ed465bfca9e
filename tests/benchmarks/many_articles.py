"""Many articles out of a few, for measurements: the same stories with other names, numbers and dates.

    python -m tests.benchmarks.many_articles SEED FOLDER [--articles 10000] [--undated]

SEED is a folder of articles as they stand in a project, Markdown with front matter; those of one subfolder are one
story. FOLDER becomes a project with copies of the stories, until there are enough articles. In a copy every name is
another one, everywhere the same; every number has other digits; every date lies so many weeks away, the day of
publication too, so that weekdays go on to fit. With --undated the copies tell when they were retrieved, thirty days
after publication, and not when they were published.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path

import yaml

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_MONTH = "|".join((*MONTHS, "Sept", *(month[:3] for month in MONTHS)))
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)
#: What a copy has otherwise: dates with a month, years, numbers, and words with a capital.
_CHANGING = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|\b(?P<month>{_MONTH})\b(?P<gap>\.?\s)(?P<day>\d{{1,2}})\b(?![:,]\d)(?P<comma>,?\s(?=(?:19|20)\d\d\b))?"
    rf"|\b(?P<first>\d{{1,2}})\s(?P<then>{_MONTH})\b"
    rf"|\b(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th)\b"
    rf"|\b(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<number>\d{{2,}})\b"
    rf"|\b(?P<name>[A-Z][a-z]{{2,}})\b"
)
#: Words with a capital that are no names, and those of dates, which stay.
_NO_NAMES = frozenset(
    f"""{" ".join(MONTHS)} Monday Tuesday Wednesday Thursday Friday Saturday Sunday The This That These Those There They
    Then And But For From With Without When While Where What Who Why How His Her Its Our You Your She Has Have Had Was
    Were Are Not Now New Last Next After Before Since Until During About Above According Although Also All Any Each Both
    Most Many More Some Such Other One Two Three Four Five Here However Into Just Like Near Only Over Under Still Even
    Ever Never Yet President Minister Prime Mrs General Court Police""".split()
)
_SYLLABLES = "ba ke mo ru ti vo la ne si du ra po le ki ma to ve sa no ri ga lu be do fa mi".split()  # noqa: SIM905
_WEEKS_APART = 3  # between the dates of one copy and the next
_SPREAD = 400  # copies whose dates differ; then they begin again


@dataclass(frozen=True, slots=True)
class Seed:
    """An article to copy: its name, front matter and text."""

    name: str
    meta: Mapping[str, object]
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a story. shift: how far its dates lie from those of the story."""

    number: int
    shift: timedelta

    def digest(self, word: str) -> bytes:
        """The same for the same word all over the copy."""
        return blake2b(f"{self.number} {word}".encode(), digest_size=8).digest()

    def name(self, word: str) -> str:
        """Another name of about the same length."""
        syllables = (_SYLLABLES[byte % len(_SYLLABLES)] for byte in self.digest(word))
        return word if word in _NO_NAMES else "".join(islice(syllables, max(2, len(word) // 2))).capitalize()

    def digits(self, number: str) -> str:
        """Another number of the same length."""
        others = (str(byte % 10) for byte in self.digest(number) * (len(number) // 8 + 1))
        return number[0] + "".join(islice(others, len(number) - 1))

    def text(self, text: str, near: date) -> str:
        """The text in this copy; dates without a year are those closest to `near`."""
        return _CHANGING.sub(lambda m: self._changed(m, near), text)

    def _changed(self, m: re.Match[str], near: date) -> str:
        if m["name"]:
            return self.name(m["name"])
        if m["number"]:
            return self.digits(m["number"])
        if m["year"]:
            return str(int(m["year"]) + (near + self.shift).year - near.year)
        if m["iso"]:
            return str(date.fromisoformat(m["iso"]) + self.shift)
        if m["ordinal"]:
            moved = _closest(int(m["ordinal"]), near.strftime("%B"), near, self.shift)
            return m[0] if moved is None else f"{moved.day}{_ending(moved.day)}"
        month, day = m["month"] or m["then"], int(m["day"] or m["first"])
        moved = _closest(day, month, near, self.shift)
        if moved is None:
            return m[0]
        name = MONTHS[moved.month - 1][: None if month in MONTHS else 3]
        return f"{name}{m['gap']}{moved.day}{m['comma'] or ''}" if m["month"] else f"{moved.day} {name}"


def _closest(day: int, month: str, near: date, shift: timedelta) -> date | None:
    """A day of the month in the year that brings it closest to another day, moved; None where no year has it."""
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
    try:
        found = [date(year, number, day) for year in range(near.year - 1, near.year + 2)]
    except ValueError:
        return None
    return min(found, key=lambda one: abs(one - near)) + shift


def _ending(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def stories(folder: Path) -> list[list[Seed]]:
    """The articles of a folder, those of each subfolder together."""
    found: defaultdict[Path, list[Seed]] = defaultdict(list)
    for path in sorted(folder.rglob("*.md")):
        match = _FRONT_MATTER.fullmatch(path.read_text(encoding="utf-8"))
        head, text = match.groups() if match else ("", path.read_text(encoding="utf-8"))
        found[path.parent].append(Seed(path.stem, yaml.safe_load(head) or {}, text))
    return list(found.values())


def copies(seeds: Sequence[Sequence[Seed]], undated: bool) -> Iterator[tuple[str, str]]:
    """Names and contents of articles, story after story, without an end."""
    for number in count():
        copy = Copy(number, timedelta(weeks=_WEEKS_APART * (number % _SPREAD - _SPREAD // 2)))
        for n, story in enumerate(seeds):
            for seed in story:
                near = _day(seed.meta.get("published")) or date(2015, 6, 15)
                meta = {key: _value(value, copy) for key, value in seed.meta.items()}
                if undated:
                    del meta["published"]
                    meta["retrieved"] = near + copy.shift + timedelta(days=30)
                head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
                yield f"{number:05}-{n:02}-{seed.name}", f"---\n{head}---\n{copy.text(seed.text, near)}"


def _value(value: object, copy: Copy) -> object:
    """What stands in the front matter of the copy."""
    day = _day(value)
    if day is not None:
        return day + copy.shift
    return copy.text(value, date(2015, 6, 15)) if isinstance(value, str) and "/" not in value else value


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def make(seed: Path, folder: Path, articles: int, undated: bool = False) -> None:
    """Write the project. Raises SystemExit where the folder is there already or the seed holds no article."""
    found = stories(seed)
    if not found or folder.exists():
        raise SystemExit(f"{folder} is there already" if found else f"there is no Markdown file in {seed}")
    target = folder / "content" / "articles"
    target.mkdir(parents=True)
    (folder / "timeline.yaml").write_text("title: Many articles\n", encoding="utf-8")
    for name, content in islice(copies(found, undated), articles):
        (target / f"{name}.md").write_text(content, encoding="utf-8")


def main() -> None:
    """Make a project."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("seed", metavar="SEED", type=Path)
    options.add_argument("folder", metavar="FOLDER", type=Path)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--undated", action="store_true")
    chosen = options.parse_args()
    make(chosen.seed, chosen.folder, chosen.articles, chosen.undated)
    sys.stdout.write(f"{chosen.articles} articles in {chosen.folder}\n")


if __name__ == "__main__":
    main()

"""Stories with other names, places, numbers and years: python -m tests.benchmarks.permuted_stories TO COUNT STORY…

Whatever a program has learnt of the words of a story is of no use to it in such a copy, and its figures must not drop.

A story is a folder of `<article>.txt`, `<article>.meta.json` (title, publisher, url, published) and `gold.json`: any
JSON, in which the key "quote" beside "article" holds words of that article, "edtf", "date" and "also" hold dates, and
other texts are for people. COUNT copies are written to TO, the stories in turn, each with chances of its own.

Within a copy a word always becomes the same other word. Names become made-up ones; countries and what is said of their
people change places in pairs; counts and amounts keep their number of digits; years move back by 28 or 56, after which
the calendar repeats, so that weekdays stay right. Words of time, offices, news agencies and everything in small letters
stay as they are.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from timeline.language.event_lexicon import load_events
from timeline.model import Decisions
from timeline.reading.article import read_article
from timeline.temporal.recognise import recognise

_WORD = re.compile(r"[^\W\d_]{2,}")
_TOKEN = re.compile(r"(?P<year>(?<![\d.,/-])(?:19|20)\d\d(?!\d|[.,]\d))|(?P<number>\d[\d.,]*\d|\d)|(?P<word>[^\W\d_]+)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MIDDLE = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}")
#: Agencies, whose names tell captions and bylines, stamps, and words that are names of places only beside others.
_KEPT = frozenset(
    {
        "reuters", "afp", "bbc", "cnn", "getty", "associated", "press", "images", "photo", "image", "video", "facebook",
        "twitter", "instagram", "youtube", "internet", "gmt", "est", "edt", "pst", "utc", "north", "south", "east",
        "west", "northern", "southern", "eastern", "western",
    }
)  # fmt: skip
_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_VOWELS, _CODAS = "aeiou", ("", "l", "n", "r", "t", "k")
_SMALL = 13  # numbers below stay: they are days, ages, "one of two"


class Permutation:
    """What each word, number and year of one story becomes."""

    def __init__(self, texts: Mapping[str, str], chance: random.Random) -> None:
        """Choose: texts are those of all articles of the story."""
        lexicon = load_events("en")
        self.years = chance.choice((28, 56))
        self.chance = chance
        self.numbers: dict[str, str] = {}
        self.words: dict[str, str] = {}
        pairs = [
            (word, land) for word, land in lexicon.demonyms.items() if _WORD.fullmatch(word) and _WORD.fullmatch(land)
        ]
        lands = sorted({land for _, land in pairs if sum(other == land for _, other in pairs) == 1})
        people = {land: word for word, land in pairs if land in lands}
        others = lands[:]
        chance.shuffle(others)
        for land, other in zip(lands, others, strict=True):
            self.words[land], self.words[people[land]] = other, people[other]
        kept = (
            _KEPT | lexicon.words["titles"] | lexicon.words["not_names"] | lexicon.tags.keys() | lexicon.demonyms.keys()
        )
        kept |= {w.lower() for text in texts.values() for said in _expressions(text) for w in _WORD.findall(said)}
        names = {w.lower() for text in texts.values() for w in _MIDDLE.findall(text)} - kept - self.words.keys()
        for name in sorted(names - lexicon.nouns.keys() - lexicon.verbs.keys()):
            self.words[name] = self._made_up(name)

    def _made_up(self, name: str) -> str:
        syllables = max(2, len(name) // 3)
        made = "".join(
            self.chance.choice(_ONSETS) + self.chance.choice(_VOWELS) + self.chance.choice(_CODAS)
            for _ in range(syllables)
        )
        return made + "s" if name.endswith("s") else made + "o"

    def of(self, text: str, stays: Callable[[int], bool] = lambda at: False) -> tuple[str, list[int]]:
        """(a text after the change, for each of its old offsets the new one). stays: is there a number of a date?"""
        out, done = "", 0
        moved: list[int] = []
        for m in _TOKEN.finditer(text):
            new = self._token(m, stays)
            moved += range(len(out), len(out) + m.start() - done)
            out += text[done : m.start()]
            moved += [len(out)] * (m.end() - m.start())
            out, done = out + new, m.end()
        moved += range(len(out), len(out) + len(text) - done + 1)
        return out + text[done:], moved

    def _token(self, m: re.Match[str], stays: Callable[[int], bool]) -> str:
        if m["year"]:
            return str(int(m[0]) - self.years)
        if m["number"]:
            digits = re.sub(r"\D", "", m[0])
            return m[0] if stays(m.start()) or int(digits) < _SMALL else self._number(m[0])
        word = self.words.get(m[0].lower()) if m[0][0].isupper() else None
        return m[0] if word is None else word.upper() if m[0].isupper() else word.capitalize()

    def _number(self, said: str) -> str:
        if said not in self.numbers:
            drawn = "".join(self.chance.choice("123456789") if c.isdigit() else c for c in said)
            self.numbers[said] = drawn if int(re.sub(r"\D", "", drawn)) >= _SMALL else said
        return self.numbers[said]

    def dates(self, text: str) -> str:
        """EDTF, an address or a stamp with its years moved."""
        return _YEAR.sub(lambda m: str(int(m[0]) - self.years), text)


def permuted(story: Path, to: Path, seed: int) -> None:
    """Write a copy of a story."""
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(story.glob("*.txt"))}
    permutation = Permutation(texts, random.Random(f"{story.name} {seed}"))
    to.mkdir(parents=True, exist_ok=True)
    changed = {name: permutation.of(text, _dated(text)) for name, text in texts.items()}
    for name, (text, _) in changed.items():
        (to / f"{name}.txt").write_text(text, encoding="utf-8")
        meta = json.loads((story / f"{name}.meta.json").read_text(encoding="utf-8"))
        for key, value in meta.items():
            if isinstance(value, str):
                meta[key] = permutation.of(value)[0] if key == "title" else permutation.dates(value)
        (to / f"{name}.meta.json").write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
    gold = _gold(json.loads((story / "gold.json").read_text(encoding="utf-8")), permutation, texts, changed)
    gold["story"] = to.name
    (to / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")


def _expressions(text: str) -> set[str]:
    """The words of time in a text."""
    return {e.text for e in recognise(read_article(text.encode(), "text", "text.txt"), Decisions())}


def _dated(text: str) -> Callable[[int], bool]:
    """Does an offset lie in words of time?"""
    spans = [m.span() for words in _expressions(text) for m in re.finditer(re.escape(words), text)]
    return {n for start, end in spans for n in range(start, end)}.__contains__


def _gold(
    value: object, permutation: Permutation, texts: Mapping[str, str], changed: Mapping[str, tuple[str, list[int]]]
) -> dict[str, object]:
    """Gold data with quotes as the changed articles have them, and dates moved."""

    def walk(node: object, key: str = "", article: str = "") -> object:
        if isinstance(node, dict):
            article = node.get("article", article)
            quote = node.get("quote")
            out = {k: walk(v, k, article) for k, v in node.items()}
            if isinstance(quote, str) and isinstance(node.get("expression"), str):
                out["expression"] = quoted(node["expression"], article, quote)
            return out
        if isinstance(node, list):
            return [walk(item, key, article) for item in node]
        if not isinstance(node, str):
            return node
        if key == "quote":
            return quoted(node, article)
        return permutation.dates(node) if key in ("edtf", "date", "also") else node

    def quoted(words: str, article: str, within: str = "") -> str:
        text = texts.get(article, "")
        first = text.find(within) if within else 0
        at = text.find(words, max(first, 0))
        if at < 0:
            return permutation.of(words)[0]
        new, moved = changed[article]
        return new[moved[at] : moved[at + len(words)]]

    found = walk(value)
    assert isinstance(found, dict)
    return found


def main() -> None:
    """Write the copies."""
    to, count, stories = Path(sys.argv[1]), int(sys.argv[2]), [Path(p) for p in sys.argv[3:]]
    for n in range(count):
        story = stories[n % len(stories)]
        permuted(story, to / f"{story.name}-{n}", n)
    sys.stdout.write(f"{count} stories in {to}\n")


if __name__ == "__main__":
    main()

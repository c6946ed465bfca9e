"""Dated articles with their dates blanked: how many are dated again, and how many of these rightly?

    python -m tests.benchmarks.blanked FILE… [--keep-half] [--alone] [--retrieved-after 30] [--list]

A file has one article a line, as JSON: `id`, `text`, `published` (a day, YYYY-MM-DD; others are left out), and `story`
or `collection`, where articles are about one thing. Each is handed over without its date, but with the day on which it
was retrieved. A claim is right within a day of the truth, for the zone. With --retrieved-after -1 it is only known that
nothing is younger than a year after the latest article. Exit status 1 where fewer than `--floor` in a
hundred claims are right.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from timeline.annotate import annotate, parse_record
from timeline.diagnostics import Diagnostic

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one article. found: None where no day was claimed; basis: "given" where its text is stamped."""

    article: str
    truth: date
    found: date | None
    basis: str
    evidence: tuple[str, ...]

    @property
    def kind(self) -> str:
        """ "right", "wrong" or "unknown"."""
        if self.found is None:
            return "unknown"
        return "right" if abs((self.found - self.truth).days) <= 1 else "wrong"


def dated(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The articles of JSONL files whose day of publication is told."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            if isinstance(article.get("published"), str) and _DAY.match(article["published"]):
                yield article


def blanked(articles: Sequence[Mapping[str, Any]], retrieved_after: int, keep: set[str], alone: bool) -> list[str]:
    """The same as records of `timeline annotate`, without their dates but for those to keep."""
    out = []
    for article in articles:
        record = {"id": article["id"], "text": article["text"], "language": article.get("language")}
        record["collection"] = None if alone else article.get("collection") or article.get("story")
        if article["id"] in keep:
            record["published"] = article["published"]
        elif retrieved_after >= 0:
            truth = date.fromisoformat(article["published"][:10])
            record["retrieved"] = (truth + timedelta(retrieved_after)).isoformat()
        out.append(json.dumps(record))
    return out


def half(articles: Sequence[Mapping[str, Any]]) -> set[str]:
    """Every second article of each story, beginning with the first by its id."""
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        stories[article.get("collection") or article.get("story") or ""].append(article["id"])
    return {name for members in stories.values() for name in sorted(members)[::2]}


def verdicts(
    articles: Sequence[Mapping[str, Any]], lines: Sequence[str], keep: set[str], today: date
) -> Iterator[Verdict]:
    """What the program says of each article that was blanked. Raises ValueError where one cannot be read."""
    records = [parse_record(line, number) for number, line in enumerate(lines, 1)]
    slips = [record for record in records if isinstance(record, Diagnostic)]
    if slips:
        raise ValueError(str(slips[0]))
    usable = [record for record in records if not isinstance(record, Diagnostic)]
    for article, answer in zip(articles, annotate(usable, today, trace=False), strict=True):
        if article["id"] not in keep:
            told, truth = answer["published"], date.fromisoformat(article["published"][:10])
            found = date.fromisoformat(told["best"]) if told["best"] else None
            yield Verdict(article["id"], truth, found, told["basis"], tuple(told["evidence"]))


def main() -> int:
    """Print the figures; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--retrieved-after", type=int, default=30, metavar="DAYS", help="-1: says nothing (default 30)")
    parser.add_argument("--keep-half", action="store_true", help="every second article of a story keeps its date")
    parser.add_argument("--alone", action="store_true", help="no article is evidence for another")
    parser.add_argument("--list", action="store_true", help="each claim with its evidence")
    parser.add_argument("--floor", type=float, default=0.0, metavar="PERCENT")
    args = parser.parse_args()
    articles = list(dated(args.files))
    keep = half(articles) if args.keep_half else set()
    today = max(date.fromisoformat(article["published"][:10]) for article in articles) + timedelta(365)
    found = list(verdicts(articles, blanked(articles, args.retrieved_after, keep, args.alone), keep, today))
    for verdict in found if args.list else ():
        if verdict.found is not None:
            say(f"{verdict.kind:6} {verdict.article}: {verdict.truth}, said {verdict.found}")
            say(*(f"         {words}" for words in verdict.evidence))
    stamped = [verdict for verdict in found if verdict.basis == "given"]
    for name, some in (("blanked", found), ("  with a stamp in the text", stamped)):
        say(f"{name} {len(some)}: {_figures(some)}")
    inferred = [verdict for verdict in found if verdict.basis != "given"]
    say(f"  without one {len(inferred)}: {_figures(inferred)}")
    share = _share(found)
    say(f"of the days claimed, right within a day: {share:.1f} %")
    return int(share < args.floor)


def say(*lines: str) -> None:
    """Lines to read."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _figures(found: Sequence[Verdict]) -> str:
    counts = Counter(verdict.kind for verdict in found)
    return ", ".join(f"{kind} {counts[kind]}" for kind in ("right", "wrong", "unknown"))


def _share(found: Sequence[Verdict]) -> float:
    claimed = [verdict.kind for verdict in found if verdict.found is not None]
    return 100 * claimed.count("right") / len(claimed) if claimed else 100.0


if __name__ == "__main__":
    sys.exit(main())

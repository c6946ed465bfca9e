"""How fast `timeline annotate` is, on text of your own, beside chrono-node in the same run.

    python -m tests.benchmarks.annotate_speed FILE… [--peer]

A FILE is JSON lines as `timeline annotate` takes them, or plain text; of a corpus for TIMEX3, `dct` is the publication
date where there is no `published`. Each document is given once: what the program remembers of one text does not make it
faster at the same. Counted are CPU seconds of one process, the least of some runs, less those of a run on one short
line; all programs take turns, so that none has the machine in a better hour. Three ways, since they differ:

- dated: with the publication date that the documents state;
- undated: without, so that the day of publication is sought in each;
- in one: all of it as one long document. chrono-node takes four times as long for twice the length.

With --peer, chrono-node is installed by npm into a temporary folder and given the same. It seeks no publication date:
undated documents are told it as of the year 2000. Needs a Unix, and some hundred thousand characters to tell anything.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from timeline.frozen import Frozen

RUNS = 4
TIMELINE = (sys.executable, "-c", "from timeline.cli import main; main()", "annotate")
NOTHING = (sys.executable, "-c", "pass")
SHORT: dict[str, object] = {"id": "short", "text": "The board met on Monday.", "published": "2019-05-15"}

CHRONO = "chrono-node@2.10.3"
CHRONO_PROGRAM = """
const chrono = require('chrono-node');
const fs = require('fs');
const out = [];
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\\n')) {
  if (!line) continue;
  const { text, published } = JSON.parse(line);
  const day = new Date((published || '2000-01-01').slice(0, 10));
  out.push(chrono.parse(text, isNaN(day) ? new Date(0) : day).length);
}
console.log(out.length);
"""

#: What is handed on of a record, besides its date; a gold annotation, say, is not.
_TAKEN = ("text", "language", "genre", "timezone")
Records = Sequence[Mapping[str, object]]


class Speed(Frozen):
    """CPU seconds of one program: in all, and of that to start up."""

    total: float
    start_up: float

    @property
    def seconds(self) -> float:
        """What the texts took."""
        return max(self.total - self.start_up, 1e-6)


def documents(paths: Sequence[Path]) -> list[dict[str, object]]:
    """The documents of the files, each with its publication date. Raises SystemExit where there is none."""
    found: list[dict[str, object]] = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            found += [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            found.append({"text": text, "published": SHORT["published"]})
    if not found:
        raise SystemExit("there is no document in these files")
    told: list[dict[str, object]] = [{key: one[key] for key in _TAKEN if key in one} for one in found]
    days = [one.get("published") or one.get("dct") for one in found]
    return [{"id": str(n), **one, "published": day} for n, (one, day) in enumerate(zip(told, days, strict=True))]


def ways(dated: Records) -> dict[str, Records]:
    """The same documents in the ways that are measured, those first that most people use."""
    text = "\n\n".join(str(one["text"]) for one in dated)
    return {
        "dated": dated,
        "undated": [{**one, "published": None} for one in dated],
        "in one": [{**SHORT, "text": text}],
    }


def characters(records: Records) -> int:
    """Characters of the documents."""
    return sum(len(str(record["text"])) for record in records)


def cpu_seconds(commands: Sequence[Sequence[str]], folder: Path) -> list[float]:
    """CPU seconds of programs, user and system, the least of some turns. Python keeps its bytecode in the folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def once(command: Sequence[str]) -> float:
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    turns = [[once(command) for command in commands] for _ in range(RUNS)]
    return [min(seconds) for seconds in zip(*turns, strict=True)]


def speeds(programs: Mapping[str, Sequence[str]], texts: Path, short: Path) -> dict[str, Speed]:
    """Each program on the texts, and on the one short line that tells its start-up."""
    commands = [(*program, str(file)) for program in programs.values() for file in (texts, short)]
    seconds = cpu_seconds(commands, texts.parent)
    pairs = zip(seconds[::2], seconds[1::2], strict=True)
    return {name: Speed(*pair) for name, pair in zip(programs, pairs, strict=True)}


def chrono(folder: Path) -> tuple[str, ...]:
    """The command that runs chrono-node, installed into a folder."""
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), CHRONO], check=True
    )
    program = folder / "chrono.js"
    program.write_text(CHRONO_PROGRAM, encoding="utf-8")
    return "node", str(program)


def write(path: Path, records: Records) -> Path:
    """Records as JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def report(way: str, size: int, found: Mapping[str, Speed]) -> str:
    """A table of one way, and the ratios that matter."""
    bare, traced, *peers = found.values()
    lines = [f"{way:24}{'CPU s':>8}{'start-up s':>12}{'characters/s':>14}"]
    lines += [f"  {n:22}{s.seconds:8.2f}{s.start_up:12.3f}{size / s.seconds:14,.0f}" for n, s in found.items()]
    lines += [f"  without traces {peer.seconds / bare.seconds:.2f} times as fast as {CHRONO}" for peer in peers]
    lines.append(f"  with traces {bare.seconds / traced.seconds:.2f} times as fast as without\n")
    return "\n".join(lines)


def main() -> None:
    """Measure and tell."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", metavar="FILE", nargs="+", type=Path)
    options.add_argument("--peer", action="store_true", help="measure chrono-node as well")
    chosen = options.parse_args()
    dated = documents(chosen.files)
    size = characters(dated)
    sys.stdout.write(f"{size:,} characters in {len(dated):,} documents\n\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short = write(folder / "short.jsonl", [SHORT])
        programs: dict[str, Sequence[str]] = {"timeline --no-trace": (*TIMELINE, "--no-trace"), "timeline": TIMELINE}
        if chosen.peer:
            programs[CHRONO] = chrono(folder)
        for way, records in ways(dated).items():
            found = speeds(programs, write(folder / "texts.jsonl", records), short)
            sys.stdout.write(report(way, characters(records), found) + "\n")
            sys.stdout.flush()
        nothing, line = cpu_seconds([NOTHING, (*TIMELINE, str(short))], folder)
    sys.stdout.write(f"one short line takes {line / nothing:.1f} times the CPU of `python -c pass` ({nothing:.3f} s)\n")


if __name__ == "__main__":
    main()

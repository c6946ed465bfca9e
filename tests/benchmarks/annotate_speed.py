"""How fast `timeline annotate` is, on text of your own, beside chrono-node in the same run.

    python -m tests.benchmarks.annotate_speed FILE… [--peer]

A FILE is JSON lines as `timeline annotate` takes them, or plain text. Documents are repeated until there are a million
characters. Counted are CPU seconds of one process, the least of four runs, less those of a run on one short line. With
--peer, chrono-node is installed by npm into a temporary folder and given the same documents. Needs a Unix.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

CHARACTERS = 1_000_000
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


@dataclass(frozen=True)
class Speed:
    """CPU seconds of one program: in all, and of that to start up."""

    name: str
    total: float
    start_up: float

    @property
    def seconds(self) -> float:
        """What the texts took."""
        return max(self.total - self.start_up, 1e-6)


def documents(paths: Sequence[Path]) -> list[dict[str, object]]:
    """The documents of the files, again and again, until there are enough characters."""
    found: list[dict[str, object]] = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            found += [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            found.append({"id": path.stem, "text": text, "published": SHORT["published"]})
    repeated: list[dict[str, object]] = []
    for n, document in enumerate(cycle(found)):
        if sum_of(repeated) >= CHARACTERS and n % len(found) == 0:
            return repeated
        repeated.append({**document, "id": str(n), "collection": None})
    raise SystemExit("there is no document in these files")


def sum_of(records: list[dict[str, object]]) -> int:
    """Characters of the documents."""
    return sum(len(str(record["text"])) for record in records)


def cpu_seconds(command: Sequence[str], folder: Path) -> float:
    """CPU seconds of a program, user and system, the least of some runs. Python keeps its bytecode in the folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def once() -> float:
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return min(once() for _ in range(RUNS))


def speed(name: str, command: Sequence[str], texts: Path, short: Path) -> Speed:
    """One program on the texts, and on the one short line that tells its start-up."""
    total, start_up = (cpu_seconds([*command, str(file)], texts.parent) for file in (texts, short))
    return Speed(name, total, start_up)


def chrono(folder: Path) -> tuple[str, ...]:
    """The command that runs chrono-node, installed into a folder."""
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), CHRONO], check=True
    )
    program = folder / "chrono.js"
    program.write_text(CHRONO_PROGRAM, encoding="utf-8")
    return "node", str(program)


def write(path: Path, records: Sequence[dict[str, object]]) -> Path:
    """Records as JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def report(characters: int, speeds: Sequence[Speed], nothing: float) -> str:
    """A table, and the ratios that matter."""
    bare, traced, *peers = speeds
    lines = [f"{'':24}{'CPU s':>8}{'start-up s':>12}{'characters/s':>14}"]
    lines += [f"{s.name:24}{s.seconds:8.2f}{s.start_up:12.2f}{characters / s.seconds:14,.0f}" for s in speeds]
    lines += [""] + [f"--no-trace is {peer.seconds / bare.seconds:.2f} times as fast as {peer.name}" for peer in peers]
    lines.append(f"with traces it is {bare.seconds / traced.seconds:.2f} times as fast as without")
    lines.append(
        f"one short line takes {bare.start_up / nothing:.1f} times the CPU of `python -c pass` ({nothing:.3f} s)"
    )
    return "\n".join(lines)


def main() -> None:
    """Measure and tell."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", metavar="FILE", nargs="+", type=Path)
    options.add_argument("--peer", action="store_true", help="measure chrono-node as well")
    chosen = options.parse_args()
    records = documents(chosen.files)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, short = write(folder / "texts.jsonl", records), write(folder / "short.jsonl", [SHORT])
        commands = {"timeline --no-trace": (*TIMELINE, "--no-trace"), "timeline": TIMELINE}
        if chosen.peer:
            commands[CHRONO] = chrono(folder)
        speeds = [speed(name, command, texts, short) for name, command in commands.items()]
        nothing = cpu_seconds(NOTHING, folder)
    sys.stdout.write(f"{sum_of(records):,} characters in {len(records):,} documents\n")
    sys.stdout.write(report(sum_of(records), speeds, nothing) + "\n")


if __name__ == "__main__":
    main()

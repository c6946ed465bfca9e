"""What `timeline build` costs beside the least that a site generator does, in one run and in as many processes.

    python -m tests.benchmarks.build_cost SEED [--articles 10000] [--jobs 1] [--all]

SEED is a folder of articles of your own, of which as many as are wanted are made (`many_articles`); the least is
`floor`. With --all also twice as many articles, and as many that carry no date. Counted are CPU seconds of a program
and its processes, and the most memory that one of them takes. Needs a Unix.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .many_articles import make

#: Runs a command and tells its CPU seconds and its largest process: in a process of its own, which has no other child.
_METER = """
import subprocess, sys
from resource import RUSAGE_CHILDREN, getrusage
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = getrusage(RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, and the most memory of one process in MB."""

    name: str
    seconds: float
    memory: float


def cost(name: str, command: Sequence[str]) -> Cost:
    """Run a command and count."""
    told = subprocess.run([sys.executable, "-c", _METER, *command], check=True, capture_output=True, text=True).stdout
    seconds, kilobytes = told.split()
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(name, float(seconds), int(kilobytes) / unit)


def build(name: str, project: Path, jobs: int) -> Cost:
    """The whole build of a project."""
    program = (sys.executable, "-c", "from timeline.cli import main; main()", "build", "--today", "2026-01-01")
    return cost(name, [*program, "--project", str(project), "--jobs", str(jobs)])


def main() -> None:
    """Measure and tell."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("seed", metavar="SEED", type=Path)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--all", action="store_true")
    chosen = options.parse_args()
    count, jobs = chosen.articles, chosen.jobs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(chosen.seed, folder / "dated", count)
        least = (sys.executable, "-m", f"{__package__}.floor", str(folder / "dated"), str(folder / "pages"))
        costs = [cost("the least", [*least, "--jobs", str(jobs)]), build("timeline build", folder / "dated", jobs)]
        if chosen.all:
            make(chosen.seed, folder / "twice", 2 * count)
            make(chosen.seed, folder / "undated", count, undated=True)
            costs += [build("twice as many", folder / "twice", jobs), build("undated", folder / "undated", jobs)]
    told = costs[1].seconds
    for one in costs:
        share = one.seconds / (costs[0].seconds if one is costs[1] else told)
        beside = "" if one is costs[0] else f"{share:8.2f} times {'the least' if one is costs[1] else 'timeline build'}"
        sys.stdout.write(f"{one.name:20}{one.seconds:10.2f} CPU s{one.memory:8.0f} MB{beside}\n")


if __name__ == "__main__":
    main()

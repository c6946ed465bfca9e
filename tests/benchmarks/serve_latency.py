"""From saving a file to the news that an open page is waiting for: python -m tests.benchmarks.serve_latency [PROJECT]

The project is the demo, where none is named; a copy of it is changed. Each kind of file is changed several times; the
seconds are the clock's, the least and the middle one. A page then loads anew from this machine, which is not counted.
A change that comes while the index of the search is still being made waits for it, and that is counted.
"""

import json
import shutil
import sys
import tempfile
import threading
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from timeline import preview
from timeline.commands.serve import built
from timeline.remembering import Memory

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
TIMES = 9
OVERRIDE = "- kind: published\n  article: {article}\n  value: 2023-12-{day}\n"
CHANGES = ("article", "override", "template", "style", "mistake in a template")


def change(root: Path, kind: str, turn: int) -> None:
    """Write a file as an editor would, each turn something else."""
    article = sorted((root / "content/articles").glob("*.md"))[0]
    match kind:
        case "article":
            article.write_text(article.read_text() + f"\nOn December {turn + 1}, 2023, a dinghy number {turn} sank.\n")
        case "override":
            (root / "content/overrides.yaml").write_text(OVERRIDE.format(article=article.stem, day=11 + turn % 4))
        case "template":
            pages = root / "templates/pages"
            pages.mkdir(parents=True, exist_ok=True)
            text = "{% extends 'base.html' %}{% block main %}<h1>" + str(turn) + "</h1>{% endblock %}"
            (pages / "about.html").write_text(text)
        case "style":
            (root / "templates/style.css").write_text(f"body{{margin:{turn}px}}")
        case _:
            (root / "templates/pages/about.html").write_text("{% if %}" + " " * turn)


def main() -> None:
    """Measure and tell."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "demo")
        project = Path(sys.argv[1]) if sys.argv[1:] else ROOT
        shutil.copytree(project / "content", root / "content")
        shutil.copy(project / "timeline.yaml", root)
        (root / "site").mkdir()
        (root / "templates/pages").mkdir(parents=True)
        news, stop = preview.News(), threading.Event()
        again = partial(built, root, TODAY, Memory().stages())
        preview.told(again, news)
        watching = (root, again, news, stop)
        watcher = threading.Thread(target=preview.rebuild, args=watching, daemon=True)
        watcher.start()
        stop.wait(1)  # until the system watches
        for kind in CHANGES:
            seconds = []
            for turn in range(TIMES):
                told = json.loads(news.wait("", 0))
                begun = perf_counter()
                change(root, kind, turn)
                news.wait(f"{told['built']}.{told['told']}", 20)
                seconds.append(perf_counter() - begun)
                stop.wait(0.3)
            sys.stdout.write(f"{kind:24}{min(seconds):6.2f} s{median(seconds):6.2f} s\n")
        stop.set()
        watcher.join()


if __name__ == "__main__":
    main()

"""From saving a file of the demo to the news that an open page is waiting for: python -m tests.benchmarks.serve_latency

Each kind of file is changed several times; the seconds are the clock's, the least and the middle one. A page then loads
anew from this machine, which is not counted.
"""

import json
import shutil
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from timeline import preview
from timeline.build import build
from timeline.commands.serve import built

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
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "timeline.yaml", root)
        (root / "templates/pages").mkdir(parents=True)
        build(root, TODAY)
        news, stop = preview.News(), threading.Event()
        watching = (root, lambda: built(root, TODAY), news, stop)
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

"""The least that a site generator does: read the articles, run Markdown, fill one template, write the pages.

    python -m tests.benchmarks.floor PROJECT OUTPUT [--jobs N]

No analysis, no index: what `timeline build` takes is told in multiples of this.
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import jinja2
import yaml
from markdown_it import MarkdownIt

CHUNK = 64  # articles that a process is sent at once
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ meta.title }}</title></head>
<body>
<header><a href="../index.html">{{ site }}</a></header>
<main><h1>{{ meta.title }}</h1>{% if meta.published %}<time>{{ meta.published }}</time>{% endif %}
{{ body|safe }}</main>
</body>
</html>
"""


@cache
def tools() -> tuple[MarkdownIt, jinja2.Template]:
    """What is made once in each process."""
    return MarkdownIt("commonmark"), jinja2.Environment(autoescape=True).from_string(PAGE)


def write_pages(paths: Sequence[Path], output: Path) -> None:
    """The pages of some articles."""
    markdown, template = tools()
    for path in paths:
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        meta = yaml.load(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        page = template.render(meta=meta, site="Many articles", body=markdown.render(body))
        (output / f"{path.stem}.html").write_text(page, encoding="utf-8")


def main() -> None:
    """Write all pages."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("project", metavar="PROJECT", type=Path)
    options.add_argument("output", metavar="OUTPUT", type=Path)
    options.add_argument("--jobs", type=int, default=1)
    chosen = options.parse_args()
    chosen.output.mkdir(parents=True)
    paths = sorted(chosen.project.glob("content/articles/*.md"))
    chunks = [paths[n : n + CHUNK] for n in range(0, len(paths), CHUNK)]
    write = partial(write_pages, output=chosen.output)
    if chosen.jobs == 1:
        for chunk in chunks:
            write(chunk)
        return
    with ProcessPoolExecutor(chosen.jobs) as pool:
        list(pool.map(write, chunks))


if __name__ == "__main__":
    main()

"""The rooms of the house and who may call whom: docs/architecture.md, held."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# From the ground up. A room may use its own modules and every floor below, never one beside or above.
FLOORS = (
    ("frozen",),
    ("algebra",),
    (
        "model", "as_json", "config", "locale", "authored", "urls", "ladder", "called", "record",
        "corrections", "diagnostics", "kept", "publishing", "resources",
    ),
    ("language",),
    ("reading", "temporal", "events", "decisions", "render", "export"),
    ("pipeline", "project", "output", "spooled", "checking", "explaining", "search"),
    ("analysing", "annotate", "intake"),
    ("gathering",),
    ("build",),
    ("preview", "deciding", "reattaching", "remembering"),
    ("review",),
    ("commands",),
    ("cli",),
)  # fmt: skip
LEVEL = {room: level for level, floor in enumerate(FLOORS) for room in floor}
SHARED = FLOORS[2]  # plain data and small helpers, which may use one another

# A third-party package is imported where it is at home and nowhere else.
HOMES = {
    "PIL": ("render/card",),
    "babel": ("locale",),
    "click": ("cli", "commands/"),
    "dateparser": ("language/isolated",),
    "docx": ("intake/formats/docx",),
    "holidays": ("language/common/movable",),
    "htmldate": ("intake/formats/html",),
    "jinja2": ("render/",),
    "feedparser": ("intake/web/feeds",),
    "lxml": ("intake/formats/html",),
    "markdown_it": ("reading/",),
    "markupsafe": ("render/",),
    "msgspec": ("frozen", "as_json"),
    "protego": ("intake/web/robots",),
    "urllib3": ("intake/web/fetch",),
    "watchfiles": ("preview",),
    "pypdf": ("intake/formats/pdf",),
    "trafilatura": ("intake/formats/html",),
    "yaml": ("authored/", "language/"),
}


def imports(path: Path, package: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that a module imports, wherever in it the statement stands."""
    here = ("timeline", *path.relative_to(package).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = (*here[: -node.level], *filter(None, [node.module])) if node.level else (str(node.module),)
            yield from ((node.lineno, ".".join((*module, alias.name))) for alias in node.names)


def objection(user: str, name: str) -> str | None:
    """Why a module, named by its path below the package without the suffix, may not import a name; None if it may."""
    top, _, rest = name.partition(".")
    room, used = user.partition("/")[0], rest.partition(".")[0]
    if top in sys.stdlib_module_names:
        return None
    if top != "timeline":
        homes = HOMES.get(top, ())
        return None if user.startswith(homes) else f"{top} belongs in {' or '.join(homes) or 'HOMES'}"
    if room not in LEVEL:
        return f"{room} has no floor yet"
    if used not in LEVEL or used == room or LEVEL[used] < LEVEL[room] or {room, used} <= set(SHARED):
        return None
    return f"{used} is {'beside' if LEVEL[used] == LEVEL[room] else 'above'} {room}"


def violations(package: Path) -> list[str]:
    """Every import that goes the wrong way, as `path:line: why`."""
    return [
        f"{path.relative_to(package.parent)}:{line}: imports {name}, but {why}"
        for path in sorted(package.rglob("*.py"))
        if path != package / "__init__.py"
        for line, name in imports(path, package)
        if (why := objection(path.relative_to(package).with_suffix("").as_posix(), name))
    ]


def test_imports_go_one_way(root):
    assert not violations(root / "timeline"), "\n".join(violations(root / "timeline"))


def test_the_plan_names_what_is_there(root):
    texts = [(root / name).read_text(encoding="utf-8") for name in ("docs/architecture.md", "CONTRIBUTING.md")]
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:/|\.py))`", "".join(texts)))
    folders = ("timeline", "templates", "tests", "docs")
    there = {path.relative_to(root).as_posix() + "/" * path.is_dir() for f in folders for path in (root / f).rglob("*")}
    there |= {f"{path.name}/" for path in root.iterdir() if path.is_dir()}

    assert len(named) > 40
    lost = {name for name in named if not any(f"/{known}".endswith(f"/{name}") for known in there)}
    assert {name for name in lost if not name.startswith("content/")} == set()


def test_every_room_has_its_floor(root):
    rooms = {path.relative_to(root / "timeline").parts[0] for path in (root / "timeline").rglob("*.py")}

    assert {Path(room).stem for room in rooms} - {"__init__"} <= set(LEVEL)


@pytest.mark.parametrize(
    ("module", "line", "expected"),
    [
        ("events/link.py", "from ..temporal.resolve import resolve", "temporal is beside events"),
        ("events/link.py", "def f():\n    from .. import build", "build is above events"),
        ("algebra/edtf.py", "import timeline.model", "model is above algebra"),
        ("reading/plain.py", "import yaml", "yaml belongs in authored/ or language/"),
        ("language/en/rules.py", "from dateparser import parse", "dateparser belongs in language/isolated"),
        ("build.py", "import requests", "requests belongs in HOMES"),
        ("attic.py", "from . import model", "attic has no floor yet"),
    ],
)
def test_a_wrong_import_is_told(tmp_path, module, line, expected):
    path = tmp_path / "timeline" / module
    path.parent.mkdir(parents=True)
    path.write_text(line)

    assert [told.endswith(expected) for told in violations(tmp_path / "timeline")] == [True]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("events/link.py", "from .similarity import likeness\nfrom ..model import Link\nimport re"),
        ("config.py", "from .authored.nodes import read"),
        ("commands/annotate.py", "import click\nfrom .. import __version__, pipeline"),
    ],
)
def test_a_right_import_is_not(tmp_path, module, line):
    path = tmp_path / "timeline" / module
    path.parent.mkdir(parents=True)
    path.write_text(line)

    assert violations(tmp_path / "timeline") == []

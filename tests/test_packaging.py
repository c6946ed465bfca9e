"""The wheel: it carries what the program needs, and works where there is no checkout."""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from timeline import resources


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as it would be released."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=root, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Programs of a fresh environment into which the wheel is installed; dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    Path(sysconfig.get_path("purelib", "venv", paths), "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([programs / "python", *install], check=True)
    return programs


def test_the_wheel_carries_templates_and_starter_and_nothing_of_the_checkout(root, wheel):
    names = set(ZipFile(wheel).namelist())
    templates = {f"timeline/{p.relative_to(root)}" for p in (root / "templates").rglob("*") if p.is_file()}
    commands = root / "timeline/commands"
    starters = [p for name in ("starter", "private") for p in (commands / name).rglob("*") if p.is_file()]

    assert templates
    assert templates <= names
    assert {str(p.relative_to(root)) for p in starters} <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"timeline"}


def test_readers_of_pages_come_with_an_older_pip_too(wheel):
    # pip before 23.3 does not find the extra `html_clean` by which trafilatura's justext asks for this package.
    archive = ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith("/METADATA"))

    assert "Requires-Dist: lxml-html-clean; extra == 'intake'" in archive.read(metadata).decode()


def test_in_a_checkout_the_templates_are_those_beside_the_package(root):
    assert resources.templates() == root / "templates"


def test_a_project_is_made_and_built_by_the_installed_program(programs, tmp_path):
    def timeline(*words: str, folder: Path) -> None:
        subprocess.run([programs / "timeline", *words], cwd=folder, check=True, capture_output=True, timeout=120)

    timeline("init", "mine", folder=tmp_path)
    timeline("build", folder=tmp_path / "mine")

    site = tmp_path / "mine" / "site"
    told = json.loads((site / "timeline.json").read_text(encoding="utf-8"))
    assert (site / "index.html").is_file()
    sources = {event["edtf"]: len({c["article"] for c in event["citations"]}) for event in told["events"]}
    assert sources == {
        "2024-05-12": 2,  # "on Sunday" in the dated article, "the 12th" in the undated one
        "2024-05-13": 2,  # "on Monday", "the day after"
        "2024-05-21": 2,  # "next Tuesday", "Tuesday, May 21"
    }

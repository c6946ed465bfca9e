"""The programs that the browser tests need and pip does not bring: Chromium, the Nu HTML checker, TimelineJS.

`make test` runs this file: what is absent is installed where that can be done, else named loudly together with the
package that holds it. The tests only look; what they miss is skipped by name, and where CI is set it is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / ".tools"
JAR = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
TIMELINEJS = FOLDER / "node_modules/@knight-lab/timelinejs/dist"
NPM_FILES = ("package.json", "package-lock.json")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class MissingToolError(Exception):
    """A program that is not there. The message says what it is and which package has it."""


# ---------------------------------------------------------------- look
def find_chromium() -> Path:
    """Program of a Chromium that starts: one on the PATH, else the one that Playwright has downloaded."""
    for program in _chromium_candidates():
        if _starts(program, "--version"):
            return Path(program)
    raise MissingToolError("Chromium is missing (Debian: chromium; anywhere: python -m playwright install chromium)")


def chromium_options() -> list[str]:
    """Options that let it start in a container and keep it silent on the network."""
    as_root = ["--no-sandbox"] if _is_root() else []
    return [*as_root, "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]


def find_nu() -> tuple[str, ...]:
    """Command that runs the Nu HTML checker, up to its options."""
    java = shutil.which("java")
    if java is None or not _starts(java, "-version"):
        raise MissingToolError("the Nu HTML checker needs Java (Debian: default-jre-headless)")
    if not _is_current(JAR):
        raise MissingToolError("the Nu HTML checker is fetched with npm (Debian: npm), by `make tools`")
    return java, "-jar", str(JAR)


def find_timelinejs() -> Path:
    """Folder of TimelineJS: `js/timeline.js`, `css/timeline.css`."""
    if not _is_current(TIMELINEJS / "js/timeline.js"):
        raise MissingToolError("TimelineJS is fetched with npm (Debian: npm), by `make tools`")
    return TIMELINEJS


def _chromium_candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, CHROMIUM_NAMES))
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as p: print(p.chromium.executable_path)"
    yield subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _starts(program: str, option: str) -> bool:
    """Whether it runs at all: a distribution's stub that only advertises another package does not."""
    try:
        return subprocess.run([program, option], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_current(file: Path) -> bool:
    """Is it there, from the versions that are wanted?"""
    return file.is_file() and all((FOLDER / n).read_bytes() == (HERE / n).read_bytes() for n in NPM_FILES)


# ---------------------------------------------------------------- install
def install_chromium() -> None:
    """Debian's package where we may install one, Playwright's own download otherwise."""
    if _is_root() and shutil.which("apt-get"):
        _run(["apt-get", "update", "--quiet"])
        _run(["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "chromium"])
    if shutil.which("chromium") is None:
        _run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])


def install_from_npm() -> None:
    """The versions and hashes of `package-lock.json`, and nothing that runs on installing."""
    npm = shutil.which("npm")
    if npm is None:
        return
    FOLDER.mkdir(exist_ok=True)
    for name in NPM_FILES:
        shutil.copyfile(HERE / name, FOLDER / name)
    _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])


def _run(command: Sequence[str]) -> None:
    """Run an installer in the tools' folder; that it failed shows when its program is looked for again."""
    print("$", *command, flush=True)
    FOLDER.mkdir(exist_ok=True)
    subprocess.run(command, cwd=FOLDER, stdin=subprocess.DEVNULL)


def provide(find: Callable[[], object], install: Callable[[], None]) -> str | None:
    """Find it, or else install and find it; what is missing after that, in words."""
    try:
        find()
    except MissingToolError:
        install()
    try:
        find()
    except MissingToolError as missing:
        return str(missing)
    return None


def main() -> int:
    """Provide all of them. Exit status 1 where CI is set and one is missing, else 0."""
    wanted = ((find_chromium, install_chromium), (find_nu, install_from_npm), (find_timelinejs, install_from_npm))
    missing = [complaint for find, install in wanted if (complaint := provide(find, install))]
    for complaint in missing:
        print(f"*** {complaint}: its tests {'CANNOT RUN' if os.environ.get('CI') else 'WILL BE SKIPPED'} ***")
    return int(bool(missing and os.environ.get("CI")))


if __name__ == "__main__":
    sys.exit(main())

"""What Lighthouse says of the demo's index, an event and an article: `make lighthouse`.

Accessibility, best practices and SEO must be 100; performance is told. Exit status 1 where one falls short.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import tools
from ..serving import serving

HERE = Path(__file__).parent
SITE = HERE.parents[2] / "site"
FOLDER = tools.FOLDER / "lighthouse"
PERFECT = ("accessibility", "best-practices", "seo")


def program() -> Path:
    """Lighthouse's command, fetched where it is not there."""
    command = FOLDER / "node_modules/lighthouse/cli/index.js"
    if not command.is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise tools.MissingToolError("Lighthouse is fetched with npm (Debian: npm)")
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in tools.NPM_FILES:
            shutil.copyfile(HERE / name, FOLDER / name)
        fetch = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(fetch, cwd=FOLDER, stdin=subprocess.DEVNULL, check=True)
    return command


def report(address: str) -> dict[str, Any]:
    """Lighthouse's report of a page."""
    flags = " ".join(["--headless=new", *tools.chromium_options()])
    command = ["node", str(program()), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    known = {**os.environ, "CHROME_PATH": str(tools.find_chromium())}
    ran = subprocess.run(command, capture_output=True, text=True, env=known, timeout=300, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def main() -> int:
    """Ask for each page and tell; what falls short with the audits that say so."""
    first = (min(p.relative_to(SITE) for p in SITE.glob(f"{kind}/*.html")) for kind in ("events", "articles"))
    pages = ["index.html", *first]
    short = False
    with serving(SITE) as base:
        for page in map(str, pages):
            found = report(base + quote(page))
            scores = {name: round(100 * (c["score"] or 0)) for name, c in found["categories"].items()}
            print(page, *(f"{name} {score}" for name, score in scores.items()), sep="  ")
            for name in (n for n in PERFECT if scores[n] < 100):
                short = True
                audits = (found["audits"][a["id"]] for a in found["categories"][name]["auditRefs"] if a["weight"])
                print(*(f"    {audit['title']}" for audit in audits if audit["score"] == 0), sep="\n")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())

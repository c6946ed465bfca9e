"""The picture in the README: `python -m tests.browser.picture FILE`, from the site as built."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import tools

SITE = Path(__file__).parents[2] / "site"


def main(target: Path) -> None:
    """Draw the first screen of the index at desktop width, in light colours, at twice the resolution."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.find_chromium(), args=tools.chromium_options())
        page = browser.new_page(viewport={"width": 1100, "height": 900}, device_scale_factor=2, color_scheme="light")
        page.goto((SITE / "index.html").as_uri())
        page.screenshot(path=target)
        browser.close()
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Fixtures for the tests that need a browser or a checker of pages."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from . import tools
from .serving import serving

HERE = Path(__file__).parent
T = TypeVar("T")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands in this folder carries the marker, so that nobody can forget it."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


def _need(find: Callable[[], T]) -> T:
    """A tool that must be there where CI is set, and may be missing, by name, elsewhere."""
    try:
        return find()
    except tools.MissingToolError as missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(missing))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one that is installed, fit for a container, silent on the network."""
    program = _need(tools.find_chromium)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=tools.chromium_options())
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a context of its own, with the options of Playwright's `new_context`.

    What the page complains of in the console, a breach of its content security policy included, fails the test.
    """
    complaints: list[str] = []
    with ExitStack() as contexts:

        def new_page(**options: Any) -> Page:
            context = browser.new_context(**options)
            contexts.callback(context.close)
            context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
            context.on("weberror", lambda error: complaints.append(str(error.error)))
            return context.new_page()

        yield new_page
    assert complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One page at desktop width."""
    return new_page(viewport={"width": 1280, "height": 800})


@pytest.fixture(scope="session")
def nu() -> tuple[str, ...]:
    """Command of the Nu HTML checker, for `checks.nu_errors`."""
    return _need(tools.find_nu)


@pytest.fixture(scope="session")
def timelinejs() -> Path:
    """Folder of TimelineJS as it is published."""
    return _need(tools.find_timelinejs)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on loopback until the tests end; gives its address, with a final slash."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))

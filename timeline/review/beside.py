"""The site beside a review: what readers would see after the last decision, a page at a time, in memory."""

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from .. import ladder, project, urls
from ..build import Result
from ..config import Config
from ..publishing import publishable
from ..render.site import to_render
from ..render.theme import Theme

_SCRIPT = re.compile(rb"<script src=[^>]*></script>")


class Beside:
    """The files of a site by their paths, each made when somebody asks for it."""

    def __init__(self, result: Result, theme: Theme) -> None:
        """Nothing is rendered yet."""
        self._root = result.root
        self._public = publishable(result.timeline, result.config)
        self._coming: Iterator[tuple[str, Callable[[], bytes]]] = to_render(self._public, result.config, theme)
        self._lock = threading.Lock()
        self._known: dict[str, Callable[[], bytes]] = {}

    def file(self, path: str) -> bytes | None:
        """A file of the site, pages without their scripts, which would not run beside a review.

        None where the site has none of that path. Raises InputError where a template is wrong.
        """
        content = self._file(path)
        return _SCRIPT.sub(b"", content) if content is not None and path.endswith(".html") else content

    def _file(self, path: str) -> bytes | None:
        with self._lock:
            for name, make in self._coming if path not in self._known else ():
                self._known[name] = make
                if name == path:
                    break
            if path in self._known:
                return self._known[path]()
        pictures = {urls.image(i.file): i.file for e in self._public.events for i in e.images}
        return project.image(self._root, pictures[path]) if path in pictures else None

    def place(self, event: str | None) -> str:
        """Where an entry stands, as path and fragment; the index where it is not shown."""
        lists = ladder.lists(self._public.events)
        return f"{lists[event]}#{urls.anchor(event)}" if event in lists and event else urls.INDEX


def theme(root: Path, config: Config) -> Theme:
    """The theme of a project. Raises InputError for a faulty catalogue."""
    return Theme(root / project.TEMPLATES, config)

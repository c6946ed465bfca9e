"""A story of three articles, one of them without a date, for a person to go through."""

from datetime import date
from pathlib import Path

import pytest

from timeline.build import analyse
from timeline.review import queue
from timeline.review.items import Item
from timeline.review.queue import Told
from timeline.review.session import Session

TODAY = date(2024, 7, 1)

GAZETTE = """\
---
title: Ferry runs aground off Hollin
publisher: Hollin Gazette
published: 2024-05-14
retrieved: 2024-06-20
---

The ferry Maren ran aground off Hollin on Sunday. “Yesterday the pier light failed,” said Ida Brandt.

The harbour office opened an inquiry on Monday. The quay was busy moments later.
"""
COURIER = """\
---
title: Maren freed from the rocks
publisher: The Courier
published: 2024-05-16
retrieved: 2024-06-20
---

Tugs freed the ferry Maren on Wednesday. The ferry Maren had run aground off Hollin on 12 May 2024.

The company sold its other ferry in 2019, and again in 2019.
"""
SHEET = """\
---
title: The Maren is repaired
publisher: Island Sheet
retrieved: 2024-06-20
---

The ferry Maren was towed to the yard on Thursday. Repairs began on the 17th.
"""
ARTICLES = {"courier": COURIER, "gazette": GAZETTE, "islander": SHEET}


def written(root: Path) -> Path:
    """The story as a project in a folder, which is given back."""
    folder = root / "content/articles"
    folder.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project."""
    return written(tmp_path)


@pytest.fixture
def session(root: Path) -> Session:
    """Ann's sitting."""
    return Session(root, TODAY, "Ann")


def told(root: Path) -> Told:
    """The project as it is now."""
    result = analyse(root, TODAY)
    return queue.told(result.timeline, result.decisions)


def items(root: Path) -> tuple[Item, ...]:
    """The queue as it is now."""
    result = analyse(root, TODAY)
    return queue.queue(queue.told(result.timeline, result.decisions), result.warnings, TODAY)


def article(item: Item) -> str:
    """What an item is about, for short."""
    return f"{item.kind} {item.article or ''}"

"""The record of changes as data."""

import json

from timeline.config import Config
from timeline.export.changes import files
from timeline.model import Change, Timeline


def test_what_has_changed_as_data():
    changes = (Change("k3f9", "date", "1911", "1912", "2020-01-02", "Ann", "The log."), Change("k3f9", "published"))
    ((path, content),) = files(Timeline("Ferries", (), (), changes=changes), Config())
    data = json.loads(content)
    assert (path, data["version"], data["title"]) == ("changes.json", 1, "Ferries")
    assert data["changes"][0] == {
        "event": "k3f9", "what": "date", "before": "1911", "after": "1912", "on": "2020-01-02", "by": "Ann",
        "reason": "The log.",
    }  # fmt: skip
    assert data["changes"][1]["by"] is None

"""`changes.json`: the public record of changes as data, the newest first."""

from ..as_json import as_json
from ..config import Config
from ..frozen import to_builtins
from ..locale import marked
from ..model import Timeline
from ..record import public_log

DOWNLOAD = ("changes.json", "application/json", marked("Record of changes"))


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """One object a change: event, what, before, after, on, by (null: the program), reason."""
    data = {"version": 1, "title": timeline.title, "changes": [to_builtins(change) for change in public_log(timeline)]}
    return [(DOWNLOAD[0], as_json(data))]

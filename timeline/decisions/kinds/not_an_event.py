"""`not-an-event`: words that tell nothing which belongs on a timeline."""

from ..kind import ARTICLE, TARGET, Kind

KIND = Kind("not-an-event", "These words tell no event.", ("extract",), (ARTICLE, TARGET))

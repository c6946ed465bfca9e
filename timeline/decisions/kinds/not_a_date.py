"""`not-a-date`: words that look like a time expression and are none."""

from ..kind import ARTICLE, TARGET, Kind

KIND = Kind("not-a-date", "These words are no date, though they look like one.", ("recognise",), (ARTICLE, TARGET))

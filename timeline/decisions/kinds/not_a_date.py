"""`not-a-date`: words that look like a time expression and are none."""

from ..kind import Kind

KIND = Kind("not-a-date", ("article", "target"), ("recognise",))

"""`merge`: events, or mentions by their ids, that are one event. Whether there are such is seen when there are events."""

from ..kind import Kind

KIND = Kind("merge", ("events",), ("corefer",))

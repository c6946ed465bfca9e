"""`merge`: events, or mentions by their ids, that are one event. Whether they exist is seen later."""

from ..kind import Kind

KIND = Kind("merge", ("events",), ("corefer",))

"""`hide`: an entry is not shown. Where it was public, a page with the reason stands in its place."""

from ..kind import EVENT, Kind

KIND = Kind(
    "hide", "Leaves an entry out for good; its page, if it was public, gives the reason.", ("identify",), (EVENT,)
)

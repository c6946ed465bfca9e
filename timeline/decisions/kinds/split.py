"""`split`: what a sentence tells is an event of its own, and not the one it was counted to."""

from ..kind import ARTICLE, TARGET, Kind

KIND = Kind("split", "What these words tell is an event of its own.", ("corefer",), (ARTICLE, TARGET))

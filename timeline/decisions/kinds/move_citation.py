"""`move-citation`: what a sentence tells belongs to another entry."""

from ..kind import ARTICLE, EVENT, TARGET, Kind

KIND = Kind("move-citation", "What these words tell belongs to this entry.", ("corefer",), (ARTICLE, TARGET, EVENT))

"""`withdraw`: an article is taken down. It leaves pages, search, exports and plain text; its page says so."""

from ..kind import ARTICLE, Kind

KIND = Kind("withdraw", "Takes an article down; its page says so, with the reason.", ("read",), (ARTICLE,))

"""`robots.txt`: everything may be read; where the list of pages is, if the site knows its address (RFC 9309)."""

from ..config import Config
from ..model import Timeline
from . import records, sitemap


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The file."""
    where = f"\nSitemap: {records.address(config.base_url, sitemap.INDEX)}\n" if config.base_url else ""
    return [("robots.txt", f"User-agent: *\nAllow: /\n{where}".encode())]

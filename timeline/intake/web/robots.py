"""What a site's robots.txt (RFC 9309) lets a program fetch, and how often."""

from protego import Protego

from ...frozen import Frozen

#: A site that asks for longer pauses than this gets them cut to it: a person is waiting.
LONGEST_PAUSE = 10.0


class Rules(Frozen):
    """The rules of one origin. `text`: its robots.txt, "" where there is none."""

    text: str = ""
    reachable: bool = True

    def allows(self, url: str, agent: str) -> bool:
        """May a program of this name fetch an address? Where the rules could not be fetched, no (RFC 9309, 2.3.1.4)."""
        return self.reachable and bool(Protego.parse(self.text).can_fetch(url, agent))

    def pause(self, agent: str) -> float:
        """Seconds between two requests that it asks for; 0 where it does not."""
        return min(float(Protego.parse(self.text).crawl_delay(agent) or 0), LONGEST_PAUSE)

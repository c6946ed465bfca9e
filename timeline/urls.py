"""Where things are found on the site: the one place that knows. All paths are relative to the site's root."""


def event(event_id: str) -> str:
    """Page of an event."""
    return f"events/{event_id}.html"


def article(article_id: str) -> str:
    """Page of an article."""
    return f"articles/{article_id}.html"


def article_text(article_id: str) -> str:
    """Plain text of an article, published where `publish_text` is full."""
    return f"articles/{article_id}.txt"


def expression(article_id: str, start: int) -> str:
    """A time expression on its article's page."""
    return f"{article(article_id)}#t{start}"


def relative(target: str, page: str) -> str:
    """Link from one page to a target, so that the site works at any address and from disk."""
    return "../" * page.count("/") + target

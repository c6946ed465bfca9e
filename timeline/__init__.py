"""Static-site generator for annotated event timelines: from a folder of articles to a cited, dated, published site."""

__version__ = "0.1.0"

"""Timeline → data files; one module a format."""

"""Timeline → pages."""

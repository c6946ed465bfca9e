"""Evidence for the day on which an article was written, and the search over the days that it leaves."""

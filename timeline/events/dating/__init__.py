"""What dates say about mentions and entries: whether two can be one day, and which one is chosen."""

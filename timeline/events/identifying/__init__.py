"""Names that last: ids of mentions and of events, and what they are called by people."""

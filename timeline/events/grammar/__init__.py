"""A sentence taken apart without a model: words, verbs, clauses, names, and which event a time belongs to."""

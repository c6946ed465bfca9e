"""What people write: YAML with the place of every word, checked values, files that are never half written."""

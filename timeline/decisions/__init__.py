"""What people have decided: overrides read, checked, and attached to the words they are about."""

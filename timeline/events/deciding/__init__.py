"""What people have decided about entries, and what of it changes nothing."""

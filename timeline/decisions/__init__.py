"""What people have decided: overrides, attached to the text they are about."""

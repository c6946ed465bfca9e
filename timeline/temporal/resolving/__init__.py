"""The policies of resolving, by name, and what is left in doubt."""

"""How two mentions are compared, and how pairs become clusters."""

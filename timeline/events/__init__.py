"""What happened: extract, link, corefer, assemble, identify."""

"""What arrives – files, folders, addresses, feeds – becomes articles of a project; what `timeline add` does."""

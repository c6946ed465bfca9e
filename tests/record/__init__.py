"""What is published and what is accepted, kept."""

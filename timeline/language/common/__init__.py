"""What all languages share: ISO and numeric dates, clock times, named days."""

"""The public web: which addresses may be asked, how, and what they answer."""
